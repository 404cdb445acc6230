"""Writing a file: what is missing is said where it is missing, and what comes next stands on the page."""

import pytest
from django.urls import reverse

from maillon.exits import services
from maillon.exits.enums import PaperKind
from maillon.portals.pro.exits.shown import paper_lines
from tests.exits.factories import DAY, PAPERS, TODAY, asked, last_of, running, started
from tests.portals.pro.exits.test_journey import ANSWERS, go, says
from tests.reports.factories import AT


@pytest.mark.parametrize(
    ("kind", "changed", "words"),
    [
        ("identity", {"absence": " "}, "pourquoi il n’y a pas de pièce"),
        ("engagement", {"housing": ""}, "Écrivez au moins une action"),
        ("sworn", {"explained": ""}, "Lisez-lui d’abord l’attestation"),
    ],
)
def test_a_gap_in_a_piece_is_said_at_the_field_itself(world, worker, kind, changed, words) -> None:
    request = last_of(asked(world))
    response = worker.post(reverse("pro:exit_paper", args=[request.pk, kind]), {**ANSWERS[kind], **changed})
    assert response.status_code == 422
    assert says(response, words)
    assert says(response, f'href="#id_{next(iter(changed))}"')
    assert not request.papers.exists()


def test_a_copy_on_paper_needs_no_reason_why_there_is_none(world, worker) -> None:
    request = last_of(asked(world))
    given = {**ANSWERS["identity"], "paper": "copy_given", "absence": ""}
    go(worker, "exit_paper", request.pk, given, "identity")
    assert request.papers.get().kind == PaperKind.IDENTITY


def test_a_piece_written_after_midnight_bears_the_day_that_it_is_in_france(world) -> None:
    request = last_of(asked(world))
    late = AT.replace(hour=23, minute=30)
    services.write_paper(request_id=request.pk, paper=PAPERS[PaperKind.IDENTITY], by=world.worker.membership, at=late)
    (written,) = [line.written_on for line in paper_lines(request) if line.written_on]
    assert written == TODAY + DAY


def test_the_next_piece_is_one_press_away(world, worker) -> None:
    request = last_of(asked(world))
    assert says(go(worker, "exit_request", request.pk), "Écrire « Identité »")
    page = go(worker, "exit_paper", request.pk, ANSWERS["identity"], "identity")
    assert says(page, "Écrire « Situation administrative, familiale et sociale »")


def test_a_renewal_takes_over_who_she_is_and_nothing_that_she_says_anew(world, worker) -> None:
    path = running(world)
    services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=AT)
    renewal = last_of(path)
    page = go(worker, "exit_paper", renewal.pk, None, "identity")
    assert says(page, 'value="Inventée"')
    assert says(page, "Repris du dossier précédent")
    for kind in ("engagement", "sworn", "association"):
        page = go(worker, "exit_paper", renewal.pk, None, kind)
        assert not says(page, "Repris du dossier précédent")
        assert not says(page, "Une place en CHRS.")
    go(worker, "exit_paper", renewal.pk, ANSWERS["identity"], "identity")
    assert not says(go(worker, "exit_paper", renewal.pk, None, "identity"), "Repris du dossier précédent")


def test_what_is_mostly_noted_at_once_has_the_day_already(world, worker) -> None:
    path = started(world)
    assert says(go(worker, "exit_explain", path.pk), f'value="{TODAY.isoformat()}"')


def test_whoever_follows_her_reads_her_name_in_the_list_and_finds_her_case(world, worker, officer) -> None:
    assert says(go(worker, "exits", None), "Lune")
    path = started(world)
    case = f'href="{reverse("pro:case", args=[world.case.pk])}"'
    assert says(page := go(worker, "exits", None), "Lune")
    assert says(page, case)
    assert says(go(worker, "exit_path", path.pk), case)
    asked_page = go(officer, "exits", None)
    assert not says(asked_page, world.case.number)
