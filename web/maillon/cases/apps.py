from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "maillon.cases"

    def ready(self) -> None:
        """Listens to the accounts: whoever leaves has nothing in hand any more."""
        from maillon.accounts.events import MembershipEnded, ReadingEnded  # noqa: PLC0415
        from maillon.base.events import subscribe  # noqa: PLC0415 - models exist only from here on
        from maillon.cases.handlers import let_go  # noqa: PLC0415

        subscribe(MembershipEnded, let_go)
        subscribe(ReadingEnded, let_go)
