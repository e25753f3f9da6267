"""Data in the page: no text can be taken for markup, and no text is changed."""

from __future__ import annotations

import base64
import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.report.embed import data_element, policy, source_hash, to_json

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]>",
    "&lt;img src=x onerror=alert(1)&gt;",
    "\u2028\u2029",
    "\u202eevil\u202c",
    "\ud800 alone",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_back_as_it_was(text: str) -> None:
    embedded = to_json({"text": text})
    assert json.loads(embedded) == {"text": text}
    assert not set(embedded) & set("<>&\u2028\u2029")


@given(st.text(alphabet=st.characters(codec=None, categories=None)))
def test_any_text_comes_back_and_can_be_encoded(text: str) -> None:
    embedded = to_json(text)
    assert json.loads(embedded.encode("utf-8")) == text
    assert not set(embedded) & set("<>&\u2028\u2029")


def test_numbers_that_json_has_not_are_refused() -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        to_json(float("nan"))


@pytest.mark.parametrize("content", ["a</script>", "a</SCRIPT >", "<!--", "</style>"])
def test_content_that_ends_its_element_is_refused(content: str) -> None:
    with pytest.raises(ValueError, match="would end its element"):
        data_element("index", content)


def test_policy_allows_what_is_named_and_nothing_else() -> None:
    digest = base64.b64encode(hashlib.sha256(b"start()").digest()).decode()
    assert source_hash("start()") == f"'sha256-{digest}'"
    rules = policy(scripts=["'sha256-a'"], styles=["'sha256-b'", "'sha256-c'"]).split("; ")
    assert "default-src 'none'" in rules
    assert "script-src 'sha256-a'" in rules
    assert "style-src 'sha256-b' 'sha256-c'" in rules
    assert "require-trusted-types-for 'script'" in rules
    assert not any("unsafe" in rule or "*" in rule for rule in rules)
