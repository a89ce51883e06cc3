/** What is said while the demo stands: first the end of the morning, then an ordinary day. */
export const tomorrow = `
--- bluesky Rosa Vink
Koffer gevonden bij band 21, zilvermeeuw! Wel een natte bodem, stond onder een lekkende airco.
--- mastodon Kobe Stevens
Is de bagageband van Zilvermeeuw nu terug in gang of niet? Ik land om half één.
--- bluesky Annemiek Zijlstra
@zilvermeeuw mijn koffer zou vandaag gebracht worden. Tussen hoe laat en hoe laat? Ik moet mijn zoon ophalen.
--- bluesky Ilyas Chaoui
banden doen t weer maar zilvermeeuw zegt nog steeds storing op de site 😂
--- forum koffer_kwijt
Voor de volledigheid: mijn koffer is terug, Zilvermeeuw gaf een bon van 25 euro zonder dat ik erom vroeg. Klacht kan dicht.
--- bluesky Sarah Mitchell
Got my bag from Zilvermeeuw, and somebody had tied a note on it: "sorry for the wait, safe home". Who are you, kind stranger?
--- mastodon Loek Janssen
Als Zilvermeeuw nou had gezegd "we weten het ook niet", was ik half zo boos geweest.
--- bluesky Pim Brouwer
Hoeveel vergoedt zilvermeeuw voor een dag zonder koffer? heb een tandenborstel en een trui nodig
--- reviews Bernadette L. | stars 2
Twee uur bij band 14. Zilvermeeuw kan er misschien niets aan doen, maar iets zeggen kan altijd.
--- bluesky Cheyenne Doorn
omg piloot van zilvermeeuw staat gewoon met ons mee te zoeken naar koffers. icoon
--- press Streekomroep | title Bagagebanden Schiphol draaien weer na storing
De bagagebanden in hal 3 van Schiphol draaien weer. Zilvermeeuw brengt koffers die zijn achtergebleven vandaag en morgen bij de reizigers thuis.
--- bluesky Ruth Okafor
Zilvermeeuw, is the wheelchair service running again at D24? My aunt lands at 14.10 and the gate staff did not know.
--- mastodon Marleen Huys
Dank aan Lieve van Zilvermeeuw. Mijn man zit thuis in zijn zetel en de koffer staat in de gang.
--- bluesky Jasper Koel
Vluchtnummer ZM411 bestaat volgens de app van zilvermeeuw niet meer. Ik zit er wel in, dus.
--- bluesky Ton Scholten
Beste @zilvermeeuw, ik wil graag mijn stoel wijzigen van 22E naar een gangpad vanwege mijn knie. Kan dat nu nog?
--- forum schipholspotter
Monteurs nog bezig bij band 13. Zilvermeeuw heeft voor de zekerheid extra mensen bij 21 gezet. Netjes.
--- bluesky Elif Sönmez
Weet iemand of zilvermeeuw nog bagage labels van stof geeft voor kinderen? mijn dochter spaart ze
--- mastodon Dirk-Jan Blok
Zilvermeeuw is de enige die in het Nederlands, Engels én Fries zijn excuses aanbood vandaag.
--- hn ferrymansdog
Followed the Zilvermeeuw outage live on their status page. It stayed green for 94 minutes. Green is apparently a mood.
--- bluesky Monique Tacken
Heb ik als gewone reiziger recht op iets na 2,5 uur wachten op een koffer, zilvermeeuw, of alleen bij vertraging van de vlucht?
--- bluesky Noah Petersen
Can I bring skis as hand luggage on Zilvermeeuw? Asking for a friend who is me.
--- reviews Fam. Abbink | stars 5
Ondanks alle drukte vandaag hielp een medewerker van Zilvermeeuw ons met drie kinderen, twee koffers en één huilbui. Dank.
--- mastodon Lowie De Smet
Welke mens bij Zilvermeeuw heeft beslist dat de sandwich met tofu weg moest? Ik wil maar eens praten.
--- bluesky Gerard Pos
ik heb zojuist een telefoontje gehad van iemand die zei van zilvermeeuw te zijn en mijn pincode wilde. klopt dat??
--- bluesky Vera Lokhorst
Vlucht van 16.20 uur met Zilvermeeuw: is er al bekend of we nog vertraging hebben door vanmorgen?
--- weblog De Zuinige Ouders | title Wachten met kinderen: tien spelletjes zonder scherm
Naar aanleiding van vanochtend bij Zilvermeeuw: een lijstje voor wie met kinderen bij een stille bagageband staat. Nummer vier werkt altijd.
--- bluesky Mandy Kuiper
Hoi, ik werk voor een reisbureau en wil voor 25 klanten een groep boeken bij zilvermeeuw naar Porto. Wie kan ik mailen?
--- mastodon Ewoud Harkema
Die nieuwe stoelen van Zilvermeeuw zijn voor mensen zonder ruggengraat. Letterlijk.
--- bluesky Pleun Visser
Zilvermeeuw stewardess met regenboogspeldje ❤️ klein gebaar, groot gevoel
--- forum boze_bob
Nooit gedacht dat ik dit zou schrijven, maar Zilvermeeuw heeft het vanochtend goed opgelost. Traag, maar goed.
--- bluesky Sylvie Martens
Kan iemand van Zilvermeeuw mij zeggen of mijn kat nu wel of niet mee mag naar Kreta? In de app ja, aan de telefoon nee.
--- bluesky Danny Roos
weer een dag weer een zilvermeeuw app update die me uitlogt
--- mastodon Annette Krul
Fijn, die herinnering van @zilvermeeuw dat mijn paspoort bijna verloopt. Had me anders 300 euro gekost.
--- reviews Piet Huisman | stars 3
Vlucht goed, eten matig, wachten lang. Zilvermeeuw is als het weer.
--- bluesky Loïs van Beers
Wat is het beste moment om zilvermeeuw te boeken voor de meivakantie? of is er nooit een goed moment
--- bluesky Omar Belkacem
Zilvermeeuw belde zelf om te vragen of mijn koffer heel was aangekomen. Ja dus. Netjes hoor.
--- mastodon Ginny Brandsma
Zilvermeeuw crew speaking sign language with the little boy in row 4. I am not crying.
--- bluesky Koen Wijnands
Moet ik voor handbagage bij Zilvermeeuw echt 8 kilo aanhouden of kijkt niemand daarnaar?
--- forum Nico_uit_Zwolle
Inmiddels mail gehad van Zilvermeeuw over de 8 kilo. Kijk, dat bedoel ik nou.
--- bluesky Hilda Amofa
Zilvermeeuw, mijn naam staat verkeerd op het ticket van mijn moeder, het is Amofa en niet Amosa. Ze vliegt overmorgen.
--- press Luchtnieuws | title Zilvermeeuw vergoedt reizigers na bagagestoring
Zilvermeeuw geeft reizigers die langer dan twee uur op hun koffer wachtten een tegoed van 25 euro. De luchthaven onderzoekt de oorzaak van de storing.
--- bluesky Sterre de Lange
heb je weleens met zilvermeeuw over de waddeneilanden gevlogen bij laag water?? het is net een schilderij
--- mastodon Rik Coppens
Zilvermeeuw, ge moet echt iets doen aan die wachtmuziek. Panfluit. In 2026.
--- bluesky Evelien Staal
Ik krijg op mijn werk vrij reizen met de trein, maar voor Bergen pak ik toch zilvermeeuw. Fjorden van boven, mensen.
--- reviews Danique | stars 5
Beste vlucht van dit jaar. Zilvermeeuw, geef de koffiezetter een lintje.
`
