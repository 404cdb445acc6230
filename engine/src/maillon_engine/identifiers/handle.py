"""Accounts on social networks and messengers; the value is "platform:name", the name in lower case."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from maillon_engine.identifiers import platforms
from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.platforms import LINKS, NAME, UNCLEAR, platform_of
from maillon_engine.identifiers.prepared import Prepared

_ACCOUNT = (
    r"(?:[a-z0-9_.\-](?:[ ][a-z0-9_.\-]){3,29}(?![a-z0-9])|[a-z0-9_][a-z0-9._\-]{1,29}"
    r"(?:[ ](?:underscore|tiret du bas|tiret bas|tiret du 8|point|dot)[ ][a-z0-9._\-]+)*)"
)
_SAYS = (
    r"(?:(?:c'?est|c est|cest|est|is|it's|its|id|username|user|pseudo|compte|nom|name|perso|moi|me|add|ajoute(?:z|r)?"
    r"|mon|ma|my|officiel|sous|as|es|este)[ ]+)"
)
_NAMES = (
    rf"(?P<names>(?:{NAME})(?:[ ]?(?:/|&|\+|,|[ ](?:et|and|ou|or|y)[ ]|[ ])[ ]?(?:{NAME})(?![a-z0-9]))*)(?![a-z0-9])"
)
_AFTER = re.compile(
    rf"(?<![a-z0-9@._/]){_NAMES}(?P<says>[ ]+{_SAYS}*)?"
    rf"(?P<sign>[ ]*(?:[:;=@>~|•·\u279c\u27a1\u2192\u2794\u25b6\u2b07👉→\-]+[ \n]*)+|[ ]*[(\[\"][ ]*@?|[ ]+)?{_SAYS}{{0,3}}"  # noqa: E501 - a pattern or a list reads best on its line
    rf"(?P<sign2>[:=@>][ ]*)?(?P<account>{_ACCOUNT})"
)
_BEFORE = re.compile(
    r"(?<![a-z0-9._/@\-])(?P<at>@?)(?P<account>[a-z0-9_][a-z0-9._\-]{1,29})[ ]+(?P<on>\(?[ ]?"
    r"(?:(?:sur|on|en|in|via|op|pe|su)[ ]+)?)$"
)
_AT_ACCOUNT = re.compile(r"[a-z0-9_][a-z0-9._\-]{1,29}(?!@)")
_SINGLE = re.compile(NAME)
_LINK_END = re.compile(r"\.(?:com|me|am|fans|gg|tv|net|app|ee)/")
_ODD = re.compile(r"[0-9_.]")
_SPACED = re.compile(r"[ ](?:underscore|tiret du bas|tiret bas|tiret du 8)[ ]")
_POINT = re.compile(r"[ ](?:point|dot)[ ]")
# Words that come after a platform's name and are no account.
_WORDS: Final = frozenset(
    (
        "pour et ou dispo disponible sur only uniquement seulement moi mon ma me mes svp merci demande prive "
        "privee vente photo  photos video videos par avec sans via the and for please pls est sont pas plus tout "
        "tous toute aussi bien ici la le  les un une des du de en au aux to me my is are or no not add ajoute "
        "ajoutez ajouter contact contactez contacter  envoie envoyez ecris ecrivez ecrire message messages numero "
        "tel telephone appel appels sms mail story stories compte  comptes pseudo nom groupe groupes canal "
        "channel chat live si tu vous je il elle on nous qui que quoi dans mais car  here there send write call "
        "text dm mp or if you we he she it at by from as so in of possible ok oui non yes snap  insta instagram "
        "snapchat telegram whatsapp tiktok facebook twitter discord signal business premium certifie verifie "
        "bientot demain aujourd aujourdhui hier soir matin midi nuit apres avant maintenant tard vite rapidement fini finie "  # noqa: E501 - a pattern or a list reads best on its line
        "termine ferme fermee accepte acceptes acceptee acceptees refuse bloquee video videos privees public publique "
        "obligatoire possible impossible dispo indispo aussi encore jamais toujours parfois souvent rien quelqu personne "  # noqa: E501 - a pattern or a list reads best on its line
        "seule seules moins sinon ensuite donc alors comme quand comment pourquoi ainsi chez entre pendant depuis voir "
        "regarde regardez suivez suis suivre follow follows me dessous dessus ci-dessous profil bio lien link below above "  # noqa: E501 - a pattern or a list reads best on its line
        "tomorrow today tonight soon later never always only please thanks thank accepted welcome available free closed "  # noqa: E501 - a pattern or a list reads best on its line
        "open page account profile direct directement echange echanges discussion reponse repondre laisse laissez cherche "  # noqa: E501 - a pattern or a list reads best on its line
        "bloque pirate hs marche fonctionne tous supprimee suspendu suspendue banni gros petit beau belle bonne bonjour "  # noqa: E501 - a pattern or a list reads best on its line
        "salut coucou bisous merci svp stp urgent serieux serieuse gratuite payante vip exclusif contenu contenus "
        "actif active inactif supprime bloque nouveau nouvelle new old ancien officiel perso pro gratuit payant"
    ).split()
)
# Plain letters without a sign before them are a word more often than an account, and more so with these ends.
_LONG: Final = 9
_CLEAR: Final = 4
_COUNT = re.compile(r"[0-9]+[km]?")
_SAID: Final = 5
_ENDINGS: Final = (
    "ment",
    "tion",
    "tions",
    "ible",
    "ibles",
    "able",
    "ables",
    "ees",
    "eurs",
    "euse",
    "ement",
    "ante",
    "ing",
)
_AFTER_SIGN: Final = frozenset("lyon paris marseille voir reponse only ask dm abonnes abonne".split())
_LINK_STOPS: Final = frozenset({"p", "reel", "reels", "share", "joinchat", "home", "stories", "explore", "intent"})


class _Found(NamedTuple):
    platform: str
    account: str
    start: int
    end: int
    steps: tuple[str, ...]


class Handle:
    """Accounts beside the name of a platform, in its links, or after an at sign."""

    kind: Final = "handle"
    words: Final = platforms.WORDS | platforms.HINTS

    def may_hold(self, text: Prepared) -> bool:
        """An at sign, the name of a platform or its link."""
        return "@" in text.folded or not text.sought.isdisjoint(platforms.WORDS) or bool(_signs(text)) or _links(text)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Links first, then names beside platforms, then at signs alone; each place once a platform."""
        _ = region
        taken: list[tuple[int, int]] = []
        for found in _all(text):
            if found.platform == "unknown" and any(found.start < last and first < found.end for first, last in taken):
                continue
            taken.append((found.start, found.end))
            steps = list(dict.fromkeys((*found.steps, *text.steps(found.start, found.end))))
            span = text.span(found.start, found.end)
            yield Identifier.after(self.kind, f"{found.platform}:{found.account}", span, steps)


def _signs(text: Prepared) -> list[str]:
    return platforms.others(text.folded, text.sought)


def _links(text: Prepared) -> bool:
    return "/" in text.folded and _LINK_END.search(text.folded) is not None


def _all(text: Prepared) -> Iterator[_Found]:
    """Every account; a place and platform once."""
    seen: set[tuple[str, int]] = set()
    named = _places(text)
    for found in (
        *(_linked(text.folded) if _links(text) else ()),
        *(one for place in named for one in _named(text.folded, place)),
        *(one for place in named for one in _named_after(text.folded, place)),
        *(_bare(text.folded) if "@" in text.folded else ()),
    ):
        if (found.platform, found.start) not in seen:
            seen.add((found.platform, found.start))
            yield found


def _places(text: Prepared) -> list[int]:
    """Where the names of platforms stand."""
    places = [place for word in text.sought & platforms.WORDS for place in text.places(word)]
    for sign in _signs(text):
        place = text.folded.find(sign)
        while place >= 0:
            places.append(place)
            place = text.folded.find(sign, place + len(sign))
    return sorted(places)


def _linked(folded: str) -> Iterator[_Found]:
    for match in LINKS.finditer(folded):
        if folded[match.start() - 1 : match.start()].isalnum():
            continue
        account = _trimmed(match["account"])
        start = match.start("account")
        if account not in _LINK_STOPS:
            platform = next(name for name, held in match.groupdict().items() if held and name != "account")
            said = f"+{account}" if platform == "whatsapp" and account.isdigit() else account
            yield _Found(platform, said, start, start + len(account), ())


def _named(folded: str, place: int) -> Iterator[_Found]:
    match = _AFTER.match(folded, place)
    if match is None:
        return
    written = _trimmed(match["account"])
    account, steps = _said(written)
    names = _SINGLE.findall(match["names"])
    if not _is_account(account) or not _announced(match, account, names):
        return
    start = match.start("account")
    for platform in dict.fromkeys(platform_of(name) for name in names):
        yield _Found(platform, account, start, start + len(written), steps)


def _said(written: str) -> tuple[str, tuple[str, ...]]:
    """An account as one would type it, and the steps."""
    if " " not in written:
        return written, ()
    said = _POINT.sub(".", _SPACED.sub("_", written))
    return said.replace(" ", ""), ("spoken",) if said != written else ("spaced",)


def _announced(match: re.Match[str], account: str, names: list[str]) -> bool:
    """Whether a sign, or the form of the account, says that it is one; no word of a sentence after the platform."""
    sign = (match["sign"] or "").strip() or (match["sign2"] or "").strip()
    unclear = all(name in UNCLEAR for name in names)
    odd = _ODD.search(account) is not None
    if sign:
        bracket = sign[0] in '(["' and (unclear or (not odd and max(map(len, names)) < _CLEAR))
        return not bracket and account not in _AFTER_SIGN and (sign != "-" or odd or not unclear)
    if unclear or odd:
        return odd and not unclear
    said = (match["says"] or "").strip()
    least = _LONG if said in {"", "est", "is"} else _SAID
    return len(account) >= least and not account.endswith(_ENDINGS)


def _named_after(folded: str, place: int) -> Iterator[_Found]:
    match = _BEFORE.search(folded, max(0, place - 48), place)
    name = _SINGLE.match(folded, place)
    if match is None or name is None or folded[name.end() : name.end() + 1].isalnum():
        return
    account = _trimmed(match["account"])
    clear = match["at"] or (_ODD.search(account) and name[0] not in UNCLEAR)
    if clear and _is_account(account) and platform_of(account) == "unknown":
        start = match.start("account")
        yield _Found(platform_of(name[0]), account, start, start + len(account), ())


def _bare(folded: str) -> Iterator[_Found]:
    at = folded.find("@")
    while at >= 0:
        before = folded[at - 1 : at] if at else ""
        match = None if before.isalnum() or before in set("._%+-/@") - {""} else _AT_ACCOUNT.match(folded, at + 1)
        if match is not None:
            account = _trimmed(match[0])
            if _is_account(account):
                yield _Found("unknown", account, at + 1, at + 1 + len(account), ())
        at = folded.find("@", at + 1)


def _trimmed(account: str) -> str:
    return account.rstrip(".- ") if account.endswith("_") else account.rstrip("._- ")


def _is_account(account: str) -> bool:
    """At least three characters, a letter among them, and no word that people write there."""
    return (
        len(account) >= 3
        and any(sign.isalpha() for sign in account)
        and account not in _WORDS
        and not _COUNT.fullmatch(account)
    )
