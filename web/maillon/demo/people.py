"""Makes the invented organisations and members."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from maillon.accounts.demo import DEMO_DOMAIN
from maillon.accounts.enums import Role
from maillon.accounts.models import Membership
from maillon.accounts.services import create_demo_member
from maillon.base.ids import new_id
from maillon.directory.models import Organisation
from maillon.territories.enums import JurisdictionKind
from maillon.territories.models import Competence, Jurisdiction
from maillon.vault.keyrings import Keyring

Told = Callable[[str], None]


def make_organisations(rows: list[dict[str, Any]], departement: str) -> dict[str, Organisation]:
    """The invented organisations by their code in the data file."""
    return {row["code"]: _organisation(row, departement) for row in rows}


def _organisation(row: dict[str, Any], departement: str) -> Organisation:
    return Organisation.objects.create(
        id=new_id(),
        name=row["name"],
        kind=row["kind"],
        departement_id=departement,
        jurisdiction=_jurisdiction(row, departement),
        secrecy=row["secrecy"],
        is_public_service=row.get("is_public_service", False),
        notice_email=f"{row['code']}@{DEMO_DOMAIN}",
        psp_approved_from=row.get("psp_approved_from"),
        psp_approved_until=row.get("psp_approved_until"),
    )


def _jurisdiction(row: dict[str, Any], departement: str) -> Jurisdiction | None:
    if "jurisdiction_kind" not in row:
        return None
    kind = JurisdictionKind(row["jurisdiction_kind"])
    if "commune" in row:
        return Competence.objects.select_related("jurisdiction").get(commune_id=row["commune"], kind=kind).jurisdiction
    # Without a commune: the jurisdiction of that kind that covers most of the département.
    candidates = Jurisdiction.objects.filter(kind=kind, departement_id=departement)
    return max(candidates, key=lambda found: found.competences.count())


def make_members(
    rows: list[dict[str, Any]],
    organisations: dict[str, Organisation],
    keyrings: dict[UUID, Keyring],
    *,
    at: datetime,
    tell: Told,
) -> dict[str, Membership]:
    """The invented members by the first part of their address. Each gets a real key: about a fifth of a second each.

    `keyrings` is given each key unlocked, by member, so that none has to be derived again.
    """
    made: dict[str, Membership] = {}
    for row in rows:
        organisation = organisations[row["organisation"]]
        made[row["email"]] = create_demo_member(
            email=f"{row['email']}@{DEMO_DOMAIN}",
            name=row["name"],
            organisation=organisation,
            role=Role(row["role"]),
            at=at,
            keyrings=keyrings,
        )
        tell(row["name"])
    return made
