"""Why a client could not connect: told apart here, since the library gives one error for all and logs the cause.

What no second try can change ends the try at once. The library would go on until the time-out, with a password that
some directories lock the account for after the third time.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence

from kafka import errors
from rescuewire_connectors.kafka.failures import stop_for
from rescuewire_connectors.kafka.probing import Spoken, find_spoken
from rescuewire_connectors.kafka.security import Security, SecurityProtocol
from rescuewire_connectors.stopping import NotAuthorised, Stop, Unreachable, WrongSettings

NEVER_SECOND = (
    errors.SaslAuthenticationFailedError,
    errors.UnsupportedSaslMechanismError,
    errors.IllegalSaslStateError,
)
UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"
WANTS_CERTIFICATE = ("ALERT_BAD_CERTIFICATE", "CERTIFICATE_REQUIRED", "ALERT_HANDSHAKE_FAILURE")
REFUSES_CERTIFICATE = ("ALERT_CERTIFICATE_", "ALERT_UNKNOWN_CA", "ALERT_UNSUPPORTED_CERTIFICATE")
"""Parts of OpenSSL's words for what the next handshake would meet as well."""
OUT_OF_TIME = ("certificate has expired", "certificate is not yet valid")
"""What the brokers' owner cures, so that a restart helps."""
OTHER_HOST = ("Hostname mismatch", "IP address mismatch")


class ConnectionLog(logging.Handler):
    """Catches the first cause in the library's log; one that is final is raised from there, into the library."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.cause: Exception | None = None
        self.text = ""
        self._logger = logging.getLogger("kafka.net")
        self._former = (self._logger.level, self._logger.propagate)

    def emit(self, record: logging.LogRecord) -> None:
        """Look at a warning; raises KafkaError where trying again is of no use."""
        self.text = self.text or record.getMessage()
        cause = next((each for each in record.args or () if isinstance(each, Exception)), None)
        self.cause = self.cause or cause
        tries_again = record.name == "kafka.net.manager" and record.levelno == logging.WARNING
        if cause is not None and tries_again and _is_final(cause):
            raise cause

    def __enter__(self) -> ConnectionLog:
        self._logger.addHandler(self)
        self._logger.setLevel(min(self._former[0] or logging.WARNING, logging.WARNING))
        self._logger.propagate = False
        return self

    def __exit__(self, *_: object) -> None:
        self._logger.removeHandler(self)
        level, self._logger.propagate = self._former
        self._logger.setLevel(level)  # not by assignment: loggers below remember what they were enabled for


def _is_final(cause: Exception) -> bool:
    words = (UNTRUSTED, *WANTS_CERTIFICATE, *REFUSES_CERTIFICATE)
    return isinstance(cause, NEVER_SECOND) or (_has(cause, words) and not _has(cause, OUT_OF_TIME))


def _has(cause: Exception, words: Iterable[str]) -> bool:
    text = str(cause)
    return any(word in text for word in words)


def stop_for_connection(
    error: errors.KafkaError, log: ConnectionLog, servers: Sequence[str], security: Security
) -> Stop:
    """How the process must end when no client could be opened: why, where, and which setting to change."""
    cause = error if _is_final(error) else log.cause or error
    where = ",".join(servers)
    known = _refused_login(cause, servers, security) or _refused_certificate(cause, security)
    if known is not None:
        return type(known)(f"{where}: {known}")
    if isinstance(error, (errors.KafkaConnectionError, errors.KafkaTimeoutError, *NEVER_SECOND)):
        spoken = next(((server, found) for server in servers if (found := find_spoken(server))), None)
        misunderstood = spoken and _other_protocol(*spoken, security)
        if misunderstood:
            return misunderstood
    if isinstance(cause, errors.IllegalSaslStateError):
        wanted = "SSL" if security.protocol.has_tls else "PLAINTEXT"
        return WrongSettings(
            f"{where}: this port takes no logins; name a port that does, or set kafka.security_protocol to {wanted}"
        )
    stop = stop_for(error, where)
    return Unreachable(f"{stop} ({log.text})") if isinstance(stop, Unreachable) and log.text else stop


def _refused_login(cause: Exception, servers: Sequence[str], security: Security) -> Stop | None:
    mechanism = security.mechanism.value
    if isinstance(cause, errors.SaslAuthenticationFailedError):
        return NotAuthorised(
            f"the broker refuses the login of {security.username!r} by {mechanism}: the password or the name is wrong; "
            "check kafka.username and the password, RESCUEWIRE_KAFKA__PASSWORD or kafka.password_file"
        )
    if isinstance(cause, errors.UnsupportedSaslMechanismError):
        spoken = find_spoken(servers[0])
        offered = ", ".join(sorted(spoken.mechanisms or ())) if spoken else ""
        return WrongSettings(
            f"the broker takes no logins by {mechanism}; set kafka.sasl_mechanism to one of {offered or 'its own'}"
        )
    return None


def _refused_certificate(cause: Exception, security: Security) -> Stop | None:
    if _has(cause, [UNTRUSTED]):
        return _untrusted(cause, security)
    if security.certificate_file is None and _has(cause, WANTS_CERTIFICATE):
        return WrongSettings(
            "the broker asks for a certificate of ours; give it with kafka.certificate_file and kafka.key_file"
        )
    if _has(cause, [*WANTS_CERTIFICATE, *REFUSES_CERTIFICATE]):
        return NotAuthorised(
            f"the broker does not accept the certificate {security.certificate_file}; it must be in time and issued by "
            "an authority in the broker's truststore"
        )
    return None


def _untrusted(cause: Exception, security: Security) -> Stop:
    if _has(cause, OUT_OF_TIME):
        return Unreachable(f"the broker's certificate is out of date; renew it on the broker ({cause})")
    if _has(cause, OTHER_HOST):
        return WrongSettings(f"the broker's certificate is for other hosts; address it by a name in it ({cause})")
    trusted = f"kafka.ca_file {security.ca_file}" if security.ca_file else "the system's authorities"
    return WrongSettings(
        f"the broker's certificate is not trusted by {trusted}; set kafka.ca_file to the authority that issued it "
        f"({cause})"
    )


def _other_protocol(server: str, spoken: Spoken, security: Security) -> Stop | None:
    """The end of a process that speaks otherwise than the port does; None where both speak alike, as far as known."""
    has_login = security.protocol.has_login if spoken.mechanisms is None else bool(spoken.mechanisms)
    wanted = {(each.has_tls, each.has_login): each for each in SecurityProtocol}[spoken.tls, has_login]
    if wanted is security.protocol:
        return None
    tls = "TLS" if spoken.tls else "no TLS"
    logins = f", and takes logins by {', '.join(sorted(spoken.mechanisms))}" if spoken.mechanisms else ""
    without = ", and takes no logins" if spoken.mechanisms == () else ""
    return WrongSettings(
        f"{server}: this port speaks {tls}{logins}{without}, but kafka.security_protocol is {security.protocol.value}; "
        f"name a port that does, or set it to {wanted.value}"
    )
