"""The `pro` process: professionals, and the administrators of the instance."""

from maillon.config import environment
from maillon.config.mail import mail_server
from maillon.config.settings.base import *  # noqa: F403 - a settings module extends its base by name
from maillon.config.settings.base import CONTENT_SECURITY_POLICY, DEMO

# Opens the outer layer of what devices sealed without a signal. This process alone has it.
INTAKE_KEYS = environment.secrets("MAILLON_INTAKE_KEY")
# The local socket of an antivirus program (ClamAV) that documents are shown to; empty, they are kept unscanned, and
# every page that names one says so.
CLAMAV_SOCKET = environment.text("MAILLON_CLAMAV_SOCKET", "")
# The offline page of this door is kept by a worker of the browser.
CONTENT_SECURITY_POLICY["DIRECTIVES"] |= {"worker-src": ["'self'"]}

ROOT_URLCONF = "maillon.config.urls_pro"
# What the pages that both doors share are drawn in.
DOOR_PAGE = "pro/page.html"
WSGI_APPLICATION = "maillon.config.wsgi_pro.application"

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "maillon.portals.components.middleware.NoStore",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "maillon.accounts.middleware.ActingMembership",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "maillon.accounts.backends.VaultBackend"]
LOGIN_URL = "pro:sign_in"

# Served over plain HTTP on loopback for the demonstration only; there, browsers may refuse Secure cookies.
COOKIES_SECURE = not DEMO
SESSION_ENGINE = "maillon.accounts.sessions"
SESSION_COOKIE_AGE = 30 * 60
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = COOKIES_SECURE
SESSION_COOKIE_NAME = "__Host-session" if COOKIES_SECURE else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if COOKIES_SECURE else "csrf"
KEY_COOKIE_NAME = "__Host-key" if COOKIES_SECURE else "key"
# Names the device that keeps reports without a signal, so that it can be told to empty itself.
DEVICE_COOKIE_NAME = "__Host-device" if COOKIES_SECURE else "device"
LANGUAGE_COOKIE_NAME = "__Host-language" if COOKIES_SECURE else "language"
PRACTICE_COOKIE_NAME = "__Host-practice" if COOKIES_SECURE else "practice"
LANGUAGE_COOKIE_SECURE = COOKIES_SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# No other origin learns an address. With "no-referrer", browsers would send `Origin: null` with our own forms, and
# every one of them would be refused as forged.
SECURE_REFERRER_POLICY = "same-origin"
CSRF_TRUSTED_ORIGINS = environment.listed("MAILLON_TRUSTED_ORIGINS", "")
CSRF_FAILURE_VIEW = "maillon.portals.components.errors.csrf_failure"

SECURE_SSL_REDIRECT = COOKIES_SECURE
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if COOKIES_SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = COOKIES_SECURE
# Whether a domain joins the browsers' preload list is its owner's decision.
SILENCED_SYSTEM_CHECKS = ["security.W021"]

# A wrong passphrase slows one name from one address: a whole office behind one address is never locked out.
# Without this axes looks for the model's USERNAME_FIELD, finds nothing, and counts everybody as one.
AXES_USERNAME_FORM_FIELD = "username"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_SENSITIVE_PARAMETERS = ["username", "passphrase", "password", "code"]
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False

EMAIL_BACKEND = environment.text("MAILLON_EMAIL_BACKEND", "django.core.mail.backends.smtp.EmailBackend")
_MAIL = mail_server()
EMAIL_HOST, EMAIL_PORT = _MAIL.host, _MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _MAIL.user, _MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = _MAIL.security == "starttls", _MAIL.security == "tls"
# A server that does not answer must not hold the worker: the job is tried again.
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = environment.text("MAILLON_EMAIL_FROM", "ne-pas-repondre@localhost")
# The address professionals type, without a final slash: e-mails carry it and nothing else.
PRO_ORIGIN = environment.text("MAILLON_PRO_ORIGIN", "http://127.0.0.1:8001")
# The address of the public door, without a final slash: where a service without an account answers.
PUBLIC_ORIGIN = environment.text("MAILLON_PUBLIC_ORIGIN", "http://127.0.0.1:8000")
