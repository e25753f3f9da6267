"""Articles out of mails: a newsletter (.eml), or a page with its pictures in one file (.mhtml)."""

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
    """The article of a mail or of a saved page: its first page, else its plain text.

    Title, day and publisher are those of the page, else the subject, the day and the sender of a mail. A
    saved page has been sent by nobody; its day is not that of publication.
    """
    mail = message_from_bytes(data, policy=policy.default.clone(raise_on_defect=False))
    assert isinstance(mail, EmailMessage)
    if not data.strip():
        raise ArticleError("there is no text in it")
    if not mail.keys():
        raise ArticleError("this is no mail or saved page; save the page as .html, the text as .txt")
    problem: ArticleError | None = None
    for kind, part in _bodies(mail):
        try:
            found = read_html(part, limit) if kind == "text/html" else read_text(part, limit)
        except ArticleError as error:
            problem = problem or error
            continue
        return _headed(mail, found) if isinstance(found, Document) else found
    raise problem or ArticleError("there is no page and no text in it; save the page as .html")


def _bodies(mail: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """Yield pages and then plain texts with their kinds; attached files are neither."""
    for kind in ("text/html", "text/plain"):
        for part in mail.walk():
            if part.get_content_type() == kind and not part.is_attachment():
                content = part.get_payload(decode=True)
                if isinstance(content, bytes) and content.strip():
                    yield kind, _as_utf8(content, part.get_content_charset())


def _as_utf8(content: bytes, charset: str | None) -> bytes:
    """The text as UTF-8, where the mail says in what it is and it is that."""
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
    """The name of the sender; an address alone is none."""
    try:
        addresses = mail["From"].addresses if mail["From"] else ()
    except (AttributeError, IndexError, ValueError):  # of headers that the library stumbles over
        return None
    return next((one.display_name for one in addresses if one.display_name), None)
