"""Writing: needs, what she wants, notes, and what there is one of."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from maillon.cases import services
from maillon.cases.enums import Area, EntryKind, GoalState, NeedLevel
from maillon.cases.rights import Ability
from maillon.portals.pro.cases.acting import Act, Acting
from maillon.portals.pro.cases.forms.pieces import IdentityForm, ReachingForm, SafetyPlanForm, SituationForm
from maillon.portals.pro.cases.forms.planning import EndGoalForm
from maillon.portals.pro.cases.forms.writing import (
    GoalForm,
    NeedForm,
    NoteAgainForm,
    NoteForm,
    RenameForm,
    ReviewForm,
    ViolenceForm,
)

_REPLACES = _(
    "Ce que vous enregistrez prend la place de ce qui est écrit. La version d’avant reste dans la chronologie."
)


def _assess(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.assess(**acting.here, area=Area(given["area"]), level=NeedLevel(given["level"]), text=given["text"])


def _set_goal(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.set_goal(**acting.here, text=given["text"])


def _end_goal(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.end_goal(goal_id=acting.about, state=GoalState(given["state"]), **acting.who)


def _note(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.write_note(**acting.here, text=given["text"], happened_at=given["form"].happened_at)


def _note_again(acting: Acting, given: Mapping[str, Any]) -> object:
    moment = given["form"].happened_at
    return services.write_note(**acting.here, text=given["text"], happened_at=moment, replaces=acting.about)


def _piece(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.write_piece(**acting.here, piece=given["form"].piece)


def _rename(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.rename(**acting.here, pseudonym=given["pseudonym"])


def _violence(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.record_violence(**acting.here, new=given["form"].new)


def _review(acting: Acting, given: Mapping[str, Any]) -> object:
    return services.review(**acting.here, text=given["text"])


ACTS = (
    Act(
        name="case_need",
        slug="besoin",
        ability=Ability.WRITE,
        title=_("Voir un besoin avec elle"),
        lead=_("Comment elle le voit aujourd’hui. Ce n’est ni une évaluation d’elle, ni une note."),
        button=_("Noter ce besoin"),
        icon="list",
        form=NeedForm,
        run=_assess,
        done=_("Le besoin est noté."),
    ),
    Act(
        name="case_goal",
        slug="objectif",
        ability=Ability.WRITE,
        title=_("Noter ce qu’elle veut"),
        button=_("Noter cet objectif"),
        icon="flag",
        form=GoalForm,
        run=_set_goal,
        done=_("Son objectif est noté."),
    ),
    Act(
        name="case_goal_end",
        slug="objectif",
        about=EntryKind.GOAL,
        ability=Ability.WRITE,
        title=_("Qu’en est-il de cet objectif ?"),
        button=_("Noter"),
        icon="flag",
        form=EndGoalForm,
        run=_end_goal,
        done=_("C’est noté."),
    ),
    Act(
        name="case_note",
        slug="note",
        ability=Ability.WRITE,
        title=_("Écrire une note"),
        button=_("Ajouter la note"),
        icon="edit",
        form=NoteForm,
        run=_note,
        done=_("La note est ajoutée."),
        page="case_timeline",
    ),
    Act(
        name="case_note_again",
        slug="note",
        about=EntryKind.NOTE,
        ability=Ability.WRITE,
        title=_("Corriger la note"),
        lead=_REPLACES,
        button=_("Enregistrer la nouvelle version"),
        icon="edit",
        form=NoteAgainForm,
        run=_note_again,
        done=_("La nouvelle version est enregistrée."),
        page="case_timeline",
        opened=True,
    ),
    Act(
        name="case_safety_plan",
        slug="plan-de-securite",
        ability=Ability.WRITE,
        title=_("Le plan de sécurité"),
        lead=_("Ce qu’elle ferait en danger, avec ses mots. Rien n’est obligatoire ; elle peut en garder une copie."),
        button=_("Enregistrer le plan"),
        icon="shield",
        form=SafetyPlanForm,
        run=_piece,
        done=_("Le plan de sécurité est enregistré."),
        opened=True,
    ),
    Act(
        name="case_reaching",
        slug="joindre",
        ability=Ability.WRITE,
        title=_("Comment la joindre sans danger"),
        lead=_REPLACES,
        button=_("Enregistrer"),
        icon="phone",
        form=ReachingForm,
        run=_piece,
        done=_("C’est enregistré."),
        opened=True,
    ),
    Act(
        name="case_identity",
        slug="identite",
        ability=Ability.WRITE,
        title=_("Son nom et sa date de naissance"),
        lead=_("Seulement si une démarche l’exige. L’accompagnement n’en dépend pas : un nom d’usage suffit."),
        button=_("Enregistrer"),
        icon="person",
        form=IdentityForm,
        run=_piece,
        done=_("C’est enregistré."),
        opened=True,
    ),
    Act(
        name="case_situation",
        slug="situation",
        ability=Ability.WRITE,
        title=_("Ce qu’elle a vécu"),
        lead=_("Seulement ce qu’elle veut dire. Rien sur les personnes qui l’ont exploitée."),
        button=_("Enregistrer"),
        icon="edit",
        form=SituationForm,
        run=_piece,
        done=_("C’est enregistré."),
        opened=True,
    ),
    Act(
        name="case_rename",
        slug="nom",
        ability=Ability.WRITE,
        title=_("Changer le nom d’usage"),
        button=_("Changer le nom"),
        icon="person",
        form=RenameForm,
        run=_rename,
        done=_("Le nom est changé."),
    ),
    Act(
        name="case_violence",
        slug="violence",
        ability=Ability.WRITE,
        title=_("Noter une violence subie"),
        lead=_("Seulement si elle veut qu’elle soit écrite. Rien n’est demandé ni gardé sur qui l’a commise."),
        button=_("Noter"),
        icon="alert",
        form=ViolenceForm,
        run=_violence,
        done=_("C’est noté. Demandez-lui comment elle va maintenant."),
        page="case_timeline",
    ),
    Act(
        name="case_review",
        slug="relecture",
        ability=Ability.REVIEW,
        title=_("Relire l’accompagnement"),
        button=_("Enregistrer la relecture"),
        icon="eye",
        form=ReviewForm,
        run=_review,
        done=_("La relecture est enregistrée."),
        page="case_timeline",
    ),
)
