"""The roll call, arrivals, proxies."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.commission.enums import Mode, Rank
from maillon.commission.models import Mandate
from maillon.commission.services import Answered
from maillon.portals.pro.commission.shown import SeatLine

_ABSENT = "absent"


def answers_of(line: SeatLine, *, remote: bool) -> Iterator[tuple[str, Any]]:
    """The ways in which a seat may be taken: by whom, and from where."""
    for mandate in line.mandates:
        for mode in Mode if remote else (Mode.ON_SITE,):
            yield f"{mandate.pk}:{mode.value}", f"{_who(mandate)}, {mode.label}"


def _who(mandate: Mandate) -> str:
    name, organisation = mandate.membership.member.name, mandate.membership.organisation.name
    substitute = f" ({Rank.SUBSTITUTE.label})" if mandate.held_as == Rank.SUBSTITUTE else ""
    return f"{name}{substitute}, {organisation}"


def read_answer(value: str) -> Answered:
    """What a chosen answer means."""
    key, mode = value.split(":")
    return Answered(UUID(key), Mode(mode))


class _SeatField(forms.ChoiceField):
    """A seat that is called: asked of each, and absent where nothing was chosen."""

    def clean(self, value: Any) -> Any:
        """The answer."""
        return super().clean(value or _ABSENT)


class RollForm(forms.Form):
    """One question a seat; who does not answer is absent."""

    def __init__(self, *args: Any, lines: Sequence[SeatLine], remote: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for line in lines:
            self.fields[f"seat-{line.seat.pk}"] = _SeatField(
                label=line.label,
                choices=[(_ABSENT, _("absent ou absente")), *answers_of(line, remote=remote)],
                widget=forms.RadioSelect,
                initial=_ABSENT,
            )

    @property
    def roll(self) -> list[Answered]:
        """Who answered."""
        return [read_answer(value) for value in self.cleaned_data.values() if value != _ABSENT]


class ArriveForm(forms.Form):
    """Somebody who comes later."""

    who = forms.ChoiceField(
        label=_("Qui arrive ?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez qui arrive.")},
    )

    def __init__(self, *args: Any, lines: Sequence[SeatLine], remote: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["who"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            answer for line in lines if line.attendance is None for answer in answers_of(line, remote=remote)
        ]

    @property
    def answered(self) -> Answered:
        """Who, and from where."""
        return read_answer(self.cleaned_data["who"])


class ProxyForm(forms.Form):
    """Who speaks for whom; a member speaks for her own seat, so that she is asked for the other alone."""

    giver = forms.ChoiceField(label=_("Qui donne pouvoir ?"), error_messages={"required": _("Choisissez un siège.")})
    holder = forms.ChoiceField(
        label=_("À qui ?"),
        help_text=_("Chaque membre n’en porte qu’un."),
        error_messages={"required": _("Choisissez un siège.")},
    )

    def __init__(self, *args: Any, lines: Sequence[SeatLine], own: UUID | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = [(str(line.seat.pk), line.label) for line in lines]
        for name in ("giver", "holder"):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", _("Choisir")), *(seat for seat in seats if own is None or seat[0] != str(own))]
        if own is not None:
            del self.fields["giver"]
