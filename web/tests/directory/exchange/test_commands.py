"""The commands say what they do on stdout, what is wrong on stderr, and fail when they fail."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from maillon.directory.models import Service
from tests.directory.exchange.invented import a_record, file_of
from tests.territories.factories import CommuneFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def communes():
    CommuneFactory()


def run(name, *arguments, **options):
    out, err = StringIO(), StringIO()
    failure = ""
    try:
        call_command(name, *arguments, stdout=out, stderr=err, **options)
    except CommandError as error:
        failure = str(error)
    return out.getvalue(), err.getvalue(), failure


def test_a_file_goes_in_and_out_again(tmp_path):
    (tmp_path / "a.csv").write_bytes(file_of(a_record()).read())
    told = {"source": "essai", "format": "csv"}
    out, err, failure = run("directory_import", tmp_path / "a.csv", dry_run=True, **told)
    assert ("added: 1" in out, err, failure, Service.objects.count()) == (True, "", "", 0)
    out, err, failure = run("directory_import", tmp_path / "a.csv", **told)
    assert ("Imported." in out, err, failure, Service.objects.count()) == (True, "", "", 1)
    assert run("directory_export", tmp_path / "b.csv", **told)[1:] == ("", "")
    assert (tmp_path / "b.csv").read_bytes() == (tmp_path / "a.csv").read_bytes()


def test_bad_lines_go_to_stderr_and_fail(tmp_path):
    (tmp_path / "a.csv").write_bytes(file_of(a_record(zone=("C99999",))).read())
    _out, err, failure = run("directory_import", tmp_path / "a.csv", source="essai", format="csv")
    assert "s1 zone" in err
    assert "C99999" in err
    assert failure == "Nothing was imported: 1 bad lines."
    assert not Service.objects.exists()


def test_files_that_are_not_there_or_there_already_fail(tmp_path):
    assert "can't be read" in run("directory_import", tmp_path / "none.csv", source="essai", format="csv")[2]
    (tmp_path / "b.csv").touch()
    assert "can't be written" in run("directory_export", tmp_path / "b.csv", format="csv")[2]
    (tmp_path / "a.csv").write_bytes(file_of(a_record()).read())
    assert run("directory_import", tmp_path / "a.csv", source=" ", format="csv")[2]
