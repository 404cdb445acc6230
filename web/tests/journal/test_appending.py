"""Lines are appended with every column there is."""

from uuid import uuid4

import pytest

from maillon.journal.appending import append
from maillon.journal.models import Line
from tests.journal.factories import AT


@pytest.mark.django_db
def test_no_column_of_a_line_is_left_out():
    told = {
        "id": uuid4(),
        "chain_id": 3,
        "position": 1,
        "at": AT,
        "action": "transmitted",
        "member_id": uuid4(),
        "organisation_id": uuid4(),
        "subject_kind": "report",
        "subject_id": uuid4(),
        "recipient_organisation_id": uuid4(),
        "reason": "cpp_40",
        "details": {"by": "code"},
        "digest": b"d" * 32,
    }
    assert told.keys() == {field.attname for field in Line._meta.concrete_fields}
    append([Line(**told)])
    stored = Line.objects.values().get()
    assert {**stored, "digest": bytes(stored["digest"])} == told
