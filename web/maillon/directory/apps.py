from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "maillon.directory"

    def ready(self) -> None:
        """Listens to the territories, which stand below the journal's readers."""
        from maillon.base.events import subscribe  # noqa: PLC0415 - models exist only from here on
        from maillon.directory.handlers import record_competence  # noqa: PLC0415
        from maillon.territories.events import CompetenceChanged  # noqa: PLC0415

        subscribe(CompetenceChanged, record_competence)
