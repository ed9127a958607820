"""The commands that others script against, and what importing the library costs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from craftnlp import TechniqueSpec

ROOT = Path(__file__).parents[2]
TEXT = "师傅：先用竹刀切泥片，三毫米厚。\n师傅：沿着边剪开，不然容易断。"


def run(*arguments: str, data: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "craftnlp", *arguments], input=data, capture_output=True, cwd=ROOT, check=False
    )


def test_a_person_reads_steps_quotes_times_and_questions() -> None:
    vtt = "WEBVTT\n\n00:01:05.250 --> 00:01:08.000\n<v 师傅>沿着花瓣的边下针，三十度。"
    done = run("-", data=vtt.encode())
    out = done.stdout.decode()
    assert done.returncode == 0
    assert "1. 沿着花瓣的边下针  [01:05.250]" in out
    assert "数量：30 度 「三十度」" in out
    assert "？下针的时候，用几号针？原话未说。" in out


def test_json_is_the_specification(tmp_path: Path) -> None:
    file = tmp_path / "interview.txt"
    file.write_text(TEXT, encoding="utf-8")
    done = run(str(file), "--json")
    spec = TechniqueSpec.model_validate_json(done.stdout)
    assert [step.action.said for step in spec.steps] == ["切", "剪开"]
    again = TechniqueSpec.model_validate_json(spec.model_dump_json(indent=2))
    assert again.model_dump_json(indent=2) + "\n" == done.stdout.decode()


def test_predictions_have_the_form_of_the_scorer(tmp_path: Path) -> None:
    file = tmp_path / "passages.jsonl"
    passage = {"id": "own1", "text": "左手按住泥片，用竹刀切三毫米厚。"}
    foreign = {"id": "own2", "text": "no Chinese here"}
    file.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in (passage, foreign)), encoding="utf-8")
    first, second = (json.loads(line) for line in run("predict", str(file)).stdout.decode().splitlines())
    assert second == {"id": "own2", "steps": []}
    press, cut = first["steps"]
    assert press["hand"] == [{"start": 0, "end": 2, "value": "left"}]
    assert cut["quantity"] == [{"start": 11, "end": 14, "value": "3", "unit": "毫米"}]
    assert passage["text"][cut["tool"][0]["start"] : cut["tool"][0]["end"]] == "竹刀"


def test_the_schema_describes_a_specification() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["title"] == "TechniqueSpec"
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize(
    ("arguments", "data", "code", "chinese"),
    [
        (("-",), b"", 1, "空的"),
        (("-",), b"\0\0\0", 1, "不是文字文件"),
        (("-",), b"knead the clay", 1, "没有找到中文"),
        (("-",), "WEBVTT\n\n00:99.000 --> 01:00.000\n揉泥".encode(), 1, "第 3 行"),
        (("/nowhere/at/all.txt",), b"", 1, "读不到这个文件"),
        (("predict", "/nowhere/at/all.jsonl"), b"", 1, "读不到这个文件"),
        (("predict",), b"", 2, "用法不对"),
        ((), b"", 2, "用法不对"),
        (("-", "--nonsense"), b"", 2, "用法不对"),
    ],
)
def test_a_failure_is_one_plain_line_and_a_true_exit_code(
    arguments: tuple[str, ...], data: bytes, code: int, chinese: str
) -> None:
    done = run(*arguments, data=data)
    error = done.stderr.decode()
    assert done.returncode == code
    assert chinese in error
    assert " / " in error
    assert len(error.splitlines()) == 1
    assert done.stdout == b""


def test_a_broken_line_of_passages_is_named(tmp_path: Path) -> None:
    file = tmp_path / "passages.jsonl"
    file.write_text('{"id": "a", "text": "揉泥"}\n{"id": 3\n', encoding="utf-8")
    done = run("predict", str(file))
    assert done.returncode == 1
    assert "第 2 行" in done.stderr.decode()
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a"]


def test_passages_are_answered_while_more_are_still_to_come() -> None:
    command = [sys.executable, "-m", "craftnlp", "predict", "-"]
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT, env=usual) as process:
        assert process.stdin
        assert process.stdout
        for name in ("one", "two"):
            process.stdin.write(json.dumps({"id": name, "text": "揉泥"}).encode() + b"\n")
            process.stdin.flush()
            assert json.loads(process.stdout.readline())["id"] == name


def test_who_has_read_enough_may_go(tmp_path: Path) -> None:
    file = tmp_path / "passages.jsonl"
    file.write_text('{"id": "a", "text": "揉泥"}\n' * 50, encoding="utf-8")
    command = [sys.executable, "-m", "craftnlp", "predict", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_importing_the_library_brings_no_django_and_no_tokenizer() -> None:
    heavy = "{'django', 'spacy', 'jieba', 'opencc', 'torch', 'numpy'}"
    code = f"import craftnlp, craftnlp.decisions, sys; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout.strip() == "[]"


def test_reading_brings_no_django() -> None:
    code = "import craftnlp, sys; craftnlp.read((craftnlp.Cue(text='揉泥'),)); print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    assert (done.stdout.strip(), done.stderr) == ("False", "")
