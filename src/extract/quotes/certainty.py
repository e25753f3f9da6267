"""Certainty of each kind of evidence: how sure the way is by which a rule found words or a speaker.

The figures were set by hand and rank the ways by how often each is right. They are no probabilities yet:
`benchmarks/calibrate.py` fits, on hand-made records, the regressions that turn them into the confidences of a
record (docs/confidence.md). After a change of a figure that file has to be fitted anew.
"""

from __future__ import annotations

# Words of a quote that a rule found, or moved, in place of the network's own figure.
LAYOUT = 0.95  # a turn of a transcript, an answer of an interview, a signed quotation
BETWEEN_DASHES = 0.9  # “A, – the minister said. – B”
BESIDE_QUOTATION = 0.9  # “We lost it all,” groaned Ada Brunn: words that the network overlooked
HEADLINE = 0.8  # "Strike is off, says union"
REPAIRED_SOURCE = 0.9  # "the plan, said its author, will fail"
SECOND_HAND_SOURCE = 0.9  # "the agency quoted Jane Roe as saying"
NESTED = 0.85  # what Moen told in "Holt said that Moen had told him", as a share of Holt's figure

# Speakers whom the source names.
NAMED_PERSON = 0.97  # "Ada Brunn said"
NAMED_ORGANIZATION = 0.93  # "Norvik Bank said", "Norvik Bank’s report said"
NAMED_PEOPLE = 0.9  # "Ada Brunn and Jan Holt said"
LAYOUT_NAME = 0.9  # "BRUNN:" in front of a turn
NAMED_ORGANIZATIONS = 0.85  # "Norvik Bank and Halvorsen Foods said"
OPENING_ORGANIZATION = 0.85  # "The union, in a statement signed by its president, Ada Brunn, said"
PUBLISHER = 0.85  # "an audit by Norvik Bank said"
UNLABELLED_NAME = 0.7  # "the deputy head of the board Timo Rask said": no model has labelled the name

# Speakers to whom the source refers back.
DESCRIPTION_AGAIN = 0.75  # "the minister", who was called so as a speaker before
DESCRIPTION_OF_SUBJECT = 0.6  # "the designer", of the one person whom the sentences before name
COUPLE = 0.75  # "the couple", "both companies"
DESCRIPTION_OF_LAST_SPEAKER = 0.7  # "the politician", as no one else is called
RELATIVE = 0.7  # "her husband", who is named beside her
NAMED_TOGETHER = 0.7  # "they": who were named side by side last
SPEAKER_AGAIN = 0.6  # "he" behind "a senior official", "I" in the words of somebody
LAST_PUBLISHER = 0.6  # "the report": of the organization that spoke last
MOST_PROMINENT = 0.6  # "the bank", "the minister": the most prominent of several who may be meant
LEAD_OF_MOST_PROMINENT = 0.3  # is added where nobody else comes near
PRONOUN_AT_LEAST = 0.5  # "she": below this probability, by the ranking of pronouns/, nobody is meant
PRONOUN_AT_MOST = 0.95

# Speakers whom no source stands for.
NAME_BEHIND_QUOTATION = 0.7  # “We lost all,” shopkeeper Ada Brunn, who runs it, added: the cue was not found
SPEAKER_GOES_ON = 0.7  # a quotation behind a quotation
SPEAKER_GOES_ON_BEHIND_REPORT = 0.6  # a quotation behind reported words
CLAUSE_BEFORE_COLON = 0.7  # "The message from Jan Holt was simple:" in front of a quotation
INTRODUCED_IN_FRONT = 0.6  # "Jan Holt disagreed." in front of a quotation
INTRODUCED_BEHIND = 0.5  # "Jan Holt, a diver, looked at the sea." behind a quotation that stands alone
SUBJECT_OF_PARAGRAPH = 0.5  # the one person of the paragraph before

# Speakers without a name.
DESCRIPTION = 0.8  # "a senior official", "ministers": no name is to be found
NOBODY_IN_PARTICULAR = 0.5  # "some", "I", "Q:"
UNRESOLVED = 0.3  # a pronoun or description that fits nobody, a quotation that nothing attributes
