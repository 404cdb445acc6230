"""Reads the organisations that take part."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from maillon.base import rows
from maillon.directory.enums import OrganisationKind
from maillon.directory.models import Organisation
from maillon.directory.rules import JURISDICTION_KINDS
from maillon.territories.models import Commune

# A subquery, not a join: nothing comes twice, and sending, which goes the same way, is spared a sort over whole rows.
_COMPETENT = """is_active AND (
    kind = ANY(%s) AND jurisdiction_id IN (SELECT jurisdiction_id FROM territories_competence WHERE commune_id = %s)
    OR kind = ANY(%s) AND departement_id = %s
)"""


def organisations_for(addressee_kinds: Iterable[OrganisationKind], commune: Commune) -> list[Organisation]:
    """The active organisations of these kinds that are competent for the commune, in the order of the kinds.

    Prosecutor, police, gendarmerie and council by their area; the others by département. One query.
    """
    kinds = [OrganisationKind(kind) for kind in addressee_kinds]
    by_area = [kind.value for kind in kinds if kind in JURISDICTION_KINDS]
    by_departement = [kind.value for kind in kinds if kind not in JURISDICTION_KINDS]
    found = rows.read(Organisation, _COMPETENT, [by_area, commune.code, by_departement, commune.departement_id])
    return sorted(found, key=lambda organisation: (kinds.index(OrganisationKind(organisation.kind)), organisation.name))


def organisation(key: UUID) -> Organisation | None:
    """The organisation with this key, with its département and area; None when there is none."""
    return Organisation.objects.select_related("departement", "jurisdiction").filter(pk=key).first()


def organisations(*, departement: str = "", kind: str = "", text: str = "") -> QuerySet[Organisation]:
    """All organisations, active ones first, then by kind and name; each filter narrows when it is not empty."""
    found = Organisation.objects.select_related("departement", "jurisdiction")
    if departement:
        found = found.filter(departement_id=departement)
    if kind:
        found = found.filter(kind=kind)
    if text:
        found = found.filter(name__icontains=text)
    return found.order_by("-is_active", "kind", "name")
