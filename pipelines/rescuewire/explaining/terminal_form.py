"""The explanation for people: the article with its mentions in colour, every candidate, and the events."""

from __future__ import annotations

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from rescuewire.counting import counted
from rescuewire.events.printing import event_table
from rescuewire.events.words import count_words
from rescuewire.extraction.detector import Detection, Reading
from rescuewire.extraction.explanation import reason_of
from rescuewire.extraction.judgement.verdict import Verdict
from rescuewire.extraction.mentions.kinds import AGENTS, CONTEXTS, COUNTS, DATES, PEOPLE, PLACES, TRIGGERS
from rescuewire_schemas.article import Article
from rescuewire_schemas.rescue_event import VictimCount

COLOURS = {
    PEOPLE: "green",
    COUNTS: "bold green",
    PLACES: "cyan",
    AGENTS: "blue",
    DATES: "magenta",
    CONTEXTS: "yellow",
    TRIGGERS: "bold white on red",
}
"""Later ones win where mentions overlap."""
FURNITURE = "dim strike"


def print_reading(article: Article, detection: Detection) -> None:
    """Print what was seen and decided; an article of an unknown language has nothing to show."""
    console = Console()
    if detection.reading is None:
        console.print(f"outcome: {detection.outcome} (language {article.language or 'not told'})")
        return
    console.print(_legend(), _coloured(detection.reading), "", sep="\n")
    console.print(_candidates(detection.reading))
    for event in detection.events:
        console.print(event_table(event))
    console.print(f"outcome: {detection.outcome}, {counted(len(detection.events), 'event')}")


def _legend() -> Text:
    legend = Text()
    for group, colour in COLOURS.items():
        legend.append(group.removeprefix("rescuewire_"), style=colour)
        legend.append("  ")
    return legend.append("furniture", style=FURNITURE)


def _coloured(reading: Reading) -> Text:
    text = Text(reading.text.text)
    for group, colour in COLOURS.items():
        for span in reading.doc.spans.get(group, ()):
            text.stylize(colour, span.start_char, span.end_char)
    for start, end in reading.text.furniture:
        text.stylize(FURNITURE, start, end)
    return text


def _candidates(reading: Reading) -> Table:
    """A line or two for each, since what is told does not fit the columns of a terminal side by side."""
    table = Table(title="candidates", title_justify="left", box=box.HORIZONTALS, expand=True)
    table.add_column("sure", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    table.add_column("candidate", ratio=1)
    for verdict in reading.verdicts:
        kept = verdict.rejection is None
        row = (f"{verdict.confidence:.2f}", reason_of(verdict) or "event", Text(_words_of(verdict)))
        table.add_row(*row, style="" if kept else "dim")
    return table


def _words_of(verdict: Verdict) -> str:
    frame, count = verdict.frame, verdict.frame.count
    who = "nobody" if frame.patient is None else frame.patient.span.text
    told = () if count is None else (count_words(VictimCount(count.best, count.min, count.max, count.qualifier)),)
    return f"{verdict.event_type.value}: {frame.trigger.text}\n" + " · ".join(
        (who, *told, verdict.realis.value, verdict.harm.value)
    )
