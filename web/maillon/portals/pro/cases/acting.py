"""An act on a case as a short form of its own: what it is called, who may, what it asks, what it does."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms
from django.utils import timezone
from django.utils.functional import Promise

from maillon.accounts.http import MemberRequest
from maillon.cases.models import Case, Entry
from maillon.cases.rights import Ability


@dataclass(frozen=True)
class Acting:
    """One request for one act: by whom, when, on which case and, for some acts, about which entry of it."""

    request: MemberRequest
    case: Case
    at: datetime
    entry: Entry | None = None

    @property
    def who(self) -> dict[str, Any]:
        """What every service takes: by whom, and when."""
        return {"by": self.request.membership, "at": self.at}

    @property
    def here(self) -> dict[str, Any]:
        """The same, with the case."""
        return {"case_id": self.case.pk, **self.who}

    @property
    def about(self) -> UUID:
        """The key of the entry that it is about."""
        assert self.entry is not None  # its address has one
        return self.entry.pk

    @property
    def today(self) -> date:
        """The day on the clocks of France."""
        return timezone.localdate(self.at)


class ActForm(forms.Form):
    """What an act asks. `acting` is there for the choices that hang on the case."""

    def __init__(self, data: Mapping[str, Any] | None = None, *, acting: Acting, **more: Any) -> None:
        self.acting = acting
        super().__init__(data, initial=self.shown() if data is None else {}, **more)
        self.prepare()

    def shown(self) -> dict[str, Any]:
        """What the fields hold before anything is typed."""
        return {}

    def prepare(self) -> None:
        """Sets choices and leaves out fields."""


class ConfirmForm(ActForm):
    """Nothing to fill in: the act asks once more whether it is meant."""


@dataclass(frozen=True)
class Act:
    """One act. `slug` ends its address; `page` is where it leads back to, and `done` what that page says then."""

    name: str
    slug: str
    ability: Ability
    title: str | Promise
    button: str | Promise
    run: Callable[[Acting, Mapping[str, Any]], object]
    done: str | Promise
    form: type[ActForm] = ConfirmForm
    lead: str | Promise = ""
    icon: str = "check"
    page: str = "case"
    # The kind of the entry that it is about, for an act whose address has the key of one.
    about: str = ""
    # Whether what was written before must be open to show the form.
    opened: bool = False
    danger: bool = False
    # The field of choice without which nothing can be done, and what is said when it has none to offer.
    needs: str = ""
    without: str | Promise = ""
    template: str = "pro/cases/act.html"

    def obstacle(self, form: ActForm) -> str | Promise:
        """Why it can't be done at all at present; empty when it can."""
        field: Any = form.fields.get(self.needs)
        return self.without if field is not None and not list(field.choices) else ""
