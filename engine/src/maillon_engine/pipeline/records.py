"""JSON files about a run: written whole or not at all, the same bytes for the same content."""

import json
import os
from pathlib import Path
from typing import Any


def write_json(path: Path, content: Any) -> None:
    """Writes the content with its keys in order; the file takes its name once it is whole and on the disk."""
    draft = path.with_name(f".{path.name}.part")
    with draft.open("w", encoding="utf-8") as stream:
        json.dump(content, stream, ensure_ascii=False, indent=2, sort_keys=True)
        stream.write("\n")
        stream.flush()
        os.fsync(stream.fileno())
    draft.replace(path)


def read_json(path: Path) -> dict[str, Any] | None:
    """The object in a file; None where there is no file, or something else in it."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
