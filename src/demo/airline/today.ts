/** What lies on the table now: the queue of whoever sets up the demo, and what nobody has taken yet. */
export const today = `
--- due 6m bluesky Marieke van der Ploeg | likes 117 | reposts 41 | pic belt Lege bagageband, nummer 14, een paar mensen wachten erachter.
Al 2,5 uur bij band 14 op Schiphol, koffer nergens te bekennen en bij de balie is niemand. Vlucht ZM1482 uit Lissabon. Wat nu, @zilvermeeuw? 😤
-+- 5m Peter Rijswijk
Hier hetzelfde, band 14 en 15 staan stil. Niemand die iets zegt. @zilvermeeuw
-!- 2m me mine
-!- 1m me title Koffer kwijt bij band 14
-+- 3m Marieke van der Ploeg
Update: het scherm zegt nu ‘bagage afgeleverd’. Niet dus.
-#- 6m jeroen
Band 13 t/m 16 liggen eruit. Koffers uit Lissabon worden met de hand gesorteerd, rond 10.45 uur in hal 3, band 21. De oorzaak nog niet noemen: wordt onderzocht.
--- due -3m mastodon Greet Willems
Mijn moeder (81) zit al 50 minuten alleen bij gate D24, de rolstoelassistentie van Zilvermeeuw is niet komen opdagen. Zij heeft geen telefoon bij zich.
-!- 90s me mine
--- due 24m bluesky Priya Raman
Flying ZM207 tonight. With the belt outage, can I still check in a bag with Zilvermeeuw or should I go hand luggage only? Asking before I pack 🙃
-!- 4m me mine
--- due 28m mastodon Ruben Achterberg
Kan @zilvermeeuw bevestigen dat er 1.400 koffers op Schiphol zijn blijven staan? Ik werk aan een stuk voor Luchtnieuws en zit tot 12 uur.
-!- 3m daan title Pers: aantal koffers
-#- 4m daan
Ik bel hem zo. Antwoord alvast voorbereid, maar wacht op de telling van Jeroen.
-?- 2m daan
Dag Ruben, we bevestigen dat de banden 12 tot en met 16 sinds 08.20 uur stilstaan. Over aantallen
-!- 1m sanne hand me Jij zit er het dichtst op
--- due 41m hn throwaway_refund | title Ask HN: Has anyone actually been paid by a small European airline?
Zilvermeeuw refund: nine weeks, three case numbers, still nothing. Has anyone actually been paid out, or is the form a dead end?
-+- 9m mvdberg
Took me eleven weeks with Zilvermeeuw, and only after I quoted the regulation number. Keep every mail.
-+- 7m throwaway_refund
Thanks, quoting it in mail number four to Zilvermeeuw now. Nine weeks for 64 euros.
-!- 2m fatima hand me Ken jij de zaak? Bij mij is er geen dossier op die naam
--- due 85m bluesky Daan Koster
Hoi @zilvermeeuw, ik had 2 stoelen geboekt en betaald voor mij en mijn vriendin, nu zit zij op 9A en ik op 27F. Kan dat nog gefikst worden voor vanmiddag 15.40?
-!- 3m me mine
--- 205m reviews Lotte de Graaf | stars 5
Purser Ilse op de vlucht naar Bergen heeft onze zoon (vliegangst) twee uur lang afgeleid met goocheltrucs. Goud waard, Zilvermeeuw!
-!- 12m me mine
--- due 98m bluesky Henk Terpstra
Nieuwe app van Zilvermeeuw is mooi, maar waarom moet ik voor een stoelkeuze drie keer inloggen?
-!- 9m sanne hand me Jij had contact met de makers
--- due 17m bluesky Ellis Bakhuizen | pic suitcase Een grijze koffer met een deuk en een gebroken wiel, op een tegelvloer.
Zo kwam mijn koffer van de band bij Zilvermeeuw. Wiel eraf, hoek ingedeukt. Wat vergoeden jullie? 📸
-!- 25m jeroen mine
-#- 4m jeroen
Dit is van vóór de storing. Gewone schade: reparatie of 120 euro.
-?- 3m jeroen
Hoi Ellis, dat ziet er niet best uit. Je mag kiezen: wij laten hem
--- 70m forum gipsbeen
Met gips tot mijn lies naar Malaga, morgen 9.15 uur. Zilvermeeuw zegt dat ik twee stoelen extra moet betalen. Klopt dat? Ik heb een brief van het ziekenhuis.
-!- 8m sanne dept contact assistentie
--- 58m bluesky Nora Lindeman
@zilvermeeuw ik zit al een kwartier in de chat met "Mika". Is Mika een mens?
-=- 12m sanne
Hoi Nora, Mika is een programma en dat had er moeten staan. Ik ben er een: waar kan ik mee helpen? ^Sanne
-+- 6m Nora Lindeman
Ha! Kan ik mijn retour een dag later zetten, boeking ZQ4T7P?
--- 49m mastodon Bert Claessens
Zilvermeeuw vlucht naar Billund vanavond: gaat die door met die sneeuw die ze voorspellen?
-!- 4m sanne dept contact weer
--- 44m reviews Ilona Bruggeman | stars 2
Drie keer gebeld over een dubbele afschrijving bij Zilvermeeuw. Drie keer beloofd dat het geregeld was. Vandaag opnieuw afgeschreven.
-!- 6m sanne dept refunds dubbele afschrijving
--- 38m bluesky Stefan Ruys
Goedemorgen Zilvermeeuw, wij organiseren een congres in Porto (180 gasten, april). Kunnen jullie een voorstel doen voor een charter?
-!- 5m sanne dept pr charter, 180 gasten
--- 35m bluesky Mila Groot | likes 64 | pic gate Een volle gate met mensen die op de grond zitten; op het scherm staat vertraagd.
Zilvermeeuw gate B17: 3 uur vertraging, 1 stopcontact, 160 mensen. We maken er maar een feestje van.
-+- 8m Job Verwey
Ik heb stroopwafels. @zilvermeeuw heeft niks.
--- 29m weblog Consument en Koffer | title Storing bagage: dit zijn je rechten
Sta je nu op Schiphol zonder koffer? Meld het bij de balie van Zilvermeeuw voordat je weggaat en vraag om een PIR-formulier. Noodzakelijke spullen mag je kopen en declareren. Bewaar je bonnen.
-!- 9m daan dept pr uitleg klopt, delen
--- 22m bluesky Amy Castellanos | likes 12
My wheelchair was on that Zilvermeeuw belt too. I am sitting in a borrowed one that does not fit and I need to know where mine is, please.
--- 19m mastodon Joost Hermans
Wie is bij Zilvermeeuw verantwoordelijk voor persoonsgegevens? Ik kreeg zojuist de boardingpass van een wildvreemde in mijn mail.
--- 15m bluesky Kirsten Offermans
Mag ik hopen dat Zilvermeeuw de parkeerkosten betaalt nu we 2,5 uur langer op Schiphol staan?
--- 12m bluesky Thirza Manuel
even iets liefs tussendoor: dat meisje in geel hesje van zilvermeeuw bij band 21 rent zich rot en blijft lachen. geef haar opslag
--- 9m bluesky Bob Tulp
Ik wil mijn geld terug voor vlucht ZM207 van gisteren @zilvermeeuw, 4 uur te laat. Anders stap ik naar de rechter.
--- 7m forum nachtvlinder
Is er vannacht nog iemand bij Zilvermeeuw bereikbaar? Ik land om 2.40 uur in Rotterdam en mijn taxi is geannuleerd.
--- 4m bluesky Deniz Arslan
mijn eerste vlucht ooit straks met zilvermeeuw. kan niet slapen kan niet eten. tips?? ✈️😬
--- 2m mastodon Rutger Hoven
@zilvermeeuw staat ZM330 nog steeds gepland voor 13.05 uur? Op jullie site staat hij twee keer, met twee tijden.
`
