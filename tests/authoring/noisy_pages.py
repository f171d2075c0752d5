"""Pages of encyclopedias, manuals, forums and offices, made up, and clean texts that look noisy.

What stands behind `~ ` is no part of the text, behind `= ` a heading; everything else is text.
"""

from __future__ import annotations

ENCYCLOPEDIA = """\
= Lake Orrin
~ From Examplepedia, the free encyclopedia
~ Jump to navigation
~ Jump to search
~ This article needs additional citations for verification.
~ Coordinates: 47.17 N, 9.35 E
Lake Orrin is a lake in the district of Orr. It covers 31 square kilometres.
~ Main article: History of Orr
= History
People have lived on its shore since 2300 BC, as piles of oak show.
~ See also: Pile dwellings
The dam at its lower end was built in 1922.[4]
~ Lake Orrin in winter (image: surveyors' office)
= Climate
~ [edit]
The lake freezes about once in ten years, last in 1986.
~ This page was last edited on 4 June 2020, at 11:20.
~ Text is available under a free licence; additional terms may apply.
~ Privacy policy
~ About Examplepedia
~ Disclaimers
~ Categories: Lakes of Orr | Reservoirs
"""

MANUAL = """\
~ Docs > Editor > Saving
~ Edit this page on GitHub
~ On this page
= # Saving and searching
~ Version 2.4 | Last updated on 2022-03-01
The editor saves your file when you leave a window.
= ## Save
Save it with Ctrl-S, or let the editor do it.
Go to the settings to choose how often it saves by itself.
= ## Search
Search looks through all open files. Press Escape to close it.
= ## Comments
A comment begins with two slashes. Write a comment above each function.
Allow cookies in your browser, or the online help forgets who you are.
~ Was this page helpful?
~ Yes
~ No
~ Give feedback
~ Previous: Opening
~ Next: Printing
~ © 2022 Example Tools
"""

FORUM = """\
~ Board index » Workshop » Clocks
~ Log in
~ Register
= Why does my wall clock stop at ten past four?
~ Posts: 214
~ Joined: Mar 2012
? Location: Bern
~ Post by winder » 4 May 2015, 19:12
My wall clock stops at ten past four every night. It was built in 1890 and was cleaned last year.
~ Top
~ Reply
~ Quote
~ Report post
~ Re: Why does my wall clock stop at ten past four?
~ Post by springs » 4 May 2015, 21:40
The hands touch each other there. Bend the minute hand a little towards the glass.
Like this one, my own clock stopped until I bent it.
~ Last edited by springs on 5 May 2015, 08:01, edited 2 times in total.
~ 3 users liked this post
~ Page 1 of 2
~ 1 2 Next
~ Powered by phpBB
~ Users browsing this forum: No registered users and 3 guests
"""

QUESTIONS_SITE = """\
= Which salt melts ice at the lowest temperature?
~ Asked 7 years ago
~ Modified 2 years ago
~ Viewed 12k times
~ Ask Question
I have to keep a path free of ice at fifteen degrees below zero. Rock salt does nothing there.
~ Share
~ Improve this question
~ Follow
~ 2 Answers
~ Sorted by:
Calcium chloride melts ice down to about thirty degrees below zero.
~ Add a comment
~ Your Answer
~ Sign up or log in
~ By clicking “Post Your Answer”, you agree to our terms of service and privacy policy.
~ Not the answer you're looking for? Browse other questions tagged ice salt.
"""

OFFICE = """\
~ Official website of the canton
~ An official website. Here's how you know
~ English | Deutsch | Français
~ Breadcrumb
~ Home / Services / Fishing
= Fishing licences
You need a licence to fish in lakes and rivers of the canton from the age of 14.
A licence costs 80 francs a year, or 15 francs a day.
Contact the office in Orr at least ten days before you come.
~ Documents
~ Download PDF (240 KB)
~ Print page
~ Share page
~ Last modified: 14.02.2023
~ Back to overview
~ Imprint
~ Accessibility
~ Site map
"""

LETTER_LIST = """\
~ View this email in your browser
~ Unsubscribe
= What the observatory saw in March
The comet was seen on eleven of the thirty nights, best on 12 March.
~ Image: the comet over the dome
Two of our mirrors were coated anew, which takes a week for each.
~ You are receiving this email because you signed up on our website.
~ Update your preferences or unsubscribe from this list.
~ Forward to a friend
~ Copyright © 2018 Example Observatory
"""

VIDEO_PAGE = """\
~ Sign in
~ 12,408 views
~ 1.2K likes
~ 48 comments
= How a lock lifts a barge
A lock is a chamber with a gate at each end. Water flows in by its own weight.
~ Watch next
~ Building a weir by hand
~ Show transcript
~ Loading comments
~ Subscribe to our channel and never miss a video!
"""

PAGES = (ENCYCLOPEDIA, MANUAL, FORUM, QUESTIONS_SITE, OFFICE, LETTER_LIST, VIDEO_PAGE)
"""All noisy ones."""

COOKIES = """\
= Cookies on the web
A cookie is a small piece of text that a browser keeps for a site.
A shop uses cookies to remember what lies in your basket.
This law of 2002 says that a site has to ask before it uses cookies to follow people.
Privacy policy is a field of law since the 1970s.
Terms of use were first tested in court in 1996.
By using a cookie, the site knows you again.
Copyright lasts for seventy years after the death of an author.
The notice said that all rights were reserved, and all rights reserved in that way stay with the heirs.
Advertisement was his trade, and he was good at it.
"""

LAW = """\
= Rules of the reading room
(a) Readers show their card at the desk;
(b) books stay in the room;
(c) the keeper may close the room at any time.
Subscribe to the rules with your name before you enter.
Published works from before 1800 are read at the desk by the window.
Created in 1871, the room has been closed only twice.
Registered readers may bring one guest.
"""

PHOTOGRAPHY = """\
= Pictures of the old town
Photos by Anna Berg hang in the town hall since 1931.
Images by the satellite show the coast as it was in 1978.
Video by night needs more light than most lamps give.
Photograph the church from the north in the morning.
The picture: a bridge, a boy and a boat, as he told it for years.
Credit is due to the two sisters who kept the plates.
"""

TALK = """\
= A talk with the keeper
How long have you been here?
Thirty years in May.
Who comes to see you?
Fishermen, mostly. Children, too.
Follow me, she says, and she opens the door to the lamp.
Sign here, she says, and hands me the book of visitors.
Next page: more names, all of the year 1968.
“No comment.”
"""

POEM = """\
= The mill
The wheel turns round
The water falls
The miller sleeps
Behind his walls

Home is a word
The river knows
It says it once
And on it goes
"""

STEPS = """\
= Writing your first program
1. Go to the menu and open a new file
2. Save it with a short name
3. Search for the word main
4. Print it
Read more files than you write. See more of the language each day.
Tags: words between two angle brackets. They open and close a part of the text.
Topics: there are three of them, and each has a chapter.
Recent news about the language is printed in its journal.
Other links between the parts of a program are made by its names.
Leave a comment above each part that you do not understand.
The next article of the constitution was written in 1848.
"""

CLEAN = (COOKIES, LAW, PHOTOGRAPHY, TALK, POEM, STEPS)
"""All clean ones."""
