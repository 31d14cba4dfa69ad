"""The Dockerfile, without an engine: linted, and in step with the project. What it installs runs in test_wheel."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path, PurePosixPath

import pytest

from fakes.project import INFRA, PROJECT, ROOT, dockerfile, pinned_image
from rescuewire_connectors.replicas import take_replica
from rescuewire_connectors.stopping import WrongSettings

IMAGE = dockerfile()
FINAL = IMAGE[max(index for index, (word, _) in enumerate(IMAGE) if word == "FROM") :]


def said(instruction: str) -> str:
    """What the one instruction of this name in the final stage says."""
    (found,) = [rest for word, rest in FINAL if word == instruction]
    return found


def variables() -> dict[str, str]:
    return dict(re.findall(r'(\w+)="?([^" ]+)"?', said("ENV")))


def test_the_linter_has_nothing_to_say() -> None:
    linter = Path(sys.executable).parent / "hadolint"
    subprocess.run([linter, INFRA / "docker" / "Dockerfile"], check=True)


def test_the_base_is_pinned_to_the_python_that_make_setup_takes_first() -> None:
    bases = dict(rest.split("=") for word, rest in IMAGE if word == "ARG" and "PYTHON=" in rest)
    _, tag = pinned_image(f"python:{bases['PYTHON']}")
    minor = ".".join(tag.split(".")[:2])
    candidates = re.search(r"\$\{PYTHON:-python([\d.]+) ", (INFRA / "virtual-environment").read_text())
    assert candidates is not None
    assert candidates[1] == minor
    assert f"Programming Language :: Python :: {minor}" in PROJECT["project"]["classifiers"]
    assert [rest for word, rest in IMAGE if word == "FROM"] == ["python:${BUILD_PYTHON} AS build", "python:${PYTHON}"]
    assert bases["BUILD_PYTHON"] == tag.replace("slim-", ""), "what is compiled for another Python is not loaded"


def test_everything_is_installed_by_hash() -> None:
    script = (INFRA / "docker" / "install").read_text(encoding="utf-8").replace("\\\n", " ")
    installs = [line for line in [*script.splitlines(), *(rest for _, rest in IMAGE)] if "pip install" in line]
    for line in (part for install in installs for part in install.split("&&") if "pip install" in part):
        assert "--require-hashes" in line or "--no-index" in line
    assert "requirements.lock" in script


def test_version_and_licence_are_the_projects() -> None:
    assert ("ARG", f"VERSION={PROJECT['project']['version']}") in FINAL
    assert f'licenses="{PROJECT["project"]["license"]}"' in said("LABEL")


def test_it_runs_as_a_user_without_name_and_rights_and_without_a_shell() -> None:
    user, _, group = said("USER").partition(":")
    assert int(user) == int(group) > 1000
    assert json.loads(said("ENTRYPOINT")) == ["rescuewire"]
    assert [rest for word, rest in FINAL if word in {"RUN", "ADD"}] == []


def test_what_is_copied_is_what_the_build_is_given() -> None:
    given = {
        line[1:] for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines() if line.startswith("!")
    }
    copied = [rest.split()[:-1] for word, rest in IMAGE if word == "COPY" and "--from=" not in rest]
    assert {source for sources in copied for source in sources} == given
    assert all((ROOT / source).exists() for source in given)


def test_the_state_folder_is_below_a_volume() -> None:
    folder = PurePosixPath(variables()["RESCUEWIRE_STATE_FOLDER"])
    assert str(folder.parent) in json.loads(said("VOLUME"))


def test_a_volume_itself_would_be_refused_as_state_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A volume belongs to root in Kubernetes; the replica makes a folder of its own in it."""
    monkeypatch.setattr("os.getuid", lambda: tmp_path.stat().st_uid + 1)
    with pytest.raises(WrongSettings, match="another user's"):
        take_replica(tmp_path, "cluster", "group", None)


@contextmanager
def answering(status: int) -> Iterator[int]:
    """A server on the port that is given; the first request is answered."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status if self.path == "/healthz" else 404)
            self.end_headers()

        def log_message(self, *_words: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.handle_request, daemon=True)
    thread.start()
    yield server.server_port
    server.server_close()


@pytest.mark.parametrize(("status", "healthy"), [(200, True), (503, False)])
def test_the_health_check_asks_healthz(status: int, healthy: bool) -> None:
    _, *words = json.loads(said("HEALTHCHECK").partition("CMD ")[2])
    with answering(status) as port:
        command = [sys.executable, *(word.replace(said("EXPOSE"), str(port)) for word in words)]
        assert (subprocess.run(command, capture_output=True, check=False, timeout=30).returncode == 0) == healthy
