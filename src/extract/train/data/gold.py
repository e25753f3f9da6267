"""Gold articles to training rows: the attributions that they annotate, and where they leave it open."""

from __future__ import annotations

import codecs
import gzip
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from pydantic import ValidationError

from extract.errors import ArticleError
from extract.readers.article.metadata import parse_object
from extract.score.gold import GoldArticle, GoldQuote
from extract.spans import CharSpan
from extract.train.data.places import Placer, QuotePlaces
from extract.train.data.problems import Problems
from extract.train.data.reported import Attribution, ContentWidener, as_attribution, bare_cue, outermost
from extract.train.data.row import Row
from extract.train.data.sentence_doubt import SentenceDoubt


def read_gold_rows(path: Path, problems: Problems) -> list[Row]:
    """Read the articles of a gold file (JSON Lines, plain or gzipped); what is wrong goes to `problems`."""
    rows = []
    number = 0
    try:
        with gzip.open(path) if path.name.lower().endswith(".gz") else path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip() and (article := _article(line, path, number, problems)) is not None:
                    rows.append(gold_row(article, name=path.as_posix()))
    except (OSError, EOFError, zlib.error) as error:
        problems.add(path, number + 1, f"reading stopped: {error}")
    return rows


def _article(line: bytes, path: Path, number: int, problems: Problems) -> GoldArticle | None:
    try:
        article = GoldArticle.model_validate(parse_object(line.removeprefix(codecs.BOM_UTF8)))
    except ArticleError as error:
        problems.add(path, number, str(error))
    except ValidationError as error:
        for item in error.errors(include_url=False):
            key = ".".join(map(str, item["loc"]))
            problems.add(
                path, number, f"{key}: {item['msg']}" if key else item["msg"].removeprefix("Value error, ")
            )
    else:
        missing = list(_missing(article))
        for words in missing:
            problems.add(path, number, f"{words[:60]!r} is not in the text; copy it from the article exactly")
        return None if missing else article
    return None


def _missing(article: GoldArticle) -> Iterator[str]:
    """List the cues and mentions that do not stand in the text."""
    for quote in article.quotes:
        yield from (
            words for words in (quote.cue, quote.speaker.mention) if words and words not in article.text
        )


def gold_row(article: GoldArticle, *, name: str) -> Row:
    """Make the row of one article: its attributions, as the gold has no names. name: of the set.

    Quotes inside quotes are left out; optional ones, and those whose cue or mention does not stand near
    the content, are left open.
    """
    return _GoldReader(article).row(name)


class _GoldReader:
    """Reader of the attributions of one article out of its quotes."""

    def __init__(self, article: GoldArticle) -> None:
        self._text = article.text
        whole = [as_attribution({"content": spans}) for spans in article.contents]
        self._quotes = [(article.quotes[number], article.contents[number]) for number in outermost(whole)]
        self._placer = Placer(article.text, [span for _, spans in self._quotes for span in spans])
        self._widener = ContentWidener(article.text)
        self._open: list[CharSpan] = []

    def row(self, name: str) -> Row:
        """Make the row; called once."""
        attributions = self._attributions()
        doubt = SentenceDoubt(self._text, attributions, self._open)
        return Row(
            set=name,
            text=self._text,
            attributions=tuple(attributions),
            doubtful=tuple((span.start, span.end) for span in doubt.stretches()),
        )

    def _attributions(self) -> list[Attribution]:
        """List an attribution for each quote that is sure, in the order of the gold."""
        out: list[Attribution] = []
        before: GoldQuote | None = None
        for quote, content in self._quotes:
            wide = [part for span in content for part in self._widener.widened(span)]
            place = None if quote.optional else self._placer.place(content, quote.cue, quote.speaker.mention)
            if place is None:
                self._open += wide
            elif before is not None and place.cue is None and self._goes_on(before, quote, out[-1], content):
                out[-1] = out[-1] | {"content": (*out[-1]["content"], *((s.start, s.end) for s in wide))}
            else:
                out.append(self._attribution(wide, place))
                before = quote
        return out

    def _goes_on(
        self, before: GoldQuote, quote: GoldQuote, item: Attribution, content: Sequence[CharSpan]
    ) -> bool:
        """Whether a quotation without a cue follows the same speaker's words: it belongs to their cue."""
        if quote.speaker.name is None or quote.speaker.name != before.speaker.name:
            return False
        end, start = max(end for _, end in item["content"]), content[0].start
        return end <= start and self._placer.paragraph(start) - self._placer.paragraph(end - 1) <= 1

    def _attribution(self, content: Sequence[CharSpan], place: QuotePlaces) -> Attribution:
        return as_attribution(
            {
                "source": () if place.source is None else (place.source,),
                "cue": () if place.cue is None else (bare_cue(self._text, place.cue),),
                "content": content,
            }
        )
