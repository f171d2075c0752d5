"""Phrases of web pages that begin sentences as well (`Share prices fell.`): for short lines that are none."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from quiz.authoring.draft.phrases import (
    A_DATE,
    ABOUT_DATES,
    ADVERT,
    AGO,
    BYLINE,
    COMMENTS,
    COOKIES,
    DAYS,
    FORUM,
    LINK,
    NAVIGATION,
    PAGES,
    PICTURE,
    PICTURES,
    SECTION,
    SHARING,
    SUBSCRIBE,
    THINGS,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOSE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        COMMENTS: (
            r"((view|show|hide|see) )?(all )?(\d+ )?(comments|discussion) ?\(\d+\)",
            (
                r"((leave|post|add|write) an? (reply|comment)s?|(post|submit) "
                r"(reply|your answer|comment))\b.{0,40}"
            ),
            r"(cancel reply|reply|(show|load|view|loading|no|all) (comments|replies|responses))( yet)?",
            r"comments( \(?\d+\)?)?",
            r"(join the (conversation|discussion))\b.{0,20}",
            r"(log ?in|sign in) to (post a |leave a )?(comment|reply)\b.{0,20}",
            r"(name|e-?mail|website|comment) ?\*",
            r"your answer",
        ),
        SECTION: (
            r"related: .{2,120}",
            r"(explore )?more on these topics",
            r"you might be interested in",
            r"up next",
            r"labels: .{2,80}",
            r"(older|newer|previous|next) (entries|entry)",
            r"newer posts? older posts?( home)?",
            r"older posts? newer posts?( home)?",
            rf"(related|recommended|similar|recent|popular|latest|trending|other)\s+{THINGS}\b.{{0,20}}",
            rf"more {THINGS}",
            r"recommended for you",
            rf"(next|previous|prev|older|newer) {THINGS}\b( (older|newer) {THINGS})?\W*(:.{{0,120}})?",
            r"you (may|might) (also|like)( like| enjoy| be interested in)?",
            r"don['\u2019]t miss",
            r"more (from|in|on|by) (this|the|our|us)\b.{0,40}",
            r"more (from|by) .{2,40}",
            r"about the authors?",
            (
                r"(most (read|viewed|popular|commented|shared)|trending( "
                r"now)?|(what to )?(read|watch) next)\b.{0,20}"
            ),
            r"(tags?|filed under|tagged|posted in)( ?:.*|\W*)",
            r"(categories|topics) ?:.*",
            r"(tagged|filed under|posted in) [\w, &-]{2,80}",
            r"hidden categories\b.{0,100}",
        ),
        LINK: (
            r"(read|watch|listen|check out) (also|more|next)\b.*",
            (
                r"(also read|read this( (too|next|also))?|continue "
                r"reading|keep reading|click here|learn more)\b.{0,80}"
            ),
            r"(find out more|view all|show more|load more|back to (top|home|overview|the top))\b.{0,80}",
            r"go to (top|home|page \d+|the top|comments|homepage)",
            r"read the full (story|article)\b.{0,80}",
            r"full story",
            r"main articles?: .{2,80}",
            r"further information: .{2,80}",
            r"view (this|it) (e-?mail )?in your browser",
            r"(previous|next): .{2,80}",
            r"(story|article) source:?",
            r"cite this (page|article):?",
            r"(show|hide|view|read) transcript",
            r"jump to (navigation|search|content|main content|recipe|comments|top)",
        ),
        SHARING: (
            r"click to (share|e-?mail|print)\b.{0,60}",
            rf"(share|tweet|e-?mail) (this|{PAGES})( {PAGES})? (on|via|with) .{{2,30}}",
            r"(follow|like|find) .{2,40} on (facebook|twitter|x|instagram|youtube|linkedin|mastodon|bluesky)",
            r"copy (this )?link",
            r"reuse this content",
            r"(upvote|downvote|thread starter)",
            rf"(share|tweet|pin|like|follow|print|save|e-?mail|gift|bookmark) (this|{PAGES})( {PAGES})?",
            r"(share|tweet|pin|follow|like|find|send|e-?mail) ((us|this|it|me) )?(on|via|by e) ?.{2,30}",
            r"forward to a friend",
            r"pin it",
            r"share (this )?with (a friend|friends|others)",
            r"(share|tweet|retweet|shares?|whatsapp|print|like|follow|report|permalink|e-?mail):?",
            r"[\d,.]+[km]? (shares|likes|views|votes|followers)",
            r"viewed [\d,.]+[km]? times",
            r"\d(\.\d)? (from|out of) [\d,.]+( \w+)?",
            rf"share( (this|{PAGES})( {PAGES})?)?: .{{2,60}}",
            r"listen to (this|the) (article|story)\b.{0,30}",
            r"improve this (question|answer)",
        ),
        COOKIES: (
            r"(i agree|got it|your privacy choices|no,? thanks|ok,? got it)",
            (
                r"(accept|reject|manage|allow|decline)( "
                r"(all|optional|necessary))?( (cookies|preferences|settings))?"
            ),
            r"(cookie|privacy|cookies) (policy|settings|notice|preferences|statement)\b.{0,60}",
            r"terms( (of|and|&) (use|service|conditions))\b.{0,60}",
            r"(manage|privacy) (preferences|settings)",
            r"disclaimers?",
            r"imprint",
            r"accessibility( statement)?",
        ),
        ADVERT: (
            r"paid (content|post|for by .{2,40})",
            r"(skip )?(advertisement|advert|sponsored( content)?|promoted|ad|ads by .{1,30})",
            r"(advertisement|ad)\W+(scroll to continue|article continues|story continues)\b.{0,20}",
            r"scroll to continue",
            r"(buy|pre-?order|order) (the|this|your) (book|e-?book|audiobook|copy)\b.{0,120}",
        ),
        SUBSCRIBE: (
            (
                r"(subscribe|sign up|register|log ?in|sign in|join) "
                r"(to|for|now|here|our|free|with|or|and)\b.{0,160}"
            ),
            r"(subscribe|sign up|register|log ?in|sign in|newsletter|get the newsletter|unsubscribe)",
            r"continue (reading )?with\b.{0,60}",
            r"enable notifications",
            r"download (our|the) app",
        ),
        NAVIGATION: (
            r"(get in touch|report an error|toggle the table of contents|jump to content)",
            r"(text size( a)*|download as pdf)",
            r"you are here:? .{2,80}",
            r"(chapter|lesson|part|page) \d+ ?»",
            (
                r"(home|menu|search|contact( us)?|about( us| "
                r"me)?|archives?|login|(skip|jump) to (main )?content)"
            ),
            r"(main menu|toggle navigation|site ?map|faq|next|previous|loading|close|open menu|breadcrumbs?)",
            r"(page )?\d+( of \d+)?",
            r"(\d+ ){2,}(next|last|»|\u203a|\.\.\.|…)?",
            r"open new tab",
            r"(on this page|table of contents|contents?( \[hide\])?|top|edit this page( on \w+)?)",
            r"\[ ?(edit|hide|show|source|edit source)( \| edit source)? ?\]",
            r"(print|share) (this )?page",
            r"official website of .{2,40}",
            r"about [\w-]*pedia",
            r"download (the )?pdf\b.{0,20}",
            r"give feedback",
            r"sorted by:?",
            r"ask question",
        ),
        PICTURE: (
            r"(view|open) image in (fullscreen|full screen|gallery|a new tab)",
            r"image \d+ of \d+",
            r"(figure|map|chart) courtesy of .{2,60}",
            rf"\(?{PICTURES}( ?(credits?|source|courtesy|caption))?( ?/ ?| by | courtesy ).{{2,60}}",
            r"(getty images|file photo|stock photo|image|photo|image (caption|credit|source))",
            rf"\(?{PICTURES} ?credits?\b.{{0,60}}",
        ),
        BYLINE: (
            r"(estimated )?(reading|read) time:? \d+ ?min.{0,20}",
            r"time to read: .{2,20}",
            r"written by [\w .'\u2019-]{2,40}",
            rf"by [\w .'\u2019-]{{2,40}}[|·•\u2013\u2014] ?{A_DATE}",
            r"author: [\w .'\u2019-]{2,40}",
            rf"{ABOUT_DATES}( on| at|:| by)* ?({A_DATE}|{AGO})(by \w+)?",
            rf"{ABOUT_DATES}:? ?(on )?{A_DATE}by [\w .'\u2019-]{{2,40}}",
            rf"(version [\d.]+\W+)?{ABOUT_DATES}:? (on )?{A_DATE}",
            rf"{AGO}",
            rf"{DAYS},? {A_DATE}\| ?\d+ comments?",
            r"\d+ ?-?min(ute)?s?\.? read",
            r"(words|text|story) by [\w .'\u2019-]{2,40}",
            r"\((reuters|ap|afp|dpa)\)",
            r"breaking( news)?",
            r"live",
        ),
        FORUM: (
            r"posts: [\d,.]+",
            r"joined: [a-z]{3,9} \d{4}",
            r"quote",
            r"report (post|this content|abuse)",
            r"board index\b.{0,80}",
            r"\d+ answers?",
        ),
    }
)
"""By sort; the first that fits names the line."""
