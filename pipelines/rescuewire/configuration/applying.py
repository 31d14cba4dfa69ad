"""Settings as the pipeline and its connectors take them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import SecretStr

from rescuewire.configuration.model import KafkaSettings, Settings
from rescuewire_connectors.dead_letter_limit import DeadLetterLimit
from rescuewire_connectors.kafka.security import Security
from rescuewire_connectors.registry.address import RegistryAddress, read_registry
from rescuewire_connectors.replicas import default_state_folder
from rescuewire_connectors.stopping import WrongSettings

if TYPE_CHECKING:
    from rescuewire_connectors.kafka.clients import Cluster
    from rescuewire_connectors.kafka.opening import GroupSettings


def group_settings(settings: Settings, **of_group: Any) -> GroupSettings:
    """How a group is joined, apart from its name, where it begins and how much it takes at once; raise Stop."""
    from rescuewire_connectors.kafka.opening import GroupSettings  # noqa: PLC0415  help must not wait for Kafka

    timeouts = settings.timeouts
    return GroupSettings(
        replica=settings.replica,
        timeouts=timeouts.of_brokers(),
        session_seconds=timeouts.session,
        connect_seconds=timeouts.connect,
        security=security_of(settings.kafka),
        state_folder=state_folder_of(settings),
        **of_group,
    )


def dead_letter_limit_of(settings: Settings) -> DeadLetterLimit:
    """How many dead letters are too many: of a run, or of one receiver of alerts."""
    return DeadLetterLimit(settings.dead_letter_share, settings.dead_letter_window, settings.dead_letter_run)


def state_folder_of(settings: Settings) -> Path:
    """Where replicas keep what they must remember."""
    return settings.state_folder or default_state_folder()


def registry_of(settings: Settings) -> RegistryAddress | None:
    """The schema registry and who we are to it; raise WrongSettings where the password's file is not there."""
    if settings.registry is None:
        return None
    address = read_registry(settings.registry)
    if settings.registry_username is None:
        return address
    password = _secret(settings.registry_password, settings.registry_password_file, "registry_password_file")
    return replace(address, login=(settings.registry_username, password.get_secret_value()))


def cluster_at(settings: Settings, servers: tuple[str, ...]) -> Cluster:
    """The cluster that these servers belong to, for a verb that takes the settings `KAFKA_CONNECTION`; raise Stop."""
    from rescuewire_connectors.kafka.clients import Cluster  # noqa: PLC0415  help must not wait for Kafka's client

    timeouts = settings.timeouts
    return Cluster(
        servers,
        timeouts=timeouts.of_brokers(),
        connect_seconds=timeouts.connect,
        session_seconds=timeouts.session,
        security=security_of(settings.kafka),
    )


def security_of(kafka: KafkaSettings) -> Security:
    """Who we are to the brokers, with the secrets out of their files; raise WrongSettings where one is not there."""
    return Security(
        protocol=kafka.security_protocol,
        mechanism=kafka.sasl_mechanism,
        username=kafka.username or "",
        password=_secret(kafka.password, kafka.password_file, "kafka.password_file"),
        ca_file=kafka.ca_file,
        certificate_file=kafka.certificate_file,
        key_file=kafka.key_file,
        key_password=_secret(kafka.key_password, kafka.key_password_file, "kafka.key_password_file"),
    )


def _secret(given: SecretStr | None, file: Path | None, key: str) -> SecretStr:
    """A secret as given, else the first line of its file: editors and `echo` end it with a line break."""
    if given is not None:
        return given
    if file is None:
        return SecretStr("")
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise WrongSettings(f"{key} {file}: {error.strerror}; give the path of a file that can be read") from None
    except UnicodeDecodeError:
        raise WrongSettings(f"{key} {file}: this is no text in UTF-8") from None
    if not lines or not lines[0]:
        raise WrongSettings(f"{key} {file}: the file is empty; its first line must be the secret")
    return SecretStr(lines[0])
