"""Accounts on social networks and messengers; the value is "platform:name", the name in lower case."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.platforms import LINKS, NAME, UNCLEAR, platform_of
from maillon_engine.identifiers.prepared import Prepared

_ACCOUNT = r"[a-z0-9_][a-z0-9._\-]{1,29}"
_SAYS = (
    r"(?:(?:c'?est|cest|est|is|id|username|user|pseudo|compte|nom|name|perso|moi|me|add|ajoute(?:z|r)?|mon|ma|my"
    r"|officiel)[ ]+)"
)
_AFTER = re.compile(
    rf"(?<![a-z0-9@._/])(?P<names>(?:{NAME})(?:[ ]?(?:/|&|\+|,|[ ](?:et|and|ou)[ ]|[ ])[ ]?(?:{NAME}))*)(?![a-z0-9])"
    rf"(?P<says>[ ]+{_SAYS}*)?(?P<sign>[ ]?(?:[:=@>~|•·👉➡→\-]+[ ]*)+|[ ]*\([ ]*@?|[ ]+)?{_SAYS}?@?"
    rf"(?P<account>{_ACCOUNT})"
)
_BEFORE = re.compile(
    rf"(?<![a-z0-9._/@\-])(?P<at>@?)(?P<account>{_ACCOUNT})[ ]+(?:\([ ]?)?(?:sur|on|en|in|via)?[ ]*"
    rf"(?P<name>{NAME})(?![a-z0-9.@])"
)
_BARE = re.compile(rf"(?<![a-z0-9._%+\-/@])@(?P<account>{_ACCOUNT})(?!@)")
_SINGLE = re.compile(NAME)
_ODD = re.compile(r"[0-9_.]")
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
        "actif active inactif supprime bloque nouveau nouvelle new old ancien officiel perso pro gratuit payant"
    ).split()
)
_HINTS: Final = re.compile(rf"@|(?<![a-z])(?:{NAME})(?![a-z])|t\.me/|\.com/|\.fans/|discord\.gg/|m\.me/")


class Handle:
    """Accounts beside the name of a platform, in its links, or after an at sign."""

    kind: Final = "handle"

    def may_hold(self, text: Prepared) -> bool:
        """An at sign, the name of a platform or its link."""
        return _HINTS.search(text.folded) is not None

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Links first, then names beside platforms, then at signs alone; each place once a platform."""
        del region
        taken: list[tuple[int, int]] = []
        for platform, account, start, end in _all(text.folded):
            if any(start < last and first < end for first, last in taken) and platform == "unknown":
                continue
            taken.append((start, end))
            steps = text.steps(start, end)
            yield Identifier.after(self.kind, f"{platform}:{account}", text.span(start, end), steps)


def _all(folded: str) -> Iterator[tuple[str, str, int, int]]:
    """Platform, account and where the account stands; a place and platform once."""
    seen: set[tuple[str, int]] = set()
    for found in (_linked, _named, _named_after, _bare):
        for platform, account, start, end in found(folded):
            if (platform, start) not in seen:
                seen.add((platform, start))
                yield platform, account, start, end


def _linked(folded: str) -> Iterator[tuple[str, str, int, int]]:
    for match in LINKS.finditer(folded):
        account, start, end = _place(match)
        if match.lastgroup is not None and account not in {"p", "reel", "share", "joinchat", "home"}:
            platform = next(name for name, held in match.groupdict().items() if held and name != "account")
            yield platform, f"+{account}" if platform == "whatsapp" and account.isdigit() else account, start, end


def _named(folded: str) -> Iterator[tuple[str, str, int, int]]:
    for match in _AFTER.finditer(folded):
        account, start, end = _place(match)
        names = _SINGLE.findall(match["names"])
        if not _is_account(account) or not _announced(match, account, names):
            continue
        for platform in dict.fromkeys(platform_of(name) for name in names):
            yield platform, account, start, end


def _announced(match: re.Match[str], account: str, names: list[str]) -> bool:
    sign = (match["sign"] or "").strip(" ") or (
        "@" if match[0][: match.start("account") - match.start()].endswith("@") else ""
    )
    if sign:
        return sign != "-" or _ODD.search(account) is not None
    if all(name in UNCLEAR for name in names):
        return False
    if _ODD.search(account):
        return True
    said = (match["says"] or "").strip()
    return len(account) >= (3 if said not in {"", "est", "is"} else 6)


def _named_after(folded: str) -> Iterator[tuple[str, str, int, int]]:
    for match in _BEFORE.finditer(folded):
        account, start, end = _place(match)
        clear = match["at"] or (_ODD.search(account) and match["name"] not in UNCLEAR)
        if clear and _is_account(account):
            yield platform_of(match["name"]), account, start, end


def _bare(folded: str) -> Iterator[tuple[str, str, int, int]]:
    for match in _BARE.finditer(folded):
        account, start, end = _place(match)
        if _is_account(account):
            yield "unknown", account, start, end


def _place(match: re.Match[str]) -> tuple[str, int, int]:
    account = match["account"].rstrip("._-") if not match["account"].endswith("_") else match["account"].rstrip(".-")
    start = match.start("account")
    return account, start, start + len(account)


def _is_account(account: str) -> bool:
    """At least three characters, a letter among them, and no word that people write there."""
    return len(account) >= 3 and any(sign.isalpha() for sign in account) and account not in _WORDS
