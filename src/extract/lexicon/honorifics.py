"""Honorifics and titles that stand before a person's name, lower case, without a full stop."""

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
        brigadier commander commodore marshal lieutenant corporal private""".split()
)
