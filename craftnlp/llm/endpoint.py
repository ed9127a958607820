"""The one place that talks to a model's server: a single POST, bounded in time and size.

No redirect is followed, no proxy is used, and anything but the machine itself must be reached by https. The key
appears in the request and nowhere else.
"""

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
from http import HTTPStatus
from typing import Final, NamedTuple
from urllib.parse import SplitResult, urlsplit

from pydantic import SecretStr

ANSWER_LIMIT: Final = 1_000_000  # bytes
MODEL_NAME_LIMIT: Final = 60  # characters; it becomes part of the name of the reader


class Note(NamedTuple):
    """Something to tell the person, in both languages."""

    chinese: str
    english: str


class EndpointError(ValueError):
    """The address, the model's name or the key cannot be used. The message never holds the key."""

    def __init__(self, message: str, english: str) -> None:
        super().__init__(message)
        self.english = english


class NoAnswerError(Exception):
    """The model gave no answer that can be used. ``note`` says why."""

    def __init__(self, note: Note) -> None:
        super().__init__(note.english)
        self.note = note


TOO_SLOW: Final = Note("模型没有按时答完", "the model did not answer in time")
NO_CONNECTION: Final = Note("连不上模型服务，或连接中断", "no connection to the model, or it broke")
TOO_LARGE: Final = Note("模型的回答太大", "the model's answer is too large")
CUT_OFF: Final = Note("模型的回答不完整", "the model's answer is cut off")


class Endpoint:
    """Where a model is asked: ``url`` is the base address (``https://host/v1``). Raises :class:`EndpointError`."""

    def __init__(self, url: str, *, model: str, key: str = "") -> None:
        self._url = _checked(url)
        if not model.isprintable() or not 0 < len(model) <= MODEL_NAME_LIMIT:
            raise EndpointError("模型名不对，请检查。", "The name of the model cannot be used: check it.")
        if not (key.isascii() and key.isprintable() and " " not in key):
            raise EndpointError("密钥里有不该有的字符，请检查。", "The key holds characters no key has: check it.")
        self.model = model
        self._key = SecretStr(key)

    def __repr__(self) -> str:
        return f"Endpoint({self.host!r}, model={self.model!r})"

    @property
    def host(self) -> str:
        """The machine that is asked."""
        return self._url.hostname or ""

    def post(self, body: bytes, *, seconds: float) -> bytes:
        """The answer to a request for a chat completion, within ``seconds`` in all. Raises :class:`NoAnswerError`."""
        if seconds <= 0:
            raise NoAnswerError(TOO_SLOW)
        call = _Call(self._connection(seconds), f"{self._url.path.rstrip('/')}/chat/completions", body, self._headers())
        call.start()
        call.join(seconds)
        return call.result()

    def _connection(self, seconds: float) -> http.client.HTTPConnection:
        if self._url.scheme == "http":
            return http.client.HTTPConnection(self.host, self._url.port or http.client.HTTP_PORT, timeout=seconds)
        context, port = ssl.create_default_context(), self._url.port or http.client.HTTPS_PORT
        return http.client.HTTPSConnection(self.host, port, timeout=seconds, context=context)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
        key = self._key.get_secret_value()
        return headers | ({"Authorization": f"Bearer {key}"} if key else {})


class _Call(threading.Thread):
    """One exchange in a thread of its own: a server that drips, or a name that never resolves, is left behind."""

    def __init__(self, connection: http.client.HTTPConnection, path: str, body: bytes, headers: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self._connection, self._request = connection, (path, body, headers)
        self._socket: socket.socket | None = None
        self._answer: bytes | Note = NO_CONNECTION

    def run(self) -> None:
        """Ask, and keep the answer or the reason why there is none."""
        try:
            self._answer = self._exchange()
        except NoAnswerError as error:
            self._answer = error.note
        except TimeoutError:
            self._answer = TOO_SLOW
        except http.client.IncompleteRead:
            self._answer = CUT_OFF
        except (OSError, http.client.HTTPException):
            self._answer = NO_CONNECTION
        finally:
            self._connection.close()

    def result(self) -> bytes:
        """The answer, once the time is over. Raises :class:`NoAnswerError`."""
        if self.is_alive():
            if self._socket:
                with contextlib.suppress(OSError):
                    self._socket.shutdown(socket.SHUT_RDWR)
            raise NoAnswerError(TOO_SLOW)
        if isinstance(self._answer, Note):
            raise NoAnswerError(self._answer)
        return self._answer

    def _exchange(self) -> bytes:
        path, body, headers = self._request
        self._connection.connect()
        self._socket = self._connection.sock
        self._connection.request("POST", path, body, headers)
        with self._connection.getresponse() as response:
            if response.status != HTTPStatus.OK:
                raise NoAnswerError(_refusal(response.status))
            answer = response.read(ANSWER_LIMIT + 1)
            if len(answer) > ANSWER_LIMIT:
                raise NoAnswerError(TOO_LARGE)
            if response.length:
                raise NoAnswerError(CUT_OFF)
            return answer


def _refusal(status: int) -> Note:
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return Note(
            f"模型服务要转到别处（{status}），没有跟去", f"the model's server redirects ({status}); not followed"
        )
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        return Note(f"模型服务不认密钥（{status}），请检查密钥", f"the model's server refuses the key ({status})")
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        return Note(f"模型服务太忙（{status}），请稍后再试", f"the model's server is busy ({status}): try again later")
    return Note(f"模型服务出错（{status}）", f"the model's server answered {status}")


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        named = parts.hostname and parts.hostname.encode("idna") and parts.port != 0
    except ValueError:
        named = False
        parts = urlsplit("")
    plain = url.isascii() and url.isprintable() and " " not in url
    if not named or not plain or parts.username or parts.password or parts.query or parts.fragment:
        raise EndpointError(
            "模型地址不对，请写成 https://主机/v1，不要带密码。",
            "The model's address cannot be used: write https://host/v1, without a password.",
        )
    if parts.scheme != "https" and not (parts.scheme == "http" and _is_this_machine(parts.hostname or "")):
        raise EndpointError(
            "模型地址要用 https；只有本机可以用 http。",
            "The model's address must be https; http is for this machine only.",
        )
    return parts


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
