"""Values written into queries."""

from collections.abc import Iterable


def texts(values: Iterable[str]) -> str:
    """Texts as a list for IN: 'a', 'b'."""
    return ", ".join(text(one) for one in values)


def text(value: str) -> str:
    """A text. Raises ValueError for a backslash, which engines do not read alike."""
    if "\\" in value:
        message = "A backslash means one thing to DuckDB and another to Spark."
        raise ValueError(message)
    return "'" + value.replace("'", "''") + "'"


def double(value: float) -> str:
    """A number in double precision: without an exponent both engines would take it for a decimal."""
    return f"{float(value)!r}e0" if "e" not in repr(float(value)) else repr(float(value))
