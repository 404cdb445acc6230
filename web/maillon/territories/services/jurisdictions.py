"""Loads who is competent where in a département, leaving alone what people have corrected."""

from django.db import transaction

from maillon.territories.models import Commune, Competence, Jurisdiction
from maillon.territories.rules.coverage import Coverage, Jurisdictions, assign


def load_jurisdictions(data: Jurisdictions) -> int:
    """Makes jurisdictions and competences agree with the file; returns how many competences that changed.

    A competence that a person has edited stays as it is. Communes that are not loaded are passed over.
    """
    with transaction.atomic():
        _load_areas(data)
        places = Commune.objects.filter(departement_id=data.departement).values_list("code", "epci")
        known = {
            (row.commune_id, row.kind): row
            for row in Competence.objects.filter(commune__departement_id=data.departement)
        }
        return _agree(data, known, assign(places, data.coverages))


def _load_areas(data: Jurisdictions) -> None:
    Jurisdiction.objects.bulk_create(
        [
            Jurisdiction(
                code=entry.code,
                kind=entry.kind,
                name=entry.name,
                departement_id=data.departement,
                confidence=entry.confidence.value,
                source=entry.source,
            )
            for entry in data.coverages
        ],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["kind", "name", "departement_id", "confidence", "source"],
    )


def _agree(
    data: Jurisdictions,
    known: dict[tuple[str, str], Competence],
    wanted: dict[tuple[str, str], Coverage],
) -> int:
    new, changed = [], []
    for (commune, kind), entry in wanted.items():
        competence = known.get((commune, kind))
        if competence is None:
            new.append(_fill(Competence(commune_id=commune, kind=kind), entry, data))
        elif competence.edited_at is None and _differs(competence, entry, data):
            changed.append(_fill(competence, entry, data))
    Competence.objects.bulk_create(new)
    Competence.objects.bulk_update(changed, ["jurisdiction", "confidence", "source", "checked_on"])
    return len(new) + len(changed)


def _differs(competence: Competence, entry: Coverage, data: Jurisdictions) -> bool:
    return (competence.jurisdiction_id, competence.confidence, competence.source, competence.checked_on) != (
        entry.code,
        entry.coverage_confidence.value,
        entry.coverage_source,
        data.checked_on,
    )


def _fill(competence: Competence, entry: Coverage, data: Jurisdictions) -> Competence:
    competence.jurisdiction_id = entry.code
    competence.confidence = entry.coverage_confidence.value
    competence.source = entry.coverage_source
    competence.checked_on = data.checked_on
    return competence
