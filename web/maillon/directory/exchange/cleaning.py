"""Text as it may be stored: one kind of line break, no control character, nothing around it."""

import re
import unicodedata

# What XML and PostgreSQL can't hold, and what only confuses; line feeds and tabs stay.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile(r"\r\n?|\u2028|\u2029")


def clean(text: str) -> str:
    """The text in composed characters (NFC), with `\\n` between lines. Cleaning twice changes nothing more."""
    # Nearly every value of a large file, and a fraction of the time.
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _CONTROL.sub("", _BREAKS.sub("\n", text))
    return unicodedata.normalize("NFC", text).strip()


def shortened(value: object, length: int = 80) -> str:
    """How a value is quoted in a report."""
    text = clean(str(value))
    return text if len(text) <= length else f"{text[: length - 1]}…"
