"""The runbook's commands: each is followed as it stands against a running system, or it is said why it cannot be."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fakes.running import ENVIRONMENT, ROOT

PAGE = (ROOT / "infra" / "README.md").read_text(encoding="utf-8")
SCRIPTS: tuple[str, ...] = tuple(re.findall(r"^```sh\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
LINES = frozenset(line for script in SCRIPTS for line in script.splitlines())

CANNOT_BE_FOLLOWED = {
    r"docker ": "there is no container engine where tests run",
    r"kubectl (?!.* exec rescuewire-0 -- )": "there is no cluster; tests/packaging builds what kubectl would apply",
}
"""Commands by how they begin, and why no test follows them."""

CONSUMER = (
    "kafka-console-consumer.sh --bootstrap-server kafka:9092 --topic {topic} --from-beginning --timeout-ms 10000 "
    "--formatter-property print.partition=true --formatter-property print.offset=true"
)
SOURCE, SINK = "kafka://kafka:9092/news-articles", "kafka://kafka:9092/rescue-events"
LETTERS, ALERT_LETTERS = f"{SINK}-dlq", f"{SINK}-alert-dlq"
MOVE = f"rescuewire offsets move {SOURCE} --group rescuewire --to 2026-11-25T00:00"
CANARY = f"rescuewire run {SOURCE} {SINK}-canary --group canary --start latest"
BESIDE = f"rescuewire run {SOURCE} {SINK}-again --group again-2026-11-25 --start 2026-11-25T00:00"
TOOLS = {
    "kafka-console-consumer.sh": "org.apache.kafka.tools.consumer.ConsoleConsumer",
    "kafka-delete-records.sh": "org.apache.kafka.tools.DeleteRecordsCommand",
    "kafka-configs.sh": "org.apache.kafka.tools.ConfigCommand",
}
"""Kafka's scripts and what they start."""


@dataclass(frozen=True)
class Step:
    """A line of the runbook at a stage of the test: patterns of what it prints, on either stream, and how it ends."""

    stage: str
    line: str
    says: tuple[str, ...] = ()
    code: int = 0


STEPS = (
    Step("before", "mkdir -p infra/compose/secrets"),
    Step("before", "openssl rand -hex 16 > infra/compose/secrets/grafana_admin_password"),
    Step("before", f"rescuewire topics create {SOURCE} {SINK} --dry-run", (r"(?s)(would be created: .*){3}",)),
    Step("ready", f"rescuewire topics create {SINK} --dead-letters {ALERT_LETTERS}", (r"alert-dlq: created",)),
    Step(
        "ready",
        "rescuewire schema register --registry http://registry:8080/apis/ccompat/v7 --topic rescue-events",
        (r"rescue-events-value: rescue_event 1\.\d+\.0 has id \d+",),
    ),
    Step("ready", "rescuewire alert docs/alert-rules.yaml --check", (r"3 rules, 3 receivers; nothing to mend",)),
    Step("ready", "rescuewire config show", (r"kafka\.security_protocol +PLAINTEXT +default",)),
    Step("ready", f"rescuewire check {SOURCE} {SINK}", (r"\b0 failed",)),
    Step(
        "load",
        'kubectl --namespace rescuewire exec rescuewire-0 -- python -c "import urllib.request as u; '
        "print(u.urlopen('http://127.0.0.1:9108/readyz').read())\"",
        (r"b'ok\\n'",),
    ),
    Step("load", f"rescuewire offsets show {SOURCE} --group rescuewire", (r"1 member",)),
    Step("load", f"rescuewire tail {SINK} --until-end --start 2026-11-26", (r"how sure", r"ressortissants")),
    Step("load", f"rescuewire dlq list {LETTERS} --summary --since 1d", (r"not_json +\d+ +0",)),
    Step("letters", f"rescuewire dlq list {LETTERS} --summary --since 6h", (r"timed_out +\d+ +0",)),
    Step("letters", f"rescuewire dlq list {LETTERS} --pending --limit 5", (r"not_json|wrong_type",)),
    Step("letters", f"rescuewire dlq show {LETTERS} 0/17", (r"reason +timed_out", r"source +news-articles")),
    Step("letters", f"rescuewire dlq replay {LETTERS} --reason timed_out --dry-run", (r"hop 1", r"would be replayed")),
    Step("letters", f"rescuewire dlq replay {LETTERS} --reason timed_out --rate 20", (r"rescuewire: .*replayed",)),
    Step("odd", "rescuewire extract article.json", (r"candidates", r"outcome: events")),
    Step("odd", "rescuewire extract article.json --json --min-confidence 0.3", (r'"rejected"',)),
    Step("alerts", f"rescuewire dlq list {ALERT_LETTERS} --summary", (r"refused +\d+ +0",)),
    Step("alerts", f"rescuewire offsets show {SINK} --group rescuewire-alert.news-desk", (r"no members",)),
    Step("again", f"{MOVE} --dry-run", (r"nothing was moved",)),
    Step("again", MOVE),
    Step("beside", f"rescuewire offsets show {SOURCE} --group again-2026-11-25", (r"no members",)),
    Step(
        "held", f'rescuewire tail {SINK} --until-end --format json | grep "THE NAME"', (r'"event_id": "[0-9a-f]{32}"',)
    ),
    Step(
        "held",
        f"{CONSUMER.format(topic='rescue-events')} --formatter-property print.key=true "
        "--formatter-property print.value=false | grep EVENT_ID",
        (r"Partition:\d+\tOffset:\d+\t[0-9a-f]{32}",),
    ),
    Step("held", f'{CONSUMER.format(topic="news-articles")} | grep "THE NAME"', (r"Partition:\d+\tOffset:\d+\t\{",)),
    Step("held", f"rescuewire dlq list {LETTERS} --format json | grep ARTICLE_ID", (r'"place": "\d+/\d+"',)),
    Step(
        "held",
        'echo \'{"version": 1, "partitions": [{"topic": "rescue-events", "partition": 0, "offset": 18}]}\' '
        "> up-to-here.json",
    ),
    Step(
        "held",
        "kafka-delete-records.sh --bootstrap-server kafka:9092 --offset-json-file up-to-here.json",
        (r"low_watermark: \d+",),
    ),
    Step(
        "held",
        "kafka-configs.sh --bootstrap-server kafka:9092 --alter --topic rescue-events-dlq "
        "--add-config retention.ms=604800000",
        (r"Completed updating config",),
    ),
)
"""In the order in which they are followed."""

ENDLESS = (CANARY, BESIDE)
"""Lines that go on until they are stopped."""


def reason_against(line: str) -> str | None:
    """Why a line cannot be followed; None where it can."""
    return next((reason for begin, reason in CANNOT_BE_FOLLOWED.items() if re.match(begin, line)), None)


class Operator:
    """Follows the runbook in a folder of its own, with what is to be put in put in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._put_in: dict[str, str] = {}
        commands = folder / "bin"
        commands.mkdir()
        _write_script(commands / "rescuewire", f"{shlex.quote(sys.executable)} -m rescuewire")
        for name, java in TOOLS.items():
            _write_script(commands / name, f'java -cp "{ROOT}/infra/kafka/lib/*" {java}')
        (folder / "docs").symlink_to(ROOT / "docs")
        python = Path(sys.executable).parent
        self._environment = {**ENVIRONMENT, "PATH": f"{commands}:{python}:{ENVIRONMENT['PATH']}"}

    def put_in(self, words: Mapping[str, str]) -> None:
        """From now on these words of the page stand for those."""
        self._put_in.update(words)

    def set(self, name: str, value: str) -> None:
        """From now on commands have this variable, as Compose gives theirs."""
        self._environment[name] = value

    def follow(self, stage: str) -> None:
        """Follow all steps of a stage, and check what they say and how they end."""
        for step in (step for step in STEPS if step.stage == stage):
            ended = self.run(step.line)
            said = ended.stdout + ended.stderr
            assert ended.returncode == step.code, f"{step.line}\n{said}"
            for pattern in step.says:
                assert re.search(pattern, said), f"{step.line}\n{pattern}\n{said}"

    def run(self, line: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a line to its end."""
        return subprocess.run(
            ["bash", "-c", self.words(line)],
            cwd=self._folder,
            env={**self._environment, **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def words(self, line: str) -> str:
        """A line as it is run here."""
        line = re.sub(r"^kubectl .* exec \S+ -- ", "", line)
        for word, mine in self._put_in.items():
            line = line.replace(word, mine)
        return line


def _write_script(path: Path, command: str) -> None:
    path.write_text(f'#!/bin/sh\nexec {command} "$@"\n')
    path.chmod(0o755)
