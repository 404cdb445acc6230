"""One writer at a time for the members and the key of an organisation, and for who administers the instance."""

from uuid import UUID

from maillon.accounts import selectors
from maillon.accounts.models import Membership
from maillon.directory.models import Organisation


def lock_organisation(organisation_id: UUID) -> Organisation:
    """Holds the organisation's row until the caller's transaction ends. Reports to it need not wait for that."""
    return Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation_id)


def lock_administrators() -> list[Membership]:
    """Those who administer the instance, held until the caller's transaction ends: of two who stop, one is the last."""
    return list(selectors.administrators().select_for_update(of=("self",), no_key=True).order_by("pk"))
