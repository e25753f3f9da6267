"""Genders of people, by what the text says of them."""

from __future__ import annotations

from extract.lexicon import FEMALE_PRONOUNS, FEMALE_TITLES, MALE_PRONOUNS, MALE_TITLES
from extract.names import Name, NameMention, fold
from extract.scene import WORD, Scene, appositive, prenominal
from extract.span import CharSpan


def gender_of(scene: Scene, name: Name) -> str | None:
    """ "male" or "female" by honorifics, roles and the pronouns that follow; None without evidence."""
    votes = {"male": 0, "female": 0}
    for mention in name.mentions:
        before = scene.text[max(0, mention.span.start - 40) : mention.span.start].split()
        if before:
            word = fold(before[-1].strip(',(“"'))
            votes["male"] += 5 * (word in MALE_TITLES)
            votes["female"] += 5 * (word in FEMALE_TITLES)
        title = prenominal(scene, mention.span)
        for span in (title, appositive(scene, mention.span)):
            for word in WORD.findall(span.of(scene.text).lower()) if span else ():
                votes["male"] += 4 * (word in MALE_TITLES)
                votes["female"] += 4 * (word in FEMALE_TITLES)
        for word in _words_after(scene, name, mention):
            votes["male"] += word in MALE_PRONOUNS
            votes["female"] += word in FEMALE_PRONOUNS
    if votes["male"] == votes["female"]:
        return None
    return max(votes, key=lambda key: votes[key])


def _words_after(scene: Scene, name: Name, mention: NameMention) -> list[str]:
    """The words up to the end of the next sentence, or to the next mention of another person."""
    number = min(scene.sentence_number(mention.span.start) + 1, len(scene.sentences) - 1)
    end = scene.sentences[number].end if scene.sentences else mention.span.end
    after = scene.people_in(CharSpan(mention.span.end, max(end, mention.span.end)))
    stop = next((m.span.start for m, other in after if other is not name), end)
    return [word.lower() for word in WORD.findall(scene.text, mention.span.end, max(stop, mention.span.end))]
