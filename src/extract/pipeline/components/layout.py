"""The layout of a Doc, as JSON values; its text and quotation marks."""

from __future__ import annotations

from typing import TypedDict, cast, get_args

from spacy.language import Language
from spacy.tokens import Doc

from extract.layout.blocks import Block, BlockKind, Layout, find_layout
from extract.layout.dateline import Dateline
from extract.layout.quotation_marks.quotations import Quotations, find_quotations
from extract.pipeline.doc_memo import memo_of
from extract.spans import CharSpan

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
        layout = find_layout(text_of(doc), doc._.extract_title or self.title)
        doc._.extract_layout = layout_data(layout)
        memo_of(doc).layout = layout
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
    """The text of `doc`: ask once a component, since spaCy puts it together from the tokens."""
    memo = memo_of(doc)
    if memo.text is None:
        memo.text = doc.text
    return memo.text


def layout_of(doc: Doc) -> Layout:
    """The layout of `doc`: the one that the component set, else found now."""
    register_extensions()
    memo = memo_of(doc)
    if memo.layout is None:
        data = cast("LayoutData | None", doc._.extract_layout)
        memo.layout = find_layout(text_of(doc), doc._.extract_title) if data is None else read_layout(data)
    return memo.layout


def quotations_of(doc: Doc) -> Quotations:
    """The paired quotation marks in the blocks of `doc`."""
    memo = memo_of(doc)
    if memo.quotations is None:
        memo.quotations = find_quotations(text_of(doc), [block.span for block in layout_of(doc).blocks])
    return memo.quotations


def read_layout(data: LayoutData) -> Layout:
    """The layout that `layout_data` made JSON values of. Raises ValueError for what is no kind of block."""
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
