"""Reduces the official JSON schema of an HSDS service to the table that Maillon carries, and says whether both agree.

    python -m scripts.hsds_structure service_with_definitions.json            (exit status 1 where they differ)
    python -m scripts.hsds_structure service_with_definitions.json --write

The file is `schema/compiled/service_with_definitions.json` of the specification's repository. Only structure is taken:
names, kinds, formats, closed lists, what is required, what contains what.
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from maillon.directory.exchange.formats.hsds_schema import PLAIN, STRUCTURE

Table = dict[str, Any]


def structure_of(official: Mapping[str, Any]) -> dict[str, Table]:
    """The table of a schema and of its definitions. Raises ValueError for what the table has no word for."""
    made = {"service": _object(official)}
    for name, schema in official["definitions"].items():
        made[name] = _object(schema)
    return made


def _object(schema: Mapping[str, Any]) -> Table:
    made: Table = {"required": schema.get("required", [])}
    for field, told in schema["properties"].items():
        if "$ref" in told:
            made.setdefault("one", {})[field] = _referred(told)
        elif told["type"] == "array":
            made.setdefault("many", {})[field] = _referred(told["items"])
        elif "enum" in told:
            made.setdefault("closed", {})[field] = told["enum"]
        else:
            made.setdefault(_kind(field, told), []).append(field)
    return made


def _referred(told: Mapping[str, Any]) -> str:
    return str(told["$ref"]).removeprefix("#/definitions/")


def _kind(field: str, told: Mapping[str, Any]) -> str:
    rules = {name: told[name] for name in ("type", "format", "pattern", "minimum", "maximum") if name in told}
    for kind, schema in PLAIN.items():
        if schema == rules:
            return kind
    msg = f"{field}: {rules}"
    raise ValueError(msg)


def lines(structure: Mapping[str, Table]) -> Iterator[str]:
    """The table as TOML."""
    for name, table in structure.items():
        yield f"\n[{name}]\n"
        for key in ("required", *PLAIN, "one", "many", "closed"):
            if key in table:
                yield f"{key} = {_value(table[key])}\n"


def _value(value: Any) -> str:
    # Names and codes are plain ASCII: what JSON writes of a text or a list of texts is TOML.
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{name} = {json.dumps(told)}" for name, told in value.items()) + " }"
    return json.dumps(value)


def main(arguments: list[str]) -> int:
    """Says where the official file and the table differ; with --write, rewrites the table under its first lines."""
    official = structure_of(json.loads(Path(arguments[0]).read_text("utf-8")))
    text = STRUCTURE.read_text("utf-8")
    if "--write" in arguments:
        STRUCTURE.write_text(text.partition("\n[")[0] + "".join(lines(official)), "utf-8")
        return 0
    ours = tomllib.loads(text)
    differing = [name for name in {*ours, *official} if ours.get(name) != official.get(name)]
    sys.stdout.writelines(f"{name} differs\n" for name in sorted(differing))
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
