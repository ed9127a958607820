"""The Celery application: ``celery -A config worker``."""

import os
from pathlib import Path

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")

from celery import Celery

app = Celery("jiyi")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_configure.connect
def make_broker_folders(sender: Celery, **_: object) -> None:
    """The broker that needs no server keeps its messages in folders, which must exist for whoever rings or listens."""
    for name in ("data_folder_in", "data_folder_out", "control_folder"):
        if folder := sender.conf.broker_transport_options.get(name):
            Path(folder).mkdir(parents=True, exist_ok=True)
