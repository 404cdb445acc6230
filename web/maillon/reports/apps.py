from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "maillon.reports"

    def ready(self) -> None:
        """Listens to the accounts: what somebody had in hand who reads no longer goes back."""
        from maillon.accounts.events import MembershipEnded, ReadingEnded  # noqa: PLC0415 - models exist only from here on
        from maillon.base.events import subscribe  # noqa: PLC0415
        from maillon.reports.handlers import free_assignments  # noqa: PLC0415

        subscribe(MembershipEnded, free_assignments)
        subscribe(ReadingEnded, free_assignments)
