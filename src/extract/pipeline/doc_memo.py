"""What the components of one run find in a text, kept for those behind them."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc

from extract.layout.blocks import Layout
from extract.layout.quotation_marks.quotations import Quotations
from extract.timex.anchor import Anchor

_KEY = "extract.memo"


@dataclass(slots=True, kw_only=True)
class DocMemo:
    """Values of one text, None until they are found. anchors: by the date of publication."""

    text: str | None = None
    layout: Layout | None = None
    quotations: Quotations | None = None
    anchors: dict[str | None, Anchor] = field(default_factory=dict)


def remember(doc: Doc, text: str) -> None:
    """Keep the values of `doc` from now on. They are not JSON: such a Doc cannot be saved.

    text: that of `doc`, which spaCy would put together from its tokens each time it is asked for.
    """
    doc.user_data[_KEY] = DocMemo(text=text)


def memo_of(doc: Doc) -> DocMemo:
    """What is kept of `doc`; an empty memo, used once, for a Doc that nobody remembers."""
    memo: DocMemo | None = doc.user_data.get(_KEY)
    return DocMemo() if memo is None else memo
