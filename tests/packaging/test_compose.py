"""The Compose files, without an engine: valid by their specification, hardened, and in step with the project."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from fakes.command_line import parse_command
from fakes.project import INFRA, PROJECT, ROOT, dockerfile, pinned_image, read_yaml
from rescuewire.alerting.rules import read_rules
from rescuewire.commands.topics import create
from rescuewire.configuration.model import Settings
from rescuewire_connectors.stopping import ExitCode

FOLDER = INFRA / "compose"
FILE = FOLDER / "compose.yaml"
COMPOSE: dict[str, Any] = read_yaml(FILE)
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
PIPELINE = SERVICES["rescuewire"]
ALERT = SERVICES["alert"]
OURS = {name: service for name, service in SERVICES.items() if service["image"].startswith("rescuewire:")}
SERVING = {name: service for name, service in OURS.items() if service["restart"] != "no"}
TOPIC = re.compile(r"kafka://kafka:9092/([\w-]+)")


def version_in_pom(folder: str, artifact: str) -> str:
    """The version of an artifact that tests run."""
    pom = (INFRA / folder / "pom.xml").read_text(encoding="utf-8")
    found = re.search(rf"<artifactId>{artifact}</artifactId>\s*<version>([^<]+)</version>", pom)
    assert found is not None
    return found[1]


def test_it_is_valid_by_the_compose_specification() -> None:
    checker = Path(sys.executable).parent / "check-jsonschema"
    subprocess.run([checker, "--builtin-schema", "vendor.compose-spec", FILE], check=True)


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_is_pinned_and_hardened(name: str) -> None:
    service = SERVICES[name]
    pinned_image(service["image"])
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "privileged" not in service


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_has_a_health_check_or_an_end(name: str) -> None:
    in_image = name in OURS and any(word == "HEALTHCHECK" for word, _ in dockerfile())
    assert in_image or "healthcheck" in SERVICES[name] or SERVICES[name]["restart"] == "no"


@pytest.mark.parametrize("name", SERVICES)
def test_ports_are_open_on_this_machine_only(name: str) -> None:
    assert all(port.startswith("127.0.0.1:") for port in SERVICES[name].get("ports", []))


@pytest.mark.parametrize("name", SERVICES)
def test_what_is_mounted_is_there(name: str) -> None:
    for mount in SERVICES[name].get("volumes", []):
        source = mount.partition(":")[0]
        assert (FOLDER / source).is_file() if source.startswith(".") else source in COMPOSE["volumes"]


def test_brokers_and_registry_are_those_that_tests_run() -> None:
    assert pinned_image(SERVICES["kafka"]["image"])[1] == version_in_pom("kafka", r"kafka_2\.13")
    assert pinned_image(SERVICES["registry"]["image"])[1] == version_in_pom("registry", "apicurio-registry-app")


@pytest.mark.parametrize("service", OURS.values(), ids=OURS)
def test_our_image_is_the_project(service: dict[str, Any]) -> None:
    assert pinned_image(service["image"]) == ("rescuewire", PROJECT["project"]["version"])
    build = service["build"]
    assert (FOLDER / build["context"]).resolve() == ROOT
    assert (ROOT / build["dockerfile"]).is_file()


@pytest.mark.parametrize("service", OURS.values(), ids=OURS)
def test_the_command_is_one(service: dict[str, Any]) -> None:
    parse_command(service["command"])


@pytest.mark.parametrize("service", SERVING.values(), ids=SERVING)
def test_the_health_check_asks_the_port_that_is_served(service: dict[str, Any]) -> None:
    (port,) = [rest for word, rest in dockerfile() if word == "EXPOSE"]
    assert f"--metrics-port={port}" in service["command"]
    (check,) = [rest for word, rest in dockerfile() if word == "HEALTHCHECK"]
    assert f":{port}/healthz" in check


def topics_created(name: str) -> tuple[list[str], dict[str, str]]:
    """What a service creates: topics in their order, and the flags."""
    words = SERVICES[name]["command"][2:]
    flags = dict(word.removeprefix("--").split("=", 1) for word in words if word.startswith("--"))
    return [TOPIC.findall(word)[0] for word in words if not word.startswith("--")], flags


def test_all_topics_of_the_pipeline_are_created_before_it_starts() -> None:
    topics, _ = topics_created("topics")
    assert topics == [TOPIC.findall(word)[0] for word in PIPELINE["command"][1:3]]
    assert PIPELINE["depends_on"]["topics"]["condition"] == "service_completed_successfully"
    assert PIPELINE["deploy"]["replicas"] <= default_partitions()


def default_partitions() -> int:
    default: int = inspect.signature(create).parameters["partitions"].default
    return default


def test_all_topics_of_alerts_are_created_as_the_pipelines_before_they_start() -> None:
    (events,), flags = topics_created("alert-topics")
    assert events == TOPIC.findall(ALERT["command"][2])[0]
    assert TOPIC.findall(flags.pop("dead-letters")) == [f"{events}-alert-dlq"]
    assert flags.items() <= topics_created("topics")[1].items()
    assert ALERT["depends_on"]["alert-topics"]["condition"] == "service_completed_successfully"


@pytest.mark.parametrize("service", SERVING.values(), ids=SERVING)
def test_what_ends_well_stays_ended_and_what_fails_starts_again(service: dict[str, Any]) -> None:
    assert service["restart"] == "on-failure"
    assert ExitCode.DONE == 0 != ExitCode.TRY_AGAIN


@pytest.mark.parametrize("service", SERVING.values(), ids=SERVING)
def test_there_is_time_to_drain(service: dict[str, Any]) -> None:
    assert int(service["stop_grace_period"].removesuffix("s")) > Settings().timeouts.drain


@pytest.mark.parametrize("service", SERVING.values(), ids=SERVING)
def test_the_state_is_on_a_volume_and_outlives_the_process(service: dict[str, Any]) -> None:
    assert "rescuewire-state:/state" in service["volumes"]


def test_alerts_read_what_the_pipeline_writes_by_rules_that_are_mounted() -> None:
    _, rules, source, *_ = ALERT["command"]
    assert source == PIPELINE["command"][2]
    (mounted,) = [mount.split(":")[0] for mount in ALERT["volumes"] if f":{rules}:" in mount]
    assert read_rules(FOLDER / mounted).receivers
    assert all(SERVICES[name].get("profiles") == ["alerts"] for name in ("alert", "alert-topics"))


def test_secrets_are_files_that_git_does_not_see() -> None:
    files = [secret["file"] for secret in COMPOSE["secrets"].values()]
    ignored = subprocess.run(["git", "check-ignore", "-q", *(FOLDER / file for file in files)], cwd=ROOT, check=False)
    assert ignored.returncode == 0
    variables = {name: value for service in SERVICES.values() for name, value in service.get("environment", {}).items()}
    secret = {name: value for name, value in variables.items() if "PASSWORD" in name}
    assert secret
    assert all(name.endswith("__FILE") and value.startswith("/run/secrets/") for name, value in secret.items())


def test_prometheus_watches_all_replicas_by_the_same_rules() -> None:
    ours, compose = read_yaml(INFRA / "prometheus" / "prometheus.yml"), read_yaml(FOLDER / "prometheus.yml")
    assert [job["job_name"] for job in ours["scrape_configs"]] == [job["job_name"] for job in compose["scrape_configs"]]
    assert (ours["global"], ours["rule_files"]) == (compose["global"], compose["rule_files"])
    watched = [job["dns_sd_configs"][0] for job in compose["scrape_configs"]]
    assert [names["names"] for names in watched] == [[name] for name in SERVING]
    for names, service in zip(watched, SERVING.values(), strict=True):
        assert f"--metrics-port={names['port']}" in service["command"]


def test_grafana_finds_dashboard_and_data() -> None:
    mounts = dict(mount.split(":")[:2] for mount in SERVICES["grafana"]["volumes"])
    (provider,) = read_yaml(FOLDER / "grafana" / "dashboards.yaml")["providers"]
    assert Path(mounts["../grafana/rescuewire.json"]).parent == Path(provider["options"]["path"])
    (source,) = read_yaml(FOLDER / "grafana" / "data-sources.yaml")["datasources"]
    assert (source["type"], source["url"]) == ("prometheus", "http://prometheus:9090")
