"""A PDF made anew of its pages alone: no image, script, form, link, note, attached file or hidden description.

Image streams become empty forms, so that what draws them still finds something; inline images are cut out. What is made
is read again and refused if anything of that is still in it.
"""

import logging
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    ContentStream,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    PdfObject,
    StreamObject,
)

from maillon.cases.documents.walking import dictionaries, resolved
from maillon.cases.refusals import Encrypted, NotAPdf, NoTextLeft, TooLarge

# What it stumbles over is logged by pypdf with a piece of the file: nothing of a document may stand in a log.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

LARGEST = 10 * 1024 * 1024
MOST_PAGES = 200
# Fewer letters and digits than this is a stamp on a scan, not a text.
_FEWEST = 20
_START = b"%PDF-"
# What runs, leads away, hides or carries something, wherever it stands.
FORBIDDEN = frozenset(
    {
        "/AA",
        "/AF",
        "/AcroForm",
        "/Annots",
        "/EF",
        "/EmbeddedFiles",
        "/JS",
        "/JavaScript",
        "/Metadata",
        "/Names",
        "/OpenAction",
        "/Outlines",
        "/PieceInfo",
        "/RichMediaContent",
        "/Thumb",
        "/XFA",
    }
)
# Of a page, nothing but what shows it. `/B` and `/Tabs` would lead to what is taken away.
_OF_A_PAGE = frozenset(
    {"/Type", "/Contents", "/Resources", "/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group", "/Parent"}
)


@dataclass(frozen=True)
class Cleaned:
    """A PDF as it may be kept: its bytes, how many pages, and how many images were taken out of it."""

    data: bytes = field(repr=False)
    pages: int
    images: int


def clean(data: bytes) -> Cleaned:
    """The PDF made anew. Raises TooLarge, NotAPdf, Encrypted, or NoTextLeft where it was images alone."""
    if len(data) > LARGEST:
        raise TooLarge
    if not data.lstrip()[:5] == _START:
        raise NotAPdf
    try:
        return _cleaned(data)
    except (TooLarge, Encrypted, NoTextLeft, NotAPdf):
        raise
    except Exception:  # noqa: BLE001 - whatever a hostile file makes the parser stumble over, it is no PDF for us
        raise NotAPdf from None


def _cleaned(data: bytes) -> Cleaned:
    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted:
        raise Encrypted
    if len(reader.pages) > MOST_PAGES:
        raise TooLarge
    if not reader.pages:
        raise NotAPdf
    taken = sum(_strip(page) for page in reader.pages)
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = None
    made = BytesIO()
    writer.write(made)
    return Cleaned(_checked(made.getvalue()), len(reader.pages), taken)


def _checked(data: bytes) -> bytes:
    """The bytes, read again. Raises NotAPdf where something forbidden is left, NoTextLeft where no text is."""
    reader = PdfReader(BytesIO(data))
    for found in dictionaries(reader.trailer):
        if FORBIDDEN & found.keys() or is_image(found):
            raise NotAPdf
    letters = sum(char.isalnum() for page in reader.pages for char in page.extract_text())
    if letters < _FEWEST:
        raise NoTextLeft
    return data


def is_image(found: PdfObject | None) -> bool:
    """Whether a stream is a picture, whatever it is called."""
    return isinstance(found, StreamObject) and (
        found.get("/Subtype") == "/Image" or ("/Width" in found and "/Height" in found)
    )


def _strip(page: DictionaryObject) -> int:
    """Takes everything forbidden out of one page and what it draws; says how many images that were."""
    for name in [name for name in page if name not in _OF_A_PAGE]:
        del page[name]
    taken = 0
    for found in list(dictionaries(page, leaving=("/Parent",))):
        for name in FORBIDDEN & found.keys():
            del found[name]
        taken += _empty_images(found)
    return taken + _cut_inline(page)


def _empty_images(found: DictionaryObject) -> int:
    """Puts an empty form where this dictionary names an image, or anything to be drawn that is no form."""
    names = [name for name, value in found.items() if is_image(resolved(value))]
    for name in names:
        found[NameObject(name)] = _nothing()
    drawn = resolved(found.raw_get("/XObject")) if "/XObject" in found else None
    if not isinstance(drawn, DictionaryObject):
        return len(names)
    others = [name for name, value in drawn.items() if not _is_form(resolved(value))]
    for name in others:
        drawn[NameObject(name)] = _nothing()
    return len(names) + len(others)


def _is_form(found: PdfObject | None) -> bool:
    return isinstance(found, StreamObject) and found.get("/Subtype") == "/Form" and not is_image(found)


def _nothing() -> StreamObject:
    form = DecodedStreamObject()
    form.set_data(b"")
    form[NameObject("/Type")] = NameObject("/XObject")
    form[NameObject("/Subtype")] = NameObject("/Form")
    form[NameObject("/BBox")] = ArrayObject([FloatObject(0)] * 4)
    return form


def _cut_inline(page: DictionaryObject) -> int:
    """Cuts the images out that stand inside drawing instructions; says how many."""
    taken = 0
    for holder, name in list(_instructions(page)):
        stream = ContentStream(resolved(holder[name]), None)
        kept = [operation for operation in stream.operations if operation[1] != b"INLINE IMAGE"]
        cut = len(stream.operations) - len(kept)
        if cut:
            stream.operations = kept
            holder[NameObject(name)] = _same(resolved(holder[name]), stream.get_data())
        taken += cut
    return taken


def _same(old: PdfObject | None, data: bytes) -> StreamObject:
    """A stream with this data and everything else that the old one said of itself."""
    new = DecodedStreamObject()
    if isinstance(old, DictionaryObject):
        new.update({name: value for name, value in old.items() if name not in {"/Filter", "/DecodeParms", "/Length"}})
    new.set_data(data)
    return new


def _instructions(page: DictionaryObject) -> Iterator[tuple[DictionaryObject, str]]:
    """Where drawing instructions hang: the page's own, forms, tiles and letters that are drawn."""
    if "/Contents" in page:
        yield page, "/Contents"
    for found in dictionaries(page, leaving=("/Parent",)):
        for name, value in found.items():
            stream = resolved(value)
            if isinstance(stream, StreamObject) and _draws(stream, found, name):
                yield found, name


def _draws(stream: StreamObject, holder: DictionaryObject, name: str) -> bool:
    if name == "/Contents":
        return False
    return stream.get("/Subtype") == "/Form" or stream.get("/PatternType") == 1 or _is_letter(holder)


def _is_letter(holder: DictionaryObject) -> bool:
    # The letters of a drawn font are named by it alone, in a dictionary of nothing but streams.
    return bool(holder) and all(isinstance(resolved(value), StreamObject) for value in holder.values())
