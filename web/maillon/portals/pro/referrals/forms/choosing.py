"""Questions that one tap answers."""

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.portals.components.questions import AnswerForm, Choice
from maillon.portals.pro.referrals.answers import Answers
from maillon.portals.pro.referrals.forms.base import StepForm
from maillon.portals.pro.referrals.path import StepName
from maillon.referrals.enums import ParentsReason
from maillon.speaking.code import new_code

_YES, _NO, _INFORMED = "yes", "no", "informed"


class ChoiceForm(AnswerForm, StepForm):
    """A title and buttons that each send `answer`."""

    title: str | Promise = ""
    hint: str | Promise = ""
    choices: tuple[Choice, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask(self.title, [(choice.value, choice.label) for choice in self.choices])

    def given(self) -> str:
        """The answer given before; empty when there is none."""
        raise NotImplementedError

    def shown(self) -> dict[str, Any]:
        return {"answer": self.given()} if self.stop.slug in self.so_far.answered else {}


class AgeForm(ChoiceForm):
    """Minor or adult: the law treats the two differently. A doubt counts as minor."""

    title = _("Pour une personne majeure ou mineure ?")
    choices = (
        Choice("adult", _("Majeure, c’est certain"), _("Rien ne part sans son accord, service par service.")),
        Choice(
            "minor",
            _("Mineure, ou je ne sais pas"),
            _("Le doute compte comme une minorité : elle est protégée comme telle. La loi dit à qui en parler."),
        ),
    )

    def given(self) -> str:
        return "minor" if self.so_far.minor else "adult"

    def answers(self) -> Answers:
        return self.so_far.changed(minor=self.cleaned_data["answer"] == "minor")


class UrgentForm(ChoiceForm):
    """How fast silence is passed on."""

    title = _("La réponse peut-elle attendre une semaine ?")
    hint = _("Sans réponse dans le délai, la demande passe d’elle-même au service suivant.")
    choices = (
        Choice(
            _NO,
            _("Oui, elle peut attendre"),
            _("Rappel après 3 jours, responsable après 5, service suivant après 8."),
        ),
        Choice(_YES, _("Non, c’est urgent"), _("Rappel après 1 jour, responsable après 2, service suivant après 3.")),
    )

    def given(self) -> str:
        return _YES if self.so_far.urgent else _NO

    def answers(self) -> Answers:
        return self.so_far.changed(urgent=self.cleaned_data["answer"] == _YES)


class ParentsForm(ChoiceForm):
    """Whether a minor's parents were told first (CASF L226-2-1)."""

    title = _("Ses parents sont-ils informés de cette demande ?")
    hint = _(
        "La loi veut qu’ils le soient avant, sauf si c’est contraire à l’intérêt de l’enfant (CASF L226-2-1). "
        "Pas encore ? Informez-les, puis revenez : ce brouillon vous attend."
    )
    choices = (
        Choice(_INFORMED, _("Oui, ils sont informés")),
        Choice(ParentsReason.AGAINST_INTEREST, _("Non : ce serait contraire à l’intérêt de l’enfant")),
        Choice(ParentsReason.INVOLVED, _("Non : un parent est peut-être impliqué")),
    )

    def given(self) -> str:
        return self.so_far.parents_reason or _INFORMED

    def answers(self) -> Answers:
        given = self.cleaned_data["answer"]
        return self.so_far.changed(
            parents_informed=given == _INFORMED, parents_reason="" if given == _INFORMED else given
        )


class CodeForm(ChoiceForm):
    """Whether she wants to follow it herself. A yes makes her code, which the next screen shows."""

    title = _("Veut-elle suivre sa demande elle-même ?")
    hint = _("Avec un code de huit mots, elle voit qui a reçu quoi, accepte un autre service, ou retire son accord.")
    choices = (
        Choice(_YES, _("Oui, lui donner un code"), _("Sans nom, sans compte, depuis n’importe quel téléphone.")),
        Choice(_NO, _("Non, pas maintenant")),
    )

    def given(self) -> str:
        return _YES if self.so_far.code else _NO

    def answers(self) -> Answers:
        if self.cleaned_data["answer"] == _NO:
            return self.so_far.changed(code="")
        return self.so_far.changed(code=self.so_far.code or " ".join(new_code().words))


QUESTIONS: dict[StepName, type[ChoiceForm]] = {
    StepName.AGE: AgeForm,
    StepName.URGENT: UrgentForm,
    StepName.PARENTS: ParentsForm,
    StepName.CODE: CodeForm,
}
