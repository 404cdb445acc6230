"""How a bound form field is shown: which control, and what describes it. Templates do the rest."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField, BoundWidget
from django.utils.safestring import SafeString

# Native pickers need the ISO form, whatever the language; anything typed in another form is parsed all the same.
_PICKERS: dict[type[forms.Widget], tuple[str, str]] = {
    forms.DateInput: ("date", "%Y-%m-%d"),
    forms.DateTimeInput: ("datetime-local", "%Y-%m-%dT%H:%M"),
    forms.TimeInput: ("time", "%H:%M"),
}


@dataclass(frozen=True)
class Option:
    """One radio button or checkbox of a group."""

    control: SafeString
    id: str
    label: str
    hint: str

    @property
    def hint_id(self) -> str:
        return f"{self.id}_hint"


@dataclass(frozen=True)
class FieldView:
    """A field as the template needs it. `kind` is line, area, select, choices, checkbox or group."""

    bound: BoundField
    kind: str

    @property
    def id(self) -> str:
        return self.bound.auto_id or self.bound.html_name

    @property
    def hint_id(self) -> str:
        return f"{self.id}_hint"

    @property
    def error_id(self) -> str:
        return f"{self.id}_error"

    @property
    def described_by(self) -> str:
        """The ids of hint and error, as aria-describedby wants them; empty when there is neither."""
        ids = [self.hint_id] if self.bound.help_text else []
        return " ".join([*ids, self.error_id] if self.bound.errors else ids)

    @property
    def anchor(self) -> str:
        """The id of the control that the error summary leads to."""
        return f"{self.id}_0" if self.kind in {"choices", "group"} else self.id

    @property
    def control(self) -> SafeString:
        """The control itself, with what describes it."""
        attrs: dict[str, Any] = {"id": self.id}
        if self.described_by and self.kind != "group":
            attrs["aria-describedby"] = self.described_by
        return self.bound.as_widget(widget=_picker(self.bound.field.widget), attrs=attrs)

    def options(self) -> Iterator[Option]:
        """The choices of a group. A field may carry `choice_hints`: a text for each value that needs one."""
        hints: dict[str, str] = getattr(self.bound.field, "choice_hints", {})
        for widget in self.bound.subwidgets:
            yield _option(widget, hints.get(str(widget.data["value"]), ""))


def present(bound: BoundField) -> FieldView:
    """Chooses how to show a field, from its widget."""
    return FieldView(bound, _kind(bound.field.widget))


@dataclass(frozen=True)
class Wrong:
    """One line of the error summary. `anchor` and `label` are empty for what concerns the whole form."""

    message: str
    anchor: str = ""
    label: str = ""

    @property
    def label_asks(self) -> bool:
        """True when the label ends with its own punctuation, so that no colon follows it."""
        return self.label.endswith(("?", "!", ".", ":", "…"))


def wrongs(form: forms.BaseForm) -> list[Wrong]:
    """What is wrong in a form, in the order of its fields; empty while nothing has been sent."""
    if not form.is_bound:
        return []
    whole = [Wrong(str(error)) for error in form.non_field_errors()]
    return whole + [
        Wrong(str(error), present(bound).anchor, str(bound.label))
        for bound in form.visible_fields()
        for error in bound.errors
    ]


def _kind(widget: forms.Widget) -> str:
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choices"
    if isinstance(widget, (forms.MultiWidget, forms.SelectDateWidget)):
        return "group"
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, forms.Select):
        return "select"
    return "area" if isinstance(widget, forms.Textarea) else "line"


def _option(widget: BoundWidget, hint: str) -> Option:
    widget.data["attrs"].pop("aria-invalid", None)
    option_id = str(widget.id_for_label)
    if hint:
        widget.data["attrs"]["aria-describedby"] = f"{option_id}_hint"
    return Option(control=widget.tag(), id=option_id, label=str(widget.choice_label), hint=hint)


def _picker(widget: forms.Widget) -> forms.Widget | None:
    kind, pattern = _PICKERS.get(type(widget), ("", ""))
    if not kind:
        return None
    return type(widget)(attrs={**widget.attrs, "type": kind}, format=pattern)  # type: ignore[call-arg]
