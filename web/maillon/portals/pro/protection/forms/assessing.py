"""What is asked while an information préoccupante is assessed."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.accounts.models import Membership
from maillon.portals.pro.protection.forms.fields import choice, day, words
from maillon.protection.content import SaidOfParents, SheetContent
from maillon.protection.enums import (
    ActKind,
    HoldGround,
    Outcome,
    ParentsHow,
    ProsecutorGround,
    Reading,
    ShorterReason,
    WritingKind,
)
from maillon.protection.rules import Ending
from maillon.referrals.enums import ParentsReason

INFORMED, NOT_INFORMED = "yes", "no"


class OpenForm(forms.Form):
    """The reason stands in the journal beside each opening (LIL art. 101)."""

    reason = choice(
        _("Pourquoi ouvrez-vous ce contenu ?"),
        Reading.choices,
        _("Votre nom, l’heure et cette raison sont inscrits au journal, que personne ne peut modifier."),
    )


class AssignForm(forms.Form):
    """Who assesses."""

    to = forms.ChoiceField(label=_("Qui évalue ?"), error_messages={"required": _("Choisissez une personne.")})

    def __init__(self, *args: Any, readers: Iterable[Membership], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.readers = {str(reader.pk): reader for reader in readers}
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Choisir")), *((key, reader.member.name) for key, reader in self.readers.items())]

    @property
    def chosen(self) -> Membership:
        """The reader who was chosen."""
        return self.readers[self.cleaned_data["to"]]


class DueForm(forms.Form):
    """Until when, and why before the last day that the law leaves."""

    due_on = day(_("À évaluer avant quel jour ?"))
    reason = choice(
        _("Pourquoi plus tôt que la limite de la loi ?"),
        ShorterReason.choices,
        _("« Sans objet » pour revenir à la limite de la loi."),
        required=False,
    )

    @property
    def chosen(self) -> ShorterReason | None:
        """The reason, if one was given."""
        return ShorterReason(self.cleaned_data["reason"]) if self.cleaned_data["reason"] else None


class WriteForm(forms.Form):
    """One text."""

    text = words("", required=True, rows=10)
    _WORDS = {
        WritingKind.CHILD: (
            _("De qui s’agit-il ?"),
            _("Ce qu’il faut pour retrouver l’enfant : nom, âge, lieu de vie. Ce texte remplace le précédent."),
        ),
        WritingKind.NOTE: (
            _("Votre note"),
            _("Ce qui est nécessaire à l’évaluation, et rien de plus. Scellée pour votre organisation."),
        ),
        WritingKind.SYNTHESIS: (
            _("Synthèse de l’évaluation"),
            _("Ce que l’évaluation conclut, et pourquoi. Ce texte remplace le précédent."),
        ),
    }

    def __init__(self, *args: Any, kind: WritingKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label, hint = self._WORDS[kind]
        self.fields["text"].label, self.fields["text"].help_text = label, hint


class ActForm(forms.Form):
    """A visit, a meeting or a call."""

    kind = choice(_("Qu’avez-vous fait ?"), ActKind.choices)
    on = day(_("Quel jour ?"))
    words = words(_("En quelques mots"), _("Scellé pour votre organisation."))


class ParentsForm(forms.Form):
    """Whether the parents are informed; each half of the questions goes with one answer."""

    informed = choice(
        _("Les parents sont-ils informés ?"), [(INFORMED, _("Oui")), (NOT_INFORMED, _("Non, et voici pourquoi"))]
    )
    on = day(_("Si oui, quel jour ?"), required=False)
    how = choice(_("Si oui, comment ?"), ParentsHow.choices, required=False)
    reason = choice(_("Si non, pourquoi ?"), ParentsReason.choices, required=False)
    words = words(_("Précision"), _("Scellée pour votre organisation."))

    @property
    def said(self) -> SaidOfParents:
        """What was answered, the questions of the other half left aside."""
        cleaned = self.cleaned_data
        if cleaned["informed"] == INFORMED:
            how = ParentsHow(cleaned["how"]) if cleaned["how"] else None
            return SaidOfParents(informed=True, on=cleaned["on"], how=how, words=cleaned["words"])
        reason = ParentsReason(cleaned["reason"]) if cleaned["reason"] else None
        return SaidOfParents(informed=False, reason=reason, words=cleaned["words"])


class EndForm(forms.Form):
    """The outcome; the prosecutor with a ground and a day."""

    outcome = choice(_("Comment l’évaluation se termine-t-elle ?"), Outcome.choices)
    ground = choice(_("Si le procureur est saisi : pour quel motif ?"), ProsecutorGround.choices, required=False)
    seized_on = day(_("Si le procureur est saisi : quel jour ?"), required=False)
    why = words(_("Pourquoi cette décision"), _("Obligatoire s’il n’y a pas de suite. Scellé."))

    def __init__(self, *args: Any, only_seizing: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if only_seizing:
            field = self.fields["outcome"]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [(Outcome.PROSECUTOR.value, Outcome.PROSECUTOR.label)]

    @property
    def ending(self) -> Ending:
        """What was chosen."""
        cleaned = self.cleaned_data
        return Ending(
            outcome=Outcome(cleaned["outcome"]),
            ground=ProsecutorGround(cleaned["ground"]) if cleaned["ground"] else None,
            seized_on=cleaned["seized_on"],
            why=cleaned["why"],
        )


class HoldForm(forms.Form):
    """Until when and why content is kept past its time."""

    until = day(_("Jusqu’à quel jour ?"), _("Un an au plus ; la prolongation se renouvelle."))
    ground = choice(_("Pourquoi ?"), HoldGround.choices)

    @property
    def chosen(self) -> HoldGround:
        """The reason."""
        return HoldGround(self.cleaned_data["ground"])


class SheetForm(forms.Form):
    """What the minors' meeting is told, without a name."""

    situation = words(
        _("Où en est l’enfant ?"),
        _("Les faits utiles à la coordination. Sans nom, sans adresse, sans numéro : la fiche est refusée sinon."),
        required=True,
    )
    done = words(_("Qu’est-ce qui est déjà en place ?"), _("Mesures, accueil, soins, école : en général."))
    asked = words(_("Que demandez-vous à la réunion ?"), required=True)

    @property
    def content(self) -> SheetContent:
        """What was written."""
        cleaned = self.cleaned_data
        return SheetContent(cleaned["situation"], cleaned["done"], cleaned["asked"])
