"""What is written about the work with her."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.content import NewViolence
from maillon.cases.enums import Area, EntryKind, NeedLevel, ViolenceContext
from maillon.cases.rules.gbvims import Facts, Question, questions
from maillon.portals.pro.cases.acting import ActForm
from maillon.portals.pro.cases.forms.fields import boxes, day, line, not_to_come, past, radio, words
from maillon.portals.pro.cases.openings import reason_for

# As many notes may be dated alike before one of them is not found again.
_AT_ONE_MOMENT = 20
_QUESTIONS: Mapping[Question, Any] = {
    Question.PENETRATION: _("Une pénétration imposée, de quelque nature que ce soit"),
    Question.SEXUAL_CONTACT: _("Un contact sexuel imposé, sans pénétration"),
    Question.PHYSICAL: _("Des coups, des brûlures, une autre atteinte au corps"),
    Question.FORCED_MARRIAGE: _("Un mariage imposé"),
    Question.DENIAL: _("La privation d’argent, de papiers, de soins, d’école ou de droits"),
    Question.PSYCHOLOGICAL: _("Des menaces, des humiliations, un enfermement"),
}


class NeedForm(ActForm):
    """How she sees one need today."""

    area = radio(_("De quoi s’agit-il ?"), Area.choices)
    level = radio(_("Où en est-elle, selon elle ?"), NeedLevel.choices)
    text = words(_("Ses mots, ou ce qui aide à comprendre"), _("Scellé."), rows=3)

    def shown(self) -> dict[str, Any]:
        """A row of the table leads here with its area."""
        return {"area": self.acting.request.GET.get("domaine", "")}


class GoalForm(ActForm):
    """What she wants."""

    text = words(
        _("Que veut-elle, avec ses mots ?"),
        _("Son objectif à elle, tel qu’elle le dit. Il n’a pas à plaire à quelqu’un d’autre. Scellé."),
        required=True,
        rows=3,
    )


class NoteForm(ActForm):
    """A note, on today or an earlier day."""

    text = words(
        _("Votre note"),
        _("Des faits utiles à la suite, sans jugement : elle peut demander à la lire. Scellée."),
        required=True,
        rows=8,
    )
    happened_on = day(_("Quand cela s’est-il passé ?"), _("Vide : maintenant."), required=False)

    def clean_happened_on(self) -> Any:
        """Nothing has happened tomorrow."""
        return not_to_come(self.cleaned_data["happened_on"])

    @property
    def happened_at(self) -> Any:
        """The moment, or None."""
        on = self.cleaned_data["happened_on"]
        return past(on, self.acting.at) if on else None


class NoteAgainForm(NoteForm):
    """The same note, written anew; it shows what stands."""

    def shown(self) -> dict[str, Any]:
        """The words of the note; opening them is journalled with the reason that was given."""
        acting, note = self.acting, self.acting.entry
        reason = reason_for(acting.request, acting.case.pk)
        assert note is not None
        assert reason is not None  # the view has asked for it
        just_after = note.happened_at + timedelta(microseconds=1)
        opened = services.read_case(
            **acting.here,
            keyring=acting.request.keyring,
            reason=reason,
            kinds={EntryKind.NOTE},
            before=just_after,
            limit=_AT_ONE_MOMENT,
        )
        return {"text": next((entry.text for entry in opened.entries if entry.id == note.pk), "")}


class RenameForm(ActForm):
    """Another name."""

    pseudonym = line(
        _("Comment l’appeler ?"),
        _("Le nom qu’elle se donne, un surnom, une initiale. Scellé."),
        required=True,
        length=80,
    )


class ReviewForm(ActForm):
    """What a lead says of the work."""

    text = words(
        _("Votre relecture"),
        _("Sur le travail fait et la suite, jamais un jugement sur la personne. Jamais partagée au-dehors. Scellée."),
        required=True,
        rows=8,
    )


class ViolenceForm(ActForm):
    """What she told of a violence. The first act of the list that holds decides its type."""

    what = radio(
        _("Qu’a-t-elle raconté ? Choisissez la première ligne qui convient."),
        [(question.value, _QUESTIONS[question]) for question in questions()],
        _("L’ordre est celui de GBVIMS : la première ligne vraie donne le type, un seul par fait."),
    )
    gender_based = radio(
        _("Est-ce arrivé à cause de son genre ?"),
        [("yes", _("Oui, ou je ne sais pas")), ("no", _("Non, cela aurait pu arriver à n’importe qui"))],
        _("Parce qu’elle est une femme ou une personne trans, par exemple."),
    )
    contexts = boxes(_("Dans quel contexte ?"), ViolenceContext.choices, _("Rien sur la personne qui l’a fait."))
    happened_on = day(_("Quel jour ?"), _("Seulement si elle le dit."), required=False)
    text = words(_("Ses mots"), _("Ce qu’elle veut voir écrit, rien de plus. Ne la faites pas répéter. Scellé."))

    def clean_happened_on(self) -> Any:
        """Nothing has happened tomorrow."""
        return not_to_come(self.cleaned_data["happened_on"])

    @property
    def new(self) -> NewViolence:
        """What is to be written down."""
        given = self.cleaned_data
        facts = Facts(**{given["what"]: True}, gender_based=given["gender_based"] == "yes")
        contexts = frozenset(ViolenceContext(value) for value in given["contexts"])
        return NewViolence(facts=facts, contexts=contexts, happened_on=given["happened_on"], text=given["text"])
