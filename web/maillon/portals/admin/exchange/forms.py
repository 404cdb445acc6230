"""What an administrator gives to be imported, and what she asks to be exported."""

import io
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from maillon.directory.exchange.comparing import Options
from maillon.directory.exchange.exporting import sources
from maillon.directory.exchange.formats import FORMATS
from maillon.directory.exchange.formats.kind import Format

_TEXTS = [(kind.code, kind.title) for kind in FORMATS.values() if kind.is_text]
_ALL = [(kind.code, kind.title) for kind in FORMATS.values()]
# No form takes a file (guardrail G3), so its text is pasted; a page takes a megabyte.
_HELP = _(
    "Copiez le texte du fichier, ou les cellules d’un tableur avec leur ligne de titres. Un mégaoctet au plus : "
    "au-delà, utilisez la commande directory_import."
)


class ImportForm(forms.Form):
    """The text of a file, and how to take it."""

    source = forms.CharField(
        label=_("Source"),
        max_length=60,
        help_text=_("Un nom pour l’origine du fichier, toujours le même : data-inclusion, soliguide…"),
    )
    kind = forms.ChoiceField(label=_("Format"), choices=_TEXTS)
    content = forms.CharField(
        label=_("Contenu"),
        help_text=_HELP,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "autocomplete": "off"}),
        strip=False,
    )
    complete = forms.BooleanField(
        label=_("Ce fichier contient toute la source"),
        required=False,
        help_text=_("Les services de cette source qui n’y sont pas prendront fin."),
    )
    overwrite = forms.BooleanField(
        label=_("Remplacer aussi ce qui a été modifié ici"),
        required=False,
        help_text=_("Sinon, les fiches modifiées ici depuis le dernier import sont gardées et listées."),
    )

    def format(self) -> Format:
        """The format that was chosen."""
        return FORMATS[self.cleaned_data["kind"]]

    def file(self) -> io.BytesIO:
        """The text as a file."""
        return io.BytesIO(self.cleaned_data["content"].encode())

    def options(self) -> Options:
        """How it is to be taken."""
        return Options(complete=self.cleaned_data["complete"], overwrite=self.cleaned_data["overwrite"])

    def as_hidden(self) -> list[forms.boundfield.BoundField]:
        """The fields once more, for the page that asks whether to go on."""
        for field in self.fields.values():
            # A textarea: a hidden line would lose the line breaks.
            field.widget = (
                forms.Textarea(attrs={"hidden": True}) if field is self.fields["content"] else forms.HiddenInput()
            )
        return list(self)


class ExportForm(forms.Form):
    """Which services, in which format."""

    kind = forms.ChoiceField(label=_("Format"), choices=_ALL)
    source = forms.ChoiceField(label=_("Services"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["source"]
        assert isinstance(field, forms.ChoiceField)
        known = [(f"source:{name}", name) for name in sources()]
        field.choices = [("", _("Tout l’annuaire")), ("source:", _("Seulement ce qui est écrit ici")), *known]

    def format(self) -> Format:
        """The format that was chosen."""
        return FORMATS[self.cleaned_data["kind"]]

    def chosen(self) -> str | None:
        """The source that was chosen, “” for what was written here, None for all."""
        told: str = self.cleaned_data["source"]
        return told.removeprefix("source:") if told else None
