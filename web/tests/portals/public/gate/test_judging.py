"""The gate in front of a small door: who errs waits, nobody is refused, and nothing that was typed is lost."""

from itertools import count

import pytest
from django.test import override_settings

from maillon.portals.public.gate.judging import the_gate
from maillon.portals.public.gate.work import is_work
from tests.portals.components.rendering import Page
from tests.portals.public.gate.urls import RIGHT

ATTACKER, HONEST = "198.51.100.9", "203.0.113.7"
TEXT = "Texte inventé : chaque soir, une voiture s’arrête devant l’immeuble, et quelqu’un monte au troisième étage."


def tries(door, times: int, address: str = ATTACKER, code: str = "faux"):
    """The last answer to so many codes."""
    return [door.post("/essai/code/", {"code": code}, REMOTE_ADDR=address) for _ in range(times)][-1]


def form_of(answer) -> dict[str, str]:
    fields = [field for field in Page(answer.content.decode()).all("input") if field.get("type") == "hidden"]
    return {field["name"]: field["value"] for field in fields}


def test_a_few_errors_cost_nothing_and_then_the_source_waits(door):
    assert tries(door, 7).status_code == 404
    asked = tries(door, 1)
    assert asked.status_code == 429
    assert asked.headers["Retry-After"] == "2"
    assert "Attendez 2 secondes" in asked.content.decode()


def test_wrong_codes_slow_only_the_source_that_errs(door):
    tries(door, 60)
    assert tries(door, 1, HONEST, RIGHT).content == b"ouvert"
    assert tries(door, 6, HONEST).status_code == 404


def test_a_right_code_passes_after_the_wait_without_a_script_and_nothing_is_typed_twice(door, time):
    tries(door, 60)
    asked = tries(door, 1, code=RIGHT)
    form = form_of(asked)
    assert form["code"] == RIGHT
    early = door.post("/essai/code/", form, REMOTE_ADDR=ATTACKER)
    assert early.status_code == 429
    assert form_of(early) == form
    time.at += int(asked.headers["Retry-After"])
    assert door.post("/essai/code/", form, REMOTE_ADDR=ATTACKER).content == b"ouvert"


def test_others_at_the_same_address_cannot_make_an_earned_passage_longer(door, time):
    asked = tries(door, 9, code="faux")
    form = form_of(asked) | {"code": RIGHT}
    tries(door, 60)
    time.at += int(asked.headers["Retry-After"])
    tries(door, 60)
    assert door.post("/essai/code/", form, REMOTE_ADDR=ATTACKER).content == b"ouvert"


def test_work_passes_at_once_and_only_once(door, monkeypatch):
    monkeypatch.setattr("maillon.portals.public.gate.judging.bits_for", lambda _wait, _load: 8)
    for _ in range(20):
        the_gate().ledger.charge(ATTACKER, "code", 1, 1000.0)
    form = form_of(tries(door, 1, code=RIGHT))
    desk = the_gate().desk
    form["gate_answer"] = next(str(n) for n in count() if is_work(desk._read(form["gate_ticket"]), str(n)))
    assert door.post("/essai/code/", form, REMOTE_ADDR=ATTACKER).content == b"ouvert"
    again = door.post("/essai/code/", form, REMOTE_ADDR=ATTACKER)
    assert again.status_code == 429
    assert "a déjà servi" in again.content.decode()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (lambda ticket: ticket[:-1] + ("0" if ticket[-1] != "0" else "1"), "a redémarré"),
        (lambda _ticket: "n’importe quoi", "a redémarré"),
    ],
)
def test_a_forged_ticket_is_told_what_is_wrong_and_gets_a_real_one(door, time, change, message):
    asked = tries(door, 20, code=RIGHT)
    asked = tries(door, 20)
    form = form_of(asked)
    time.at += 60
    refused = door.post("/essai/code/", form | {"gate_ticket": change(form["gate_ticket"])}, REMOTE_ADDR=ATTACKER)
    assert refused.status_code == 429
    assert message in refused.content.decode()
    assert form_of(refused)["gate_ticket"] not in {"", form["gate_ticket"]}


def test_an_expired_ticket_is_told_so(door, time):
    form = form_of(tries(door, 20))
    time.at += 1801
    tries(door, 20)
    assert "demi-heure" in door.post("/essai/code/", form, REMOTE_ADDR=ATTACKER).content.decode()


def test_texts_that_are_no_code_weigh_a_fifth(door):
    assert tries(door, 30, code="rien d’un code").status_code == 404
    assert tries(door, 2, code="rien d’un code").status_code == 429


def test_thirty_people_in_one_room_pass_at_once_with_codes_and_with_accounts(door):
    answers = [door.post("/essai/code/", {"code": RIGHT}, REMOTE_ADDR=HONEST) for _ in range(60)]
    assert {answer.content for answer in answers} == {b"ouvert"}
    accounts = [door.post("/essai/compte/", {"text": f"{n}"}, REMOTE_ADDR=HONEST) for n in range(30)]
    assert {answer.content for answer in accounts} == {b"normal"}


def test_a_flood_of_accounts_waits_more_and_more_and_is_put_aside_but_never_refused(door, time):
    waits, levels = [], []
    for number in range(75):
        answer = door.post("/essai/compte/", {"text": f"{number}"}, REMOTE_ADDR=ATTACKER)
        waits.append(int(answer.headers.get("Retry-After", 0)))
        if answer.status_code == 429:
            time.at += waits[-1]
            answer = door.post("/essai/compte/", form_of(answer), REMOTE_ADDR=ATTACKER)
        levels.append(answer.content.decode())
    assert waits == sorted(waits)
    assert waits[:40] == [0] * 40
    assert max(waits) == 30
    assert levels[:40] == ["normal"] * 40
    assert levels[-1] == "busy"
    assert set(levels) == {"normal", "busy"}
    assert door.post("/essai/compte/", {"text": "autre"}, REMOTE_ADDR=HONEST).content == b"normal"


def test_the_same_account_from_many_places_is_put_aside(door):
    levels = [door.post("/essai/compte/", {"text": TEXT}, REMOTE_ADDR=f"203.0.113.{n}").content for n in range(4)]
    assert levels == [b"normal", b"normal", b"busy", b"busy"]


def test_the_source_is_whom_the_proxy_in_front_names_and_no_client_can_choose_it(door):
    with override_settings(SOURCE_HEADER="X-Real-IP"):
        for _ in range(10):
            last = door.post("/essai/code/", {"code": "faux"}, headers={"x-real-ip": ATTACKER}, REMOTE_ADDR="127.0.0.1")
        assert last.status_code == 429
        honest = door.post("/essai/code/", {"code": RIGHT}, headers={"x-real-ip": HONEST}, REMOTE_ADDR="127.0.0.1")
        assert honest.content == b"ouvert"
    disguised = door.post("/essai/code/", {"code": "faux"}, headers={"x-real-ip": ATTACKER}, REMOTE_ADDR=HONEST)
    assert disguised.status_code == 404


def addressed(asked) -> str:
    """Where the form of the wait goes; the other form of the page is the way out of the door."""
    way_out, wait = Page(asked.content.decode()).all("form")
    assert way_out["action"].endswith("/quitter/")
    return str(wait["action"])


def test_the_page_runs_its_script_and_the_doors_keeps_nothing_and_says_no_address(door):
    asked = tries(door, 20)
    html = asked.content.decode()
    assert "script-src 'self'" in asked.headers["Content-Security-Policy"]
    assert "unsafe" not in asked.headers["Content-Security-Policy"]
    assert [script["src"] for script in Page(html).all("script")] == [
        "/static/assets/vendor/door.js",
        "/static/public/gate.js",
    ]
    assert asked.headers["Cache-Control"] == "no-store, private"
    assert not asked.cookies
    assert ATTACKER not in html


def test_what_was_typed_stands_in_no_address_of_the_page(door):
    asked = tries(door, 20, code="mot-canari")
    assert addressed(asked) == "/essai/code/"
    assert asked.content.decode().count("mot-canari") == 1


def test_the_page_speaks_the_language_of_its_address(door):
    tries(door, 20)
    asked = door.post("/en/essai/code/", {"code": RIGHT}, REMOTE_ADDR=ATTACKER)
    assert Page(asked.content.decode()).one("html")["lang"] == "en"
    assert addressed(asked) == "/en/essai/code/"
