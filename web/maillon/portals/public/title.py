"""What every page of the public door is called, for translators. The operator may choose another title."""

from django.utils.translation import gettext_noop

NEUTRAL_TITLE = gettext_noop("Informations utiles")
