"""Acts of cues: whether one reports a statement, an attitude, or another act."""

from __future__ import annotations

import re

from extract.lexicon.reporting_verbs import (
    NO_REPORTING_VERBS,
    Act,
    forms_of,
    reporting_verb,
    reporting_verbs,
)

_STATEMENT_NOUNS = frozenset(
    """according statement remark remarks comment comments announcement speech interview letter report
        testimony tweet message claim allegation accusation assertion warning question answer reply response
        criticism promise pledge call appeal complaint confession denial explanation suggestion proposal
        recommendation prediction warning words advice argument reportedly allegedly per claims statements
        allegations quoted via in""".split()
)
_ATTITUDE_NOUNS = frozenset(
    """belief hope fear opinion view feeling doubt concern concerns hopes fears views opinions worried
        confident afraid convinced concerned hopeful optimistic pessimistic certain sure happy glad proud
        angry disappointed frustrated surprised skeptical sceptical eager thoughts mind""".split()
)
# These report nothing, but like the verbs of the table may name what words were about.
_TOPIC_ONLY = frozenset(
    """applaud applauds applauded applauding attack attacks attacked attacking back backs backed backing
        champion champions championed championing contain contains contained containing discuss discusses
        discussed discussing honor honors honored honoring honour honours honoured honouring list lists
        listed listing name names named naming ridicule ridicules ridiculed ridiculing salute salutes
        saluted saluting""".split()
)
_TOPIC_VERBS = forms_of(reporting_verbs(takes="topic")) | _TOPIC_ONLY
# "verified that it fell", but no words: "verified whether it fell".
_CLAUSES_ONLY = forms_of(
    v for v in reporting_verbs(takes="topic") if "that" in v.takes and "quotation" not in v.takes
)
# "decided to close it" tells what somebody does.
_DECIDES = forms_of(reporting_verbs("decide", "determine", "resolve"))
_DENIES = forms_of(reporting_verbs("deny"))
# "the allegations against him", "such claims"
_ACCUSATION = re.compile(
    r"\s*(?:(?:the|an?|his|her|its|their|those|these|such|all|any|both|that|this)\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:allegations?|accusations?|charges?|claims?|reports?|rumou?rs?|suggestions?|request|motion|application|appeal"
    r"|access|entry|visas?|bail|parole|permission|coverage|benefits?|permits?|service)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\s*to\s")  # "to close it"
_OPEN_QUESTION = re.compile(r"\s*(?:whether|if)\b")  # "whether it fell"
_PRONOUNS = frozenset(["it", "this", "that", "so", "them", "him", "her", "these", "those", "what"])
_MAX_TOPIC_WORDS = 4  # a content of no more is no claim, unless it was plainly "said"
_REASON = re.compile(r"\w\s+for\s+(?:its|his|her|their)\b")  # "Norvik for its patience"
_SAYING = forms_of(reporting_verbs("say", "tell", "add")) | {"according"}
_UNSAID = forms_of(reporting_verbs(act="statement")) | {"discuss", "identify", "identified"}
# "did not say", "hasn't yet said"
_NEGATED = re.compile(
    r"\b(?:did|does|do|would|could|will|has|have|had|is|was|were)(?:\s+not|n['’]t)\s+(?P<words>\w+(?:\s+\w+)?)"
)
# "declined to say", "without naming", "when asked whether", "was asked why"
_DECLINED = re.compile(
    r"\b(?:declin|refus)(?:e|es|ed|ing)\s+to\b|\bwithout\s+\w+ing\b"
    r"|^\s*(?:when\s+)?[Aa]sked\s+(?:about|if|whether|why|how|what)\b|^\s*(?:Asked|[Ww]hen\s+asked|[Oo]nce\s+asked)\b"
    r"|\b(?:was|were|is|are|been|being)\s+asked\b"
)
# "not to be named"
_ANONYMITY = re.compile(
    r"^(?:not )?to (?:be|remain) (?:named|identified|quoted|anonymous)"
    r"|^(?:on (?:the )?condition of )?anonymity"
)
# "is widely expected to", "known as"
_PASSIVE_ATTITUDE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|widely|also|better|best)\s+(?:\w+ly\s+)?"
    r"(?:expected|known|seen|viewed|considered|regarded|supposed|believed|thought|intended|offered|charged)\b"
    r"|\bcharged\s+with\b|^(?:known|expected|seen|regarded|considered)\b"
)
# "the deal was a mistake", "it’s coming"
_CLAUSE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|will|would|can|could|may|might|must|shall|should|do|"
    r"does|did|won|that|whether|if|because|to|not|no|there|it|he|she|they|we|I|how|why|what)\b"
    r"|n['’]t\b|['’](?:s|re|ve|ll|d|m)\s+\w+(?:ing|ed|en)\b",
)
# How a clause begins, and no relative clause: "Roe died", "the bank failed"
_SUBJECT = re.compile(
    r"(?:[A-Z][\w’'-]*|the|an?|his|her|its|their|our|this|these|those|some|many|most|all|no)\s+\w"
)
_SENTENCE = re.compile(r"[A-Z][^\n]*?\s[a-z]")  # "The deal was late"
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")  # "O’Brien-Holt"


def act_of(
    cue: str | None,
    content: str,
    *,
    quoted: bool,
    sourced: bool = False,
    that_clause: bool = False,
    exclaimed: bool = False,
) -> Act:
    """The act that a cue reports of a content.

    cue: its words as they stand; None (quotation marks alone) states. content: its words. quoted:
    whether quotation marks stand in it. sourced: whether it is known whose words they are. that_clause:
    whether "that" leads from the cue to the content. exclaimed: whether the content ends in a comma or an
    exclamation mark inside its quotation marks, as spoken words do.

    The first word of the cue that tells decides: "said he believes" states. A cue without such a word still
    states what somebody says in a quoted sentence ("laughed") or a that-clause (unless the verb brings it
    about: "ensured"), and in whose view something is ("To him, it is a ..."); all else is "other", and so is
    what was not said ("declined to say how"), what the source was asked, and a bare topic without a claim
    ("criticized the deal"). To deny something is a claim of its own ("denied wrongdoing").
    """
    if cue is None or cue.strip().endswith((":", "–", "—", "-")):
        return "statement"
    if _is_unsaid(cue) or content.strip().lower() in _PRONOUNS or _ANONYMITY.search(content):
        return "other"
    if not quoted and (_PASSIVE_ATTITUDE.search(cue) or _is_topic(cue, content, that_clause)):
        return "other"
    act = _by_words(cue)
    if act == "other" and quoted and _is_view(cue, content):
        return "statement"
    in_so_many_words = that_clause and sourced and not _reports_nothing(cue)
    if act == "other" and (in_so_many_words or (quoted and (exclaimed or _SENTENCE.match(content)))):
        return "statement"
    return act


def _is_unsaid(cue: str) -> bool:
    """Whether a cue tells what was not said, or what the source was asked."""
    negated = _NEGATED.search(cue)
    if negated is not None and not _UNSAID.isdisjoint(negated["words"].split()):
        return True
    return _DECLINED.search(cue) is not None


def _is_view(cue: str, content: str) -> bool:
    """Whether quoted words are a claim of the one behind "to" or "for"."""
    return cue.strip().lower() in ("to", "for") and _CLAUSE.search(content) is not None


def _is_topic(cue: str, content: str, that_clause: bool) -> bool:
    """Whether the content is what a claim is about, or what somebody does, rather than a claim."""
    words = _WORD.findall(cue.lower())
    if not _DENIES.isdisjoint(words) and not _ACCUSATION.match(content):
        return False
    if _OPEN_QUESTION.match(content) and not _CLAUSES_ONLY.isdisjoint(words):
        return True
    if _INFINITIVE.match(content) and not _DECIDES.isdisjoint(words):
        return True
    if _CLAUSE.search(content) or (that_clause and _SUBJECT.match(content)):
        return False
    if _REASON.search(content):
        return not _TOPIC_VERBS.isdisjoint(words)
    if len(_WORD.findall(content)) <= _MAX_TOPIC_WORDS and _SAYING.isdisjoint(words):
        return True
    return not _TOPIC_VERBS.isdisjoint(words)


def _reports_nothing(cue: str) -> bool:
    """Whether the verb in front of "that" reports nothing: "worked to ensure"."""
    words = _WORD.findall(cue.lower().removesuffix(" that"))
    return bool(words) and words[-1] in NO_REPORTING_VERBS


def _by_words(cue: str) -> Act:
    for word in _WORD.findall(cue.lower()):
        verb = reporting_verb(word)
        if word in _STATEMENT_NOUNS or (verb is not None and verb.act == "statement"):
            return "statement"
        if word in _ATTITUDE_NOUNS or (verb is not None and verb.act == "attitude"):
            return "attitude"
    return "other"
