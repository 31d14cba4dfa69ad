"""How memory grows with articles: `python -m fakes.extraction_memory 1000000` prints resident MB on the way.

Bare extraction with all packs, over ordinary news that keeps bringing new words. A million articles take about an hour.
"""

from __future__ import annotations

import argparse
import sys
import time

from fakes.ordinary_news import ordinary_news
from fakes.resident_memory import resident_bytes
from rescuewire.extraction.detector import Detector

MEASURED_AT = tuple(digit * 10**power for power in range(2, 7) for digit in (1, 2, 5))


def measure(articles: int) -> None:
    """Print resident memory after 100, 200, 500, 1,000 … articles, and at the end."""
    detector = Detector()
    detector.load_languages()
    _print(0, 0.0)
    began = time.process_time()
    for number, article in enumerate(ordinary_news(articles), start=1):
        detector.detect(article)
        if number in MEASURED_AT or number == articles:
            _print(number, time.process_time() - began)


def _print(articles: int, seconds: float) -> None:
    sys.stdout.write(f"{articles:>9,} articles {resident_bytes() / 2**20:7.1f} MB {seconds:7.0f} s\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    measure(parser.parse_args().articles)


if __name__ == "__main__":
    main()
