"""The text of a consent: what is read to the person, and kept as it was read.

Made of the purpose, a recipient's name and kinds alone, so that no name of hers can stand in it.
"""

from collections.abc import Collection, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as translated
from django.utils.translation import override

from maillon.cases.enums import EntryKind, Purpose
from maillon.cases.plain import KINDS
from maillon.directory.models import Organisation

_ASKED: Mapping[Purpose, Promise] = {
    Purpose.KEEPING: translated("Acceptez-vous que nous gardions par écrit ce que vous nous racontez ?"),
    Purpose.SHARING: translated("Acceptez-vous que « {recipient} » lise ceci : {kinds} ?"),
    Purpose.TRANSFER: translated(
        "Acceptez-vous que « {recipient} » vous accompagne à notre place et reçoive ceci : {kinds} ?"
    ),
    Purpose.EXIT_PATH: translated("Acceptez-vous que nous préparions avec vous une demande de parcours de sortie ?"),
    Purpose.STATISTICS: translated("Acceptez-vous d’être comptée dans des chiffres, sans votre nom ?"),
}


def wording(
    purpose: Purpose, *, language: str, recipient: Organisation | None = None, kinds: Collection[EntryKind] = ()
) -> str:
    """What she agrees to, in the language of base.languages that it is put to her in.

    In French where the process that asks has no catalogue of that language: then somebody interprets, and the record
    says in which language.
    """
    with override(language):
        told = " ; ".join(str(KINDS[kind]) for kind in EntryKind if kind in kinds)
        asked = str(_ASKED[purpose]).format(recipient=recipient.name if recipient else "", kinds=told)
        rest = _(
            "Notre aide ne dépend pas de votre réponse. Vous pouvez changer d’avis à tout moment : ce qui repose sur "
            "votre accord s’arrête alors."
        )
        return f"{asked} {rest}"
