"""Writes the reference pages about sources and rules."""

from pathlib import Path

from django.conf import settings

from maillon.guidance import documents, rulebook
from maillon.guidance.management.generating import GeneratingCommand


class Command(GeneratingCommand):
    help = "Writes docs/reference/legal-sources.md and routing-rules.md; --check fails when they are not current."

    def files(self) -> dict[Path, str]:
        folder = Path(settings.BASE_DIR).parents[1] / "docs" / "reference"
        return {folder / name: text for name, text in documents.pages(rulebook.load()).items()}
