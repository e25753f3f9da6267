"""Read articles from emails (.eml) and from web pages saved in one file (.mhtml)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime

from extract.errors import ArticleError
from extract.readers.article.document import Contents, Document
from extract.readers.formats.html import read_html
from extract.readers.formats.text import read_text
from extract.readers.storage.encoding import decode

_SAVED_BY = "saved by"  # browsers as senders: "Saved by Blink", "Saved by Windows Internet Explorer 11"


def read_mail(data: bytes, limit: int) -> Contents:
    """The article of an email or a saved page: its first HTML part, else its plain text.

    For an email, the title is the subject; day and publisher are those of the page, else date and sender. The
    date and sender of a saved page are those of the browser and are ignored. Raises ArticleError.
    """
    mail = message_from_bytes(data, policy=policy.default.clone(raise_on_defect=False))
    assert isinstance(mail, EmailMessage)
    if not data.strip():
        raise ArticleError("there is no text in it")
    if not mail.keys():
        raise ArticleError("this is not an email or a saved page; save the page as .html or its text as .txt")
    problem: ArticleError | None = None
    for kind, part in _bodies(mail):
        try:
            found = read_html(part, limit) if kind == "text/html" else read_text(part, limit)
        except ArticleError as error:
            problem = problem or error
            continue
        return _headed(mail, found) if isinstance(found, Document) else found
    raise problem or ArticleError("there is neither a page nor text in it; save the page as .html")


def _bodies(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield the HTML parts and then the plain texts, with their types; attachments are left out."""
    for kind in ("text/html", "text/plain"):
        for part in mail.walk():
            if part.get_content_type() == kind and not part.is_attachment():
                content = part.get_payload(decode=True)
                if isinstance(content, bytes) and content.strip():
                    yield kind, _as_utf8(content, part.get_content_charset())


def _as_utf8(content: bytes, charset: str | None) -> bytes:
    """The text as UTF-8, decoded by `charset` where that fits, else like any text."""
    try:
        return content.decode(charset).encode() if charset else content
    except (LookupError, UnicodeError):
        return decode(content).encode()


def _headed(mail: EmailMessage, document: Document) -> Document:
    subject = " ".join(str(mail.get("Subject") or "").split()) or None
    if _SAVED_BY in str(mail.get("From") or "").lower():
        return replace(document, title=document.title or subject)
    return replace(
        document,
        title=subject or document.title,
        published=document.published or _day(mail),
        publisher=document.publisher or _sender(mail),
    )


def _day(mail: EmailMessage) -> str | None:
    try:
        return parsedate_to_datetime(str(mail["Date"])).date().isoformat()
    except (TypeError, ValueError, IndexError):
        return None


def _sender(mail: EmailMessage) -> str | None:
    """The name of the sender; None where there is only an address."""
    try:
        addresses = mail["From"].addresses if mail["From"] else ()
    except (AttributeError, IndexError, ValueError):  # for headers that the library cannot parse
        return None
    return next((one.display_name for one in addresses if one.display_name), None)
