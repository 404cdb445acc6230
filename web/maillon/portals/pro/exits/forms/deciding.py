"""What the préfecture notes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.exits.enums import Opinion
from maillon.portals.pro.exits.forms import fields


class SendBackForm(forms.Form):
    """What is missing."""

    wanted = fields.words(
        _("Que manque-t-il ?"), _("Lu par l’association. Ne demandez que ce que les textes prévoient.")
    )


class OpinionForm(forms.Form):
    """The commission's opinion."""

    opinion = fields.choice(_("Quel est l’avis de la commission ?"), Opinion.choices)
    given_on = fields.day(_("Rendu quel jour ?"))


class GrantForm(forms.Form):
    """Granted, from when, and the AFIS with it."""

    decided_on = fields.day(_("Décision du"))
    from_on = fields.day(
        _("Premier jour"),
        _("Sans autre date : le jour de la décision, ou le lendemain de ce qui était accordé."),
        required=False,
    )
    aid = fields.choice(_("L’aide financière (AFIS)"), (("yes", _("Accordée")), ("no", _("Refusée"))), required=False)
    reasons = fields.words(_("Une précision pour l’association"), _("Scellée."), required=False)

    def __init__(self, *args: Any, with_aid: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if with_aid:
            self.fields["aid"].required = True
        else:
            del self.fields["aid"]

    @property
    def aid_granted(self) -> bool | None:
        """What was decided of the AFIS; None where it was not asked for."""
        return {"yes": True, "no": False}.get(self.cleaned_data.get("aid", ""))


class RefuseForm(forms.Form):
    """Refused, and why."""

    decided_on = fields.day(_("Décision du"))
    reasons = fields.words(_("Les motifs"), _("L’association les lit à la personne : écrivez-les simplement. Scellés."))
