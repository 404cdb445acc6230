from django.db import models

from maillon.base.models import Instance
from maillon.reports.models import Draft, Report
from scripts import generated
from scripts.data_model import PAGE, diagram, part, tables
from scripts.data_model import models as shown
from scripts.generated import renewed


def test_every_model_of_the_project_is_on_the_page():
    page = PAGE.read_text("utf-8")
    assert all(f"**{model.__name__}**" in page for model in shown())


def test_the_page_is_current():
    page = PAGE.read_text("utf-8")
    assert renewed(page, part()) == page


def test_a_changed_model_is_seen(monkeypatch, tmp_path, capsys):
    copy = tmp_path / "data-model.md"
    copy.write_text(PAGE.read_text("utf-8"), "utf-8")
    monkeypatch.setattr(generated, "PROJECT", tmp_path)
    field = models.TextField()
    field.set_attributes_from_name("planted")
    monkeypatch.setattr(Instance._meta, "local_fields", [*Instance._meta.local_fields, field])
    assert generated.command(copy, part, ["--check"]) == 1
    assert "make docs" in capsys.readouterr().out
    assert generated.command(copy, part, []) == 0
    assert "planted" in copy.read_text("utf-8")
    assert generated.command(copy, part, ["--check"]) == 0


def test_a_reference_is_one_arrow_from_its_target():
    drawn = list(diagram([Draft, Draft.author.field.related_model]))
    assert '    Membership ||--o{ Draft : "author"' in drawn


def test_what_may_be_missing_is_marked():
    row = next(line for line in tables([Report]) if "**Report**" in line)
    assert "identity → SealedItem?" in row
