from django.apps import AppConfig


class ExitsConfig(AppConfig):
    name = "maillon.exits"

    def ready(self) -> None:
        """Keeps cases open while a path is, and listens to their ends."""
        from maillon.base.events import subscribe  # noqa: PLC0415 - models exist only from here on
        from maillon.cases import hooks  # noqa: PLC0415
        from maillon.cases.events import CaseConsentWithdrawn, CaseErased  # noqa: PLC0415
        from maillon.exits.handlers import erase, keep_open, take_back  # noqa: PLC0415

        hooks.register(keep_open)
        subscribe(CaseErased, erase)
        subscribe(CaseConsentWithdrawn, take_back)
