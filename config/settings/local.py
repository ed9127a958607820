"""One machine, one person: what `make demo` and `make up` use. Bound to the loopback address only."""

from config import env
from config.settings.base import *

SECRET_KEY = env.kept_secret(VAR_DIR / "secret_key")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
WHITENOISE_USE_FINDERS = True  # static files need no collecting here
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns when it is missing
