"""How the time that work takes grows with the text, whatever the machine."""

from __future__ import annotations

import time
from collections.abc import Callable


def assert_linear(work: Callable[[str], object], piece: str, size: int) -> None:
    """Four times the text takes about four times the processor time, far from the sixteen of a square.

    work: reads a text of `size` characters, `piece` over and over, and a quarter of it.
    """

    def seconds(characters: int) -> float:
        text = (piece * (characters // len(piece) + 1))[:characters]
        best = float("inf")
        for _ in range(2):
            began = time.process_time()
            work(text)
            best = min(best, time.process_time() - began)
        return best

    short, long = seconds(size // 4), seconds(size)
    assert long < 8 * short + 0.02, f"{long:.3f} s for {size} characters, {short:.3f} s for a quarter"
