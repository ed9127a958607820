"""What a master writes: why a film has to change, and notes on a frame."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from review.models import Reason

NO_REASON = _("请点一下哪里不对，至少一样。")
NO_TEXT = _("请写一句话，画的人才知道怎么改。")


class ReasonsForm(forms.Form):
    """Why: at least one reason, and a sentence that says what to do."""

    reasons = forms.MultipleChoiceField(
        label=_("哪里不对？"),
        choices=Reason.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": NO_REASON},
    )
    text = forms.CharField(
        label=_("该怎样才对？"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": NO_TEXT},
    )


class RemarkForm(forms.Form):
    """A note on one frame of the film, or on the whole of it."""

    text = forms.CharField(
        label=_("想说的话"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("请先写一句话，再记下。")},
    )
    frame = forms.IntegerField(label=_("记在第几帧（可以不填）"), required=False)

    def __init__(self, *args: Any, frames: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.frames = frames
        self.fields["frame"].widget.attrs.update({"min": 1, "max": frames, "inputmode": "numeric"})

    def clean_frame(self) -> int | None:
        """People count from 1; a remark counts frames from 0."""
        shown: int | None = self.cleaned_data["frame"]
        if shown is None:
            return None
        if not 1 <= shown <= self.frames:
            raise forms.ValidationError(_("这部片子只有第 1 到第 %(last)s 帧。") % {"last": self.frames})
        return shown - 1
