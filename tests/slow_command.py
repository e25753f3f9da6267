"""The command with an extractor made by hand that takes its time: `python -m tests.slow_command run ...`.

It stands for a real run where tests kill it, stop it, or start it twice.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from extract.article import Article
from extract.cli.main import main
from extract.pipeline.annotations import Annotations
from extract.runs.extractor import Extractor
from extract.runs.settings import Settings
from tests.by_hand import extractor_by_hand, use_in_commands

_SECONDS = float(os.environ.get("EXTRACT_TEST_SECONDS", "0.003"))  # an article


def load(settings: Settings) -> Extractor:
    """Takes its time over each article."""
    plain = extractor_by_hand()

    def annotate(articles: Iterable[Article]) -> Iterator[Annotations]:
        for article in articles:
            time.sleep(_SECONDS)
            yield from plain.annotate([article])

    return replace(plain, annotate=annotate)


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        use_in_commands(load, patch)
        main(sys.argv[1:])
