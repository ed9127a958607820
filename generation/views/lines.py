"""A job as one line of the queue."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from generation.models import Job, JobStatus
from generation.services import QueueFacts, failure_text, queue_facts

ENOUGH: Final = 3  # films from which on the quickest and the slowest say something
PHASES: Final[Mapping[str, Promise]] = {
    "drawing": gettext_lazy("正在画"),
    "load": gettext_lazy("正在装载模型"),
    "text": gettext_lazy("正在读提示词"),
    "denoise": gettext_lazy("正在生成画面"),
    "decode": gettext_lazy("正在解出画面"),
    "deliver": gettext_lazy("正在收片"),
    "checking": gettext_lazy("正在检查成片"),
}
STARTING: Final = gettext_lazy("正在准备")
BACKENDS: Final[Mapping[str, Promise]] = {
    "schematic": gettext_lazy("示意动画（程序画）"),
    "generative": gettext_lazy("模型生成"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A job with where it stands and, where it failed, why and what to do. ``curated``: the reader may stop it."""

    job: Job
    facts: QueueFacts
    failure: str
    curated: bool

    @property
    def step_title(self) -> str:
        """The step that the film shows, as the recipe froze it."""
        title: str = self.job.recipe.request["title"]
        return title

    @property
    def step_number(self) -> int:
        """Its place in the film's storyboard."""
        number: int = self.job.recipe.request["step_number"]
        return number

    @property
    def percent(self) -> int:
        """How much is done. Rounded down: nothing looks finished before it is."""
        return int(self.job.progress * 100)

    @property
    def phase(self) -> Promise:
        """What the worker is doing."""
        return PHASES.get(self.job.phase, STARTING)

    @property
    def backend(self) -> str:
        """What sort of picture, and the name under which the renderer is configured."""
        recipe = self.job.recipe
        return (
            f"{BACKENDS[recipe.kind]} · {recipe.backend}" if recipe.backend != "default" else str(BACKENDS[recipe.kind])
        )

    @property
    def remaining(self) -> str:
        """还要约 4 秒, with its bounds where this house has made enough films to know them."""
        facts = self.facts
        if facts.eta is None:
            return ""
        if facts.samples < ENOUGH or facts.low is None or facts.high is None:
            return _("还要约 %(time)s") % {"time": in_words(facts.eta)}
        bounds = {"time": in_words(facts.eta), "low": in_words(facts.low), "high": in_words(facts.high)}
        return _("还要约 %(time)s（%(low)s 到 %(high)s）") % bounds

    @property
    def waited(self) -> str:
        """How long the job stood in the queue."""
        return in_words(self.facts.waited)

    @property
    def elapsed(self) -> str:
        """How long it has run."""
        return in_words(self.facts.elapsed)


def line(job: Job, *, curated: bool) -> Line:
    """The line of a job. Queries for an open one."""
    failure = failure_text(job) if job.status in (JobStatus.FAILED, JobStatus.CANCELLED) else ""
    return Line(job, queue_facts(job), failure, curated)


def in_words(seconds: float) -> str:
    """A length of time to read: 4 秒, 3 分钟, 2 小时."""
    if seconds < 90:
        count = round(seconds)
        return ngettext("%(count)d 秒", "%(count)d 秒", count) % {"count": count}
    if seconds < 5400:
        count = round(seconds / 60)
        return ngettext("%(count)d 分钟", "%(count)d 分钟", count) % {"count": count}
    count = round(seconds / 3600)
    return ngettext("%(count)d 小时", "%(count)d 小时", count) % {"count": count}
