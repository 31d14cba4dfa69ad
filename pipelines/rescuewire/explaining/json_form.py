"""The explanation for programs: one JSON object."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict

from rescuewire.extraction.detector import Detection
from rescuewire.extraction.explanation import explain_mentions, explain_rejected
from rescuewire_schemas.article import Article
from rescuewire_schemas.records import to_record


def print_json(article: Article, detection: Detection) -> None:
    """Print `{article, outcome, events, mentions, rejected}`; offsets refer to the article as printed."""
    reading = detection.reading
    explained = {
        "article": asdict(article),
        "outcome": detection.outcome,
        "events": [to_record(event) for event in detection.events],
        "mentions": explain_mentions(reading) if reading is not None else [],
        "rejected": explain_rejected(reading) if reading is not None else [],
    }
    sys.stdout.write(json.dumps(explained, ensure_ascii=False, indent=2) + "\n")
