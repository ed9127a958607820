"""What must be true before anything is rendered. Asked when a film is requested, and again when a worker starts."""

from typing import ClassVar

from django.conf import settings
from django.utils.translation import gettext as _

from archive.models import Bearer, ConsentUse
from archive.services import consent
from archive.services.consent import require_consent
from generation import media
from generation.models import Recipe
from generation.services.failures import RefusedError


class ConsentMissingError(RefusedError):
    """A bearer has not allowed this use."""

    code: ClassVar[str] = "consent_missing"


class LowDiskError(RefusedError):
    """There is too little room to make a film safely."""

    code: ClassVar[str] = "disk_full"


def check_consent(recipe: Recipe) -> None:
    """Raise :class:`ConsentMissingError` unless everyone whose words or skill this is has allowed it. Nothing recorded
    means no."""
    uses = [ConsentUse.AI_GENERATE_FROM, *([ConsentUse.SEND_OUT] if recipe.sends_data_out else [])]
    for bearer in bearers_of(recipe):
        try:
            require_consent(bearer, *uses)
        except consent.ConsentMissingError as error:
            raise ConsentMissingError(str(error)) from error


def bearers_of(recipe: Recipe) -> list[Bearer]:
    """The bearer of the technique and the one who told it; mostly the same person."""
    spec = recipe.shot.storyboard.spec
    return list(dict.fromkeys([spec.technique.bearer, spec.transcript.bearer]))


def check_disk() -> None:
    """Raise :class:`LowDiskError` when less than ``GENERATION_MIN_FREE_BYTES`` are free."""
    free, wanted = media.free_bytes(), settings.GENERATION_MIN_FREE_BYTES
    if free < wanted:
        raise LowDiskError(
            _("磁盘只剩 %(free)d MB，生成至少要留 %(wanted)d MB。请清理磁盘后重试；已有的东西都没有动。")
            % {"free": free // 1024**2, "wanted": wanted // 1024**2}
        )
