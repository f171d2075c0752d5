"""Lines of web pages, made up after the filter stood, and lines of texts that begin like them."""

from __future__ import annotations

NOISE = """\
View comments (23)
Show comments
Get in touch
This video can not be played
To play this video you need to enable JavaScript in your browser.
Read more on this story
Explore more on these topics
Reuse this content
Most viewed
Sign up to the morning email
after newsletter promotion
Skip past newsletter promotion
Paid content
Report an error
Copy this link
We use cookies and other technologies to improve your experience.
The Daily Example uses cookies to give you the best experience.
This site and its partners use cookies.
Example.org and its partners may use cookies to improve your visit.
We and our partners use technologies such as cookies to personalise content.
Manage cookies
I agree
Reject all
Your privacy choices
Do not sell my personal information
Image: Agency
Photo courtesy of the museum
Credit: Space Agency/Lab
(Photo by Someone/AFP via Agency Images)
View image in fullscreen
Open image in gallery
Image 1 of 5
By Jane Doe, Science correspondent
By Staff Reporter | 3 May 2023
Share this article: Facebook | X | WhatsApp
Published 3 hours ago
Updated: 14:32, 5 May 2020
Time to read: 4 minutes
Estimated reading time: 4 minutes
Reading Time: 4 mins read
Last reviewed: May 2021
Share this page
Tweet this
Click to share on Twitter (Opens in new window)
Click to email a link to a friend
Older Entries
Leave a Comment on The Bridge
Written by Jane Doe
Author: Jane Doe
Posted by Jane at 10:32 AM
Labels: rivers, lakes
Newer Post Older Post Home
Subscribe to: Post Comments (Atom)
View all posts by jane
This entry was posted in Rivers and tagged Danube. Bookmark the permalink.
Sign up for our free newsletter
No, thanks
Thank you for subscribing!
Jump to content
Toggle the table of contents
From Examplepedia, the free encyclopedia
For other uses, see Orr (disambiguation).
Redirected from Orr
(Redirected from Orr)
Upvote
Downvote
2 yr. ago
Thread starter
Click to expand...
Share this article on Facebook
Download as PDF
You are here: Home > News
Advertisement. Scroll to continue reading.
ADVERTISEMENT - CONTINUE READING BELOW
Story by Jane Doe
Related: The bridges of Veld
RELATED: The bridges of Veld
Recommended Stories
More stories
You might be interested in
Up next
Follow The Example Gazette on Twitter
Like us on Facebook
Enjoyed this article? Subscribe to our newsletter.
If you enjoyed this article, share it with your friends.
Our newsletter brings you the week's best stories, straight to your inbox.
Sign up for our newsletter and get the best stories in your inbox every Friday.
Thanks for reading! Subscribe for free to receive new posts and support my work.
Copyright 2020 The Example Gazette
Copyright © The Example Gazette 2020
Page last updated: 5 May 2020
Next: Chapter 3
Chapter 3 »
Table of Contents
Posted in: Rivers
14 shares
1,204 Views
3 min read
Discussion (3)
Log in to leave a comment
A boat on the Elm in 1931 (Photo: City Archive)
A boat on the Elm in 1931. Photo: City Archive
A boat on the Elm in 1931 | Photo: City Archive
A boat on the Elm in 1931. Credit: City Archive
Caption: A boat on the Elm
Figure courtesy of the archive
"""
"""Each line is noise wherever it stands alone."""

TEXT = """\
A shop uses cookies to remember what lies in your basket.
The baker and his partners sold cookies to the whole town.
We use cookies made of oats, said the cook.
By using radar they found the site of the wreck.
By continuing south, you come to the terms of the old treaty.
Accept all of it, he told them, and sign.
Privacy policy became a field of law in the 1970s.
Terms of use were first tested in court in 1996.
Copyright lasts for seventy years after the death of an author.
(c) the tenant pays for the heating;
The notice said all rights reserved, and the court agreed.
The report will not be published before May.
Share the bread with your neighbour.
Like this one, the bridge is old.
Follow this path to the chapel.
Follow the river on foot, then cross it.
Print it on both sides of the sheet.
Save this file as notes.txt.
Subscribe to the rules with your name.
Join the two halves with glue.
Sign in ink, not with a pencil.
Register here meant a book with the names of all guests.
Photos by Anna Berg hang in the town hall.
Images by the satellite show the coast.
Credit was given to farmers in spring only.
Published in 1859, the book changed biology.
Created in 1920 by a treaty, the league had 42 members.
Updated machines were bought in 1931.
Posted to Cairo in 1944, he learnt the language.
Last modified trees of this kind died out in 1902.
Read more books than you write.
Watch next to the door for the red lamp.
Listen also to the low notes.
See more of the city on foot.
Recent news from the front was bad.
Other stories say that he drowned.
More in the north than in the south was sold.
Next story: the second floor, where the painter lived.
Most read it as a joke, others did not.
Tags: words between angle brackets. They open a part of the text.
Topics: there are three of them, and each has a chapter.
Home is where the river ends.
Search parties went out in 1912.
Contact with the village was lost in winter.
Leave a comment above each part that you do not understand.
Write a comment before each function.
Reply was given by the king himself.
Comments by the king were added later.
Advertisement was his trade.
Enable JavaScript in the settings before you begin.
Location: on the left bank of the river, near the mill.
Result: a victory of the northern towns.
Chapter 3 of the law was never used.
Twelve hours ago nobody knew of it.
"""
"""Each line is text."""
