"""Asks a view as a member, without the cookies of a sign-in: what the middleware would have found is set by hand.

For tests of what a view answers; that signing in leads to it is proved with the accounts and in the journeys.
"""

import datetime as dt
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import resolve

from maillon.accounts.enums import Role
from maillon.accounts.models import Member, Membership
from maillon.base.ids import new_id
from maillon.vault.keyrings import Keyring
from tests.directory.factories import OrganisationFactory

JOINED = dt.datetime(2026, 1, 5, 9, 0, tzinfo=dt.UTC)


def membership(role: Role, **organisation: Any) -> Membership:
    """A member acting in an organisation made for her."""
    key = new_id()
    member = Member.objects.create(id=key, email=f"{key}@exemple.test", name="Personne Inventée", created_at=JOINED)
    return Membership.objects.create(
        id=new_id(),
        member=member,
        organisation=OrganisationFactory(**organisation),
        role=role,
        started_at=JOINED,
    )


def ask(path: str, by: Membership | None, data: dict[str, Any] | None = None, *, post: bool = False) -> HttpResponse:
    """The answer at `path`; a refusal to come in is answered with 403."""
    make = RequestFactory().post if post else RequestFactory().get
    request = make(path, data or {})
    request.membership = by
    request.user = by.member if by else AnonymousUser()
    request.keyring = Keyring(by.member_id, new_id(), bytes(32)) if by and by.role_enum.reports else None
    match = resolve(path)
    request.resolver_match = match
    try:
        return match.func(request, *match.args, **match.kwargs)
    except PermissionDenied:
        return HttpResponse(status=403)
