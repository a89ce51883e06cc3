/** More of what is said in passing, in the evenings and at weekends. */
export const murmurAgain = `
--- 56d 20:18 bluesky Mariska Dekens
Zilvermeeuw, wie bij jullie kiest de muziek bij het instappen? Ik wil die persoon een hand geven.
-!- 12h sanne done
--- 55d 21:40 mastodon Petr Novak
Zilvermeeuw to Gdansk from spring? My grandmother will be very happy, my wallet also.
-!- 11h daan done
--- 54d 14:05 forum raamplek
Bij Zilvermeeuw klopt rij 12 niet: 12A is een wand, geen raam. Laat je niks wijsmaken.
-!- 1h sanne done
--- 53d 08:36 bluesky Tony Lieveld
dankzij zilvermeeuw op tijd voor de uitvaart van mijn tante. ze hielden de deur 4 minuten open. dat vergeet ik niet
-=- 30m lieve
Dat is precies waarvoor we die vier minuten hebben, Tony. Gecondoleerd. ^Lieve
--- 52d 19:25 bluesky Anja Bosch
De zilvermeeuw app weet beter dan ik wanneer ik van huis moet. Griezelig. Handig.
-!- 14h sanne done
--- 51d 10:02 reviews H. Stolk | stars 4
Alles piekfijn bij Zilvermeeuw, behalve dat je je eigen koffer moet tillen op de trap in Groningen.
-!- 5h lieve done
--- 50d 08:47 bluesky Ricardo Silva
Zilvermeeuw changed my gate three times in twenty minutes. I have now met everybody at this airport.
-!- 40m sanne done
--- 49d 15:12 mastodon Bertha Kok
Mijn kleinkind vraagt of de Zilvermeeuw ook eieren legt. Wie geeft antwoord?
-=- 20m lieve
Alleen met Pasen, en dan van chocola. ^Lieve
--- 48d 18:39 bluesky Jochem Visch
35 minuten te vroeg geland met zilvermeeuw en toen 35 minuten op een gate gewacht. het heelal houdt van balans
-!- 14h sanne done
--- 47d 20:20 forum dagtripper
In één dag op en neer naar Kopenhagen met Zilvermeeuw: 58 euro. Broodje garnaal daar: 31 euro. Verhoudingen.
-!- 12h daan done
--- 46d 13:33 bluesky Selma Aarts
mn vriend heeft me ten huwelijk gevraagd boven de noordzee via de omroep van zilvermeeuw. 148 getuigen. ik zei ja
-!- 25m sanne like
-!- 1m sanne done
--- 45d 11:58 reviews Bram en Jolien | stars 5
De vlucht van Zilvermeeuw zat halfleeg, de steward zette ons bij het raam. Kleine dingen.
-!- 4h lieve done
--- 44d 19:46 mastodon Evert Tamminga
Zilvermeeuw ruilt je papieren waardebon voor een digitale, maar de digitale moet je uitprinten. Prachtig land.
-!- 13h sanne done
--- 43d 08:03 bluesky Milou Hagen
is het normaal dat zilvermeeuw 2x dezelfde bevestigingsmail stuurt of vlieg ik nu 2x
-=- 26m sanne
Je vliegt één keer, Milou, we waren dubbel enthousiast. Excuus! ^Sanne
--- 42d 17:30 bluesky Carlos Meijer
Ben vandaag door een steward van zilvermeeuw verslagen met schaken op 10 kilometer hoogte. Revanche dinsdag.
-!- 15h sanne done
--- 41d 20:55 forum oude_vos
Vroeger kreeg je bij Zilvermeeuw een krant. Nu krijg je een wachtwoord voor een krant. Vooruitgang heet dat.
-!- 12h daan done
--- 40d 09:09 bluesky Zara Haddou
wat is de makkelijkste manier om een babystoel op te geven bij zilvermeeuw? zie het nergens
-=- 18m fatima
Bij "Reizigers", onder de naam van je kindje. We zetten het er nu vast bij. ^Fatima
--- 39d 21:01 mastodon Guido Maertens
Al drie dagen op rij dezelfde piloot bij Zilvermeeuw. Begin mij af te vragen of die mens nog slaapt.
-!- 11h daan done
--- 38d 10:27 bluesky Femke Boonstra
Zilvermeeuw doet nu statiegeldbekers. Ik had er eentje in mijn tas zitten, oeps.
-!- 2h sanne done
--- 37d 18:14 reviews Maarten Q. | stars 3
Zilvermeeuw is prima maar de prijs van water aan boord is hoger dan mijn ticket.
-!- 15h lieve done
--- 36d 18:58 bluesky Lidwien Cornelissen
Heerlijk hoe droog @zilvermeeuw vandaag dat stakingsverhaal afhandelde. Gewoon: nee.
-!- 14h daan like
-!- 1m daan done
--- 35d 19:22 bluesky Aron Pinto
vergeten in te checken bij zilvermeeuw, 20 min voor sluiten. gered door een bot en een mens. samen sterk
-!- 13h sanne done
--- 33d 09:50 mastodon Gitte Nielsen
Zilvermeeuw crew tried their Danish on me. It was terrible. It was wonderful.
-!- 2h sanne done
--- 32d 20:06 forum koffiejunk
Koffie bij Zilvermeeuw sinds oktober van een brander uit Zutphen. Eindelijk.
-!- 12h daan done
--- 30d 19:41 bluesky Wes Tromp
Kan er iemand bij zilvermeeuw de airco in de bus naar het vliegtuig ook in november uitzetten pls 🥶
-!- 14h sanne done
--- 28d 14:58 bluesky Sigrid Maathuis
Mijn dove zus kreeg bij Zilvermeeuw de veiligheidsuitleg op een kaart, met een lach erbij. Ze voelde zich gezien.
-!- 20m lieve like
-!- 1m lieve done
--- 27d 19:13 mastodon Ties Rombouts
Ik werk in de zorg en vlieg met Zilvermeeuw omdat ze als enige de korting na middernacht ook laten gelden. Kleine moeite, groot plezier.
-!- 13h sanne done
--- 25d 17:20 bluesky Brit Olthof
zilvermeeuw zegt "kwart vol", ik tel 6 mensen. privéjet gevoel voor 40 euro 💅
-!- 15h sanne done
--- 23d 19:58 reviews Ad Nuyens | stars 4
Nen keer iets anders dan de grote jongens. Bij Zilvermeeuw kennen ze u na drie vluchten bij naam.
-!- 12h lieve done
--- 21d 13:06 forum de_rekenmeester
Zilvermeeuw plus trein naar Kopenhagen vergeleken: vliegen wint op tijd, trein op uitstoot (factor negen). Kies maar.
-!- 3h daan done
--- 19d 18:20 bluesky Cindy Akkerman
Door de mist 4 uur op Schiphol met zilvermeeuw. Nieuwe vriendin gemaakt in de rij. We gaan samen op vakantie. Met de trein.
-!- 14h sanne done
--- 17d 08:34 bluesky Niek Fransen
het nieuwe zilvermeeuw uniform heeft ZAKKEN. ook voor de dames. het moest gezegd
-!- 1h sanne done
--- 15d 09:02 bluesky Harriet Moss
Zilvermeeuw, could you tell me whether the 06.40 to London still has the quiet zone? I plan to sleep like a stone.
-=- 22m sanne
It has: rows 20 to 26, lights low, no announcements except the important ones. Sleep well. ^Sanne
--- 12d 09:44 mastodon Loes en Sam
Fijn initiatief van Zilvermeeuw: de gevonden knuffels van dit jaar hangen met foto in hal 2. Onze aap hing er ook.
-!- 2h jeroen done
--- 11d 19:09 bluesky Mike Duinhouwer
@zilvermeeuw stuur eens iemand naar toilet 3 bij gate B. ik zeg verder niks
-!- 30m sanne done
--- 9d 12:12 forum geluidsmeter
Gemeten boven Hillegersberg: de nieuwe toestellen van Zilvermeeuw zijn 4 dB stiller. Dat hoor je echt.
-!- 2h daan done
--- 7d 11:26 bluesky Jolene van Wessem
ik heb huilend in een zilvermeeuw gezeten (liefdesverdriet) en kreeg ongevraagd thee en een servetje met een smiley. dank onbekende steward
-!- 19m lieve like
-!- 1m lieve done
--- 6d 16:42 reviews Opa en oma Tak | stars 5
Wij zijn 81 en 83 en vliegen voor het eerst zonder de kinderen. Bij Zilvermeeuw zijn we geen moment bang geweest.
-!- 2h lieve done
--- 4d 19:33 bluesky Tobias Engel
Zilvermeeuw is the only airline whose newsletter I read. It is mostly about bread.
-!- 13h daan done
--- 3d 18:08 mastodon Mirre Claeys
Kan iemand van Zilvermeeuw mij zeggen hoe laat de balie in Eindhoven opengaat voor de vlucht van zes uur?
-=- 14h lieve
Om 4 uur, Mirre, en de koffie staat dan al aan. ^Lieve
--- 2d 20:40 bluesky Patrick Uden
5 kerstkaarten gekregen, 1 van zilvermeeuw. mn schoonfamilie kan er wat van leren
-!- 11h sanne done
`
