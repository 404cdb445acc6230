"""What is to be done, when one meets, and what became of it."""

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from maillon.cases.enums import ActionState, AppointmentState, Doer, GoalState, Means
from maillon.portals.pro.cases.acting import ActForm
from maillon.portals.pro.cases.forms.fields import day, hour, not_to_come, past, radio, words

_MINUTES = (15, 30, 45, 60, 90, 120, 180)


def _ends(choices: Any) -> list[tuple[str, Any]]:
    """What may become of something: every state but the first."""
    return [(state.value, state.label) for state in list(choices)[1:]]


class ActionForm(ActForm):
    """Something to do."""

    text = words(_("Que faut-il faire ?"), _("Un pas à la fois. Scellé."), required=True, rows=3)
    doer = radio(_("Qui le fait ?"), Doer.choices)
    due_on = day(
        _("Avant quel jour ?"), _("Vide : sans date. Un rappel pour l’équipe, pas une condition."), required=False
    )
    # Which goal it serves: the link beside a goal leads here with its key.
    goal = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def shown(self) -> dict[str, Any]:
        return {"goal": self.acting.request.GET.get("objectif", "")}


class AppointmentForm(ActForm):
    """When one meets; with whom and where is sealed."""

    day = day(_("Quel jour ?"))
    time = hour(_("À quelle heure ?"))
    minutes = forms.TypedChoiceField(
        label=_("Pendant combien de temps ?"),
        choices=[(value, _("%s minutes") % value) for value in _MINUTES],
        coerce=int,
        initial=60,
    )
    text = words(_("Avec qui, où, pourquoi ?"), _("Scellé. Le fichier d’agenda n’en dit rien."), rows=3)

    @property
    def starts_at(self) -> dt.datetime:
        """The moment, on the clocks of France."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"]))


class ContactForm(ActForm):
    """That one was in contact, or tried to be."""

    made = radio(
        _("Le contact a-t-il eu lieu ?"),
        [("yes", _("Oui")), ("no", _("Non, j’ai essayé sans réponse"))],
        _("Un essai sans réponse n’est pas une faute, et ne compte pas contre elle."),
    )
    means = radio(_("Comment ?"), Means.choices)
    happened_on = day(_("Quel jour ?"))
    text = words(_("Ce qu’il faut en retenir"), _("Scellé."), rows=3)

    def shown(self) -> dict[str, Any]:
        return {"happened_on": self.acting.today}

    def clean_happened_on(self) -> dt.date | None:
        """Nobody was met tomorrow."""
        return not_to_come(self.cleaned_data["happened_on"])

    @property
    def happened_at(self) -> dt.datetime:
        """The moment."""
        return past(self.cleaned_data["happened_on"], self.acting.at)


class FinishActionForm(ActForm):
    """What became of an action."""

    state = radio(_("Qu’est-elle devenue ?"), _ends(ActionState))


class EndGoalForm(ActForm):
    """What became of what she wanted."""

    state = radio(
        _("Qu’en est-il ?"), _ends(GoalState), _("Changer d’avis est un droit : y renoncer n’est pas un échec.")
    )


class SettleForm(ActForm):
    """What became of an appointment."""

    state = radio(
        _("Qu’est devenu ce rendez-vous ?"),
        _ends(AppointmentState),
        _("Un rendez-vous qui n’a pas eu lieu n’appelle aucun reproche : proposez un autre moment."),
    )
