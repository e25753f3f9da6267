"""Closed lists of English words that the rules on speakers and organizations look at. Lower case."""

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
MALE_TITLES = frozenset(
    """mr sir lord king prince duke baron father pope sultan emperor chairman spokesman congressman
        councilman businessman policeman fireman salesman statesman anchorman cameraman fisherman clergyman
        gentleman actor man boy brother son husband uncle nephew grandfather father-in-law widower monk
        waiter host imam rabbi ayatollah mullah sheikh dad stepfather stepbrother stepson grandson
        brother-in-law son-in-law ex-husband fiancé bridegroom shri sri alhaji mallam datuk""".split()
)
FEMALE_TITLES = frozenset(
    """mrs ms miss dame lady queen princess duchess baroness sister spokeswoman chairwoman congresswoman
        councilwoman businesswoman policewoman actress woman girl daughter mother wife aunt niece
        grandmother widow nun waitress hostess mum mom stepmother stepsister stepdaughter granddaughter
        mother-in-law sister-in-law daughter-in-law ex-wife fiancée bride smt alhaja hajia hajiya""".split()
)
MALE_PRONOUNS = frozenset(["he", "him", "his", "himself"])
FEMALE_PRONOUNS = frozenset(["she", "her", "hers", "herself"])
THING_PRONOUNS = frozenset(["it", "its", "itself"])
PLURAL_PRONOUNS = frozenset("they them their theirs themselves these those both".split())
SPEECH_PRONOUNS = frozenset("i we you me us my our".split())
VAGUE_PRONOUNS = frozenset(
    """who whom which that one someone somebody everyone everybody anyone anybody nobody many some others
        few most all each several another no-one none people what whoever this""".split()
)
PERSON_ENDINGS = ("man", "woman", "person", "ist", "ian", "eer", "or", "er", "ee", "ess")
PERSON_NOUNS = frozenset(
    """surgeon poet playwright publican pontiff chef architect pundit guru tutor clown vicar rector nanny maid
        sailor boss coach mayor judge guard pilot priest monk nun king queen prince pope bishop imam rabbi
        cleric
        nurse guide cop chief head champion victim witness suspect official general colonel captain sergeant
        candidate diplomat aide ally expert scholar student spouse wife husband widow son cousin friend
        athlete critic host star analyst spokesman spokeswoman spokesperson individual mp mla mep ceo cfo coo
        cto chair associate democrat republican source native vet veteran parent child girl boy kid adult teen
        youth resident citizen delegate envoy attorney counsel advocate activist cardinal magnate tycoon pm
        premier czar tsar whip clerk cook thief monarch sheriff marshal constable recruit president
        vice-president representative executive secretary strategist consultant applicant participant
        assistant lieutenant migrant immigrant defendant accountant commandant president superintendent
        correspondent respondent dissident agent opponent proponent student scientist academic mechanic
        medic comic native detective operative relative conservative liberal centrist radical ex-president
        incumbent hopeful dean chancellor senator governor ambassador legend icon heir baron patron chaplain
        captain technician sculptor nominee dad mum mom pensioner retiree tenant patient inmate prisoner
        eyewitness commissioner secretary-general undersecretary deputy intern guest fan saint twin pair duo
        couple newcomer leader founder co-founder owner author creator partner father mother brother sister
        daughter commander winger goalkeeper striker skipper""".split()
)
# Nouns with such an ending that are no persons.
NOT_PERSONS = frozenset(
    """earlier later sooner longer shorter further farther higher lower greater better bigger larger
    smaller newer older younger wider together altogether moreover whenever wherever forever elsewhere
    easter october november december september thereafter hereafter thereunder whoever whatever
    paper newspaper letter newsletter order number matter chapter center centre theater theatre charter
        computer server poster answer offer power tower river winter summer weather quarter register banner
        filter water shelter border chamber cluster corner cover disaster effort error factor sector monitor
        mirror motor floor door labor labour behavior behaviour favor favour color colour honor honour
        harbor harbour rumor rumour tumor tumour terror horror error minor major interior exterior corridor
        anchor tractor reactor vector dinner supper fever layer litter meter metre printer trailer transfer
        timber finger paper former latter other another either neither rather whether per over under after
        never ever however transfer carrier retailer broadcaster lender insurer carmaker automaker drugmaker
        chipmaker brewer publisher manufacturer regulator operator airliner tanker freighter cruiser
        helicopter thriller best-seller bestseller pointer marker barrier frontier committee guarantee fee
        degree coffee business press congress fitness process success access illness list assist mist twist
        human""".split()
)
DOCUMENTS = frozenset(
    """report letter statement memo memorandum document release study survey poll filing lawsuit complaint
        indictment affidavit transcript email e-mail note notice post tweet article editorial column book
        bulletin communique communiqué declaration resolution ruling order paper analysis review audit
        census figures data records documents results statistics findings papers emails letters reports
        studies polls surveys message manifesto petition website page sign banner advertisement ad blog
        caption headline law bill constitution treaty agreement contract guidelines rules notification
        newsletter questionnaire circular memoir memoirs dossier leaflet pamphlet handbook verdict
        judgment judgement prospectus research recording""".split()
)
# Nouns that may stand for an organization named before: "the company", "the ministry".
ORG_NOUNS = frozenset(
    """company firm corporation group bank fund agency ministry department bureau commission committee
        council court tribunal parliament congress senate house assembly party union league association
        federation confederation alliance coalition bloc organization organisation institute institution
        university college school hospital charity foundation trust church network broadcaster channel
        station newspaper paper magazine publisher airline carrier manufacturer automaker carmaker maker
        retailer chain lender insurer utility operator regulator watchdog authority board panel team club
        side franchise militia army navy force forces police service office secretariat mission body
        government administration cabinet startup start-up conglomerate brewer drugmaker chipmaker
        shipbuilder developer producer exchange museum orchestra museum think-tank campaign movement front
        brigade unit subsidiary supplier brand giant studio label chamber guild society centre center
        laboratory lab observatory consortium""".split()
)
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
GROUP_NOUNS = frozenset(
    """police people staff media press public prosecution defence defense opposition crowd family couple
    team panel majority audience leadership management jury crew clergy personnel troops sources""".split()
)
