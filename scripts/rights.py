"""Writes who may do what into docs/reference/rights.md: every address by every relation, and abilities by state."""

import os
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import django
from django.utils import timezone

from scripts.generated import command
from scripts.tree import PROJECT
from tests.rights.relations import MEANING, Answer, Relation, rows

if TYPE_CHECKING:
    from maillon.accounts.models import Membership

PAGE = PROJECT / "docs" / "reference" / "rights.md"
_SIGNS = {Answer.ALLOWED: "yes", Answer.REFUSED: "·", Answer.SIGN_IN: "sign in"}


def relations() -> Iterator[str]:
    """Who is tried at every address."""
    yield from ("## Relations", "", "| relation | who that is |", "| --- | --- |")
    for relation in Relation:
        yield f"| `{relation}` | {MEANING[relation]} |"


def addresses() -> Iterator[str]:
    """One line for each address and object, one column for each relation."""
    heads = " | ".join(relation.replace("_", " ") for relation in Relation)
    yield from ("## Addresses", "", f"| address | about | {heads} |", "| --- | --- |" + " --- |" * len(Relation))
    for row in rows():
        about = " ".join(part for part in (row.about.replace("_", " "), f"({row.state})" if row.state else "") if part)
        cells = " | ".join(_SIGNS[row.expected(relation)] for relation in Relation)
        yield f"| `{row.name}` {', '.join(row.methods)} | {about} | {cells} |"


def abilities() -> Iterator[str]:
    """What `reports.rights` gives for a transmission, by its state and by who asks."""
    from maillon.reports.enums import State  # noqa: PLC0415 - models need Django to be set up first

    yield from ("## Abilities on a transmission", "", "| state | who | may |", "| --- | --- | --- |")
    for state in State:
        for who, may in _of(state):
            yield f"| {state.value} | {who} | {', '.join(sorted(may)) or '·'} |"


def _of(state: str) -> Iterator[tuple[str, frozenset[str]]]:
    # Unsaved rows are enough: the rights ask nothing of the database.
    from maillon.accounts.enums import Role  # noqa: PLC0415
    from maillon.accounts.models import Membership  # noqa: PLC0415
    from maillon.base.ids import new_id  # noqa: PLC0415
    from maillon.reports.models import Report, Transmission  # noqa: PLC0415
    from maillon.reports.rights import on_transmission  # noqa: PLC0415

    here, author = new_id(), Membership(id=new_id(), organisation_id=new_id(), role=Role.REPORTER)
    for way, parent in (("from its author", None), ("by transfer", new_id())):
        sent = Transmission(id=new_id(), report=Report(author=author), recipient_id=here, parent_id=parent, state=state)
        for role in Role:
            may = on_transmission(Membership(id=new_id(), organisation_id=here, role=role), sent)
            if may:
                yield f"`{role.value}` at the recipient, received {way}", frozenset(may)
        if parent is None:
            yield "its author", frozenset(on_transmission(author, sent))
            ended = Membership(id=new_id(), organisation_id=here, role=Role.LEAD, ended_at=timezone.now())
            others = [ended, Membership(id=new_id(), organisation_id=new_id(), role=Role.LEAD), None]
            yield "anybody else", frozenset[str]().union(*(on_transmission(other, sent) for other in others))


def steps() -> Iterator[str]:
    """What `referrals.rights` gives for a step of a referral, by its state and by who asks."""
    from maillon.referrals.enums import StepState  # noqa: PLC0415 - models need Django to be set up first

    yield from ("## Abilities on a step of a referral", "", "| state | who | may |", "| --- | --- | --- |")
    for state in StepState:
        for who, may in _of_step(state):
            yield f"| {state.value} | {who} | {', '.join(sorted(may)) or '·'} |"


def _of_step(state: str) -> Iterator[tuple[str, frozenset[str]]]:
    from maillon.accounts.enums import Role  # noqa: PLC0415
    from maillon.accounts.models import Membership  # noqa: PLC0415
    from maillon.base.ids import new_id  # noqa: PLC0415
    from maillon.referrals.models import Referral, Step  # noqa: PLC0415
    from maillon.referrals.rights import of_the_person, on_step  # noqa: PLC0415
    from maillon.referrals.rules import FINAL  # noqa: PLC0415

    at, here = timezone.now(), new_id()
    author = Membership(id=new_id(), organisation_id=new_id(), role=Role.REPORTER)
    adults = Referral(author=author, organisation_id=author.organisation_id, basis="consent", code_key_id=new_id())
    asked = None if state in {"asked", "planned"} else at
    shut = at if state in FINAL - {"done"} else None
    step = Step(id=new_id(), referral=adults, recipient_id=here, state=state, proposed_at=asked, shut_at=shut)
    yield "a reader at the service", frozenset(on_step(Membership(organisation_id=here, role=Role.RECIPIENT), step))
    yield "who refers", frozenset(on_step(author, step))
    yield "the person, an adult, with her code", frozenset(of_the_person(step))
    step.recipient_id = None
    yield "who refers, for a service without an account", frozenset(on_step(author, step))
    adults.basis = "child_protection"
    yield "the person, a minor, with her code", frozenset(of_the_person(step))
    strangers = [Membership(id=new_id(), organisation_id=new_id(), role=role) for role in Role]
    yield "anybody else", frozenset[str]().union(*(on_step(other, step) for other in [*strangers, None]))


def assessments() -> Iterator[str]:
    """What `protection.rights` gives for a minor's assessment and a coordination sheet, by state and by who asks."""
    from maillon.protection.enums import AssessmentState, SheetState  # noqa: PLC0415 - models need Django set up first

    yield from ("## Abilities on a minor's assessment", "", "| state | who | may |", "| --- | --- | --- |")
    for state in AssessmentState:
        for who, may in _of_assessment(state):
            yield f"| {state.value} | {who} | {', '.join(sorted(may)) or '·'} |"
    yield from ("", "## Abilities on a coordination sheet", "", "| state | who | may |", "| --- | --- | --- |")
    for sheet_state in SheetState:
        for who, may in _of_sheet(sheet_state):
            yield f"| {sheet_state.value} | {who} | {', '.join(sorted(may)) or '·'} |"


def _members(kind: str) -> dict[str, "Membership"]:
    """One member of each role in an organisation of this kind, which they share."""
    from maillon.accounts.enums import Role  # noqa: PLC0415
    from maillon.accounts.models import Membership  # noqa: PLC0415
    from maillon.base.ids import new_id  # noqa: PLC0415
    from maillon.directory.models import Organisation  # noqa: PLC0415

    here = Organisation(id=new_id(), kind=kind)
    return {role.value: Membership(id=new_id(), organisation=here, role=role) for role in Role}


def _of_assessment(state: str) -> Iterator[tuple[str, frozenset[str]]]:
    from maillon.directory.enums import OrganisationKind  # noqa: PLC0415
    from maillon.protection.models import Assessment  # noqa: PLC0415
    from maillon.protection.rights import on_assessment  # noqa: PLC0415

    council = _members(OrganisationKind.COUNCIL)
    one = Assessment(organisation=council["lead"].organisation, state=state)
    yield "`recipient` at the council that assesses", frozenset(on_assessment(council["recipient"], one))
    yield "`lead` at the council that assesses", frozenset(on_assessment(council["lead"], one))
    others = [member for kind in OrganisationKind for member in _members(kind).values()]
    others += [council["reporter"], council["administrator"]]
    yield "anybody else", frozenset[str]().union(*(on_assessment(other, one) for other in [*others, None]))


def _of_sheet(state: str) -> Iterator[tuple[str, frozenset[str]]]:
    from maillon.directory.enums import OrganisationKind  # noqa: PLC0415
    from maillon.protection.models import PathSheet  # noqa: PLC0415
    from maillon.protection.rights import on_sheet  # noqa: PLC0415

    council, prefecture = _members(OrganisationKind.COUNCIL), _members(OrganisationKind.PREFECTURE)
    kept = None if state == "written" else prefecture["lead"].organisation
    one = PathSheet(organisation=council["lead"].organisation, prefecture=kept, state=state)
    yield "a reader at the council that wrote it", frozenset(on_sheet(council["recipient"], one))
    yield "a reader at the préfecture that keeps it", frozenset(on_sheet(prefecture["recipient"], one))
    judge = _members(OrganisationKind.OTHER)["reporter"]
    yield "a member of a minors' meeting, while it is shown", frozenset(on_sheet(judge, one, shown=True))
    others = [member for kind in OrganisationKind for member in _members(kind).values()]
    yield "anybody else", frozenset[str]().union(*(on_sheet(other, one) for other in [*others, None]))


def cases() -> Iterator[str]:
    """What `cases.rights` gives for an adult's file, by its state and by who asks; and that others never have any."""
    from maillon.cases.enums import CaseState  # noqa: PLC0415 - models need Django to be set up first

    yield from ("## Abilities on a case", "", "| state | who | may |", "| --- | --- | --- |")
    for state in CaseState:
        for who, may in _of_case(state):
            yield f"| {state.value} | {who} | {', '.join(sorted(may)) or '·'} |"
    yield from ("", "## What may be shared of a case, by kind of organisation", "", "| kind | who reads there | may |")
    yield "| --- | --- | --- |"
    for kind, may in _shared():
        yield f"| {kind} | with her agreement to it | {', '.join(sorted(may)) or '·'} |"


def _of_case(state: str) -> Iterator[tuple[str, frozenset[str]]]:
    from maillon.accounts.enums import Role  # noqa: PLC0415
    from maillon.accounts.models import Membership  # noqa: PLC0415
    from maillon.base.ids import new_id  # noqa: PLC0415
    from maillon.cases.models import Case  # noqa: PLC0415
    from maillon.cases.rights import on_case  # noqa: PLC0415

    here, today = new_id(), timezone.localdate()
    follows, stands_in, colleague = (Membership(id=new_id(), organisation_id=here, role=Role.RECIPIENT) for _ in "abc")
    case = Case(id=new_id(), organisation_id=here, responsible=follows, state=state)
    case.replacement, case.replaced_until = stands_in, today
    yield "whoever is responsible", frozenset(on_case(follows, case, today))
    yield "whoever stands in for her", frozenset(on_case(stands_in, case, today))
    lead = Membership(id=new_id(), organisation_id=here, role=Role.LEAD)
    yield "a lead of their organisation", frozenset(on_case(lead, case, today))
    outside = [Membership(id=new_id(), organisation_id=new_id(), role=role) for role in Role]
    others = [colleague, *outside, None]
    yield "anybody else", frozenset[str]().union(*(on_case(other, case, today) for other in others))


def _shared() -> Iterator[tuple[str, frozenset[str]]]:
    from maillon.accounts.enums import Role  # noqa: PLC0415
    from maillon.accounts.models import Membership  # noqa: PLC0415
    from maillon.base.ids import new_id  # noqa: PLC0415
    from maillon.cases.models import Case, Share  # noqa: PLC0415
    from maillon.cases.rights import on_share  # noqa: PLC0415
    from maillon.directory.enums import OrganisationKind  # noqa: PLC0415
    from maillon.directory.models import Organisation  # noqa: PLC0415

    today = timezone.localdate()
    for kind in OrganisationKind:
        there = Organisation(id=new_id(), kind=kind)
        share = Share(case=Case(id=new_id()), organisation=there, until=today)
        reader = Membership(id=new_id(), organisation=there, role=Role.RECIPIENT)
        yield kind.value, frozenset(on_share(reader, share, today))


def requests() -> Iterator[str]:
    """What `exits.rights` gives for a request on an exit path, by its state and by who asks."""
    from maillon.exits.enums import RequestState  # noqa: PLC0415 - models need Django to be set up first

    yield from ("## Abilities on a request for an exit path", "", "| state | who | may |", "| --- | --- | --- |")
    for state in RequestState:
        for who, may in _of_request(state):
            yield f"| {state.value} | {who} | {', '.join(sorted(may)) or '·'} |"


def _of_request(state: str) -> Iterator[tuple[str, frozenset[str]]]:
    from maillon.accounts.enums import Role  # noqa: PLC0415
    from maillon.accounts.models import Membership  # noqa: PLC0415
    from maillon.base.ids import new_id  # noqa: PLC0415
    from maillon.cases.models import Case  # noqa: PLC0415
    from maillon.directory.enums import OrganisationKind  # noqa: PLC0415
    from maillon.directory.models import Organisation  # noqa: PLC0415
    from maillon.exits.models import Path, Request  # noqa: PLC0415
    from maillon.exits.rights import on_request  # noqa: PLC0415

    at = timezone.now()
    bodies = {kind: Organisation(id=new_id(), kind=kind) for kind in OrganisationKind}

    def member(kind: str, role: Role, organisation: Organisation | None = None) -> Membership:
        return Membership(id=new_id(), organisation=organisation or bodies[OrganisationKind(kind)], role=role)

    responsible = member("association", Role.RECIPIENT)
    case = Case(id=new_id(), organisation=responsible.organisation, responsible=responsible)
    path = Path(case=case, association=responsible.organisation, prefecture=bodies[OrganisationKind.PREFECTURE])
    request = Request(path=path, state=state, submitted_at=None if state == "preparing" else at)
    asked: dict[str, list[Membership | None]] = {
        "who follows her": [responsible],
        "a lead of the association": [member("association", Role.LEAD)],
        "a colleague of theirs": [member("association", Role.RECIPIENT), member("association", Role.REPORTER)],
        "a reader at the préfecture": [member("prefecture", Role.RECIPIENT)],
        "anybody else": [
            *(member(kind, role, Organisation(id=new_id(), kind=kind)) for kind in OrganisationKind for role in Role),
            member("prefecture", Role.REPORTER),
            None,
        ],
    }
    for who, members in asked.items():
        yield who, frozenset[str]().union(*(on_request(one, request, at.date()) for one in members))


def points() -> Iterator[str]:
    """What `commission.rights` gives for a request on an agenda, by the state of the meeting and by who asks."""
    from maillon.commission.enums import State  # noqa: PLC0415 - models need Django to be set up first

    yield from ("## Abilities on a request before the commission", "", "| state | who | may |", "| --- | --- | --- |")
    for state in State:
        for who, may in _of_point(state):
            yield f"| {state.value} | {who} | {', '.join(sorted(may)) or '·'} |"


def _of_point(state: str) -> Iterator[tuple[str, frozenset[str]]]:
    from maillon.accounts.enums import Role  # noqa: PLC0415
    from maillon.accounts.models import Membership  # noqa: PLC0415
    from maillon.base.ids import new_id  # noqa: PLC0415
    from maillon.commission.facts import qualities  # noqa: PLC0415
    from maillon.commission.models import AgendaItem, Attendance, Commission, Mandate, Seat, Session  # noqa: PLC0415
    from maillon.commission.rights import on_item  # noqa: PLC0415
    from maillon.commission.selectors import Place  # noqa: PLC0415

    at, commission = timezone.now(), Commission(id=new_id(), prefecture_id=new_id())
    told = None if state in {"draft", "cancelled"} else at
    session = Session(commission=commission, kind="individual", state=state, convoked_at=told, held_at=at)
    item = AgendaItem(id=new_id(), session=session, request_id=new_id())

    def sits(quality: str, *, present: bool = True, kept: bool = False) -> frozenset[str]:
        who = Membership(id=new_id(), organisation_id=new_id(), role=Role.REPORTER)
        mandate = Mandate(seat=Seat(id=new_id(), quality=quality), membership=who, pledged_at=at)
        there = Attendance() if present else None
        place = Place(mandate=mandate, attendance=there, kept_from=frozenset({item.pk} if kept else ()))
        return frozenset(on_item(who, item, place))

    secretary = Membership(id=new_id(), organisation_id=commission.prefecture_id, role=Role.RECIPIENT)
    yield "the secretary", frozenset(on_item(secretary, item, None))
    yield "a member who answered the roll call", sits("gendarmerie")
    yield "a member who is absent", sits("gendarmerie", present=False)
    yield "a member who is kept from it, as of the association that presents it", sits("association", kept=True)
    added = [code for code, quality in qualities().items() if not quality.individual]
    yield "members added in December 2025", frozenset[str]().union(*(sits(code) for code in added))
    others = [Membership(id=new_id(), organisation_id=new_id(), role=role) for role in Role]
    yield "anybody else", frozenset[str]().union(*(on_item(one, item, None) for one in [*others, None]))


def part() -> str:
    """The generated part of the page."""
    parts: tuple[Callable[[], Iterator[str]], ...]
    parts = (relations, addresses, abilities, steps, assessments, cases, requests, points)
    return "\n\n".join("\n".join(one()) for one in parts)


def main(arguments: list[str]) -> int:
    """Rewrites the page, or checks it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maillon.config.settings.test")
    django.setup()
    return command(PAGE, part, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
