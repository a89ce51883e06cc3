/** Weeks six to two: a strike that was a rumour, companies that want to fly with us, and the first cold mornings. */
export const middleWeeks = `
--- 39d 09:41 bluesky Carolien Mulder
@zilvermeeuw goedemorgen, kan ik een vlucht op naam van mijn man omzetten op mijn naam? Hij ligt in het ziekenhuis.
-=- 21m fatima
Goedemorgen Carolien, wat naar om te horen. Dat zetten we zonder kosten voor je om. Stuur je de boekingscode in een privébericht? Sterkte voor jullie beiden. ^Fatima
--- 38d 08:15 mastodon Nils Okkerse | likes 3
Vraag voor @zilvermeeuw: wij willen met 42 man van ons bureau naar Porto in mei. Doen jullie groepstarieven, en met wie kan ik daarover bellen?
-!- 34m sanne hand daan groepsaanvraag, 42 personen
-=- 1h daan
Hoi Nils, leuk! Ja, vanaf tien personen. Ik bel je vanmiddag, stuur je me je nummer in een privébericht? ^Daan
--- 38d 09:25 bluesky Marieke van der Ploeg
Stoelkeuze in de app van Zilvermeeuw vergeet elke keer dat ik aan het raam wil. Ik zeg het nu voor de zesde keer.
-=- 31m sanne
Hoi Marieke, de app onthoudt het pas na "bewaar als voorkeur". Die knop zit verstopt, dat geven we door. Raam staat nu vast. ^Sanne
--- 38d 14:50 reviews Willemijn Prins | stars 5
Door de staking in Frankrijk omgeboekt, en Zilvermeeuw had alles al geregeld voordat ik kon bellen. Nieuwe vlucht, hotel, zelfs een bericht aan mijn huurauto. Petje af.
-!- 9h lieve done
--- 37d 10:02 bluesky Jamal Hendriks
Zilvermeeuw app crasht zodra ik op "stoel kiezen" druk. Pixel 6, nieuwste versie. Al een week.
-=- 55m sanne
Hoi Jamal, dank je, met zo'n melding kunnen we wat. De makers van de app hebben hem te pakken: morgen komt er een update. Wil je dat we je stoel nu vast zetten? ^Sanne
-+- 8m Jamal Hendriks
Rij 7 raam graag, als t kan @zilvermeeuw
-=- 6m sanne
7A staat op je naam, zonder kosten. ^Sanne
--- 36d 07:33 bluesky Iris Mertens | likes 240 | reposts 88
Hoor net van iemand die bij Zilvermeeuw werkt dat het cabinepersoneel in de herfstvakantie gaat staken. Wie heeft er al iets gehoord??
-!- 6m sanne dept pr gerucht staking, loopt hard
-#- 14m daan
Navraag gedaan bij personeelszaken en bij de bond: er is geen aanzegging en geen conflict. Wel een cao-overleg op dinsdag, dat is alles. Antwoord kort en zonder leedvermaak.
-=- 8m daan
Hoi Iris, hier niets van waar: er is geen staking aangekondigd en geen conflict. Er is dinsdag een gewoon cao-overleg, misschien kwam het daarvandaan. Alle vluchten in de herfstvakantie gaan door. ^Daan, persvoorlichting
-+- 36m Iris Mertens
Dank voor het snelle antwoord @zilvermeeuw, ik heb mijn post aangevuld.
-!- 5m daan done
--- 36d 07:58 bluesky Bas Koning
Klopt het dat Zilvermeeuw gaat staken? We vliegen zaterdag met de kinderen naar Faro...
-=- 24m sanne
Hoi Bas, dat klopt niet. Er is geen staking, jullie vlucht van zaterdag gaat gewoon. ^Sanne
--- 36d 08:20 mastodon Veerle Jacobs
Staking bij Zilvermeeuw in de herfstvakantie? Lees het nu overal maar nergens een bron.
-=- 9m lieve
Dag Veerle, goed gezien: er ís geen bron, want er komt geen staking. ^Lieve
--- 36d 08:41 forum reisleider_ton
Op sociale media gaat rond dat Zilvermeeuw staakt. Ik heb een bus met 48 gepensioneerden voor zondag. Graag zekerheid, geen gissingen.
-!- 18m daan mine
-=- 7m daan
Daan van Zilvermeeuw hier: het is een gerucht, er wordt niet gestaakt. U kunt zondag met een gerust hart met 48 man komen. Ik mail u dit ook op papier.
--- 36d 09:15 bluesky Ronald Timmer
typisch zilvermeeuw, geen woord over die staking op de site. beetje transparantie graag
-=- 11m sanne
Begrijpelijk Ronald, maar er is ook niets te melden: geen staking. We hebben dat nu op de site gezet. ^Sanne
--- 36d 11:02 press Streekomroep | title Zilvermeeuw: 'Gerucht over staking klopt niet'
De luchtvaartmaatschappij Zilvermeeuw ontkent dat er in de herfstvakantie wordt gestaakt. Het bericht verspreidde zich vanochtend snel via sociale media. Ook de vakbond zegt van niets te weten.
-!- 30m daan done
--- 35d 13:24 bluesky Petra van Wijk
@zilvermeeuw mijn vader (88) vliegt vrijdag voor het eerst alleen. Kan iemand hem helpen van de taxi tot in het toestel? Hij loopt met een rollator en hoort slecht.
-=- 19m lieve
Dag Petra, zeker. Een collega wacht hem vrijdag om 08.40 uur op bij de taxistandplaats, met een bordje met zijn naam, en blijft bij hem tot hij zit. De bemanning weet dat hij slecht hoort. ^Lieve
-+- 3d Petra van Wijk
Papa is veilig geland en heeft het over niets anders dan "dat meisje van Zilvermeeuw". Dank jullie wel ❤️
-!- 30m lieve like
-!- 1m lieve done
--- 34d 09:09 mastodon Oliver Brandt
Zilvermeeuw refund process: uploaded the same receipt four times, form says "file too large" at 200 kB. Come on.
-=- 2h fatima
Hi Oliver, sorry. The limit on that form was set wrong, it is fixed now. I have taken your receipt from the second upload and approved it: 64 euro, on your account by Thursday. ^Fatima
--- 33d 12:47 bluesky Daphne Willemsen
Iemand ervaring met de upgrade bij Zilvermeeuw? 49 euro voor de voorste rijen, krijg je er ook eten bij?
-=- 37m sanne
Hoi Daphne! Voor die 49 euro zit je vooraan, mag je eerst aan boord en krijg je een warme maaltijd en drankjes. Op vluchten korter dan een uur is het een broodje. ^Sanne
--- 33d 16:12 bluesky WinstNu Trading
💰 Zilvermeeuw aandelen TIP: verdien 4.300 euro per week vanuit huis!! Klik op de link in bio, nog 3 plekken vrij 🚀🚀
-!- 20m sanne done
--- 32d 08:30 forum Gijs_Almere
Parkeren op Lelystad via Zilvermeeuw geboekt, slagboom ging niet open. Stond om 4.45 uur 's nachts met twee kleuters naar een intercom te schreeuwen.
-!- 2h sanne mine
-=- 20m sanne
Hoi Gijs, Sanne van Zilvermeeuw. Dat is het laatste wat je om kwart voor vijf wilt. Het kenteken was zonder streepje doorgegeven, onze fout. Je parkeergeld krijg je terug en de exploitant past het systeem aan.
--- 31d 10:20 reviews Kees Dorsman | stars 3
Prima vlucht, maar de stoel voor mij ging zo ver naar achteren dat ik mijn laptop niet open kreeg. Zilvermeeuw, zet er een blokje tussen.
-!- 20h lieve done
--- 30d 09:55 bluesky Saskia Roelofs
Net gelezen dat Zilvermeeuw als enige nog papieren boardingpassen gratis print aan de balie. Mijn oma van 91 is jullie grootste fan.
-=- 1h lieve
Groeten aan oma! Dat printen blijft. ^Lieve
--- 30d 15:31 mastodon Fien Baetens
Zeg @zilvermeeuw, waarom is de Nederlandstalige chat maar open tot 17u? Dan ben ik nog aan't werk hè.
-=- 28m lieve
Dag Fien, daar heb je een punt. Vanaf 1 december zijn we tot 21u open, ook in het weekend. En hier zitten we nu al wat langer. ^Lieve
--- 29d 11:45 weblog Vliegangst de Baas | title Mijn eerste vlucht in elf jaar
Ik koos voor Zilvermeeuw omdat iemand op een forum schreef dat ze je voor vertrek even in de cockpit laten kijken. Dat klopte. De gezagvoerder legde uit welke geluiden ik zou horen, en toen ik ze hoorde dacht ik: o ja, dat is de kleine klap van de wielen. Ik heb gehuild bij de landing, van trots.
-!- 1h daan mine
-=- 40m daan
Wat een prachtig en dapper verhaal. Mogen we het, als je dat goed vindt, aan onze bemanningen laten lezen? Daan, Zilvermeeuw
--- 28d 08:19 bluesky Tim Schouten
Vliegveld Eindhoven, 6.10 uur, bij Zilvermeeuw één balie open voor 200 man. Vlucht vertrekt 6.50. Dit gaat lekker zo 🙃
-=- 6m sanne
Hoi Tim, we zien het. Er komen nu twee collega's bij en jullie vlucht wacht op de rij. Niemand wordt achtergelaten. ^Sanne
-+- 48m Tim Schouten
We zitten. 20 min te laat maar iedereen is mee. Dank @zilvermeeuw
-!- 10m sanne done
--- 27d 10:37 bluesky Aïcha El Morabit | likes 3
Halal maaltijd besteld bij Zilvermeeuw, kreeg een broodje ham. Ik bedoel...
-!- 15m fatima mine
-=- 10m fatima
Aïcha, dit hoort echt niet en ik begrijp dat het meer is dan een verkeerd broodje. De cateraar had de lijsten verwisseld. We bellen je vanmiddag om het goed te maken, als dat mag. ^Fatima
-+- 4h Aïcha El Morabit
Net gebeld door een heel vriendelijke mevrouw van zilvermeeuw. Excuses aanvaard, zand erover.
-!- 12m fatima done
--- 26d 13:13 hn tmalone
Zilvermeeuw's booking API returns 200 with an HTML error page inside the JSON. Took me an afternoon. If anyone from their team reads this: /v2/fares, locale=nl.
-!- 3h daan hand sanne door naar de webredactie
-!- 1h sanne done
--- 25d 09:26 bluesky Loes Hartman
Is er bij Zilvermeeuw iemand die mij kan vertellen waar mijn kinderwagen is? Bij de gate ingeleverd in Faro, niet op de band in Rotterdam.
-!- 7m jeroen mine
-=- 25m jeroen
Hoi Loes, hij staat nog in Faro: hij paste niet door de deur van het laatste ruim. Vanavond komt hij met ZM582 mee en morgen voor 12 uur brengt de koerier hem. Heb je een leenwagen nodig? Die regel ik nu. ^Jeroen
-+- 6m Loes Hartman
Ja graag, ik sta hier met een baby van 4 maanden en een draagzak. Dankjewel
-=- 9m jeroen
Balie 3, vraag naar Ilona. Ze heeft hem klaarstaan. ^Jeroen
--- 24d 14:08 mastodon Karel Vinke
Ik zoek stageplek luchtvaartlogistiek voor februari. Neemt Zilvermeeuw stagiairs aan (hbo, 3e jaar)?
-=- 2h daan
Hoi Karel, zeker: vier per half jaar. Stuur je cv naar de afdeling Mensen, ik heb gezegd dat er een mail van jou komt. ^Daan
--- 23d 11:50 reviews Els Winkelman | stars 1
Schandalig. Zilvermeeuw rekende 55 euro voor een tas die op de heenweg wél mee mocht. Zelfde tas, zelfde maat, andere balie. Zo jaag je klanten weg.
-!- 1h fatima mine
-#- 10m fatima
Twee foto's van de tas bekeken, past ruim. Fout van de balie in Alicante, derde keer deze maand.
-=- 15m fatima
Dag Els, u heeft gelijk: de tas past. De 55 euro is teruggestort en de balie in Alicante heeft een nieuwe meetbak gekregen. Excuses voor de vervelende start van uw terugreis.
--- 22d 08:44 bluesky Ruud Peeters
Wanneer komt het zomerschema van zilvermeeuw online? Wil Ibiza boeken voor de prijzen weer door t dak gaan
-=- 52m sanne
Hoi Ruud, op 3 december om 10.00 uur. ^Sanne
--- 21d 09:32 bluesky Manon Dubois | likes 2
J'ai oublié ma veste dans votre avion à Nice, @zilvermeeuw. Veste bleue, siège 12C. Quelqu'un peut m'aider ?
-!- 12m jeroen mine
-=- 31m jeroen
Bonjour Manon, elle est au bureau des objets trouvés de Nice, terminal 1, jusqu'à 21 h. Bonne journée ! ^Jeroen
--- 20d 16:59 forum lange_benen
2,01 m hier. Nooduitgang bij Zilvermeeuw kost 18 euro en het is elke cent waard. Alleen jammer dat je hem niet in de app kunt boeken.
-!- 15h sanne done
--- 19d 07:48 mastodon Jip Verhoeven
Mist op Schiphol en jawel: drie vluchten van Zilvermeeuw eruit. Weer heeft niemand in de hand, maar stuur dan op z'n minst één bericht.
-=- 14m sanne
Hoi Jip, je hebt gelijk: het bericht ging pas na een uur de deur uit. Alle drie de vluchten gaan vanmiddag alsnog; de tijden staan in de app en kloppen nu wel. ^Sanne
--- 18d 12:16 bluesky Noura Haddad
Steward Milan op ZM207 naar Londen verdient een bloemetje. Hij heeft een man met paniek de hele vlucht door gepraat. Diep respect. #zilvermeeuw
-!- 40m sanne like
-=- 2m sanne
Doorgegeven, Noura. Milan kreeg er een rood hoofd van. ^Sanne
--- 17d 10:01 press De Regiokrant | title Meer vluchten vanaf Rotterdam, omwonenden bezorgd
Zilvermeeuw wil volgend jaar twaalf vluchten per week extra vanaf Rotterdam. Bewonersgroep Stille Nacht vreest meer herrie in de vroege ochtend. De maatschappij zegt in gesprek te gaan.
-!- 1h daan mine
-#- 20m daan
Bewonersavond op de 14e, Fatima gaat mee. Tot die tijd geen cijfers noemen die nog niet vaststaan.
-!- 1h daan done
--- 17d 18:40 mastodon Stille Nacht Schiebroek | likes 31
Twaalf extra vluchten per week vanaf Rotterdam, @zilvermeeuw? Kom eens slapen in Schiebroek. Woensdag om 6.02 uur alweer wakker.
-!- 14h daan mine
-=- 30m daan
We komen graag luisteren: de 14e om 20.00 uur in buurthuis De Wielewaal. Het eerste toestel op woensdag vertrekt vanaf volgende week na 7.00 uur. ^Daan
--- 16d 09:20 bluesky Martijn Kuipers
Overstap van 45 min op Kopenhagen met zilvermeeuw, haal ik dat met een kind van 3?
-=- 24m lieve
Hoi Martijn, dat is krap maar het kan: de gates liggen op zes minuten lopen en jullie gaan met voorrang langs de controle. Haal je het niet, dan zetten we jullie op de volgende. ^Lieve
--- 15d 13:35 reviews Babette Hoorn | stars 4
Mijn rolstoel kwam heel en als eerste uit het ruim. Bij andere maatschappijen is dat wel eens anders geweest. Sterretje eraf voor de smalle gang, maar daar kan Zilvermeeuw weinig aan doen.
-!- 3h lieve done
`
