"""Embedding of data, scripts and styles in an HTML file, safe against injection.

Article text is hostile. It stands in the page only as JSON in elements that no browser runs, and in JSON no
character is left that HTML gives a meaning to. Of scripts and styles, only those whose hashes the page's
policy names are run.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Iterable

# Characters that end a script element or open a comment; line ends of old scripts; lone surrogates, which
# cannot be encoded.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_ENDS_ELEMENT = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)  # "</SCRIPT"


def to_json(value: object) -> str:
    """Serialize `value` to JSON that is safe in any HTML element and in a file in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def to_text(words: str) -> str:
    """Escape `words` for the text of an element; lone surrogates, as in odd file names, become "?"."""
    return html.escape(words).encode("utf-8", "replace").decode("utf-8")


def data_element(name: str, content: str, *, media_type: str = "application/json") -> str:
    """Make a script element that holds data under an id; browsers do not run it.

    Raises ValueError for content that would end the element.
    """
    return f'<script type="{media_type}" id="{name}">{checked(content)}</script>'


def checked(content: str) -> str:
    """Return `content`. Raises ValueError when it would end the element that it stands in."""
    if found := _ENDS_ELEMENT.search(content):
        raise ValueError(f"{found[0]!r} in what is embedded would end its element")
    return content


def source_hash(content: str) -> str:
    """Hash an inline script or style as a Content-Security-Policy names it."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(*, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """Make the Content-Security-Policy: these scripts and styles by their hashes, and nothing else.

    With trusted types, text cannot become markup in any script of the page either.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {' '.join(scripts)}",
            f"style-src {' '.join(styles)}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
