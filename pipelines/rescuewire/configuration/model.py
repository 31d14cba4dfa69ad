"""The settings, each once: its name, meaning, default and limits. Flags, variables and the file follow from here.

A setting `kafka.username` is `username` under `kafka` in the file, RESCUEWIRE_KAFKA__USERNAME in the environment and
--kafka-username as a flag. To add one, add a field with a description; to use it, name it in `takes_settings`.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, SecretStr, model_validator

from rescuewire.confidence import DEFAULT_MIN_CONFIDENCE, PROBABILITY_WANTED
from rescuewire.confidence import HELP as MIN_CONFIDENCE_HELP
from rescuewire.delivery import Delivery
from rescuewire.harms import DEFAULT_WORDS, harms_named
from rescuewire.harms import HELP as HARM_HELP
from rescuewire.logs.choices import LogFormat, LogLevel
from rescuewire.metrics import LOCALHOST
from rescuewire_connectors.dead_letter_limit import DeadLetterLimit
from rescuewire_connectors.kafka.security import SaslMechanism, SecurityProtocol
from rescuewire_connectors.lost_offsets import LostOffsets
from rescuewire_connectors.registry.address import read_registry
from rescuewire_connectors.stopping import WrongSettings
from rescuewire_connectors.timeouts import Timeouts

REGISTRY_LOGIN = ("registry_username", "registry_password", "registry_password_file")
Seconds = Annotated[float, Field(gt=0, allow_inf_nan=False)]


def _words_of_a_time(start: Any) -> Any:
    """YAML makes dates and times of its own of what is written without quotes."""
    return start.isoformat() if isinstance(start, date) else start


def _known_start(start: str) -> str:
    from rescuewire_connectors.kafka.starting import read_start  # noqa: PLC0415  help must not wait for Kafka's client

    read_start(start)
    return start


def _known_registry(address: str | None) -> str | None:
    if address is not None:
        read_registry(address)
    return address


def _known_harms(words: str) -> str:
    harms_named(words)
    return words


def _probability(confidence: float) -> float:
    if not 0 <= confidence <= 1:  # not a number is neither
        raise ValueError(PROBABILITY_WANTED)
    return confidence


def _key(default: Any, description: str, **limits: Any) -> Any:
    return Field(default=default, description=description, **limits)


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True, coerce_numbers_to_str=True)


class KafkaSettings(_Section):
    """How the brokers are talked to, and who we are to them."""

    security_protocol: SecurityProtocol = _key(
        SecurityProtocol.PLAINTEXT, "How brokers are talked to: SASL_… with a login, …SSL over TLS;"
    )
    sasl_mechanism: SaslMechanism = _key(
        SaslMechanism.SCRAM_SHA_512, "How the password is proven; PLAIN sends it, so only over TLS;"
    )
    username: str | None = _key(None, "Name to log in by (SASL)")
    password: SecretStr | None = _key(None, "Password to log in by")
    password_file: Path | None = _key(None, "File with the password, such as a mounted Secret")
    ca_file: Path | None = _key(
        None,
        "Authorities that the brokers' certificates are trusted by (PEM); by default the system's",
    )
    certificate_file: Path | None = _key(None, "Certificate that we show to brokers that ask (PEM)")
    key_file: Path | None = _key(None, "Its private key (PEM); by default in the certificate's file")
    key_password: SecretStr | None = _key(None, "Password of the private key")
    key_password_file: Path | None = _key(None, "File with the password of the private key")

    @model_validator(mode="after")
    def _check_together(self) -> KafkaSettings:
        protocol = self.security_protocol
        if protocol.has_login and not (self.username and (self.password or self.password_file)):
            raise WrongSettings(
                f"kafka.security_protocol {protocol.value} needs kafka.username and the password: as "
                "RESCUEWIRE_KAFKA__PASSWORD in the environment, or in kafka.password_file"
            )
        login, tls = ("username", "password_file"), ("ca_file", "certificate_file", "key_file", "key_password_file")
        self._refuse_unused(login, protocol.has_login, "no login takes place: say SASL_SSL or SASL_PLAINTEXT")
        self._refuse_unused(tls, protocol.has_tls, "nothing is encrypted: say SSL or SASL_SSL")
        for secret in ("password", "key_password"):
            if getattr(self, secret) and getattr(self, f"{secret}_file"):
                raise WrongSettings(f"kafka.{secret} and kafka.{secret}_file are both given; give one of them")
        if self.key_file and not self.certificate_file:
            raise WrongSettings("kafka.key_file is given without kafka.certificate_file; give both or neither")
        return self

    def _refuse_unused(self, names: tuple[str, ...], used: bool, why: str) -> None:
        """A setting that protects and is passed over in silence would be worse than none."""
        given = [name for name in names if getattr(self, name)]
        if given and not used:
            protocol = self.security_protocol.value
            raise WrongSettings(f"kafka.{given[0]} is given, but by kafka.security_protocol {protocol} {why}")


class TimeoutSettings(_Section):
    """How long is waited for what, in seconds."""

    article: Seconds = _key(20.0, "Seconds an article may take; over it, it is a dead letter `timed_out`")
    drain: Seconds = _key(25.0, "Seconds the batch in hand may take after SIGTERM; over it, exit 75")
    connect: Seconds = _key(15.0, "Seconds to find a broker when starting; over it, exit 69")
    session: Seconds = _key(6.0, "Seconds of silence after which a replica's partitions go to others")
    request: Seconds = _key(Timeouts.request, "Seconds until a request to a broker is tried again")
    delivery: Seconds = _key(Timeouts.delivery, "Seconds until a record is acknowledged; over it, exit 75")
    watchdog: Seconds = _key(Timeouts.watchdog, "Seconds without any step forward; over it, exit 75")
    transaction: Seconds = _key(
        Timeouts.transaction, "Seconds after which brokers abort the transaction of a dead replica"
    )

    @model_validator(mode="after")
    def _check_together(self) -> TimeoutSettings:
        self.of_brokers()
        if self.article >= min(self.drain, self.watchdog):
            raise WrongSettings(
                f"timeouts.article {self.article:g} must be less than timeouts.drain {self.drain:g} and "
                f"timeouts.watchdog {self.watchdog:g}: the article in hand is finished when the process drains"
            )
        return self

    def of_brokers(self) -> Timeouts:
        """Those that must rise in their order; raise WrongSettings where they do not."""
        return Timeouts(self.request, self.delivery, self.watchdog, self.transaction)


class Settings(_Section):
    """Everything that can be set, apart from what a verb works on."""

    dead_letters: str | None = _key(
        None,
        "Where unreadable records go; by default TOPIC-dlq, FILE.dead.jsonl, standard error for -",
    )
    delivery: Delivery | None = _key(
        None,
        "What is promised when something dies; by default exactly_once where events go to a topic;",
    )
    group: str = _key("rescuewire", "Consumer group on Kafka; replicas share it", min_length=1)
    replica: str | None = _key(None, "Name of this member of the group; by default HOST-0, HOST-1 …", min_length=1)
    state_folder: Path | None = _key(
        None,
        "Where replicas keep locks and the places of fatal articles; by default a temporary folder",
    )
    start: Annotated[str, BeforeValidator(_words_of_a_time), AfterValidator(_known_start)] = _key(
        "earliest",
        "Where the group begins without committed offsets: committed (stop if there is none), earliest, latest, a time",
    )
    lost_offsets: LostOffsets = _key(
        LostOffsets.STOP,
        "When the next record is gone by retention: stop with the number lost, or say it and continue at the first "
        "record there is;",
    )
    dead_letter_share: float = _key(
        DeadLetterLimit.share,
        "End with 65 when more of the last records than this part are dead letters; 0: no limit",
        ge=0,
        lt=1,
    )
    dead_letter_window: int = _key(
        DeadLetterLimit.window, "How many records dead_letter_share looks back; fewer are let be", ge=1
    )
    dead_letter_run: int = _key(
        DeadLetterLimit.run, "End with 65 after so many dead letters in succession; 0: no limit", ge=0
    )
    registry: Annotated[str | None, AfterValidator(_known_registry)] = _key(
        None,
        "Schema registry, http://host:port: events on a topic are written in Confluent's wire format",
    )
    registry_username: str | None = _key(None, "Name to log in at the registry by")
    registry_password: SecretStr | None = _key(None, "Password to log in at the registry by")
    registry_password_file: Path | None = _key(None, "File with the registry's password, such as a mounted Secret")
    harm: Annotated[str, AfterValidator(_known_harms)] = _key(DEFAULT_WORDS, HARM_HELP)
    min_confidence: Annotated[float, AfterValidator(_probability)] = _key(DEFAULT_MIN_CONFIDENCE, MIN_CONFIDENCE_HELP)
    metrics_port: int | None = _key(
        None, "Port that serves /metrics, /healthz and /readyz; by default none is open", ge=1, le=65_535
    )
    metrics_host: str = _key(LOCALHOST, "Address to serve them at; 0.0.0.0 for everybody", min_length=1)
    log_format: LogFormat | None = _key(None, "How log lines look; by default text on a terminal, else json;")
    log_level: LogLevel = _key(
        LogLevel.WARNING, "warning: a line a dead letter; info: also an article with events; debug: each"
    )
    kafka: KafkaSettings = Field(default_factory=KafkaSettings, description="Security: how brokers are talked to")
    timeouts: TimeoutSettings = Field(
        default_factory=TimeoutSettings,
        description="Time-outs in seconds; request < delivery < watchdog < transaction, article < drain",
    )

    @model_validator(mode="after")
    def _check_registry(self) -> Settings:
        given = [name for name in REGISTRY_LOGIN if getattr(self, name)]
        if given and self.registry is None:
            raise WrongSettings(f"{given[0]} is given without registry, the address to log in at")
        if given and read_registry(self.registry or "").login is not None:
            raise WrongSettings(f"registry has a login in its address, and {given[0]} is given; give one of them")
        if self.registry_password and self.registry_password_file:
            raise WrongSettings("registry_password and registry_password_file are both given; give one of them")
        if len(given) == 1:
            raise WrongSettings(
                f"{given[0]} is given alone: registry_username and the password belong together, as "
                "RESCUEWIRE_REGISTRY_PASSWORD in the environment or in registry_password_file"
            )
        return self
