"""The style sheet inside the page, for a door that has to stand on the screen after one answer of a slow network."""

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class InlineStyle:
    """The style sheet's text, and the sources that allow exactly this text and no other inside a page."""

    text: str = ""
    allowed: tuple[str, ...] = ()


def inline_style(sheet: Path) -> InlineStyle:
    """The built style sheet, by its digest; empty where it has not been built, and pages link to it instead."""
    if not sheet.is_file():
        return InlineStyle()
    text = sheet.read_text(encoding="utf-8").strip()
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return InlineStyle(text, (f"'sha256-{digest}'",))
