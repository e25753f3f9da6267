"""Words kept by hand: what WordNet lacks or has in another sense, and what is too seldom in news to count."""

from __future__ import annotations

from extract.lexicon.reporting_verbs import Act

PEOPLE = frozenset(
    """academic ally cardinal ceo cfo chair chief co-founder comic coo cook correspondent cto
        deputy duo executive eyewitness guide head hopeful icon incumbent legend liberal marshal mep
        migrant mla mp mum nanny pair pm premier radical recruit republican saint secretary-general
        skipper source tutor twin vice-president whip midfielder frontrunner servicemember blogger
        vlogger podcaster youtuber influencer streamer clown democrat elder firebrand laureate rival
        master butcher cashier tailor emperor pedestrian creditor bidder bomber peer reformer carer
        principal orderly mason miller sexton usher disc-jockey disk-jockey""".split()
)
NO_PEOPLE = frozenset(["best-seller"])
ORGANIZATIONS = frozenset(
    """company firm corporation group bank fund agency ministry department bureau commission committee
        council court tribunal parliament congress senate house assembly party union league association
        federation confederation alliance coalition bloc organization organisation institute institution
        university college school hospital charity foundation trust church network broadcaster channel
        station newspaper paper magazine publisher airline carrier manufacturer automaker carmaker maker
        retailer chain lender insurer utility operator regulator watchdog authority board panel team club
        side franchise militia army navy force forces police service office secretariat mission body
        government administration cabinet startup start-up conglomerate brewer drugmaker chipmaker
        shipbuilder developer producer exchange museum orchestra think-tank campaign movement front
        brigade unit subsidiary supplier brand giant studio label chamber guild society centre center
        laboratory lab observatory consortium""".split()
)
# Collectives that news lets act and that are no body with a name.
NO_ORGANIZATIONS = frozenset(
    """industry business establishment workforce manpower men crew outfit vanguard bastion brethren
        combo strings majors reserves patrol denomination metro subway tech defence battery
        corrections superpower processor corp""".split()
)
_STATEMENT = """
accuse acknowledge add address admit advise advocate affirm allege announce answer apologize
apologise appeal argue ask assert assure attest attribute author aver avow blame blast bemoan boast brag brief
broadcast call caution challenge characterize characterise chide cite claim clarify comment commend
complain concede conclude condemn confess confide confirm congratulate contend continue counter credit
criticize criticise cry deadpan declare decry defend deliver demand demur denounce deny deplore depict deride
describe dictate disclose dismiss dispute draft dub elaborate email emphasize emphasise encourage
endorse enquire enumerate exclaim exhort explain express extol fault gush grumble hail hint implore imply
indicate inform inquire insinuate insist instruct interject interview intone invite issue joke jibe label
lambaste lament laud lecture lie maintain mention message moan mock mutter narrate note notify
object observe opine order outline pen persuade phrase pitch plead pledge point portray post praise
preach predict proclaim profess promise pronounce propose protest publish query question quip quote
reaffirm react read reassure rebut recall recite recommend recount refer refute reiterate reject rejoin relate
relay remark remind repeat reply report repudiate request respond restate retort retweet reveal rip say scoff
scold shout slam snap speak specify speculate spell state stipulate stress suggest sum summarize summarise
swear talk tease tell testify text thank threaten tout trumpet tweet underline underscore unveil update urge
utter vent voice vow warn weigh welcome whisper write yell estimate forecast project find show
murmur blurt snarl stammer stutter drawl croak posit venture whine gripe
"""
_ATTITUDE = """
admire agree anticipate appreciate approve assume believe care consider contemplate covet deem desire
despise detest disagree disapprove dislike distrust doubt dread dream embrace enjoy envisage envision expect
fancy favor favour fear feel figure foresee forget guess hate hear hope imagine intend interpret know like
loathe long love mind misunderstand mourn muse need oppose perceive ponder prefer presume prize realize
realise reckon recognize recognise regard regret relish remember resent respect see sense suppose support
suspect sympathize sympathise think treasure trust understand value view want weigh wish wonder worry yearn
"""
# What people do as they say something.
_MANNER = """
laugh sigh shrug chuckle growl grin smile nod sob weep fume rage roar bark beam giggle groan gasp shriek
scream sneer snort hiss purr sniff bellow thunder enthuse bristle wince
"""
_LEMMAS_BY_ACT: dict[Act, str] = {"attitude": _ATTITUDE, "statement": _STATEMENT, "other": _MANNER}
ACTS = {lemma: act for act, lemmas in _LEMMAS_BY_ACT.items() for lemma in lemmas.split()}
# Verbs that report nothing, for all their that-clauses: what is brought about ("ensured that it fell"), or
# what is done with words.
NO_REPORTS = frozenset(
    """mean ignore ensure require make seem appear prove provide will prise heave spell insure disregard
        arrange guarantee nasale savvy swan beef exact squall snub""".split()
)
TAKES = {
    "quotation": """murmur blurt snarl stammer stutter drawl croak whine gripe venture deadpan email retweet
        text yell mutter grumble enquire inquire snap query gush narrate confirm reveal threaten
        rule hold confide""",
    "hearer": "tell inform assure reassure remind warn notify advise",
    "topic": """criticize criticise praise condemn oppose defend endorse attack blast slam support welcome
        mention cite discuss talk quote list name denounce applaud mock ridicule detail refer
        address blame reject dismiss describe call ask answer question repeat contain honour honor
        hail salute champion back favor favour tout decry deplore lament advise advocate encourage
        rule hold""",
    "nothing": """disagree agree concur differ object demur laugh chuckle smile grin sigh shrug nod scoff
        bristle fume wince reply respond answer react counter explain elaborate protest apologize
        apologise joke""",
}
# Forms that lemminflect does not know, or has of another verb.
FORMS = {
    "lie": {"past": "lied"},
    "refer": {"past": "referred", "participle": "referred", "gerund": "referring"},
    "broadcast": {"past": "broadcast"},
    "forecast": {"past": "forecast/forecasted", "participle": "forecast/forecasted"},
    "deadpan": {"past": "deadpanned", "participle": "deadpanned", "gerund": "deadpanning"},
    "spell": {"participle": "spelled/spelt"},
    "dream": {"participle": "dreamed/dreamt"},
}
