"""From a step to the words a film model is given: template words and accepted values, nothing else."""

from typing import Final

from archive.models import Technique
from craftnlp.sentence import kept, sentence
from craftnlp.spec import Step, StepField
from generation.models import PromptTemplate, Shot

NAME: Final = "工序"
PRESET: Final = {
    "body": "{subject}。{action}{setting}。{camera}。{style}。",
    "setting": "素净的工作台，均匀的自然光",
    "style": "纪实影像，色彩自然，手与工具清楚可辨，动作连贯",
    "negative": (
        "字幕，文字，水印，标志，多余的手，多余的手指，手指粘连，变形的手，变形的工具，工具凭空出现，人脸特写，"
        "画面闪烁，跳切，过曝，偏灰，模糊，压缩痕迹，杂乱的背景，无关的人"
    ),
}
CAMERA: Final = {
    Shot.View.PLATE: "平视，中景，镜头不动",
    Shot.View.OVERVIEW: "全景，镜头不动",
    Shot.View.SIDE: "侧面平视，镜头不动",
    Shot.View.CLOSE_UP: "手部特写，镜头不动",
}
WORTH_SAYING: Final = (StepField.TOOL, StepField.MATERIAL, StepField.HAND, StepField.PATH, StepField.MANNER)


class SecretStepError(Exception):
    """A step the bearer keeps to themselves was about to leave the archive."""


def default_template() -> PromptTemplate:
    """The newest version of our template. New words in the code make a new version; old rows stay as they are."""
    newest = PromptTemplate.objects.filter(name=NAME).order_by("-version").first()
    if newest and all(getattr(newest, field) == words for field, words in PRESET.items()):
        return newest
    version = newest.version + 1 if newest else 1
    return PromptTemplate.objects.get_or_create(name=NAME, version=version, defaults=PRESET)[0]


def render_prompt(template: PromptTemplate, step: Step, technique: Technique, shot: Shot) -> tuple[str, str]:
    """The prompt and the negative prompt. ``step`` is one of :func:`generation.storyboard.shown_steps`.

    Cautions stay out: a film model would draw what must not be done. Raises :class:`SecretStepError`.
    """
    if step.secret:
        raise SecretStepError(f"{step.id} 是传承人不公开的工序，不能写进提示词。")
    prompt = template.body.format(
        subject=f"{technique.craft.name_zh}，{technique.name_zh}",
        action=sentence(step.model_copy(update={"caution": ()})),
        setting=template.setting,
        camera=shot.camera or CAMERA[Shot.View(shot.view)],
        style=template.style,
    )
    return " ".join(prompt.split()), template.negative


def missing_parts(step: Step) -> tuple[StepField, ...]:
    """What the master left open about this step. The prompt leaves it open as well."""
    return tuple(name for name in WORTH_SAYING if not kept(step.field(name)))
