"""What every process shares. A process's own module adds its urls, cookies and middleware."""

from pathlib import Path

from maillon.config import environment

BASE_DIR = Path(__file__).resolve().parents[2]

SECRET_KEY = environment.required("MAILLON_SECRET_KEY")
# Keys the hash chain of the journal: whoever holds only the database can't forge a line.
JOURNAL_KEY = environment.required("MAILLON_JOURNAL_KEY")
DATABASES = {
    "default": environment.database(
        environment.required("DATABASE_URL"), prepared=not environment.flag("MAILLON_DATABASE_POOLED")
    )
}
DATABASES["default"]["CONN_MAX_AGE"] = 60
DEBUG = False
ALLOWED_HOSTS = environment.listed("MAILLON_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
# The header in which the proxy in front of the public process writes who asks; empty, the connection's address counts.
SOURCE_HEADER = environment.text("MAILLON_SOURCE_HEADER", "")
# The public door's onion service, `….onion`, if there is one.
ONION_ADDRESS = environment.onion("MAILLON_ONION_ADDRESS")
# The demonstration's conveniences: they also need a database marked as demo, and a loopback address.
DEMO = environment.flag("MAILLON_DEMO")

INSTALLED_APPS = [
    # A theme stands first: its templates and static files are found before the product's (docs/adr/0005-theme.md).
    *environment.listed("MAILLON_THEME", ""),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "procrastinate.contrib.django",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "axes",
    "csp",
    "django_htmx",
    "maillon.base",
    "maillon.territories",
    "maillon.journal",
    "maillon.vault",
    "maillon.directory",
    "maillon.guidance",
    "maillon.accounts",
    "maillon.reports",
    "maillon.speaking",
    "maillon.referrals",
    "maillon.protection",
    "maillon.cases",
    "maillon.exits",
    "maillon.commission",
    "maillon.practice",
    "maillon.demo",
    "maillon.portals.components",
    "maillon.portals.field",
    "maillon.portals.public",
    "maillon.portals.pro",
    "maillon.portals.admin",
]

AUTH_USER_MODEL = "accounts.Member"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
                "maillon.portals.components.context.instance",
                "maillon.portals.components.context.door",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "maillon.portals.components.templatetags.maillon",
            ],
        },
    }
]

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", "Français"), ("en", "English")]
# What the public process writes in every title instead of a page's own, and draws around every page. Nothing elsewhere.
DOOR_TITLE = ""
DOOR_BAR = ""
DOOR_STYLE = ""
EXIT_URL = ""
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = "maillon.config.formats"
TIME_ZONE = "Europe/Paris"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = environment.text("MAILLON_STATIC_ROOT", str(BASE_DIR.parent / "static_root"))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# No page asks for a file by the name without its digest: it would be compressed, and kept, for nobody.
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Nothing a person sends may reach the disk unsealed, and reports carry no file. The one view that takes a PDF opens a
# handler of its own, in memory (portals.components.uploads).
FILE_UPLOAD_HANDLERS: list[str] = []
DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# Request paths and messages of unhandled errors may quote what somebody typed: only their kind is logged.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "plain": {"()": "maillon.base.logs.PlainFormatter"},
        "wordless": {"()": "maillon.base.logs.WordlessFormatter"},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain"},
        "requests": {"class": "logging.StreamHandler", "formatter": "wordless"},
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "maillon": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "django.request": {"handlers": ["requests"], "level": "ERROR", "propagate": False},
        "django.security": {"handlers": ["requests"], "level": "ERROR", "propagate": False},
        "axes": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
