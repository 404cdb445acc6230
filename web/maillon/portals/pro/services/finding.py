"""The service that a request is about, and what its reader may do with it."""

from uuid import UUID

from django.http import Http404

from maillon.accounts.http import MemberRequest
from maillon.accounts.rights import asker
from maillon.directory import selectors
from maillon.directory.models import Service
from maillon.directory.rights import Ability, on_service


def found(request: MemberRequest, service_id: UUID, ability: Ability | None = None) -> Service:
    """The service. Raises Http404 when there is none, or without the ability."""
    service = selectors.service(service_id)
    if service is None or (ability is not None and ability not in abilities(request, service)):
        raise Http404
    return service


def abilities(request: MemberRequest, service: Service) -> frozenset[Ability]:
    """What whoever asks may do with the service."""
    return on_service(asker(request.membership), service)


def signature(request: MemberRequest) -> str:
    """The name that stands under what she says: hers and her organisation's."""
    return f"{request.membership.member.name}, {request.membership.organisation.name}"[:200]
