from __future__ import annotations

import os
from pathlib import Path

import pytest
import yaml
from typer.main import get_command

from rescuewire.commands.app import app
from rescuewire.configuration.applying import registry_of, security_of
from rescuewire.configuration.keys import all_keys, plain
from rescuewire.configuration.loading import Origin, load_settings
from rescuewire.configuration.model import Settings
from rescuewire.configuration.printing import MASK, in_force, initial_file
from rescuewire.settings import RunSettings
from rescuewire_connectors.registry.address import RegistryAddress
from rescuewire_connectors.stopping import Stop, WrongSettings, WrongUsage

SECRET = "pass-of-s3cret-words"  # noqa: S105  of nobody
LOGIN = {"RESCUEWIRE_KAFKA__SECURITY_PROTOCOL": "SASL_SSL", "RESCUEWIRE_KAFKA__USERNAME": "alice"}


@pytest.fixture(autouse=True)
def _no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("RESCUEWIRE_")]:
        monkeypatch.delenv(name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "rescuewire.yaml"


def test_the_defaults_are_those_of_a_run() -> None:
    assert load_settings({}).settings == RunSettings("a", "b").common


def test_a_flag_counts_more_than_a_variable_and_that_more_than_the_file(
    monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    file.write_text("group: file\nreplica: file\nharm: all\ntimeouts:\n  request: 20\n  delivery: 50\n")
    monkeypatch.setenv("RESCUEWIRE_CONFIG", str(file))
    monkeypatch.setenv("RESCUEWIRE_GROUP", "variable")
    monkeypatch.setenv("RESCUEWIRE_REPLICA", "variable")
    monkeypatch.setenv("RESCUEWIRE_TIMEOUTS__REQUEST", "21")
    loaded = load_settings({"group": "flag", "timeouts.watchdog": "70"})
    settings = loaded.settings
    assert (settings.group, settings.replica, settings.harm, settings.start) == ("flag", "variable", "all", "earliest")
    assert settings.timeouts.model_dump(include={"request", "delivery", "watchdog", "transaction"}) == {
        "request": 21.0,
        "delivery": 50.0,
        "watchdog": 70.0,
        "transaction": 90.0,
    }
    keys = all_keys()
    places = {name: loaded.place(keys[name]) for name in ("group", "timeouts.request", "timeouts.delivery", "start")}
    assert places == {
        "group": "--group",
        "timeouts.request": "RESCUEWIRE_TIMEOUTS__REQUEST",
        "timeouts.delivery": f"{file}:timeouts.delivery",
        "start": "",
    }
    assert loaded.origins["start"] is Origin.DEFAULT


def test_the_file_to_begin_with_names_every_setting_and_changes_nothing(file: Path) -> None:
    file.write_text(initial_file())
    assert load_settings({}, str(file)).settings == load_settings({}).settings
    written = yaml.safe_load(initial_file())
    names = {name for name, value in written.items() if not isinstance(value, dict)}
    names |= {f"{section}.{name}" for section in ("kafka", "timeouts") for name in written[section]}
    assert names == {key.name for key in all_keys().values() if not key.secret}
    for key in all_keys().values():
        assert f"# {key.description}\n" in initial_file()


def test_every_setting_is_a_flag_of_run_but_for_secrets() -> None:
    flags = {name for option in get_command(app).commands["run"].params for name in option.opts}  # type: ignore[attr-defined]
    assert {key.flag for key in all_keys().values() if not key.secret} <= flags
    assert not {key.flag for key in all_keys().values() if key.secret} & flags


def test_every_setting_is_described_and_its_default_is_in_the_model() -> None:
    settings = Settings()
    assert all(key.description and plain(key.of(settings)) == key.default for key in all_keys().values())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("grup: x", ": there is no setting grup; did you mean group?"),
        ("kafka:\n  usrname: x", ": there is no setting kafka.usrname; did you mean kafka.username?"),
        ("nonsense-of-mine: x", ": there is no setting nonsense-of-mine; `rescuewire config init` prints all"),
        ("kafka:\n  password: x", ": kafka.password is a secret and must not stand in this file"),
        ("timeouts:\n  request: soon", ":timeouts.request soon: this should be a valid number"),
        ("timeouts:\n  article: 30", r"timeouts.article 30 must be less than timeouts.drain 25"),
        ("timeouts:\n  request: 80", "time-outs must rise in this order: request 80 < delivery 60"),
        ("timeouts: 80", "timeouts: this should be a valid dictionary"),
        ("group: no", ":group False: this should be a valid string"),
        ("harm: FLOOD", ":harm FLOOD: 'FLOOD' is none of TRAFFICKING"),
        ("min_confidence: 60", ":min_confidence 60: a probability from 0 to 1 is wanted"),
        ("start: sometime", ":start sometime: write committed, earliest"),
        ("kafka:\n  security_protocol: TLS", ":kafka.security_protocol TLS: this should be 'PLAINTEXT', 'SSL'"),
        ("kafka:\n  security_protocol: SASL_SSL", "needs kafka.username and the password: as RESCUEWIRE_KAFKA__PASSW"),
        ("kafka:\n  ca_file: x", "kafka.ca_file is given, but by kafka.security_protocol PLAINTEXT nothing is enc"),
        ("kafka:\n  username: x", "kafka.username is given, but by kafka.security_protocol PLAINTEXT no login"),
        ("kafka:\n  security_protocol: SSL\n  key_file: x", "kafka.key_file is given without"),
        ("- group", ": no settings in it"),
        ("group: [", ": this is no YAML: "),
    ],
)
def test_a_mistake_in_the_file_is_told_in_one_line(file: Path, content: str, said: str) -> None:
    file.write_text(content)
    with pytest.raises(WrongSettings) as stopped:
        load_settings({}, str(file))
    assert said in str(stopped.value)
    assert "\n" not in str(stopped.value)


def test_a_time_without_quotes_is_a_time(file: Path) -> None:
    file.write_text("start: 2026-05-31\nreplica: 3\n")
    settings = load_settings({}, str(file)).settings
    assert (settings.start, settings.replica) == ("2026-05-31", "3")


def test_a_file_that_is_not_there_is_told_with_who_named_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(WrongSettings, match=r"--config gone\.yaml: No such file"):
        load_settings({}, "gone.yaml")
    monkeypatch.setenv("RESCUEWIRE_CONFIG", "gone.yaml")
    with pytest.raises(WrongSettings, match=r"RESCUEWIRE_CONFIG gone\.yaml: No such file"):
        load_settings({})


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("RESCUEWIRE_GRUP", "x", "RESCUEWIRE_GRUP: there is no such variable; did you mean RESCUEWIRE_GROUP?"),
        ("RESCUEWIRE_TIMEOUT__DRAIN", "9", "did you mean RESCUEWIRE_TIMEOUTS__DRAIN?"),
        ("RESCUEWIRE_KAFKA", "{}", "RESCUEWIRE_KAFKA: there is no such variable"),
        ("RESCUEWIRE_TIMEOUTS__DRAIN", "x", "RESCUEWIRE_TIMEOUTS__DRAIN x: this should be a valid number"),
    ],
)
def test_a_mistake_in_a_variable_is_told(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(WrongSettings) as stopped:
        load_settings({})
    assert said in str(stopped.value)


def test_what_kubernetes_sets_for_a_service_of_our_name_is_no_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("METRICS_SERVICE_HOST", "METRICS_SERVICE_PORT_HTTP", "PORT_9090_TCP_ADDR"):
        monkeypatch.setenv(f"RESCUEWIRE_{name}", "10.0.0.1")
    monkeypatch.setenv("RESCUEWIRE_PORT", "tcp://10.0.0.1:9090")
    assert load_settings({}).settings == Settings()


def test_a_wrong_flag_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage, match=r"^--timeouts-drain soon: this should be a valid number"):
        load_settings({"timeouts.drain": "soon"})


def test_secrets_come_from_the_environment_or_the_first_line_of_a_file(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name, value in LOGIN.items():
        monkeypatch.setenv(name, value)
    mounted = tmp_path / "password"
    mounted.write_text(f"{SECRET}\n")
    from_file = load_settings({"kafka.password_file": str(mounted)}).settings
    assert security_of(from_file.kafka).password.get_secret_value() == SECRET
    monkeypatch.setenv("RESCUEWIRE_KAFKA__PASSWORD", SECRET)
    assert security_of(load_settings({}).settings.kafka).password.get_secret_value() == SECRET
    with pytest.raises(WrongSettings, match="both given"):
        load_settings({"kafka.password_file": str(mounted)})


@pytest.mark.parametrize(("content", "said"), [(None, "No such file"), ("\n", "the file is empty")])
def test_a_secret_that_is_not_in_its_file_is_told(tmp_path: Path, content: str | None, said: str) -> None:
    mounted = tmp_path / "password"
    if content is not None:
        mounted.write_text(content)
    flags = {"kafka.security_protocol": "SASL_SSL", "kafka.username": "alice", "kafka.password_file": str(mounted)}
    with pytest.raises(WrongSettings, match=rf"kafka\.password_file .*password: {said}"):
        security_of(load_settings(flags).settings.kafka)


def test_secrets_are_masked_wherever_settings_show(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        **LOGIN,
        "RESCUEWIRE_KAFKA__PASSWORD": SECRET,
        "RESCUEWIRE_KAFKA__KEY_PASSWORD": SECRET,
    }.items():
        monkeypatch.setenv(name, value)
    loaded = load_settings({})
    shown = {name: value for name, value, _, _ in in_force(loaded)}
    assert shown["kafka.password"] == shown["kafka.key_password"] == MASK
    run = RunSettings("kafka://a:1/x", "kafka://a:1/y", loaded.settings)
    assert run.places().kafka.security.password.get_secret_value() == SECRET
    for thing in (loaded, run, run.places(), security_of(loaded.settings.kafka)):
        assert SECRET not in f"{thing!r} {thing}"


def test_a_login_in_the_address_of_a_registry_is_masked() -> None:
    loaded = load_settings({"registry": f"https://user:{SECRET}@registry:8081"})
    shown = {name: value for name, value, _, _ in in_force(loaded)}
    assert shown["registry"] == f"https://{MASK}@registry:8081"
    with pytest.raises(WrongUsage) as refused:
        load_settings({"registry": f"gopher://user:{SECRET}@registry"})
    assert SECRET not in str(refused.value)


def test_a_login_at_the_registry_may_stand_in_a_file(tmp_path: Path) -> None:
    password = tmp_path / "password"
    password.write_text(f"{SECRET}\n")
    words = {"registry": "https://registry:8081", "registry_username": "alice"}
    loaded = load_settings({**words, "registry_password_file": str(password)})
    address = registry_of(loaded.settings)
    assert address == RegistryAddress("https://registry:8081", ("alice", SECRET))
    assert SECRET not in f"{loaded!r} {address!r} {address}"


def test_a_login_at_the_registry_may_stand_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESCUEWIRE_REGISTRY_PASSWORD", SECRET)
    loaded = load_settings({"registry": "https://registry:8081", "registry_username": "alice"})
    assert registry_of(loaded.settings) == RegistryAddress("https://registry:8081", ("alice", SECRET))
    assert {value for name, value, _, _ in in_force(loaded) if name == "registry_password"} == {MASK}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"registry_username": "alice"}, "registry_username is given without registry"),
        ({"registry": "http://r", "registry_username": "alice"}, "registry_username is given alone"),
        ({"registry": "http://r", "registry_password_file": "x"}, "registry_password_file is given alone"),
        ({"registry": "http://a:b@r", "registry_username": "alice"}, "registry has a login in its address"),
    ],
)
def test_half_a_login_at_the_registry_is_refused(given: dict[str, str], said: str) -> None:
    with pytest.raises(WrongSettings, match=said):
        load_settings(given)


def test_a_file_of_the_registrys_password_that_is_not_there_is_told() -> None:
    words = {"registry": "http://r", "registry_username": "alice", "registry_password_file": "/no/such"}
    with pytest.raises(WrongSettings, match="registry_password_file /no/such: No such file"):
        registry_of(load_settings(words).settings)


def test_a_secret_is_not_shown_by_the_error_about_another_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RESCUEWIRE_KAFKA__PASSWORD", SECRET)
    with pytest.raises(Stop) as stopped:
        load_settings({"kafka.security_protocol": "x"})
    assert stopped.value.__cause__ is None
    assert SECRET not in str(stopped.value)
