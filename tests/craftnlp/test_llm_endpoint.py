"""A model's server that fails costs nothing but a note; the key shows nowhere; the command says what leaves the house."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from craftnlp import TechniqueSpec, read
from craftnlp.llm import Endpoint, EndpointError, Reader
from tests.craftnlp.model_server import CUES, KEY, SWAYED, Handler, answering, completion, consult, serving, step

ROOT = Path(__file__).parents[2]


def drip(handler: Handler) -> None:
    """One byte of the header at a time: no single wait is long, the whole never ends."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Wait: ")
    while not handler.server.over.wait(0.05):
        handler.wfile.write(b".")


def stall(handler: Handler) -> None:
    handler.server.over.wait(30)


def hang_up(handler: Handler) -> None:
    handler.close_connection = True


def flood(handler: Handler) -> None:
    handler.send_response(200)
    handler.end_headers()
    while not handler.server.over.is_set():
        handler.wfile.write(b" " * 65536)


def cut(handler: Handler) -> None:
    body = completion(json.dumps({"steps": []}))
    handler.answer(body, length=len(body) + 100)
    handler.close_connection = True


def chunked_and_cut(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    handler.wfile.write(b"400\r\n{")
    handler.close_connection = True


def saying(content: str, finish_reason: str = "stop") -> Callable[[Handler], None]:
    return lambda handler: handler.answer(completion(content, finish_reason))


def status(code: int, location: str = "") -> Callable[[Handler], None]:
    return lambda handler: handler.answer(f'{{"error": "{KEY}"}}'.encode(), status=code, location=location)


BAD = {
    "drips": (drip, "没有按时"),
    "stalls": (stall, "没有按时"),
    "hangs up": (hang_up, "连接中断"),
    "floods": (flood, "太大"),
    "is cut": (cut, "不完整"),
    "is cut in a chunk": (chunked_and_cut, "不完整"),
    "stops at its token limit": (saying('{"steps": [', "length"), "不完整"),
    "is no JSON": (lambda handler: handler.answer(b"<html>"), "不合格式"),
    "is no envelope": (lambda handler: handler.answer(b'{"choices": []}'), "不合格式"),
    "chats": (saying("好的，下面是工序："), "不合格式"),
    "has other keys": (saying('{"steps": [], "note": "hello"}'), "不合格式"),
    "has other types": (saying('{"steps": [{"line": "one"}]}'), "不合格式"),
    "nests": (saying("[" * 200_000), "不合格式"),
    "refuses": (lambda handler: handler.answer(b'{"choices": [{"message": {"content": null}}]}'), "不合格式"),
    "429": (status(429), "太忙"),
    "500": (status(500), "500"),
    "401": (status(401), "密钥"),
    "302": (status(302, "http://127.0.0.1:9/elsewhere"), "没有跟去"),
}


@pytest.mark.parametrize("name", BAD)
def test_an_endpoint_that_fails_costs_nothing_but_a_note(name: str) -> None:
    behave, chinese = BAD[name]
    begun = time.monotonic()
    done = consult(behave, seconds=1.0)
    assert time.monotonic() - begun < 4.0
    assert done.spec == read(CUES)
    (note,) = done.report.notes
    assert chinese in note.chinese
    assert "第 1 到 3 行只按规则读" in note.chinese
    assert KEY not in repr(done)


def test_an_endpoint_that_is_not_there_costs_nothing_but_a_note() -> None:
    with serving(answering()) as server:
        url = server.url
    done = Reader(Endpoint(url, model="stub"), seconds=5.0).consult(CUES)
    assert done.spec == read(CUES)
    assert "连不上" in done.report.notes[0].chinese


def test_the_reader_says_that_it_sends_data_out() -> None:
    assert Reader.sends_data_out is True


def test_the_key_shows_nowhere() -> None:
    endpoint = Endpoint("https://models.example/v1", model="m", key=KEY)
    assert KEY not in f"{endpoint!r} {endpoint} {vars(endpoint)}"
    with pytest.raises(EndpointError) as refused:
        Endpoint("https://models.example/v1", model="m", key=f"{KEY}\r\nX: 1")
    assert KEY not in str(refused.value) + refused.value.english


@pytest.mark.parametrize(
    "url",
    [
        "http://models.example/v1",
        "http://10.0.0.1/v1",
        "ftp://models.example/v1",
        "https://name:secret@models.example/v1",
        "https:///v1",
        "https://models.example/v1?key=1",
        "https://models.example:99999/v1",
        "https://models.example/v 1",
        "models.example",
        "",
    ],
)
def test_an_address_that_is_not_safe_is_refused(url: str) -> None:
    with pytest.raises(EndpointError):
        Endpoint(url, model="m")


@pytest.mark.parametrize("model", ["", "a\nb", "m" * 61])
def test_a_model_must_have_a_name(model: str) -> None:
    with pytest.raises(EndpointError):
        Endpoint("https://models.example/v1", model=model)


def run(*arguments: str, url: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "craftnlp", "-", "--llm", url, *arguments]
    given = "师傅：咱就那么着嘎悠嘎悠，用月牙刀，嘎悠五遍。"
    return subprocess.run(
        command, input=given, capture_output=True, text=True, cwd=ROOT, env={"JIYI_LLM_KEY": KEY}, check=False
    )


def test_the_command_says_first_that_words_leave_the_house() -> None:
    with serving(answering(step(1, SWAYED, "嘎悠", tool=["月牙刀", "雕刻刀"]))) as server:
        done = run("--model", "stub", "--json", url=server.url)
    spec = TechniqueSpec.model_validate_json(done.stdout)
    first, last = done.stderr.splitlines()
    assert spec.reader.endswith(" llm/stub")
    assert "将离开本机" in first
    assert "127.0.0.1" in first
    assert "退回 1" in last
    assert KEY not in done.stdout + done.stderr
    assert server.requests[0][1]["Authorization"] == f"Bearer {KEY}"


def test_the_command_needs_a_model_and_a_safe_address() -> None:
    assert run(url="https://models.example/v1").returncode == 2
    refused = run("--model", "m", url="http://models.example/v1")
    assert (refused.returncode, len(refused.stderr.splitlines())) == (2, 1)
    assert "https" in refused.stderr
