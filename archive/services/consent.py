"""The consent gate: asked before anything is generated, approved or published. It fails closed."""

from django.utils import timezone
from django.utils.translation import gettext as _

from archive.models import Bearer, Consent, ConsentUse


class ConsentMissingError(Exception):
    """The bearer has not consented to this use. Nothing was done."""


def require_consent(bearer: Bearer, *uses: ConsentUse) -> None:
    """Raise :class:`ConsentMissingError` unless the bearer allows every one of these uses today."""
    today = timezone.localdate()
    for use in uses:
        if not Consent.objects.allows(bearer, use, on=today):
            text = _("%(name)s还没有同意“%(use)s”。请先请传承人授权并登记，再继续。")
            raise ConsentMissingError(text % {"name": bearer.name_zh, "use": use.label})
