"""What she agrees to, in two steps: what is asked of her, then her answer to the text that was read. And sharing."""

import datetime as dt
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from maillon.base.languages import DOOR_LANGUAGES
from maillon.cases.content import NewConsent, NewShare
from maillon.cases.enums import EntryKind, How, Purpose
from maillon.cases.models import Consent
from maillon.cases.rules import SHAREABLE
from maillon.cases.selectors.coming import colleagues, receivers
from maillon.portals.pro.cases.acting import ActForm
from maillon.portals.pro.cases.forms.fields import ask, boxes, day, not_to_come, past, radio

_TO_SOMEBODY = {Purpose.SHARING.value, Purpose.TRANSFER.value}
_KINDS = [(kind.value, kind.label) for kind in SHAREABLE]


class AskedForm(ActForm):
    """What is asked of her."""

    purpose = radio(_("De quoi lui parlez-vous ?"), Purpose.choices)
    recipient = forms.ChoiceField(
        label=_("À quelle organisation ?"),
        help_text=_("Pour un partage ou un transfert seulement."),
        required=False,
    )
    kinds = boxes(_("Que recevrait-elle ?"), _KINDS, _("Pour un partage ou un transfert seulement."))
    language = forms.ChoiceField(label=_("Dans quelle langue lui parlez-vous ?"), choices=DOOR_LANGUAGES)

    def shown(self) -> dict[str, Any]:
        return {"language": self.acting.case.language or "fr"}

    def prepare(self) -> None:
        organisations = [(str(one.pk), one.name) for one in receivers(self.acting.case)]
        ask(self, "recipient", [("", _("Aucune")), *organisations])

    def clean(self) -> dict[str, Any]:
        """What goes goes to somebody, and says what; what stays goes to nobody."""
        given = super().clean() or self.cleaned_data
        if given.get("purpose") in _TO_SOMEBODY:
            if not given.get("recipient"):
                self.add_error("recipient", ValidationError(_("Choisissez à quelle organisation.")))
            if not given.get("kinds"):
                self.add_error("kinds", ValidationError(_("Cochez au moins une chose à transmettre.")))
        else:
            given |= {"recipient": "", "kinds": []}
        return given

    @property
    def recipient_id(self) -> UUID | None:
        """To whom, if to anybody."""
        return UUID(self.cleaned_data["recipient"]) if self.cleaned_data["recipient"] else None

    @property
    def wanted(self) -> Collection[EntryKind]:
        """Which kinds."""
        return [EntryKind(value) for value in self.cleaned_data["kinds"]]


class AgreedForm(ActForm):
    """How and when she said yes."""

    how = radio(_("Comment a-t-elle donné son accord ?"), How.choices)
    given_on = day(_("Quand ?"))

    def shown(self) -> dict[str, Any]:
        return {"given_on": self.acting.today}

    def clean_given_on(self) -> dt.date | None:
        """Nobody has agreed tomorrow."""
        return not_to_come(self.cleaned_data["given_on"])

    def new(self, asked: AskedForm) -> NewConsent:
        """Her agreement to what was asked."""
        return NewConsent(
            purpose=Purpose(asked.cleaned_data["purpose"]),
            how=How(self.cleaned_data["how"]),
            given_at=past(self.cleaned_data["given_on"], self.acting.at),
            language=asked.cleaned_data["language"],
            recipient_id=asked.recipient_id,
            kinds=frozenset(asked.wanted),
        )


class ShareForm(ActForm):
    """With whom, what, until when."""

    to = radio(
        _("Avec qui ?"),
        [],
        _("Une autre organisation apparaît ici quand la personne a accepté ce partage."),
    )
    kinds = boxes(_("Que pourra-t-on lire ?"), _KINDS, _("Le moins possible."), required=True)
    until = day(_("Jusqu’à quel jour compris ?"), _("Un an au plus. Ensuite plus rien ne s’ouvre."))

    def shown(self) -> dict[str, Any]:
        return {"until": self.acting.today + dt.timedelta(days=91)}

    def prepare(self) -> None:
        consents = [(f"consent:{one.pk}", _shared_with(one)) for one in _living(self.acting.case.consents)]
        inside = [(f"member:{one.pk}", one.member.name) for one in colleagues(self.acting.case)]
        ask(self, "to", [*consents, *inside])

    @property
    def new(self) -> NewShare:
        """What is to be shared."""
        given = self.cleaned_data
        sort, _colon, key = given["to"].partition(":")
        kinds = frozenset(EntryKind(value) for value in given["kinds"])
        if sort == "member":
            return NewShare(kinds=kinds, until=given["until"], member_id=UUID(key))
        consent = self.acting.case.consents.get(pk=key)
        return NewShare(kinds=kinds, until=given["until"], organisation_id=consent.recipient_id, consent_id=consent.pk)


def _living(consents: Any) -> Any:
    return consents.filter(purpose=Purpose.SHARING, withdrawn_at=None).select_related("recipient")


def _shared_with(consent: Consent) -> str:
    told = ", ".join(str(EntryKind(kind).label) for kind in consent.kinds)
    return f"{consent.recipient.name if consent.recipient else ''} ({told})"
