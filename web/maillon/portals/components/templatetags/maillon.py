"""The components, as template tags. They are builtins: no template has to load them.

Each draws the template of its name in `components/`, which a theme may replace.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.template import engines
from django.template.context import Context
from django.template.defaultfilters import date as written_date
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from maillon.base.clock import now as present_moment
from maillon.base.dates import first_of_month
from maillon.portals.components import tones
from maillon.portals.components.clocks import read_clock
from maillon.portals.components.forms import present, wrongs
from maillon.portals.components.icons import DIRECTIONAL, ICONS
from maillon.portals.components.map.drawing import Spot, draw
from maillon.territories.models import Departement

register = template.Library()


@register.filter(name="date", expects_localtime=True, is_safe=False)
def date_in_words(value: Any, shape: str | None = None) -> str:
    """Django's filter of this name, with « 1er » for the first of a month in French."""
    return first_of_month(value, str(written_date(value, shape)))


def _inline(template_name: str, **context: Any) -> SafeString:
    """A component that stands inside a line: no white space around it, so that a comma or a full stop may follow."""
    return mark_safe(render_to_string(template_name, context).strip())  # noqa: S308 - a template escaped it


def _repeated(template_name: str, **context: Any) -> SafeString:
    """The same, kept: for what a list shows in every row, with words of a few lists in a few languages."""
    return _kept(engines["django"], template_name, **context)


@lru_cache(maxsize=1024)
def _kept(_engine: object, template_name: str, **context: Any) -> SafeString:
    # Each engine has its own templates.
    return _inline(template_name, **context)


@register.simple_tag
def colon() -> str:
    """What stands between a label and what it names: French wants a space before it, others do not."""
    return _(" : ")


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """An inline picture. Without a label it is decoration and screen readers pass over it. KeyError if unknown."""
    drawing = mark_safe(ICONS[name])  # noqa: S308 - drawn in this project
    draw_it = _inline if label else _repeated
    return draw_it("components/icon.html", drawing=drawing, label=label, directional=name in DIRECTIONAL)


@register.inclusion_tag("components/field.html")
def field(bound: BoundField, *, heading: bool = False) -> dict[str, Any]:
    """A whole form field: label, hint, error, control. `heading` makes its label the page's h1 (one question a screen).

    A field object may carry `choice_hints` (value → text) to explain its choices.
    """
    return {"field": present(bound), "heading": heading}


@register.inclusion_tag("components/fields.html")
def fields(form: BaseForm, *, heading: bool = False) -> dict[str, Any]:
    """All fields of a form, hidden ones included; `heading` as for `field`, for a form with one question."""
    return {"form": form, "heading": heading}


@register.inclusion_tag("components/required_note.html")
def required_note(form: BaseForm) -> dict[str, Any]:
    """Says which fields may be left empty, when the form has several."""
    shown = form.visible_fields()
    return {"several": len(shown) > 1, "optional": any(not bound.field.required for bound in shown)}


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: BaseForm) -> dict[str, Any]:
    """The list of what is wrong in one form or several, each line leading to its field. Nothing when all is well."""
    return {"entries": [entry for form in forms for entry in wrongs(form)]}


@register.simple_block_tag
def notice(content: str, kind: str = "info", title: str = "") -> SafeString:
    """A message set apart. `kind`: info, success, warning, danger."""
    return render_to_string("components/notice.html", {"content": content, "kind": kind, "title": title})


@register.simple_block_tag
def card(content: str, title: str = "", href: str = "", icon: str = "") -> SafeString:
    """A box of its own; with `href`, the whole of it leads there and its title is the link."""
    return render_to_string("components/card.html", {"content": content, "title": title, "href": href, "icon": icon})


@register.simple_block_tag
def filters(content: str, action: str = "", clear: str = "") -> SafeString:
    """A bar of filter fields sent by GET to `action`; `clear` is the address that drops them all."""
    return render_to_string("components/filters.html", {"content": content, "action": action, "clear": clear})


@register.simple_block_tag
def confirmation(content: str, title: str, number: str = "") -> SafeString:
    """The top of a page that says a thing is done, with the number to keep."""
    return render_to_string("components/confirmation.html", {"content": content, "title": title, "number": number})


@register.simple_tag(name="tag")
def state_tag(state: object, tone: str = "") -> SafeString:
    """A state in a few words. Takes an enum member, a stored state or a text; `tone` overrides the colour.

    Tones: neutral, info, progress, attention, danger, done.
    """
    return _repeated("components/tag.html", label=str(tones.label_of(state)), tone=tone or tones.tone_of(state))


@register.inclusion_tag("components/button.html")
def button(label: str, kind: str = "primary", href: str = "", icon: str = "", **attributes: str) -> dict[str, Any]:
    """A submit button, or a link that looks like one when `href` is given. `kind`: primary, secondary, quiet, danger.

    Other keyword arguments (name, value, form, formaction) become attributes of the button.
    """
    return {"label": label, "kind": kind, "href": href, "icon": icon, "attributes": attributes}


@register.inclusion_tag("components/steps.html")
def steps(current: int, total: int, label: str = "") -> dict[str, Any]:
    """Where one is on a path of several screens, in words and as a bar; `label` names the present screen."""
    return {"current": current, "total": total, "label": label, "marks": range(1, total + 1)}


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Links to the other pages of a list; keeps the filters of the present address. The parameter is `page`."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else None
    if query is not None:
        query.pop("page", None)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "query": query.urlencode() if query else ""}


@register.simple_tag
def clock(due: datetime | None, now: datetime | None = None) -> SafeString:
    """How long is left, or since when it is late, with the exact moment for machines and on paper."""
    return _inline("components/clock.html", clock=read_clock(due, now or present_moment()) if due else None)


@register.inclusion_tag("components/timeline.html")
def timeline(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """What happened, in order. Entries: `at`, `title`, and if wished `who`, `text`, `icon`."""
    return {"entries": entries}


@register.inclusion_tag("components/definitions.html")
def definitions(items: list[tuple[str, Any]]) -> dict[str, Any]:
    """Labels with their values, as a definition list."""
    return {"items": items}


@register.inclusion_tag("components/empty.html")
def empty(title: str, text: str = "", href: str = "", label: str = "", icon: str = "inbox") -> dict[str, Any]:
    """What a list says when there is nothing in it, and what one may do about it."""
    return {"title": title, "text": text, "href": href, "label": label, "icon": icon}


@register.simple_tag
def phone(number: str, *, sms: bool = False) -> SafeString:
    """A number to tap: a call, or a text message with `sms`."""
    dialled = "".join(char for char in number if char.isdigit() or char == "+")
    return _inline("components/phone.html", number=number, dialled=dialled, scheme="sms" if sms else "tel")


@register.inclusion_tag("components/document.html", name="document")
def document_link(href: str, label: str, kind: str = "PDF", size: int | None = None) -> dict[str, Any]:
    """A link to a file, with its kind and its size in bytes when known."""
    return {"href": href, "label": label, "kind": kind, "size": size}


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(
    context: Context, href: str, label: str, icon: str = "", count: int | None = None, *, entrance: bool = False
) -> dict[str, Any]:
    """A link of the main navigation; marks itself when the page stands under its address.

    An `entrance` has the addresses of the other links under its own, and marks itself on its own page alone.
    """
    request = context.get("request")
    path = request.path if request is not None else ""
    inside = href != "/" and not entrance and path.startswith(href)
    here = "page" if path == href else "true" if inside else ""
    return {"href": href, "label": label, "icon": icon, "count": count, "here": here}


@register.inclusion_tag("components/map/map.html")
def departement_map(
    departement: Departement, spots: Iterable[Spot], caption: str = "", name: str = "map"
) -> dict[str, Any]:
    """A département with its spots, and beside it the table that says the same; the table alone without an outline.

    `caption` heads the table, `name` makes its identifiers unique on the page.
    """
    return {"map": draw(departement, spots), "caption": caption, "name": name}
