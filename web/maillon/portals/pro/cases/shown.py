"""What is written in a case as the person who follows her reads it: a title, a state, the words under their labels."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as translated

from maillon.base.dates import date_format
from maillon.cases.content import OpenedEntry, Piece, Situation
from maillon.cases.enums import (
    ActionState,
    AppointmentState,
    Area,
    CaseState,
    Control,
    CorrectionState,
    DocumentKind,
    Doer,
    EntryKind,
    Exploitation,
    GoalState,
    Means,
    NeedLevel,
    Recruitment,
    Scan,
    SexualExploitation,
    Trafficking,
    Violence,
    ViolenceContext,
)
from maillon.cases.models import Case

TONES: Mapping[str, str] = {
    CaseState.OPEN: "progress",
    CaseState.CLOSED: "done",
    CaseState.TRANSFERRED: "info",
    NeedLevel.WANTED: "attention",
    NeedLevel.IN_HAND: "progress",
    NeedLevel.MET: "done",
    GoalState.REACHED: "done",
    ActionState.PLANNED: "info",
    ActionState.DONE: "done",
    AppointmentState.PLANNED: "info",
    AppointmentState.HELD: "done",
    CorrectionState.ASKED: "attention",
    CorrectionState.DONE: "done",
}
_ICONS: Mapping[EntryKind, str] = {
    EntryKind.IDENTITY: "person",
    EntryKind.REACHING: "phone",
    EntryKind.SITUATION: "edit",
    EntryKind.NEED: "list",
    EntryKind.GOAL: "flag",
    EntryKind.ACTION: "check",
    EntryKind.APPOINTMENT: "calendar",
    EntryKind.CONTACT: "message",
    EntryKind.NOTE: "edit",
    EntryKind.SAFETY_PLAN: "shield",
    EntryKind.VIOLENCE: "alert",
    EntryKind.DOCUMENT: "document",
    EntryKind.REVIEW: "eye",
    EntryKind.CORRECTION: "refresh",
    EntryKind.ENDING: "check-circle",
}
_TOLD = frozenset({EntryKind.NOTE, EntryKind.IDENTITY, EntryKind.SITUATION, EntryKind.VIOLENCE, EntryKind.DOCUMENT})
LABELS: Mapping[str, str | Promise] = {
    "first_name": translated("Prénom"),
    "middle_name": translated("Deuxième prénom"),
    "last_name": translated("Nom"),
    "birth_on": translated("Date de naissance"),
    "birth_place": translated("Lieu de naissance"),
    "phone": translated("Téléphone"),
    "email": translated("Messagerie"),
    "street": translated("Adresse"),
    "postal_code": translated("Code postal"),
    "city": translated("Ville"),
    "warning_signs": translated("Les signes qui l’alertent"),
    "safe_people": translated("Les personnes sûres"),
    "safe_places": translated("Les lieux sûrs"),
    "to_take": translated("Ce qu’elle emporte"),
    "code_word": translated("Le mot convenu"),
    "trafficking": translated("Traite des êtres humains"),
    "recruitment": translated("Comment cela a commencé"),
    "control": translated("Ce qui la retient ou la retenait"),
    "exploitation": translated("Formes d’exploitation"),
    "sexual_exploitation": translated("Exploitation sexuelle"),
    "age_then": translated("Son âge alors"),
}
_CODES: Mapping[str, Any] = {
    "trafficking": Trafficking,
    "recruitment": Recruitment,
    "control": Control,
    "exploitation": Exploitation,
    "sexual_exploitation": SexualExploitation,
}


@dataclass(frozen=True)
class Shown:
    """One entry: what it is, where it stands, and its words as (label, text); a label may be empty."""

    entry: OpenedEntry
    title: str
    state: str
    tone: str
    lines: tuple[tuple[str, str], ...]

    @property
    def icon(self) -> str:
        """Its picture on the timeline."""
        return _ICONS[self.entry.kind]

    @property
    def kind(self) -> str:
        """Its kind's code, for templates."""
        return self.entry.kind.value

    @property
    def told(self) -> bool:
        """Whether it tells of her at length, so that she may well want a part of it corrected."""
        return self.entry.kind in _TOLD

    @property
    def is_open(self) -> bool:
        """Whether something is still to be said about what became of it."""
        return self.entry.codes.get("state") in {"open", "planned", "asked"}


def shown(entry: OpenedEntry) -> Shown:
    """An entry in words."""
    state = _state(entry)
    lines = [*_facts(entry), *words_of(entry.piece)]
    if entry.answer:
        lines.append((_("Réponse"), entry.answer))
    tone = TONES.get(str(state), "neutral")
    return Shown(entry, _title(entry), str(state.label) if state is not None else "", tone, tuple(lines))


def in_words(entries: Iterable[OpenedEntry]) -> list[Shown]:
    """Entries in words, in the same order."""
    return [shown(entry) for entry in entries]


def state_tag(case: Case) -> tuple[str, str]:
    """A case's state in words, and its tone."""
    if case.erased_at is not None:
        return _("effacé"), "neutral"
    state = CaseState(case.state)
    return str(state.label), TONES[state]


def _title(entry: OpenedEntry) -> str:
    codes = entry.codes
    if entry.kind is EntryKind.NEED:
        return str(Area(codes["area"]).label)
    if entry.kind is EntryKind.VIOLENCE:
        return _("Violence subie : %(type)s") % {"type": Violence(codes["type"]).label}
    if entry.kind is EntryKind.CONTACT:
        means = Means(codes["means"]).label
        told = _("Contact %(means)s") if codes["made"] else _("Essai de contact %(means)s, sans réponse")
        return told % {"means": means}
    if entry.kind is EntryKind.DOCUMENT:
        return _("Document : %(kind)s") % {"kind": DocumentKind(codes["kind"]).label}
    return str(entry.kind.label)


def _state(entry: OpenedEntry) -> Any:
    known: Mapping[EntryKind, tuple[Any, str]] = {
        EntryKind.NEED: (NeedLevel, "level"),
        EntryKind.GOAL: (GoalState, "state"),
        EntryKind.ACTION: (ActionState, "state"),
        EntryKind.APPOINTMENT: (AppointmentState, "state"),
        EntryKind.CORRECTION: (CorrectionState, "state"),
    }
    if entry.kind not in known:
        return None
    choices, name = known[entry.kind]
    return choices(entry.codes[name])


def _facts(entry: OpenedEntry) -> Iterator[tuple[str, str]]:
    yield from _FACTS[entry.kind](entry.codes) if entry.kind in _FACTS else ()


def _of_action(codes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield _("À faire par"), str(Doer(codes["doer"]).label)
    if codes["due_on"]:
        yield _("Avant le"), _day(codes["due_on"])


def _of_appointment(codes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    when = date_format(localtime(codes["starts_at"]), "DATETIME_FORMAT")
    yield _("Quand"), _("%(when)s, %(minutes)s minutes") % {"when": when, "minutes": codes["minutes"]}


def _of_violence(codes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if codes["contexts"]:
        yield _("Contexte"), ", ".join(str(ViolenceContext(one).label) for one in codes["contexts"])
    if codes["happened_on"]:
        yield _("Quand"), _day(codes["happened_on"])


def _of_document(codes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield _("Pages"), str(codes["pages"])
    yield _("Antivirus"), str(Scan(codes["scan"]).label)
    if codes["images_removed"]:
        yield _("Images retirées"), str(codes["images_removed"])


def _of_correction(codes: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if codes["state"] == CorrectionState.ASKED:
        yield _("Réponse due avant le"), _day(codes["due_on"])


# What stands in clear beside the words.
_FACTS: Mapping[EntryKind, Callable[[Mapping[str, Any]], Iterator[tuple[str, str]]]] = {
    EntryKind.ACTION: _of_action,
    EntryKind.APPOINTMENT: _of_appointment,
    EntryKind.VIOLENCE: _of_violence,
    EntryKind.DOCUMENT: _of_document,
    EntryKind.CORRECTION: _of_correction,
}


def words_of(piece: Piece | None) -> Iterator[tuple[str, str]]:
    """The filled fields of a piece under their labels; its own words last, without one."""
    for field in fields(piece) if piece is not None else ():
        value = getattr(piece, field.name)
        if field.name == "text" or value in ("", (), None):
            continue
        yield _label(piece, field.name), _value(field.name, value)
    if piece is not None and piece.text:
        yield "", piece.text


def _label(piece: Piece | None, name: str) -> str:
    if name == "children":
        return _("Ses enfants à charge") if isinstance(piece, Situation) else _("Pour ses enfants")
    return str(LABELS[name])


def _value(name: str, value: Any) -> str:
    if name in _CODES:
        codes = value if isinstance(value, tuple) else (value,)
        return ", ".join(str(_CODES[name](code).label) for code in codes)
    if name == "birth_on":
        return _day(date.fromisoformat(value))
    return str(value)


def _day(day: date) -> str:
    return date_format(day, "DATE_FORMAT")
