"""Ways to be paid that need no bank card: payment accounts, prepaid coupons, transfers in cash.

The value is "provider:account" or "provider:code"."""

import re
from collections.abc import Iterator
from typing import Final

from maillon_engine.identifiers.model import Identifier
from maillon_engine.identifiers.prepared import Prepared

_ACCOUNT = r"(?P<account>[a-z0-9][a-z0-9._\-]{2,30})"
_LINK = re.compile(
    r"(?<![a-z0-9])(?:(?P<paypal>paypal\.me/|paypal\.com/paypalme/)|(?P<revolut>revolut\.me/)"
    r"|(?P<cashapp>cash\.app/\$?)"
    r"|(?P<lydia>(?:pots|collecte)\.lydia\.me/(?:collect/)?|lydia-app\.com/collect/)|(?P<venmo>venmo\.com/(?:u/)?)"
    rf"|(?P<wise>wise\.com/pay/me/)|(?P<kofi>ko-fi\.com/)|(?P<monzo>monzo\.me/)){_ACCOUNT}"
)
_NAMED = re.compile(
    r"(?<![a-z0-9@.])(?P<provider>paypal|revolut|lydia|wero|cash ?app|venmo|paylib)(?![a-z0-9.])"
    rf"[ ]?(?:[:=>][ ]*[@$]?|[ ]*[@$]){_ACCOUNT}(?![a-z0-9]*@)"
)
_CODE = re.compile(
    r"(?<![a-z0-9])(?P<provider>pcs|transcash|neosurf|paysafecard|paysafe|cashlib|toneo)(?![a-z0-9])"
    r"[^0-9\n]{0,24}(?P<code>[0-9](?:[ \-]?[0-9]){9,18})(?![0-9])"
)
_CASH = re.compile(
    r"(?<![a-z0-9])(?P<provider>western union|moneygram|mtcn)(?![a-z0-9])"
    r"[^0-9\n]{0,24}(?P<code>[0-9]{3}[ \-]?[0-9]{3}[ \-]?[0-9]{4}|[0-9]{8})(?![0-9])"
)
_HINTS: Final = frozenset(
    "paypal revolut lydia wero cashapp cash venmo paylib pcs transcash neosurf paysafecard paysafe cashlib toneo"
    " western moneygram mtcn wise ko monzo".split()
)
_STEM = re.compile(r"[a-z]")


class Payment:
    """Accounts beside a provider's name or in its links; codes beside the name of what they pay with."""

    kind: Final = "payment"

    def may_hold(self, text: Prepared) -> bool:
        """The name of a provider."""
        return not _HINTS.isdisjoint(text.words)

    def find(self, text: Prepared, region: str) -> Iterator[Identifier]:
        """Links, named accounts, codes."""
        del region
        for provider, value, start, end in _all(text.folded):
            steps = text.steps(start, end)
            yield Identifier.after(self.kind, f"{provider}:{value}", text.span(start, end), steps)


def _all(folded: str) -> Iterator[tuple[str, str, int, int]]:
    for match in _LINK.finditer(folded):
        provider = next(name for name, held in match.groupdict().items() if held and name != "account")
        account = match["account"].rstrip("._-")
        yield provider, account, match.start("account"), match.start("account") + len(account)
    for match in _NAMED.finditer(folded):
        account = match["account"].rstrip("._-")
        if _STEM.search(account):
            provider = match["provider"].replace(" ", "")
            yield provider, account, match.start("account"), match.start("account") + len(account)
    for shape in (_CODE, _CASH):
        for match in shape.finditer(folded):
            code = re.sub(r"[ \-]", "", match["code"])
            yield match["provider"].replace(" ", ""), code, *match.span("code")
