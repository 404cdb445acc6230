"""The names under which a text presents somebody: what stands after "je suis", "appelez", "ask for"."""

import re
from collections.abc import Iterator

_CUES = (
    r"je suis|j['’]suis|moi c['’]est|je m['’]appelle|m['’]appelle|appelez|appelle|appeler|contactez|contacter|contacte"
    r"|demandez|demander|joindre|avec|chez|voir|pr[ée]nom\s?:?|nom\s?:|call|ask for|my name is|name is|i['’]m|i am|meet"
    r"|contact|me llamo|soy|llamar a|llama a|suna[țt]i pe|numele meu este|اتصل بـ"
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
_NAMED = re.compile(rf"(?i:\b(?:{_CUES}))\s+([A-ZÀ-Þ][^\W\d_]{{2,}}(?:-[A-ZÀ-Þ][^\W\d_]+)?)")


def presented(text: str) -> Iterator[tuple[str, int, int]]:
    """Each name in lower case, with its span."""
    for match in _NAMED.finditer(text):
        name = match[1].casefold()
        if name not in _NOT_NAMES:
            yield name, match.start(1), match.end(1)
