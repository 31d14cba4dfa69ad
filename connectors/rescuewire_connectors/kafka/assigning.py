"""Who reads which partitions: worked out by one member of the group, its leader, from what it knows of the topic."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kafka.coordinator.assignors.range import RangePartitionAssignor
from kafka.errors import LeaderNotAvailableError


class KnownTopicsAssignor(RangePartitionAssignor):  # type: ignore[misc]  # the library is not typed
    """Range assignment, by a leader that knows the topic.

    kafka-python's leader gives partitions of a topic that its metadata lack for the moment, as after a broker's
    restart, to nobody. When the metadata come back as they were before, nothing has changed for it, and the group reads
    nothing, for ever. Here joining fails in such a moment, by an error after which the client joins again with metadata
    renewed.
    """

    @classmethod
    def assign(cls, cluster: Any, members: Sequence[Any]) -> Mapping[str, Any]:
        """Return the partitions of each member; raise LeaderNotAvailableError, which is tried again."""
        topics = {topic for member in members for topic in member.metadata.topics}
        unknown = sorted(topic for topic in topics if cluster.partitions_for_topic(topic) is None)
        if unknown:
            raise LeaderNotAvailableError(f"no metadata of {', '.join(unknown)}")
        assigned: Mapping[str, Any] = super().assign(cluster, members)
        return assigned
