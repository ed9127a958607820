"""A stand-in for a model's server, on this machine: it answers what a test tells it to, well or badly."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from craftnlp import Cue, transcript_text
from craftnlp.llm import Consultation, Endpoint, Reader

KEY = "sk-never-to-be-seen"
ASKED = "是不是要烧到九百度？"
CUES = (
    Cue(speaker="师傅", text="先把泥板拍到三毫米厚，再用木棍压平。"),
    Cue(speaker="问", interviewer=True, text=ASKED),
    Cue(speaker="师傅", text="嗯嗯，咱就那么着嘎悠嘎悠，用月牙刀，嘎悠五遍，歇两天。"),
    Cue(speaker="师傅", text="再上窑烧，烧到八百度。"),
)
TEXT = transcript_text(CUES)
SWAYED = "咱就那么着嘎悠嘎悠，用月牙刀，嘎悠五遍"  # line 2: a dialect verb that no lexicon has
FIRST, LAST = "先把泥板拍到三毫米厚", "烧到八百度"
EMPTY_STEP: dict[str, Any] = {
    "tool": [],
    "material": [],
    "hand": [],
    "path": [],
    "place": [],
    "manner": [],
    "condition": [],
    "caution": [],
    "result": [],
    "quantity": [],
}


def step(line: int, clause: str, action: str, **fields: Any) -> dict[str, Any]:
    """A step as a model answers it."""
    return EMPTY_STEP | {"line": line, "clause": clause, "action": action} | fields


def amount(quote: str, value: str, unit: str) -> dict[str, str]:
    """A quantity as a model answers it."""
    return {"quote": quote, "value": value, "unit": unit}


def completion(content: str, finish_reason: str = "stop") -> bytes:
    """The response around the words of a model."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish_reason}
    return json.dumps({"id": "1", "object": "chat.completion", "choices": [choice]}).encode()


class Handler(BaseHTTPRequestHandler):
    """Keeps what it was asked and lets the test answer."""

    server: "ModelServer"

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.requests.append((self.path, dict(self.headers), json.loads(body)))
        self.server.behave(self)

    def log_message(self, format: str, *args: Any) -> None:
        """Keep the test's output clean."""

    def answer(self, body: bytes, *, status: int = 200, length: int | None = None, location: str = "") -> None:
        """A whole response; a wrong ``length`` cuts it off."""
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body) if length is None else length))
        if location:
            self.send_header("Location", location)
        self.end_headers()
        self.wfile.write(body)


class ModelServer(ThreadingHTTPServer):
    """``behave`` answers each request; ``requests`` holds path, headers and body of each; ``over`` is set at the end."""

    daemon_threads = True

    def __init__(self, behave: Callable[[Handler], None]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.behave = behave
        self.requests: list[tuple[str, dict[str, str], Any]] = []
        self.over = threading.Event()

    @property
    def url(self) -> str:
        """The base address."""
        return f"http://127.0.0.1:{self.server_port}/v1"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that hangs up is what some tests are about."""


@contextmanager
def serving(behave: Callable[[Handler], None]) -> Iterator[ModelServer]:
    """A server for the length of a test."""
    server = ModelServer(behave)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def consult(behave: Callable[[Handler], None], *, seconds: float = 5.0) -> Consultation:
    """What comes of reading with a model that behaves like this; every quote is proved."""
    with serving(behave) as server:
        consultation = Reader(Endpoint(server.url, model="stub", key=KEY), seconds=seconds).consult(CUES)
    consultation.spec.check_quotes(TEXT)
    return consultation


def answering(*steps: dict[str, Any]) -> Callable[[Handler], None]:
    """A model that answers every request with these steps."""
    body = completion(json.dumps({"steps": steps}, ensure_ascii=False))
    return lambda handler: handler.answer(body)
