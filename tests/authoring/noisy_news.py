"""Pages of newspapers and blogs, made up.

What stands behind `~ ` is no part of the text, behind `= ` a heading; what stands behind `? ` may
be either. Everything else is text, and may not be lost.
"""

from __future__ import annotations

GAZETTE = """\
~ The Example Gazette and its partners use cookies to store information on your device and show you ads.
~ Accept all
~ Manage preferences
~ Skip to main content
~ Home > News > Local
= ## Town reopens its old ferry after eleven years
~ By Staff Writer
~ Published: 3 May 2019, 10:42
~ Share on Facebook
~ Share on WhatsApp
The ferry across the Elm crossed the river again on Friday, eleven years after it had been laid up.
~ Photo: the ferry at its landing / Agency Pictures
About 300 people stood on the bank when it left the landing at noon.
~ Advertisement
~ Article continues below
“We have waited long enough,” said the mayor, who paid the first fare of 2 euros.
~ Read more: How the ferry was saved
The boat was built in 1931 and holds forty people and four carts.
~ Sign up to our newsletter
~ Get the best of the Gazette in your inbox every morning.
~ Enter your email address
~ Related articles
~ A winter on the river
~ Three bridges that were never built
~ © 2019 The Example Gazette. All rights reserved.
~ Privacy policy | Terms of use | Contact
"""

PAYWALL = """\
~ We value your privacy
~ We and our 842 partners store and access personal data on your device, such as cookies.
~ Subscribe
~ Log in
= Why the harbour of Norre silts up
~ 6 min read
~ Listen to this article
~ Gift this article
~ You have 2 free articles left this month.
Each spring the river carries some 40,000 tonnes of sand into the harbour of Norre.
~ Image credit: Harbour Museum
Dredgers work from March to June, and the channel is then seven metres deep.
~ Story continues below advertisement
By 1950 two thirds of the old docks had been filled in.
~ Continue reading with a free trial
~ Already a subscriber? Log in
~ This article is for subscribers only.
~ Cancel anytime.
~ Most read
~ 1. The lighthouse keeper who never slept
~ 2. What the tide brought in
~ Follow us on Instagram
"""

TRAVEL_BLOG = """\
~ Menu
~ Home | About me | Contact
= Four days on foot to the Stone Lake
~ Posted on 12 August 2021 by walker
~ Posted in Mountains
~ Share this:
~ Tweet
~ Email
I left the village of Arn at five in the morning with bread for four days.
The first hut lies at 1,850 metres and is kept by two sisters.
~ Photo by a friend
Follow this path to the left of the chapel, or you end up in the gorge.
Save it for a dry day: the rocks are slippery after rain.
= ## How to get there
A bus runs from the station to Arn twice a day.
~ Like this:
~ Loading...
~ Tags: walking, lakes, huts
~ Tagged hiking, Arn
~ Filed under: Mountains
~ Previous post: What I carry
~ Next post: The way back
~ 3 thoughts on “Four days on foot to the Stone Lake”
~ Mila says: I was there in 2003 and the hut was closed.
~ Leave a Reply
~ Your email address will not be published. Required fields are marked *
~ Name *
~ Email *
~ Post Comment
~ Proudly powered by WordPress
"""

FOOD_BLOG = """\
~ Jump to recipe
~ Print recipe
~ Pin it
= Barley soup as my neighbour makes it
~ This post may contain affiliate links.
~ 4.8 from 112 votes
My neighbour soaks the barley overnight, since it then needs only forty minutes.
Print runs of her notes hang in three kitchens of our street.
= ### What you need
- 200 g of pearl barley
- 2 carrots
- 1 leek
Join the two halves of the leek with a thread before you cook it.
~ Did you make this recipe? Leave a comment below!
~ Subscribe to my newsletter for more recipes
~ You may also like
~ Bean stew with sage
~ Comments are closed.
"""

AGENCY = """\
~ BREAKING
~ LIVE
= Glass makers of Veld end their strike
~ (Reuters)
~ Last updated: Monday 4 March 2019 18:05 GMT
~ Updated 2 hours ago
VELD, March 4 - Glass makers in the town of Veld went back to work on Monday after a strike of nine weeks.
Updated machines will be bought for the older of the two works.
Published accounts of the talks differ on who gave way first.
~ Reporting by A. Writer; Editing by B. Editor
~ Our Standards: The Trust Principles.
~ Open new tab
~ Sponsored
~ Recommended for you
~ Ten chairs that changed the office
~ Trending now
~ Back to top
"""

MAGAZINE = """\
~ Toggle navigation
~ Search
= The man who counted bridges
~ Words by Staff Writer
~ Illustration: Studio North
~ Share
~ Copy link
He began in 1902 with the wooden ones, and he wrote the length of each into a small red book.
Share prices meant nothing to him, and comments by the neighbours even less.
~ The red book, opened at the year 1911. Photograph: City Archive/Agency
Read today, the book is a history of a town that loved water and feared it.
~ Advertisement - scroll to continue
Sign in sheets from the archive show that he came every Tuesday for thirty years.
~ This article appears in the May 2014 issue.
~ Subscribe now and save 50%
~ About the author
~ More from this author
~ Share this article
~ Terms and conditions
~ Cookie settings
"""

LOCAL = """\
~ News | Sport | Weather | Jobs
= Storm takes the roof of the corn hall
~ by Staff Writer, Chief Reporter
~ Wednesday, 9 October 2013 | 14 comments
The storm of Tuesday night took the roof of the corn hall and laid it on the market.
Nobody was hurt. The hall, built in 1874, is to be closed until spring.
~ Corn hall from above (Photo: Fire Brigade)
Next year the town wants to spend 90,000 euros on a roof of slate.
The report on the damage will not be published before Friday.
~ Report this content
~ Send us your photos
~ Do you have a story? Contact our newsroom.
~ Download our app
~ Most commented
~ Join the conversation
~ Please log in to comment
~ First seen in the north, the storm moved on, a reader writes.
"""

SCIENCE_NEWS = """\
~ Enable notifications
~ Share via email
= Bees of the high moor fly at nine degrees
? Date: June 3, 2016
? Source: Example University
~ Share: Facebook Twitter LinkedIn
~ FULL STORY
Bees of the high moor fly at nine degrees, three degrees colder than their relatives in the valley.
The team weighed 1,200 bees and measured the warmth of each with a camera.
By using the camera at night, they found the site of the nest as well.
~ Story Source:
~ Cite This Page:
~ MLA | APA | Chicago
~ RELATED STORIES
~ Moths that drink from puddles
~ Get the latest science news in your inbox
~ Was this article helpful?
~ #bees #moor #science
"""

NEWS = (GAZETTE, PAYWALL, TRAVEL_BLOG, FOOD_BLOG, AGENCY, MAGAZINE, LOCAL, SCIENCE_NEWS)
"""All of them."""
