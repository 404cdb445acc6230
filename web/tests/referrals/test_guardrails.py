"""G1, G7 and G11 as they apply to referrals."""

import ast
import re
from dataclasses import fields
from pathlib import Path

import pytest

from maillon import referrals
from maillon.directory.rules.wanted import Answers
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.journal.selectors import accesses_about
from maillon.referrals import services
from maillon.referrals.content import NewReferral, Wanted
from maillon.referrals.enums import Reading
from maillon.referrals.models import Consent, Part, Referral, Step
from maillon.speaking.code import new_code
from tests.guardrails.test_g1_persons_are_not_rated import RATING
from tests.referrals.factories import TOLD, Town, code_keyring, make_town, opened, refer, step_at
from tests.reports.factories import AT

# Traits that the directory says of services, and that no referral may say of a person in clear.
TRAITS = re.compile(r"trait|age$|gender|sex|origin|national|language$|papers|disab|name$")


@pytest.fixture
def town(db) -> Town:
    return make_town()


@pytest.mark.guardrail("G1")
@pytest.mark.parametrize("model", [Referral, Step, Part], ids=lambda model: model.__name__)
def test_no_column_says_what_the_person_is(model) -> None:
    names = {field.name for field in model._meta.get_fields()}
    assert [name for name in names if TRAITS.search(name) or RATING.search(name)] == []


@pytest.mark.guardrail("G1")
@pytest.mark.parametrize("value", [NewReferral, Wanted, Answers], ids=lambda value: value.__name__)
def test_no_value_rates_a_person_and_past_answers_are_a_services(value) -> None:
    assert [item.name for item in fields(value) if RATING.search(item.name)] == []


@pytest.mark.guardrail("G7")
def test_each_reading_is_in_the_journal_with_who_why_and_what(town) -> None:
    referral = refer(town)
    opened(referral, town.first)
    opened(referral, town.first)
    services.open_own(
        referral_id=referral.pk,
        by=town.colleague.membership,
        keyring=town.colleague.keyring,
        at=AT,
        reason=Reading.REPLACING,
    )
    lines = Line.objects.filter(action=Action.UNSEALED, subject_id=referral.pk)
    assert lines.filter(member_id=town.first.reader.membership.member_id, reason=Reading.ANSWERING).count() == 2 * len(
        TOLD
    )
    assert lines.filter(member_id=town.colleague.membership.member_id, reason=Reading.REPLACING).count() == len(TOLD)
    told = accesses_about([referral.pk, *referral.steps.values_list("pk", flat=True)])
    proposed = told.filter(action=Action.STEP_PROPOSED)
    assert set(proposed.values_list("recipient_organisation_id", flat=True)) == {town.first.house.organisation.pk}


@pytest.mark.guardrail("G7")
def test_the_journal_of_a_service_in_line_says_nothing_of_what_may_come(town) -> None:
    referral = refer(town, code=(code := new_code()))
    services.withdraw_by_code(referral_id=referral.pk, keyring=code_keyring(code), at=AT)
    seen = Line.objects.filter(recipient_organisation_id=town.second.house.organisation.pk)
    assert not seen.filter(subject_id__in=[referral.pk, step_at(referral, town.second).pk]).exists()


@pytest.mark.guardrail("G7")
def test_what_she_does_with_her_code_names_nobody(town) -> None:
    code = new_code()
    referral = refer(town, code=code)
    services.revoke_by_code(step_id=step_at(referral, town.first).pk, keyring=code_keyring(code), at=AT)
    line = Line.objects.get(action=Action.CONSENT_WITHDRAWN)
    assert (line.member_id, line.organisation_id, line.details) == (None, None, {"by": "code"})


@pytest.mark.guardrail("G11")
def test_a_rule_proposes_to_nobody_but_those_a_person_named_beforehand(town) -> None:
    referral = refer(town, [town.first])
    at = AT
    for _round in range(5):
        at = at.replace(year=at.year + 1)
        services.watch_silence(at=at)
    assert Step.objects.filter(referral=referral).count() == Consent.objects.filter(referral=referral).count() == 1


@pytest.mark.guardrail("G11")
def test_the_rules_reach_nothing_that_sends() -> None:
    for path in (Path(referrals.__path__[0]) / "rules").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                name = node.module or ""
                assert not re.search(r"django|services|tasks|models|selectors|clock$", name), (path.name, name)
