"""Writes the data's texts as modules that makemessages reads."""

from pathlib import Path

from maillon import guidance
from maillon.guidance import catalogue, rulebook
from maillon.guidance.management.generating import GeneratingCommand


class Command(GeneratingCommand):
    help = "Writes the texts of the guidance's data for makemessages; --check fails when they are not current."

    def files(self) -> dict[Path, str]:
        folder = Path(guidance.__path__[0]) / "messages"
        return {folder / name: text for name, text in catalogue.modules(rulebook.load()).items()}
