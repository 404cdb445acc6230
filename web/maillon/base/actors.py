"""Who acts, as the lower floors see it."""

from typing import Protocol
from uuid import UUID


class Actor(Protocol):
    """A member acting in the name of an organisation. `accounts.models.Membership` is one."""

    @property
    def member_id(self) -> UUID: ...

    @property
    def organisation_id(self) -> UUID | None: ...
