"""The `public` process: no account, no session, no cookie, no stored address; it can seal and can't open."""

from maillon.config import environment
from maillon.config.settings.base import *  # noqa: F403 - a settings module extends its base by name
from maillon.config.settings.base import ALLOWED_HOSTS, DATABASES, DEMO, ONION_ADDRESS

ROOT_URLCONF = "maillon.config.urls_public"
WSGI_APPLICATION = "maillon.config.wsgi_public.application"
MIDDLEWARE = [
    "maillon.portals.public.onion.Onion",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "maillon.portals.components.middleware.NoStore",
    "maillon.portals.public.middleware.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
SECURE_SSL_REDIRECT = not DEMO
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# The door needs no script at all.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
ALLOWED_HOSTS = [*ALLOWED_HOSTS, *([ONION_ADDRESS] if ONION_ADDRESS else [])]
# Many threads share few connections: most threads wait for a network or for another.
_shared = DATABASES["default"]
_pool = {"min_size": 1, "max_size": 8, "timeout": 20}
DATABASES = {"default": {**_shared, "CONN_MAX_AGE": 0, "OPTIONS": {**_shared["OPTIONS"], "pool": _pool}}}
# What the pages that both doors share are drawn in.
DOOR_PAGE = "public/page.html"
PRO_ORIGIN = environment.text("MAILLON_PRO_ORIGIN", "http://127.0.0.1:8001")
SILENCED_SYSTEM_CHECKS = [
    # No session and no account here, so neither of axes' two settings applies.
    "axes.W001",
    "axes.W002",
    "axes.W003",
    # Nothing is ever posted to this process, and it sets no cookie.
    "security.W003",
    "security.W010",
    # Whether a domain joins the browsers' preload list is its owner's decision.
    "security.W021",
]
