"""The `public` process: no account, no session, no cookie, no stored address; it can seal and can't open."""

from maillon.base.languages import DOOR_LANGUAGES
from maillon.config import environment
from maillon.config.environment import origin_of
from maillon.config.settings.base import *  # noqa: F403 - a settings module extends its base by name
from maillon.config.settings.base import BASE_DIR, DEMO
from maillon.config.styles import InlineStyle, inline_style

ROOT_URLCONF = "maillon.config.urls_public"
WSGI_APPLICATION = "maillon.config.wsgi_public.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "maillon.portals.public.middleware.CompressWithoutSecrets",
    "csp.middleware.CSPMiddleware",
    "maillon.portals.components.middleware.NoStore",
    "maillon.portals.public.middleware.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
# Where somebody is taken who leaves at once: a page that says nothing about whoever looks at it.
EXIT_URL = environment.text("MAILLON_EXIT_URL", "https://meteofrance.com/")
# What every page of this door is called in tabs, in histories and among bookmarks.
DOOR_TITLE = environment.text("MAILLON_DOOR_TITLE", "Informations utiles")
# What stands around every page of this door: the way out and the urgent numbers.
DOOR_BAR = "public/leaving/bar.html"
# The other process speaks French and English only.
LANGUAGES = DOOR_LANGUAGES
SECURE_SSL_REDIRECT = not DEMO
SECURE_HSTS_SECONDS = 0 if DEMO else 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = not DEMO
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Own forms must tell where they come from, and no other origin learns an address.
SECURE_REFERRER_POLICY = "same-origin"
# A slow network makes each answer wait: whoever comes without a cookie finds the style sheet inside the page. It is
# allowed by its digest, which allows nothing else. A theme has a style sheet of its own, and is linked.
_STYLE = (
    InlineStyle()
    if environment.listed("MAILLON_THEME", "")
    else inline_style(BASE_DIR / "portals/components/static/assets/vendor/maillon.css")
)
DOOR_STYLE = _STYLE.text
# A small script of our own helps to leave; nothing needs it. A form that leaves is led on to the neutral page.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", *_STYLE.allowed],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'", origin_of(EXIT_URL)],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
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
