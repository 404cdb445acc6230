"""The text of a consent: what is shown or read to the person, and kept as it was shown.

Made of the service's name and the parts alone, so that no name of hers can stand in it.
"""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import override

from maillon.directory.models import Service
from maillon.referrals.enums import PartKind
from maillon.referrals.plain import PARTS


def wording(service: Service, parts: Collection[PartKind], *, language: str) -> str:
    """What she agrees to, in the language of base.languages that it is put to her in.

    In French where the process that asks has no catalogue of that language: then somebody interprets, and the record
    says in which language. Needs the service's provider loaded.
    """
    with override(language):
        told = " ; ".join(str(PARTS[kind]) for kind in PartKind.in_order(parts))
        asked = _("Acceptez-vous que le service « {service} » ({provider}) reçoive ceci : {parts} ?").format(
            service=service.name, provider=service.provider.name, parts=told
        )
        rest = _(
            "Si un service accepté avant lui ne peut pas vous aider ou ne répond pas, il le reçoit à son tour. "
            "Vous pouvez changer d’avis à tout moment, pour un service ou pour tous : il ne pourra plus rien lire."
        )
        return f"{asked} {rest}"
