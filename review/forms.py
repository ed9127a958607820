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
    frame = forms.IntegerField(label=_("第几帧"), required=False, min_value=0)

    def __init__(self, *args: Any, frames: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.frames = frames
        self.fields["frame"].widget.attrs.update({"max": frames - 1, "inputmode": "numeric"})

    def clean_frame(self) -> int | None:
        """A frame of this film."""
        frame: int | None = self.cleaned_data["frame"]
        if frame is not None and frame >= self.frames:
            raise forms.ValidationError(_("这部片子只有第 0 到第 %(last)s 帧。") % {"last": self.frames - 1})
        return frame
