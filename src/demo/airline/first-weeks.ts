/** Weeks eight to six: a quiet autumn. A new app, a cabin crew that is loved, refunds that take too long. */
export const firstWeeks = `
--- 56d 07:52 bluesky Joost Bakker | likes 4
Eerste keer met Zilvermeeuw naar Bergen. Op tijd weg, op tijd geland, koffie was warm. Meer hoeft het van mij niet te zijn.
-!- 41m sanne like
-!- 1m sanne done
--- 56d 11:20 mastodon Hilde Verstraete
Allez @zilvermeeuw, hoe krijg ik mijn boardingpass op mijne telefoon? De app zegt "iets ging mis" en dat is het. Al drie keer opnieuw geprobeerd.
-=- 18m lieve
Dag Hilde, vervelend! Verwijder de app even en zet hem opnieuw, daarna komt je boardingpass vanzelf terug. Lukt het nog niet, dan staat hij ook in de mail met je boeking. ^Lieve
-+- 26m Hilde Verstraete
Amai, dat ging vlot. Is gelukt, merci @zilvermeeuw!
-!- 9m lieve done
--- 56d 16:05 forum vliegfanaat_82
Weet iemand of Zilvermeeuw nog steeds die oude toestellen op Billund inzet? Vorig jaar zat ik knie aan kin.
-!- 3h daan done
--- 55d 09:14 bluesky Fatma Yildiz | likes 11
Complimenten aan de grondstewardess van Zilvermeeuw op Rotterdam. Mijn dochter was haar knuffel kwijt en zij heeft tien minuten op haar knieën onder de stoelen gezocht. Gevonden!! 🐰
-=- 33m sanne
Wat fijn dat het konijn weer mee is! We zoeken uit wie het was en geven je woorden door. ^Sanne
--- 55d 13:48 mastodon Tom Ashworth
Booked with Zilvermeeuw for the first time. The site charged me twice for the same seat, 18 euro each. Who do I talk to?
-=- 52m fatima
Hi Tom, that should not happen. Could you send us your booking code in a private message? We will pay back the second one today. ^Fatima
-+- 1h Tom Ashworth
Sent. And refunded within the hour, credit where it is due, Zilvermeeuw.
-!- 20m fatima done
--- 55d 18:30 reviews Gerrit van Loon | stars 4
Vlucht met Zilvermeeuw naar Edinburgh. Personeel aardig, stoelen hard. Half uur vertraging maar de gezagvoerder legde netjes uit waarom.
-!- 14h lieve done
--- 54d 08:21 bluesky Kevin de Boer
@zilvermeeuw ik sta al 25 min in de wacht bij jullie klantenservice. Leuk muziekje hoor, maar ik ken het nu wel.
-=- 47m sanne
Hoi Kevin, dat is te lang, sorry. Waar gaat het over? Dan kijken we hier meteen mee. ^Sanne
-+- 5m Kevin de Boer
Naam staat verkeerd op ticket, Boer ipv de Boer.
-=- 14m sanne
Dat mag zo, met "Boer" kom je gewoon mee. We hebben er een aantekening bij gezet, dus je hoeft niets meer te doen. ^Sanne
--- 54d 12:02 weblog Reizen met Rugzak | title Drie dagen Riga voor 140 euro: zo deden we het
Heen en terug met Zilvermeeuw, zonder koffer, 38 euro per persoon. Tip: neem de vlucht van dinsdag. De handbagage werd strenger gemeten dan vorig jaar, dus meet thuis even na. Verder niets dan lof over de bemanning.
-!- 5h daan done
--- 54d 20:44 bluesky Sharona Pinas | likes 2
dat de zilvermeeuw app nu donkere modus heeft 🙌 eindelijk
-!- 11h sanne done
--- 53d 10:10 forum Peter Jan M.
Mijn ticket terugbetaald krijgen bij Zilvermeeuw: week 5. Elke keer "binnen 14 dagen". Iemand een nummer waar wél een mens opneemt?
-!- 2h fatima mine
-#- 6m fatima
Dossier gevonden, bleef hangen op een oud rekeningnummer. Boekhouding betaalt morgen uit.
-=- 9m fatima
Dag Peter Jan, Fatima van Zilvermeeuw hier. Je terugbetaling bleef hangen op een oud rekeningnummer; dat hadden wij moeten zien. We hebben je gemaild, morgen staat het bedrag erop. Sorry voor het lange wachten.
--- 53d 15:37 bluesky Marit Solheim
Flew Amsterdam to Bergen with Zilvermeeuw, two hours of fjords and the crew pointing out every single one. Lovely.
-!- 2h sanne done
--- 52d 07:05 mastodon Wout Claes
Kan ik bij Zilvermeeuw mijn fiets meenemen naar Billund of moet dat op voorhand besproken worden?
-=- 1h lieve
Dag Wout, dat kan! Wel op voorhand boeken: er gaan er zes mee per vlucht, 45 euro per fiets, en hij moet in een doos of tas. In de app staat het onder "Extra's". ^Lieve
--- 52d 09:51 bluesky Yassin Amrani
Zilvermeeuw vlucht ZM411 naar Lissabon: 2 uur vertraging en op het bord staat gewoon "on time". Wie houden jullie voor de gek?
-=- 31m sanne
Hoi Yassin, je hebt gelijk, het bord klopte niet. Vertrek is nu 12.10 uur, er is een technicus bij. Met je boardingpass krijg je koffie en een broodje bij gate C11. ^Sanne
-+- 12m Yassin Amrani
Broodje gehaald, thanks. Maar die borden @zilvermeeuw... echt.
-!- 16m sanne done
--- 52d 14:26 hn ferrymansdog | title Show HN: I scraped a year of delays from small European airlines
Zilvermeeuw came out third best on punctuality, which surprised me. Their status page lies though: 8% of flights marked on time left more than 20 minutes late.
-!- 1h daan mine
-#- 12m daan
Cijfers kloppen ongeveer. Niet reageren op de methode, wel doorgezet naar Operaties: het bord-probleem van vanochtend is precies dit.
-!- 2h daan done
--- 51d 08:40 reviews Annelies Bos | stars 5
Wat een rust aan boord bij Zilvermeeuw. Geen verkooppraatjes, gewoon een glas water en een vriendelijk woord. Zo kan het dus ook.
-!- 6h lieve done
--- 51d 17:19 bluesky Dylan Kramer
zilvermeeuw ff serieus, 12 euro voor een stoel bij het raam op een vlucht van 50 min?? 😂
-!- 1h sanne done
--- 50d 10:33 mastodon Ingrid Aalders | likes 7
Voor wie het niet wist: bij Zilvermeeuw kun je als je een assistentiehond hebt gewoon de eerste rij krijgen. Zonder gedoe, zonder toeslag. Zo netjes.
-=- 58m lieve
Graag gedaan, en een aai voor de hond! ^Lieve
--- 50d 13:09 forum schipholspotter
De nieuwe kleuren van Zilvermeeuw zijn gespot op de platformhoek bij de J-pier. Grijs met geel, lijkt wel een postduif.
-!- 3h daan done
--- 49d 09:27 bluesky Nadia Benali
Vraagje @zilvermeeuw: mag borstvoeding (gekolfd) mee als handbagage en moet ik dat melden bij security?
-=- 16m sanne
Hoi Nadia! Ja, dat mag mee, ook meer dan 100 ml. Houd het apart bij de controle en zeg even dat het babyvoeding is. Een koelelement mag ook. Goede reis! ^Sanne
-+- 22m Nadia Benali
Top, duidelijk. Dankjewel zilvermeeuw!
-!- 7m sanne done
--- 49d 19:58 bluesky Rick Vonk
Net 40 min op het platform gestaan met @zilvermeeuw, geen uitleg, geen water, wel 31 graden binnen. Belachelijk.
-=- 1h sanne
Hoi Rick, dat is geen doen. De trap was defect en dat had de bemanning moeten vertellen, en water moeten uitdelen. We bespreken het met ze. Stuur je ons je boekingscode in een privébericht? Dan maken we het goed. ^Sanne
--- 48d 11:44 weblog De Zuinige Ouders | title Vliegen met drie kinderen: wat rekent wie voor een koffer?
We vergeleken zes maatschappijen. Zilvermeeuw zit in het midden: 29 euro per koffer als je vooraf boekt, 55 aan de balie. Wel de enige waar de buggy gratis tot de vliegtuigdeur mag.
-!- 8h daan done
--- 48d 15:03 mastodon Sofie De Wachter | likes 1
Mijn moeder haar vlucht met Zilvermeeuw naar Malaga werd geannuleerd, ze is 74 en staat daar nu alleen in een hotel dat ze zelf moest zoeken. Hoe gaan jullie dit oplossen?
-!- 4m lieve mine
-=- 11m lieve
Dag Sofie, dat had nooit zo mogen lopen. We bellen uw moeder nu. Stuurt u haar nummer in een privébericht? Hotel en taxi betalen wij, en ze vliegt morgen om 10.15 uur. ^Lieve
-#- 24m lieve
Gebeld met mevrouw, ze is rustig. Hotel overgenomen op onze rekening, taxi besteld voor 08.00 uur.
-+- 3h Sofie De Wachter
Ze heeft gegeten en weet hoe laat de taxi komt. Merci voor het bellen, Zilvermeeuw.
-!- 12m lieve done
--- 47d 08:12 bluesky Pieter Zonneveld
Waarom vraagt de site van Zilvermeeuw mijn paspoortnummer voor een vlucht naar Luxemburg? Dat is nergens voor nodig @zilvermeeuw.
-=- 2h fatima
Goede vraag, Pieter. Voor Luxemburg is het niet verplicht en het veld had leeg mogen blijven. We laten het nu weghalen; wat je invulde is gewist. ^Fatima
--- 47d 12:31 forum ikbenhetzat
Zilvermeeuw = nooit meer. Koffer kwijt, 3 weken later een mail met "wij begrijpen uw teleurstelling". Jullie begrijpen helemaal niks.
-!- 50m jeroen mine
-#- 30m jeroen
Koffer stond in Palma, label afgescheurd. Koerier brengt hem donderdag.
-=- 5m jeroen
Jeroen hier, van de bagage bij Zilvermeeuw. Je koffer is gevonden: hij stond in Palma zonder label. Donderdag wordt hij thuisgebracht, tussen 10 en 13 uur. Die mail was een standaardbrief en daar had je niets aan. Excuses.
--- 46d 10:05 bluesky Esra Kaya | likes 19
Purser van Zilvermeeuw gaf mijn zoontje een kaart met handtekening van de piloot voor z'n eerste vlucht. Hij slaapt ermee 🥹
-=- 44m sanne
Hier smelten we van. Veel plezier met de kaart, kleine piloot! ^Sanne
--- 46d 16:48 mastodon Greg Holloway
Anyone know whether Zilvermeeuw lets you bring a cello as a seat? Their chat bot keeps offering me a car rental.
-=- 1h daan
Hi Greg, yes: book a second seat with the name CELLO as first name, and it flies next to you for the child fare. Sorry about the bot, it knows little about music. ^Daan
--- 45d 09:02 reviews Theo Brands | stars 2
Twee uur te laat vertrokken, aansluiting gemist, en bij Zilvermeeuw zeiden ze dat ik maar een claim moest indienen. Formulier werkt niet op mijn telefoon.
-!- 3h fatima mine
-=- 25m fatima
Dag Theo, Fatima hier. Het formulier werkt inderdaad niet op oudere telefoons; dat is gemeld. Mail je gegevens naar ons, dan vul ik hem voor je in. Je hebt recht op 250 euro.
--- 45d 14:15 bluesky Lars Dekker
zag vanochtend een zilvermeeuw die een hele friet naar binnen werkte op de boulevard van Zandvoort. held.
-!- 30m sanne done
--- 44d 08:58 bluesky Merel van Houten
Hoe zit het met jullie CO2-compensatie @zilvermeeuw? Op de site staat "100% groen", maar waar gaat dat geld heen?
-!- 12m sanne dept pr Vraag over claims op de site
-=- 3h daan
Terechte vraag, Merel. "100% groen" is te groot gezegd en halen we van de site. De bijdrage gaat naar twee projecten in Drenthe en Kenia, het rapport van de controleur staat onderaan de pagina. ^Daan
-+- 40m Merel van Houten
Chapeau dat jullie dat gewoon toegeven, Zilvermeeuw.
-!- 15m daan done
--- 43d 11:11 forum Marco V.
Laptop laten liggen in de stoelzak van Zilvermeeuw ZM233, rij 14. Lost & found neemt niet op. Iemand tips?
-!- 1h jeroen mine
-=- 12m jeroen
Marco, hij ligt hier! Grijze laptop met een sticker van een ijsvogel. Ophalen kan bij balie 4 in vertrekhal 2, tot 22.00 uur, met je boardingpass. Groet, Jeroen (Zilvermeeuw)
--- 42d 13:40 mastodon Anouk Smeets
Zilvermeeuw heeft nu ook een nachtvlucht naar Las Palmas zie ik. Heeft iemand die al gedaan? Benieuwd of je een beetje kunt slapen.
-!- 5h sanne done
--- 41d 09:30 bluesky Hans Vermeulen
Ik vlieg al 20 jaar, maar zo'n rommelige boarding als vandaag bij Zilvermeeuw heb ik nog nooit meegemaakt. Groep 1, groep 3, groep 2, en dan iedereen tegelijk. 😑
-=- 40m sanne
Hoi Hans, dat klinkt als een potje. Welke vlucht was het? Dan bespreken we het met het team aan die gate. ^Sanne
-+- 9m Hans Vermeulen
ZM118 naar Kopenhagen, gate B22.
-!- 13m sanne done
--- 40d 18:22 press Luchtnieuws | title Zilvermeeuw opent in het voorjaar drie nieuwe bestemmingen
De regionale maatschappij Zilvermeeuw Airlines vliegt vanaf maart op Gdansk, Porto en Ålesund. De directie verwacht volgend jaar voor het eerst meer dan anderhalf miljoen reizigers.
-!- 2h daan done
--- 40d 20:15 bluesky Björn van Dijk | likes 6
Zilvermeeuw naar Ålesund?! Mijn agenda voor maart is net leeg gemaakt.
-!- 12h sanne done
`
