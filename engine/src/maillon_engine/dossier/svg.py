"""The smallest drawing kit that the pictures need: numbers are rounded, text is escaped."""

from collections.abc import Iterable
from html import escape

from markupsafe import Markup


def tag(name: str, content: str = "", **attributes: object) -> str:
    """One element; `class_` is the attribute class, other underscores become hyphens."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_shown(value))}"' for key, value in attributes.items()
    )
    return f"<{name}{said}>{content}</{name}>" if content else f"<{name}{said}/>"


def words(x: float, y: float, text: str, **attributes: object) -> str:
    """Text at a place."""
    return tag("text", escape(text), x=x, y=y, **attributes)


def picture(width: float, height: float, label: str, parts: Iterable[str]) -> Markup:
    """A whole picture with its name for those who do not see it; everything in it is escaped already."""
    inner = tag("title", escape(label)) + "".join(parts)
    box = f"0 0 {_shown(width)} {_shown(height)}"
    return Markup(tag("svg", inner, xmlns="http://www.w3.org/2000/svg", viewBox=box, role="img"))  # noqa: S704 - built by `tag`


def _shown(value: object) -> str:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)
