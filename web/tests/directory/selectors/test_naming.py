"""Services looked for by name are judged exactly as those that matching finds."""

import pytest

from maillon.directory.enums import Need, Trait, ZoneKind
from maillon.directory.rules.reasons import ReasonCode
from maillon.directory.rules.wanted import Wanted
from maillon.directory.selectors import match, match_named
from maillon.directory.services import PlaceDetails
from tests.directory.offers import AT, make_provider, make_service

pytestmark = pytest.mark.django_db
WANTED = Wanted(needs=frozenset({Need.LEGAL}), at=AT, minor=False, traits=frozenset({Trait.WITH_ANIMAL}))


def test_a_named_service_is_judged_as_matching_judges_it(communes):
    make_service(make_provider("Le Relais"), name="Écoute", places=(PlaceDetails(commune="61006"),), languages=("fr",))
    make_service(name="Écoute du soir", excludes=(Trait.WITH_ANIMAL,))
    make_service(name="Écoute d’ailleurs", zone_kind=ZoneKind.COMMUNES, zone=("C61006",))
    make_service(name="Permanence")
    found = match_named("ecou", WANTED, commune=communes["61001"])
    assert [one.candidate.name for one in found] == ["Écoute", "Écoute du soir"]
    known = {one.candidate.id: one for one in match(WANTED, commune=communes["61001"])}
    assert found == [known[one.candidate.id] for one in found]
    assert [one.eligible for one in found] == [True, False]


def test_a_service_that_answers_another_need_is_found_ruled_out_and_says_so(communes):
    make_service(name="Cours de français", needs=(Need.FRENCH,))
    (found,) = match_named("cours fran", WANTED, commune=communes["61001"])
    assert not found.eligible
    assert ReasonCode.MISSES in {reason.code for reason in found.reasons_against}


def test_it_takes_four_queries_and_no_more_than_it_is_asked_for(communes, django_assert_num_queries):
    for number in range(5):
        make_service(name=f"Accueil {number}")
    with django_assert_num_queries(4):
        assert len(match_named("accueil", WANTED, commune=communes["61001"], limit=3)) == 3
