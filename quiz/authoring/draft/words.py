"""Small closed tables of English words that drafting reads a text by."""

from __future__ import annotations

import re


def words_of(words: str) -> frozenset[str]:
    """Return the words of a text, set apart by white space."""
    return frozenset(words.split())


ENGLISH = words_of(
    "the of and to that is was with for by from are were which has have his their it be been not"
)
"""Words that every English text is full of, and other languages are not."""

SUBJECTLESS = words_of(
    "he she it they we you i this that these those his her its their our your my him them us here there "
    "such both neither either one another others some many most few several all none each and but or "
    "nor so yet because which who whom whose"
)
"""A sentence that begins with one of these needs the one before it."""

PRONOUNS = words_of(
    "i me my we us our ours you your yours he him his she her hers they them their theirs it its"
)
FIRST_PERSON = words_of("i me my mine we us our ours you your yours")

STARTERS = SUBJECTLESS | words_of(
    "the a an in on at by for from to of with without within after before during since until under over "
    "about above across against along among around as if when while where why how what whether although "
    "though unless however moreover meanwhile therefore thus then later earlier now today yesterday "
    "tomorrow still also even only just not no yes once again often sometimes never always perhaps "
    "maybe instead according despite because next last first second third finally eventually recently "
    "currently formerly originally together like unlike every any much more less other another same two "
    "three four five six seven eight nine ten hundreds thousands millions do does did is are was were "
    "has have had can could will would may might must should let please draft drafts new old"
)
"""Words that are no names although they begin a sentence with a capital."""

TITLES = words_of(
    "president vice-president minister professor prof dr mr mrs ms miss sir lord lady king queen prince "
    "princess pope emperor empress tsar chancellor senator general colonel captain major admiral "
    "marshal judge justice secretary ambassador governor mayor chairman chairwoman chair ceo spokesman "
    "spokesperson spokeswoman director commissioner bishop cardinal archbishop father sister saint st "
    "duke duchess count baron sheikh doctor engineer historian physicist administrator curator "
    "chemist biologist economist "
    "author writer poet composer painter researcher scientist analyst journalist reporter coach lawyer "
    "congressman congresswoman cosmonaut astronaut sheriff inspector superintendent commander "
    "lieutenant sergeant corporal reverend rabbi imam sultan shah ayatollah "
    "premier leader head founder astronomer mathematician philosopher"
)
"""Words before the name of a person, without capitals."""

TITLE_MODIFIERS = words_of(
    "deputy vice prime foreign former first assistant chief acting defence defense interior finance "
    "senior state attorney health education the late"
)

BODY_WORDS = words_of(
    "academy administration agency alliance army assembly association authority bank board bureau "
    "cabinet centre center church club college commission committee company congress corporation "
    "council court department federation force forces foundation fund government group hospital house "
    "inc institute institution laboratory league library ltd ministry movement museum navy network "
    "observatory office organisation organization orchestra parliament party police press school senate "
    "society state-bank survey team times trust union university"
)

PLACE_WORDS = words_of(
    "sea ocean river lake bay gulf strait channel island islands peninsula mountains mountain mount "
    "valley desert canyon falls forest street square county province state region coast cape"
)
"""Words that make the name around them that of a place on a map."""

THING_WORDS = words_of(
    "act airport affair avenue award bridge building canal castle cathedral cup day dam effect festival "
    "hall law line memorial mission monument nebula palace plan prize programme project report road "
    "rocket science space station system telescope theatre theorem theory tower war week year"
)
"""Words that make the name of a person that of a thing called after one."""

OF_HEADS = (
    TITLES
    | BODY_WORDS
    | PLACE_WORDS
    | words_of("republic kingdom isle battle treaty declaration duchy city empire war")
)
"""Words that a name may go on after with `of`."""

PARTICLES = words_of("de del della di da do du la le van von der den ten bin ibn al el ter af av zu")
DIRECTIONS = words_of("north south east west northern southern eastern western central upper lower")

DEMONYMS = words_of(
    "african american arab argentine asian australian austrian belgian brazilian british bulgarian "
    "canadian catholic chinese christian croatian czech danish dutch egyptian english estonian european "
    "finnish flemish french georgian german greek hungarian indian indonesian iranian iraqi irish "
    "islamic israeli italian japanese jewish kenyan korean kurdish latin latvian lithuanian mexican "
    "muslim nigerian norwegian orthodox ottoman pakistani palestinian persian polish portuguese "
    "protestant prussian roman romanian russian scottish serbian slavic slovak soviet spanish swedish "
    "swiss syrian turkish ukrainian victorian vietnamese welsh western eastern northern southern"
)
"""Adjectives with a capital: alone they are no names."""

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

SAYING = (
    "said|says|stated|states|argued|argues|announced|announces|claimed|claims|believes|believed|thinks|"
    "estimates|estimated|warns|warned|insists|insisted|explained|explains|wrote|writes|reported|"
    "reports|declared|declares|stressed|stresses|noted|notes|suggested|suggests|confirmed|confirms|"
    "admitted|admits|predicted|predicts|added|concluded|concludes|found|complained|complains|maintains|"
    "maintained|observed"
)
"""Verbs that a statement follows or comes before, as alternatives of a pattern."""

DOING = (
    "accuses|accused|blames|blamed|criticises|criticised|criticizes|criticized|praises|praised|urges|"
    "urged|rejects|rejected|denies|denied|condemns|condemned|welcomes|welcomed|demands|demanded|"
    "promises|promised|threatens|threatened|proposes|proposed|calls for|called for"
)
"""Verbs of a speaker that take an object."""

GROUPS = words_of(
    "authorities officials officers scientists researchers experts sources diplomats ministers doctors "
    "historians critics analysts economists lawyers police investigators prosecutors aides leaders "
    "intelligence lawmakers"
)
"""Words for people who speak together without a name."""

NO_BODIES = words_of(
    "CO HO NO OH CH NH UV UVA UVB DNA RNA ATP TV PC CD AD BC BCE CE AM PM GMT UTC HIV AIDS USB GPS IQ PhD "
    "CEO MP MPs ID UFO FAQ COVID ISBN VAT GDP"
)
"""Capitals that are no organisation."""

NEGATION = re.compile(
    r"\b(?:not|no|never|none|neither|nor|without|cannot|nothing|nobody|hardly)\b|n[\u2019']t\b", re.IGNORECASE
)
VAGUE_TIME = re.compile(
    r"\b(?:today|tomorrow|yesterday|currently|now|nowadays|recently|this (?:week|month|year|morning)|"
    r"(?:last|next|coming|past) (?:few |two |three )?(?:weeks?|months?|years?|night|days?|decades?)|"
    r"(?:last|next) (?:spring|summer|autumn|fall|winter|\w+day)|ago|"
    r"(?:from|until|till|by|on|since|before|after|late|early) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""Times that mean nothing to a later reader."""
