"""A client for yaml-language-server over its standard streams, as far as the tests ask it something."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import threading
from typing import IO, TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LanguageServer", "require_server"]

_SECONDS = 60
"""A server that is silent so long is ended, which fails the test."""
_SETTINGS = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}


def require_server() -> str:
    """The program. Skips where it is missing; fails instead when SMARTPLAN_REQUIRE_LANGUAGE_SERVER=1."""
    program = shutil.which("yaml-language-server")
    if program is None:
        reason = "yaml-language-server not found (npm install -g yaml-language-server)"
        if os.environ.get("SMARTPLAN_REQUIRE_LANGUAGE_SERVER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    return program


class LanguageServer:
    """One server for one folder; use it in a ``with``."""

    def __init__(self, program: str, root: Path) -> None:
        self._process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self._patience = threading.Timer(_SECONDS, self._process.kill)
        self._patience.start()
        self._last = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {
                "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": False}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        }
        folders = [{"uri": root.as_uri(), "name": root.name}]
        self.ask(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root.as_uri(),
                "capabilities": capabilities,
                "workspaceFolders": folders,
            },
        )
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": {"yaml": _SETTINGS}})

    def __enter__(self) -> LanguageServer:
        return self

    def __exit__(self, *trouble: object) -> None:
        self._patience.cancel()
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def open(self, file: Path, text: str) -> list[dict[str, Any]]:
        """Show ``text`` as the content of ``file``; what the server finds wrong in it."""
        self._diagnostics.pop(file.as_uri(), None)
        document = {"uri": file.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while file.as_uri() not in self._diagnostics:
            self._handle(self._read())
        return self._diagnostics[file.as_uri()]

    def complete(self, file: Path, line: int, column: int) -> dict[str, str]:
        """Label -> text of help, at a place that counts from 0."""
        answer = self.ask("textDocument/completion", _at(file, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer
        return {item["label"]: _text_of(item.get("documentation")) for item in items}

    def hover(self, file: Path, line: int, column: int) -> str:
        """The help at a place that counts from 0."""
        answer = self.ask("textDocument/hover", _at(file, line, column))
        return _text_of(answer["contents"]) if answer else ""

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        """The answer to one request."""
        self._last += 1
        self._send({"jsonrpc": "2.0", "id": self._last, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._last and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._handle(message)

    def _tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"jsonrpc": "2.0", "method": method, "params": params})

    def _handle(self, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method == "textDocument/publishDiagnostics":
            params = message["params"]
            self._diagnostics[params["uri"]] = params["diagnostics"]
        elif "id" in message:
            result: Any = None
            if method == "workspace/configuration":
                result = [_SETTINGS if item.get("section") == "yaml" else None for item in message["params"]["items"]]
            self._send({"jsonrpc": "2.0", "id": message["id"], "result": result})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps(message).encode()
        stream = _open(self._process.stdin)
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _read(self) -> dict[str, Any]:
        stream = _open(self._process.stdout)
        length = 0
        while line := stream.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(stream.read(length))
        return message


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    assert stream is not None
    return stream


def _at(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line, "character": column}}


def _text_of(documentation: Any) -> str:
    if isinstance(documentation, dict):
        return str(documentation.get("value", ""))
    return str(documentation or "")
