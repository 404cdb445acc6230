"""That she agreed to one service: how, when and in which language. And the code that she takes along."""

import datetime as dt
from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from maillon.base import clock
from maillon.base.languages import DOOR_LANGUAGES, SHARED_LANGUAGES
from maillon.directory.models import Service
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.portals.pro.referrals.forms.telling import OfService
from maillon.referrals.enums import How, PartKind
from maillon.referrals.wording import wording

SHOW, DECLINE = "show", "decline"
_NOON = dt.time(12)


class AgreedFields(forms.Form):
    """How, when and in which language she agreed."""

    language = forms.ChoiceField(label=_("Dans quelle langue lui avez-vous parlé ?"), choices=DOOR_LANGUAGES)
    how = forms.ChoiceField(
        label=_("Comment a-t-elle donné son accord ?"),
        choices=[(how.value, how.label) for how in (How.SPOKEN, How.WRITTEN)],
        widget=forms.RadioSelect,
        error_messages={"required": _("Dites comment elle a donné son accord.")},
    )
    given_on = forms.DateField(
        label=_("Quand ?"),
        error_messages={
            "required": _("Indiquez le jour de son accord."),
            "invalid": _("Écrivez la date comme ceci : 31/12/2026."),
        },
    )

    def clean_given_on(self) -> dt.date | None:
        """Nobody has agreed tomorrow."""
        day: dt.date | None = self.cleaned_data["given_on"]
        if day is not None and day > timezone.localdate(clock.now()):
            raise ValidationError(_("Ce jour n’est pas encore venu. Indiquez le jour où elle a donné son accord."))
        return day

    @property
    def given_at(self) -> dt.datetime:
        """The moment: now for today, noon for an earlier day."""
        day, now = self.cleaned_data["given_on"], clock.now()
        return now if day == timezone.localdate(now) else timezone.make_aware(dt.datetime.combine(day, _NOON))


def today() -> str:
    """The present day, for a date field."""
    return timezone.localdate(clock.now()).isoformat()


def _day_of(moment: str) -> dt.date | None:
    return timezone.localdate(dt.datetime.fromisoformat(moment)) if moment else None


def wording_in(service: Service, parts: tuple[str, ...], language: str) -> tuple[str, str]:
    """The text to put to her, and the language that it is really in (a code for `lang`)."""
    text = wording(service, [PartKind(part) for part in parts], language=language)
    return text, language if language in SHARED_LANGUAGES else "fr"


class AgreementForm(AgreedFields, OfService):
    """What is read to her, and her answer. The button `show` puts the text in another language, `decline` is her no."""

    keeps_typed = True
    # Sent by the buttons.
    act = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.data.get("act") in {SHOW, DECLINE}:
            for field in self.fields.values():
                field.required = False

    def shown(self) -> dict[str, Any]:
        given = self.agreement
        day = _day_of(given.given_at) or timezone.localdate(clock.now())
        return {"how": given.how, "language": given.language, "given_on": day}

    @property
    def wording(self) -> tuple[str, str]:
        """The text, and its language."""
        asked = self.data.get("language", "")
        language = asked if asked in dict(DOOR_LANGUAGES) else self.agreement.language
        return wording_in(self.candidate.service, self.agreement.parts, language)

    @property
    def finished(self) -> bool:  # type: ignore[override]
        """False when only the language was changed."""
        return bool(self.cleaned_data["act"] != SHOW)

    def answers(self) -> Answers:
        given, agreement = self.cleaned_data, self.agreement
        if given["act"] == DECLINE:
            return self.so_far.changed(line=tuple(one for one in self.so_far.line if one.service != self.stop.about))
        language = given["language"] or agreement.language
        if given["act"] == SHOW:
            return self.so_far.with_agreement(replace(agreement, language=language, how="", given_at=""))
        agreed = replace(agreement, language=language, how=given["how"])
        if agreed == agreement and _day_of(agreement.given_at) == given["given_on"]:
            # The same answer again: it keeps its moment.
            return self.so_far
        return self.so_far.with_agreement(replace(agreed, given_at=self.given_at.isoformat()))


class KeepForm(StepForm):
    """The code is shown; the language in which she will come back."""

    code_language = forms.ChoiceField(
        label=_("Dans quelle langue reviendra-t-elle ?"),
        choices=DOOR_LANGUAGES,
    )

    def shown(self) -> dict[str, Any]:
        return {"code_language": self.so_far.code_language}

    @property
    def words(self) -> list[str]:
        """The eight words."""
        return self.so_far.code.split()

    def answers(self) -> Answers:
        return self.so_far.changed(code_language=self.cleaned_data["code_language"])
