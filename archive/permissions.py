"""Who is asking. Pages that need an account take a :class:`SignedInRequest`."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from archive.models import User


class SignedInRequest(HttpRequest):
    """A request behind ``login_required``: its user is one of ours, never a visitor."""

    user: User
    htmx: HtmxDetails
