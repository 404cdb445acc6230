from scripts import generated, rights
from scripts.generated import renewed
from scripts.rights import PAGE, abilities, addresses, part
from tests.rights.relations import Row


def test_the_page_is_current():
    page = PAGE.read_text("utf-8")
    assert renewed(page, part()) == page


def test_a_changed_matrix_is_seen(monkeypatch, tmp_path, capsys):
    copy = tmp_path / "rights.md"
    copy.write_text(PAGE.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(generated, "PROJECT", tmp_path)
    monkeypatch.setattr(rights, "rows", lambda: [Row("pro:planted", "readers", ("GET",))])
    assert generated.command(copy, part, ["--check"]) == 1
    assert "make docs" in capsys.readouterr().out
    assert generated.command(copy, part, []) == 0
    assert "pro:planted" in copy.read_text("utf-8")


def test_each_address_says_what_each_relation_gets():
    line = next(line for line in addresses() if "`pro:transmission_close`" in line)
    assert line.count("| yes ") == 2
    assert line.count("| sign in ") == 2


def test_nobody_else_may_anything():
    others = [line for line in abilities() if "| anybody else |" in line]
    assert len(others) == 7
    assert all(line.endswith("| · |") for line in others)
