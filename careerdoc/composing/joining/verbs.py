"""English verb forms, as far as the steps of a plan need them: is this a verb, what is its past, what its base."""

from __future__ import annotations

from functools import cache

_REGULAR = """
accept achieve acquire act adapt add address advance advertise aim analyze answer apply appoint approach arrange ask assemble
assess assist attend audit balance bake balance become begin believe better book borrow bring browse budget build buy calculate
call carry catch certify change chat check choose clean clear climb close coach collect come commit communicate compare compete
compile complete compose conduct confirm connect consider consult contact continue contribute convert cook coordinate copy
cover craft create cut deal debate decide declare decorate define delegate deliver demonstrate describe design determine
develop diagram discover discuss do document donate draft draw drive earn edit email enable encourage engage enhance enjoy
enlist enrich enroll enrol ensure enter establish evaluate examine exercise expand explain explore extend feel figure file
fill find finalize finish fix focus follow form found gain gather get give go graduate grow guide hand handle help hire hold
host identify implement improve increase inform inquire install interview introduce invest investigate invite job-shadow join
keep know land launch lead learn leave let list listen live log look lower maintain make manage map market master match
measure meet memorize mentor modify monitor move narrow negotiate network note obtain open operate order organize outline
overcome own pack paint participate partner pass pay perform pick pitch place plan play polish post practice practise prepare
present price print prioritize produce program progress promote propose prove provide publish pull purchase pursue put qualify
raise reach read rebuild receive recommend record recruit reduce refine refresh register rehearse relocate remember renew rent
repair repeat report request research reserve respond retake retire return review revise rewrite run save scan schedule score
search seek select sell send serve set set-up shadow share show sign simplify sit sketch solve speak specialize spend sponsor start
stay stop strengthen trade structure study submit subscribe succeed summarize supervise support survey switch tackle take talk teach
tell test think tour track train transfer translate travel try tutor understand undertake update upgrade use view visit
volunteer wait walk watch weld win wire wireframe work workshop write
""".split()

_IRREGULAR = {
    "become": "became", "begin": "began", "bring": "brought", "build": "built", "buy": "bought", "catch": "caught",
    "choose": "chose", "come": "came", "cut": "cut", "deal": "dealt", "do": "did", "draw": "drew", "drive": "drove",
    "feel": "felt", "find": "found", "get": "got", "give": "gave", "go": "went", "grow": "grew", "hold": "held",
    "keep": "kept", "know": "knew", "lead": "led", "leave": "left", "let": "let", "make": "made", "meet": "met",
    "overcome": "overcame", "pay": "paid", "put": "put", "read": "read", "rebuild": "rebuilt", "retake": "retook",
    "rewrite": "rewrote", "run": "ran", "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "set-up": "set up",
    "show": "showed", "sit": "sat", "speak": "spoke", "spend": "spent", "take": "took", "teach": "taught",
    "tell": "told", "think": "thought", "undertake": "undertook", "understand": "understood", "win": "won",
    "write": "wrote",
}  # fmt: skip

# Words that are verbs in a list of steps but as often nouns at the start of a noun phrase ("Work study job").
VERBS = frozenset(_REGULAR)

_DOUBLED = frozenset(
    {"plan", "map", "commit", "submit", "stop", "transfer", "scan", "log", "enrol", "job-shop", "chat"}
)


def is_verb(word: str) -> bool:
    """Whether a word, in lower case, is a verb's base form that steps begin with."""
    return word in VERBS


@cache
def past(verb: str) -> str:
    """The past tense of a base form."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb in _DOUBLED:
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


@cache
def base_of_gerund(word: str) -> str:
    """The base form of a word in -ing, or an empty string where it is none that is known."""
    if not word.endswith("ing"):
        return ""
    stem = word[:-3]
    forms = (stem, stem + "e", stem[:-1] if stem[-1:] == stem[-2:-1] else "")
    return next((form for form in forms if form in VERBS), "")


@cache
def base_of_past(word: str) -> str:
    """The base form of a past tense, or an empty string."""
    return _PASTS.get(word, "")


_PASTS = {past(verb): verb for verb in _REGULAR if past(verb) != verb}

NOMINALS = {
    "application to": "apply to", "application for": "apply for", "completion of": "complete",
    "enrollment in": "enroll in", "registration for": "register for", "registration in": "register in",
    "participation in": "take part in", "attendance at": "attend", "submission of": "submit",
    "preparation for": "prepare for", "graduation from": "graduate from", "interview practice": "practice interviewing",
    "interview with": "interview with", "meeting with": "meet with", "visit to": "visit", "conversation with": "talk with",
}  # fmt: skip
"""Noun phrases that steps begin with, and the verb that says the same."""
