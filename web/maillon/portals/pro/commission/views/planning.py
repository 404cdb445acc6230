"""Preparing a meeting, convoking it, cancelling it."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from maillon.accounts.http import MemberRequest, reads
from maillon.base import clock
from maillon.commission import selectors, services
from maillon.commission.enums import Emergency, Kind, Topic
from maillon.commission.facts import value
from maillon.commission.models import Session
from maillon.commission.rights import Ability
from maillon.commission.rules import in_time
from maillon.exits.enums import RequestKind
from maillon.exits.models import Request
from maillon.guidance.dated import Unit
from maillon.portals.components.posting import posted
from maillon.portals.pro.commission.acting import acted, confirmed, refused
from maillon.portals.pro.commission.finding import found_point, found_session, own_commission, to_session
from maillon.portals.pro.commission.forms.planning import AgendaForm, ConvokeForm, MomentForm, PlanForm
from maillon.portals.pro.commission.shown import cited, named
from maillon.protection.models import PathSheet


@reads
@require_http_methods(["GET", "POST"])
def plan(request: MemberRequest) -> HttpResponse:
    """A new meeting."""
    commission, form, made = own_commission(request), PlanForm(posted(request)), list[Session]()

    def act() -> None:
        given = form.cleaned_data
        made.append(
            services.plan(
                commission_id=commission.pk,
                kind=Kind(given["kind"]),
                held_at=form.held_at,
                place=given["place"],
                remote=given["remote"],
                by=request.membership,
                at=clock.now(),
            )
        )

    said = _("Les membres sont convoqués au moins %(days)d jours avant (%(article)s).")
    context = {
        "heading": _("Préparer une séance"),
        "lead": said % {"days": value("convocation", Unit.DAYS), "article": cited("convocation", clock.now())},
        "label": _("Continuer"),
        "back": reverse("pro:commission"),
    }
    return acted(request, form, act, lambda: to_session(made[0].pk, "preparee"), "pro/commission/form.html", context)


@reads
@require_http_methods(["GET", "POST"])
def agenda(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Puts points on the agenda, out of what waits or what may be spoken of."""
    session = found_session(request, session_id, Ability.CHANGE).session
    form = AgendaForm(posted(request), offered=_offered(session))

    def act() -> None:
        for point in form.cleaned_data["points"]:
            who: dict[str, Any] = {"session_id": session.pk, "by": request.membership, "at": clock.now()}
            if point in Topic.values:
                services.add_topic(topic=Topic(point), **who)
            elif session.kind == Kind.MINORS:
                services.add_sheet(sheet_id=UUID(point), **who)
            else:
                services.add_request(request_id=UUID(point), **who)

    context = {
        "session": session,
        "heading": _("Ordre du jour"),
        "label": _("Ajouter"),
        "nothing": "" if _offered(session) else _("Rien n’attend d’être mis à l’ordre du jour."),
        "back": _address(session),
    }
    return acted(request, form, act, lambda: to_session(session.pk, "ordre"), "pro/commission/form.html", context)


def _offered(session: Session) -> list[tuple[str, str]]:
    if session.kind == Kind.INDIVIDUAL:
        return [(str(one.pk), _label(one)) for one in selectors.ready_requests(session.commission)]
    taken = set(session.items.values_list("topic", flat=True))
    topics = [(topic.value, str(topic.label)) for topic in Topic if topic.value not in taken]
    if session.kind != Kind.MINORS:
        return topics
    return [(str(one.pk), _sheet_label(one)) for one in selectors.ready_sheets(session.commission)] + topics


def _sheet_label(one: PathSheet) -> str:
    said = _("Fiche de coordination %(number)s, %(council)s")
    return said % {"number": one.number, "council": one.organisation.name}


def _label(one: Request) -> str:
    return f"{one.path.number}, {RequestKind(one.kind).label}, {one.path.association.name}"


@reads
@require_POST
def take_off(request: MemberRequest, item_id: UUID) -> HttpResponse:
    """Takes a point off."""
    item = found_point(request, item_id).item
    found_session(request, item.session_id, Ability.CHANGE)
    with refused():
        services.take_off(item_id=item.pk, by=request.membership, at=clock.now())
    return to_session(item.session_id, "ordre")


@reads
@require_http_methods(["GET", "POST"])
def convoke(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """Tells the members; asks why where it is late."""
    session, at = found_session(request, session_id, Ability.CONVOKE).session, clock.now()
    is_late = not in_time(convoked_at=at, held_at=session.held_at, days=value("convocation", Unit.DAYS))
    form: forms.Form = ConvokeForm(posted(request)) if is_late else forms.Form(posted(request))

    def act() -> None:
        reason = form.cleaned_data.get("emergency")
        emergency = Emergency(reason) if reason else None
        services.convoke(session_id=session.pk, emergency=emergency, by=request.membership, at=at)

    context = {
        "session": session,
        "heading": _("Convoquer les membres"),
        "lead": _("Un message sans détail prévient chaque membre. L’ordre du jour ne change plus ensuite."),
        "warning": _late() if is_late else "",
        "label": _("Convoquer"),
        "back": _address(session),
    }
    return acted(request, form, act, lambda: to_session(session.pk, "convoquee"), "pro/commission/form.html", context)


def _late() -> str:
    said = _("Il reste moins de %(days)d jours (%(article)s). Indiquez l’urgence, ou choisissez une autre date.")
    return said % {"days": value("convocation", Unit.DAYS), "article": cited("convocation", clock.now())}


@reads
@require_http_methods(["GET", "POST"])
def cancel(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """The meeting will not take place."""
    session = found_session(request, session_id, Ability.CANCEL).session
    context = {
        "title": _("Annuler cette séance ?"),
        "about": named(session),
        "effect": _("Les membres déjà convoqués sont prévenus. Les demandes peuvent aller à une autre séance."),
        "label": _("Annuler la séance"),
        "back": _address(session),
    }
    return confirmed(
        request,
        lambda: services.cancel(session_id=session.pk, by=request.membership, at=clock.now()),
        lambda: to_session(session.pk, "annulee"),
        context,
    )


@reads
@require_http_methods(["GET", "POST"])
def repeat(request: MemberRequest, session_id: UUID) -> HttpResponse:
    """The second convocation, on the same agenda."""
    session = found_session(request, session_id, Ability.REPEAT).session
    form, made = MomentForm(posted(request)), list[Session]()

    def act() -> None:
        made.append(services.repeat(session_id=session.pk, held_at=form.held_at, by=request.membership, at=clock.now()))

    said = _("Même ordre du jour. Aucun quorum n’est exigé (%s) : la convocation doit le dire.")
    context = {
        "session": session,
        "heading": _("Convoquer une seconde fois"),
        "lead": said % cited("quorum", clock.now()),
        "label": _("Préparer la seconde séance"),
        "back": _address(session),
    }
    return acted(request, form, act, lambda: to_session(made[0].pk, "reconvoquee"), "pro/commission/form.html", context)


def _address(session: Session) -> str:
    return reverse("pro:commission_session", args=[session.pk])
