"""Finding services by words."""

import datetime as dt

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from maillon.directory.enums import Need, ZoneKind
from maillon.directory.models import Service
from maillon.directory.selectors import search, search_key, search_key_of
from maillon.directory.services import PlaceDetails
from maillon.territories.rules.folding import fold
from tests.directory.offers import AT, make_provider, make_service

pytestmark = pytest.mark.django_db
DAY = AT.date()


def names(*asked, **more):
    return [found.name for found in search(*asked, on=DAY, **more)]


@pytest.fixture
def services(communes):
    make_service(
        make_provider("Maison de l’Écoute"), name="Permanence d’accès aux soins", needs=(Need.HEALTH,),
        summary="Consultations sans rendez-vous.", places=(PlaceDetails(commune="61214"),),
    )  # fmt: skip
    make_service(make_provider("Halte de nuit"), name="Abri d’urgence", needs=(Need.SHELTER,))


@pytest.mark.parametrize(
    "typed",
    [
        "permanence d'acces aux soins",
        "ACCÈS",
        "perma",
        "soin",
        "ecoute",
        "l'aigle sante",
        "Santé",
        "consultation rendez-vous",
        "  accès   ",
        "maisons",
    ],
)
def test_accents_case_small_words_plurals_and_unfinished_words_are_forgiven(services, typed):
    assert names(typed) == ["Permanence d’accès aux soins"]


@pytest.mark.parametrize("typed", ["soins abri", "ermanence", "xyz", "'; DROP TABLE", "!!!", "عربية", "& | ! :*"])
def test_every_word_has_to_be_there_and_nothing_breaks(services, typed):
    assert names(typed) == []


@given(st.text(max_size=40))
def test_whatever_is_typed_is_answered(typed):
    assert list(search(typed, on=DAY)) == []


def test_need_and_commune_narrow_and_empty_ones_do_not(services, communes):
    make_service(name="Lointain", needs=(Need.SHELTER,), zone_kind=ZoneKind.COMMUNES, zone=("C88315",))
    assert names() == ["Abri d’urgence", "Lointain", "Permanence d’accès aux soins"]
    assert names(need=Need.SHELTER) == ["Abri d’urgence", "Lointain"]
    assert names("", Need.SHELTER, communes["61001"]) == ["Abri d’urgence"]
    assert names(commune=communes["88315"]) == ["Lointain"]


def test_whose_name_begins_so_comes_first_and_who_is_stale_last():
    make_service(name="Aide au logement")
    make_service(name="Logement")
    stale = make_service(name="Logement ancien")
    Service.objects.filter(pk=stale.pk).update(due_on=DAY - dt.timedelta(days=1))
    assert names("logement") == ["Logement", "Aide au logement", "Logement ancien"]


def test_hidden_ones_are_found_by_keepers_alone_and_ended_ones_by_nobody():
    hidden, ended = make_service(name="Cachée"), make_service(name="Cachée et finie")
    Service.objects.update(due_on=DAY - dt.timedelta(days=91))
    Service.objects.filter(pk=ended.pk).update(ended_on=DAY)
    assert names("cachee") == []
    assert names("cachee", with_hidden=True) == [hidden.name]


def test_the_key_is_the_same_for_a_row_and_for_its_facts_and_begins_with_the_name(services):
    stored = Service.objects.get(name__startswith="Permanence")
    with translation.override("en"):
        key = search_key_of(stored)
    facts = {
        "provider": "Maison de l’Écoute",
        "summary": stored.summary,
        "needs": stored.needs,
        "communes": ["L’Aigle"],
    }
    assert key == search_key(name=stored.name, **facts) == stored.search_key
    assert key.startswith(fold(stored.name))
    assert key.endswith("sante aigle")


def test_the_words_are_found_through_their_index(services, django_assert_num_queries):
    from django.db import connection

    with connection.cursor() as cursor:
        # In so small a table any way is as good; a plain walk along another index too, once statistics say so.
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
    assert "service_by_words" in search("soins", on=DAY).explain()
    # The services, then their providers.
    with django_assert_num_queries(2):
        assert [found.provider.name for found in search("soins", on=DAY)] == ["Maison de l’Écoute"]


def test_the_first_page_of_many_is_kept_and_the_rest_is_not_sorted(services):
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_indexscan = off")
    steps = search("soins", on=DAY)[:25].explain().splitlines()
    # A join between the two would have everything sorted that was found.
    assert steps[0].startswith("Limit")
    assert steps[1].strip().startswith("->  Sort")
