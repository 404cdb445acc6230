"""One writer at a time for the members and the key of an organisation."""

from uuid import UUID

from maillon.directory.models import Organisation


def lock_organisation(organisation_id: UUID) -> Organisation:
    """Holds the organisation's row until the caller's transaction ends. Reports to it need not wait for that."""
    return Organisation.objects.select_for_update(of=("self",), no_key=True).get(pk=organisation_id)
