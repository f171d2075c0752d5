"""Phrases of web pages that are said nowhere else, so that a whole sentence may match."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from quiz.authoring.draft.phrases import (
    ADVERT,
    AGENCIES,
    BROWSER,
    COMMENTS,
    COOKIES,
    FORUM,
    LINK,
    NOTE,
    OTHERS,
    PICTURE,
    PICTURES,
    RIGHTS,
    SUBSCRIBE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

SURE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        COMMENTS: (
            r"(leave|post|add|write) a (reply|comment)( below| now)?",
            r"your (email|e-mail) address (will not|won['\u2019]t) be\b.*",
            r"required fields are marked.*",
            r"save my name, e-?mail.*",
            r"did you make this recipe\b.{0,60}",
            (
                r"(you must be|please|you need to be) (logged|log|sign|signed) "
                r"in to (post a |leave a )?(comment|reply)\b.{0,20}"
            ),
            r"comments are (closed|off|disabled|moderated)\b.{0,40}",
            r"\d+ (comments|replies|responses)",
            r"comments ?\([1-9]\d*\)",
            r"be the first to comment\b.{0,20}",
            r"\d+ (thoughts?|comments|replies|responses) (on|to) [“\"\u2018'«].{1,150}",
        ),
        LINK: (
            r"see also\b.*",
            r"<?(https?://|www\.)\S+",
            r"\[[^\]^]{1,40}\]:\s*<?(https?:|/|\.)\S+.{0,80}",
            r"not the answer you['\u2019]re looking for\b.*",
        ),
        COOKIES: (
            (
                r"[\w.&'\u2019 -]{2,60} (may )?uses? cookies\b.{0,120}\b"
                r"(your (visit|experience|browsing)|best (possible )?experience|"
                r"our (site|website|services?))\b.*"
            ),
            r"do not sell (or share )?my (personal )?(information|data)\b.{0,30}",
            r"(this|our|the) (web)?(site|page) (and our partners )?uses? cookies.*",
            (
                r"(we|[\w.&'\u2019 -]{2,60}?) and (our|its|their|selected) ([\d,.]+ "
                rf")?{OTHERS}\b.{{0,120}}\b(cookies|your device|personal data|your data)\b.*"
            ),
            r"we (also )?(use|need|set) (\w+ )?cookies\b.{0,160}\b(you|your|our|site|traffic|ads)\b.*",
            r"we (value|respect|care about) your privacy",
            r"we use cookies",
            (
                r"by (continuing|using|clicking|browsing|signing up|subscribing)\b.{0,100}\byou "
                r"(agree|accept|consent)\b.{0,60}\b(cookies|terms|polic(y|ies)|conditions)\b.*"
            ),
            r"by (continuing|using|clicking|browsing)\b.{0,60}\b(you|our) .{0,60}\bcookies?\b.*",
        ),
        SUBSCRIBE: (
            (
                r"(enjoyed|liked?|if you (enjoyed|liked?)) this (article|story|post)\b.{0,20}"
                r"\b(subscribe|share|sign up)\b.{0,80}"
            ),
            r".{0,100}\b(straight|delivered|right) (in)?to your inbox\b.{0,40}",
            r"(thanks|thank you) for (reading|subscribing|signing up)\b.{0,120}",
            r"(skip past|after) newsletter promotion",
            (
                r"(subscribe|sign up|register|sign in|join) (to|for|with) (our|my|the|a) ([\w-]+ "
                r"){0,3}(newsletter|channel|list|mailing list|updates|account|podcast|feed)\b.{0,120}"
            ),
            r"(subscribe|register) (now|here|today)( (and|for|from)\b.{0,60})?",
            r"get (the )?(best|latest|news|our|all)\b.{0,80}\b(inbox|newsletter|by e-?mail)\b.{0,40}",
            r"already an? (subscriber|member)\b.{0,60}",
            r"you have \d+ (free )?articles? (left|remaining)\b.{0,60}",
            (
                r"this (article|story|content) is (only |exclusively )?(for|available "
                r"to) (paying |premium )?(subscribers|members)\b.{0,30}"
            ),
            r"(enter|type) your e-?mail( address)?\b.{0,60}",
            r"(cancel (at )?any ?time|no spam)\b.{0,60}",
            r"you are receiving this (e-?mail|message)\b.*",
            r"(update your preferences|unsubscribe)\b.{0,60}\b(list|here|preferences|e-?mails?)",
            r"(download|get) (our|the) app",
            r"send us your (photos|videos|stories|tips|questions)",
            r"do you have a (story|tip)\b.{0,80}",
            r"support (our|independent) (work|journalism)\b.{0,60}",
        ),
        ADVERT: (
            r"advertisement\W+(scroll|continue|article|story)\b.{0,40}",
            (
                r"(this (post|article|page) (may|might) contain|(it|this "
                r"page) contains) (affiliate|sponsored)\b.*"
            ),
            r"(article|story) continues (below|after)\b.{0,40}",
            r"[^.]{3,150} is published by [^.]{2,60} \([$€£]\d+([.,]\d\d)?\)",
            r"(buy|pre-?order|order) (the|this|your) (book|copy|e-?book)\b.{0,80}([$€£]\d|shop\b).{0,60}",
            r"to order (a|your) copy\b.{0,60}\b(go to|visit|call)\b.{0,80}",
        ),
        PICTURE: (
            r".{3,200}[.|] credits?: ?[^.:()&]{2,60}",
            r"caption: .{2,200}",
            rf"\(?{PICTURES}( ?(credits?|source|courtesy|caption))? ?: ?.{{1,150}}",
            r"\(?image source\b.{0,80}",
            rf".{{0,80}}/ ?{AGENCIES}",
            (
                r".{3,200}[.(—|\u2013]\s*\(?(photo|image|picture|photograph|illustration)( "
                r"credits?| by)?\s?[:/]\s?[^.:()&]{2,60}"
            ),
            r"\[?!\[[^\]]*\]\([^)]*\)(\]\([^)]*\))?",
            r"file (photo|picture|image)\b ?[:\u2013—-].{1,200}",
            r"(pictured|(image|photo) caption)\b ?:?.{1,150}",
            r".{0,300}\((ap|afp|epa|reuters|pa) (photo|image|file)s?\b[^()]{0,60}\)",
        ),
        RIGHTS: (
            r"copyright ©.{0,120}",
            r"©.{0,150}",
            r"(\(c\)|copyright)( \(c\)| ©)?,? \d{4}\b.{0,120}",
            r"[^.]{0,120}\ball rights reserved( worldwide)?",
            r"(proudly )?powered by [\w.]+( [\w.]+)?",
            r"(text|content) is available under\b.{0,150}",
        ),
        NOTE: (
            r"this entry was posted (in|on)\b.{0,150}",
            r"for other (uses|people|places)( of this name)?, see .{2,60}",
            r"\(?redirected from .{2,60}",
            r"this video (can ?not|can[\u2019']t) be played\b.{0,40}",
            r"from [\w-]+, the free encyclop(a)?edia",
            r"this (article|section) (needs|does not cite|may need|is a stub|relies)\b.{0,150}",
            r"this page was last (edited|modified|updated|changed)\b.{0,60}",
            r"(was|did|is) this (page|article|answer|information) (helpful|useful)\b.{0,30}",
            (
                r"this (article|story) (appears|appeared|was (originally "
                r"|first )?published) in (the|our)\b.{0,60}\b(issue|edition)"
            ),
            r"reporting by [^.]{3,60}; ?(writing|editing) by\b.{0,80}",
            r"loading( \w+)?(\.\.\.|…)",
            r"our standards: .{0,60}",
            r"an official website\b.{0,60}",
            r"here['\u2019]s how you know",
            r"coordinates: ?\d.{0,60}",
            r"we (welcome|value) your feedback",
        ),
        FORUM: (
            r"click to expand(\.\.\.|…)",
            r"re: .{2,120}",
            r"last edited by \S+ on\b.{0,80}",
            r"users browsing this forum\b.{0,100}",
            r"\d+ (users?|people|members?) (liked|found|like) this\b.{0,30}",
            r"post(ed)? by \S+ [»|on-]+ .{0,10}\d.{0,40}",
        ),
        BROWSER: (
            r"to (play|view|see|use) this .{2,20}you need to enable\b.{0,60}",
            r"please enable (javascript|cookies)\b.*",
            r"(enable|turn on) (javascript|cookies) (to|in order to) (view|use|see|read|continue)\b.*",
            r"your browser (does not|doesn['\u2019]t) support.*",
            r"(you need to )?enable javascript",
        ),
    }
)
"""By sort; the first that fits names the line."""
