"""Writes which field of HTCDS 2.0 is filled from what into docs/reference/htcds.md."""

import os
import sys
from collections.abc import Iterator

import django

from scripts.generated import command
from scripts.tree import PROJECT

PAGE = PROJECT / "docs" / "reference" / "htcds.md"


def part() -> str:
    """The generated part of the page."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    from maillon.cases.htcds import Section, fields_of_standard  # noqa: PLC0415 - Django must be set up first

    fields = fields_of_standard()
    held = sum(field.is_held for field in fields)
    yield from (f"Of {len(fields)} fields, {held} are filled from a case; the others are there and empty.", "")
    for section in Section:
        yield from (f"## {section.value.capitalize()}", "", "| field | level | filled from | left empty because |")
        yield "| --- | --- | --- | --- |"
        for field in fields:
            if field.section is section:
                yield f"| `{field.name}` | {field.level} | {field.source or '·'} | {field.why_not or '·'} |"
        yield ""


def main(arguments: list[str]) -> int:
    """Rewrites the page, or checks it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "maillon.config.settings.test")
    django.setup()
    return command(PAGE, part, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
