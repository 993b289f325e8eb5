"""One settings module. Everything that differs per environment is read here, at the top, strictly.

A variable without a default must exist: a missing value stops the start with its name.
"""

from datetime import timedelta
from pathlib import Path

import django_htmx
import environ
import pghistory
from bootstrap_wrapper import get_bootstrap_dir
from celery.schedules import crontab
from csp.constants import NONE, SELF

from config import limits

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY")
DATABASES = {"default": env.db("DATABASE_URL")}
REDIS_URL = env.str("REDIS_URL")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
SITE_URL = env.str("SITE_URL", default="http://localhost:8000")
BEHIND_TLS = env.bool("BEHIND_TLS", default=True)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="cimot@localhost")
# Keys are "version:base64", newest first; older versions stay until everything was written again (kern/personen/bsn.py).
BSN_SLEUTELS = env.list("BSN_SLEUTELS")
BSN_INDEXSLEUTELS = env.list("BSN_INDEXSLEUTELS")
vars().update(env.email_url("EMAIL_URL", default="consolemail://"))
EMAIL_TIMEOUT = 10  # seconds; without it a silent mail server would hold a worker for ever
# Documents lie outside every folder that a web server shows (kern/stukken/opslag.py; a check refuses otherwise).
DOCUMENTEN_MAP = Path(env.str("DOCUMENTEN_MAP"))
DOCUMENT_MAX_MB = env.int("DOCUMENT_MAX_MB", default=25)
# tcp://host:port or unix:///path of clamd; empty when there is no virus scanner.
CLAMD_URL = env.str("CLAMD_URL", default="")

INSTALLED_APPS = [
    "kern",
    "cimot",
    "indicaties",
    "aanbieders",
    "opvang",
    "uitstroom",
    "toezicht",
    "sturing",
    "config.beheer.BeheerConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "django.forms",
    "axes",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_htmx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "lucide",
    "pghistory",
    "pgtrigger",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kern.toegang.middleware.Referentie",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kern.toegang.middleware.ConceptBijVerlopenSessie",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    # Before the idle end, which leaves a message.
    "django.contrib.messages.middleware.MessageMiddleware",
    "kern.toegang.middleware.Rust",
    "kern.toegang.tweede_stap.TweedeStapVereist",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kern.toegang.middleware.NietBewaren",
    "kern.toegang.middleware.Bezet",
    "pghistory.middleware.HistoryMiddleware",
    "kern.toegang.middleware.InzageVastleggen",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kern.schermen.navigatie.navigatie",
            ],
            "builtins": ["kern.templatetags.cimot"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
CRISPY_ALLOWED_TEMPLATE_PACKS = CRISPY_TEMPLATE_PACK = "bootstrap5"

# Persistent connections: psycopg2 has no pool in Django (2 gunicorn workers x 4 threads stay far below the maximum).
DATABASES["default"] |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True, "ATOMIC_REQUESTS": False}
DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DATABASES["default"]["OPTIONS"].setdefault("options", limits.options(env))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "kern.Gebruiker"
# The name is unique without regard to capitals (constraint gebruiker_gebruikersnaam_uniek), which Django does not see.
SILENCED_SYSTEM_CHECKS = ["auth.W004"]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "kern.toegang.backends.RolBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["gebruikersnaam", "naam", "email"]},
    },
    {"NAME": "kern.toegang.wachtwoorden.MinimaleLengte", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "inloggen"
LOGIN_REDIRECT_URL = "werkvoorraad"
LOGOUT_REDIRECT_URL = "inloggen"
PASSWORD_RESET_TIMEOUT = int(timedelta(hours=24).total_seconds())
# The name of our user field is another than that of the login form; without this axes counts nobody's failures.
AXES_USERNAME_FORM_FIELD = "username"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "kern.toegang.views.account.geblokkeerd"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
OTP_TOTP_ISSUER = "Cimot"

SESSION_COOKIE_AGE = int(timedelta(hours=12).total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
CSRF_FAILURE_VIEW = "kern.schermen.views.fouten.csrf"
SECURE_SSL_REDIRECT = BEHIND_TLS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REDIRECT_EXEMPT = [r"^gezondheid/"]
SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds()) if BEHIND_TLS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = BEHIND_TLS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

LANGUAGE_CODE = "nl"
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = USE_TZ = True
USE_THOUSAND_SEPARATOR = False

# Row history by database triggers: bulk updates, the admin and raw SQL are covered too (docs/adr/0003).
PGHISTORY_DEFAULT_TRACKERS = (pghistory.InsertEvent(), pghistory.UpdateEvent(), pghistory.DeleteEvent())

STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / ".data" / "static"))
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("bootstrap", get_bootstrap_dir()),
    ("htmx", Path(django_htmx.__file__).parent / "static" / "django_htmx"),
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# Uploads go to disk, at most so much of them; the form then says which file is too large (kern/stukken/opslag.py).
FILE_UPLOAD_HANDLERS = ["kern.stukken.opslag.BegrensdOntvangen"]
DOCUMENT_MEESTE = 20  # files at once
DOCUMENT_TOTAAL_MB = 4 * DOCUMENT_MAX_MB  # of one request
# Above this number Django answers 400; up to it the form gives its sentence.
DATA_UPLOAD_MAX_NUMBER_FILES = 500

CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_ACKS_LATE = CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 15 * 60
CELERY_TIMEZONE = TIME_ZONE
# A killed worker's task comes back after the visibility timeout, looked for every two seconds instead of every hundred.
# A task that lasts longer is handed out twice, which changes nothing: each may be repeated (docs/adr/0004).
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 10,
    "unacked_restore_interval": 2,
    "unacked_restore_throttle": 1,
    # A request that wants a task done must not wait for a broker that is away: one attempt, a few seconds at most.
    "max_retries": 0,
    "socket_connect_timeout": 2,
    "socket_timeout": 5,
}
CELERY_TASK_PUBLISH_RETRY = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SCHEDULE = {
    "controleer-termijnen-nacht": {
        "task": "kern.tasks.controleer_termijnen",
        "schedule": crontab(hour=0, minute=15),
    },
    "controleer-termijnen-uur": {"task": "kern.tasks.controleer_termijnen", "schedule": crontab(minute=5)},
    "dagberichten": {"task": "kern.tasks.maak_dagberichten", "schedule": crontab(hour="7-9", minute=0)},
    "verstuur-berichten": {"task": "kern.tasks.verstuur_berichten", "schedule": timedelta(minutes=1)},
    "scan-documenten": {"task": "kern.tasks.scan_documenten", "schedule": timedelta(minutes=1)},
    "controleer-documenten": {"task": "kern.tasks.controleer_documenten", "schedule": crontab(hour=3, minute=30)},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "regel": {"class": "kern.beheer.logregels.ZonderRij", "format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "regel"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"axes": {"level": "WARNING"}, "django.server": {"level": "WARNING"}},
}
