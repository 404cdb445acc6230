"""A case in plain words for the person it is about: read to her, or printed when she asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as translated

from maillon.cases.content import Identity, OpenedCase, OpenedEntry, Reaching, SafetyPlan, Situation
from maillon.cases.enums import (
    ActionState,
    AppointmentState,
    Area,
    Control,
    CorrectionState,
    Doer,
    EntryKind,
    Exploitation,
    GoalState,
    NeedLevel,
    Recruitment,
    SexualExploitation,
    Trafficking,
)

# What may go somewhere, as she is asked about it.
KINDS: Mapping[EntryKind, Promise] = {
    EntryKind.IDENTITY: translated("votre nom et votre date de naissance"),
    EntryKind.REACHING: translated("comment vous joindre"),
    EntryKind.SITUATION: translated("ce que vous avez vécu"),
    EntryKind.NEED: translated("ce dont vous avez besoin"),
    EntryKind.GOAL: translated("ce que vous voulez"),
    EntryKind.ACTION: translated("ce qui est prévu"),
    EntryKind.APPOINTMENT: translated("vos rendez-vous"),
    EntryKind.CONTACT: translated("quand nous nous sommes parlé"),
    EntryKind.NOTE: translated("nos notes"),
    EntryKind.SAFETY_PLAN: translated("votre plan de sécurité"),
    EntryKind.VIOLENCE: translated("les violences dont vous avez parlé"),
    EntryKind.DOCUMENT: translated("vos documents"),
    EntryKind.REVIEW: translated("les relectures de notre équipe"),
    EntryKind.CORRECTION: translated("ce que vous avez demandé de corriger"),
    EntryKind.ENDING: translated("les mots sur la fin"),
}
_TITLES: Mapping[EntryKind, Promise] = {
    EntryKind.IDENTITY: translated("Votre nom et votre date de naissance ont été notés."),
    EntryKind.REACHING: translated("Comment vous joindre sans danger a été noté."),
    EntryKind.SITUATION: translated("Vous avez raconté ce que vous avez vécu."),
    EntryKind.NOTE: translated("Une note a été écrite."),
    EntryKind.SAFETY_PLAN: translated("Votre plan de sécurité a été écrit."),
    EntryKind.VIOLENCE: translated("Vous avez parlé d’une violence."),
    EntryKind.DOCUMENT: translated("Un document a été ajouté."),
    EntryKind.REVIEW: translated("Notre équipe a relu son travail."),
    EntryKind.ENDING: translated("L’accompagnement s’est terminé."),
}
_LEVELS: Mapping[NeedLevel, Promise] = {
    NeedLevel.WANTED: translated("Vous voulez de l’aide"),
    NeedLevel.IN_HAND: translated("C’est en cours"),
    NeedLevel.MET: translated("C’est réglé"),
    NeedLevel.NOT_WANTED: translated("Vous n’en voulez pas pour le moment"),
}
_GOALS: Mapping[GoalState, Promise] = {
    GoalState.OPEN: translated("Vous avez dit ce que vous voulez."),
    GoalState.REACHED: translated("Ce que vous vouliez est atteint."),
    GoalState.LEFT: translated("Vous avez changé d’avis sur ce que vous vouliez."),
}
_DOERS: Mapping[Doer, Promise] = {
    Doer.PERSON: translated("À faire par vous"),
    Doer.WORKER: translated("À faire par nous"),
    Doer.TOGETHER: translated("À faire ensemble"),
}
_ACTIONS: Mapping[ActionState, Promise] = {
    ActionState.PLANNED: translated("c’est prévu"),
    ActionState.DONE: translated("c’est fait"),
    ActionState.DROPPED: translated("c’est abandonné"),
}
_APPOINTMENTS: Mapping[AppointmentState, Promise] = {
    AppointmentState.PLANNED: translated("Un rendez-vous est prévu."),
    AppointmentState.HELD: translated("Un rendez-vous a eu lieu."),
    AppointmentState.MISSED: translated("Un rendez-vous n’a pas eu lieu."),
    AppointmentState.CANCELLED: translated("Un rendez-vous a été annulé."),
}
_CORRECTIONS: Mapping[CorrectionState, Promise] = {
    CorrectionState.ASKED: translated("Vous avez demandé une correction. Une réponse vous est due dans le mois."),
    CorrectionState.DONE: translated("Vous avez demandé une correction. Elle est faite."),
    CorrectionState.PARTLY: translated("Vous avez demandé une correction. Elle est faite en partie."),
    CorrectionState.REFUSED: translated("Vous avez demandé une correction. Nous ne l’avons pas faite."),
}


@dataclass(frozen=True)
class Line:
    """One line of her timeline: the day, what happened, and the words that were written, in paragraphs."""

    on: date
    title: str
    words: tuple[str, ...] = field(default=(), repr=False)


def plain_timeline(opened: OpenedCase) -> tuple[Line, ...]:
    """What stands in the case, for her, the oldest first; what a later version replaced is left out."""
    standing = [entry for entry in reversed(opened.entries) if not entry.replaced]
    return tuple(
        Line(on=timezone.localdate(entry.happened_at), title=_title(entry), words=_words(entry)) for entry in standing
    )


def _title(entry: OpenedEntry) -> str:
    said = _SAID.get(entry.kind)
    return said(entry.codes) if said is not None else str(_TITLES[entry.kind])


def _of_contact(codes: Mapping[str, Any]) -> str:
    return _("Nous nous sommes parlé.") if codes["made"] else _("Nous avons essayé de vous joindre.")


# Where the title hangs on a state.
_SAID: Mapping[EntryKind, Callable[[Mapping[str, Any]], str]] = {
    EntryKind.NEED: lambda codes: f"{Area(codes['area']).label} : {_LEVELS[NeedLevel(codes['level'])]}.",
    EntryKind.GOAL: lambda codes: str(_GOALS[GoalState(codes["state"])]),
    EntryKind.ACTION: lambda codes: f"{_DOERS[Doer(codes['doer'])]} : {_ACTIONS[ActionState(codes['state'])]}.",
    EntryKind.APPOINTMENT: lambda codes: str(_APPOINTMENTS[AppointmentState(codes["state"])]),
    EntryKind.CONTACT: _of_contact,
    EntryKind.CORRECTION: lambda codes: str(_CORRECTIONS[CorrectionState(codes["state"])]),
}


def _words(entry: OpenedEntry) -> tuple[str, ...]:
    piece = entry.piece
    told: list[str] = []
    if isinstance(piece, Identity):
        told = [" ".join(part for part in (piece.first_name, piece.middle_name, piece.last_name) if part)]
        told += [piece.birth_on, piece.birth_place]
    elif isinstance(piece, Reaching):
        told = [piece.phone, piece.email, " ".join(filter(None, (piece.street, piece.postal_code, piece.city)))]
    elif isinstance(piece, SafetyPlan):
        told = [piece.warning_signs, piece.safe_people, piece.safe_places, piece.to_take, piece.code_word]
        told += [piece.children]
    elif isinstance(piece, Situation):
        told = _situation(piece)
    return tuple(words for words in [*told, entry.text, entry.answer] if words)


def _situation(piece: Situation) -> list[str]:
    lists = (
        ((piece.trafficking,) if piece.trafficking else (), Trafficking, _("Traite des êtres humains")),
        (piece.recruitment, Recruitment, _("Comment cela a commencé")),
        (piece.control, Control, _("Ce qui vous retenait")),
        (piece.exploitation, Exploitation, _("Ce qu’on vous a fait faire")),
        (piece.sexual_exploitation, SexualExploitation, _("Sous quelle forme")),
    )
    return [
        f"{title} : {', '.join(str(choices(code).label) for code in codes)}."
        for codes, choices, title in lists
        if codes
    ]
