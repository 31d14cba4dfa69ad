"""Rights on a cluster: which one a broker's refusal is about, and how it is granted."""

from __future__ import annotations

from dataclasses import dataclass

TRANSACTIONAL_PREFIX = "rescuewire-"
"""What the `transactional.id` of every replica begins with; rights on it are granted by this prefix."""


@dataclass(frozen=True)
class Use:
    """What is done on a cluster when a request fails, and by whom; "" where nothing of the kind is used.

    `operation` is what is done with `topic`, in the words of `kafka-acls`: Read, Write, Describe.
    """

    principal: str = "User:NAME"
    operation: str = "Describe"
    topic: str = ""
    group: str = ""
    transactional_id: str = ""

    def refused(self, error: str) -> str | None:
        """Which right is missing and the command that grants it, for the name of a broker's error; None for others."""
        for name, right in self._rights().items():
            if name in error:
                return f"{self.principal} has no right to {right}"
        return None

    def _rights(self) -> dict[str, str]:
        operation, topic = self.operation, self.topic or "TOPIC"
        return {
            "TopicAuthorizationFailed": self._right(operation, f"topic {topic}", f"--topic {topic}"),
            "GroupAuthorizationFailed": self._right("Read", f"group {self.group}", f"--group {self.group or 'GROUP'}"),
            "TransactionalIdAuthorizationFailed": self._right(
                "Write",
                f"transactional.id {self.transactional_id}",
                f"--transactional-id {TRANSACTIONAL_PREFIX} --resource-pattern-type prefixed",
            ),
            "ClusterAuthorizationFailed": self._right("IdempotentWrite", "the cluster", "--cluster"),
        }

    def _right(self, operation: str, on: str, option: str) -> str:
        command = f"kafka-acls --add --allow-principal '{self.principal}' --operation {operation} {option}"
        return f"{operation} {on}; grant it: {command}"
