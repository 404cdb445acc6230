"""A PDF that is added to a case. The file itself is taken by the view: no form field of this project takes one."""

from django.utils.translation import gettext_lazy as _

from maillon.cases.enums import DocumentKind
from maillon.portals.pro.cases.acting import ActForm
from maillon.portals.pro.cases.forms.fields import line, radio


class DocumentForm(ActForm):
    """What it is about, and its title."""

    kind = radio(_("De quoi s’agit-il ?"), DocumentKind.choices)
    title = line(_("Comment l’appeler ?"), _("Scellé, comme le document."), required=True, length=120)
