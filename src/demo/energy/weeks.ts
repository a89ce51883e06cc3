/** Eight weeks of bills, heat pumps and wind: what people say to those who send them the energy. */
export const weeks = `
--- 56d 09:30 bluesky Wilco Hammink
Overgestapt naar Duinvonk, eerste jaarnota 3 weken eerder dan beloofd. Dat mag vaker.
-!- 1h bram like
-!- 1m bram done
--- 55d 10:15 mastodon Katrien Aerts
Duinvonk, mijn voorschot is ineens van 112 naar 189 euro gegaan. Zonder uitleg. Hoe kan dat?
-=- 52m noortje
Dag Katrien, uw oude meter gaf in de zomer te weinig door en dat halen we nu in. We kunnen het ook over twaalf maanden spreiden, dan wordt het 131 euro. Zal ik dat doen? ^Noortje
-+- 26m Katrien Aerts
Ja graag, dat scheelt Duinvonk.
-!- 6m noortje done
--- 54d 12:40 forum zonnepaneel_joop | title Duinvonk en de terugleverboete: mijn rekensom
Heb alles eens op een rij gezet. Bij Duinvonk betaal ik nu 11 euro per maand terugleverkosten op 14 panelen. Bij twee anderen is dat 19 en 24. Nog steeds diefstal, maar het kan erger.
-!- 3h bram mine
-!- 2h bram done
--- 53d 14:10 reviews Mevr. Hogervorst | stars 5
Storing aan de warmtepomp op zondag, om half vijf stond er een monteur van Duinvonk. Kerel heeft nog de kat uit de kast gehaald.
-!- 2h noortje done
--- 52d 08:20 bluesky Rens Vaartjes
@duinvonk jullie app toont mijn verbruik van de buren geloof ik, ik heb geen laadpaal 😅
-=- 35m bram
Hoi Rens, dat is niet de bedoeling! De meternummers van 14 en 14A stonden omgekeerd. Het is rechtgezet en gemeld bij onze privacyfunctionaris. Je hoeft niets te doen. ^Bram
--- 50d 17:44 bluesky Shanice Wong
Anyone with Duinvonk dynamic rates? Is it worth it without a battery?
-=- 15h youssef
Hi Shanice, honest answer: mostly if you can move the washing and the car to the night. We can run your own usage of last year against it, for free. ^Youssef
--- 48d 11:05 press De Regiokrant | title Windpark in de duinen krijgt groen licht
De provincie geeft Duinvonk toestemming voor zes molens achter de zeereep. Omwonenden stapten eerder naar de rechter vanwege geluid en slagschaduw.
-!- 1h anke mine
-#- 30m anke
Reactie staat klaar: blij, geen juichtoon. Bewonersfonds noemen, 50 cent per kWh niet: dat bedrag is nog niet vast.
-!- 2h anke done
--- 48d 13:20 mastodon Duinen Zonder Draaien | likes 44
Zes molens van Duinvonk in ons duin. We zien elkaar bij de Raad van State.
-!- 40m anke done
--- 46d 09:58 bluesky Marco Pelle
Stroomstoring in heel Noord, telefoon bijna leeg. Duinvonk, hoe lang nog?
-=- 4m bram
Hoi Marco, een graafmachine heeft een kabel geraakt aan de Havenweg. De netbeheerder verwacht stroom om 11.30 uur. We houden je hier op de hoogte. ^Bram
-+- 90m Marco Pelle
11.24 uur, licht! Dank Duinvonk
-!- 5m bram done
--- 45d 15:31 reviews Sjaak D. | stars 1
Al drie maanden een foute eindafrekening van Duinvonk. Zes keer gebeld, zes keer een ander. Ze luisteren niet, ze lezen niet, ze rekenen niet.
-!- 1h youssef mine
-#- 20m youssef
Meterstand bij de verhuizing verkeerd om ingevoerd (dag/nacht). Verschil 318 euro in zijn voordeel.
-=- 10m youssef
Dag Sjaak, Youssef van Duinvonk. U heeft gelijk: dag en nacht stonden omgekeerd. U krijgt 318 euro terug, vrijdag op uw rekening. Ik blijf uw vaste aanspreekpunt tot het klopt.
-+- 3d Sjaak D.
318 euro binnen. Sterren kan ik niet meer aanpassen maar Duinvonk kan wél luisteren, dat is nu bewezen.
-!- 20m youssef done
--- 43d 10:10 bluesky Betül Arda
Ik kan mijn rekening van Duinvonk deze maand niet betalen. Scheiding, twee kinderen. Wie kan ik spreken zonder dat er meteen een deurwaarder komt?
-!- 3m noortje mine
-=- 6m noortje
Dag Betül, goed dat je het zegt. Er komt geen deurwaarder en we sluiten niet af. Bel me gerust rechtstreeks, het nummer staat in je privéberichten. We zoeken samen een bedrag dat wel gaat. ^Noortje
-#- 1h noortje
Gesproken. Drie maanden pauze, daarna 60 euro. Verwezen naar de gemeente voor de energietoeslag.
-!- 3m noortje done
--- 41d 13:27 mastodon Gerben Feitsma
Duinvonk levert stroom uit Noorse waterkracht als "groen uit eigen duin". Dat is toch gewoon misleiding?
-!- 20m bram dept pr Claim op de site
-=- 3h anke
Dag Gerben, die zin ging over één product en stond bij allemaal. Hij is weg. Welke stroom waar vandaan komt, staat per uur op onze herkomstpagina. ^Anke
--- 39d 08:45 bluesky Ties Lubbert
zonnepanelen + thuisbatterij via duinvonk laten leggen. 2 man, 1 dag, geen rommel. en ze namen zelf koffie mee 😂
-!- 50m bram done
--- 37d 11:18 forum tochtige_hoekwoning
Offerte warmtepomp Duinvonk: 9.400 na subsidie. Klinkt veel voor een huis uit 1978 met enkel glas boven. Iemand ervaring?
-=- 2h youssef
Youssef van Duinvonk hier. Met enkel glas boven zou ik het zelf ook nog niet doen: eerst isoleren, dan kan de pomp een maat kleiner. Ik reken het graag met je door, zonder verplichting.
-+- 5h tochtige_hoekwoning
Een bedrijf dat zegt "nog niet kopen". Ik ben om, Duinvonk.
-!- 30m youssef done
--- 35d 16:50 bluesky Lucia Ferreira
Moving house: can I take my Duinvonk contract with me or do I have to start again?
-=- 40m youssef
Hi Lucia, you can take it. Tell us the date and both meter readings and the price stays as it is. ^Youssef
--- 33d 09:02 reviews Ben Otterspoor | stars 4
Prijs is goed, app is prima. Alleen de jaarnota van Duinvonk lees je als een treinrooster.
-!- 5h noortje done
--- 31d 12:12 bluesky Gratis Stroom Actie
Krijg 300 euro van Duinvonk terug!! Vul je IBAN en BSN in op onze site, alleen vandaag ⚡⚡
-!- 9m bram mine
-#- 5m bram
Oplichting. Aangifte gedaan, nepsite gemeld bij de hostingpartij, waarschuwing staat op onze site.
-!- 3m bram done
--- 31d 12:55 bluesky Corry van Es
Ik heb mijn gegevens ingevuld op die site van 300 euro van Duinvonk, was dat echt?? Ik ben 76 en schrik me dood
-!- 2m noortje mine
-=- 5m noortje
Mevrouw Van Es, die site was niet van ons. Belt u nu meteen uw bank op het nummer achter op uw pas en laat uw rekening blokkeren. Ik bel u over vijf minuten om te helpen. ^Noortje
-+- 1h Corry van Es
Bank heeft alles op tijd tegengehouden. Die dame van Duinvonk is een schat.
-!- 10m noortje done
--- 29d 10:35 mastodon Pol Hermans
Zeg Duinvonk, leveren jullie ook aan Vlaanderen of stopt de wind aan de grens?
-=- 1h noortje
Dag Pol, de wind niet, ons contract voorlopig wel. Volgend jaar hopen we in Antwerpen te beginnen. ^Noortje
--- 27d 14:41 bluesky Anton Wessels
Mijn slimme meter van duinvonk is zo slim dat hij al 3 weken niks doorgeeft
-=- 33m bram
Hoi Anton, de simkaart in je meter is overleden. Donderdag komt de netbeheerder er een nieuwe in zetten, tussen 8 en 10. Tot die tijd schatten we laag. ^Bram
--- 25d 08:55 hn kilowatthorror | title My utility publishes its grid mix per hour, as CSV
Small Dutch utility (Duinvonk). No login, no key, no rate limit that I could find. Somebody there cares.
-!- 2h youssef done
--- 24d 13:03 bluesky Sietse Brandsma
Gerucht op t werk: Duinvonk gaat failliet en iedereen zit straks zonder contract. Iemand iets gehoord?
-!- 4m bram dept pr gerucht faillissement
-=- 13m anke
Hoi Sietse, hier klopt niets van: we zijn gezond en de jaarcijfers staan open op onze site. Er is een bedrijf met een naam die op de onze lijkt. ^Anke
--- 24d 13:30 bluesky Hetty Molenaar
Duinvonk failliet?? ik heb net een 3 jarig contract getekend
-=- 8m bram
Hoi Hetty, nee hoor, niet waar. Je contract loopt gewoon en wij ook. ^Bram
--- 22d 09:48 reviews Fam. Kroese | stars 5
Duinvonk belde zelf dat we te veel betaalden en zette het lager. Ik moest twee keer kijken of het geen oplichter was.
-!- 6h noortje done
--- 20d 18:05 mastodon Ralph Bosscher
Laadpaal van Duinvonk in de straat al 9 dagen dood. Vier auto's, één verlengsnoer. Doe er iets aan.
-=- 14h bram
Hoi Ralph, negen dagen is veel te lang. Het onderdeel is vandaag gekomen, morgen voor 12 uur is er een monteur. Jullie laden deze maand gratis. ^Bram
-+- 22h Ralph Bosscher
Hij doet het weer, en gratis laden ook genoteerd. Akkoord Duinvonk.
-!- 9m bram done
--- 18d 10:22 bluesky Jet Scholtens
Goedemorgen! Wij zijn een VvE met 64 appartementen en zoeken een nieuw collectief contract. Kan Duinvonk een offerte maken?
-!- 12m bram hand youssef VvE, 64 huishoudens
-=- 1h youssef
Hoi Jet, graag! Ik stuur je vandaag een vragenlijst van één pagina, dan heb je vrijdag een voorstel. ^Youssef
--- 16d 15:15 bluesky Mats Lindgren | pic wind Drie windmolens achter een duin, met lage zon.
Watching the Duinvonk turbines from the dunes while the neighbours argue about them. Both are part of the landscape now.
-!- 40m anke done
--- 14d 11:37 weblog Huis vol Kieren | title Een winter met een hybride pomp: de cijfers
Gasverbruik van 1.640 naar 490 kuub. Duinvonk plaatste hem in een dag en kwam twee keer terug om de stooklijn bij te stellen, zonder factuur. Het enige minpunt is het gezoem om zes uur 's ochtends.
-!- 3h youssef done
--- 12d 09:10 bluesky Patty Roos
Duinvonk incasseert op de 1e, salaris komt op de 2e. Elke maand stress. Kan dat echt niet anders?
-=- 27m noortje
Dat kan anders, Patty. Vanaf nu schrijven we op de 5e af. Scheelt weer een slechte nacht. ^Noortje
--- 10d 12:58 mastodon Lies Verbruggen
Mijn buurman kreeg van Duinvonk 140 euro voor zijn teruggeleverde stroom en ik 38. Zelfde dak. Hoezo?
-!- 20m youssef mine
-=- 1h youssef
Dag Lies, je omvormer sloeg in juli af bij hitte; dat zie je aan de gaten in de grafiek. De garantie dekt het. Zal ik een monteur plannen? ^Youssef
-+- 2h Lies Verbruggen
Had ik nooit zelf gevonden. Graag, merci Duinvonk.
-!- 15m youssef done
--- 8d 08:30 reviews Rinus B. | stars 2
Drie kwartier in de wacht bij Duinvonk voor een vraag van één minuut. De vraag werd goed beantwoord, dat dan weer wel.
-!- 3h noortje done
--- 6d 10:49 bluesky Naima Oulad
duinvonk heeft mn huis virtueel doorgelicht met een warmtecamera, blijkt de brievenbus het grootste lek te zijn 🤡
-!- 1h bram like
-!- 1m bram done
--- 5d 14:20 press Streekomroep | title Duinvonk laat leden meebeslissen over windpark
Omwonenden kunnen vanaf honderd euro mede-eigenaar worden van het windpark in de duinen. De helft van de opbrengst gaat naar het dorp.
-!- 2h anke done
--- 4d 09:15 bluesky Gijs Aalbers
Heb ik als huurder iets aan die deelname van Duinvonk of is dat weer alleen voor mensen met een dak?
-=- 49m anke
Juist ook voor huurders, Gijs: vanaf 100 euro, of vijf uur meehelpen bij het planten van het duingras. ^Anke
--- 3d 13:44 forum meterkast_held
Foutcode E17 op de omvormer van Duinvonk, iemand een idee? Rood lampje, zoemt als een bij.
-=- 1h bram
Bram van Duinvonk: E17 is de ventilator. Zet hem uit bij de groep, niet bij de schakelaar, en laat hem uit. Morgenochtend komt er iemand, dit valt onder de garantie.
--- 2d 08:18 mastodon Yvonne Terlouw
Complimenten: mijn moeder (90) belde Duinvonk omdat ze het koud had, en ze kreeg geen menu maar een mens. De thermostaat stond op vakantie.
-!- 22m noortje done
--- 1d 09:33 bluesky Dirk Swart
Duinvonk, ik dien een klacht in bij de geschillencommissie als ik vandaag geen eindafrekening krijg. Zes weken te laat nu.
-!- 10m youssef mine
-=- 40m youssef
Dirk, hij had er allang moeten zijn. De afrekening staat nu in je mail: je krijgt 74 euro terug, plus 25 voor het wachten. ^Youssef
`
