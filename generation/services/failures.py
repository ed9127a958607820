"""Why a film was not made, in the reader's language, and what to do now."""

from typing import ClassVar, Final

from django.utils.translation import gettext_lazy as _

from generation.models import Job


class RefusedError(Exception):
    """A film will not be made. ``code`` is stable; the message says why and what to do."""

    code: ClassVar[str] = "refused"


# What a job's error_code means. Codes of single backends that are not here are explained by error_message.
FAILURES: Final = {
    "missing_glyph": _("有个字影片字体里没有，画出来会是空框。请改用通行写法，或请管理员补字后重建字体。"),
    "cannot_draw": _("这道工序这种方式画不出来。请换一种生成方式，或补充规范后再试。"),
    "consent_missing": _("传承人还没有同意这样使用。请先请传承人授权并登记，再重试。"),
    "disk_full": _("磁盘满了，片子没有写完，未完成的文件已清除，别的都没有动。请腾出空间后重试。"),
    "storage": _("文件写不进存储。请管理员检查磁盘或对象存储后重试。"),
    "cancelled": _("已按要求取消。需要时可以重试。"),
    "worker_lost": _("生成进程中断了（断电、重启或内存不足）。系统会自动再试；多次不成时请管理员看日志。"),
    "environment_changed": _("这台机器的软件与配方里记的不一样，画出来不会是同一部片子。请重新做一份配方再生成。"),
    "unknown_backend": _("配方要用的生成方式没有配置。请管理员检查设置，或换一种方式重新做配方。"),
    "black_film": _("成片是黑的，没有收下。请换一个种子或生成方式。"),
    "frozen_film": _("成片从头到尾不动，没有收下。请换一个种子或生成方式。"),
    "crashed": _("生成程序出错了。请重试；再错请把记录交给管理员。"),
}
OTHERWISE: Final = _("没有生成成功。请重试；再不成请把记录交给管理员。")


def failure_text(job: Job) -> str:
    """What to tell people about a job that failed or was cancelled; empty for any other."""
    if not job.error_code:
        return ""
    known = FAILURES.get(job.error_code)
    return str(known) if known else job.error_message or str(OTHERWISE)
