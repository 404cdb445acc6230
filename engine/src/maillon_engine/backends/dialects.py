"""One query, each engine's way of writing it: sqlglot reads DuckDB's dialect and writes that of the engine."""

from collections.abc import Mapping
from functools import lru_cache

import sqlglot
from sqlglot import exp

READ = "duckdb"


def written(query: str, names: Mapping[str, str], dialect: str) -> str:
    """A query of DuckDB's dialect in another, its tables under other names.

    Raises KeyError for a table that is neither in `names` nor made by the query itself.
    """
    return _written(query, tuple(names.items()), dialect)


# Of two runs in one process the second asks the same, and gives its tables the same names.
@lru_cache(maxsize=256)
def _written(query: str, given: tuple[tuple[str, str], ...], dialect: str) -> str:
    names = dict(given)
    tree = _parsed(query).copy()
    made = {part.alias for part in tree.find_all(exp.CTE)}
    for table in list(tree.find_all(exp.Table)):
        if table.name not in made:
            renamed = exp.alias_(exp.to_table(names[table.name]), table.alias or table.name, table=True)
            # A join hangs on the table that it begins with.
            renamed.set("joins", table.args.get("joins"))
            table.replace(renamed)
    return tree.sql(dialect=dialect)


@lru_cache(maxsize=256)
def _parsed(query: str) -> exp.Expr:
    return sqlglot.parse_one(query, read=READ)
