"""What somebody who comes back may type."""

from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from maillon.speaking.code import WORDS, Code, NotACode, read_code

MESSAGE_LIMIT = 2000


class CodeForm(forms.Form):
    """One field that takes the eight words however they are written. Nothing of it is remembered by the browser."""

    code = forms.CharField(
        label=_("Vos huit mots"),
        help_text=_(
            "Dans l’ordre. Avec ou sans accents, majuscules, numéros ou tirets. Les quatre premières lettres suffisent."
        ),
        max_length=400,
        error_messages={"required": _("Écrivez vos huit mots.")},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false", "autocapitalize": "off"}),
    )
    read: Code

    def clean_code(self) -> str:
        """Keeps the code as `read`. Raises ValidationError that says what is wrong, and never whether a code exists."""
        typed: str = self.cleaned_data["code"]
        try:
            self.read = read_code(typed)
        except NotACode as wrong:
            raise forms.ValidationError([forms.ValidationError(text) for text in said(wrong)]) from wrong
        return typed


def said(wrong: NotACode) -> list[str]:
    """What is wrong with what was typed, a sentence for each thing."""
    texts: list[str] = []
    if wrong.count is not None:
        texts.append(
            ngettext(
                "Il y a %(count)d mot ; il en faut %(wanted)d.",
                "Il y a %(count)d mots ; il en faut %(wanted)d.",
                wrong.count,
            )
            % {"count": wrong.count, "wanted": WORDS}
        )
    for item in wrong.unknown:
        values = {"number": item.position, "word": item.typed, "near": ", ".join(item.suggestions)}
        if item.suggestions:
            texts.append(
                gettext("Le mot %(number)d, « %(word)s », n’est pas dans la liste. Peut-être : %(near)s ?") % values
            )
        else:
            texts.append(gettext("Le mot %(number)d, « %(word)s », n’est pas dans la liste.") % values)
    return texts or [str(wrong.message)]


class TextForm(forms.Form):
    """A few sentences to one recipient, or to all of them.

    Every text of the page belongs to one form of the page, so that the switch of languages takes along whatever is
    typed in any of them (`kept`).
    """

    text = forms.CharField(
        label=_("Votre message"),
        max_length=MESSAGE_LIMIT,
        widget=forms.Textarea(attrs={"rows": 5, "autocomplete": "off", "spellcheck": "false", "form": "words"}),
        error_messages={"required": _("Écrivez un texte avant de l’envoyer.")},
    )

    def __init__(self, data: QueryDict | None = None, *, to: UUID | None, kept: QueryDict | None = None) -> None:
        prefix = str(to) if to else "add"
        begun = kept.get(f"{prefix}-text", "") if kept else ""
        super().__init__(data, prefix=prefix, initial={"text": begun})

    @property
    def typed(self) -> str:
        """The text as it was sent, whether or not it can be taken."""
        return str(self.data.get(self.add_prefix("text"), ""))
