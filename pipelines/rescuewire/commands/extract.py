"""The verb `extract`: one article, explained."""

from __future__ import annotations

from typing import Annotated

import typer

from rescuewire.confidence import DEFAULT_MIN_CONFIDENCE, checked_min_confidence
from rescuewire.confidence import HELP as MIN_CONFIDENCE_HELP
from rescuewire.harms import DEFAULT_WORDS, HELP, parse_harms

SourceArgument = Annotated[
    str, typer.Argument(help="One article: x.json, x.jsonl, x.txt, x.html, or - (JSON, text or HTML)")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print article, events, mentions and rejected as JSON")]
PublishedAt = Annotated[
    str | None, typer.Option(help="Date that relative dates are resolved against, over the article's own")
]
Harms = Annotated[str, typer.Option("--harm", help=HELP)]
MinConfidence = Annotated[float, typer.Option(help=MIN_CONFIDENCE_HELP)]


def extract(
    source: SourceArgument = "-",
    as_json: AsJson = False,  # noqa: FBT002  typer's way to say a flag
    published_at: PublishedAt = None,
    harm: Harms = DEFAULT_WORDS,
    min_confidence: MinConfidence = DEFAULT_MIN_CONFIDENCE,
) -> None:
    """Show what is seen in one article: mentions, events, and why each candidate was kept or dropped."""
    from rescuewire.explaining.json_form import print_json  # noqa: PLC0415  help must not wait for these
    from rescuewire.explaining.one_article import read_one_article  # noqa: PLC0415
    from rescuewire.explaining.terminal_form import print_reading  # noqa: PLC0415
    from rescuewire.extraction.detector import load_detector  # noqa: PLC0415

    harms, least = parse_harms(harm), checked_min_confidence(min_confidence)
    article = read_one_article(source, published_at)
    detection = load_detector(harms, least).read(article)
    (print_json if as_json else print_reading)(article, detection)
