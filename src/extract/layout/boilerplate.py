"""Boilerplate: paragraphs around an article that are no part of it, such as credits and link lists."""

from __future__ import annotations

import re
from typing import Literal

from extract.lexicon.reporting_verbs import finite_forms, forms_of, reporting_verbs
from extract.lexicon.word_search import has_word

BoilerplateKind = Literal["line", "links", "contact"]
"""A line on its own, the first line of a list of links, or the first line of contact details."""

_MAX_CHARS = 320  # nothing longer is boilerplate
_MAX_LEAD_IN_CHARS = 60
_MAX_LINK_CHARS = 160


def _alternatives(*patterns: str) -> str:
    return f"(?:{'|'.join(patterns)})"


# Of verbs with other uses ("posted", "called") boilerplate is full.
_WORDS_ONLY = [verb for verb in reporting_verbs(act="statement", takes="that") if "quotation" in verb.takes]
_REPORTING = finite_forms(_WORDS_ONLY) | forms_of(reporting_verbs("say", "tell")) | {"according"}
_QUOTATION_MARK = re.compile(r"[\"“”„«»]|``|''|(?<!\w)['‘](?=\w)")  # `“`, "``", "the ‘new’ plan"
_WORK_TITLE = re.compile(r"^[\"“][^\"”]*[\"”]")  # `"The End of Coal" (2017)`
_FINAL_PUNCTUATION = re.compile(r"[.!?,;][\"'”’»)\]]*$|[.!?]['’]{2}$")  # `closed."`, "closed.''"

_PICTURE = r"(?:photo|photograph|image|picture|pic|graphic|video|illustration|credit|caption)s?"
_AGENCY = _alternatives(
    r"Getty(?: Images)?",
    r"Reuters|REUTERS|AP|AFP|EPA|TASS|PA|Xinhua|Bloomberg|Sipa|Anadolu",
    r"Shutterstock|iStock|Alamy|Corbis|Flickr|Wikimedia(?: Commons)?|Handout|Pool",
)
# "© 2017", "Photo credit: Jane Doe", "Jane Doe/Reuters", "(AP Photo/Jane Doe)", "File photo."
_CREDIT = re.compile(
    _alternatives(
        r"©|\([Cc]\)\s?\d{4}|(?i:copyright)\s*(?:©|\([Cc]\)|\d{4})",
        rf"(?i:(?:file |stock )?{_PICTURE}(?: (?:credit|by|courtesy(?: of)?|from|source))?\s*[:|/])",
        r"(?i:(?:file|stock|handout) (?:photo|picture|image)\.?$)",
        r"\[/?(?:PHOTO|IMAGE|VIDEO|CAPTION)\]",
        r"\(?(?:AP|AFP|EPA|Reuters|REUTERS|PA) (?:File )?(?:Photo|Image|Picture)\b",
        rf"(?:[A-Z][\w.'’-]* ){{0,4}}[\w.'’-]*\s?(?:/|\||via )\s?{_AGENCY}(?:/[\w .'’-]{{2,30}})?\.?$",
        rf"{_AGENCY}/[A-Z][\w .'’-]{{2,40}}$",
        r"Getty(?: Images)?\.?$",
    )
)
# "A bridge. (Jane Doe/AFP)", "A bridge. Photo by: Jane Doe", "A bridge. REUTERS/Jane Doe"
_CREDIT_AT_END = re.compile(
    _alternatives(
        r"\b(?:Image|Photo|Photograph|Picture|Credit|Graphic|Illustration|PHOTO|IMAGE|CREDIT)s?"
        r"(?: (?:credit|by|courtesy of))?:\s?[^.:;\"“”]{2,60}(?:\.[^.:;\"“”]{0,20})?",
        rf"\((?:[\w .'’-]{{2,40}}[/,] ?)?(?:{_AGENCY}|(?:AP |AFP |File )?(?:[Pp]hoto|[Ii]mage)"
        r"(?: by| courtesy| credit)?\b)[^()]{0,60}\)\.?",
        r"\bREUTERS/[A-Z][\w .'’-]{2,40}",
    )
    + "$"
)
# "FILE PHOTO: A bridge", "In this April 6, 2017 photo"
_CAPTION = re.compile(
    r"FILE\s?(?:PHOTO)?\s?[-–—:]|(?i:in this )(?:[\w.,]+ ){0,6}"
    r"(?:photo|photograph|file image|handout image|video grab|frame grab)\b"
)
_STORIES = r"(?:news|story|stories|articles?|content|coverage|links|posts|topics|reading|headlines)"
# "Read more:", "Related articles", "More on this story", "Sources"
_LINKS = re.compile(
    r"[-–—•*>»\s]*"
    + _alternatives(
        r"(?:see|read|watch|check out)(?: also| more| next|,? too)?(?: our| the)?"
        rf"(?: (?:related|other) {_STORIES})?",
        r"also (?:see|read|watch)|read (?:the )?(?:full story|full article|rest|more)(?: here)?",
        rf"related(?: {_STORIES})?|further reading|in other news|don['’]t miss|what to read next",
        rf"(?:more|other) (?:on (?:this|the) (?:story|topic)|from .{{2,30}}|(?:top |related )?{_STORIES})",
        rf"(?:top|latest) {_STORIES}|most (?:read|popular|viewed)|(?:you )?(?:may|might) also like",
        r"sources?|references|external links|sister links|recommended(?: for you)?|trending(?: now)?",
        r"editor['’]s picks?|more\s?>+",
    )
    + r"\s?[:.…»>-]*",
    re.IGNORECASE,
)
# "• See also: The bridge", "Click here to"
_LINK = re.compile(
    r"[-–—•*>»\s]*"
    + _alternatives(
        r"(?:see|read|watch) (?:also|more|next|here)",
        rf"also (?:see|read)|related(?: {_STORIES})?|don['’]t miss|click here|more here",
    )
    + r"\s?(?:[:|>»]|\b(?:to|for)\b)",
    re.IGNORECASE,
)
_SITE = r"(?:twitter|facebook|instagram|x\b|threads|linkedin|whatsapp|youtube|telegram|tiktok)"
# "Follow us on Twitter", "Sign up for our newsletter", "Share this", "3 comments", "Advertisement"
_SOCIAL = re.compile(
    r"\(?"
    + _alternatives(
        rf"follow (?:us\b|@|(?:[\w.'’-]+ ){{1,6}}(?:on|at) {_SITE})|(?:like|find|join) us on\b|{_SITE}\.?$",
        r"share (?:this|on|via)\b|tweet(?: this)?[.:]?$|(?:email|e-mail|print) this\b",
        r"subscribe (?:to|now|here|for|today)\b|want to receive this in your inbox",
        r"sign up (?:for|to|here|now|by)\b.{0,120}\b(?:newsletter|e?-?mail|inbox|alerts?|updates?|here)\b",
        r"get (?:our|the) .{2,50}(?:newsletter|in your inbox|delivered)|download (?:our|the) .{0,30}\bapp\b",
        r"for more, (?:sign up|visit|see|read|go to)\b|continue reading\b|(?:story|article) continues below",
        r"this (?:material|story|article) (?:may not be|was (?:originally|first)|(?:originally|first))\b",
        r"a version of this (?:article|story)\b|as published in\b|correction appended",
        r"(?:like|loved) (?:this|the) (?:article|story|page)\b|leave a comment|\d+ comments?\.?$",
        r"listen to (?:this|the) article|advertisement\.?$|tap here|skip (?:ad|to)\b",
    ),
    re.IGNORECASE,
)
_WHO_SAYS = re.compile(r"\bwho\s(?:says|said)\b")  # of a caption that reports words
_PARENTHESIS_AT_END = (")", ").")
# "All rights reserved", "© 2017"
_RIGHTS = re.compile(r"(?i:\ball rights reserved\b|may not be published, broadcast)|©\s?(?:19|20)\d\d")
_PHONE = r"(?<!\d)(?:(?:\+?1[ .-])?\(?\d{3}\)?[ ./-]{1,2}\d{3}[ .-]\d{4}|\+\d[\d ().-]{7,20}\d)(?!\d)"
# "(555) 010-0199", "+44 20 7946 0999", "jane@example.org", "www.example.org"
_ADDRESS = re.compile(rf"{_PHONE}|\b[\w.+-]+@[\w-]+\.\w+|\b(?:https?://|www\.)\S+", re.IGNORECASE)
_LAST_OF_PHONE = re.compile(r"\d[ .-]\d{4}")  # "010-0199"
# "Media contact: Jane Doe", "For more information", "Tel.", "Press office, Norvik"
_CONTACT = re.compile(
    _alternatives(
        r"(?:(?:media|press|investors?|public|news|for)\b[\w &/]{0,30} )?"
        r"(?:contacts?|(?:inquir|enquir)(?:y|ies)|relations)(?: (?:information|details|person))?\s?(?::.*|$)",
        r"(?:press|media) (?:contacts?|office|enquiries)\b.{0,40}$",
        r"for (?:more|further|additional) (?:information|details|enquiries|inquiries)\b",
        r"(?:tel|phone|telephone|fax|mobile|cell|e-?mail|web(?:site)?)\s?[.:]",
    ),
    re.IGNORECASE,
)
_MAX_CONTACT_CHARS = 80
# "FOR IMMEDIATE RELEASE", "-- ends --", "###", "* * *", "<p>"
_MARKER = re.compile(
    _alternatives(
        r"(?:ABSTRACT|FULL TEXT|(?i:for immediate release|embargoed\b.{0,60}|ends?|end of .{2,20}))[.:]?",
        r"(?i:media release|press release|news release|advertisement)[.:]?",
        r"[-–—]+ ?(?i:ends?|more|\d\d) ?[-–—]+",
        r"(?:# ?){2,}(?:Return)?|[-–—_*=~•.\s#+|<>}{]+",
        r"<[\w-]+(?: [^<>]*)?>(?:</?[\w-]+ ?/?>)?\.?|[.#]?[\w-]+ ?\{",
    )
)


def reports_words(paragraph: str) -> bool:
    """Whether a paragraph has both quotation marks and a reporting verb."""
    return _QUOTATION_MARK.search(paragraph) is not None and has_word(_REPORTING, paragraph)


def boilerplate_kind(paragraph: str) -> BoilerplateKind | None:
    """The kind of boilerplate that a paragraph is; None for whatever may belong to the article."""
    if len(paragraph) > _MAX_CHARS:
        return None
    if _MARKER.fullmatch(paragraph) or _CREDIT.match(paragraph):
        return "line"
    if reports_words(paragraph):
        return None
    if len(paragraph) <= _MAX_LEAD_IN_CHARS and _LINKS.fullmatch(paragraph):
        return "links"
    if _CONTACT.match(paragraph) and (len(paragraph) <= _MAX_CONTACT_CHARS or _first_address(paragraph)):
        return "contact"
    if _LINK.match(paragraph) and not _FINAL_PUNCTUATION.search(paragraph):
        return "line"
    found = (
        _CAPTION.match(paragraph)
        or _SOCIAL.match(paragraph)
        or (_ends_in_credit(paragraph) and not _WHO_SAYS.search(paragraph))
        or _states_rights(paragraph)
        or is_contact_detail(paragraph)
    )
    return "line" if found else None


# Searches through whole paragraphs take most of the time here, so each is made only where it can succeed.


def _ends_in_credit(paragraph: str) -> bool:
    if ":" in paragraph or "REUTERS/" in paragraph or paragraph.endswith(_PARENTHESIS_AT_END):
        return _CREDIT_AT_END.search(paragraph) is not None
    return False


def _states_rights(paragraph: str) -> bool:
    lower = paragraph.lower()
    if "©" in paragraph or "all rights" in lower or "may not be" in lower:
        return _RIGHTS.search(paragraph) is not None
    return False


def _first_address(paragraph: str) -> re.Match[str] | None:
    """The first telephone number, email address or URL."""
    if (
        "@" in paragraph
        or "+" in paragraph
        or "://" in paragraph
        or "www." in paragraph.lower()
        or _LAST_OF_PHONE.search(paragraph)
    ):
        return _ADDRESS.search(paragraph)
    return None


def is_link(paragraph: str) -> bool:
    """Whether a paragraph may be a headline in a list of links: short, without final stop or quotation."""
    if len(paragraph) > _MAX_LINK_CHARS or _FINAL_PUNCTUATION.search(paragraph):
        return False
    return not reports_words(paragraph) or not has_word(_REPORTING, _WORK_TITLE.sub("", paragraph))


def is_contact_detail(paragraph: str) -> bool:
    """Whether a paragraph is little more than a telephone number, email address or URL."""
    match = _first_address(paragraph)
    return match is not None and len(paragraph.replace(match.group(), "").split()) <= 6


def is_contact_line(paragraph: str) -> bool:
    """Whether a paragraph may be a line of contact details: a name, a title, a number, an address."""
    return is_contact_detail(paragraph) or (
        len(paragraph.split()) <= 4 and _FINAL_PUNCTUATION.search(paragraph) is None
    )
