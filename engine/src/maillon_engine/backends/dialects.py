"""One query, each engine's way of writing it: sqlglot reads DuckDB's dialect and writes that of the engine."""

import re
from collections.abc import Mapping
from functools import lru_cache

import sqlglot
from sqlglot import exp

READ = "duckdb"
# Stands in a query for the name that a table has in the engine, which differs from run to run; the rest does not.
_MARK = "maillon_table_{}_here"
_MARKED = re.compile(r"\bmaillon_table_(\w+)_here\b")


def written(query: str, names: Mapping[str, str], dialect: str) -> str:
    """A query of DuckDB's dialect in another, its tables under other names.

    Raises KeyError for a table that is neither in `names` nor made by the query itself.
    """
    return _MARKED.sub(lambda found: names[found[1]], _marked(query, dialect))


@lru_cache(maxsize=256)
def _marked(query: str, dialect: str) -> str:
    tree = sqlglot.parse_one(query, read=READ)
    made = {part.alias for part in tree.find_all(exp.CTE)}
    for table in list(tree.find_all(exp.Table)):
        if table.name not in made:
            marked = exp.to_table(_MARK.format(table.name))
            renamed = exp.alias_(marked, table.alias or table.name, table=True)
            # A join hangs on the table that it begins with.
            renamed.set("joins", table.args.get("joins"))
            table.replace(renamed)
    return tree.sql(dialect=dialect)
