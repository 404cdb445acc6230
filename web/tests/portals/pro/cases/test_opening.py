"""A case begins: one question a screen, nothing stored on the way, and a warning when it may be there already."""

import re

import pytest
from django.urls import reverse

from maillon.cases.enums import Reading
from maillon.cases.models import Case
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.referrals.enums import Basis
from maillon.referrals.models import Referral
from tests.cases.factories import NAME, open_case, read
from tests.portals.pro.cases.conftest import page
from tests.reports.factories import make_house, make_orne
from tests.rights.referred import accepted_by
from tests.territories.factories import load_known_communes

START = reverse("pro:case_start")
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def carried(response) -> dict[str, str]:
    """The hidden fields of the first form of a page."""
    form = response.content.decode().split("<main")[1].split("</form>")[0]
    return dict(HIDDEN.findall(form))


def walks(client, *answers, start=START):
    """Answers one screen after another; gives the last page."""
    response = client.get(start)
    for answer in answers:
        response = client.post(start, {**carried(response), **answer})
    return response


ADULT, NAMED, FRENCH, NOWHERE = {"answer": "yes"}, {"pseudonym": NAME}, {"language": "fr"}, {"none": "1"}


def test_four_questions_lead_to_a_case_that_is_open_at_once(nadia, place):
    review = walks(nadia, ADULT, NAMED, FRENCH, NOWHERE)
    assert NAME in review.content.decode()
    assert not Case.objects.exists()
    answer = nadia.post(START, carried(review), follow=True)
    case = Case.objects.get()
    assert (case.responsible, case.commune) == (place.nadia.membership, None)
    assert NAME in answer.content.decode()
    assert read(case, place.nadia).pseudonym == NAME
    # Sent twice is opened once.
    nadia.post(START, carried(review))
    assert Case.objects.count() == 1


def test_a_minor_is_led_to_child_protection_and_nothing_is_kept(nadia):
    shown = walks(nadia, {"answer": "no"})
    assert shown.status_code == 409
    assert "119" in shown.content.decode()
    forged = {**carried(walks(nadia, ADULT, NAMED, FRENCH, NOWHERE)), "kept_adult": "no"}
    assert nadia.post(START, forged).status_code == 409
    assert not Case.objects.exists()


def test_each_screen_says_what_is_missing_and_leads_back(nadia):
    assert walks(nadia, {}).status_code == 422
    assert walks(nadia, ADULT, {"pseudonym": " "}).status_code == 422
    back = walks(nadia, ADULT, NAMED, {"back": "1"})
    assert f'value="{NAME}"' in back.content.decode()
    assert carried(back)["question"] == "nom"
    assert nadia.post(START, {"question": "rien"}).status_code == 404


def test_the_name_never_stands_in_the_session_or_an_address(nadia):
    review = walks(nadia, ADULT, {"pseudonym": "canari-7702"}, FRENCH, NOWHERE)
    assert "canari-7702" not in str(dict(nadia.session))
    assert "canari-7702" not in nadia.post(START, carried(review))["Location"]


def test_a_case_of_somebody_alike_is_told_with_its_reasons_and_opened_all_the_same(nadia, place):
    earlier = open_case(place)
    shown = walks(nadia, ADULT, NAMED, FRENCH, {"commune": place.commune.pk})
    told = shown.content.decode()
    assert earlier.number in told
    assert "le même nom donné, la même commune, la même langue" in told
    nadia.post(START, carried(shown))
    assert Case.objects.count() == 2


def test_a_colleagues_case_is_told_by_number_and_name_without_a_way_in(nadia, place):
    theirs = open_case(place, by=place.colleague)
    told = walks(nadia, ADULT, NAMED, FRENCH, NOWHERE).content.decode()
    assert theirs.number in told
    assert place.colleague.membership.member.name in told
    assert reverse("pro:case", args=[theirs.pk]) not in told


def test_a_commune_is_looked_for_and_chosen(nadia):
    load_known_communes()
    found = walks(nadia, ADULT, NAMED, FRENCH, {"typed": "alencon"})
    assert 'name="commune" value="61001"' in " ".join(found.content.decode().split())
    review = walks(nadia, ADULT, NAMED, FRENCH, {"commune": "61001"})
    assert "Alençon" in review.content.decode()


def test_it_opens_for_a_reason_that_stands_in_the_journal(nadia, case, at):
    closed = page(nadia, at())
    assert NAME not in closed
    assert nadia.post(at("case_open"), {}).status_code == 422
    # Not hers to give: she leads nobody.
    assert nadia.post(at("case_open"), {"reason": Reading.SUPERVISING}).status_code == 422
    nadia.post(at("case_open"), {"reason": Reading.FOLLOWING})
    assert NAME in page(nadia, at())
    assert Line.objects.filter(action=Action.OPENED, subject_id=case.pk, reason=Reading.FOLLOWING).exists()


@pytest.mark.parametrize("house", ["police", "council", "prefecture"])
def test_who_follows_nobody_has_no_such_room(place, case, house, signed_in_client):
    reader = signed_in_client(getattr(place, house).reader.membership)
    assert reader.get(START).status_code == 403
    assert reader.get(reverse("pro:case", args=[case.pk])).status_code == 403
    assert "Accompagnements" not in page(reader, reverse("pro:home"))


@pytest.fixture
def accepted(db):
    """A referral that a clinic has accepted: its step, and the clinic's reader."""
    house = make_house(health=True)
    return accepted_by(make_orne(), house.reader), house.reader


def test_an_accepted_referral_leads_on_to_a_case_that_knows_where_she_comes_from(accepted, signed_in_client):
    step, reader = accepted
    client, start = signed_in_client(reader.membership), reverse("pro:case_from_step", args=[step.pk])
    assert start in page(client, reverse("pro:received_step", args=[step.pk]))
    # Her age and where she is are known by it.
    review = walks(client, NAMED, FRENCH, {"commune": step.referral.commune_id}, start=start)
    client.post(start, carried(review))
    case = Case.objects.get()
    assert (case.step, case.commune) == (step, step.referral.commune)


def test_a_minors_referral_leads_to_no_case(accepted, signed_in_client):
    step, reader = accepted
    Referral.objects.update(minor=True, basis=Basis.CHILD_PROTECTION, parents_informed=True)
    client, start = signed_in_client(reader.membership), reverse("pro:case_from_step", args=[step.pk])
    assert start not in page(client, reverse("pro:received_step", args=[step.pk]))
    assert client.get(start).status_code == 409
