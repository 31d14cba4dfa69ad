"""Who we are to the brokers, and how we know them: logins, certificates, and where both are wrong on our side."""

from __future__ import annotations

import ssl
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from rescuewire_connectors.stopping import WrongSettings


class SecurityProtocol(str, Enum):
    """Kafka's names: with TLS or without, with a login (SASL) or without."""

    PLAINTEXT = "PLAINTEXT"
    SSL = "SSL"
    SASL_PLAINTEXT = "SASL_PLAINTEXT"
    SASL_SSL = "SASL_SSL"

    @property
    def has_login(self) -> bool:
        """True where a name and a password are given."""
        return self in (SecurityProtocol.SASL_PLAINTEXT, SecurityProtocol.SASL_SSL)

    @property
    def has_tls(self) -> bool:
        """True where what is sent is encrypted."""
        return self in (SecurityProtocol.SSL, SecurityProtocol.SASL_SSL)


class SaslMechanism(str, Enum):
    """How a password is proven. SCRAM does not send it; PLAIN does, and is for TLS."""

    SCRAM_SHA_256 = "SCRAM-SHA-256"
    SCRAM_SHA_512 = "SCRAM-SHA-512"
    PLAIN = "PLAIN"


class _Masked(str):
    """A text that shows as asterisks: kafka-python prints the options of a client at DEBUG."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "'**********'"


@dataclass(frozen=True)
class Security:
    """What every client of a cluster is told. Secrets show as asterisks however this is printed.

    Files are PEM. Without `ca_file` the system's authorities are trusted; without `key_file` the key lies in
    `certificate_file` too.
    """

    protocol: SecurityProtocol = SecurityProtocol.PLAINTEXT
    mechanism: SaslMechanism = SaslMechanism.SCRAM_SHA_512
    username: str = ""
    password: SecretStr = SecretStr("")
    ca_file: Path | None = None
    certificate_file: Path | None = None
    key_file: Path | None = None
    key_password: SecretStr = SecretStr("")

    @property
    def principal(self) -> str:
        """Our name in the rules of access, as far as we know it."""
        if self.protocol.has_login:
            return f"User:{self.username}"
        return "User:NAME-IN-CERTIFICATE" if self.certificate_file else "User:ANONYMOUS"

    def options(self) -> dict[str, Any]:
        """The options of a client; raise WrongSettings where a file cannot be used."""
        options: dict[str, Any] = {"security_protocol": self.protocol.value}
        if self.protocol.has_login:
            options["sasl_mechanism"] = self.mechanism.value
            options["sasl_plain_username"] = self.username
            options["sasl_plain_password"] = _Masked(self.password.get_secret_value())
        if self.protocol.has_tls:
            options["ssl_context"] = self.tls_context()
        return options

    def tls_context(self) -> ssl.SSLContext:
        """What TLS goes by: brokers are known by their certificates and host names, always. Raise WrongSettings."""
        context = ssl.create_default_context()
        if self.ca_file is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            _load_authorities(context, self.ca_file)
        context.minimum_version = ssl.TLSVersion.TLSv1_2
        if self.certificate_file is not None:
            self._load_certificate(context, self.certificate_file)
        return context

    def _load_certificate(self, context: ssl.SSLContext, file: Path) -> None:
        _refuse_unreadable(file, "kafka.certificate_file")
        if self.key_file is not None:
            _refuse_unreadable(self.key_file, "kafka.key_file")
        # A password must be given, be it empty: OpenSSL would ask for one on the terminal and wait.
        password = self.key_password.get_secret_value()
        try:
            context.load_cert_chain(file, self.key_file, password)
        except ssl.SSLError as error:
            raise WrongSettings(self._what_is_wrong(file, error)) from error

    def _what_is_wrong(self, file: Path, error: ssl.SSLError) -> str:
        key = self.key_file or file
        if "mismatch" in str(error).lower():
            return f"kafka.key_file {key}: this is not the key of the certificate {file}; give the two that belong"
        name = "kafka.key_file" if self.key_file else "kafka.certificate_file"
        return (
            f"{name} {key}: no private key could be read with the certificate {file}; both must be PEM, and the key "
            "unencrypted or opened by its password in RESCUEWIRE_KAFKA__KEY_PASSWORD or kafka.key_password_file"
        )


def _load_authorities(context: ssl.SSLContext, file: Path) -> None:
    _refuse_unreadable(file, "kafka.ca_file")
    try:
        context.load_verify_locations(file)
    except ssl.SSLError as error:
        raise WrongSettings(f"kafka.ca_file {file}: no certificate in it; a PEM file is wanted") from error


def _refuse_unreadable(file: Path, key: str) -> None:
    """OpenSSL says `No such file` without a name."""
    try:
        with file.open("rb"):
            return
    except OSError as error:
        raise WrongSettings(f"{key} {file}: {error.strerror}; give the path of a file that can be read") from error
