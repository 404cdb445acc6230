"""What an administrator runs, and what it answers."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from maillon.journal.management.commands.verify_journal import describe
from maillon.journal.models import Chain, Line
from maillon.journal.rules import Finding, Trouble
from tests.journal.emptying import triggers_off
from tests.journal.factories import write

pytestmark = pytest.mark.django_db


def verify(*arguments):
    out, err = StringIO(), StringIO()
    try:
        call_command("verify_journal", *arguments, stdout=out, stderr=err)
    except CommandError as error:
        return error.returncode, f"{err.getvalue()}{error}"
    return 0, out.getvalue()


def test_a_whole_journal_is_said_to_be_whole():
    write(2, 3)
    assert verify() == (0, "Le journal est intact : 3 lignes.\n")


def test_each_anomaly_is_named_with_its_line_and_the_status_is_not_zero():
    write(2, 3)
    with triggers_off():
        Line.objects.filter(chain_id=2, position=2).update(reason="other")
    status, said = verify()
    assert status == 1
    assert "Chaîne 2, ligne 2 :" in said
    assert "1 anomalies" in said


def test_an_anchor_finds_a_chain_put_back(tmp_path):
    write(2, 3)
    before = Chain.objects.get(pk=2)
    write(2, 2)
    anchor = tmp_path / "anchor.json"
    call_command("anchor_journal", anchor, stdout=StringIO())
    assert verify("--anchor", anchor)[0] == 0
    with triggers_off():
        Line.objects.filter(chain_id=2, position__gt=3).delete()
        before.save()
    assert verify()[0] == 0
    status, said = verify("--anchor", anchor)
    assert status == 1
    assert "Chaîne 2, ligne 4 :" in said


def test_an_anchor_is_never_overwritten(tmp_path):
    anchor = tmp_path / "anchor.json"
    call_command("anchor_journal", anchor, stdout=StringIO())
    written = anchor.read_text()
    with pytest.raises(CommandError, match=r"anchor\.json"):
        call_command("anchor_journal", anchor, stdout=StringIO())
    assert anchor.read_text() == written


@pytest.mark.parametrize("content", [None, b"{}", b"\xff\xfe"])
def test_what_is_no_anchor_is_refused(tmp_path, content):
    anchor = tmp_path / "anchor.json"
    if content is not None:
        anchor.write_bytes(content)
    status, said = verify("--anchor", anchor)
    assert status == 1
    assert "ancrage" in said


def test_every_trouble_has_its_sentence():
    said = {describe(Finding(0, 1, trouble)) for trouble in Trouble}
    assert len(said) == len(Trouble)
