"""Which paths and requests somebody sees; `rights` say what she may do with one."""

from datetime import date
from uuid import UUID

from django.db.models import F, Prefetch, Q, QuerySet

from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.cases.enums import Purpose
from maillon.cases.models import Case, Consent
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.exits.enums import PathState, RequestState
from maillon.exits.models import Aid, Path, Request
from maillon.exits.rules import Period
from maillon.vault.models import SealedItem

_OF_PATH = ("case__responsible__member", "association", "prefecture")


def paths_of(membership: Membership, today: date) -> QuerySet[Path]:
    """The paths of those whom she follows, or for a lead those of her association; what runs first, then the newest.

    Requests come with them, in order.
    """
    requests = Request.objects.order_by("position")
    found = Path.objects.filter(_follows(membership, today)).select_related(*_OF_PATH)
    return found.prefetch_related(Prefetch("requests", requests)).order_by(
        F("ended_on").desc(nulls_first=True), "-started_at"
    )


def _follows(membership: Membership, today: date) -> Q:
    if membership.ended_at is not None or not membership.role_enum.reads:
        return Q(pk__in=[])
    here = Q(association_id=membership.organisation_id)
    if membership.role_enum is Role.LEAD:
        return here
    replaces = Q(case__replacement=membership, case__replaced_until__gte=today)
    return here & (Q(case__responsible=membership) | replaces)


def path_of(key: UUID) -> Path | None:
    """One path with what rights need; who may see it is for `rights.on_path`."""
    return Path.objects.select_related(*_OF_PATH).filter(pk=key).first()


def open_path_of(case: Case) -> Path | None:
    """The path that is under way for somebody, if any."""
    return Path.objects.filter(case=case).exclude(state=PathState.ENDED).first()


def request_of(key: UUID) -> Request | None:
    """One request with what rights need; who may see it is for `rights.on_request`."""
    related = [f"path__{name}" for name in _OF_PATH]
    return Request.objects.select_related(*related, "aid").filter(pk=key).first()


def requests_received(membership: Membership) -> QuerySet[Request]:
    """Everything that was ever handed to her préfecture: what waits first, the oldest before the others."""
    if membership.ended_at is not None or not membership.role_enum.reads:
        return Request.objects.none()
    found = Request.objects.filter(
        path__prefecture=membership.organisation_id, submitted_at__isnull=False
    ).select_related(*(f"path__{name}" for name in _OF_PATH))
    return found.order_by(F("ended_at").desc(nulls_first=True), "submitted_at")


def requests_waiting(prefecture: Organisation) -> QuerySet[Request]:
    """What waits for the commission's opinion, the oldest first."""
    found = Request.objects.filter(path__prefecture=prefecture, state=RequestState.SUBMITTED)
    return found.select_related("path__association", "path__prefecture").order_by("submitted_at")


def granted_periods(path: Path) -> list[Period]:
    """What was granted, in order."""
    granted = path.requests.filter(state=RequestState.GRANTED).order_by("from_on")
    return [Period(start, until) for start, until in granted.values_list("from_on", "until_on") if start and until]


def sealed_of(request: Request) -> list[SealedItem]:
    """What is sealed of its file: the papers and the aid. Rights to stay are no part of it."""
    items = [paper.item for paper in request.papers.select_related("item")]
    aid = Aid.objects.select_related("item").filter(request=request).first()
    return items if aid is None or aid.item is None else [*items, aid.item]


def living_consent(path: Path) -> Consent | None:
    """Her agreement that a path is prepared, the newest that stands."""
    mine = Consent.objects.filter(case_id=path.case_id, purpose=Purpose.EXIT_PATH, withdrawn_at=None)
    return mine.order_by("-given_at").first()


def prefectures() -> QuerySet[Organisation]:
    """Those that take part."""
    return Organisation.objects.filter(kind=OrganisationKind.PREFECTURE, is_active=True).order_by("name")
