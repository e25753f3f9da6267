"""Names of organizations in one form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.merge.forms.organization import OrganizationForm, organization_form


def form(name: str) -> OrganizationForm:
    found = organization_form(name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Norvik Bank", "Norvik Bank"),
        ("Norvik Bank Inc.", "NORVIK BANK"),
        ("Halvorsen & Sons", "Halvorsen and Sons Ltd"),
        ("Brunn & Co.", "Brunn"),
        ("N.H.U.", "NHU"),
        ("the N. H. U.", "N.H.U"),
        ("N.H.U.’s", "NHU's"),
        ("J. P. Brunn", "JP Brunn"),
        ("J P Brunn & Co", "J.P. Brunn"),
        ("A&B", "A & B"),
        ("Nordic Labour Organisation", "Nordic Labor Organization"),
        ("Norvik Ministry of Defence", "Norvik Defense Ministry"),
        ("Norvik Ministry of Foreign Affairs", "Norvik Foreign Ministry"),
        ("U.S. Department of Fisheries", "United States Fisheries Department"),
        ("Norvik Department of Fish and Water Services", "Norvik Fish and Water Services Department"),
        ("United Nations Harbour Agency", "UN Harbour Agency"),
        ("Société Générale du Port", "Societe Generale du Port"),
        ("Nordic Harbour Union (NHU)", "Nordic Harbour Union"),
    ],
)
def test_names_of_one_form(one: str, other: str) -> None:
    assert form(one).key == form(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("University of Norvik", "Norvik University"),
        ("Norvik Bank", "Norvik Banks"),
        ("Norvik Corps", "Norvik Corp"),
        ("Bank of Norvik", "Norvik Bank"),
        ("J. Brunn", "J Holt"),
        ("U.S. J. Brunn", "USJ Brunn"),
    ],
)
def test_names_of_two_forms(one: str, other: str) -> None:
    assert form(one).key != form(other).key


@pytest.mark.parametrize(
    ("name", "shape"),
    [
        ("NHU", "acronym"),
        ("N.H.U.", "acronym"),
        ("NHU Inc.", "acronym"),
        ("The N.H.U.", "acronym"),
        ("the NHU", "acronym"),
        ("The Nhu", "proper"),
        ("United Nations", "acronym"),
        ("Nhu", "proper"),
        ("Norvik Bank", "proper"),
        ("Foreign Ministry", "common"),
        ("the Supreme Court", "common"),
    ],
)
def test_shapes(name: str, shape: str) -> None:
    assert form(name).shape == shape


@pytest.mark.parametrize("name", ["his campaign", "an industry group", "the company", "", "&", "()"])
def test_descriptions_have_no_form(name: str) -> None:
    assert organization_form(name) is None


def test_an_acronym_in_brackets_is_kept() -> None:
    assert form("Nordic Harbour Union (NHU)").brackets == "nhu"


@given(st.text(alphabet="aé.&-' ABÖ’\"()the", max_size=24))
def test_any_text_has_a_form_or_none(name: str) -> None:
    found = organization_form(name)
    assert found is None or all(found.key)
