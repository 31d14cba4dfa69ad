"""The names of the topics that throughput is measured over."""

from __future__ import annotations

from pathlib import Path

EVENTS = "benchmark-events"
DEAD_LETTERS = f"{EVENTS}-dlq"


def topic_of(file: Path) -> str:
    """The topic that holds the articles of a stream's file."""
    return f"benchmark-{file.stem}"
