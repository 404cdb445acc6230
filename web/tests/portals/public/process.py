"""The public process inside the tests: its own addresses, middleware and headers."""

from typing import Any

from maillon.config.settings import public

SETTINGS: dict[str, Any] = {
    "ROOT_URLCONF": public.ROOT_URLCONF,
    "MIDDLEWARE": public.MIDDLEWARE,
    "CONTENT_SECURITY_POLICY": public.CONTENT_SECURITY_POLICY,
    "SECURE_REFERRER_POLICY": public.SECURE_REFERRER_POLICY,
    "DOOR_PAGE": public.DOOR_PAGE,
    "SESSION_ENGINE": public.SESSION_ENGINE,
    "SESSION_COOKIE_NAME": public.SESSION_COOKIE_NAME,
    "SESSION_COOKIE_SECURE": public.SESSION_COOKIE_SECURE,
    "SESSION_COOKIE_HTTPONLY": public.SESSION_COOKIE_HTTPONLY,
    "SESSION_COOKIE_SAMESITE": public.SESSION_COOKIE_SAMESITE,
    "SESSION_EXPIRE_AT_BROWSER_CLOSE": public.SESSION_EXPIRE_AT_BROWSER_CLOSE,
    "CSRF_USE_SESSIONS": public.CSRF_USE_SESSIONS,
    "CSRF_FAILURE_VIEW": public.CSRF_FAILURE_VIEW,
    "DOOR_TITLE": public.DOOR_TITLE,
    "DOOR_BAR": public.DOOR_BAR,
    "DOOR_STYLE": public.DOOR_STYLE,
    "EXIT_URL": public.EXIT_URL,
    "LANGUAGES": public.LANGUAGES,
    "SOURCE_HEADER": "",
    "ONION_ADDRESS": "",
    "SECURE_PROXY_SSL_HEADER": public.SECURE_PROXY_SSL_HEADER,
    "PRO_ORIGIN": "https://pro.maillon.example",
}
