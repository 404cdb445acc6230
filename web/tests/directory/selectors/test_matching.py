"""What is read of the directory to match."""

import datetime as dt
from dataclasses import replace

import pytest

from maillon.base.ids import new_id
from maillon.directory.enums import Need, Trait, ZoneKind
from maillon.directory.models import Capacity, Place, Provider, Service
from maillon.directory.rules.matching import rank
from maillon.directory.rules.reasons import ReasonCode
from maillon.directory.rules.wanted import Answers, Candidate, Wanted
from maillon.directory.selectors import match, position_of
from maillon.directory.selectors.matching import _acting, _candidates
from maillon.directory.services import PlaceDetails
from maillon.territories.models import Commune
from tests.directory.offers import AT, make_provider, make_service
from tests.directory.rules.candidates import Chance

pytestmark = pytest.mark.django_db
LEGAL = Wanted(needs=frozenset({Need.LEGAL}), at=AT)


def names(found):
    return [one.candidate.name for one in found]


def reasons(found):
    return {reason.code: reason for reason in found.reasons_for + found.reasons_against}


def say_capacity(service, free, *, said_at=AT, hours=24):
    expires = said_at + dt.timedelta(hours=hours)
    facts = {"said_by": new_id(), "said_by_name": "Essai", "said_at": said_at, "expires_at": expires}
    return Capacity.objects.create(id=new_id(), service=service, free=free, **facts)


def test_what_acts_in_the_commune_is_found_whatever_its_zone(communes):
    make_service(name="Commune", zone_kind=ZoneKind.COMMUNES, zone=("C61001",))
    make_service(name="Département", zone=("D61",))
    make_service(name="Région", zone_kind=ZoneKind.REGION, zone=("D14", "D61"))
    make_service(name="Pays", zone_kind=ZoneKind.COUNTRY, zone=("FR",))
    make_service(name="Ailleurs", zone_kind=ZoneKind.COMMUNES, zone=("C61006",))
    make_service(name="Santé", needs=(Need.HEALTH,))
    assert names(match(LEGAL, commune=communes["61001"])) == ["Commune", "Département", "Région", "Pays"]
    assert names(match(LEGAL, commune=communes["88315"])) == ["Pays"]


def test_neither_ended_nor_hidden_services_are_found(communes):
    make_service(name="Là")
    ended = make_service(name="Finie")
    ended.ended_on = AT.date()
    ended.save()
    gone = make_provider("Partie")
    make_service(gone, name="De l’association partie")
    gone.ended_on = AT.date()
    gone.save()
    hidden = make_service(name="Cachée")
    hidden.due_on = AT.date() - dt.timedelta(days=91)
    hidden.save()
    assert names(match(LEGAL, commune=communes["61001"])) == ["Là"]


def test_distances_go_from_the_town_hall_to_the_nearest_place(communes):
    both = (PlaceDetails(commune="61006"), PlaceDetails(commune="61169"))
    make_service(name="Deux lieux", places=both)
    hall = communes["61001"]
    point = {"latitude": hall.latitude + 0.01, "longitude": hall.longitude}
    make_service(name="Précis", places=(PlaceDetails(commune="61006", **point),))
    make_service(name="Confidentiel", is_confidential=True)
    found = {one.candidate.name: one.km for one in match(LEGAL, commune=communes["61001"])}
    assert found["Précis"] == pytest.approx(1.11, abs=0.01), "a hundredth of a degree to the north"
    assert found["Deux lieux"] == pytest.approx(36.5, abs=1)
    assert found["Confidentiel"] is None
    by_name = {one.candidate.name: one.km for one in match(LEGAL, commune=communes["61169"])}
    assert by_name["Deux lieux"] == 0


def test_the_last_thing_said_about_free_places_counts_while_it_may_be_believed(communes):
    service = make_service()
    say_capacity(service, 5, said_at=AT - dt.timedelta(hours=3))
    say_capacity(service, 0, said_at=AT - dt.timedelta(hours=1))
    (found,) = match(LEGAL, commune=communes["61001"])
    assert ReasonCode.FULL in reasons(found)
    say_capacity(service, 2, said_at=AT - dt.timedelta(minutes=10), hours=0.1)
    (found,) = match(LEGAL, commune=communes["61001"])
    assert not {ReasonCode.FULL, ReasonCode.FREE} & set(reasons(found)), (
        "the last word expired; an older one is not better"
    )


def test_past_answers_come_from_above(communes):
    make_service(name="A")
    better = make_service(name="B")
    found = match(LEGAL, commune=communes["61001"], answers=lambda keys: {better.pk: Answers(8, 8, 1.0)})
    assert names(found) == ["B", "A"]
    assert reasons(found[0])[ReasonCode.ACCEPTS].of == 8


def test_what_rules_out_comes_last_and_only_while_there_is_room(communes):
    make_service(name="A", excludes=(Trait.MEN,))
    make_service(name="B")
    wanted = Wanted(needs=frozenset({Need.LEGAL}), traits=frozenset({Trait.MEN}), at=AT)
    found = match(wanted, commune=communes["61001"])
    assert [(one.candidate.name, one.eligible) for one in found] == [("B", True), ("A", False)]
    assert names(match(wanted, commune=communes["61001"], limit=1)) == ["B"]


def stored(found: Candidate, number: int, provider: Provider, places: list[Commune]) -> Service:
    """A row that says what a made-up candidate says, places apart: at every second commune, or nowhere."""
    facts = {name: sorted(getattr(found, name)) for name in ("needs", "welcomes", "excludes", "languages")}
    facts |= {name: getattr(found, name) for name in ("min_age", "max_age", "due_on", "ended_on", "is_confidential")}
    service = Service.objects.create(
        id=new_id(), provider=provider, name=f"{found.name} {number % 7}", zone_kind=found.zone_kind, zone=["D61"],
        hours=found.hours, changed_at=AT, search_key="", confidence="secondary", **facts,
    )  # fmt: skip
    for place, spot in () if found.is_confidential else zip(places, found.spots, strict=False):
        Place.objects.create(id=new_id(), service=service, commune=place, hours=spot.hours)
    return service


def test_the_database_puts_on_the_shortlist_what_the_rules_would(communes):
    chance, provider = Chance(6), make_provider()
    towns = list(communes.values())
    for number in range(100):
        stored(chance.candidate(), number, provider, chance.sample(towns, 2))
    for limit in (1, 2, 3, 5, 8, 13) * 2:
        wanted, commune = chance.wanted(), communes["61001"]
        every = rank(_candidates(_acting(wanted, commune), wanted.at), replace(wanted, position=position_of(commune)))
        asked = replace(wanted, position=None)
        assert match(asked, commune=commune, limit=limit) == every[:limit]


def test_four_queries_read_all_that_is_needed(communes, django_assert_num_queries):
    for number in range(8):
        make_service(name=f"S{number}", places=(PlaceDetails(commune="61001"), PlaceDetails(commune="61006")))
    with django_assert_num_queries(4):
        assert len(match(LEGAL, commune=communes["61001"])) == 8


def test_a_commune_whose_position_nobody_knows_is_answered_by_zone(communes):
    make_service(name="Là", places=(PlaceDetails(commune="61001"),))
    lost = communes["61001"]
    lost.latitude = lost.longitude = None
    (found,) = match(LEGAL, commune=lost)
    assert (found.km, ReasonCode.IN_ZONE in reasons(found)) == (None, True)


def test_without_needs_everything_there_is_listed(communes):
    make_service(name="Droit")
    make_service(name="Santé", needs=(Need.HEALTH,))
    assert names(match(Wanted(needs=frozenset(), at=AT), commune=communes["61001"])) == ["Droit", "Santé"]
