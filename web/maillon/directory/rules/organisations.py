"""What the law makes of an organisation. Kinds and secrecies are the values of `directory.enums`."""

import datetime as dt
from collections.abc import Mapping

# Kinds that answer for an area by law, with the kind of area (territories.enums.JurisdictionKind).
JURISDICTION_KINDS: Mapping[str, str] = {
    "prosecutor": "prosecutor",
    "police": "force",
    "gendarmerie": "force",
    "council": "council",
}
# Their staff are public officers or civil servants whatever the organisation says (CPP art. 40).
PUBLIC_KINDS = frozenset({"gendarmerie", "police", "prosecutor", "fire_rescue", "prefecture", "council"})
# Bound by professional secrecy by state or office, whatever the organisation says (CP 226-13; CASF L221-6).
_ALWAYS_BOUND = frozenset({"fire_rescue", "council", "health"})
# The prosecutor and the forces receive denunciations: art. 40 binds them; secrecy does not stand in its way.
_NEVER_BOUND = frozenset({"gendarmerie", "police", "prosecutor"})
_AUTHORITIES = frozenset({"gendarmerie", "police", "prosecutor"})
_PSP_APPROVAL_YEARS = 3


def may_hold_offence_data(kind: str, justice_approved_until: dt.date | None, on: dt.date) -> bool:
    """Police, gendarmerie and prosecutor; an association only while approved by the Ministry of Justice (LIL art. 46).

    The last day of the approval counts.
    """
    if kind in _AUTHORITIES:
        return True
    return kind == "association" and justice_approved_until is not None and on <= justice_approved_until


def reporter_statuses(kind: str, secrecy: str, *, is_public_service: bool = False) -> frozenset[str]:
    """What the law sees in a member who reports: values of guidance.enums.ReporterStatus, never none.

    An association that has not said whether it is bound counts as bound: an adult's trust broken by mistake can't be
    mended, a report held back until the question is settled can. `is_public_service` matters for the kinds that
    may be public or private.
    """
    statuses = set()
    if kind in PUBLIC_KINDS or is_public_service:
        statuses.add("public_official")
    if kind not in _NEVER_BOUND and (kind in _ALWAYS_BOUND or secrecy in _binding(kind)):
        statuses.add("secrecy_bound")
    statuses |= {"health": {"health_professional"}, "council": {"child_protection"}, "lodging": {"lodging"}}.get(
        kind, set()
    )
    return frozenset(statuses or {"private_person"})


def _binding(kind: str) -> frozenset[str]:
    return frozenset({"bound", "to_confirm"} if kind == "association" else {"bound"})


def psp_approval_ends(start: dt.date) -> dt.date:
    """The day a préfet's approval for the exit path ends: three years on (CASF R121-12-3)."""
    try:
        return start.replace(year=start.year + _PSP_APPROVAL_YEARS)
    except ValueError:
        # 29 February: the third year has none.
        return dt.date(start.year + _PSP_APPROVAL_YEARS, 3, 1)


def is_psp_approved(start: dt.date | None, end: dt.date | None, on: dt.date) -> bool:
    """Whether the approval for the exit path covers that day; its last day counts no more."""
    return start is not None and end is not None and start <= on < end
