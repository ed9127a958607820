"""The page around the figures: it stands still, so Manim draws it once."""

from typing import Any, Final

from bench.peer.drawing import (
    BLUE,
    CARD,
    HAIR,
    INK,
    INK2,
    PAPER,
    RED,
    away,
    box,
    column,
    corners,
    drawn,
    ring,
    strokes,
    words,
)

FACTS: Final = (
    ("执手", "右手", 134),
    ("工具", "针", 276),
    ("入针", "≈ 30°", 392),
    ("针速", "2 毫米/秒", 553),
    ("针距", "0.5 毫米", 757),
    ("材料", "红线", 948),
    ("手法", "慢慢", 1090),
)
ASSUMED: Final = "灰＝图示假定，口述未说：花样的大小与样子、针脚长短、绷的样子、布厚与线粗"
PANELS: Final = (
    (124, 368, "图甲", "俯视·走针路线", "加速·不按比例", 358),
    (508, 450, "图乙", "侧视·执针", "实速·角度如实", 712),
    (974, 266, "图丙", "剖面", "实速·按比例", 1104),
)
STAGE: Final = (195, 349)  # top and height of each figure
RAIL: Final = (134.0, 1236.0, 680.0)
STEP, STEPS = 3, 7


def furniture() -> list[Any]:
    """Everything on the page that is no figure."""
    return [*_border(), *_title(), *_facts(), *_panels(), *_quote(), *_label(), *_rail()]


def _border() -> list[Any]:
    fishtails = [
        [(29, y), (104, y), (104, y + tall), (66.5, y + tall * 0.45), (29, y + tall)]
        for y, tall in ((40, 26), (680, -26))
    ]
    return [
        drawn(box(22, 20, 1236, 680), line=INK, width=3.2),
        drawn(box(29, 27, 1222, 666), line=INK),
        drawn(strokes([((104, 27), (104, 693)), ((108, 27), (108, 693))]), line=INK),
        *(drawn(corners(points), fill=INK) for points in fishtails),
        *column("苏绣", 66.5, 84, 38, heavy=True),
        *column("平针", 66.5, 180, 26, colour=INK2),
        *column("三之七", 66.5, 560, 26, heavy=True),
    ]


def _title() -> list[Any]:
    return [
        drawn(box(134, 51, 104, 44), fill=RED),
        words("第三步", 147, 83, 26, colour="#FFF8EC", heavy=True),
        words("沿梅花轮廓下针", 254, 88, 42, heavy=True),
    ]


def _facts() -> list[Any]:
    made = [drawn(box(134, 163, 20, 14), line=INK2), words(ASSUMED, 164, 178, 20, colour=INK2)]
    for label, value, x in FACTS:
        made += [words(label, x, 144, 22, colour=INK2), words(value, x + 52, 145, 28, colour=BLUE, heavy=True)]
    return made


def _panels() -> list[Any]:
    made = []
    for x, width, number, name, note, after in PANELS:
        made += [
            drawn(box(x, STAGE[0], width, STAGE[1]), fill=CARD),
            drawn(box(x, STAGE[0], width, STAGE[1]), line=INK2, width=1.4),
            drawn(box(x, 552, 62, 32), line=INK, width=1.4),
            words(number, x + 8, 577, 23, heavy=True),
            words(name, x + 70, 577, 24),
            words(note, after, 576, 20, colour=INK2),
        ]
    return made


def _quote() -> list[Any]:
    return [
        drawn(strokes([((124, 592), (1240, 592))]), line=INK),
        words("口述", 134, 628, 24, colour=RED, heavy=True),
        words("00:12:31", 134, 656, 20, colour=INK2),
        words("“右手捏针穿红线，针跟绷面斜着，三十度的样子慢慢扎进去，", 238, 628, 28),
        words("一秒钟走两毫米，每针隔半个毫米，顺着梅花的边走一圈。”", 238, 665, 28),
    ]


def _label() -> list[Any]:
    return [
        drawn(box(768, 36, 472, 80), fill="#F7F0E1", line=RED, width=3),
        drawn(box(775, 43, 458, 66), line=RED, width=1.5),
        words("AI生成·示意动画", 796, 96, 52, colour=RED, heavy=True),
    ]


def present() -> tuple[float, float]:
    """Where the present step begins and ends on the rail, in pixels."""
    pitch = (RAIL[1] - RAIL[0]) / STEPS
    return RAIL[0] + pitch * (STEP - 1), RAIL[0] + pitch * STEP


def _rail() -> list[Any]:
    left, right, y = RAIL
    start, end = present()
    marks = [left + (right - left) * step / STEPS for step in range(1, STEPS)]
    return [
        drawn(strokes([((left, y), (right, y))]), line=HAIR, width=3),
        drawn(strokes([((left, y), (start, y))]), line=INK2, width=3),
        drawn(strokes([((x, y - 4), (x, y + 4)) for x in marks]), line=INK2, width=1.4),
        drawn(box(start, y - 5, end - start, 10), fill=PAPER, line=INK2, width=1.4),
    ]


class Run:
    """The bead that shows how far the film has come."""

    def __init__(self) -> None:
        self.line = drawn(strokes([((0, 0), (1, 0))]), line=RED, width=3.4)
        self.bead = drawn(ring(0, 0, 5.5), fill=RED)
        self.rest = self.bead.points
        self.moving = [self.line, self.bead]

    def at(self, share: float) -> None:
        """Move to a share of the film, 0 to 1."""
        start, end = present()
        x = start + 6 + (end - start - 12) * share
        self.line.points = strokes([((start + 6, RAIL[2]), (x, RAIL[2]))])
        self.bead.points = self.rest + away(x, RAIL[2])
