"""What a service without an account may type.

Whatever is typed on a page belongs to one form of it, so that the switch of languages takes all of it along (`kept`).
"""

import unicodedata

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from maillon.referrals.enums import Outcome, RefusalReason
from maillon.referrals.rules import outcomes, refusal_reasons

DIGITS = 8
WORDS_LIMIT = 1000
_USUAL = 45
# For the template of the switch: the page's form, and a button before its own that answers nothing.
LANGUAGE_SWITCH = {"language_form": "answer", "language_go": "language", "language_default": "stay"}
LENGTHS = [(30, _("30 minutes")), (45, _("45 minutes")), (60, _("1 heure")), (90, _("1 heure et demie"))]


def _begun(kept: QueryDict | None) -> dict[str, str]:
    return {name: str(text) for name, text in kept.items()} if kept else {}


class DigitsForm(forms.Form):
    """The eight digits, however they are grouped. Nothing of it is remembered by the browser."""

    digits = forms.CharField(
        label=_("Les huit chiffres"),
        help_text=_("La personne qui vous écrit vous les a donnés de vive voix."),
        max_length=40,
        error_messages={"required": _("Écrivez les huit chiffres.")},
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "spellcheck": "false"}),
    )

    def clean_digits(self) -> str:
        """Eight digits and nothing else, whatever stood between them and whichever script they were typed in."""
        typed: str = self.cleaned_data["digits"]
        digits = "".join(str(unicodedata.decimal(sign)) for sign in typed if sign.isdecimal())
        if len(digits) != DIGITS or any(sign.isalpha() for sign in typed):
            raise forms.ValidationError(_("Il faut huit chiffres, et rien d’autre."))
        return digits


class AcceptanceForm(forms.Form):
    """A first appointment, for whoever can name one already."""

    starts_at = forms.DateTimeField(
        label=_("Premier rendez-vous, si vous pouvez déjà en proposer un"),
        help_text=_("Seulement s’il est sans danger pour elle de s’y rendre. L’équipe qui oriente le lui dira."),
        required=False,
        error_messages={"invalid": _("Indiquez une date et une heure.")},
    )
    minutes = forms.TypedChoiceField(label=_("Durée"), choices=LENGTHS, coerce=int, empty_value=None, required=False)

    def __init__(self, data: QueryDict | None = None, *, kept: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="id_%s", initial={"minutes": _USUAL, **_begun(kept)})

    @property
    def length(self) -> int:
        """The minutes that a valid form names, or the usual ones."""
        return self.cleaned_data["minutes"] or _USUAL


class ReasonForm(forms.Form):
    """One line of a closed list, and a few words that only the team that refers will read."""

    words = forms.CharField(
        label=_("Que pourrait-on essayer d’autre ?"),
        help_text=_("Un autre service, un numéro, une précision. Seule l’équipe qui oriente le lira."),
        required=False,
        max_length=WORDS_LIMIT,
        widget=forms.Textarea(attrs={"rows": 4, "autocomplete": "off", "spellcheck": "false"}),
    )

    def __init__(self, data: QueryDict | None = None, *, kept: QueryDict | None = None) -> None:
        super().__init__(data, auto_id="id_%s", initial=_begun(kept))

    @property
    def is_begun(self) -> bool:
        """Whether something of it stands there already."""
        return self.is_bound or any(self.initial.get(name) for name in self.fields)


class RefusalForm(ReasonForm):
    """Why not, and what else might be tried."""

    field_order = ("reason", "words")
    reason = forms.ChoiceField(
        label=_("Pourquoi ?"), widget=forms.RadioSelect, error_messages={"required": _("Choisissez une raison.")}
    )

    def __init__(self, data: QueryDict | None = None, *, minor: bool, kept: QueryDict | None = None) -> None:
        super().__init__(data, kept=kept)
        reasons = [(reason.value, reason.label) for reason in refusal_reasons(minor=minor)]
        self.fields["reason"].choices = reasons  # type: ignore[attr-defined]

    @property
    def chosen(self) -> RefusalReason:
        """The reason of a valid form."""
        return RefusalReason(self.cleaned_data["reason"])


class OutcomeForm(ReasonForm):
    """How it ended. `minor` is None where that is not known: then every outcome of the list is let through."""

    field_order = ("outcome", "words")
    outcome = forms.ChoiceField(
        label=_("Où en est-on avec la personne ?"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choisissez une réponse.")},
    )

    def __init__(self, data: QueryDict | None = None, *, minor: bool | None, kept: QueryDict | None = None) -> None:
        super().__init__(data, kept=kept)
        self.fields["words"].label = _("Une précision, si elle est utile")
        self.fields["words"].help_text = _("Seule l’équipe qui oriente la lira.")
        possible = list(Outcome) if minor is None else outcomes(minor=minor)
        self.fields["outcome"].choices = [(one.value, one.label) for one in possible]  # type: ignore[attr-defined]

    @property
    def chosen(self) -> Outcome:
        """The outcome of a valid form."""
        return Outcome(self.cleaned_data["outcome"])
