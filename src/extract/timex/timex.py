"""TIMEX: a time expression, as written and as resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.spans import CharSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression: where it stands, its TIMEX3 type and value, and the value as EDTF.

    value: TimeML (`2017-04-06`, `2013-W11`, `P2Y`, `PRESENT_REF`). edtf: ISO 8601-2, None where the
    value is no date (a duration, a set) or has no anchor.
    """

    span: CharSpan
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    edtf: str | None
