"""Gold and records made by hand, for the tests of scoring."""

from __future__ import annotations

from typing import Any

from extract.record.views import RecordView
from extract.score.gold import GoldArticle

HARBOUR = (
    "Ada Brunn said Norvik Bank was safe. “It is not,” Jan Holt told reporters on Monday. "
    'The port would close "by autumn", the Harbour Union warned. '
    "Brunn denied any delay and hoped for a mild winter. The ferry sails at noon."
)


def gold_quote(*content: str, speaker: str | None = "Ada Brunn", **fields: Any) -> dict[str, Any]:
    """One quote in the gold's form: indirect, about nobody, without a date, unless `fields` say more."""
    return {
        "content": list(content),
        "type": "indirect",
        "speaker": {"mention": None, "name": speaker, "kind": "person"},
        "organizations": [],
        "said": None,
    } | fields


def gold_article(*quotes: dict[str, Any], text: str = HARBOUR, **fields: Any) -> GoldArticle:
    """An article called "harbour" with these quotes."""
    return GoldArticle.model_validate({"id": "harbour", "text": text, "quotes": list(quotes)} | fields)


def record_fields(
    *content: str,
    speaker: str | None = "Ada Brunn",
    organizations: tuple[str, ...] = (),
    said: str | None = None,
    type: str = "indirect",  # noqa: A002
    article: str = "harbour",
    text: str = HARBOUR,
    mention: str | None = None,
    act: str = "statement",
) -> dict[str, Any]:
    """One line of records.jsonl, as far as scoring reads it; `content` where it first stands in `text`."""

    def span(words: str) -> dict[str, Any]:
        start = text.index(words)
        return {"start": start, "end": start + len(words), "text": words}

    return {
        "article": {"id": article},
        "quote": {"type": type, "act": act, "spans": [span(words) for words in content]},
        "speaker": {"name": speaker, "kind": "person", "mention": span(mention) if mention else None},
        "organizations": [{"name": name} for name in organizations],
        "said": {"date": said, "basis": "published"} if said else None,
    }


def record(*content: str, **fields: Any) -> RecordView:
    """The same as scoring reads it."""
    return RecordView.model_validate(record_fields(*content, **fields))


# One quote right in all, one of the wrong type and speaker, one with a shorter content, an organization
# too many and the wrong date, one missed, one optional; an article without records.
GOLD = [
    gold_article(
        gold_quote("Norvik Bank was safe", organizations=["Norvik Bank"], said="2031-03-04"),
        gold_quote("It is not", type="direct", speaker="Jan Holt", said="2031-03-03", said_also=[None]),
        gold_quote(
            'The port would close "by autumn"', type="mixed", speaker="Harbour Union", said="2031-03-04"
        ),
        gold_quote("any delay"),
        gold_quote("a mild winter", optional=True),
        source="agency",
    ),
    gold_article(gold_quote("it rained", speaker=None), id="weather", text="Some said it rained."),
]
RECORDS = [
    record("Norvik Bank was safe", organizations=("Norvik Bank",), said="2031-03-04"),
    record("It is not", speaker="Ada Brunn", mention="Ada Brunn"),
    record(
        "The port would close",
        type="mixed",
        speaker="the Harbour Union",
        organizations=("Harbour Union",),
        said="2030",
    ),
    record("a mild winter"),
    record("The ferry sails at noon", speaker=None),
    record("It is not", article="elsewhere"),
]
