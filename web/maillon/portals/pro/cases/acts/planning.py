"""Planning: actions, appointments, contacts, and referrals made out of the case."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.enums import ActionState, AppointmentState, Doer, EntryKind, Means
from maillon.cases.rights import Ability
from maillon.portals.pro.cases.acting import Act, Acting
from maillon.portals.pro.cases.forms.ending import ReferralForm
from maillon.portals.pro.cases.forms.planning import (
    ActionForm,
    AppointmentForm,
    ContactForm,
    FinishActionForm,
    SettleForm,
)


def _plan(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.plan_action(
        **acting.here,
        text=given["text"],
        doer=Doer(given["doer"]),
        due_on=given["due_on"],
        goal_id=given["goal"],
    )


def _finish(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.finish_action(action_id=acting.about, state=ActionState(given["state"]), **acting.who)


def _appoint(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.appoint(
        **acting.here, starts_at=given["form"].starts_at, minutes=given["minutes"], text=given["text"]
    )


def _settle(acting: Acting, given: Mapping[str, Any]) -> object:
    state = AppointmentState(given["state"])
    return services.settle_appointment(appointment_id=acting.about, state=state, **acting.who)


def _contact(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.record_contact(
        **acting.here,
        means=Means(given["means"]),
        made=given["made"] == "yes",
        happened_at=given["form"].happened_at,
        text=given["text"],
    )


def _referral(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.attach_referral(**acting.here, referral_id=UUID(given["referral"]))


ACTS = (
    Act(
        name="case_action",
        slug="action",
        ability=Ability.WRITE,
        title=_("Prévoir une action"),
        button=_("Prévoir"),
        icon="check",
        form=ActionForm,
        run=_plan,
        done=_("L’action est prévue."),
    ),
    Act(
        name="case_action_end",
        slug="action",
        about=EntryKind.ACTION,
        ability=Ability.WRITE,
        title=_("Qu’est devenue cette action ?"),
        button=_("Noter"),
        form=FinishActionForm,
        run=_finish,
        done=_("C’est noté."),
    ),
    Act(
        name="case_appointment",
        slug="rendez-vous",
        ability=Ability.WRITE,
        title=_("Fixer un rendez-vous"),
        lead=_("Convenez-en d’abord avec elle. Le fichier d’agenda ne dit que « Rendez-vous »."),
        button=_("Noter le rendez-vous"),
        icon="calendar",
        form=AppointmentForm,
        run=_appoint,
        done=_("Le rendez-vous est noté."),
    ),
    Act(
        name="case_appointment_end",
        slug="rendez-vous",
        about=EntryKind.APPOINTMENT,
        ability=Ability.WRITE,
        title=_("Qu’est devenu ce rendez-vous ?"),
        button=_("Noter"),
        icon="calendar",
        form=SettleForm,
        run=_settle,
        done=_("C’est noté."),
    ),
    Act(
        name="case_contact",
        slug="contact",
        ability=Ability.WRITE,
        title=_("Noter un contact"),
        button=_("Noter le contact"),
        icon="message",
        form=ContactForm,
        run=_contact,
        done=_("Le contact est noté."),
        page="case_timeline",
    ),
    Act(
        name="case_referral",
        slug="orientation",
        ability=Ability.WRITE,
        title=_("Rattacher une orientation"),
        lead=_(
            "Ce qu’elle devient se lira ici. L’accompagnement ne peut pas être clos tant qu’elle attend une réponse."
        ),
        button=_("Rattacher"),
        icon="transfer",
        form=ReferralForm,
        run=_referral,
        done=_("L’orientation est rattachée."),
        needs="referral",
        without=_("Aucune orientation de votre organisation n’est libre."),
    ),
)
