"""From interest to decision and first renewal, screen by screen, on both sides."""

import datetime as dt
import io
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from maillon.exits.enums import PaperKind, PathState, RequestState
from maillon.exits.models import Path, Request
from tests.accounts.factories import sign_in
from tests.exits.factories import (
    DAY,
    World,
    advised,
    asked,
    fresh,
    granted,
    last_of,
    running,
    started,
    submitted,
)
from tests.exits.factories import write_all as write_all_by_service
from tests.reports.factories import AT

TODAY = AT.date().isoformat()
AGREED = {"how": "spoken", "language": "fr", "agreed_on": TODAY}
ANSWERS: dict[str, dict[str, str]] = {
    "identity": {"last_name": "Inventée", "birth_on": "1996-02-29", "paper": "lost", "absence": "Perdue."},
    "situation": {"administrative": "Hébergée.", "family": "Un enfant.", "social": "Suivie.", "stay": "aps"},
    "engagement": {
        "housing": "Une place.",
        "by_association": "Un rendez-vous par semaine.",
        "by_person": "Y venir.",
        "signed_on": TODAY,
    },
    "sworn": {"declared_on": TODAY, "place": "Alençon", "explained": "on"},
    "review": {"done": "Un logement.", "difficulties": "Une maladie.", "her_words": ""},
    "association": {"favourable": "True", "reasons": "Elle avance."},
}


def go(client: Client, name: str, key: Any, data: dict[str, str] | None = None, *more: Any) -> Any:
    """Asks for an address, or sends to it and follows to where it leads; the page must not be a refusal."""
    address = reverse(f"pro:{name}", args=[key, *more] if key else [])
    response = client.get(address) if data is None else client.post(address, data, follow=True)
    assert response.status_code == 200, (name, response.status_code, response.content.decode()[:3000])
    return response


def says(response: Any, text: str) -> bool:
    return text in response.content.decode().replace("\xa0", " ").replace("&#x27;", "'")


def write_all(client: Client, request: Request, kinds: list[str]) -> None:
    for kind in kinds:
        go(client, "exit_paper", request.pk, None, kind)
        go(client, "exit_paper", request.pk, ANSWERS[kind], kind)


def test_from_interest_to_decision_and_first_renewal(world, worker, officer, time_machine) -> None:
    page = go(worker, "exits", None)
    assert says(page, world.case.number)
    go(worker, "exit_start", world.case.pk)
    go(worker, "exit_start", world.case.pk, {"prefecture": str(world.prefecture.organisation.pk)})
    path = Path.objects.get()
    assert says(go(worker, "exit_explain", path.pk), "vous l’arrêtez, notre aide continue")
    go(worker, "exit_explain", path.pk, {"how": "interpreted", "language": "ro", "explained_on": TODAY})
    go(worker, "exit_ask", path.pk)
    go(worker, "exit_ask", path.pk, AGREED)
    request = last_of(path)
    write_all(worker, request, ["identity", "situation", "engagement", "sworn", "association"])
    aid = {"age": "30", "stay": "aps", "income_below": "yes", "rsa_or_ada": "no", "children": "2"}
    go(worker, "exit_aid", request.pk)
    simulated = go(worker, "exit_aid", request.pk, aid)
    assert says(simulated, "555,36 € (à confirmer)")
    assert says(simulated, "R121-12-13-1")
    assert says(go(worker, "exit_submit", request.pk), world.prefecture.organisation.name)
    go(worker, "exit_submit", request.pk, AGREED)
    _decided(officer, request)
    go(worker, "exit_begin", path.pk)
    page = go(worker, "exit_begin", path.pk, {"told_on": TODAY})
    assert says(page, "du 23 novembre 2026 au 22 mai 2027 inclus")
    _renewed(world, path, time_machine)


def _decided(officer: Client, request: Request) -> None:
    assert says(go(officer, "exits", None), request.path.number)
    page = go(officer, "exit_request", request.pk)
    assert says(page, "rien n’est décompté ici")
    content = go(officer, "exit_open", request.pk, {"reason": "instructing"})
    assert says(content, "Inventée")
    assert says(content, "555,36 € (à confirmer)")
    go(officer, "exit_opinion", request.pk)
    go(officer, "exit_opinion", request.pk, {"opinion": "favourable", "given_on": TODAY})
    go(officer, "exit_grant", request.pk)
    go(officer, "exit_grant", request.pk, {"decided_on": TODAY, "aid": "yes"})
    assert Request.objects.get(pk=request.pk).state == RequestState.GRANTED


def _renewed(world: World, path: Path, time_machine: Any) -> None:
    later = AT + 121 * DAY
    time_machine.move_to(later, tick=False)
    day = later.date().isoformat()
    worker, officer = sign_in(Client(), world.worker.membership), sign_in(Client(), world.officer.membership)
    assert says(go(worker, "exit_path", path.pk), "La fin approche")
    go(worker, "exit_ask", path.pk, {**AGREED, "agreed_on": day})
    renewal = last_of(path)
    write_all(worker, renewal, ["review", "identity", "situation", "engagement", "sworn", "association"])
    go(worker, "exit_submit", renewal.pk, {**AGREED, "agreed_on": day})
    go(officer, "exit_opinion", renewal.pk, {"opinion": "favourable", "given_on": day})
    go(officer, "exit_grant", renewal.pk, {"decided_on": day})
    path = fresh(path)
    assert (path.state, path.until_on) == (PathState.RUNNING, dt.date(2027, 11, 22))


def test_a_file_with_a_gap_says_which_pieces_are_missing(world, worker) -> None:
    request = last_of(asked(world))
    response = worker.post(reverse("pro:exit_submit", args=[request.pk]), AGREED)
    assert response.status_code == 422
    assert says(response, "Attestation sur l’honneur.")
    assert says(response, "Avis de l’association.")


def test_what_was_written_stands_in_the_form_again(world, worker) -> None:
    request = last_of(asked(world))
    write_all_by_service(world, request)
    page = go(worker, "exit_paper", request.pk, None, PaperKind.IDENTITY.value)
    assert says(page, 'value="Inventée"')
    assert says(page, 'value="1996-02-29"')


def test_a_refusal_is_read_with_its_remedy(world, worker, officer) -> None:
    path = asked(world)
    request = advised(world, submitted(world, path))
    go(officer, "exit_refuse", request.pk)
    response = officer.post(reverse("pro:exit_refuse", args=[request.pk]), {"decided_on": TODAY})
    assert response.status_code == 422
    go(officer, "exit_refuse", request.pk, {"decided_on": TODAY, "reasons": "Il manque un projet."})
    page = go(worker, "exit_request", request.pk)
    assert says(page, "tribunal administratif")
    assert says(page, "Délai à confirmer")
    content = go(worker, "exit_open", request.pk, {"reason": "preparing"})
    assert says(content, "Il manque un projet.")


def test_a_missing_piece_is_asked_for_and_read(world, worker, officer) -> None:
    request = submitted(world, asked(world))
    go(officer, "exit_send_back", request.pk)
    go(officer, "exit_send_back", request.pk, {"wanted": "Une attestation datée."})
    assert says(go(worker, "exit_request", request.pk), "La préfecture demande une pièce")
    assert says(go(worker, "exit_open", request.pk, {"reason": "preparing"}), "Une attestation datée.")


def test_a_file_is_opened_for_a_reason_alone(world, officer) -> None:
    request = submitted(world, asked(world))
    response = officer.get(reverse("pro:exit_content", args=[request.pk]))
    assert response.status_code == 302
    response = officer.post(reverse("pro:exit_open", args=[request.pk]), {})
    assert response.status_code == 422


def test_taking_back_and_ending(world, worker) -> None:
    path = asked(world)
    request = submitted(world, path)
    assert says(go(worker, "exit_withdraw", request.pk), "plus rien ouvrir")
    go(worker, "exit_withdraw", request.pk, {})
    go(worker, "exit_end", path.pk)
    go(worker, "exit_end", path.pk, {"reason": "withdrawn", "ended_on": TODAY})
    assert fresh(path).state == PathState.ENDED


def test_rights_to_stay_are_written_opened_and_erased(world, worker) -> None:
    path = started(world)
    note = {"kind": "aps", "from_on": "2026-12-01", "until_on": "2027-05-01"}
    go(worker, "exit_residence_note", path.pk)
    go(worker, "exit_residence_note", path.pk, note)
    assert worker.get(reverse("pro:exit_residence", args=[path.pk])).status_code == 302
    page = go(worker, "exit_residence_open", path.pk, {})
    assert says(page, "plus courte que celle que prévoit la loi")
    go(worker, "exit_residence_drop", path.pk, {}, path.permits.get().pk)
    assert says(go(worker, "exit_residence", path.pk), "Rien n’est noté")


def test_the_file_and_the_statement_are_drawn_as_tagged_pdf(world, officer) -> None:
    request = granted(world, submitted(world, asked(world)))
    for name, words in (("exit_document", "Inventée"), ("exit_statement", "atteste sur l’honneur")):
        response = officer.post(reverse(f"pro:{name}", args=[request.pk]))
        assert response["Content-Type"] == "application/pdf"
        reader = PdfReader(io.BytesIO(response.content))
        assert "/MarkInfo" in reader.trailer["/Root"]
        assert "pdfuaid" in reader.trailer["/Root"]["/Metadata"].get_data().decode()
        text = " ".join(page.extract_text() for page in reader.pages)
        assert words in text


@pytest.mark.parametrize("who", ["colleague", "stranger", "other_prefecture"])
def test_nobody_else_finds_any_of_it(world, who) -> None:
    path = running(world)
    person = {
        "colleague": world.colleague,
        "stranger": world.elsewhere.reader,
        "other_prefecture": world.other_prefecture.reader,
    }[who]
    client, request = sign_in(Client(), person.membership), last_of(path)
    for name, key in (("exit_path", path.pk), ("exit_request", request.pk), ("exit_content", request.pk)):
        assert client.get(reverse(f"pro:{name}", args=[key])).status_code == 404
    assert not says(client.get(reverse("pro:exits")), path.number)
