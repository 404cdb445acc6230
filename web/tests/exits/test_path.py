"""A path from a question to its end, as association and préfecture live it."""

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from maillon.base.events import publish
from maillon.base.ids import new_id
from maillon.base.states import IllegalTransition
from maillon.cases import hooks
from maillon.cases import services as cases
from maillon.cases.events import CaseConsentWithdrawn
from maillon.cases.models import Consent
from maillon.directory.models import Organisation
from maillon.exits import services
from maillon.exits.content import Circumstances, Engagement, Identity, Review, Sworn
from maillon.exits.enums import (
    EndReason,
    How,
    IdentityPaper,
    Opinion,
    PaperKind,
    PathState,
    RequestKind,
    RequestState,
)
from maillon.exits.models import Path
from maillon.exits.refusals import (
    AlreadyOpen,
    Incomplete,
    MissingPapers,
    NoConsent,
    NoPrefecture,
    NoReasons,
    NotAllowed,
    NotApproved,
    NotExplained,
    NoTimeLeft,
    WrongDay,
    WrongPaper,
    WrongReason,
)
from maillon.journal.enums import Action
from maillon.journal.models import Line
from maillon.vault.crypto import CannotOpen
from maillon.vault.selectors import is_sealed_to
from tests.exits.factories import (
    DAY,
    PAPERS,
    SITUATION,
    TODAY,
    World,
    advised,
    agreed,
    asked,
    explained,
    fresh,
    granted,
    last_of,
    make_world,
    opened,
    running,
    started,
    submitted,
    write_all,
)
from tests.reports.factories import AT


@pytest.fixture
def world(db) -> World:
    return make_world()


def lines(action: Action) -> list[str]:
    return list(Line.objects.filter(action=action).order_by("at", "pk").values_list("reason", flat=True))


def test_from_interest_to_decision_and_first_renewal(world) -> None:
    path = asked(world)
    request = submitted(world, path)
    file = opened(world.officer, request)
    assert dict(file.papers) == {kind: PAPERS[kind] for kind in file.papers}
    assert file.aid is not None
    assert (file.aid.month, file.aid.sure) == ("555.36", False)
    request = granted(world, request)
    assert (request.from_on, request.until_on) == (dt.date(2026, 11, 23), dt.date(2027, 5, 22))
    request.aid.refresh_from_db()
    assert (request.aid.granted, request.aid.until_on) == (True, request.until_on)
    services.begin(path_id=path.pk, told_on=TODAY, by=world.worker.membership, at=AT)
    later = AT + 150 * DAY
    services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=later)
    renewal = granted(world, submitted(world, path, at=later), at=later)
    assert renewal.kind == RequestKind.RENEWAL
    assert renewal.from_on == dt.date(2027, 5, 23)
    path = fresh(path)
    assert (path.state, path.until_on) == (PathState.RUNNING, dt.date(2027, 11, 22))
    assert lines(Action.EXIT_STARTED) == [""]
    assert lines(Action.EXIT_SUBMITTED) == ["entry", "renewal"]
    assert lines(Action.EXIT_DECIDED) == ["grant", "grant"]


def test_after_twenty_four_months_nothing_can_be_asked_any_more(world) -> None:
    path, at = running(world), AT
    for _renewal in range(3):
        at += 170 * DAY
        services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=at)
        granted(world, submitted(world, path, at=at), at=at)
    assert fresh(path).until_on == dt.date(2028, 11, 22)
    with pytest.raises(NoTimeLeft):
        services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=at)


def test_only_an_approved_association_starts_one_with_a_prefecture_and_once(world) -> None:
    here = {"case_id": world.case.pk, "by": world.worker.membership, "at": AT}
    with pytest.raises(NoPrefecture):
        services.start(prefecture_id=world.elsewhere.organisation.pk, **here)
    started(world)
    with pytest.raises(AlreadyOpen):
        started(world)
    services.end(
        path_id=Path.objects.get().pk, reason=EndReason.WITHDRAWN, ended_on=TODAY, by=world.worker.membership, at=AT
    )
    Organisation.objects.filter(pk=world.home.organisation.pk).update(psp_approved_from=None, psp_approved_until=None)
    with pytest.raises(NotApproved):
        started(world)
    with pytest.raises(NotAllowed):
        services.start(**{**here, "case_id": new_id()}, prefecture_id=world.prefecture.organisation.pk)


def test_she_is_told_what_it_changes_before_anything_is_asked(world) -> None:
    path = started(world)
    with pytest.raises(NotExplained):
        services.ask_entry(path_id=path.pk, by=world.worker.membership, at=AT)
    with pytest.raises(WrongDay):
        services.explain(
            path_id=path.pk, language="ro", how=How.SPOKEN, explained_on=TODAY + DAY, by=world.worker.membership, at=AT
        )
    told = services.explain(
        path_id=path.pk, language="ro", how=How.INTERPRETED, explained_on=TODAY, by=world.worker.membership, at=AT
    )
    assert "24 mois" in told.wording
    assert "notre aide continue" in told.wording
    ask = {"path_id": path.pk, "by": world.worker.membership, "at": AT}
    with pytest.raises(NoConsent):
        services.ask_entry(**ask)
    assert services.ask_entry(agreed=agreed(), **ask).state == RequestState.PREPARING


def test_nothing_goes_without_her_agreement_nor_with_a_gap(world) -> None:
    path = asked(world)
    request, worker = last_of(path), world.worker
    go = {"request_id": request.pk, "by": worker.membership, "keyring": worker.keyring, "at": AT}
    with pytest.raises(MissingPapers) as refused:
        services.submit(agreed=agreed(), **go)
    assert len(refused.value.papers) == 5
    write_all(world, request)
    with pytest.raises(NoConsent):
        services.submit(agreed=agreed(AT + DAY), **go)
    Consent.objects.update(withdrawn_at=AT, withdrawal_recorded_by=worker.membership)
    with pytest.raises(NoConsent):
        services.submit(agreed=agreed(), **go)
    Consent.objects.update(withdrawn_at=None, withdrawal_recorded_by=None)
    request = services.submit(agreed=agreed(), **go)
    assert request.state == RequestState.SUBMITTED
    assert world.prefecture.organisation.name in request.agreed_wording
    with pytest.raises(NotAllowed):
        services.submit(agreed=agreed(), **go)


@pytest.mark.parametrize(
    "paper",
    [
        Identity(last_name="Inventée", birth_on="1996-02-29"),
        Identity(last_name="Inventée", birth_on="1996-02-29", paper=IdentityPaper.LOST),
        Circumstances(administrative="x", family="x"),
        Engagement(by_association="x", by_person="x", signed_on="2026-11-20"),
        Engagement(housing="x", by_association="x", signed_on="2026-11-20"),
        Sworn(declared_on="2026-11-20", place="Alençon"),
    ],
)
def test_a_paper_with_a_gap_is_not_taken(world, paper) -> None:
    request = last_of(asked(world))
    with pytest.raises(Incomplete):
        services.write_paper(request_id=request.pk, paper=paper, by=world.worker.membership, at=AT)


def test_a_review_of_six_months_is_no_part_of_an_entry(world) -> None:
    request = last_of(asked(world))
    with pytest.raises(WrongPaper):
        services.write_paper(
            request_id=request.pk, paper=Review(done="x", difficulties="x"), by=world.worker.membership, at=AT
        )


def test_the_prefecture_opens_nothing_before_and_nothing_after_it_was_taken_back(world) -> None:
    path = asked(world)
    request = last_of(path)
    write_all(world, request)
    with pytest.raises(NotAllowed):
        opened(world.officer, request)
    submitted(world, path)
    assert opened(world.officer, request).papers
    services.withdraw_request(request_id=request.pk, by=world.worker.membership, at=AT)
    with pytest.raises(NotAllowed):
        opened(world.officer, request)
    prefecture = world.prefecture.organisation.pk
    assert not [p for p in request.papers.all() if is_sealed_to(item=p.item, organisation_id=prefecture)]
    assert fresh(path).state == PathState.INTEREST


def test_a_missing_paper_is_asked_for_and_the_file_goes_again(world) -> None:
    path = asked(world)
    request = submitted(world, path)
    send = {"request_id": request.pk, "by": world.officer.membership, "at": AT}
    with pytest.raises(NoReasons):
        services.send_back(wanted="  ", **send)
    services.send_back(wanted="Une attestation datée.", **send)
    assert opened(world.worker, request).wanted == "Une attestation datée."
    with pytest.raises(NotAllowed):
        opened(world.officer, request)
    again = submitted(world, path)
    assert opened(world.officer, again).papers[PaperKind.SWORN] == PAPERS[PaperKind.SWORN]


def test_a_paper_written_anew_takes_the_place_of_the_one_before(world) -> None:
    request = last_of(asked(world))
    write_all(world, request)
    before = request.papers.get(kind=PaperKind.SWORN).item_id
    new = Sworn(declared_on="2026-11-22", place="Flers", explained=True)
    services.write_paper(request_id=request.pk, paper=new, by=world.worker.membership, at=AT)
    stored = request.papers.get(kind=PaperKind.SWORN)
    assert stored.item_id != before
    assert opened(world.worker, request).papers[PaperKind.SWORN] == new


def test_aid_that_is_not_asked_for_after_all_is_gone(world) -> None:
    request = last_of(asked(world))
    for _again in range(2):
        services.simulate_aid(request_id=request.pk, situation=SITUATION, by=world.worker.membership, at=AT)
    services.drop_aid(request_id=request.pk, by=world.worker.membership, at=AT)
    write_all(world, request)
    assert opened(world.worker, request).aid is None


def test_a_refusal_is_motivated_and_she_may_ask_anew(world) -> None:
    path = asked(world)
    request = advised(world, submitted(world, path), Opinion.UNFAVOURABLE)
    decision = {"request_id": request.pk, "decided_on": TODAY, "by": world.officer.membership, "at": AT}
    with pytest.raises(NoReasons):
        services.refuse(reasons=" ", **decision)
    services.refuse(reasons="Dossier à compléter.", **decision)
    assert opened(world.worker, request).reasons == "Dossier à compléter."
    assert fresh(path).state == PathState.REFUSED
    assert services.ask_entry(path_id=path.pk, by=world.worker.membership, at=AT).position == 2


def test_a_refused_renewal_leaves_what_was_granted(world) -> None:
    path, later = running(world), AT + 100 * DAY
    services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=later)
    with pytest.raises(IllegalTransition):
        services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=later)
    request = advised(world, submitted(world, path, at=later), at=later)
    services.refuse(
        request_id=request.pk, decided_on=later.date(), reasons="Non.", by=world.officer.membership, at=later
    )
    path = fresh(path)
    assert (path.state, path.until_on) == (PathState.RUNNING, dt.date(2027, 5, 22))
    assert EndReason.REFUSED in services.end_reasons_for(path, world.worker.membership)


def test_days_that_cannot_be_are_refused(world) -> None:
    path = asked(world)
    request = submitted(world, path)
    officer = {"request_id": request.pk, "by": world.officer.membership, "at": AT}
    for day in (TODAY - DAY, TODAY + DAY):
        with pytest.raises(WrongDay):
            services.note_opinion(opinion=Opinion.FAVOURABLE, given_on=day, **officer)
    advised(world, request)
    for day in (TODAY - DAY, TODAY + DAY):
        with pytest.raises(WrongDay):
            services.grant(decided_on=day, **officer)
    with pytest.raises(WrongDay):
        services.grant(decided_on=TODAY, from_on=TODAY - DAY, **officer)
    services.grant(decided_on=TODAY, from_on=TODAY + 10 * DAY, **officer)
    with pytest.raises(WrongDay):
        services.begin(path_id=path.pk, told_on=TODAY - DAY, by=world.worker.membership, at=AT)


def test_no_decision_without_an_opinion(world) -> None:
    request = submitted(world, asked(world))
    with pytest.raises(NotAllowed):
        services.grant(request_id=request.pk, decided_on=TODAY, by=world.officer.membership, at=AT)
    with transaction.atomic(), pytest.raises(IntegrityError, match="an_opinion_before_a_decision"):
        type(request).objects.filter(pk=request.pk).update(
            state=RequestState.GRANTED,
            ended_at=AT,
            decided_on=TODAY,
            decided_by=world.officer.membership,
            from_on=TODAY,
            until_on=TODAY,
        )


def test_who_ends_it_says_why_and_what_was_asked_ends_too(world) -> None:
    path, later = running(world), AT + 100 * DAY
    services.ask_renewal(path_id=path.pk, by=world.worker.membership, at=later)
    submitted(world, path, at=later)
    how = {"path_id": path.pk, "at": later}
    with pytest.raises(WrongReason):
        services.end(reason=EndReason.COMPLETED, ended_on=later.date(), by=world.officer.membership, **how)
    with pytest.raises(WrongReason):
        services.end(reason=EndReason.REFUSED, ended_on=later.date(), by=world.worker.membership, **how)
    with pytest.raises(WrongDay):
        services.end(reason=EndReason.COMPLETED, ended_on=later.date() + DAY, by=world.worker.membership, **how)
    services.end(reason=EndReason.COMPLETED, ended_on=later.date(), by=world.worker.membership, **how)
    assert last_of(path).state == RequestState.WITHDRAWN
    assert lines(Action.EXIT_ENDED) == ["completed"]


def test_the_prefecture_may_note_that_the_prefet_stopped_it(world) -> None:
    path = running(world)
    services.end(path_id=path.pk, reason=EndReason.STOPPED, ended_on=TODAY, by=world.officer.membership, at=AT)
    assert fresh(path).end_reason == EndReason.STOPPED


def test_a_case_stays_open_while_a_path_is(world) -> None:
    assert hooks.reasons(world.case.pk) == []
    path = explained(world)
    assert len(hooks.reasons(world.case.pk)) == 1
    services.end(path_id=path.pk, reason=EndReason.WITHDRAWN, ended_on=TODAY, by=world.worker.membership, at=AT)
    assert hooks.reasons(world.case.pk) == []


def test_what_she_takes_back_is_out_of_reach_at_once(world) -> None:
    path = asked(world)
    request = submitted(world, path)
    publish(CaseConsentWithdrawn(case_id=world.case.pk, consent_id=new_id(), purpose="sharing", at=AT))
    assert last_of(path).state == RequestState.SUBMITTED
    cases.withdraw_consent(consent_id=Consent.objects.get().pk, by=world.worker.membership, at=AT)
    assert last_of(path).state == RequestState.WITHDRAWN
    with pytest.raises(NotAllowed):
        opened(world.officer, request)


def test_whoever_lacks_her_organisations_key_opens_nothing(world) -> None:
    request = submitted(world, asked(world))
    stranger = world.elsewhere.reader
    with pytest.raises(CannotOpen):
        services.open_file(
            request_id=request.pk, by=world.officer.membership, keyring=stranger.keyring, at=AT, reason="instructing"
        )
