"""What a recipient sees of somebody without an account, and what she can do."""

import pytest
from django.urls import reverse

from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.reports.enums import Asked, OpeningReason, Outcome, State
from maillon.speaking import services as speaking
from maillon.speaking.content import ContactWish
from maillon.speaking.enums import SourceLevel
from tests.accounts.factories import sign_in
from tests.reports.factories import make_orne
from tests.speaking.factories import act as she_acts
from tests.speaking.factories import speak, telling, wish

pytestmark = pytest.mark.django_db


@pytest.fixture
def orne(db):
    return make_orne()


@pytest.fixture
def desk(orne, client):
    """The browser of the association's reader."""
    return sign_in(client, orne.association.reader.membership)


def shown(desk, name, transmission, **more):
    return desk.get(reverse(f"pro:{name}", args=[transmission.id]), more).content.decode()


def done(desk, name, transmission, **body):
    answer = desk.post(reverse(f"pro:{name}", args=[transmission.id]), body)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def opened(desk, transmission):
    done(desk, "transmission_open", transmission, reason=OpeningReason.HANDLING.value)
    return shown(desk, "transmission_content", transmission)


def test_the_page_says_who_speaks_in_which_language_and_how_she_may_be_reached(orne, desk):
    transmission = speak(orne, told=telling(orne, contact=wish("06 11 22 33 44"))).at(orne.association)
    page = shown(desk, "transmission", transmission)
    assert "Personne sans compte" in page
    assert "roumain" in page.lower()
    assert "06 11 22 33 44" not in page
    content = opened(desk, transmission)
    assert "06 11 22 33 44" in content
    assert "tulipe" in content
    assert Line.objects.filter(action=Action.UNSEALED, subject_kind="report.contact").count() == 1
    assert "Personne sans compte" in desk.get(reverse("pro:inbox")).content.decode()
    # Whoever writes to her is reminded, and that is an opening too.
    assert "tulipe" in shown(desk, "transmission_messages", transmission)
    assert Line.objects.filter(action=Action.UNSEALED, subject_kind="report.contact").count() == 2


def test_who_must_not_be_contacted_is_said_to_be_so(orne, desk):
    told = telling(orne, contact=ContactWish(may_contact=False))
    assert "à ne pas être contactée" in opened(desk, speak(orne, told=told).at(orne.association))


def test_several_are_sorted_at_once_and_one_comes_back(orne, desk):
    first, second, third = (speak(orne, source=SourceLevel.BUSY).at(orne.association) for _ in range(3))
    assert "3 signalements à trier" in desk.get(reverse("pro:inbox")).content.decode()
    page = desk.get(reverse("pro:triage")).content.decode()
    assert all(str(item.id) in page for item in (first, second, third))
    sort = reverse("pro:triage_sort")
    assert desk.post(sort, {"act_name": "release"}).status_code == 422
    desk.post(sort, {"act_name": "release", "chosen": [str(first.id)]})
    desk.post(sort, {"act_name": "set_aside", "chosen": [str(second.id), str(third.id)]})
    for item in (first, second, third):
        item.refresh_from_db()
    assert (first.held_at, first.state) == (None, State.SENT)
    assert second.outcome == third.outcome == Outcome.ABUSE
    assert second.report.number in desk.get(reverse("pro:triage")).content.decode()
    done(desk, "transmission_restore", second)
    second.refresh_from_db()
    assert second.state == State.SENT


def test_a_thread_is_muted_for_a_reason_and_unmuted(orne, desk):
    transmission = speak(orne).at(orne.association)
    assert desk.post(reverse("pro:transmission_mute", args=[transmission.id])).status_code == 422
    done(desk, "transmission_mute", transmission, reason="insults")
    assert "Notifications coupées" in shown(desk, "transmission", transmission)
    done(desk, "transmission_unmute", transmission)
    assert "Notifications coupées" not in shown(desk, "transmission", transmission)


def test_a_request_for_erasure_is_answered_with_a_reason_or_done(orne, desk):
    spoken = speak(orne)
    transmission = spoken.at(orne.association)
    opened(desk, transmission)
    address = reverse("pro:transmission_erasure", args=[transmission.id])
    assert desk.get(address).status_code == 404
    she_acts(speaking.ask_erasure, spoken)
    assert "Répondre à la demande" in shown(desk, "transmission", transmission)
    assert desk.post(address, {"answer": "keep"}).status_code == 422
    done(desk, "transmission_erasure", transmission, answer="keep", reason="legal_claims")
    she_acts(speaking.ask_erasure, spoken)
    done(desk, "transmission_erasure", transmission, answer="erase")
    spoken.report.refresh_from_db()
    assert spoken.report.erased_at is not None
    assert transmission.requests.filter(asked=Asked.ERASURE).count() == 2
    assert shown(desk, "transmission", transmission)


def test_the_history_says_that_it_was_neither_a_member_nor_the_machine(orne, desk):
    spoken = speak(orne)
    she_acts(speaking.add, spoken, text="Encore ceci.")
    page = shown(desk, "transmission", spoken.at(orne.association))
    assert page.count("Personne sans compte") >= 3
