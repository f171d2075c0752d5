"""The sorts of lines that are no part of a text, and the pieces of the phrases that tell them.

A phrase is a pattern for a whole line, whatever signs stand behind it. ``phrases_sure`` has those
that are said nowhere else, ``phrases_loose`` those that may begin a sentence of a text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LINK = "a link to another page"
SECTION = "the head of a list of other pages"
COMMENTS = "a form for comments"
SHARING = "lines to share it"
COOKIES = "a line about cookies or terms"
NAVIGATION = "navigation"
RIGHTS = "a notice of rights"
BYLINE = "who wrote it, and when it appeared"
ADVERT = "an advertisement"
SUBSCRIBE = "an invitation to subscribe"
PICTURE = "a credit of a picture"
BROWSER = "a note to the browser"
FORUM = "what a forum says of a post"
NOTE = "a note on the page itself"

THINGS = r"(posts?|articles?|stor(y|ies)|news|reading|topics|videos|content|links|recipes|pages|questions)"
PAGES = r"(article|story|page|post|recipe|video|entry|blog|question|answer)"
ABOUT_DATES = (
    r"(page |first |originally )?"
    r"(published|posted|updated|(last )?(updated|modified|edited|reviewed)|created|asked|answered|viewed|"
    r"joined)"
)
DAYS = r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*"
MONTHS = r"(jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*"
DATE_WORD = rf"({DAYS}|{MONTHS}|today|yesterday|at|on|by|am|pm|a\.m|p\.m|[a-z]{{2,3}}t|utc|\d+(st|nd|rd|th)?)"
A_DATE = rf"({DATE_WORD}[\s,./:|·•\u2013-]*){{2,12}}"
AGO = r"\d+ (sec(ond)?s?|min(ute)?s?|h(ou)?rs?|days?|weeks?|months?|y(ea)?rs?)\.? ago"
PICTURES = r"(photos?|images?|pictures?|illustrations?|photograph(s|y)?|graphic|video|credits?|picture)"
AGENCIES = r"(getty images|shutterstock|unsplash|wikimedia commons|istock|alamy)"
OTHERS = r"(partners|vendors|third[- ]part(y|ies)|affiliates|advertisers)"


def compiled(phrases: Mapping[str, tuple[str, ...]]) -> dict[str, re.Pattern[str]]:
    """Return for each sort one pattern that whole lines match; the case of letters does not count."""
    return {
        sort: re.compile(f"(?:{'|'.join(found)})" + r"\W*", re.IGNORECASE) for sort, found in phrases.items()
    }
