"""Days that go by: nobody can wait five of them for a meeting, nor four months for the end of what was granted.

The product has no clock that could be set. So what happened so far at one préfecture is moved into the past instead, in
the product's own tables: from then on its pages, its rules and the people of the walk are that many days later.
"""

import psycopg

from tests.journeys.product import Product

_HERE = "(SELECT id FROM directory_organisation WHERE name = %(prefecture)s)"
_PATHS = f"(SELECT id FROM exits_path WHERE prefecture_id = {_HERE})"
_COMMISSION = f"(SELECT id FROM commission_commission WHERE prefecture_id = {_HERE})"
# Every day and moment that the rules of the path and of the commission look at.
_MOVED = (
    ("exits_path", ("started_at", "from_on", "until_on", "told_on"), f"prefecture_id = {_HERE}"),
    (
        "exits_request",
        (
            *("created_at", "agreed_at", "submitted_at", "opinion_on", "decided_on"),
            *("from_on", "until_on", "ended_at"),
        ),
        f"path_id IN {_PATHS}",
    ),
    ("exits_explained", ("explained_on", "written_at"), f"path_id IN {_PATHS}"),
    (
        "commission_session",
        ("held_at", "convoked_at", "opened_at", "files_shut_at", "ended_at", "minuted_at"),
        f"commission_id = {_COMMISSION}",
    ),
    (
        "commission_mandate",
        ("starts_on", "named_at", "pledged_at"),
        f"seat_id IN (SELECT id FROM commission_seat WHERE commission_id = {_COMMISSION})",
    ),
)


def go_by(product: Product, days: int, prefecture: str) -> None:
    """So many days later, for the paths and the commission of the préfecture of this name."""
    with psycopg.connect(product.database_url) as connection:
        # A day has 23 or 25 hours where the clocks of France change.
        connection.execute("SET TIME ZONE 'Europe/Paris'")
        for table, columns, where in _MOVED:
            moved = ", ".join(f"{column} = {column} - make_interval(days => %(days)s)" for column in columns)
            connection.execute(f"UPDATE {table} SET {moved} WHERE {where}", {"days": days, "prefecture": prefecture})
