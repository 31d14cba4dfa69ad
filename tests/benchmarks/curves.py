"""How cost grows: with the length of articles, the packs loaded, the words in them, partitions, the size of batches."""

from __future__ import annotations

from benchmarks.bench import Bench, Reading
from benchmarks.broker_for_bench import filled_topic
from benchmarks.sides.choosing import BARE, KAFKA, Choice
from benchmarks.streams import CANDIDATES, ORDINARY, Stream
from benchmarks.throughput import prepare_topics
from benchmarks.topics import topic_of

LENGTH, PACKS, LEXICON, PARTITIONS, BATCH = "length", "packs", "lexicon", "partitions", "batch"
PACK_CODES = ("en", "fr", "es")
BATCHES = 200
"""So many of a size are enough."""


def measure_curves(bench: Bench) -> None:
    """All curves; those over Kafka only where there is a broker, those of ordinary news only where there is some."""
    streams = {stream.name: stream for stream in bench.streams.compared()}
    for number in range(1, bench.plan.curve_rounds + 1):
        _length(bench, number)
        _lexicon(bench, streams, number)
        if ORDINARY in streams:
            _packs(bench, number)
        if ORDINARY in streams and bench.server:
            _kafka(bench, _part_of(bench, streams[ORDINARY]), number)


def _length(bench: Bench, number: int) -> None:
    made = [
        bench.streams.of_length(length, candidates=candidates)
        for candidates in (False, True)
        for length in bench.plan.lengths
    ]
    bench.read(Reading(LENGTH, Choice(BARE), [stream for stream in made if stream is not None]), number)


def _lexicon(bench: Bench, streams: dict[str, Stream], number: int) -> None:
    wanted = [_part_of(bench, streams[name]) for name in (ORDINARY, CANDIDATES) if name in streams]
    for factor in bench.plan.lexicon_factors:
        bench.read(Reading(LEXICON, Choice(BARE), wanted, case=f"{factor} ×", lexicon_factor=factor), number)


def _packs(bench: Bench, number: int) -> None:
    """The same English articles, whatever else is loaded; the warm-up has others too, and would load their packs."""
    english = bench.streams.english(bench.plan.curve_articles)
    warm_up = bench.streams.beginning(english, bench.plan.warm_up)
    for count in range(1, len(PACK_CODES) + 1):
        choice = Choice(BARE, packs=PACK_CODES[:count])
        bench.read(Reading(PACKS, choice, [english], case=f"{count}", warm_up=warm_up), number)


def _kafka(bench: Bench, ordinary: Stream, number: int) -> None:
    prepare_topics(bench.server, [ordinary, bench.streams.warm_up()])
    for partitions in bench.plan.partitions:
        source = f"{topic_of(ordinary.file)}-{partitions}"
        filled_topic(bench.server, source, ordinary.file, partitions)
        choice = Choice(KAFKA, bench.server, source=source)
        bench.read(Reading(PARTITIONS, choice, [ordinary], case=f"{partitions}"), number)
    for records in bench.plan.batch_records:
        choice = Choice(KAFKA, bench.server, batch_records=records, source=topic_of(ordinary.file))
        stream = bench.streams.beginning(ordinary, BATCHES * records)
        bench.read(Reading(BATCH, choice, [stream], case=f"{records}"), number)


def _part_of(bench: Bench, stream: Stream) -> Stream:
    return bench.streams.beginning(stream, bench.plan.curve_articles)
