"""What was told, line by line, as she told it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from maillon.portals.public.telling.forms.tapped import AgeForm, DangerForm, TappedForm, WhenForm
from maillon.portals.public.telling.forms.ticked import SIGNS
from maillon.portals.public.telling.path import Screen
from maillon.portals.public.telling.screens import SCREENS
from maillon.speaking.content import Telling
from maillon.speaking.enums import ContactChannel
from maillon.speaking.wishes import WISHES
from maillon.territories.models import Departement
from maillon.territories.selectors import commune as find_commune


@dataclass(frozen=True)
class Line:
    """One screen's answer; no values where nothing was said."""

    screen: Screen
    label: str | Promise
    values: tuple[str | Promise, ...]


def lines(telling: Telling) -> list[Line]:
    """Every answer, in the order of the screens."""
    return [Line(screen, SCREENS[screen].label, tuple(values)) for screen, values in _said(telling)]


def _said(telling: Telling) -> Iterator[tuple[Screen, list[str | Promise]]]:
    content = telling.content
    yield Screen.DANGER, _tapped(DangerForm, telling)
    yield Screen.WORDS, [content.narrative] if content.narrative else []
    yield Screen.AGE, _tapped(AgeForm, telling)
    yield _place(telling)
    yield Screen.WHEN, _tapped(WhenForm, telling)
    yield Screen.WISHES, [WISHES[code] for code in telling.wishes if code in WISHES]
    said = 0 if telling.for_self else 1
    yield Screen.SIGNS, [SIGNS[code][said] for code in content.signs if code in SIGNS]
    yield Screen.WHO, [trace.value for trace in content.traces]
    yield Screen.CONTACT, _contact(telling)


def _tapped(form: type[TappedForm], telling: Telling) -> list[str | Promise]:
    asked = form(telling=telling)
    return [choice.label for choice in asked.choices if choice.value == asked.chosen]


def _place(telling: Telling) -> tuple[Screen, list[str | Promise]]:
    if telling.departement:
        named = Departement.objects.filter(pk=telling.departement).first()
        return Screen.DEPARTEMENT, [f"{named.name} ({named.code})"] if named else []
    commune = find_commune(telling.content.commune) if telling.content.commune else None
    return Screen.COMMUNE, [commune.label] if commune else []


def _contact(telling: Telling) -> list[str | Promise]:
    contact = telling.contact
    if not contact.may_contact:
        return []
    parts = [contact.value, contact.hours, contact.code_word, contact.neutral]
    return [ContactChannel(contact.channel).label, *(part for part in parts if part)]
