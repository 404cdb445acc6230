"""Why speaking is refused, in words for somebody who may be afraid: no blame, and what to do next."""

from django.utils.translation import gettext_lazy as _

from maillon.base.errors import Refusal


class NoSuchCode(Refusal):
    """The code is well formed and belongs to nothing: never used, destroyed since, or mistyped twice over."""

    message = _(
        "Ces mots n’ouvrent rien. Vérifiez leur ordre. Un récit interrompu est effacé après sept jours ; "
        "vous pouvez en commencer un autre."
    )


class AlreadySent(Refusal):
    """A telling can't be paused under a code whose report has gone."""

    message = _("Ce récit est déjà parti. Avec votre code, vous pouvez écrire à ceux qui l’ont reçu.")
