"""The names under which a text presents somebody: what stands after "je suis", "appelez", "ask for".

A capital is what tells a name from a word. Where a text has capitals everywhere it tells nothing, and no name is read:
one author who shouts « JE SUIS DOUCE », « JE SUIS LIBRE » is one author (guardrail G2).
"""

import re
from collections.abc import Iterator

_CUES = (
    r"je suis|j['’]suis|moi c['’]est|je m['’]appelle|m['’]appelle|appelez|appelle|appeler|contactez|contacter|contacte"
    r"|demandez|demander|vous passe|pregunte por|cere[țt]i cu|joindre|avec|chez|voir|pr[ée]nom\s?:?|nom\s?:|call"
    r"|ask for|my name is|name is|i['’]m|i am|meet"
    r"|ici|ici c['’]est|voici|elle s['’]appelle|(?:équipe|collaboratrices|collègues|copines|amies)\s?[,:]"
    r"|contact|this is|me llamo|soy|aqu[íi]|equipo,|se llama|llamar a|llama a|suna[țt]i pe|numele meu este|m[ăa] numesc"
    r"|sunt|aici|echip[ăa],|اتصل بـ"
)
# Words that begin with a capital there and are no name of a person.
_NOT_NAMES = frozenset(
    [
        "monsieur",
        "madame",
        "mademoiselle",
        "mme",
        "mlle",
        "mr",
        "moi",
        "nous",
        "vous",
        "le",
        "la",
        "les",
        "un",
        "une",
        "au",
        "aux",
        "tel",
        "tél",
        "téléphone",
        "whatsapp",
        "snap",
        "snapchat",
        "insta",
        "instagram",
        "telegram",
        "facebook",
        "paris",
        "lyon",
        "sms",
        "me",
        "us",
        "the",
        "my",
    ]
)
_NAMED = re.compile(
    rf"(?i:\b(?:{_CUES}))\s+([A-ZÀ-Þ][^\W\d_]{{2,}}(?:-[A-ZÀ-Þ][^\W\d_]+)?)"
    r"|\b([A-ZÀ-Þ][^\W\d_]{2,})\s+(?i:et ses (?:collègues|copines|amies|filles)|y sus (?:compañeras|amigas))"
    r"|(?:^|[.!?…]\s+)([A-ZÀ-Þ][^\W\d_]{2,}),\W+(?i:à votre service|au plaisir|at your service|a su servicio)\b"
    # Arabic has no capitals: only after "my name is", "with you is" and "ask for".
    r"|(?:اسمي|معكم|اطلبوا)\s+([ء-ي]{3,})"
)
_WORD = re.compile(r"[^\W\d_]{2,}")


def presented(text: str) -> Iterator[tuple[str, int, int]]:
    """Each name in lower case, with its span."""
    matches = list(_NAMED.finditer(text))
    if not matches or _shouted(text, {match.start(match.lastindex or 0) for match in matches}):
        return
    for match in matches:
        group = match.lastindex or 0
        name = match[group].casefold()
        if name not in _NOT_NAMES:
            yield name, match.start(group), match.end(group)


def _shouted(text: str, names: set[int]) -> bool:
    """Whether half of the words begin with a capital, those at `names` apart, so that it says nothing of a name."""
    initials = [match[0][0].isupper() for match in _WORD.finditer(text) if match.start() not in names]
    return 2 * sum(initials) > len(initials)
