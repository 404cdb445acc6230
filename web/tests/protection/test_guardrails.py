"""What child protection never does: it knows no adult's case, rates nobody, and sends nothing by a rule."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import Model

from maillon import protection
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.protection import services
from maillon.protection.enums import HoldGround, Outcome, Reading
from maillon.protection.rules import Ending
from tests.protection.factories import TODAY, Place, acting, ended, make_place, opened, submitted, under_way

HOME = Path(protection.__file__).parent
MODELS = list(apps.get_app_config("protection").get_models())
# What a column of these tables could be called if it spoke of somebody else than the child, or judged her.
NEVER = re.compile(r"suspect|buyer|pimp|client|author_name|consent|wish|agree|resid|permit|psp|exit|case|papers|nation")


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


@pytest.mark.guardrail("G6")
def test_no_table_and_no_module_leads_to_a_case_or_an_exit_path() -> None:
    related = {field.related_model for model in MODELS for field in model._meta.get_fields() if field.is_relation}
    homes = {one._meta.app_label for one in related if isinstance(one, type) and issubclass(one, Model)}
    assert homes == {"accounts", "directory", "protection", "reports", "territories", "vault"}
    for module in HOME.rglob("*.py"):
        assert not [name for name in imported(module) if re.match(r"maillon\.(cases|exits|commission)\b", name)]


@pytest.mark.guardrail("G1")
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model._meta.label)
def test_no_column_speaks_of_anybody_else_or_of_what_a_minor_would_agree_to(model) -> None:
    names = {field.name for field in model._meta.get_fields()}
    assert [name for name in names if NEVER.search(name)] == []
    assert NEVER.search("suspect_name")


@pytest.mark.guardrail("G11")
def test_the_rules_reach_nothing_that_sends() -> None:
    allowed = re.compile(r"maillon\.(protection\.(enums|facts|rules)|base\.states|guidance\.records)\b")
    for module in (HOME / "rules").glob("*.py"):
        ours = {name for name in imported(module) if name.startswith("maillon.")}
        assert [name for name in ours if not allowed.match(name)] == []


@pytest.mark.guardrail("G11")
@pytest.mark.django_db
def test_time_alone_ends_nothing_and_tells_no_authority() -> None:
    place = make_place()
    made = under_way(place)
    for years in range(1, 4):
        services.watch_due(at=acting(place.reader)["at"].replace(year=2026 + years))
    made.refresh_from_db()
    assert (made.state, made.outcome, made.seized_on) == ("under_way", "", None)
    assert not Line.objects.filter(action__in=[Action.TRANSMITTED, Action.TRANSFERRED], member_id=None).exists()


@pytest.fixture
def place(db) -> Place:
    return make_place()


@pytest.mark.guardrail("G7")
def test_each_reading_is_in_the_journal_with_who_why_and_what(place) -> None:
    made = ended(place, Ending(Outcome.HELP, why="Des mots"))
    opened(made, place.second)
    whole = Line.objects.get(action=Action.OPENED, subject_id=made.pk)
    assert (whole.member_id, whole.reason) == (place.second.membership.member_id, Reading.ASSESSING)
    single = Line.objects.filter(action=Action.UNSEALED, subject_id=made.pk, member_id=whole.member_id)
    assert {line.subject_kind for line in single} == {"protection.child", "protection.parents", "protection.outcome"}
    sheet = submitted(place, made)
    services.open_sheet(sheet_id=sheet.pk, reason=Reading.DECIDING, **acting(place.prefecture.reader))
    read = Line.objects.get(action=Action.OPENED, subject_id=sheet.pk)
    assert (read.organisation_id, read.reason) == (place.prefecture.organisation.pk, Reading.DECIDING)


@pytest.mark.guardrail("G7")
def test_a_hold_says_who_why_and_until_when(place) -> None:
    made = under_way(place)
    until = TODAY.replace(year=2027)
    services.place_hold(
        assessment_id=made.pk,
        until=until,
        ground=HoldGround.CLAIM,
        by=place.lead.membership,
        at=acting(place.lead)["at"],
    )
    line = Line.objects.get(action=Action.HOLD_PLACED)
    assert (line.member_id, line.reason, line.details["until"]) == (
        place.lead.membership.member_id,
        "claim",
        until.isoformat(),
    )
