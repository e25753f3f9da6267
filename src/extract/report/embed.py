"""How data, scripts and styles stand in an HTML file without being taken for anything else.

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

# Characters that end a script element or open a comment; line ends for scripts of old; halves of pairs,
# which are no text and cannot be encoded.
_UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")
_ENDS_ELEMENT = re.compile(r"</(?:script|style)|<!--", re.IGNORECASE)


def to_json(value: object) -> str:
    """`value` as JSON that can stand in any HTML element, and in a file in UTF-8."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def to_text(words: str) -> str:
    """`words` as the text of an element; halves of pairs, which odd file names have, are question marks."""
    return html.escape(words).encode("utf-8", "replace").decode("utf-8")


def data_element(name: str, content: str, *, media_type: str = "application/json") -> str:
    """A script element that holds data, to be found by its id; browsers do not run it.

    Raises ValueError for content that would end the element.
    """
    return f'<script type="{media_type}" id="{name}">{checked(content)}</script>'


def checked(content: str) -> str:
    """`content` itself. Raises ValueError when it would end the element that it stands in."""
    if found := _ENDS_ELEMENT.search(content):
        raise ValueError(f"{found[0]!r} in what is embedded would end its element")
    return content


def source_hash(content: str) -> str:
    """How a Content-Security-Policy names an inline script or style."""
    digest = hashlib.sha256(content.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def policy(*, scripts: Iterable[str], styles: Iterable[str]) -> str:
    """The Content-Security-Policy: these scripts and styles by their hashes, and nothing else from anywhere.

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
