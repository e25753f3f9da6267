"""The layout of a Doc, as JSON values."""

from __future__ import annotations

from typing import TypedDict, cast, get_args

from spacy.language import Language
from spacy.tokens import Doc

from extract.layout.blocks import Block, BlockKind, Layout, find_layout
from extract.layout.dateline import Dateline
from extract.spans import CharSpan

_TEXT = "extract.text"
_KINDS: dict[int | str, BlockKind] = {kind: kind for kind in get_args(BlockKind)}


class DatelineData(TypedDict):
    """A dateline; each span is `[start, end]`, in code points of `Doc.text`."""

    span: list[int]
    place: list[int] | None
    date: list[int] | None
    agency: list[int] | None


class LayoutData(TypedDict):
    """A layout; a block is `[start, end, kind]`."""

    blocks: list[list[int | str]]
    dateline: DatelineData | None


@Language.factory(
    "extract_layout",
    assigns=["doc._.extract_layout"],
    default_config={"title": None},
)
def make_layout(nlp: Language, name: str, title: str | None) -> LayoutFinder:
    """title: a headline that every Doc shares; None for what `doc._.extract_title` says, if anything."""
    return LayoutFinder(name, title=title)


class LayoutFinder:
    """Sets `doc._.extract_layout`. Reads the headline, where it is known, from `doc._.extract_title`."""

    def __init__(self, name: str, *, title: str | None = None) -> None:
        self.name = name
        self.title = title
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Find the layout of `doc`."""
        doc._.extract_layout = layout_data(find_layout(text_of(doc), doc._.extract_title or self.title))
        return doc


def register_extensions() -> None:
    """Make `doc._.extract_layout` and `doc._.extract_title` known; again and again does no harm."""
    for extension in ("extract_layout", "extract_title"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=None)


def layout_data(layout: Layout) -> LayoutData:
    """`layout` as JSON values."""
    dateline = layout.dateline
    return {
        "blocks": [[block.span.start, block.span.end, block.kind] for block in layout.blocks],
        "dateline": None
        if dateline is None
        else {
            "span": [dateline.span.start, dateline.span.end],
            "place": _pair(dateline.place),
            "date": _pair(dateline.date),
            "agency": _pair(dateline.agency),
        },
    }


def text_of(doc: Doc) -> str:
    """`doc.text`, which spaCy puts together from the tokens each time it is asked for: here once."""
    text: str | None = doc.user_data.get(_TEXT)
    if text is None or len(text) != (doc[-1].idx + len(doc[-1].text_with_ws) if len(doc) else 0):
        text = doc.user_data[_TEXT] = doc.text
    return text


def layout_of(doc: Doc) -> Layout:
    """The layout of `doc`: the one that the component set, else found now."""
    register_extensions()
    data = cast("LayoutData | None", doc._.extract_layout)
    if data is None:
        return find_layout(text_of(doc), doc._.extract_title)
    dateline = data["dateline"]
    return Layout(
        tuple(Block(CharSpan(int(start), int(end)), _kind(kind)) for start, end, kind in data["blocks"]),
        None
        if dateline is None
        else Dateline(
            span=CharSpan(*dateline["span"]),
            place=_span(dateline["place"]),
            date=_span(dateline["date"]),
            agency=_span(dateline["agency"]),
        ),
    )


def _kind(value: int | str) -> BlockKind:
    if value not in _KINDS:
        raise ValueError(f"doc._.extract_layout has a block of kind {value!r}; it is one of {tuple(_KINDS)}")
    return _KINDS[value]


def _pair(span: CharSpan | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(pair: list[int] | None) -> CharSpan | None:
    return None if pair is None else CharSpan(*pair)
