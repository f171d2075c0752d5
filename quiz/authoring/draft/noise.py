"""Lines of a web page that are no part of its text.

Each sort of noise has the words by which it is named to the author. A line is noise by what
it says alone; ``sifting`` adds what only shows beside other lines.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from quiz.authoring.draft.words import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 400
"""Characters of a line that can be noise; longer ones are text."""

LINK = "a link to another page"
SECTION = "the head of a list of other pages"
COMMENTS = "a form for comments"
SHARING = "lines to share it"
COOKIES = "a line about cookies or terms"
NAVIGATION = "navigation"
TABLE = "a row of a table"
RIGHTS = "a notice of rights"
BYLINE = "who wrote it, and when it appeared"
_SHORT, _FEW = 160, 10
_TRAIL_PARTS, _PART_WORDS = 3, 4

_PATTERNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        COMMENTS,
        (
            r"(leave|post|add|write) an? (reply|comment)s?\b.{0,60}$",
            r"your (email|e-mail) address will not be\b",
            r"required fields are marked|save my name, e-?mail",
            r"((post|submit) comment|cancel reply|reply|\d+ (comments|replies|responses))\W*$",
            r"no comments( yet)?\W*$",
            r"(comments( \(?\d+\)?| are (closed|off))?|join the (conversation|discussion))\W*$",
            r"(log in|sign in|you must be logged in) to (post a )?(comment|reply)\b",
            r"(name|e-?mail|website|comment) ?\*\W*$",
        ),
    ),
    (
        SECTION,
        (
            (
                r"(related|recommended|similar|recent|popular|latest|trending|more|other)\s+"
                r"(posts?|articles?|stor(y|ies)|news|reading|topics|videos|content|links)\b.{0,20}$"
            ),
            r"(next|previous|prev) (post|article|story|page)\b.{0,120}$",
            r"(you (may|might) (also|like)|more (from|in|on|by)|don['\u2019]t miss)\b[^.]{0,60}$",
            r"(most (read|viewed|popular|commented)|trending( now)?|(what to )?read next)\b[^.]{0,60}$",
            r"(tags?|categories|topics|filed under|tagged)( ?:.*|\W*)$",
        ),
    ),
    (
        LINK,
        (
            r"(see|read|watch|listen|check out) (also|more|next)\b(?!\s+(than|and|about how)\b)",
            r"(also read|read this|continue reading|keep reading|click here|learn more)\b[^.]{0,80}$",
            r"(find out more|view all|show more|load more|back to (top|home)|go to)\b[^.]{0,80}$",
            r"read the full (story|article)\b[^.]{0,80}$",
            r"\S*(https?://|www\.)\S+$",
        ),
    ),
    (
        SHARING,
        (
            r"(share|tweet|pin|like|follow|print|save|e-?mail) (this|it|on|us|via|with)\b.{0,80}$",
            r"(share|tweet|retweet|pin it|shares?|copy link|whatsapp|print)\W*$",
            r"\d+[km]? (shares|likes|views)\W*$",
        ),
    ),
    (
        COOKIES,
        (
            r"(this|our) (web)?site uses cookies|we (and our partners )?use cookies",
            r"(accept|reject|manage|allow) (all )?cookies",
            r"by (continuing|using|clicking|browsing)\b.{0,80}\b(you (agree|accept|consent)|cookies|site)",
            r"(cookie|privacy) (policy|settings|notice|preferences)\b.{0,60}$",
            r"terms (of|and) (use|service|conditions)\b.{0,60}$",
        ),
    ),
    ("an advertisement", (r"(advertisement|advert|sponsored( content)?|promoted|ad|ads by .{1,30})\W*$",)),
    (
        "an invitation to subscribe",
        (
            r"(subscribe|sign up|register|log ?in|sign in|join) (to|for|now|here|our|free|with)\b.{0,160}$",
            r"(subscribe|sign up|register|log ?in|sign in|newsletter|get the newsletter)\W*$",
        ),
    ),
    (
        NAVIGATION,
        (
            r"(home|menu|search|contact( us)?|about( us)?|archives?|login|skip to (main )?content)\W*$",
            r"(main menu|toggle navigation|site ?map|faq|next|previous|loading|close|open menu)\W*$",
            r"(page )?\d+( of \d+)?\W*$|(\d+ ){2,}.{0,20}$",
        ),
    ),
    (
        "a credit of a picture",
        (
            (
                r"\(?(photos?|images?|pictures?|illustrations?|photograph|graphic|video|credits?)"
                r"( ?(credits?|source|courtesy))? ?(:|/| by | courtesy )"
            ),
            r"(getty images|file photo|stock photo|image|photo)\W*$",
            r".{0,80}/ ?(getty images|shutterstock)\W*$",
        ),
    ),
    (RIGHTS, (r"(©|\(c\)|copyright\b).{0,150}$|all rights reserved|powered by \w+\W*$",)),
    (
        BYLINE,
        (
            (
                r"(published|posted|updated|last (updated|modified|edited)|created)( on| at|:| by)? ?"
                r"(.{0,10}\d|today|yesterday|(mon|tues|wednes|thurs|fri|satur|sun)day).{0,60}$"
            ),
            r"\d+ ?-?min(ute)?s?\.?( read)?\W*$|\d+ (minutes?|hours?|days?|weeks?) ago\W*$",
        ),
    ),
    ("a note to the browser", (r"(please )?enable javascript\b|your browser (does not|doesn't) support",)),
)
_NOISE = tuple(
    (sort, re.compile(pattern, re.IGNORECASE)) for sort, patterns in _PATTERNS for pattern in patterns
)
_ANYWHERE = re.compile(
    r"all rights reserved|will not be published|uses cookies to|reserved worldwide", re.IGNORECASE
)
_BYLINE = re.compile(r"[Bb](?:y|Y)\s+(?:[A-Z][\w.\u2019'-]*(?:,? (?:and )?|$)){1,7}$")
_SHARING = words_of(
    "share facebook twitter x whatsapp email e-mail telegram linkedin pinterest reddit tumblr instagram "
    "youtube print copy link tweet messenger mail flipboard tiktok threads bluesky mastodon rss follow "
    "us on this"
)
_LEAD = re.compile(r"(?:\d{1,6}\.\s+(?=\D))?[*\-•▶►→>\s]*")
_ROW = re.compile(r"\|.*\|")
_TRAIL = re.compile(r"\s*[|>»\u203a·•/]\s*")
_SENTENCE = re.compile(r"[.!?…][”\"\u2019')\]]*$")
_HEAD_ONLY = re.compile(r"(?:see|read|watch) (?:also|more|next)\W*$", re.IGNORECASE)


def reason(line: str) -> str | None:
    """Return what sort of noise a line is, None when it may be text, is empty or very long."""
    line = _LEAD.sub("", line.strip(), count=1)
    if not line or len(line) > LONGEST:
        return None
    return next(_reasons(line), None)


def _reasons(line: str) -> Iterator[str]:
    if _is_hashtags(line):
        yield "hashtags"
    if _is_sharing(line):
        yield SHARING
    if _ROW.fullmatch(line):
        yield TABLE
    if _is_trail(line):
        yield NAVIGATION
    if len(line.split()) <= _FEW and _BYLINE.match(line):
        yield BYLINE
    for sort, pattern in _NOISE:
        if pattern.match(line) and (len(line) <= _SHORT or sort in {LINK, COMMENTS, COOKIES}):
            yield sort
    if _ANYWHERE.search(line):
        yield RIGHTS


def opens_list(line: str, sort: str) -> bool:
    """Whether titles of other pages, or comments, are to be expected below a line of this sort."""
    return sort in {SECTION, COMMENTS} or _HEAD_ONLY.match(line.strip()) is not None


def is_sentence(text: str) -> bool:
    """Whether a text ends as a sentence does."""
    return _SENTENCE.search(text) is not None


def _is_hashtags(line: str) -> bool:
    words = line.split()
    tags = sum(word.startswith("#") and len(word) > 1 and word[1] != "#" for word in words)
    return tags > 0 and 2 * tags > len(words)


def _is_sharing(line: str) -> bool:
    words = [word.strip(".,:;|/·•()").casefold() for word in line.split()]
    words = [word for word in words if word]
    named = _SHARING - {"x", "us", "on", "this", "link", "copy", "mail", "print"}
    return len(words) > 1 and all(word in _SHARING for word in words) and any(word in named for word in words)


def _is_trail(line: str) -> bool:
    """Whether it is a row of short names such as `Home > News > World`."""
    parts = [part for part in _TRAIL.split(line) if part]
    signs = any(sign in line for sign in "|>»\u203a•·")
    return (
        signs
        and len(parts) >= _TRAIL_PARTS
        and all(len(part.split()) <= _PART_WORDS for part in parts)
        and not is_sentence(line)
    )
