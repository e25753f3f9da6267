"""Words in or after names: those that tell the kind of name ("Bank"), and those that are no part of it."""

from __future__ import annotations

# Words with which a name goes on as the name of the same organization.
ORG_TAILS = frozenset(
    """inc incorporated corp corporation co company ltd limited llc llp plc ag sa nv spa gmbh ab oyj oy asa
        as bv kk pte pty group holdings holding international industries enterprises partners department
        agency bank party university college commission committee council association union federation
        organization organisation institute foundation authority ministry office court club fc airlines
        airways motors motor systems technologies technology energy pharmaceuticals media news network
        communications services service police force fund trust society league movement front army""".split()
)
LEGAL_SUFFIXES = frozenset(
    """inc incorporated corp corporation co ltd limited llc llp plc ag sa nv spa gmbh ab oyj oy asa bv kk
        pte pty""".split()
)
# Honours, degrees and offices behind a name that are no part of it, as they are written.
POST_NOMINALS = frozenset("KC QC SC TD MP MLA MEP MSP MBE OBE CBE KBE DBE PhD MD DPhil Esq".split())
NAME_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
