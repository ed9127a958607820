"""``python -m craftnlp evaluate``: what it prints and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from craftnlp.commands import evaluate
from tests.craftnlp.annotated import CUT, GOLD, lines, span, steps

ROOT = Path(__file__).parents[2]


def run(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "craftnlp", *arguments], input=data, capture_output=True, cwd=ROOT, check=False
    )


def test_the_command_scores_an_annotated_file(tmp_path: Path) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(b"\n".join(lines(GOLD, GOLD | {"id": "two", "craft": "", "style": "written"})))
    done = run("evaluate", str(file), "--json", "--by", "style", "--errors", "--reliability")
    report = json.loads(done.stdout)
    assert done.returncode == 0
    assert (report["passages"], report["action"]["lenient"]["gold"]) == (2, 6)
    assert set(report["groups"]) == {"spoken", "written"}
    assert report["invented"] == {"count": 0, "examples": []}
    assert sum(row["values"] for row in report["reliability"]["bands"]) > 0
    assert isinstance(report["errors"], list)
    shown = run("evaluate", str(file), "--by", "craft", "--errors", "--reliability").stdout.decode()
    assert all(word in shown for word in ("HEADLINE", "INVENTED 0", "陶艺", "Brier"))


def test_the_command_ends_with_three_when_something_is_invented(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    file = tmp_path / "own.jsonl"
    file.write_bytes(b"\n".join(lines(GOLD)))
    wrong = CUT | {"quantity": [span("三毫米", value="30", unit="毫米")]}
    monkeypatch.setattr(evaluate, "steps_read", lambda passage: tuple(steps(wrong)))
    with pytest.raises(SystemExit) as end:
        evaluate.run([str(file)])
    told = capfd.readouterr()
    assert end.value.code == 3
    assert "INVENTED 1" in told.out
    assert "凭空" in told.err


@pytest.mark.parametrize(
    ("arguments", "data", "code", "chinese"),
    [
        (("evaluate", "-"), b'{"id": 1}', 1, "第 1 行"),
        (("evaluate", "-"), b"\n", 1, "没有段落"),
        (("evaluate", "/nowhere/at/all.jsonl"), b"", 1, "读不到这个文件"),
        (("evaluate",), b"", 2, "用法不对"),
        (("evaluate", "-", "--by", "weather"), b"", 2, "用法不对"),
    ],
)
def test_a_failure_of_the_command_is_one_plain_line(
    arguments: tuple[str, ...], data: bytes, code: int, chinese: str
) -> None:
    done = run(*arguments, data=data)
    error = done.stderr.decode()
    assert (done.returncode, len(error.splitlines()), done.stdout) == (code, 1, b"")
    assert chinese in error
    assert " / " in error
