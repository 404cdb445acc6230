"""What the person sees of what is asked for her, and what she decides herself, with her eight words."""

import logging
from datetime import timedelta

import pytest
from django.core import mail

from maillon.base import clock
from maillon.referrals import services
from maillon.referrals.enums import How, Outcome, PartKind, Reading, ReferralState, RefusalReason, StepState, Withdrawn
from maillon.referrals.models import Consent, Step
from maillon.speaking.code import new_code
from tests.portals.public.referring import AGREED, refer, service, wanted
from tests.portals.public.speaking import Visitor
from tests.reports.acting import acknowledged
from tests.reports.factories import make_house
from tests.speaking.factories import speak

pytestmark = pytest.mark.django_db


@pytest.fixture
def house(db):
    return make_house()


@pytest.fixture
def referred(door, orne, house):
    """To a house in Maillon, then to one without an account."""
    return refer(orne, wanted(service("Maison A", house.organisation)), wanted(service("Maison B")), link=False)


@pytest.fixture
def back(referred):
    return come_back(referred.code)


def come_back(code, home="/"):
    visitor = Visitor(home)
    visitor.get("returning")
    visitor.post("returning", code=" ".join(code.words))
    return visitor


def at(referred, position):
    return Step.objects.get(referral=referred.referral, position=position)


def does(visitor, what, about):
    return visitor.post("following_act", what=f"{what}:{about.id}")


def read_by(house, step):
    reader = house.reader
    services.open_step(
        step_id=step.id, by=reader.membership, keyring=reader.keyring, at=clock.now(), reason=Reading.ANSWERING
    )
    return reader.membership


def accepted_by(house, step):
    by = read_by(house, step)
    services.accept(step_id=step.id, by=by, at=clock.now())
    return by


def test_a_code_that_belongs_to_a_referral_alone_opens_it(back, referred):
    assert back.path == "/retour/suite/"
    assert back.heading == "Ce qui est demandé pour vous"
    assert "Maison A" in back.html
    assert "Maison B" in back.html
    assert "Votre récit" not in back.html


def test_she_reads_who_has_which_parts_on_which_agreement(back, referred):
    assert "Ce que ce service a reçu" in back.html
    assert "Comment vous joindre" in back.html
    assert "Vous avez dit oui, le" in back.html
    assert "Acceptez-vous que le service «\u00a0Maison A\u00a0»" in back.html
    assert "Ce service n’a encore rien reçu." in back.html
    assert "Canari-situation" in back.html
    assert "Canari-health" not in back.html


def test_beside_her_report_stands_what_is_asked_for_her(door, orne):
    spoken = speak(orne)
    acknowledged(orne.association, spoken.at(orne.association))
    refer(orne, wanted(service("Maison A")), link=False, report_id=spoken.report.id, code=None)
    visitor = come_back(spoken.code)
    assert visitor.heading == "Ce qu’est devenu votre récit"
    assert "Maison A" in visitor.html
    assert "Ajouter quelque chose, pour tous" in visitor.html


def test_she_takes_back_from_one_service_and_the_next_is_asked(back, referred):
    first, second = at(referred, 0), at(referred, 1)
    does(back, "revoke", first)
    first.refresh_from_db()
    second.refresh_from_db()
    assert first.state == StepState.WITHDRAWN
    assert first.withdrawn == Withdrawn.PERSON
    assert second.state == StepState.PROPOSED
    assert Consent.objects.get(step=first).revoked_at
    assert "Vous avez retiré votre accord" in back.html
    assert "Vous l’avez demandé." in back.html


def test_she_stops_everything(back, referred):
    does(back, "stop", referred.referral)
    referred.referral.refresh_from_db()
    assert referred.referral.state == ReferralState.WITHDRAWN
    assert not Consent.objects.filter(revoked_at=None).exists()
    assert "Tout est arrêté." in back.html


@pytest.mark.parametrize(("what", "state"), [("agree", StepState.PLANNED), ("decline", StepState.WITHDRAWN)])
def test_she_says_yes_or_no_to_a_service_that_is_proposed_to_her(referred, what, state):
    by = referred.author.membership
    asked = services.ask_consent(
        referral_id=referred.referral.id, service_id=service("Maison C").id, parts=AGREED, by=by, at=clock.now()
    )
    back = come_back(referred.code)
    assert "Acceptez-vous que le service «\u00a0Maison C\u00a0»" in back.html
    does(back, what, asked)
    asked.refresh_from_db()
    assert asked.state == state
    assert Consent.objects.filter(step=asked, how=How.BY_CODE).exists() is (what == "agree")


def test_the_record_keeps_the_language_that_she_read_it_in(referred):
    by = referred.author.membership
    asked = services.ask_consent(
        referral_id=referred.referral.id, service_id=service("Maison C").id, parts=AGREED, by=by, at=clock.now()
    )
    back = come_back(referred.code, "/en/")
    does(back, "agree", asked)
    assert Consent.objects.get(step=asked).language == "en"


@pytest.mark.parametrize(("what", "said", "state"), [("met", True, "met"), ("not_met", False, "accepted")])
def test_she_says_whether_she_was_contacted(back, referred, house, what, said, state):
    step = at(referred, 0)
    accepted_by(house, step)
    assert "Avez-vous été contactée" in back.get("following").content.decode()
    does(back, what, step)
    step.refresh_from_db()
    assert (step.person_met, step.state) == (said, state)


def test_not_yet_changes_nothing_and_tells_nobody(back, referred, house):
    accepted_by(house, at(referred, 0))
    before = Step.objects.values().get(position=0)
    does(back, "not_yet", at(referred, 0))
    assert Step.objects.values().get(position=0) == before


def test_she_reads_how_it_ended_in_plain_words(back, referred, house):
    step = at(referred, 0)
    by = accepted_by(house, step)
    starts = clock.now() + timedelta(days=2)
    services.appoint(step_id=step.id, starts_at=starts, minutes=45, joint=True, by=by, at=clock.now())
    assert "Rendez-vous le" in back.get("following").content.decode()
    services.met(step_id=step.id, by=by, at=clock.now())
    services.finish(step_id=step.id, outcome=Outcome.PROTECTED, words="Canari-end", by=by, at=clock.now())
    page = back.get("following").content.decode()
    assert "Vous avez un endroit où être à l’abri." in page
    assert "Rendez-vous le" not in page
    assert "Canari-end" not in page


def test_a_refusal_is_nobodys_fault_and_its_words_stay_between_professionals(back, referred, house):
    step = at(referred, 0)
    by = read_by(house, step)
    services.refuse(step_id=step.id, reason=RefusalReason.FULL, words="Canari-no", by=by, at=clock.now())
    page = back.get("following").content.decode()
    assert "Il n’a pas de place en ce moment." in page
    assert "Canari-no" not in page


def test_a_minor_reads_why_without_her_agreement_and_takes_nothing_back(door, orne):
    council = service("Cellule", orne.council.organisation)
    law = {"parts": {PartKind.SITUATION: "Canari."}, "minor": True, "parents_informed": True}
    asked = wanted(council, [PartKind.SITUATION], how=None, given_at=None)
    referred = refer(orne, asked, link=False, **law)
    back = come_back(referred.code)
    assert "la loi permet de prévenir ces services" in back.html
    assert "Retirer mon accord" not in back.html
    assert "Tout arrêter" not in back.html
    does(back, "revoke", at(referred, 0))
    assert at(referred, 0).state == StepState.PROPOSED


def test_nobody_decides_for_another(back, referred, orne):
    other = refer(orne, link=False)
    for what in ("agree", "decline", "revoke", "met", "not_met"):
        assert does(back, what, at(other, 0)).status_code == 422
    assert does(back, "stop", other.referral).status_code == 422
    back.post("following_act", what="revoke")
    back.post("following_act", what="revoke:rien")
    assert at(other, 0).state == StepState.PROPOSED
    assert at(referred, 0).state == StepState.PROPOSED


def test_asking_for_erasure_destroys_what_was_told(back, referred):
    back.post("following_act", what="erase")
    referred.referral.refresh_from_db()
    assert referred.referral.erased_at
    assert come_back(referred.code).html.find("Canari") == -1


def test_an_unused_code_still_opens_nothing(door, referred):
    assert "n’ouvrent rien" in come_back(new_code()).html


def test_nothing_of_her_goes_into_mails_addresses_or_logs(back, referred, caplog):
    caplog.set_level(logging.DEBUG)
    does(back, "revoke", at(referred, 0))
    does(back, "stop", referred.referral)
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("maillon")]
    mails = [message.subject + message.body for message in mail.outbox]
    written = "".join([*ours, *mails, *(page.request["PATH_INFO"] for page in back.seen)])
    assert "Canari" not in written
    assert not any(word in written for word in referred.code.words)
