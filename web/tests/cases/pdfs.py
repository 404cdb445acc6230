"""PDFs as people bring them, and as nobody should: made here, byte for byte."""

from io import BytesIO

from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

WORDS = "Une attestation inventee pour les essais"
PIXELS = b"PIXELS-OF-A-FACE-0123456789"
PAYLOAD = b"PAYLOAD-THAT-RUNS-9876543210"


def stream(data: bytes, **names: object) -> DecodedStreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    for name, value in names.items():
        made[NameObject(f"/{name}")] = value
    return made


def picture() -> StreamObject:
    return stream(
        PIXELS,
        Type=NameObject("/XObject"),
        Subtype=NameObject("/Image"),
        Width=NumberObject(3),
        Height=NumberObject(3),
        BitsPerComponent=NumberObject(8),
        ColorSpace=NameObject("/DeviceRGB"),
    )


def form(data: bytes, writer: PdfWriter, **resources: object) -> object:
    held = DictionaryObject({NameObject(f"/{name}"): value for name, value in resources.items()})
    return writer._add_object(
        stream(
            data,
            Type=NameObject("/XObject"),
            Subtype=NameObject("/Form"),
            BBox=ArrayObject([FloatObject(n) for n in (0, 0, 9, 9)]),
            Resources=DictionaryObject({NameObject("/XObject"): held}),
        )
    )


INLINE = b"q 9 0 0 9 0 0 cm BI /W 3 /H 3 /BPC 8 /CS /RGB ID " + PIXELS + b" EI Q\n"


def page_with(writer: PdfWriter, content: bytes, xobjects: dict[str, object] | None = None) -> DictionaryObject:
    page = writer.add_blank_page(width=300, height=300)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Resources")] = DictionaryObject(
        {
            NameObject("/Font"): DictionaryObject({NameObject("/F1"): font}),
            NameObject("/XObject"): DictionaryObject(
                {NameObject(f"/{name}"): value for name, value in (xobjects or {}).items()}
            ),
        }
    )
    page[NameObject("/Contents")] = writer._add_object(stream(content))
    return page


def text(words: str = WORDS) -> bytes:
    return f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET\n".encode()


def written(writer: PdfWriter) -> bytes:
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


def plain(words: str = WORDS) -> bytes:
    writer = PdfWriter()
    page_with(writer, text(words))
    return written(writer)


def hostile() -> bytes:
    """Text, and around it all that must not come in: three pictures, scripts, a form, a link, attached files."""
    writer = PdfWriter()
    inner = form(b"/Im0 Do\n" + INLINE, writer, Im0=writer._add_object(picture()))
    content = text() + INLINE + b"q /Im1 Do Q /Fm1 Do\n"
    page = page_with(writer, content, {"Im1": writer._add_object(picture()), "Fm1": inner})
    writer.add_attachment("photo.jpg", PAYLOAD)
    writer._root_object[NameObject("/OpenAction")] = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject(PAYLOAD.decode())}
    )
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url="https://example.invalid/" + PAYLOAD.decode()))
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): TextStringObject(PAYLOAD.decode())})
    page[NameObject("/Thumb")] = writer._add_object(picture())
    page[NameObject("/Metadata")] = writer._add_object(stream(PAYLOAD))
    writer.add_metadata({"/Author": PAYLOAD.decode()})
    return written(writer)


def scanned() -> bytes:
    """A photograph of a page."""
    writer = PdfWriter()
    page_with(writer, b"q 300 0 0 300 0 0 cm /Im1 Do Q\n", {"Im1": writer._add_object(picture())})
    return written(writer)


def locked() -> bytes:
    writer = PdfWriter()
    page_with(writer, text())
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


def words_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
