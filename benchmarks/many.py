"""Many articles out of the few of `data/raw`, each with a line of its own, so that no two are the same."""

from __future__ import annotations

import json
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "data" / "raw"
SHORT = 300  # characters of a short article, about


def write_articles(path: Path, number: int, *, short: bool = False) -> int:
    """Write so many articles to `path`, as JSON Lines; the number of their words.

    short: the first sentences of each only.
    """
    texts = [file.read_text("utf-8") for file in sorted(SAMPLES.glob("*.txt"))]
    if short:
        texts = [_beginning(text) for text in texts]
    words = 0
    with path.open("w", encoding="utf-8") as stream:
        for at in range(number):
            text = f"{texts[at % len(texts)]}\n\nIssue number {at}.\n"
            words += len(text.split())
            stream.write(json.dumps({"id": f"{at:07}", "text": text}) + "\n")
    return words


def _beginning(text: str) -> str:
    end = text.find(". ", SHORT)
    return text[: end + 1] if end >= 0 else text
