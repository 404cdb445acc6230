"""Lines are appended by one statement that names every column there is."""

from maillon.journal import appending
from maillon.journal.models import Line


def test_no_column_of_a_line_is_left_out() -> None:
    assert set(appending._TYPES) == {field.column for field in Line._meta.concrete_fields}
