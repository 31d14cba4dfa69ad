from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from rescuewire_connectors import replicas
from rescuewire_connectors.replicas import take_replica
from rescuewire_connectors.stopping import WrongSettings

HOST = socket.gethostname()


def test_replicas_of_one_host_number_themselves(tmp_path: Path) -> None:
    taken = [take_replica(tmp_path, "cluster", "group", None) for _ in range(3)]
    assert [replica.name for replica in taken] == [f"{HOST}-0", f"{HOST}-1", f"{HOST}-2"]


def test_the_lowest_number_that_is_free_is_taken(tmp_path: Path) -> None:
    first, second = (take_replica(tmp_path, "cluster", "group", None) for _ in range(2))
    first.close()
    assert take_replica(tmp_path, "cluster", "group", None).name == f"{HOST}-0"
    assert second.name == f"{HOST}-1"


@pytest.mark.parametrize("other", [("cluster2", "group"), ("cluster", "group2"), ("cluster", "a/b")])
def test_other_groups_and_clusters_number_for_themselves(tmp_path: Path, other: tuple[str, str]) -> None:
    take_replica(tmp_path, "cluster", "group", None)
    assert take_replica(tmp_path, *other, None).name == f"{HOST}-0"


def test_a_name_that_lives_is_not_given_twice(tmp_path: Path) -> None:
    first = take_replica(tmp_path, "cluster", "group", "blue/1")
    with pytest.raises(WrongSettings, match=r"--replica blue/1: .* give another"):
        take_replica(tmp_path, "cluster", "group", "blue/1")
    first.close()
    first.close()
    assert take_replica(tmp_path, "cluster", "group", "blue/1").name == "blue/1"


def test_a_process_that_is_killed_gives_its_name_free(tmp_path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from rescuewire_connectors.replicas import take_replica\n"
        "r = take_replica(Path(sys.argv[1]), 'cluster', 'group', None); print(r.name, flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env={"PYTHONPATH": ":".join(sys.path)}
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"{HOST}-0\n"
        process.kill()
    assert take_replica(tmp_path, "cluster", "group", None).name == f"{HOST}-0"


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(WrongSettings, match=r"file.*--state-folder"):
        take_replica(tmp_path / "file", "cluster", "group", None)


def test_a_folder_of_another_user_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replicas.os, "getuid", lambda: 12345)
    with pytest.raises(WrongSettings, match="another user"):
        take_replica(tmp_path, "cluster", "group", None)
