"""A broker that asks who one is, in every way that Kafka knows, and has rules of who may do what."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from broker import Broker, free_ports
from kafka.admin import ACL, ACLOperation, ACLPermissionType, ACLResourcePatternType, ResourcePattern, ResourceType

from fakes.certificates import Authority
from kafka import KafkaAdminClient

PASSWORD = "pass-of-s3cret-words"  # noqa: S105  of a broker that lives for a minute
USERS = ("alice", "no-read", "no-write", "no-group", "no-transaction", "nobody")
SASL = "org.apache.kafka.common.security"

LISTENERS = """
listeners=PLAINTEXT://127.0.0.1:{node.port},CONTROLLER://127.0.0.1:{node.controller_port},{own}
advertised.listeners=PLAINTEXT://127.0.0.1:{node.port},{own}
listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_PLAINTEXT,MUTUAL:SSL,BOTH:SASL_SSL
authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
super.users=User:ANONYMOUS
ssl.keystore.type=PEM
ssl.keystore.location={keystore}
ssl.truststore.type=PEM
ssl.truststore.location={truststore}
listener.name.mutual.ssl.client.auth=required
"""
MECHANISMS = """
listener.name.{name}.sasl.enabled.mechanisms={mechanisms}
listener.name.{name}.scram-sha-256.sasl.jaas.config={sasl}.scram.ScramLoginModule required;
listener.name.{name}.scram-sha-512.sasl.jaas.config={sasl}.scram.ScramLoginModule required;
listener.name.{name}.plain.sasl.jaas.config={sasl}.plain.PlainLoginModule required {users};
"""


class SecuredBroker(Broker):
    """Listens without security to its tests, and at `login`, `mutual` and `both` to those it asks who they are.

    `login` takes logins without TLS, `mutual` TLS with a client's certificate, `both` logins over TLS, but no PLAIN.
    """

    def __init__(self, folder: Path) -> None:
        self.authority = Authority(folder, "authority")
        self._certified = self.authority.certify("broker")
        self.login, self.mutual, self.both = (f"127.0.0.1:{port}" for port in free_ports(3))
        super().__init__(folder)

    def _properties(self, data: Path) -> str:
        listeners = LISTENERS.format(
            node=self._node,
            own=f"LOGIN://{self.login},MUTUAL://{self.mutual},BOTH://{self.both}",
            keystore=self._certified.both,
            truststore=self.authority.certificate,
        )
        users = " ".join(f'user_{name}="{PASSWORD}"' for name in USERS)
        scram = "SCRAM-SHA-256,SCRAM-SHA-512"
        logins = {"login": f"{scram},PLAIN", "both": scram}
        offered = (
            MECHANISMS.format(name=name, mechanisms=each, users=users, sasl=SASL) for name, each in logins.items()
        )
        return super()._properties(data) + listeners + "".join(offered)

    def format(self, cluster: str = "", *options: str) -> None:
        """Make the data folder, with the users in it."""
        logins = (f"{mechanism}=[name={name},password={PASSWORD}]" for name in USERS for mechanism in SCRAMS)
        super().format(cluster, *options, *(word for login in logins for word in ("--add-scram", login)))

    def allow(self, principal: str, rights: Iterable[tuple[str, str, str]]) -> None:
        """Grant rights, each an operation, a kind of resource and its name; `PREFIX*` is all names that begin so."""
        with closing(KafkaAdminClient(bootstrap_servers=self.address)) as admin:
            admin.create_acls([_rule(principal, *right) for right in rights])


SCRAMS = ("SCRAM-SHA-256", "SCRAM-SHA-512")


def _rule(principal: str, operation: str, kind: str, name: str) -> ACL:
    pattern = ACLResourcePatternType.PREFIXED if name.endswith("*") else ACLResourcePatternType.LITERAL
    resource = ResourcePattern(ResourceType[kind], name.rstrip("*"), pattern)
    return ACL(f"User:{principal}", "*", ACLOperation[operation], ACLPermissionType.ALLOW, resource)
