"""The form that brings a transcript in. An error loses nothing: the text of an uploaded file moves into the text field."""

from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from archive.models import Layer, Recording, Technique, User
from craftnlp.cues import CueError, decode, parse_transcript
from craftnlp.merging import MergeError

TOO_LARGE = _("文件太大：口述记录最大 %(size)s MB。请分成几份上传。")
NOTHING_GIVEN = _("请选一个文件，或把文字粘贴在下面。")
BOTH_GIVEN = _("文件和粘贴的文字只要一样。请清空文字，或不选文件。")
NOTHING_LEFT = _("口述不能是空的。要删去整份，请找管理员。")
NOTHING_CHANGED = _("没有改动，所以没有存新的一版。")
NO_LENGTH = _("“%(text)s”的开始和结束时间一样。请改正后再上传。")
OTHER_CRAFT = _("这段影像不属于这门技艺。请另选一段，或留空。")


class TranscriptForm(forms.Form):
    """A transcript, as a file or as pasted text, for one technique."""

    technique = forms.ModelChoiceField(Technique.objects.none(), label=_("哪一项技法"), empty_label=None)
    recording = forms.ModelChoiceField(
        Recording.objects.none(), label=_("对应的原始影像"), required=False, empty_label=_("还没有影像")
    )
    layer = forms.ChoiceField(choices=Layer.choices, label=_("这份文字是"), initial=Layer.AS_SPOKEN)
    machine_made = forms.BooleanField(
        label=_("机器转写，还没有人核对过"), required=False, help_text=_("会一直标在这份口述上，导出时也带着。")
    )
    file = forms.FileField(
        label=_("上传文件"),
        required=False,
        allow_empty_file=True,
        help_text=_(".vtt、.srt 或 .txt，UTF-8 或 GB 18030。"),
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,.txt,text/plain,text/vtt"}),
    )
    text = forms.CharField(
        label=_("或粘贴文字"),
        required=False,
        strip=False,
        help_text=_("一行一句；可以写“师傅：…”“采访者：…”，也可以直接粘贴微信里的语音转文字。"),
        widget=forms.Textarea(attrs={"rows": 12, "lang": "zh-CN", "spellcheck": "false"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        techniques = Technique.objects.curated_by(user).select_related("craft", "bearer").order_by("craft", "name_zh")
        crafts = techniques.values("craft")
        self.fields["technique"].queryset = techniques  # type: ignore[attr-defined]
        self.fields["technique"].label_from_instance = _technique_label  # type: ignore[attr-defined]
        recordings = Recording.objects.filter(craft__in=crafts).order_by("title_zh")
        self.fields["recording"].queryset = recordings  # type: ignore[attr-defined]
        self.fields["recording"].label_from_instance = lambda row: row.title_zh  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One source, readable; the recording of the same craft."""
        cleaned = super().clean() or self.cleaned_data
        technique, recording = cleaned.get("technique"), cleaned.get("recording")
        if technique and recording and technique.craft_id != recording.craft_id:
            self.add_error("recording", OTHER_CRAFT)
        file, text = cleaned.get("file"), cleaned.get("text") or ""
        if file and text.strip():
            self.add_error("file", BOTH_GIVEN)
        elif file:
            self._take_file(file)
        elif text.strip():
            self._take("text", text.encode("utf-8", "surrogatepass"))
        elif not self.has_error("text"):
            self.add_error("file", NOTHING_GIVEN)
        return cleaned

    def _take_file(self, file: Any) -> None:
        limit: int = settings.TRANSCRIPT_MAX_BYTES
        if (file.size or 0) > limit:
            self.add_error("file", TOO_LARGE % {"size": limit // 1024 // 1024})
        else:
            self._take("file", file.read())

    def _take(self, field: str, source: bytes) -> None:
        """Read the source as the archive will. A file with a fault can be mended in the text field, line by line."""
        self.cleaned_data["source"] = source
        try:
            text = decode(source)
        except CueError as error:
            self.add_error(field, in_reader_language(error))
            return
        self._keep_text(text)
        if why := fault(text):
            self.add_error(field, why)

    def _keep_text(self, text: str) -> None:
        typed = QueryDict(mutable=True)
        typed.update(self.data)
        typed["text"] = text
        self.data = typed


class RevisionForm(forms.Form):
    """The next version of a transcript that is kept already."""

    text = forms.CharField(
        label=_("口述原文"),
        strip=False,
        error_messages={"required": NOTHING_LEFT},
        widget=forms.Textarea(attrs={"rows": 24, "lang": "zh-CN", "spellcheck": "false"}),
    )

    def __init__(self, data: Any = None, *, before: str) -> None:
        super().__init__(data, initial={"text": before})
        self.before = before

    def clean_text(self) -> str:
        """Readable, and not what it was before."""
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if text == self.before.replace("\r\n", "\n"):
            raise forms.ValidationError(NOTHING_CHANGED)
        if why := fault(text):
            raise forms.ValidationError(why)
        return text


def fault(text: str) -> str:
    """What keeps a text from being kept as a transcript, and what to do; empty when nothing does."""
    try:
        cues = parse_transcript(text)
    except CueError as error:
        return in_reader_language(error)
    instant = next((cue.text for cue in cues if cue.end and cue.end == cue.start), None)
    return "" if instant is None else NO_LENGTH % {"text": instant[:20]}


def in_reader_language(error: CueError | MergeError) -> str:
    """The complaint in the language of the page."""
    return str(error) if (get_language() or "").startswith("zh") else error.english


def _technique_label(technique: Technique) -> str:
    return f"{technique.craft.name_zh} · {technique.name_zh} · {technique.bearer.name_zh}"
