"""The Kubernetes manifests, without a cluster: valid by its schemas, restricted, and in step with the project."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path, PurePosixPath
from shutil import which
from typing import Any

import kubernetes_validate
import pytest
import yaml

from fakes.command_line import parse_command
from fakes.project import INFRA, PROJECT, dockerfile, read_yaml
from rescuewire.alerting.rules import read_rules
from rescuewire.configuration.keys import CONFIG_VARIABLE
from rescuewire.configuration.loading import load_settings
from rescuewire.configuration.model import Settings

FOLDER = INFRA / "kubernetes"
BASE = FOLDER / "base"
KUSTOMIZATIONS = sorted(FOLDER.rglob("kustomization.yaml"))
ALERTING = FOLDER / "alerting"
MANIFESTS = [
    folder / name for folder in (BASE, ALERTING) for name in read_yaml(folder / "kustomization.yaml")["resources"]
]
SUPPORTED = ("1.32", "1.34", "1.37")
MEGABYTE = 1_000_000
MEASURED_BYTES = 410 * MEGABYTE
"""Resident memory after 2,000 press articles of three languages (README.md)."""

STATEFUL_SET: dict[str, Any] = read_yaml(BASE / "stateful-set.yaml")
POD: dict[str, Any] = STATEFUL_SET["spec"]["template"]["spec"]
(CONTAINER,) = POD["containers"]
ALERT: dict[str, Any] = read_yaml(ALERTING / "deployment.yaml")
ALERT_POD: dict[str, Any] = ALERT["spec"]["template"]["spec"]
(ALERT_CONTAINER,) = ALERT_POD["containers"]
TOOLS: dict[str, Any] = read_yaml(BASE / "tools.yaml")
SETTINGS: dict[str, Any] = read_yaml(BASE / "settings.yaml")
ADDRESSES = dict(line.split("=", 1) for line in (BASE / "addresses.env").read_text(encoding="utf-8").splitlines())
SCALED: dict[str, Any] = read_yaml(FOLDER / "autoscaling" / "scaled-object.yaml")
MOUNTS = {mount["mountPath"]: mount for mount in CONTAINER["volumeMounts"]}
VOLUMES = {volume["name"]: volume for volume in POD["volumes"]}


def manifest(name: str) -> dict[str, Any]:
    found: dict[str, Any] = read_yaml(BASE / f"{name}.yaml")
    return found


@pytest.mark.parametrize("version", SUPPORTED)
@pytest.mark.parametrize("path", MANIFESTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_manifest_is_valid(path: Path, version: str) -> None:
    kubernetes_validate.validate(read_yaml(path), version, strict=True)


@pytest.mark.parametrize("path", KUSTOMIZATIONS, ids=lambda path: path.parent.name)
def test_a_kustomization_names_every_file_beside_it(path: Path) -> None:
    said = read_yaml(path)
    generated = [each.get("envs", []) + each.get("files", []) for each in said.get("configMapGenerator", [])]
    named = [*said.get("resources", []), *said.get("components", []), *(name for names in generated for name in names)]
    assert all((path.parent / name).exists() for name in named)
    assert {each.name for each in path.parent.iterdir()} == {path.name} | {name for name in named if "/" not in name}


def test_the_arguments_are_a_command() -> None:
    parse_command([re.sub(r"\$\((\w+)\)", lambda found: ADDRESSES[found[1]], word) for word in CONTAINER["args"]])


def test_the_arguments_of_alerts_are_a_command_over_the_events_and_rules_that_are_mounted() -> None:
    parse_command([word.replace("$(SINK)", ADDRESSES["SINK"]) for word in ALERT_CONTAINER["args"]])
    assert ALERT_CONTAINER["args"][2] == "$(SINK)"
    rules = PurePosixPath(ALERT_CONTAINER["args"][1])
    mounted = {mount["mountPath"]: mount["name"] for mount in ALERT_CONTAINER["volumeMounts"]}
    (generated,) = read_yaml(ALERTING / "kustomization.yaml")["configMapGenerator"]
    (volume,) = [each for each in ALERT_POD["volumes"] if each["name"] == mounted[str(rules.parent)]]
    assert (volume["configMap"]["name"], [rules.name]) == (generated["name"], generated["files"])


def test_the_rules_are_rules_and_their_secrets_are_mounted() -> None:
    rules = read_rules(ALERTING / "rules.yaml")
    secrets = {place.file for each in rules.receivers.values() for place in (each.url, each.authorization)}  # type: ignore[union-attr]
    (folder,) = {str(PurePosixPath(str(file)).parent) for file in secrets}
    (mount,) = [each for each in ALERT_CONTAINER["volumeMounts"] if each["mountPath"] == folder]
    (volume,) = [each for each in ALERT_POD["volumes"] if each["name"] == mount["name"]]
    assert (volume["secret"]["secretName"], mount["readOnly"]) == ("rescuewire-receivers", True)


def test_alerts_run_as_the_pipeline_does() -> None:
    for same in (
        *("securityContext", "serviceAccountName", "automountServiceAccountToken", "enableServiceLinks"),
        "terminationGracePeriodSeconds",
    ):
        assert ALERT_POD[same] == POD[same]
    for same in ("image", "env", "envFrom", "ports", "securityContext", "startupProbe", "livenessProbe"):
        assert ALERT_CONTAINER[same] == CONTAINER[same]
    assert ALERT_CONTAINER["readinessProbe"] == CONTAINER["readinessProbe"]
    kept = [each for each in ALERT_POD["volumes"] if each in POD["volumes"]]
    assert kept == POD["volumes"]
    assert set(map(str, CONTAINER["volumeMounts"])) <= set(map(str, ALERT_CONTAINER["volumeMounts"]))
    mounted = [mount for mount in ALERT_CONTAINER["volumeMounts"] if not mount.get("readOnly")]
    assert [mount["mountPath"] for mount in mounted] == ["/state", "/tmp"]  # noqa: S108  in a container
    metadata, of_pipeline = ALERT["spec"]["template"]["metadata"], STATEFUL_SET["spec"]["template"]["metadata"]
    assert metadata["annotations"] == of_pipeline["annotations"]


def test_alerts_have_pods_a_service_and_a_way_out_of_their_own() -> None:
    labels = ALERT["spec"]["template"]["metadata"]["labels"]
    service, policy = (read_yaml(ALERTING / f"{name}.yaml") for name in ("service", "network-policy"))
    assert ALERT["spec"]["selector"]["matchLabels"] == service["spec"]["selector"] == labels
    assert policy["spec"]["podSelector"]["matchLabels"] == labels
    (pairs,) = read_yaml(BASE / "kustomization.yaml")["labels"]
    assert pairs["pairs"].items() <= labels.items()
    assert labels["app.kubernetes.io/component"] not in {"pipeline", "tools"}
    (way,) = policy["spec"]["egress"]
    assert way["ports"] == [{"protocol": "TCP", "port": 443}]


def test_the_example_is_built_and_every_name_in_it_is_there() -> None:
    kubectl = which("kubectl")
    if kubectl is None:
        pytest.skip("kubectl is not here")
    built = subprocess.run([kubectl, "kustomize", FOLDER / "example"], capture_output=True, text=True, check=True)
    objects = list(yaml.safe_load_all(built.stdout))
    maps = {each["metadata"]["name"] for each in objects if each["kind"] == "ConfigMap"}
    used = set(re.findall(r"name: (rescuewire-[\w-]+-[a-z0-9]{10})$", built.stdout, re.MULTILINE))
    assert used == maps
    assert len(maps) == 3
    for each in objects:
        assert each["metadata"]["namespace"] == "rescuewire"
        if not each["apiVersion"].startswith("keda.sh"):
            kubernetes_validate.validate(each, SUPPORTED[0], strict=True)


def test_the_image_is_the_project_and_its_user() -> None:
    for path in KUSTOMIZATIONS:
        for image in read_yaml(path).get("images", []):
            assert (image["name"], image["newTag"]) == (CONTAINER["image"], PROJECT["project"]["version"])
    (user,) = [rest for word, rest in dockerfile() if word == "USER"]
    assert user == f"{POD['securityContext']['runAsUser']}:{POD['securityContext']['runAsGroup']}"


def test_a_pod_may_do_nothing_that_it_need_not() -> None:
    pod, container = POD["securityContext"], CONTAINER["securityContext"]
    assert pod["runAsNonRoot"] is True
    assert pod["seccompProfile"] == {"type": "RuntimeDefault"}
    assert container == {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "capabilities": {"drop": ["ALL"]},
    }
    assert POD["automountServiceAccountToken"] is manifest("service-account")["automountServiceAccountToken"] is False


def test_what_the_image_writes_to_is_mounted_and_nothing_else_can_be_written() -> None:
    (volumes,) = [rest for word, rest in dockerfile() if word == "VOLUME"]
    written = {path for path, mount in MOUNTS.items() if not mount.get("readOnly")}
    assert written == set(re.findall(r'"([^"]+)"', volumes))
    assert all("sizeLimit" in VOLUMES[MOUNTS[path]["name"]]["emptyDir"] for path in written)


def test_replicas_keep_their_names() -> None:
    assert STATEFUL_SET["kind"] == "StatefulSet"
    assert STATEFUL_SET["spec"]["serviceName"] == manifest("service")["metadata"]["name"]
    assert manifest("service")["spec"]["clusterIP"] == "None"
    assert not any(word.startswith("--replica") for word in CONTAINER["args"])


def test_all_select_the_same_pods() -> None:
    labels = STATEFUL_SET["spec"]["template"]["metadata"]["labels"]
    assert STATEFUL_SET["spec"]["selector"]["matchLabels"] == labels
    assert manifest("service")["spec"]["selector"] == labels
    assert manifest("disruption-budget")["spec"]["selector"]["matchLabels"] == labels
    assert TOOLS["spec"]["selector"]["matchLabels"] == TOOLS["spec"]["template"]["metadata"]["labels"] != labels


def test_the_network_policy_is_of_every_pod_of_ours() -> None:
    (label,) = read_yaml(BASE / "kustomization.yaml")["labels"]
    assert label["includeSelectors"] is True
    assert manifest("network-policy")["spec"]["podSelector"]["matchLabels"] == label["pairs"]


def test_tools_run_as_the_pipeline_does_when_they_are_asked_for() -> None:
    assert TOOLS["spec"]["replicas"] == 0
    pod = TOOLS["spec"]["template"]["spec"]
    (container,) = pod["containers"]
    for same in ("securityContext", "volumes", "serviceAccountName", "automountServiceAccountToken"):
        assert pod[same] == POD[same]
    for same in ("image", "env", "securityContext", "volumeMounts"):
        assert container[same] == CONTAINER[same]


def test_one_replica_always_works() -> None:
    assert STATEFUL_SET["spec"]["replicas"] > manifest("disruption-budget")["spec"]["maxUnavailable"]


def test_pages_are_asked_where_they_are_served() -> None:
    (port,) = [rest for word, rest in dockerfile() if word == "EXPOSE"]
    assert f"--metrics-port={port}" in CONTAINER["args"]
    assert CONTAINER["ports"] == [{"name": "metrics", "containerPort": int(port)}]
    annotations = STATEFUL_SET["spec"]["template"]["metadata"]["annotations"]
    assert annotations["prometheus.io/port"] == port
    probes = {name: CONTAINER[f"{name}Probe"]["httpGet"] for name in ("startup", "liveness", "readiness")}
    assert {probe["port"] for probe in probes.values()} == {"metrics"}
    assert [probe["path"] for probe in probes.values()] == ["/healthz", "/healthz", "/readyz"]
    assert served("/healthz", "/readyz", annotations["prometheus.io/path"])


def served(*paths: str) -> bool:
    """True where the pages of a run are at all of these paths."""
    from rescuewire.metrics.monitor import Monitor  # noqa: PLC0415
    from rescuewire.metrics.serving import application  # noqa: PLC0415

    statuses: list[str] = []
    for path in paths:
        environ = {"PATH_INFO": path, "REQUEST_METHOD": "GET", "QUERY_STRING": ""}
        list(application(Monitor())(environ, lambda status, _headers: statuses.append(status)))
    return not any(status.startswith("404") for status in statuses)


def test_there_is_time_to_drain() -> None:
    assert POD["terminationGracePeriodSeconds"] > SETTINGS["timeouts"]["drain"] > Settings().timeouts.article


def test_liveness_is_slower_than_the_deadline_of_an_article() -> None:
    probe = CONTAINER["livenessProbe"]
    assert probe["periodSeconds"] * probe["failureThreshold"] > Settings().timeouts.article


def test_memory_is_what_was_measured_and_more() -> None:
    resources = CONTAINER["resources"]
    asked, limit = (int(resources[each]["memory"].removesuffix("Gi").removesuffix("Mi")) for each in resources)
    assert asked * 1024**2 > MEASURED_BYTES
    assert limit * 1024**3 > 2 * MEASURED_BYTES
    assert "cpu" not in resources["limits"]


def test_settings_and_secrets_are_files_that_are_mounted() -> None:
    (settings,) = CONTAINER["env"]
    assert settings["name"] == CONFIG_VARIABLE
    assert MOUNTS[str(PurePosixPath(settings["value"]).parent)]["readOnly"] is True
    files = {PurePosixPath(value) for name, value in SETTINGS["kafka"].items() if name.endswith("_file")}
    (folder,) = {str(path.parent) for path in files}
    secret = VOLUMES[MOUNTS[folder]["name"]]["secret"]["secretName"]
    asked = read_yaml(FOLDER / "autoscaling" / "trigger-authentication.yaml")["spec"]["secretTargetRef"]
    assert {each["name"] for each in asked} == {secret}
    assert {path.name for path in files} | {"username"} == {each["key"] for each in asked}


def test_the_settings_are_understood(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESCUEWIRE_STATE_FOLDER", "/state/rescuewire")
    settings = load_settings({}, str(BASE / "settings.yaml")).settings
    assert settings.group == SETTINGS["group"]
    assert str(settings.kafka.password_file) == SETTINGS["kafka"]["password_file"]


def test_the_network_lets_through_what_is_addressed() -> None:
    allowed = {
        (peer["namespaceSelector"]["matchLabels"]["kubernetes.io/metadata.name"], rule["port"])
        for way in manifest("network-policy")["spec"]["egress"]
        for peer in way["to"]
        for rule in way["ports"]
    }
    for address in ADDRESSES.values():
        for server in address.removeprefix("kafka://").partition("/")[0].split(","):
            host, _, port = server.partition(":")
            assert (host.split(".")[1], int(port)) in allowed
    (way,) = manifest("network-policy")["spec"]["ingress"]
    assert [rule["port"] for rule in way["ports"]] == ["metrics"]


def test_autoscaling_looks_at_the_lag_of_this_group() -> None:
    (trigger,) = SCALED["spec"]["triggers"]
    servers, _, topic = ADDRESSES["SOURCE"].removeprefix("kafka://").partition("/")
    told = trigger["metadata"]
    assert (told["bootstrapServers"], told["topic"]) == (servers, topic)
    assert told["consumerGroup"] == SETTINGS["group"]
    assert told["sasl"] == SETTINGS["kafka"]["sasl_mechanism"].lower().replace("-", "_").replace("sha_", "sha")
    target = SCALED["spec"]["scaleTargetRef"]
    assert (target["kind"], target["name"]) == (STATEFUL_SET["kind"], STATEFUL_SET["metadata"]["name"])
    assert SCALED["spec"]["minReplicaCount"] == STATEFUL_SET["spec"]["replicas"]
    authentication = read_yaml(FOLDER / "autoscaling" / "trigger-authentication.yaml")
    assert trigger["authenticationRef"]["name"] == authentication["metadata"]["name"]


def test_the_number_of_replicas_is_left_to_the_autoscaler() -> None:
    (patch,) = read_yaml(FOLDER / "autoscaling" / "kustomization.yaml")["patches"]
    assert patch["target"] == {"kind": STATEFUL_SET["kind"], "name": STATEFUL_SET["metadata"]["name"]}
    assert "path: /spec/replicas" in patch["patch"]
