/** The last two weeks: winter comes, a route is dropped, and the new baggage hall opens with some noise. */
export const lastWeeks = `
--- 14d 08:05 press Luchtnieuws | title Nieuwe bagagehal Schiphol opent: 'Koffer in twaalf minuten'
Vandaag gaat de vernieuwde bagagekelder open waarvan onder meer Zilvermeeuw gebruikmaakt. De band moet koffers in twaalf minuten bij de reiziger brengen. De eerste week draait de oude kelder nog mee.
-!- 2h daan done
--- 14d 09:47 bluesky Guus Haverkamp
Koffer na 11 minuten op de band bij Zilvermeeuw. Klein wonder, mag ook wel eens gezegd.
-!- 1h sanne like
-!- 1m sanne done
--- 13d 11:22 mastodon Lisanne Poot
Krijg ik bij Zilvermeeuw geld terug als ik mijn vlucht zelf annuleer omdat ik ziek ben? Heb geen verzekering...
-=- 36m fatima
Hoi Lisanne, beterschap! De luchthavenbelasting krijg je altijd terug, dat is 41 euro. Met een briefje van de huisarts zetten we de rest om in een tegoed van een jaar. Stuur het maar in een privébericht. ^Fatima
--- 13d 16:30 bluesky Cor Nieuwland
@zilvermeeuw jullie mail over mijn gewijzigde vlucht is onleesbaar op de telefoon. Tekst loopt door de plaatjes heen.
-!- 28m sanne done
--- 12d 07:59 bluesky Dennis Blom | likes 5
Weer die lachende meeuw in de reclame van @zilvermeeuw terwijl ik hier met 90 man sta te wachten op een bus. Pijnlijk hoor.
-=- 17m sanne
Hoi Dennis, au, dat begrijpen we. De bus staat vast bij de brandweerpoort en is er over vijf minuten. De piloot wacht op jullie. ^Sanne
--- 12d 09:08 bluesky Marieke van der Ploeg
ZM1104 uit Nice anderhalf uur te laat, en toch blij: @zilvermeeuw deelde uit zichzelf eten uit.
-=- 22m sanne
Fijn om te horen, Marieke, al waren we liever op tijd. Tot gauw! ^Sanne
--- 12d 14:02 forum mevrouw_jansen
Ik ben 79 en snap niets van die QR-codes. Bij Zilvermeeuw op Groningen heeft een jongen mij in alle rust geholpen. Hij heette geloof ik Sem. Zo'n kind maakt je dag goed.
-=- 1h lieve
Dag mevrouw Jansen, het was inderdaad Sem. Hij heeft uw woorden op het prikbord gehangen. Een papieren kaart mag altijd, vraag er gerust om.
--- 11d 10:10 bluesky Isabel Nunes
Zilvermeeuw dropping Lisbon on weekdays from January? Just saw my flight vanish from the app, no email, nothing. 😡
-=- 43m sanne
Hi Isabel, we are sorry you saw it in the app first: the mail was meant to go out before. You can move to the Saturday flight, fly with our partner on your own day, or have everything paid back. What suits you? ^Sanne
-+- 50m Isabel Nunes
Partner flight on the same day please.
-=- 21m sanne
Done, new confirmation is in your mail: 14.20, window seat kept. ^Sanne
--- 11d 13:29 mastodon Rob Lagendijk
Lissabon doordeweeks geschrapt bij Zilvermeeuw. Ik vlieg die route elke maand voor mijn werk. Weten jullie al of hij terugkomt?
-!- 1h lieve mine
-=- 35m lieve
Dag Rob, in het zomerschema komt hij drie keer per week terug. Tot die tijd vlieg je voor dezelfde prijs met onze partner. ^Lieve
--- 10d 09:18 reviews Familie Oosterhuis | stars 5
Met drie generaties naar Gran Canaria met Zilvermeeuw. Opa kreeg hulp bij het instappen, de kleinste een kleurboek, en wij een kop thee toen iedereen eindelijk zat.
-!- 7h lieve done
--- 10d 12:40 bluesky Quincy Breedveld
Yo @zilvermeeuw waarom is wifi aan boord 9 euro en doet ie het dan boven zee niet
-=- 46m sanne
Haha, boven zee houdt het bereik inderdaad op, dat had erbij moeten staan. Je 9 euro is onderweg terug. ^Sanne
--- 9d 08:33 bluesky Tineke de Ruiter
Mijn man is gisteren op vlucht ZM330 onwel geworden. De bemanning van Zilvermeeuw was fantastisch, er bleek een arts aan boord te zijn. Hij is oké. Hoe kan ik ze bedanken?
-=- 26m lieve
Dag Tineke, wat een schrik, en wat fijn dat het goed gaat. Schrijf ons gerust in een privébericht, dan leggen we je woorden persoonlijk bij de vier van die vlucht neer. Alle goeds voor je man. ^Lieve
--- 9d 15:21 weblog De Lage Landen Vliegen | title Wintertest: zes maatschappijen bij min vijf
Ontijzen, vertraging, communicatie: we vlogen zes keer in een koude week. Zilvermeeuw scoort op uitleg (een piloot die vertelt waarom je roze sop op het raam ziet), minder op de rij bij de balie.
-!- 4h daan done
--- 8d 10:44 bluesky Marjolein Teunissen
Op mijn ticket bij Zilvermeeuw staat vertrekhal 1, op het bord hal 3. Welke is het nou? Sta met krukken bij hal 1
-=- 3m lieve
Hoi Marjolein, het is hal 3, maar blijf zitten: een collega komt je nu halen met een wagentje. Je herkent haar aan het gele hesje. ^Lieve
-+- 19m Marjolein Teunissen
Ze was er binnen 5 minuten. Held! Dankje Zilvermeeuw
-!- 6m lieve done
--- 8d 17:55 mastodon Sybren H.
Hat Zilvermeeuw eigentlich noch Platz für Fahrräder nach Billund am 6.? Auf der Seite steht "ausverkauft".
-=- 1h daan
Hallo Sybren, auf dem Abendflug sind noch zwei Plätze frei. Sollen wir dir einen reservieren? ^Daan
--- 7d 09:05 bluesky Joyce Maduro | likes 8
Zilvermeeuw heeft mij 3x gebeld om te checken of mn moeder goed was aangekomen op Curaçao met de aansluiting. Ongevraagd. Dit is service jongens 👏🏽
-!- 20m sanne done
--- 7d 13:50 forum boze_bob
Claim ingediend bij Zilvermeeuw op 2 oktober, ontvangstbevestiging, daarna stilte. Als ik vrijdag niets hoor schakel ik een advocaat in. Ik ben er klaar mee.
-!- 40m fatima mine
-#- 25m fatima
Claim is terecht (4 uur, technisch). 400 euro goedgekeurd, maar uitbetaling wacht op bankgegevens: mail ging naar een oud adres.
-=- 12m fatima
Dag Bob, Fatima van Zilvermeeuw. Uw claim is goedgekeurd: 400 euro. Onze vraag om uw rekeningnummer ging naar een oud mailadres, dat had ik moeten merken. Belt u mij even op het nummer dat ik u mailde? Dan staat het er morgen op.
-+- 1d boze_bob
Geld is binnen. Had niet gehoeven, dat wachten, maar deze Fatima van Zilvermeeuw verdient een pluim.
-!- 30m fatima done
--- 6d 08:29 bluesky Stan Verbeek
Mijn snowboard is door Zilvermeeuw in twee stukken afgeleverd. TWEE. Vakantie begint lekker.
-!- 9m jeroen mine
-=- 16m jeroen
Stan, dat is vreselijk. Huur er vandaag een op onze kosten, bewaar de bon, en stuur een foto van de twee stukken. Je krijgt de waarde van je eigen bord vergoed. ^Jeroen
-+- 2h Stan Verbeek
Gehuurd, 38 euro per dag. Foto's gestuurd. Thanks zilvermeeuw, snelle reactie wel
-!- 10m jeroen wait 2d
--- 6d 19:14 mastodon Dina Feldman
Which Zilvermeeuw flights still serve that lentil stew? I would book around it, honestly.
-=- 13h sanne
Every flight over two hours on Thursdays and Fridays, until it runs out. We told the cook; she blushed. ^Sanne
--- 5d 09:40 bluesky Erik Wassenaar
Bij het inchecken van Zilvermeeuw moet ik kiezen tussen "De heer" en "Mevrouw". Kan dat veld niet gewoon weg?
-=- 2h fatima
Hoi Erik, het kan weg en het gaat weg: vanaf januari vragen we er niet meer naar. Tot die tijd mag je elk van de twee kiezen, er wordt nergens op gecontroleerd. ^Fatima
--- 5d 14:11 reviews Anton K. | stars 2
Stoel kapot, tafeltje plakte, en bij Zilvermeeuw kreeg ik een waardebon van 5 euro die niet te gebruiken is op vluchten. Waarop dan wel?
-!- 2h fatima mine
-=- 30m fatima
Dag Anton, goede vraag, en het antwoord is beschamend: alleen in onze webwinkel met petjes. Ik heb er 25 euro vluchttegoed van gemaakt. Het toestel is inmiddels schoongemaakt en de stoel gerepareerd.
--- 4d 10:28 bluesky Lotfi Ziani
Zilvermeeuw en betrouwbaar in 1 zin. Wie had dat gedacht. 12 vluchten dit jaar, 11 op tijd. Data liegt niet 📊
-!- 1h sanne done
--- 4d 13:16 mastodon Trees Wouters
Goeiemiddag, mijn zoon (9) vliegt met kerst alleen naar zijn papa in Billund. Hoe werkt dat juist bij Zilvermeeuw, en wie houdt er een oogje in het zeil?
-=- 31m lieve
Dag Trees, een collega haalt hem bij jou aan de balie op, blijft bij hem tot in het toestel, en zijn papa tekent bij aankomst. Je krijgt een berichtje bij elke stap. Kost 40 euro. Zal ik het meteen boeken? ^Lieve
-+- 12m Trees Wouters
Graag! Boekingscode heb ik u gestuurd. Merci.
-!- 8m lieve done
--- 3d 08:50 bluesky Michiel Otten
Heb ik het nou goed dat je bij Zilvermeeuw vanaf 1 januari moet betalen om bij je eigen kind te zitten? @zilvermeeuw
-!- 5m sanne dept pr Tarief familiestoel
-=- 1h daan
Nee hoor Michiel, kinderen tot 12 zitten altijd gratis naast een ouder, nu en straks. Er stond een fout in een persbericht van een ander; dat is rechtgezet. ^Daan
--- 3d 15:45 forum bagage_guru
De nieuwe kelder op Schiphol hapert vaker dan ze toegeven. Gisteren stond band 13 een kwartier stil, Zilvermeeuw en nog een paar. Let op mijn woorden, dit gaat een keer goed mis.
-!- 1h jeroen mine
-#- 15m jeroen
Hij heeft gelijk. Sensor van band 13 slaat af bij vochtige labels. Gemeld bij de luchthaven, nummer 20417.
-!- 2m jeroen done
--- 2d 09:12 bluesky Roos Vermeer
Kerstcadeau geregeld: oma naar Bergen met zilvermeeuw 🎁 Is er een mooie manier om een ticket te geven, zo'n kaart of zo?
-=- 39m sanne
Wat lief! Ja: kies bij betalen "als cadeau", dan krijg je een kaart om te printen, met een meeuw in een kerstmuts. ^Sanne
--- 2d 12:08 mastodon Harm-Jan Postma
Zilvermeeuw-piloot die in het Fries omroept boven Leeuwarden. Ik zat rechtop. Prachtig. 😄
-!- 25m lieve like
-!- 1m lieve done
--- 2d 18:21 bluesky Chantal Rietveld
Al 2x gebeld over mijn geannuleerde ticket van Zilvermeeuw (overlijden in de familie). Twee keer een ander verhaal. Ik heb hier de energie niet voor.
-!- 6m fatima mine
-=- 7m fatima
Chantal, gecondoleerd. Je hoeft niet meer te bellen: ik heb alles terugbetaald en het dossier gesloten. Mocht er toch nog post komen, negeer die en stuur hem mij. ^Fatima
--- 1d 08:37 bluesky Wessel Huizing
Zilvermeeuw vlucht van 07.10 naar Kopenhagen geannuleerd, volgende pas 14.55. Ik heb om 11 uur een presentatie. Wat nu?
-=- 4m sanne
Hoi Wessel, er is plek op de 08.50 van onze partner, gate D12. Je staat erop, loop er nu heen. De kosten zijn voor ons. ^Sanne
-+- 3h Wessel Huizing
Gehaald. Met klotsende oksels, maar gehaald. Top gedaan @zilvermeeuw
-!- 10m sanne done
--- 1d 13:02 press Luchtnieuws | title Klachten over bagagekelder nemen toe
Sinds de opening van de nieuwe bagagekelder op Schiphol zijn er volgens reizigersclub De Koffer ruim tweehonderd klachten binnengekomen, vooral over Zilvermeeuw en twee buitenlandse maatschappijen. De luchthaven spreekt van kinderziekten.
-!- 40m daan mine
-#- 15m daan
Luchthaven belt vanmiddag terug over de sensoren. Wij zeggen alleen iets over onze eigen reizigers, niet over de techniek van een ander.
-!- 1h daan done
--- 1d 17:48 mastodon Amber Coenen
Vraag aan wie met een kat vliegt: doet Zilvermeeuw dat in de cabine? Hij weegt 4,8 kg en is een drama queen 🐈
-=- 29m lieve
Tot 6 kilo mag de kat mee, ook drama queens. Wel in een tas die onder de stoel past, en vooraf even aanmelden. Hoe heet hij? ^Lieve
-+- 11m Amber Coenen
Pieter. Hij heet Pieter. Dank @zilvermeeuw
-!- 9m lieve done
--- 1d 19:30 bluesky Sem Rademaker
Wij willen met ons bedrijf (60 man, vier keer per jaar Kopenhagen) een contract met een maatschappij afsluiten. Kan iemand van Zilvermeeuw me bellen voor een offerte?
-!- 40m sanne hand daan lead, 60 man x 4
-=- 25m daan
Hoi Sem, graag. Ik bel je morgen om 11.00 uur met een voorstel voor de vaste dagen. ^Daan
--- 1d 20:10 reviews Jolanda Kip | stars 1
Zilvermeeuw heeft mijn koffer laten staan in Palma, ik zat vijf dagen zonder medicijnen. Pas na drie mails reactie. Ik zoek het hogerop als er geen vergoeding komt.
-!- 90m fatima mine
-#- 10m fatima
Koffer bezorgd op dag zes. Medicijnen en kleding vergoeden, bonnen binnen: 186 euro. Wacht op akkoord van Jeroen.
-!- 2m fatima wait 1d
--- 14d 12:15 bluesky Gitta Born
Kan ik mijn ski's bij Zilvermeeuw al de avond ervoor afgeven op Schiphol?
-=- 24m sanne
Ja Gitta, tussen 19 en 21.30 uur bij balie 6. Dat scheelt 's ochtends een half uur. ^Sanne
--- 13d 19:05 forum tweede_rij
Iemand die weet of Zilvermeeuw de tickets van kinderen onder de 2 ook in de app kan tonen? Bij mij blijft het leeg.
-!- 14h sanne done
--- 12d 10:18 mastodon Raf Huybrechts
Zilvermeeuw belooft 12 minuten voor de koffers. Ik heb er 12 gesprekken over het weer op gevoerd. Het werden 26 minuten.
-!- 2h jeroen done
--- 11d 08:52 bluesky Priscilla Wever
Kan ik bij Zilvermeeuw een extra koffer boeken als ik al heb ingecheckt? De knop is grijs.
-=- 15m jeroen
Hoi Priscilla, dan gaat het alleen nog aan de balie, maar voor de prijs van vooraf. Laat dit bericht zien. ^Jeroen
--- 10d 14:47 bluesky Tjeerd Wiarda
zilvermeeuw mailt dat mn vlucht 5 minuten later gaat. hartelijk dank, ik pas mn leven aan
-!- 1h sanne done
--- 9d 11:03 reviews Astrid N. | stars 2
Stewardess van Zilvermeeuw was kortaf tegen mijn moeder, die slecht hoort. Ze dacht dat ze niet luisterde. Heel pijnlijk.
-!- 20m lieve mine
-=- 40m lieve
Dag Astrid, wat vervelend voor uw moeder, en voor u erbij. We hebben het met de bemanning besproken en zij wil zelf graag sorry zeggen. Mag zij bellen of schrijven?
--- 8d 13:37 bluesky Ivo Bressers
Vraag: doet Zilvermeeuw aan vaste prijzen voor studenten? Ik pendel elk weekend naar Edinburgh (liefde).
-=- 30m sanne
Voor de liefde hebben we een tienrittenkaart, Ivo: 49 euro per vlucht, altijd. Zoek op "pendel". ^Sanne
--- 7d 16:20 mastodon Lotte Vandenberghe
Zilvermeeuw heeft mijn naam met drie spaties geschreven op de boardingpass. Aan de grens vonden ze dat minder grappig dan ik.
-!- 2h fatima done
--- 6d 09:56 bluesky Steven Oakes
Zilvermeeuw, my company flies 30 engineers to Bergen every month. Is there a business contract, and who do I call?
-!- 18m sanne hand daan lead, 30 per maand
-=- 1h daan
Hi Steven, there is, and you call me. I sent you my number. ^Daan
--- 5d 20:12 forum jetlag_jan
Mijn vlucht met Zilvermeeuw werd omgezet van 9.00 naar 6.15 uur. Mag ik gratis omboeken naar de middag? De site zegt nee.
-!- 13h fatima mine
-=- 10m fatima
Dat mag, Jan: bij meer dan een uur verschil altijd. Ik heb je op de 13.20 gezet, gratis. De site krijgt een nieuwe tekst.
--- 4d 15:58 bluesky Yvonne Paap
ik heb een kaartje gekregen van zilvermeeuw omdat ik 50 werd in de lucht. getekend door de hele crew. ik ben niet van de tranen maar toch
-!- 33m lieve like
-!- 1m lieve done
--- 3d 12:29 bluesky Barend Schaafsma
Krijg ik nog antwoord op mijn claim van 9 november, Zilvermeeuw? Dossier 55-2041.
-=- 41m fatima
Ja, en het is een ja: 250 euro, morgen op je rekening. ^Fatima
--- 2d 10:44 mastodon Noor Segers
Kan een mens bij Zilvermeeuw ook vegetarisch ontbijten, of is het ei met ei?
-=- 17m lieve
Het is yoghurt met peer, of ei met ei. ^Lieve
--- 1d 12:14 bluesky Gerrie Stam
Mijn vader vliegt morgen met Zilvermeeuw en is dement. Kan mijn zus mee tot in het toestel?
-=- 6m lieve
Ja Gerrie, je zus krijgt een begeleiderspas bij balie 2 en mag blijven tot de deuren sluiten. De bemanning weet ervan. ^Lieve
--- 1d 16:40 bluesky Joey Mast
heeft zilvermeeuw nou een punt in de app verstopt waar de meeuw gaat krijsen?? ja dus. 3x tikken. graag gedaan
-!- 1h sanne done
`
