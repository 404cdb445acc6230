"""The link of a service without an account: nothing before the digits, one answer, one sentence when it is over."""

import logging
import re
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import connection

from maillon.base import clock
from maillon.journal.models import Line
from maillon.referrals import services
from maillon.referrals.enums import LinkEnd, RefusalReason, StepState
from maillon.referrals.models import Link
from maillon.speaking.sessions import IDLE_LIFE
from maillon.vault.models import Grant
from tests.portals.public.referring import ADDRESS, TOLD, refer, token_in
from tests.portals.public.speaking import Visitor

pytestmark = pytest.mark.django_db
OVER = "Ce lien ne s’ouvre pas"
_ABOUT_HER = ("Maison A", "Gestion", "Canari", "personne a besoin", "Alençon", "Organisation fictive")


@pytest.fixture
def referred(door, orne):
    return refer(orne)


@pytest.fixture
def window(referred):
    visitor = Visitor()
    visitor.get("answering:enter", referred.token)
    return visitor


def enter(window, referred, digits=None):
    return window.post("answering:enter", referred.token, digits=digits or referred.digits)


def wrong(referred):
    """Eight digits that are not the right ones."""
    return f"{(int(referred.digits) + 1) % 10**8:08d}"


def test_the_page_says_nothing_before_the_digits(window):
    assert window.heading == "Un message vous attend"
    assert not any(word in window.html for word in _ABOUT_HER)
    assert not window.client.cookies


def test_opening_the_link_changes_nothing_however_often(window, referred):
    before = Line.objects.count()
    for _ in range(20):
        window.client.get(f"/repondre/{referred.token}/")
        window.client.head(f"/repondre/{referred.token}/")
    assert Line.objects.count() == before
    assert referred.step.state == StepState.PROPOSED
    assert enter(window, referred).status_code == 200


def test_with_the_digits_it_reads_the_parts_that_she_agreed_to_and_no_other(window, referred):
    enter(window, referred, f"{referred.digits[:4]} {referred.digits[4:]}")
    assert window.path == "/repondre/suite/"
    assert "Canari-situation" in window.html
    assert "Canari-contact" in window.html
    assert "Canari-health" not in window.html
    assert referred.token not in window.html
    assert referred.step.state == StepState.SEEN


def test_a_yes_ends_the_link_and_shows_once_more_how_to_reach_her(window, referred):
    enter(window, referred)
    window.post("answering:accept")
    assert "Canari-contact" in window.html
    assert referred.step.state == StepState.ACCEPTED
    assert Link.objects.get().end == LinkEnd.ANSWERED
    assert over(referred)


def test_a_yes_may_name_a_first_appointment(window, referred):
    enter(window, referred)
    past = clock.now() - timedelta(days=1)
    assert window.post("answering:accept", starts_at=past.strftime("%Y-%m-%dT%H:%M")).status_code == 422
    assert "Choisissez un moment à venir" in window.html
    assert window.post("answering:accept", starts_at="demain").status_code == 422
    assert referred.step.state == StepState.SEEN
    window.post("answering:accept", starts_at="2099-03-02T10:30", minutes="60")
    assert "Rendez-vous le 2 mars 2099, à 10:30." in window.html
    step = referred.step
    assert (step.appointment_at.isoformat(), step.appointment_minutes) == ("2099-03-02T09:30:00+00:00", 60)


def test_a_no_needs_a_reason_of_the_list_and_keeps_what_was_typed(window, referred):
    enter(window, referred)
    refused = window.post("answering:refuse", words="Essayez la maison d’à côté.")
    assert refused.status_code == 422
    assert "Choisissez une raison." in window.html
    assert "Essayez la maison d’à côté." in window.html
    assert window.post("answering:refuse", reason="other", words="x").status_code == 422
    window.post("answering:refuse", reason="full", words="Essayez la maison d’à côté.")
    assert window.heading == "Votre réponse est transmise"
    assert referred.step.refusal_reason == RefusalReason.FULL
    read = services.read_words(
        step_id=referred.step.id,
        by=referred.author.membership,
        keyring=referred.author.keyring,
        at=clock.now(),
        reason="following",
    )
    assert read == "Essayez la maison d’à côté."
    assert over(referred)


@pytest.mark.parametrize("page", ["reading", "accept", "refuse"])
def test_another_language_keeps_what_was_typed_and_answers_nothing(window, referred, page):
    enter(window, referred)
    begun = {"starts_at": "2099-03-02T10:30", "minutes": "90", "reason": "full", "words": "Essayez la maison"}
    window.home = "/en/"
    for go in ("language", "stay"):
        assert window.post(f"answering:{page}", go=go, **begun).status_code == 200
        assert '<html lang="en"' in window.html
        assert "Essayez la maison</textarea>" in window.html
        assert 'value="2099-03-02T10:30"' in window.html
        assert re.search(r'value="90"\s+selected', window.html)
        assert re.search(r'value="full"[^>]*checked', window.html)
        assert re.search(r"<details[^>]* open", window.html)
        assert "error-summary" not in window.html
    assert referred.step.state == StepState.SEEN


def test_the_switch_and_the_enter_key_belong_to_the_form_of_the_answer(window, referred):
    enter(window, referred)
    buttons = re.findall(r'<button type="submit"\s+form="answer"[^>]*>', window.html)
    assert [re.search(r'value="(\w+)"', one)[1] for one in buttons] == ["stay", *["language"] * (len(buttons) - 1)]
    assert all('name="go"' in one for one in buttons)
    assert re.findall(r'<(\w+) id="answer"', window.html) == ["form"]
    assert len(buttons) > 2


def over(referred):
    """Whether the link says its last sentence now, to a browser that has nothing open, with the right digits or not."""
    window = Visitor()
    opened = window.get("answering:enter", referred.token)
    tried = window.post("answering:enter", referred.token, digits=referred.digits)
    return opened.status_code == tried.status_code == 404 and OVER in window.html and not window.client.cookies


def test_used_expired_revoked_and_unknown_links_say_the_same(door, orne):
    said = set()
    used, expired, revoked, unknown = refer(orne), refer(orne), refer(orne), "A" * 22
    Link.objects.filter(step=expired.step).update(expires_at=clock.now())
    services.end_link(step_id=revoked.step.id, by=revoked.author.membership, at=clock.now())
    window = Visitor()
    enter(window, used)
    window.post("answering:accept")
    for token in (used.token, expired.token, revoked.token, unknown):
        page = Visitor().get("answering:enter", token)
        assert page.status_code == 404
        said.add(page.content.replace(token.encode(), b""))
    assert len(said) == 1
    assert OVER in said.pop().decode()


def test_five_wrong_codes_end_it_and_the_right_one_comes_too_late(window, referred):
    for left in (4, 3, 2, 1):
        assert enter(window, referred, wrong(referred)).status_code == 422
        assert f"{left} essai" in window.html
    enter(window, referred, wrong(referred))
    assert OVER in window.html
    assert over(referred)
    assert Link.objects.get().end == LinkEnd.WRONG_CODES


@pytest.mark.parametrize("typed", ["", "1234567", "123456789", "1234567a", "abcdefgh"])
def test_what_is_no_code_is_said_and_costs_no_try(window, referred, typed):
    response = window.post("answering:enter", referred.token, digits=typed)
    assert response.status_code == 422
    assert Link.objects.get().wrong_codes == 0


def test_digits_of_another_script_are_digits(window, referred):
    arabic = referred.digits.translate({ord(str(n)): chr(0x660 + n) for n in range(10)})
    assert enter(window, referred, arabic).status_code == 200


def test_the_gate_slows_whoever_errs_and_keeps_the_digits(window, referred):
    for _ in range(20):
        if window.post("answering:enter", "B" * 22, digits="00000000").status_code == 429:
            break
    assert enter(window, referred).status_code == 429
    assert referred.digits in window.html


def test_a_form_of_another_site_opens_nothing(window, referred):
    other = {"sec-fetch-site": "cross-site"}
    assert window.post("answering:enter", referred.token, digits=referred.digits, headers=other).status_code == 403
    assert Link.objects.get().wrong_codes == 0


def test_after_half_an_hour_it_is_closed_and_what_was_typed_is_shown_once(window, referred):
    enter(window, referred)
    with time_machine.travel(clock.now() + IDLE_LIFE * 2, tick=False):
        closed = window.post("answering:refuse", reason="full", words="Essayez ailleurs.")
    assert closed.status_code == 403
    assert "Essayez ailleurs." in window.html
    assert "Canari" not in window.html
    assert enter(window, referred).status_code == 200


def test_taken_back_while_it_is_open_it_shows_nothing_more(window, referred):
    enter(window, referred)
    services.withdraw_step(step_id=referred.step.id, by=referred.author.membership, at=clock.now())
    for page in (window.post("answering:accept"), window.get("answering:reading")):
        assert "Canari" not in page.content.decode()
    assert referred.step.state == StepState.WITHDRAWN


def test_closing_leaves_the_link_alive(window, referred):
    enter(window, referred)
    window.post("answering:close")
    assert window.get("answering:reading").status_code == 403
    assert enter(window, referred).status_code == 200


def test_it_speaks_french_and_english_and_is_found_in_no_other_language(window, referred):
    for home, status in (("/en", 200), ("/es", 404), ("/ar", 404)):
        assert window.client.get(f"{home}/repondre/{referred.token}/").status_code == status


def test_nothing_of_her_is_in_mails_addresses_or_logs(window, referred, caplog):
    caplog.set_level(logging.DEBUG)
    enter(window, referred)
    window.post("answering:refuse", reason="full", words="Canari-words-1b1b")
    window.get("answering:enter", referred.token)
    places = [page.request["PATH_INFO"] + str(page.redirect_chain) for page in window.seen]
    mails = [message.subject + message.body for message in mail.outbox]
    ours = [record for record in caplog.records if record.name.startswith("maillon")]
    written = "".join([*places, *mails, *(record.getMessage() for record in ours)])
    assert mail.outbox[0].to == [ADDRESS]
    assert "Canari" not in written
    assert not any(name in written for name in ("Maison", "Alençon"))
    assert referred.digits not in written
    assert not any(referred.token in record.getMessage() for record in ours)


def test_no_table_holds_the_token_the_digits_or_a_word_of_it(window, referred):
    enter(window, referred)
    window.post("answering:refuse", reason="full", words="Canari-words-1b1b")
    kept = b"".join(rows for _name, rows in tables())
    for secret in (referred.token, referred.digits, "Canari", *TOLD.values()):
        assert secret.encode() not in kept
        assert secret.encode().hex().encode() not in kept


def tables():
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (name,) in cursor.fetchall():
            with cursor.copy(f'COPY "{name}" TO STDOUT') as copied:
                yield name, b"".join(bytes(part) for part in copied)


def test_the_link_lives_no_longer_than_its_time(window, referred):
    with time_machine.travel(clock.now() + timedelta(days=14), tick=False):
        assert over(referred)


def test_after_a_yes_a_new_link_says_what_became_of_it_and_opens_nothing(window, referred):
    enter(window, referred)
    window.post("answering:accept")
    before = Line.objects.filter(action="opened").count()
    again = relinked(referred)
    enter(window, again)
    assert window.heading == "Avez-vous des nouvelles ?"
    window.post("answering:met")
    assert referred.step.state == StepState.MET
    assert window.post("answering:finish").status_code == 422
    for page in ("reading", "finish"):
        window.post(f"answering:{page}", go="language", outcome="accompanied", words="Canari-begun")
        assert "Canari-begun</textarea>" in window.html
    assert referred.step.outcome == ""
    window.post("answering:finish", outcome="accompanied", words="Canari-outcome-1b1b")
    assert referred.step.outcome == "accompanied"
    assert not any(b"Canari-situation" in page.content for page in window.seen[-5:])
    assert Line.objects.filter(action="opened").count() == before
    assert over(again)


def relinked(referred):
    made = services.make_link(
        step_id=referred.step.id, by=referred.author.membership, keyring=referred.author.keyring, at=clock.now()
    )
    return replace(referred, token=token_in(mail.outbox[-1].body), digits=made.digits)


def test_a_link_that_only_asks_how_it_went_is_given_no_key(window, referred):
    enter(window, referred)
    window.post("answering:accept")
    relinked(referred)
    assert not Grant.objects.filter(key_pair=Link.objects.get(ended_at=None).key_pair).exists()
