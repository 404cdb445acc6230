"""The `public` process: no account, no cookie before somebody starts to write, no stored address.

It can seal. It opens what a person wrote under her own code, while she is there, and nothing else.
"""

from maillon.base.languages import DOOR_LANGUAGES
from maillon.config import environment
from maillon.config.environment import origin_of
from maillon.config.settings.base import *  # noqa: F403 - a settings module extends its base by name
from maillon.config.settings.base import ALLOWED_HOSTS, BASE_DIR, DATABASES, DEMO, ONION_ADDRESS
from maillon.config.styles import InlineStyle, inline_style

ROOT_URLCONF = "maillon.config.urls_public"
WSGI_APPLICATION = "maillon.config.wsgi_public.application"
MIDDLEWARE = [
    "maillon.portals.public.onion.Onion",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "maillon.portals.public.middleware.CompressWithoutSecrets",
    "maillon.portals.public.middleware.PolicyOnce",
    "maillon.portals.components.middleware.NoStore",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "maillon.portals.public.middleware.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "maillon.portals.public.tokens.TokensOfSittings",
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
ALLOWED_HOSTS = [*ALLOWED_HOSTS, *([ONION_ADDRESS] if ONION_ADDRESS else [])]
# Many threads share few connections: most threads wait for a network or for another.
_shared = DATABASES["default"]
_pool = {"min_size": 1, "max_size": 8, "timeout": 20}
DATABASES = {"default": {**_shared, "CONN_MAX_AGE": 0, "OPTIONS": {**_shared["OPTIONS"], "pool": _pool}}}
# One cookie, set when somebody starts to write or enters a code, and gone with the browser window. The forms' token
# lies in the sitting, so that there is no second cookie. On loopback, browsers may refuse Secure cookies.
COOKIES_SECURE = not DEMO
SESSION_ENGINE = "maillon.speaking.sessions"
SESSION_COOKIE_NAME = "__Host-s" if COOKIES_SECURE else "s"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = COOKIES_SECURE
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_USE_SESSIONS = True
CSRF_FAILURE_VIEW = "maillon.portals.public.entrances.over"
# Tor seals the way to the onion service, so its own pages call their origin http although they arrive as https.
CSRF_TRUSTED_ORIGINS = [
    *environment.listed("MAILLON_TRUSTED_ORIGINS", ""),
    *([f"http://{ONION_ADDRESS}"] if ONION_ADDRESS else []),
]
# No other origin learns an address. With "no-referrer", browsers would send `Origin: null` with our own forms, and
# every one of them would be refused as forged.
SECURE_REFERRER_POLICY = "same-origin"
# What the pages that both doors share are drawn in.
DOOR_PAGE = "public/page.html"
PRO_ORIGIN = environment.text("MAILLON_PRO_ORIGIN", "http://127.0.0.1:8001")
PUBLIC_ORIGIN = environment.text("MAILLON_PUBLIC_ORIGIN", "http://127.0.0.1:8000")
SILENCED_SYSTEM_CHECKS = [
    # No session and no account here, so neither of axes' two settings applies.
    "axes.W001",
    "axes.W002",
    "axes.W003",
    # The check stands in TokensOfSittings, where there is something that a forged form could act in.
    "security.W003",
    # Whether a domain joins the browsers' preload list is its owner's decision.
    "security.W021",
]
