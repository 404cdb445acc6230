"""How far a service is. Distances are great circles from the town hall; how long the way takes is not known here."""

from maillon.directory.rules.reasons import Reason, ReasonCode, Weighed
from maillon.directory.rules.wanted import Candidate, Wanted
from maillon.territories.rules.distances import kilometres

# Bands rather than kilometres, so that what weighs less than distance still counts: at 6 or 9 km, the open one first.
# The limits are the project's own (D): on foot, in town, by bus, by car.
BANDS_KM = (5, 15, 30, 60)
_NEAR_BANDS = 3
# What has no known place, as a shelter, counts as far as its zone is wide.
ZONE_BANDS = {"communes": 0, "departement": 2, "region": 3, "country": 4}


def nearest_km(candidate: Candidate, wanted: Wanted) -> float | None:
    """To the nearest of its places; None when either end is unknown. A confidential service never has a distance."""
    if candidate.is_confidential or wanted.position is None:
        return None
    return min((kilometres(wanted.position, spot.position) for spot in candidate.spots), default=None)


def distance_band(candidate: Candidate, wanted: Wanted) -> int:
    """Which band it lies in, 0 for the nearest."""
    return _band(candidate, nearest_km(candidate, wanted))


def _band(candidate: Candidate, km: float | None) -> int:
    if km is None:
        return ZONE_BANDS.get(candidate.zone_kind, len(BANDS_KM))
    return sum(km > limit for limit in BANDS_KM)


def nearness(candidate: Candidate, km: float | None) -> Weighed:
    """Its band, and the kilometres or the zone as a reason; `km` is its `nearest_km`."""
    band = _band(candidate, km)
    if km is None:
        return Weighed(band, (Reason(ReasonCode.IN_ZONE, (candidate.zone_kind,)),))
    if band < _NEAR_BANDS:
        return Weighed(band, (Reason(ReasonCode.NEAR, (), round(km)),))
    return Weighed(band, (), (Reason(ReasonCode.FAR, (), round(km)),))
