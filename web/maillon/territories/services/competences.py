"""Corrects who is competent where."""

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from maillon.base.actors import Actor
from maillon.base.enums import Confidence
from maillon.base.errors import Refusal
from maillon.base.events import publish
from maillon.territories.events import CompetenceChanged
from maillon.territories.models import Commune, Competence, Jurisdiction


class OtherDepartement(Refusal):
    """The jurisdiction belongs to another département than the commune."""

    message = _("Ce service n’est pas du même département que la commune.")


class NoSource(Refusal):
    """A fact without a source can't be checked by anyone."""

    message = _("Indiquez la source : un texte officiel, ou la personne du service qui l’a confirmé.")


def set_competence(
    commune: Commune,
    jurisdiction: Jurisdiction,
    confidence: Confidence,
    source: str,
    checked_on: dt.date,
    *,
    by: Actor,
    at: dt.datetime,
) -> Competence:
    """Says that the jurisdiction covers the commune, in place of the one of its kind that did.

    Publishes CompetenceChanged, which the directory writes to the journal. From then on loading the project's
    data leaves the row alone. Raises OtherDepartement or NoSource.
    """
    if jurisdiction.departement_id != commune.departement_id:
        raise OtherDepartement
    if not source.strip():
        raise NoSource
    with transaction.atomic():
        former = _locked(commune, jurisdiction.kind)
        before = former.jurisdiction_id if former else ""
        competence = former or Competence(commune=commune, kind=jurisdiction.kind)
        competence.jurisdiction = jurisdiction
        competence.confidence = confidence.value
        competence.source = source.strip()
        competence.checked_on = checked_on
        competence.edited_at = at
        competence.save()
        publish(
            CompetenceChanged(
                competence_id=competence.pk,
                commune=commune.pk,
                kind=jurisdiction.kind,
                before=before,
                after=jurisdiction.pk,
                confidence=confidence.value,
                by=by,
                at=at,
            )
        )
    return competence


def _locked(commune: Commune, kind: str) -> Competence | None:
    # The commune's row stands for the competence that may not exist yet.
    Commune.objects.select_for_update(of=("self",), no_key=True).get(pk=commune.pk)
    return Competence.objects.filter(commune=commune, kind=kind).first()
