"""What an address says was just done, in words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from maillon.portals.pro.cases.acts import DONE as OF_ACTS

_OTHERS: Mapping[str, str | Promise] = {
    "case_start": _("L’accompagnement est ouvert. Commencez par ce qu’elle demande."),
    "case_consent": _("Son accord est noté."),
    "case_consent_withdraw": _("C’est noté. Ce qui reposait sur cet accord s’est arrêté aussitôt."),
    "case_share_end": _("Le partage est retiré : plus rien ne s’ouvre."),
    "case_document": _("Le document est ajouté et scellé."),
    "case_document_plain": _("Le document est ajouté. Ses images ont été retirées : aucune n’est gardée ici."),
    "transfer_receive": _("Vous l’accompagnez désormais. Prenez contact avec elle, par le moyen sûr qu’elle indique."),
    "transfer_refuse": _("C’est refusé. L’accompagnement revient à l’organisation qui l’a proposé."),
}


def done_words(code: str) -> str | Promise:
    """The sentence for what an address says was done; empty for anything else."""
    return {**_OTHERS, **OF_ACTS}.get(code, "")
