"""The archive of answers: every figure can be followed back to the bytes it came from.

```
STORE/answers/bodies/3f/3fa9….zst      a body, compressed, named by its SHA-256
              requests/81c2….json      a request and its answers: time, status, headers, SHA-256
              unfinished/….json        which answers a fetch has so far, to continue it when it was interrupted
              quotas.json              the times of the latest requests
```
Above the limit of its size, the bodies used least recently are removed; what is known about them stays.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Final

import pyarrow as pa

from indicators.errors import StoreError
from indicators.files.checksums import open_sealed, seal
from indicators.files.disk import replace_file, write_atomically
from indicators.providers.fetching import messages
from indicators.providers.fetching.http_messages import HttpAnswer, HttpRequest

_KEPT_HEADERS: Final = (
    "content-type", "content-encoding", "content-disposition", "content-language", "date", "etag", "last-modified",
)  # fmt: skip
_MOST_ANSWERS: Final = 100
_LONGEST_BODY: Final = 24 * 3600  # seconds in which no piece of a body came


class BodyWriter:
    """Writes a body piece by piece, compressed, and calculates its hash."""

    def __init__(self, partial: Path) -> None:
        self.partial = partial
        """The file."""
        self._file = pa.OSFile(str(partial), "wb")
        self._sink, self._hash = pa.CompressedOutputStream(self._file, "zstd"), hashlib.sha256()
        self.size = 0
        """The bytes written so far."""

    @property
    def sha256(self) -> str:
        """The hash of what was written."""
        return self._hash.hexdigest()

    def write(self, piece: bytes) -> None:
        """Write the next piece."""
        self._sink.write(piece)
        self._hash.update(piece)
        self.size += len(piece)

    def close(self) -> None:
        """End the file."""
        self._sink.close()
        self._file.close()


class AnswerArchive:
    """The archive of a store.

    Args:
        folder: Its folder; it is created when something is kept.
        most_bytes: The size above which the oldest bodies are removed.
    """

    def __init__(self, folder: Path, *, most_bytes: int) -> None:
        self.folder, self._most = folder, most_bytes

    @contextmanager
    def explain_failure(self) -> Iterator[None]:
        """Turn what a full disk or a write-protected folder raises into an error that names the archive."""
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            yield
        except OSError as error:
            message = messages.NO_ARCHIVE.format(folder=self.folder)
            raise StoreError(message, found=error.strerror or str(error)) from error

    def find_last(self, request: HttpRequest) -> HttpAnswer | None:
        """Return the latest answer to a request, if its body is still there."""
        for told in reversed(self._read_record(request).get("answers", [])):
            answer = _make_answer(request, told, self._find_body(told["sha256"]))
            if answer.kept.exists():
                return answer
        return None

    @contextmanager
    def write_body(self) -> Iterator[BodyWriter]:
        """Give a writer of a body; its file is removed unless `keep` takes it."""
        bodies = self.folder / "bodies"
        bodies.mkdir(parents=True, exist_ok=True)
        with NamedTemporaryFile(dir=bodies, suffix=".partial", delete=False) as reserved:
            partial = Path(reserved.name)
        writer = BodyWriter(partial)
        try:
            yield writer
        finally:
            writer.close()
            partial.unlink(missing_ok=True)

    def keep(self, answer: HttpAnswer) -> HttpAnswer:
        """Keep an answer whose body was written; return it with the place of the body."""
        body = self._find_body(answer.sha256)
        body.parent.mkdir(parents=True, exist_ok=True)
        if not body.exists():
            replace_file(answer.kept, body)
        kept = replace(answer, kept=body, headers={k: v for k, v in answer.headers.items() if k in _KEPT_HEADERS})
        self.note(kept)
        self._trim(body)
        return kept

    def note(self, answer: HttpAnswer) -> None:
        """Note that an answer came, perhaps again."""
        request, record = answer.request, self._read_record(answer.request)
        told = {
            "time": answer.time.isoformat(timespec="seconds"), "status": answer.status, "headers": dict(answer.headers),
            "sha256": answer.sha256, "size": answer.size,
        }  # fmt: skip
        asked = {
            "service": request.service.id, "method": request.method, "address": str(request).partition(" ")[2],
            "body": request.body.decode("utf-8", "replace"),
        }  # fmt: skip
        self._write_json(self._find_record(request), {
            "request": asked, "answers": [*record.get("answers", []), told][-_MOST_ANSWERS:],
        })  # fmt: skip
        answer.kept.touch()

    def read_unfinished(self, name: str) -> dict[str, str]:
        """Return the answers that an interrupted fetch has: their hashes by the ids of their requests."""
        return {str(id): str(sha256) for id, sha256 in _read_json(self._find_unfinished(name)).items()}

    def write_unfinished(self, name: str, answers: Mapping[str, str]) -> None:
        """Note the answers of a fetch; none when it is finished."""
        path = self._find_unfinished(name)
        if answers:
            self._write_json(path, dict(answers))
        else:
            path.unlink(missing_ok=True)

    def age_of_unfinished(self, name: str, now: datetime) -> float:
        """Return how many seconds ago an interrupted fetch got its last answer."""
        return now.timestamp() - self._find_unfinished(name).stat().st_mtime

    def _write_json(self, path: Path, content: Mapping[str, Any]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, json.dumps(seal(content), ensure_ascii=False, indent=1).encode())

    def _read_record(self, request: HttpRequest) -> dict[str, Any]:
        return _read_json(self._find_record(request))

    def _find_body(self, sha256: str) -> Path:
        return self.folder / "bodies" / sha256[:2] / f"{sha256}.zst"

    def _find_record(self, request: HttpRequest) -> Path:
        return self.folder / "requests" / f"{request.id}.json"

    def _find_unfinished(self, name: str) -> Path:
        return self.folder / "unfinished" / f"{hashlib.sha256(name.encode()).hexdigest()[:24]}.json"

    def _trim(self, newest: Path) -> None:
        """Remove the bodies used least recently until the archive fits, and what a killed fetch left of one."""
        for path in self.folder.glob("bodies/*.partial"):
            with suppress(FileNotFoundError):  # finished meanwhile, by another process
                if time.time() - path.stat().st_mtime > _LONGEST_BODY:
                    path.unlink()
        stats = sorted(
            ((path.stat(), path) for path in self.folder.glob("bodies/*/*.zst")), key=lambda one: one[0].st_mtime
        )
        excess = sum(stat.st_size for stat, _ in stats) - self._most
        for stat, path in stats:
            if excess <= 0:
                break
            if path != newest:
                path.unlink(missing_ok=True)
                excess -= stat.st_size


def _make_answer(request: HttpRequest, told: Mapping[str, Any], body: Path) -> HttpAnswer:
    time = datetime.fromisoformat(told["time"])
    return HttpAnswer(request, told["status"], time, told["headers"], told["sha256"], told["size"], body)


def _read_json(path: Path) -> dict[str, Any]:
    try:
        return open_sealed(path.read_bytes())
    except (OSError, ValueError):
        return {}
