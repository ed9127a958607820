"""Who is asking. Pages that need an account take a :class:`SignedInRequest`."""

from collections.abc import Callable

from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from archive.models import User


class SignedInRequest(HttpRequest):
    """A request behind ``login_required``: its user is one of ours, never a visitor."""

    user: User
    htmx: HtmxDetails


def sign_in_whole_page(get_response: Callable[[SignedInRequest], HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Middleware: when the session is over, htmx takes the whole page to sign-in, and signing in leads back to that page.

    A redirect would be followed out of sight, and the sign-in page put where a fragment was to go.
    """

    def answer(request: SignedInRequest) -> HttpResponseBase:
        response = get_response(request)
        if not request.htmx or not isinstance(response, HttpResponseRedirect):
            return response
        if response.url.partition("?")[0] != reverse("sign-in"):
            return response
        here = request.htmx.current_url_abs_path or request.get_full_path()
        return HttpResponseClientRedirect(redirect_to_login(here).url)

    return answer
