from django.apps import AppConfig


class ReferralsConfig(AppConfig):
    name = "maillon.referrals"

    def ready(self) -> None:
        """Listens to those who speak: an erasure asked for by code is one of referrals too."""
        from maillon.base.events import subscribe  # noqa: PLC0415 - models exist only from here on
        from maillon.referrals.handlers import erase  # noqa: PLC0415
        from maillon.speaking.events import ErasureAsked  # noqa: PLC0415

        subscribe(ErasureAsked, erase)
