"""Labels of names in users' annotation, and ours for them."""

from __future__ import annotations

from collections.abc import Iterable

from extract.pipeline.network.labels import ENTITY_LABELS
from extract.train.data.row import Scheme

VARIANTS = {
    "PERSON": "person per pers people human",
    "ORG": "org organization organisation company institution",
    "LOC": "loc location gpe gsp place city country",
    "FAC": "fac facility building",
    "NORP": "norp nationality religion language demonym",
    "PRODUCT": "product prod",
    "MISC": "misc miscellaneous event work work_of_art law",
    "MONEY": "money",
    "DATE": "date time duration set timex timex3",
}
_LABELS = {variant: label for label, variants in VARIANTS.items() for variant in variants.split()}
# What a wide label takes in where the annotation has no label of its own for it, as in CoNLL-2003.
_WIDE = {"LOC": ("FAC",), "MISC": ("NORP", "PRODUCT")}


def name_label(type_: str) -> str | None:
    """Find our label for a type of names, None for another type: "Organisation" is "ORG", "GPE" "LOC"."""
    return _LABELS.get(type_.casefold().replace("-", "_"))


def scheme_of(labels: Iterable[str]) -> Scheme:
    """Make the scheme of a set that uses these of our labels: each wherever it applies, no other.

    LOC and MISC take in what has no label of its own: a facility, a nationality, a product.
    """
    used = set(labels)
    fine = {
        label: (label, *(kind for kind in _WIDE.get(label, ()) if kind not in used)) for label in sorted(used)
    }
    closed = {kind for kinds in fine.values() for kind in kinds}
    return Scheme(fine=fine, open=tuple(label for label in ENTITY_LABELS if label not in closed))
