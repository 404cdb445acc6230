"""Draws the tables of docs/reference/data-model.md from the models."""

import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import django
from django.apps import apps
from django.db.models import Field, ForeignKey, ManyToManyField, Model, OneToOneField

from scripts.generated import command
from scripts.tree import PROJECT

PAGE = PROJECT / "docs" / "reference" / "data-model.md"
# The stubs know Field as generic; the class itself is not.
if TYPE_CHECKING:
    AnyField = Field[Any, Any]
else:
    AnyField = Field


def models() -> list[type[Model]]:
    """The project's own models, by app from the ground up, then by place in their module."""
    own = (config for config in apps.get_app_configs() if config.name.startswith("maillon."))
    return [model for config in own for model in config.get_models()]


def diagram(shown: Iterable[type[Model]]) -> Iterator[str]:
    """A mermaid entity diagram: one line per reference, from the model that holds it."""
    chosen = list(shown)
    yield "```mermaid"
    yield "erDiagram"
    for model in chosen:
        for field in _references(model):
            target = field.related_model
            if target in chosen:
                yield f'    {target.__name__} {_ends(field)} {model.__name__} : "{field.name}"'
    yield "```"


def tables(shown: Iterable[type[Model]]) -> Iterator[str]:
    """One heading per app, one table row per model."""
    app = ""
    for model in shown:
        if model._meta.app_label != app:
            app = model._meta.app_label
            yield from ("", f"## {app}", "", "| model | what it is | fields |", "| --- | --- | --- |")
        fields = ", ".join(_name(field) for field in model._meta.local_fields)
        yield f"| **{model.__name__}** | {_meaning(model)} | {fields} |"


def part() -> str:
    """The generated part of the page."""
    shown = models()
    return "\n".join([*diagram(shown), *tables(shown)])


def main(arguments: list[str]) -> int:
    """Rewrites the page, or checks it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maillon.config.settings.test")
    django.setup()
    return command(PAGE, part, arguments)


def _references(model: type[Model]) -> Iterator[Any]:
    fields = (*model._meta.local_fields, *model._meta.local_many_to_many)
    return (field for field in fields if isinstance(field, ForeignKey | ManyToManyField))


def _ends(field: AnyField) -> str:
    if isinstance(field, ManyToManyField):
        return "}o--o{"
    near = "o|" if field.null else "||"
    return f"{near}--o|" if isinstance(field, OneToOneField) else f"{near}--o{{"


def _name(field: AnyField) -> str:
    kind = f" → {field.related_model.__name__}" if isinstance(field, ForeignKey) else ""
    return f"{field.name}{kind}{'?' if field.null else ''}"


def _meaning(model: type[Model]) -> str:
    return " ".join((model.__doc__ or "").split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
