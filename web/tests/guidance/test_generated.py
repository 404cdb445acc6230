"""What is written from the data is current, and the check notices when it is not."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from maillon.guidance import catalogue, documents
from maillon.guidance.management.commands import guidance_docs, guidance_messages
from maillon.guidance.rulebook import load


@pytest.mark.parametrize("command", ["guidance_messages", "guidance_docs"])
def test_it_is_current(command):
    call_command(command, check=True)


@pytest.mark.parametrize("module", [guidance_messages, guidance_docs])
def test_what_is_stale_is_noticed_then_written(module, tmp_path, monkeypatch, capsys):
    kept = {tmp_path / "kept.md": "new\n", tmp_path / "deep" / "other.md": "text\n"}
    (tmp_path / "kept.md").write_text("old\n", encoding="utf-8")
    monkeypatch.setattr(module.Command, "files", lambda self: kept)
    with pytest.raises(CommandError, match=r"not current: kept\.md, other\.md"):
        call_command(module.Command(), check=True)
    assert (tmp_path / "kept.md").read_text("utf-8") == "old\n"
    call_command(module.Command())
    assert {path: path.read_text("utf-8") for path in kept} == kept
    assert "written: kept.md" in capsys.readouterr().out
    call_command(module.Command(), check=True)


def test_every_text_stands_in_one_module():
    written = "".join(catalogue.modules(load()).values())
    for name in catalogue.SHOWN:
        for text in catalogue.texts(name, load()):
            assert written.count(f'"{text}"') == 1


def test_the_pages_name_every_source_rule_and_number():
    sources, rules = documents.pages(load()).values()
    assert all(f"`{code}`" in sources for code in load().sources)
    assert all(f"### `{code}`" in rules for code in load().rows)
    assert all(f"## {code} " in rules for code in load().rules)
    assert all(contact.name in sources for contact in load().contacts.values())


def test_the_check_of_expiries_fails_on_the_day(capsys):
    call_command("guidance_check", on=date(2027, 5, 22))
    assert "nothing has expired on 2027-05-22" in capsys.readouterr().out
    with pytest.raises(CommandError, match=r"sp_f33954: expired on 2027-05-23"):
        call_command("guidance_check", on=date(2027, 5, 23))
