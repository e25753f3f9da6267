"""The value of a time expression: its span, its TIMEX3 type and value, its EDTF date."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.spans import CharSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression, as written and as resolved.

    span: of its words, in code points. type, value: as in TIMEX3 of TimeML (`2017-04-06`, `2013-W11`, `P2Y`,
    `PRESENT_REF`). edtf: the value in ISO 8601-2; None where it is no date (a duration, a set) or has no
    anchor.
    """

    span: CharSpan
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    edtf: str | None
