"""Ways to be paid that need no bank card: payment accounts, prepaid coupons, transfers in cash.

The value is "provider:account" or "provider:code"."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_ACCOUNT = r"(?P<account>[a-z0-9][a-z0-9._\-]{2,30})"
_LINK = re.compile(
    r"(?:(?P<paypal>paypal\.me/|paypal\.com/paypalme/)|(?P<revolut>revolut\.me/)|(?P<cashapp>cash\.app/\$?)"
    r"|(?P<lydia>(?:pots|collecte)\.lydia\.me/(?:collect/)?|lydia-app\.com/collect/|lydia\.me/)"
    r"|(?P<venmo>venmo\.com/(?:u/)?)|(?P<wise>wise\.com/pay/me/)|(?P<kofi>ko-fi\.com/)|(?P<monzo>monzo\.me/)"
    r"|(?P<bunq>bunq\.me/)|(?P<satispay>satispay\.com/(?:app/)?|satis\.pay/)|(?P<sumeria>sumeria\.eu/)"
    r"|(?P<buymeacoffee>buymeacoffee\.com/)|(?P<leetchi>leetchi\.com/(?:fr/)?c/)|(?P<tipeee>tipeee\.com/)"
    rf"|(?P<throne>throne\.(?:com|me)/(?:u/)?)){_ACCOUNT}"
)
_NAMES = (
    "paypal|revolut|revtag|lydia|sumeria|wero|cash ?app|venmo|paylib|zelle|bizum|twint|satispay|wise|monzo|skrill|n26"
    "|payconiq"
)
_NAMED = re.compile(
    rf"(?P<provider>{_NAMES})(?![a-z0-9.])(?:[ ](?:tag|moi|me|friends|perso|compte|account|id|c'?est|est|is))*"
    rf"[ ]?(?:[:=>(→➡]+[ ]*[@$]?|[ ]*[@$]){_ACCOUNT}(?![a-z0-9]*@)"
)
_CODE = re.compile(
    r"(?P<provider>pcs|transcash|neosurf|paysafecard|paysafe|cashlib|toneo|flexepin|ticket premium|amazon|steam)"
    r"(?![a-z0-9])[^0-9\n]{0,24}(?P<code>[0-9](?:[ \-]?[0-9]){9,18})(?![0-9])"
)
_CASH = re.compile(
    r"(?P<provider>western union|moneygram|mtcn|ria)(?![a-z0-9])"
    r"[^0-9\n]{0,24}(?P<code>[0-9]{3}[ \-]?[0-9]{3}[ \-]?[0-9]{4}|[0-9]{8})(?![0-9])"
)
_PLATFORMS: Final = frozenset(
    "paypal revolut revtag lydia sumeria wero cashapp cash venmo paylib zelle bizum twint satispay satis wise monzo"
    " skrill n payconiq bunq ko buymeacoffee leetchi tipeee throne".split()
)
_COUPONS: Final = frozenset(
    "pcs transcash neosurf paysafecard paysafe cashlib toneo flexepin ticket amazon steam".split()
)
_TRANSFERS: Final = frozenset("western moneygram mtcn ria".split())
_STEM = re.compile(r"[a-z]")
_NOT_ACCOUNTS: Final = frozenset("accepte acceptes only possible uniquement lydia paypal revolut wero virement".split())


_Found = Iterator[tuple[str, str, int, int]]


class Payment:
    """Accounts beside a provider's name or in its links; codes beside the name of what they pay with."""

    kind: Final = "payment"
    words: Final = _PLATFORMS | _COUPONS | _TRANSFERS

    def may_hold(self, text: Prepared) -> bool:
        """The name of a provider, and of a coupon or a transfer with digits enough for its code."""
        words = text.sought
        return not words.isdisjoint(_PLATFORMS) or (
            text.digits >= 8 and not (words.isdisjoint(_COUPONS) and words.isdisjoint(_TRANSFERS))
        )

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Links, named accounts, codes."""
        _ = region
        for provider, value, start, end in _all(text):
            steps = text.steps(start, end)
            yield Identifier.after(self.kind, f"{provider}:{value}", text.span(start, end), steps)


def _all(text: Prepared) -> _Found:
    yield from _linked(text.folded) if "/" in text.folded else ()
    yield from _named(text)
    yield from _coded(text)


def _linked(folded: str) -> _Found:
    for match in _LINK.finditer(folded):
        provider = next(name for name, held in match.groupdict().items() if held and name != "account")
        account = match["account"].rstrip("._-")
        if not folded[match.start() - 1 : match.start()].isalnum():
            yield provider, account, match.start("account"), match.start("account") + len(account)


def _named(text: Prepared) -> _Found:
    for place in _places(text, _PLATFORMS):
        match = _NAMED.match(text.folded, place)
        account = match["account"].rstrip("._-") if match else ""
        if match and _STEM.search(account) and account not in _NOT_ACCOUNTS:
            provider = {"revtag": "revolut"}.get(match["provider"], match["provider"].replace(" ", ""))
            yield provider, account, match.start("account"), match.start("account") + len(account)


def _coded(text: Prepared) -> _Found:
    codes: set[int] = set()
    for shape, words in ((_CODE, _COUPONS), (_CASH, _TRANSFERS)):
        for place in _places(text, words):
            coupon = shape.match(text.folded, place)
            if coupon is not None and coupon.start("code") not in codes:
                codes.add(coupon.start("code"))
                yield coupon["provider"].replace(" ", ""), re.sub(r"[ \-]", "", coupon["code"]), *coupon.span("code")


def _places(text: Prepared, words: frozenset[str]) -> Iterator[int]:
    """Where such words stand that no name of an address or account goes before."""
    for place in sorted(place for word in text.sought & words for place in text.places(word)):
        if place == 0 or text.folded[place - 1] not in "0123456789@.":
            yield place
