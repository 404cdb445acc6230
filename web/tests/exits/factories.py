"""Exit paths as people really make them: sealed with real keys, through the services.

world = make_world()                      # an approved association that follows somebody, and her préfecture
path = asked(world)                       # explained to her, and an entry is being prepared
request = submitted(world, path)          # the whole file, at the préfecture
granted(world, request)                   # after the commission's opinion
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.utils.timezone import localdate

from maillon.accounts.enums import Role
from maillon.base.ids import new_id, new_number
from maillon.cases.enums import How as AgreedHow
from maillon.cases.models import Case
from maillon.exits import rules, services
from maillon.exits.content import Advice, Agreed, Circumstances, Engagement, Identity, OpenedFile, Paper, Review, Sworn
from maillon.exits.enums import How, IdentityPaper, Opinion, PaperKind, Reading, RequestKind, Said, Stay
from maillon.exits.models import Path, Request
from maillon.exits.rules import Situation
from maillon.vault import services as vault
from tests.reports.factories import AT, House, Person, make_house, make_person

TODAY = AT.date()
DAY = dt.timedelta(days=1)
# The first day of the association's approval, and the day after its last.
APPROVED = (dt.date(2026, 1, 15), dt.date(2029, 1, 15))

PAPERS: dict[PaperKind, Paper] = {
    PaperKind.IDENTITY: Identity(
        first_name="Lune",
        last_name="Inventée",
        birth_on="1996-02-29",
        paper=IdentityPaper.HELD_BY_OTHERS,
        absence="Retenu par quelqu’un.",
    ),
    PaperKind.SITUATION: Circumstances(
        administrative="Hébergée, droits ouverts.", family="Un enfant.", social="Suivie depuis un an.", aps_asked=True
    ),
    PaperKind.ENGAGEMENT: Engagement(
        housing="Une place en CHRS.",
        by_association="Un rendez-vous chaque semaine.",
        by_person="Y venir.",
        signed_on="2026-11-20",
    ),
    PaperKind.SWORN: Sworn(declared_on="2026-11-20", place="Alençon", explained=True),
    PaperKind.REVIEW: Review(done="Un logement trouvé.", difficulties="Une longue maladie.", her_words="Je continue."),
    PaperKind.ASSOCIATION: Advice(favourable=True, reasons="Elle avance."),
}
SITUATION = Situation(age=30, stay=Stay.APS, income_below=Said.YES, rsa_or_ada=Said.NO, children=2)


@dataclass(frozen=True)
class World:
    """A worker who follows somebody, her lead, a colleague who does not, another association, and two préfectures."""

    case: Case
    home: House
    worker: Person
    lead: Person
    colleague: Person
    elsewhere: House
    prefecture: House
    other_prefecture: House

    @property
    def officer(self) -> Person:
        """Who instructs at the préfecture."""
        return self.prefecture.reader


def make_case(worker: Person, *, at: dt.datetime = AT, **more: Any) -> Case:
    """Somebody followed by `worker`."""
    key = new_id()
    pseudonym = vault.seal(
        plaintext=b"Lune",
        kind="case.pseudonym",
        subject_id=key,
        organisations=[worker.membership.organisation_id],
        at=at,
    )
    given: dict[str, Any] = {
        "id": key,
        "number": new_number(),
        "draft_id": new_id(),
        "organisation": worker.membership.organisation,
        "responsible": worker.membership,
        "language": "fr",
        "pseudonym": pseudonym,
        "opened_at": at,
        "last_contact_on": localdate(at),
    }
    return Case.objects.create(**{**given, **more})


def make_world() -> World:
    """One of each."""
    home = make_house(readers=2, psp_approved_from=APPROVED[0], psp_approved_until=APPROVED[1])
    worker, colleague = home.readers
    return World(
        case=make_case(worker),
        home=home,
        worker=worker,
        lead=make_person(home.organisation, Role.LEAD),
        colleague=colleague,
        elsewhere=make_house(psp_approved_from=APPROVED[0], psp_approved_until=APPROVED[1]),
        prefecture=make_house(prefecture=True),
        other_prefecture=make_house(prefecture=True),
    )


def agreed(at: dt.datetime = AT) -> Agreed:
    """She agrees, by voice."""
    return Agreed(how=AgreedHow.SPOKEN, language="fr", given_at=at)


def started(world: World, *, at: dt.datetime = AT) -> Path:
    """She wants to hear of it."""
    return services.start(
        case_id=world.case.pk,
        prefecture_id=world.prefecture.organisation.pk,
        by=world.worker.membership,
        at=at,
    )


def explained(world: World, *, at: dt.datetime = AT) -> Path:
    """She was told what it changes for her."""
    path = started(world, at=at)
    services.explain(
        path_id=path.pk, language="fr", how=How.SPOKEN, explained_on=localdate(at), by=world.worker.membership, at=at
    )
    return path


def asked(world: World, *, at: dt.datetime = AT) -> Path:
    """An entry is being prepared."""
    path = explained(world, at=at)
    services.ask_entry(path_id=path.pk, by=world.worker.membership, at=at, agreed=agreed(at))
    return fresh(path)


def write_all(world: World, request: Request, *, at: dt.datetime = AT) -> None:
    """Every paper that the file needs."""
    for kind in rules.papers_of(RequestKind(request.kind)):
        services.write_paper(request_id=request.pk, paper=PAPERS[kind], by=world.worker.membership, at=at)


def submitted(world: World, path: Path, *, at: dt.datetime = AT) -> Request:
    """The open request with its whole file and the AFIS, at the préfecture."""
    request = last_of(path)
    write_all(world, request, at=at)
    services.simulate_aid(request_id=request.pk, situation=SITUATION, by=world.worker.membership, at=at)
    worker = world.worker
    return services.submit(
        request_id=request.pk, agreed=agreed(at), by=worker.membership, keyring=worker.keyring, at=at
    )


def advised(world: World, request: Request, opinion: Opinion = Opinion.FAVOURABLE, *, at: dt.datetime = AT) -> Request:
    """The commission gave its opinion."""
    return services.note_opinion(
        request_id=request.pk, opinion=opinion, given_on=localdate(at), by=world.officer.membership, at=at
    )


def granted(world: World, request: Request, *, at: dt.datetime = AT, **more: Any) -> Request:
    """Opinion and decision on one day."""
    advised(world, request, at=at)
    return services.grant(
        request_id=request.pk, decided_on=localdate(at), by=world.officer.membership, at=at, aid_granted=True, **more
    )


def running(world: World, *, at: dt.datetime = AT) -> Path:
    """A path that runs from this day."""
    path = asked(world, at=at)
    granted(world, submitted(world, path, at=at), at=at)
    return services.begin(path_id=path.pk, told_on=localdate(at), by=world.worker.membership, at=at)


def last_of(path: Path) -> Request:
    """The newest request of a path, as it is now."""
    return Request.objects.select_related("path__case", "path__prefecture").filter(path=path).latest("position")


def fresh(path: Path) -> Path:
    """The path as it is now."""
    return Path.objects.select_related("case__responsible", "association", "prefecture").get(pk=path.pk)


def opened(person: Person, request: Request, *, at: dt.datetime = AT) -> OpenedFile:
    """What somebody reads of a file."""
    return services.open_file(
        request_id=request.pk, by=person.membership, keyring=person.keyring, at=at, reason=Reading.INSTRUCTING
    )
