"""The sides by their names. Each is imported only where it is measured: what it brings would count in its memory."""

# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.sides.side import Side

STOCK, BARE, GRAPH, FLOOR = "stock spaCy", "extraction", "graph over files", "floor"
PLAIN = "extraction, not compiled"
EXACTLY_ONCE, AT_LEAST_ONCE = "exactly_once", "at_least_once"
DELIVERIES = {"Kafka, exactly once": EXACTLY_ONCE, "Kafka, at least once": AT_LEAST_ONCE}
KAFKA, KAFKA_AT_LEAST_ONCE = DELIVERIES
SIDES = (STOCK, BARE, PLAIN, GRAPH, KAFKA, KAFKA_AT_LEAST_ONCE, FLOOR)


@dataclass(frozen=True)
class Choice:
    """A side, and how it is set up: `server` and `batch_records` matter to Kafka, `packs` to extraction alone."""

    side: str
    server: str = ""
    packs: tuple[str, ...] = ()
    batch_records: int = 500
    source: str = ""


def side_for(choice: Choice) -> Side:
    """Make a side; raises KeyError for a name that is none."""
    if choice.side in DELIVERIES:
        return _kafka(choice)
    if choice.side == GRAPH:
        from benchmarks.sides.pipeline import GraphSide

        return GraphSide()
    if choice.side in (BARE, PLAIN):
        from benchmarks.sides.bare import BareSide

        return BareSide(choice.packs)
    if choice.side == STOCK:
        from benchmarks.sides.stock_spacy import StockSpacySide

        return StockSpacySide()
    from benchmarks.sides.floor import FloorSide

    return {FLOOR: FloorSide}[choice.side]()


def _kafka(choice: Choice) -> Side:
    from benchmarks.sides.pipeline import KafkaSide
    from rescuewire.delivery import Delivery

    return KafkaSide(choice.server, Delivery(DELIVERIES[choice.side]), choice.batch_records, choice.source)
