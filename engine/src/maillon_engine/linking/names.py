"""Which texts name the same identity, by Splink (Linacre et al., International Journal of Population Data Science 7,
2022) on the model of Fellegi and Sunter (Journal of the American Statistical Association 64, 1969).

Nothing is trained: a batch has no pairs that are known to agree, and what is trained on one would not say the same on
the next. The chances are fixed and written here; a name that is frequent in the batch says less (Winkler 1989).
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple

import pyarrow as pa

# The columns of records beside `id`. `born` is a year as text.
FIELDS = ("given", "surname", "nickname", "stem", "commune", "born")
RECORDS = pa.schema([pa.field("id", pa.string(), nullable=False), *((name, pa.string()) for name in FIELDS)])
NAMES = pa.schema([pa.field("id", pa.string(), nullable=False), ("value", pa.string()), ("why", pa.string())])


class _Chances(NamedTuple):
    """How likely two records agree in a field (exactly, nearly, not at all) when they are of one person, and of two."""

    label: str
    same: tuple[float, ...]
    other: tuple[float, ...]


# Errors of typing leave nine in ten names as they are (Winkler, "Overview of record linkage", U.S. Census Bureau 2006).
# Two strangers share a given name in one pair of a hundred, a surname in one of a thousand (INSEE, fichier des prénoms,
# fichier des noms: the sum of squared shares). A batch comes from one region: a commune says less than in the country.
_MODEL: Mapping[str, _Chances] = {
    "given": _Chances("prénom", (0.9, 0.07, 0.03), (0.01, 0.01, 0.98)),
    "surname": _Chances("nom", (0.9, 0.07, 0.03), (0.001, 0.002, 0.997)),
    "nickname": _Chances("surnom", (0.8, 0.2), (0.005, 0.995)),
    "stem": _Chances("racine du compte", (0.7, 0.3), (0.002, 0.998)),
    "commune": _Chances("commune", (0.6, 0.4), (0.05, 0.95)),
    "born": _Chances("année de naissance", (0.9, 0.1), (0.03, 0.97)),
}
_SPELLED = frozenset({"given", "surname"})
# How near two spellings are to be one (Jaro and Winkler).
_NEAR = 0.92
# One pair in ten thousand is of one person; in a larger batch, one pair for each record.
_PRIOR = 1e-4
# Among fewer records a name is not as frequent as it looks.
_LEAST_RECORDS = 1024
# Of a hundred ties by name at most five are wrong where the model holds: none of them counts.
_LEAST = 0.95
_BLOCKS = (
    ("given", "surname"), ("surname", "born"), ("surname", "commune"), ("given", "born"),
    ("given", "stem"), ("given", "nickname"),
)  # fmt: skip


def available() -> bool:
    """Whether Splink is installed (the extra `names`)."""
    return find_spec("splink") is not None


def compared(records: pa.Table) -> pa.Table:
    """The table NAMES of RECORDS: the texts that name the same identity as another, with one value for each identity
    and a French sentence that says why.

    The value is a digest of the record that leads the group, never the name. Nobody joins through a third. Raises
    ImportError where Splink is not installed.
    """
    distinct, texts = _distinct(records)
    groups = _groups(_pairs(distinct))
    rows = [
        (text, _value(distinct[leader]), why)
        for leader, members in groups
        for one, why in members
        for text in texts[one]
    ]
    rows += [(text, _value(record), _SAME) for record, ids in _repeated(distinct, texts, groups) for text in ids]
    columns = list(zip(*sorted(rows), strict=True)) or [()] * len(NAMES)
    return pa.Table.from_arrays([pa.array(column, pa.string()) for column in columns], schema=NAMES)


_SAME = "identité écrite de même"
_Record = tuple[str | None, ...]


def _distinct(records: pa.Table) -> tuple[list[_Record], dict[int, list[str]]]:
    """The different records, and the texts of each: somebody who posts a thousand times is compared once."""
    texts: defaultdict[_Record, list[str]] = defaultdict(list)
    for row in records.to_pylist():
        texts[tuple(row[name] for name in FIELDS)].append(row["id"])
    ordered = sorted(texts, key=lambda record: tuple(field or "" for field in record))
    return ordered, {number: sorted(texts[record]) for number, record in enumerate(ordered)}


def _repeated(
    distinct: list[_Record], texts: Mapping[int, list[str]], groups: list[tuple[int, list[tuple[int, str]]]]
) -> Iterator[tuple[_Record, list[str]]]:
    """Records of several texts that agree with no other record, where they say as much as a match does."""
    grouped = {one for _, members in groups for one, _ in members}
    for number, ids in texts.items():
        if number not in grouped and len(ids) > 1 and _told(distinct[number]) >= 3:
            yield distinct[number], ids


def _told(record: _Record) -> int:
    return sum(field is not None for field in record)


def _value(record: _Record) -> str:
    return hashlib.blake2b("|".join(field or "" for field in record).encode(), digest_size=8).hexdigest()


def _pairs(distinct: list[_Record]) -> list[Mapping[str, Any]]:
    """The pairs that Splink finds likely enough, with what each field says."""
    if len(distinct) < 2:
        return []
    splink = import_module("splink")
    database = import_module("splink.internals.duckdb.database_api").DuckDBAPI()
    columns = {name: [record[place] for record in distinct] for place, name in enumerate(FIELDS)}
    table = pa.table(
        {"unique_id": list(range(len(distinct))), **columns},
        schema=pa.schema([("unique_id", pa.int64()), *((name, pa.string()) for name in FIELDS)]),
    )
    linker = splink.Linker(database.register(table), _settings(splink, len(distinct)), log_level=None)
    for name in sorted(_SPELLED):
        lookup = pa.Table.from_pylist(list(_frequencies(name, columns[name])))
        linker.table_management.register_term_frequency_lookup(database.register(lookup), name)
    found: list[Mapping[str, Any]] = linker.inference.predict(threshold_match_probability=_LEAST).as_record_list()
    return found


def _frequencies(name: str, values: list[str | None]) -> Iterator[dict[str, Any]]:
    """How often a spelling is found: at least as often as two strangers share one, more where the batch says so."""
    least = _MODEL[name].other[0]
    for value, count in sorted(Counter(value or "" for value in values).items()):
        yield {name: value, f"tf_{name}": max(least, count / max(len(values), _LEAST_RECORDS))}


def _settings(splink: Any, records: int) -> Any:
    library = import_module("splink.comparison_library")
    comparisons = []
    for name, chances in _MODEL.items():
        shape = library.JaroWinklerAtThresholds(name, [_NEAR]) if name in _SPELLED else library.ExactMatch(name)
        comparisons.append(
            shape.configure(
                term_frequency_adjustments=name in _SPELLED,
                m_probabilities=list(chances.same),
                u_probabilities=list(chances.other),
            )
        )
    return splink.SettingsCreator(
        link_type="dedupe_only",
        comparisons=comparisons,
        blocking_rules_to_generate_predictions=[splink.block_on(*fields) for fields in _BLOCKS],
        probability_two_random_records_match=min(_PRIOR, 1 / records),
        retain_matching_columns=True,
        retain_intermediate_calculation_columns=True,
    )


def _groups(pairs: list[Mapping[str, Any]]) -> list[tuple[int, list[tuple[int, str]]]]:
    """(leader, members with why) of each group; the leader is its own member. Who agrees with most leads."""
    partners: defaultdict[int, dict[int, Mapping[str, Any]]] = defaultdict(dict)
    for pair in pairs:
        one, two = pair["unique_id_l"], pair["unique_id_r"]
        partners[one][two] = partners[two][one] = pair
    free, groups = set(partners), []
    for leader in sorted(partners, key=lambda one: (-len(partners[one]), one)):
        others = sorted(free & partners[leader].keys()) if leader in free else []
        if others:
            free -= {leader, *others}
            said = [(one, _why(partners[leader][one])) for one in others]
            groups.append((leader, [(leader, said[0][1]), *said]))
    return groups


def _why(pair: Mapping[str, Any]) -> str:
    """« nom identique (+9,8 bits), commune différente (-1,2 bits) », the strongest first; no value is quoted."""
    said = []
    for name, chances in _MODEL.items():
        level = pair[f"gamma_{name}"]
        if level >= 0:
            bits = pair[f"mw_{name}"] + (pair.get(f"mw_tf_adj_{name}") or 0.0)
            said.append((-bits, f"{chances.label} {_agreement(name, level)} ({bits:+.1f} bits)".replace(".", ",")))
    return ", ".join(text for _, text in sorted(said))


def _agreement(name: str, level: int) -> str:
    if level == 0:
        return "différent" + ("e" if name in {"stem", "commune", "born"} else "")
    return "proche" if name in _SPELLED and level == 1 else "identique"
