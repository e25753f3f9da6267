"""Organizations that the content of a quote is about."""

from __future__ import annotations

from collections.abc import Sequence

from extract.layout.spans import CharSpan
from extract.quotes.article_index import ArticleIndex
from extract.quotes.entities.names import Name
from extract.quotes.quote import How, Subject
from extract.quotes.speakers.antecedents import Antecedents
from extract.quotes.speakers.resolution import Resolution
from extract.quotes.subjects.description_fit import DescriptionFits
from extract.quotes.subjects.mention_rules import MentionRules
from extract.quotes.subjects.pair_features import PairFeatures, QuoteView
from extract.quotes.subjects.references import BodyReference, references_in
from extract.quotes.subjects.relevance import crossed, is_relevant
from extract.quotes.subjects.speaker_ties import SpeakerTies


class OrganizationFinder:
    """Finds the organizations that each quote of one article is about. title: of the article."""

    def __init__(self, index: ArticleIndex, antecedents: Antecedents, title: str | None = None) -> None:
        self._index = index
        self._rules = MentionRules(index, antecedents.organizations, antecedents.groups)
        self._fits = DescriptionFits(index)
        self._features = PairFeatures(index, self._fits, antecedents.history, title)

    def find(self, content: Sequence[CharSpan], speaker: Resolution) -> tuple[Subject, ...]:
        """Organizations that `content` names or refers to, each once, in the order of first mention.

        speaker: of the content, not yet part of the history.
        """
        view = self.view(content, speaker)
        found = {
            name.canonical: mentions
            for name, features in self._features.of(view)
            if is_relevant(crossed(features)) and (mentions := self._mentions(view, name))
        }
        # Who is named together is told too surely to be weighed.
        for span, name, how in self._rules.together(content):
            found.setdefault(name.canonical, []).append((span, how))
        out = [
            Subject(name=name, mentions=tuple(span for span, _ in mentions), how=mentions[0][1])
            for name, mentions in ((name, sorted(mentions)) for name, mentions in found.items())
        ]
        return tuple(sorted(out, key=lambda item: item.mentions[0]))

    def pairs(self, content: Sequence[CharSpan], speaker: Resolution) -> list[tuple[Name, dict[str, float]]]:
        """Every organization of the article with the features by which it is judged."""
        return [(name, crossed(found)) for name, found in self._features.of(self.view(content, speaker))]

    def view(self, content: Sequence[CharSpan], speaker: Resolution) -> QuoteView:
        """A quote as the features see it."""
        ties = SpeakerTies(self._index, speaker)
        references = references_in(self._index.text, content, self._fits.nouns)
        return QuoteView(
            content=content,
            speaker=speaker,
            ties=ties,
            references=references,
            mentions=self._rules.find(content, references, speaker, ties),
        )

    def _mentions(self, view: QuoteView, name: Name) -> list[tuple[CharSpan, How]]:
        """The words of a content that stand for an organization: those of the rules, else the likeliest."""
        found = sorted((span, how) for span, other, how in view.mentions if other is name)
        likeliest = None if found else self._likeliest(view.references, name)
        return [likeliest] if likeliest else found

    def _likeliest(self, references: Sequence[BodyReference], name: Name) -> tuple[CharSpan, How] | None:
        """The description that fits best, else the first pronoun; None where there is neither."""
        described = [ref for ref in references if ref.noun and self._fits.of(name, ref).level >= 0]
        if described:
            best = max(described, key=lambda ref: self._fits.of(name, ref).score)
            return best.span, "description"
        return next(((ref.span, "pronoun") for ref in references if not ref.noun), None)
