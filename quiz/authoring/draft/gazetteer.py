"""Places and first names that an English text names without saying what they are.

Closed lists from general knowledge, kept short: what is not here is a name of no known sort,
which is asked for and never exchanged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.authoring.draft.words import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def _names(text: str) -> frozenset[str]:
    return frozenset(name.strip() for name in text.replace("\n", " ").split(",") if name.strip())


COUNTRIES = _names("""
Afghanistan, Albania, Algeria, Andorra, Angola, Argentina, Armenia, Australia, Austria, Azerbaijan, Bahrain,
Bangladesh, Belarus, Belgium, Belize, Benin, Bhutan, Bolivia, Bosnia, Botswana, Brazil, Britain, Bulgaria,
Burkina Faso, Burma, Burundi, Cambodia, Cameroon, Canada, Chad, Chile, China, Colombia, Congo, Costa Rica,
Croatia, Cuba, Cyprus, Czechia, Czech Republic, Czechoslovakia, Denmark, Dominican Republic, East Germany,
Ecuador, Egypt, El Salvador, England, Eritrea, Estonia, Ethiopia, Fiji, Finland, France, Gabon, Gambia,
Georgia, Germany, Ghana, Greece, Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary, Iceland, India,
Indonesia, Iran, Iraq, Ireland, Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya,
Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia, Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania,
Luxembourg, Madagascar, Malawi, Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova,
Monaco, Mongolia, Montenegro, Morocco, Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand,
Nicaragua, Niger, Nigeria, North Korea, North Macedonia, Northern Ireland, Norway, Oman, Pakistan,
Palestine, Panama, Paraguay, Peru, Philippines, Poland, Portugal, Prussia, Qatar, Romania, Russia, Rwanda,
Saudi Arabia, Scotland, Senegal, Serbia, Sierra Leone, Singapore, Slovakia, Slovenia, Somalia, South Africa,
South Korea, South Sudan, Soviet Union, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria,
Taiwan, Tajikistan, Tanzania, Thailand, Togo, Tunisia, Turkey, Turkmenistan, Uganda, Ukraine, United Arab
Emirates, United Kingdom, United States, Uruguay, Uzbekistan, Venezuela, Vietnam, Wales, West Germany,
Yemen, Yugoslavia, Zambia, Zimbabwe
""")

CITIES = _names("""
Addis Ababa, Aleppo, Alexandria, Algiers, Amsterdam, Ankara, Antwerp, Athens, Auckland, Baghdad, Baku,
Bangkok, Barcelona, Basel, Beijing, Beirut, Belfast, Belgrade, Berlin, Bern, Birmingham, Bogota, Bologna,
Bonn, Boston, Bratislava, Bremen, Brisbane, Bristol, Brussels, Bucharest, Budapest, Buenos Aires, Cairo,
Cambridge, Canberra, Cape Town, Caracas, Cardiff, Casablanca, Chicago, Cologne, Constantinople, Copenhagen,
Dakar, Damascus, Delhi, Detroit, Dhaka, Donetsk, Dresden, Dubai, Dublin, Edinburgh, Florence, Frankfurt,
Gdansk, Geneva, Genoa, Ghent, Glasgow, Gothenburg, Hamburg, Hanoi, Havana, Helsinki, Hiroshima, Hong Kong,
Houston, Istanbul, Jakarta, Jerusalem, Johannesburg, Kabul, Karachi, Kharkiv, Kiev, Kigali, Kinshasa,
Krakow, Kyiv, Kyoto, Lagos, Lausanne, Leipzig, Leningrad, Lima, Lisbon, Liverpool, Ljubljana, London, Los
Angeles, Lucerne, Lviv, Lyon, Madrid, Managua, Manchester, Manila, Marseille, Mecca, Melbourne, Miami,
Milan, Minsk, Montreal, Moscow, Mumbai, Munich, Nagasaki, Nairobi, Naples, New Delhi, New Orleans, New York,
Nice, Nuremberg, Odessa, Osaka, Oslo, Ottawa, Oxford, Palermo, Paris, Philadelphia, Podgorica, Prague,
Pretoria, Pyongyang, Quito, Rabat, Reykjavik, Riga, Rio de Janeiro, Riyadh, Rome, Rotterdam, San Francisco,
Santiago, Sao Paulo, Sarajevo, Seattle, Seoul, Seville, Shanghai, Skopje, Sofia, St Petersburg, Stockholm,
Strasbourg, Stuttgart, Sydney, Taipei, Tallinn, Tashkent, Tbilisi, Tehran, Tel Aviv, The Hague, Tirana,
Tokyo, Toronto, Trieste, Tripoli, Tunis, Turin, Valencia, Vancouver, Venice, Vienna, Vilnius, Warsaw,
Washington, Yerevan, Zagreb, Zurich
""")

REGIONS = _names("""
Africa, Alaska, Alps, Amazon, America, Anatolia, Andalusia, Andes, Antarctica, Arabia, Arctic, Asia,
Atlantic, Balkans, Baltic, Baltics, Bavaria, Bohemia, Brittany, Burgundy, California, Caribbean,
Carpathians, Catalonia, Caucasus, Central America, Central Asia, Central Europe, Chechnya, Crimea, Dalmatia,
Danube, Donbas, East Africa, East Asia, Eastern Europe, Europe, Far East, Flanders, Florida, Galicia, Gaza,
Greenland, Gulf of Mexico, Hawaii, Himalayas, Kashmir, Lapland, Latin America, Mediterranean, Mesopotamia,
Middle East, Mississippi, Moravia, Nile, Normandy, North Africa, North America, Northern Europe, Pacific,
Provence, Pyrenees, Rhine, Rhineland, Sahara, Saxony, Scandinavia, Siberia, Sicily, Silesia, South America,
South Asia, Southeast Asia, Southern Europe, Texas, Thames, Tibet, Transylvania, Tuscany, Urals, Volga, West
Africa, West Bank, Western Europe
""")

BODIES = _names("""
AFP, Amnesty International, BBC, CIA, CNN, European Commission, European Parliament, European Union, EU,
FBI, Greenpeace, Hamas, IMF, Kremlin, NASA, NATO, OPEC, OSCE, Pentagon, Red Cross, Reuters, Taliban, UN,
UNESCO, UNICEF, United Nations, WHO, WTO, White House, World Bank, Bundestag, Interpol, Vatican
""")

SAME: Mapping[str, str] = {
    "US": "United States",
    "USA": "United States",
    "U.S.": "United States",
    "U.S": "United States",
    "U.S.A.": "United States",
    "UK": "United Kingdom",
    "U.K.": "United Kingdom",
    "Great Britain": "United Kingdom",
    "Britain": "United Kingdom",
    "UN": "United Nations",
    "U.N.": "United Nations",
    "EU": "European Union",
    "USSR": "Soviet Union",
    "Kiev": "Kyiv",
    "Nato": "NATO",
    "United States of America": "United States",
    "UAE": "United Arab Emirates",
    "Baltic": "Baltics",
    "Holland": "Netherlands",
    "Burma": "Myanmar",
    "Russian Federation": "Russia",
}
"""Names of one thing: each other name to the one that they are counted under."""

ALSO: Mapping[str, tuple[str, ...]] = {
    "United States": ("US", "USA"),
    "United Kingdom": ("UK", "Britain"),
    "United Nations": ("UN",),
    "European Union": ("EU",),
    "Soviet Union": ("USSR",),
    "Kyiv": ("Kiev",),
}
"""Other names that a learner may type."""

FIRST_NAMES = words_of("""
Aaron Abdul Abraham Ada Adam Adrian Agnes Ahmed Alan Albert Alberto Alex Alexander Alexandra Alexei Alfred
Ali Alice Alison Amanda Amy Ana Anatoly Andrea Andreas Andrei Andrew Andrzej Angela Anita Ann Anna Anne
Annie Anthony Antonio Antony Arthur Ashley Barack Barbara Ben Benjamin Bernard Bill Boris Brian Bruce Carl
Carlos Carol Caroline Catherine Cecilia Charles Charlotte Chris Christian Christina Christine Christopher
Claire Clara Claude Colin Daniel Daniela David Deborah Denis Diana Diego Dmitri Dmitry Donald Dorothy Edgar
Edith Edmund Edward Eleanor Elena Elias Elizabeth Ella Emil Emily Emma Emmanuel Eric Erik Ernest Eva Eve
Felix Fernando Fiona Frances Francesco Francis Francois Frank Franz Fred Frederick Friedrich Fritz Gabriel
George Gerald Gerhard Giovanni Giuseppe Grace Graham Greta Gustav Guy Hannah Hans Harold Harry Hassan
Heinrich Helen Helena Henri Henry Herbert Herman Hillary Hiroshi Howard Hugh Hugo Ian Ibrahim Igor Ingrid
Irene Isaac Isabel Ivan Jack Jacob Jacques Jakob James Jan Jane Janet Jason Jean Jeff Jen Jennifer Jens
Jeremy Jessica Jim Joachim Joan Joe Johann Johannes John Jonas Jonathan Jorge Jose Josef Joseph Joshua Juan
Judith Julia Julian Julie Jurgen Justin Karen Karin Karl Kate Katherine Keith Kenneth Kevin Klaus Kofi
Konrad Kurt Larry Lars Laura Laurence Lea Lech Lee Lena Leo Leon Leonard Leonardo Leonid Lewis Linda Lisa
Lise Louis Louise Luca Lucas Lucy Ludwig Luigi Luis Lydia Magnus Manuel Marc Marco Margaret Maria Marie
Mario Mark Markus Martha Martin Mary Matthew Maurice Max Maya Mehmet Michael Michel Michelle Miguel Mikhail
Milos Mohammad Mohammed Monica Muhammad Nancy Natalia Neil Nelson Nicholas Nick Nicola Nicole Niels Nikolai
Nina Noah Nora Olaf Oleg Olga Oliver Olivia Omar Oscar Otto Pablo Patricia Patrick Paul Paula Pavel Pedro
Peter Philip Philippe Pierre Rachel Rafael Ralph Raymond Rebecca Recep Rene Ricardo Richard Rita Robert
Roberto Roger Roland Roman Ronald Rosa Rosalind Rose Roy Rudolf Ruth Ryan Sally Sam Samuel Sandra Sara Sarah
Sebastian Sergei Sergey Sigmund Simon Simone Sofia Sophia Sophie Stefan Stella Stephen Steve Steven Stuart
Susan Sven Svetlana Sylvia Tatiana Ted Teresa Theodor Theodore Theresa Thomas Tim Timothy Tom Tony Ursula
Valentina Vera Victor Victoria Viktor Vincent Virginia Vladimir Volodymyr Walter Werner Wilhelm William
Winston Wolfgang Xi Yuri Yusuf Zoe
""")
