"""Django's settings: one learner on loopback, one process, a strict policy.

What the program itself can be told stands in `agnesi.home`.
"""

from __future__ import annotations

import hashlib
import secrets

from csp.constants import NONCE, NONE, SELF

from agnesi import home
from agnesi.store.sqlite import connection
from agnesi.web import assets

DEBUG = False
PORT = home.settings().port or 8000
ADDRESSES = frozenset(f"{name}:{PORT}" for name in ("127.0.0.1", "localhost", "[::1]"))
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

TOKEN = home.settings().token
DOOR_COOKIE = f"agnesi_{PORT}"
SECRET_KEY = hashlib.sha256(f"agnesi {TOKEN or secrets.token_hex()}".encode()).hexdigest()

INSTALLED_APPS = ["django.contrib.staticfiles", "agnesi.store", "agnesi.web"]
MIDDLEWARE = [
    "agnesi.web.middleware.host.own_host",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "agnesi.web.middleware.faults.Faults",
    "agnesi.web.middleware.origin.own_origin",
    "agnesi.web.middleware.door.door",
    "django.middleware.csrf.CsrfViewMiddleware",
    "agnesi.web.middleware.learner.learner",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
DATABASES = {"default": connection(home.settings().database)}
ROOT_URLCONF = "agnesi.web.urls"
WSGI_APPLICATION = "agnesi.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request", "agnesi.web.frame.frame"],
            "builtins": ["agnesi.web.templatetags.agnesi", "django.templatetags.i18n"],
        },
    }
]

CSRF_COOKIE_NAME = f"agnesi_csrf_{PORT}"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_FAILURE_VIEW = "agnesi.web.pages.faults.stale_page"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src-elem": [SELF, NONCE],
        "style-src-attr": ["'unsafe-inline'"],
        "img-src": [SELF, "data:", "blob:"],
        "font-src": [SELF, "data:"],
        "connect-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = assets.STATIC
WHITENOISE_IMMUTABLE_FILE_TEST = assets.HASHED
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_AUTOREFRESH = home.settings().preview

DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
LANGUAGES = [("en", "English"), ("de", "Deutsch")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [assets.STATIC.parent / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS = ["security.W004", "security.W008", "security.W012", "security.W016"]
