"""The Celery application: ``celery -A config worker``."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")

from celery import Celery

app = Celery("jiyi")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
