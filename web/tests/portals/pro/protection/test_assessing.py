"""Assessing a minor's situation, screen by screen, and who sees nothing of it."""

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse

from maillon.accounts.enums import Role
from maillon.base.ids import new_id
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection import services
from maillon.protection.enums import AssessmentState, Outcome
from maillon.protection.models import Assessment
from tests.accounts.factories import make_membership, sign_in
from tests.protection.factories import CHILD, started, under_way
from tests.reports.acting import acknowledged
from tests.reports.factories import AT, make_report, transmission_to


def page(client: Client, name: str, *keys: object, **typed: str) -> str:
    return client.get(reverse(f"pro:{name}", args=keys), typed, follow=True).content.decode()


def post(client: Client, name: str, *keys: object, **typed: object):
    return client.post(reverse(f"pro:{name}", args=keys), typed)


def only() -> Assessment:
    return Assessment.objects.get()


@pytest.fixture
def transmission(place):
    return acknowledged(place.council, transmission_to(make_report(place.orne), place.council))


def test_from_a_report_to_the_end(council, place, transmission):
    shown = page(council, "transmission", transmission.pk)
    assert "Commencer l’évaluation" in shown
    asked = page(council, "assessment_from_report", transmission.pk)
    assert "réputé en danger" in asked
    assert "Quand l’information" not in asked
    typed = {"key": str(new_id()), "age": "minor_15_17", "child": CHILD}
    made = post(council, "assessment_from_report", transmission.pk, **typed)
    row = only()
    assert made.url == f"{reverse('pro:assessment', args=[row.pk])}?fait=commencee"
    assert "Voir l’évaluation" in page(council, "transmission", transmission.pk)
    assert post(council, "assessment_from_report", transmission.pk, **typed).url == reverse(
        "pro:assessment", args=[row.pk]
    )

    post(council, "assessment_assign", row.pk, to=str(place.reader.membership.pk))
    post(council, "assessment_act", row.pk, kind="child_met", on="2026-11-23", words="Une heure, seule.")
    refused = post(council, "assessment_end", row.pk, outcome="help")
    assert refused.status_code == 422
    assert "les parents sont informés" in refused.content.decode()
    post(council, "assessment_parents", row.pk, informed="no", reason="involved", how="letter", on="2026-11-23")
    assert only().parents.get().how == ""
    post(council, "assessment_end", row.pk, outcome="help", why="Un accueil de jour.")
    over = only()
    assert (over.state, over.outcome) == (AssessmentState.ENDED, Outcome.HELP)
    shown = page(council, "assessment", row.pk)
    assert "Rencontre avec l’enfant" in shown
    assert "Un parent est peut-être impliqué" in shown
    assert "Une aide est proposée" in shown
    assert reverse("pro:assessment_end", args=[row.pk]) not in shown


def test_entered_directly_what_is_wrong_is_said_and_nothing_typed_is_lost(council):
    asked = page(council, "assessment_start")
    assert "Quand l’information a-t-elle été reçue" in asked
    typed = {"key": str(new_id()), "age": "under_15", "child": CHILD, "received_on": "2026-11-30"}
    tomorrow = post(council, "assessment_start", **typed)
    assert tomorrow.status_code == 422
    assert "Choisissez un jour passé" in tomorrow.content.decode()
    assert CHILD in tomorrow.content.decode()
    assert post(council, "assessment_start", **{**typed, "child": ""}).status_code == 422
    for _twice in range(2):
        post(council, "assessment_start", **{**typed, "received_on": "2026-11-20", "copied_on": "2026-11-19"})
    assert (only().received_on, only().due_on) == (dt.date(2026, 11, 20), dt.date(2027, 2, 20))
    assert "19 novembre 2026" in page(council, "assessment", only().pk)


def test_what_is_written_opens_for_a_reason_and_stands_in_the_journal(council, place):
    row = under_way(place)
    assert CHILD not in page(council, "assessment", row.pk)
    assert CHILD not in page(council, "assessment_content", row.pk)
    assert CHILD not in page(council, "assessment_write", row.pk, "enfant")
    assert post(council, "assessment_open", row.pk).status_code == 422
    post(council, "assessment_open", row.pk, reason="assessing")
    assert CHILD in page(council, "assessment_content", row.pk)
    assert CHILD in page(council, "assessment_write", row.pk, "enfant")
    assert Line.objects.filter(action=Action.OPENED, subject_id=row.pk, reason="assessing").count() == 2
    assert "J’évalue cette situation" in page(council, "assessment", row.pk)


def test_notes_and_the_synthesis_are_written_and_the_child_is_put_right(council, place):
    row = under_way(place)
    post(council, "assessment_open", row.pk, reason="assessing")
    post(council, "assessment_write", row.pk, "note", text="Une note inventée.")
    post(council, "assessment_write", row.pk, "synthese", text="Une synthèse inventée.")
    post(council, "assessment_write", row.pk, "enfant", text="Étoile Exemple")
    shown = page(council, "assessment_content", row.pk)
    assert all(text in shown for text in ("Une note inventée.", "Une synthèse inventée.", "Étoile Exemple"))
    assert CHILD not in shown
    assert post(council, "assessment_write", row.pk, "note", text=" ").status_code == 422
    assert council.get(reverse("pro:assessment_write", args=[row.pk, "autre"])).status_code == 404


def test_the_day_may_come_earlier_for_a_reason_and_never_later(council, place):
    row = under_way(place)
    assert "23 février 2027" in page(council, "assessment_due", row.pk)
    for wrong in ({"due_on": "2027-02-24", "reason": "danger"}, {"due_on": "2026-12-01", "reason": ""}):
        refused = post(council, "assessment_due", row.pk, **wrong)
        assert refused.status_code == 422
        assert "jamais plus long" in refused.content.decode()
    post(council, "assessment_due", row.pk, due_on="2026-12-01", reason="danger")
    assert (only().due_on, only().due_reason) == (dt.date(2026, 12, 1), "danger")
    shown = page(council, "assessment", row.pk)
    assert "À évaluer avant le 1er décembre 2026." in shown


def test_grave_danger_goes_to_the_prosecutor_before_anybody_is_assigned(council, place):
    row = started(place)
    assert "Saisir le procureur sans attendre" in page(council, "assessment", row.pk)
    asked = page(council, "assessment_end", row.pk)
    assert "Une aide est proposée" not in asked
    post(council, "assessment_parents", row.pk, informed="no", reason="against_interest")
    assert post(council, "assessment_end", row.pk, outcome="help").status_code == 422
    for partly in ({}, {"ground": "grave_danger"}):
        assert post(council, "assessment_end", row.pk, outcome="prosecutor", **partly).status_code == 422
    post(council, "assessment_end", row.pk, outcome="prosecutor", ground="grave_danger", seized_on="2026-11-23")
    assert only().seized_on == dt.date(2026, 11, 23)


def test_what_presses_stands_first_and_what_is_mine_can_be_seen_alone(place, time_machine):
    mine, nobodys = under_way(place), started(place, received_on=dt.date(2026, 9, 1))
    time_machine.move_to(AT + dt.timedelta(days=10), tick=False)
    council = sign_in(Client(), place.reader.membership)
    shown = page(council, "protection")
    assert shown.index(nobodys.number) < shown.index(mine.number)
    assert "en retard de" in shown
    alone = page(council, "protection", voir="moi")
    assert mine.number in alone
    assert nobodys.number not in alone
    assert "2 évaluations de protection de l’enfance en cours" in page(council, "home")


def test_a_lead_alone_keeps_longer_and_lifts_it(council, lead, place):
    row = under_way(place)
    hold = {"until": "2027-03-01", "ground": "procedure"}
    assert post(council, "assessment_hold", row.pk, **hold).status_code == 403
    assert post(lead, "assessment_hold", row.pk, until="2029-03-01", ground="procedure").status_code == 422
    assert "à confirmer" in page(lead, "assessment_hold", row.pk)
    post(lead, "assessment_hold", row.pk, **hold)
    assert "1er mars 2027" in page(council, "assessment", row.pk)
    post(lead, "assessment_lift", row.pk)
    assert only().hold_until is None


def test_what_was_erased_shows_its_certificate_and_no_way_to_act(council, lead, place):
    row = under_way(place)
    Assessment.objects.filter(pk=row.pk).update(erased_at=AT, erased_items=7)
    shown = page(lead, "assessment", row.pk)
    assert "7 textes détruits" in shown
    for name in ("assessment_act", "assessment_end", "assessment_due", "assessment_parents", "assessment_hold"):
        assert lead.get(reverse(f"pro:{name}", args=[row.pk])).status_code == 404
    assert council.get(reverse("pro:assessment_content", args=[row.pk])).status_code == 404


def test_who_has_not_been_handed_the_key_is_told_whom_to_ask(place):
    row = started(place)
    keyless = make_membership(place.council.organisation, Role.RECIPIENT, holds_key=False)
    client = sign_in(Client(), keyless)
    post(client, "assessment_open", row.pk, reason="assessing")
    told = "La clé n’est pas encore là"
    assert told in page(client, "assessment_content", row.pk)
    assert told in page(client, "assessment_write", row.pk, "synthese")
    sheet = {"situation": "Une situation.", "asked": "Une question ?"}
    assert told in post(client, "path_sheet_write", row.pk, **sheet).content.decode()


@pytest.mark.guardrail("G6")
def test_nobody_else_can_tell_that_it_exists(place, transmission):
    row = started(place, transmission_id=transmission.pk)
    others = (
        place.orne.firefighter.membership,
        place.orne.police.reader.membership,
        place.orne.association.reader.membership,
        place.prefecture.reader.membership,
    )
    for membership in others:
        client = sign_in(Client(), membership)
        refused = 403 if not membership.role_enum.reads else 404
        for name in ("assessment", "assessment_content", "assessment_end", "assessment_parents"):
            assert client.get(reverse(f"pro:{name}", args=[row.pk])).status_code == refused
        assert client.get(reverse("pro:protection")).status_code == refused
        assert f'href="{reverse("pro:protection")}"' not in page(client, "home")


def test_alerts_are_told_on_the_page(council, place):
    row = under_way(place)
    services.watch_due(at=AT + dt.timedelta(days=93))
    shown = page(council, "assessment", row.pk)
    assert "Délai dépassé" in shown
