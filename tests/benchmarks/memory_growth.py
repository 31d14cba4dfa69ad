"""Memory over a long run: ordinary articles without end through the command line, each with a word of its own."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator, Sequence
from itertools import count
from typing import IO

import msgspec

from benchmarks.bench import Bench
from benchmarks.commands import resident_mb, start
from benchmarks.samples import Key
from benchmarks.sides.choosing import GRAPH
from benchmarks.streams import ORDINARY

PART = "memory"
STEPS = 10
SETTLED = 10_000
"""After so many articles packs are loaded and caches filled: what comes later is growth."""
ARTICLES_A_SECOND_AT_LEAST = 50
ALPHABET = "bcdfghjklmnpqrstvwxz"


def measure_memory(bench: Bench) -> None:
    """Resident memory at every tenth of the articles, and where it should have settled."""
    streams = {stream.name: stream for stream in bench.streams.compared()}
    first = Key(PART, GRAPH, f"{bench.plan.memory_articles}", 1)
    if ORDINARY in streams and first not in bench.samples:
        with bench.surviving(PART):
            for number, size in _sizes(bench, streams[ORDINARY].file.read_bytes().splitlines()):
                bench.keep(Key(PART, GRAPH, f"{number}", 1), {"articles": number, "resident_mb": size})


def _sizes(bench: Bench, values: Sequence[bytes]) -> Iterator[tuple[int, float]]:
    total = bench.plan.memory_articles
    events = bench.folder / "memory.avro"
    process = start(frozenset({bench.cores.measured}), "rescuewire", "run", "-", str(events))
    limit = threading.Timer(120 + total / ARTICLES_A_SECOND_AT_LEAST, process.kill)
    limit.start()
    try:
        for number, value in enumerate(endless(values), 1):
            _pipe(process).write(value + b"\n")
            if number % (total // STEPS) == 0 or number == SETTLED:
                yield number, resident_mb(process.pid)
            if number == total:
                break
        _pipe(process).close()
        process.wait(120)
    finally:
        limit.cancel()
        process.kill()


def _pipe(process: subprocess.Popen[bytes]) -> IO[bytes]:
    if process.stdin is None:
        raise ValueError("the process was started without a pipe; a bug")
    return process.stdin


def endless(values: Sequence[bytes]) -> Iterator[bytes]:
    """The articles again and again, each with a word of its own at its end, as news brings new names."""
    articles = [msgspec.json.decode(value) for value in values]
    for number in count():
        article = articles[number % len(articles)]
        yield msgspec.json.encode({**article, "id": f"m{number}", "text": f"{article['text']} {new_word(number)}."})


def new_word(number: int) -> str:
    """A word that no other number gives."""
    letters = []
    while True:
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
        if not number:
            return "Y" + "a".join(letters)
