"""The public process inside the tests: its own addresses, middleware and headers."""

from typing import Any

from maillon.config.settings import public

SETTINGS: dict[str, Any] = {
    "ROOT_URLCONF": public.ROOT_URLCONF,
    "MIDDLEWARE": public.MIDDLEWARE,
    "CONTENT_SECURITY_POLICY": public.CONTENT_SECURITY_POLICY,
    "SECURE_REFERRER_POLICY": public.SECURE_REFERRER_POLICY,
    "DOOR_PAGE": public.DOOR_PAGE,
    "DOOR_TITLE": public.DOOR_TITLE,
    "DOOR_BAR": public.DOOR_BAR,
    "DOOR_STYLE": public.DOOR_STYLE,
    "EXIT_URL": public.EXIT_URL,
    "LANGUAGES": public.LANGUAGES,
    "PRO_ORIGIN": "https://pro.maillon.example",
}
