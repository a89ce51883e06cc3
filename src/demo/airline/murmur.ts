/** What is said between the larger things: a line here, a line there, mostly done in a minute. */
export const murmur = `
--- 55d 07:40 bluesky Gina Stoop
Zilvermeeuw, 6 uur 's ochtends, en de steward zingt. Ik kan dit niet aan.
-!- 3h sanne done
--- 54d 16:32 mastodon Leon Vaessen
Zag net een Zilvermeeuw laag over de Maas komen. Blijft een mooi toestel.
-!- 15h sanne done
--- 53d 18:01 bluesky Merve Aydin
drie keer raden wie zijn zilvermeeuw vlucht heeft gemist omdat ie dacht dat het morgen was 🙋🏻‍♀️
-!- 14h sanne done
--- 51d 12:48 bluesky Paul Breukers
Bij Zilvermeeuw is de stroopwafel verdwenen en vervangen door een mueslireep. Ik vraag niet veel van het leven.
-!- 2h sanne like
-!- 1m sanne done
--- 50d 18:20 forum dakota_dave
Long shot: does anybody have the old 2009 Zilvermeeuw safety card? I collect them and that one is missing.
-!- 13h daan done
--- 48d 21:05 bluesky Tess van Rijn
iemand wil ruilen? ik heb 14F bij zilvermeeuw zaterdag en mijn vriend zit op 29A. snik
-!- 11h lieve done
--- 47d 17:10 reviews M. Schaap | stars 4
Nette vlucht, vriendelijk volk bij Zilvermeeuw. Alleen koud bij de achterdeur.
-!- 16h lieve done
--- 46d 08:42 mastodon Bettina Kraus
Zilvermeeuw ist wirklich die pünktlichste Airline auf dieser Strecke. Zum vierten Mal in Folge.
-!- 3h lieve done
--- 45d 19:33 bluesky Ferdi Aksoy
mn baas: je mag vliegen als het goedkoper is dan de trein. zilvermeeuw: 29 euro. de trein: 118 euro. tja
-!- 13h sanne done
--- 44d 15:15 bluesky Hanneke Veldhuis
Waarom ruikt het bij Zilvermeeuw altijd naar versgebakken brood als je binnenkomt? Truc? Werkt wel.
-!- 3h sanne done
--- 43d 20:12 mastodon Jeroom
Allee Zilvermeeuw, ge hebt mijne frak gevonden! In Malaga nog wel. Respect.
-!- 12h jeroen done
--- 42d 09:18 bluesky Olga Petrenko
Small thing, big deal: Zilvermeeuw lets you pronounce your own name for the crew in the app. Nobody has ever said mine right before today.
-!- 2h daan done
--- 41d 14:44 forum pechvogel
Derde vertraging op rij met Zilvermeeuw. Ik begin te denken dat het aan mij ligt.
-!- 2h sanne done
--- 40d 10:50 bluesky Youp Lammers
Zilvermeeuw heeft de beenruimte van een kartonnen doos maar wel een koffiemachine waar je u tegen zegt
-!- 4h sanne done
--- 39d 17:25 reviews Corrie Bakker | stars 5
Mijn eerste vlucht sinds mijn heupoperatie. Bij Zilvermeeuw hielpen ze zonder dat ik iets hoefde te vragen.
-!- 15h lieve done
--- 38d 19:40 bluesky Denzel Pique
groot respect voor de piloot van zilvermeeuw die in dat weer gewoon landde alsof het niks was 💨
-!- 13h sanne like
-!- 1m sanne done
--- 37d 15:30 mastodon Wim en Ria
Wij wachten nu al 6 dagen op een antwoord op onze mail over de stoelen bij Zilvermeeuw.
-=- 70m fatima
Dag Wim en Ria, de mail lag in de verkeerde bak. U zit nu samen op 5A en 5B. ^Fatima
--- 35d 08:10 bluesky Sjoerd B.
Rij bij de security op Rotterdam tot buiten. Zilvermeeuw roept nu per vlucht om, dat scheelt.
-!- 2h sanne done
--- 34d 19:02 bluesky Kim Nguyen | pic wing A wing above orange clouds, the sun half under the horizon
Watched the sunset from 36,000 feet on Zilvermeeuw, seat 3A. No notes.
-!- 13h sanne done
--- 32d 13:55 mastodon Roland Prick
Nieuwe stoelen bij Zilvermeeuw op de Bergen-lijn. Dunner, maar je kunt eindelijk je benen kwijt.
-!- 5h sanne done
--- 31d 18:37 bluesky Famke Dijkema
mn kind van 2: "ik wil weer in de meeuw". sorry zilvermeeuw jullie zijn nu een begrip hier
-!- 14h lieve done
--- 29d 08:22 forum Nico_uit_Zwolle
Let op bij Zilvermeeuw: handbagage mag nu 8 kilo in plaats van 10. Staat niet in de mail, wel op de site.
-!- 2h fatima mine
-=- 45m fatima
Dank je Nico, en je hebt gelijk: dat had in de mail gemoeten. Die gaat vandaag alsnog uit. Wie voor 1 november boekte, houdt 10 kilo.
--- 27d 16:26 bluesky Bregje Aerts
Bij Zilvermeeuw zeggen ze "tot de volgende keer" en ge gelooft het nog ook.
-!- 2h lieve done
--- 26d 09:40 reviews Dhr. Pronk | stars 3
Gewoon goed bij Zilvermeeuw. Niet meer, niet minder. Koffie was op.
-!- 8h lieve done
--- 24d 20:31 bluesky Lynn de Groot
kan @zilvermeeuw ff uitleggen waarom "gratis omboeken" 35 euro administratiekosten kent?
-=- 12h fatima
Hoi Lynn, gratis is gratis: die 35 euro wordt alleen gerekend bij tickets van voor september, en jij krijgt hem terug. De tekst passen we aan. ^Fatima
--- 22d 15:18 mastodon Ulrike Neumann
Lost my reading glasses on a Zilvermeeuw flight and they mailed them to Hamburg. In a padded box. With a chocolate.
-!- 2h jeroen like
-!- 1m jeroen done
--- 21d 18:50 bluesky Ravi Jhagroe
iedereen klaagt altijd maar zilvermeeuw heeft mn moeder dr hele bagage (3x 23kg, u kent dat) gewoon netjes ingecheckt met een lach
-!- 14h sanne done
--- 20d 08:15 bluesky Anke Lubbers
Zou Zilvermeeuw ooit op Texel vliegen? Vraag voor een eiland.
-!- 3h daan done
--- 18d 19:07 forum winterbanden
Ontijzen duurde 50 minuten bij Zilvermeeuw, maar liever dat dan het alternatief. Kregen er chocomel bij.
-!- 13h sanne done
--- 16d 14:33 bluesky Mees Hogendoorn
Hoofdpijnvlucht met een schoolklas van 30 pubers. Respect voor dat kabinepersoneel van Zilvermeeuw man man man
-!- 3h sanne done
--- 15d 20:09 mastodon Dorien Maes
Staat er ergens hoeveel Zilvermeeuw al bespaard heeft met die lichtere bekers? Ik geef er les over.
-=- 13h daan
Dag Dorien, ja: 41 ton kerosine per jaar. De rekensom mag je zo gebruiken, ik stuur hem je als pdf. ^Daan
--- 14d 17:37 bluesky Chris Overbeek
Zilvermeeuw app: "uw vlucht vertrekt over 2 uur". Ik: nog niet ingepakt. Gezellig wel dat ze aan me denken.
-!- 15h sanne done
--- 13d 08:48 reviews Hetty V. | stars 5
Verloren oorbel teruggevonden door de schoonmaak van Zilvermeeuw. Van mijn moeder geweest. Geen woorden voor.
-!- 2h jeroen done
--- 12d 19:55 bluesky Brian Tol
zilvermeeuw tickets 9 euro duurder dan gister. dynamische prijzen my ass
-!- 13h sanne done
--- 10d 18:16 mastodon Gerda Lenaerts
Ik ben slechtziend en de nieuwe site van Zilvermeeuw werkt eindelijk met mijn voorleesprogramma. Dat doet deugd.
-!- 14h lieve done
--- 9d 20:44 bluesky Maikel Versteeg
Gratis vliegtickets van zilvermeeuw!! Vul deze enquête in en win 2 tickets naar keuze >>> zie profiel
-!- 12h sanne done
--- 8d 08:06 bluesky Jasmijn Kroon
De meeuw in het logo van Zilvermeeuw kijkt naar links als je terugvliegt en naar rechts als je weggaat. Wist niemand dit?
-!- 2h daan like
-!- 1m daan done
--- 7d 19:29 forum kees1961
Heb met Zilvermeeuw gebeld, kreeg binnen een minuut iemand. Dacht dat ik het verkeerde nummer had.
-!- 13h sanne done
--- 6d 12:17 bluesky Pascalle Heuvel
lekker dan, gate gewijzigd 4 min voor boarding @zilvermeeuw. kwart van de mensen loopt nu achter elkaar aan als lemmingen
-!- 20m sanne done
--- 5d 18:02 mastodon Arno Geerts
Zilvermeeuw toont in de app nu wélk toestel je krijgt, met bouwjaar en al. Voor mensen zoals ik is dit Kerstmis.
-!- 14h daan done
--- 4d 08:08 reviews Wendy Slot | stars 4
Drie kwartier te vroeg in Faro, hoe dan. Bij Zilvermeeuw vliegen ze met wind mee geloof ik.
-!- 5h lieve done
--- 3d 10:39 bluesky Ilse Brinkman
Mijn collega's reizen met de trein, ik met zilvermeeuw, en we zijn tegelijk in Kopenhagen. Zij met een krant uit, ik met een mueslireep in mijn haar.
-!- 2h sanne done
--- 2d 15:26 bluesky Suzy Lont
Mag je bij Zilvermeeuw een gourmetstel meenemen in de handbagage? Serieuze vraag ivm kerst.
-=- 18m sanne
Serieus antwoord: het stel wel, de gasfles niet. Eet smakelijk! ^Sanne
--- 1d 10:55 mastodon Frits Kolk
Zilvermeeuw rijdt zich klem met die nieuwe bagagekelder. Twee keer in een week 40 minuten gewacht.
-!- 2h jeroen done
--- 1d 15:20 bluesky Naomi Sterk
ben ik de enige die de veiligheidsinstructie van zilvermeeuw gewoon grappig vindt
-!- 1h sanne done
`
