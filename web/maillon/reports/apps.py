from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "maillon.reports"

    def ready(self) -> None:
        """Listens to the accounts: what a leaver had in hand goes back to her colleagues."""
        from maillon.accounts.events import MembershipEnded  # noqa: PLC0415 - models exist only from here on
        from maillon.base.events import subscribe  # noqa: PLC0415
        from maillon.reports.handlers import free_assignments  # noqa: PLC0415

        subscribe(MembershipEnded, free_assignments)
