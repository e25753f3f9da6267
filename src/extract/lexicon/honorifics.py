"""Honorifics, titles and ranks that stand before a person's name, lower case, without a full stop."""

from __future__ import annotations

HONORIFICS = frozenset(
    """mr mrs ms miss mx dr prof sir dame lord lady sen senator rep representative gov governor president
        gen general lt col colonel capt captain maj major sgt sergeant cpl adm admiral judge justice rev
        reverend pastor father sister bishop archbishop cardinal pope imam sheikh rabbi king queen prince
        princess emperor sultan ayatollah minister chancellor ambassador secretary professor doctor officer
        detective inspector constable chief commissioner coach mayor congressman congresswoman councillor
        councilman councilwoman attorney chairman chairwoman director deputy vice premier prime first hon
        honourable honorable comrade baroness baron count countess duke duchess mullah alhaji alhaja hajia
        hajiya mallam chief otunba datuk dato tun sri shri smt pandit ustaz maulana cllr supt superintendent
        brigadier commander commodore marshal lieutenant corporal private engr barr barrister surv seri toh
        puan tuan encik haji hajji ustadz rt insp det ch brig cmdr cdr amb fr ven evang mme mlle adv
        advocate madame monsieur archdeacon vicar canon""".split()
)
# Two words that are an honorific together and may be parts of a name alone.
HONORIFIC_PAIRS = frozenset(
    [
        ("tan", "sri"),
        ("tan", "seri"),
        ("right", "hon"),
        ("right", "honourable"),
        ("right", "rev"),
        ("right", "reverend"),
        ("most", "rev"),
        ("most", "reverend"),
        ("very", "rev"),
        ("very", "reverend"),
    ]
)
# Those that tell no office, rank or profession.
COURTESIES = frozenset(
    """mr mrs ms miss mx mme mlle dr sir dame lord lady shri sri smt pandit alhaji alhaja hajia hajiya mallam
        haji hajji otunba datuk dato tun seri toh puan tuan encik tan engr barr surv ustaz ustadz maulana rt
        hon honourable honorable right most very ven adv comrade""".split()
)
# Ranks and offices of police, armies and firms in capitals.
RANK_ACRONYMS = frozenset(
    """ACP ADGP AIG ASI ASP CEO CFO CO COO CP CSP CTO DC DCI DCP DCS DGP DI DIG DS DSP DSI IG IGP JCP PC PM
        SDPO SHO SI SP SSP VP AVM MLA MLC MEP MSP""".split()
)
