"""Every dictionary of a PDF that can be reached from one of its objects."""

from collections.abc import Collection, Iterator

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject


def resolved(found: object) -> PdfObject | None:
    """What a reference points at, or the object itself; None for what points at nothing."""
    if isinstance(found, IndirectObject):
        return found.get_object()
    return found if isinstance(found, PdfObject) else None


def dictionaries(root: PdfObject, *, leaving: Collection[str] = ()) -> Iterator[DictionaryObject]:
    """Each dictionary, streams included, once; what hangs on names in `leaving` is not followed."""
    seen: set[int] = set()
    ahead: list[object] = [root]
    while ahead:
        found = resolved(ahead.pop())
        if found is None or id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, DictionaryObject):
            yield found
            # Without `raw`, a dictionary gives what its references point at.
            ahead += [found.raw_get(name) for name in found if name not in leaving]
        elif isinstance(found, ArrayObject):
            ahead += list(found)
