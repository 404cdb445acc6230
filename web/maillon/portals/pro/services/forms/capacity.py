"""How many places are free."""

from django import forms
from django.utils.translation import gettext_lazy as _

_LIMIT = 9999


class CapacityForm(forms.Form):
    """Free places, and all of them if that is known."""

    free = forms.IntegerField(
        label=_("Places libres"),
        min_value=0,
        max_value=_LIMIT,
        help_text=_("Celles que vous pouvez donner maintenant. 0 si c’est complet."),
    )
    total = forms.IntegerField(label=_("Places en tout"), min_value=0, max_value=_LIMIT, required=False)
