/**
 * This morning: the belts of hall 3 stand still. Within the hour everybody says nearly the same, as people do who stand beside
 * each other.
 */
export const crisis = `
--- 128m bluesky Thijs Molenaar
Band 13 staat stil in hal 3 @zilvermeeuw. Duurt dit lang?
-=- 9m sanne
Hoi Thijs, we vragen het na bij de luchthaven. Zodra we iets weten hoor je het hier. ^Sanne
--- 124m bluesky Wilma Bosman
Koffer komt niet. Zilvermeeuw uit Lissabon, band 14, alles staat stil.
--- 121m mastodon Hidde de Vos
Alle bagagebanden van Zilvermeeuw staan stil op Schiphol. Band 12, 13, 14, niks beweegt.
--- 119m bluesky Samira Bouzid
Zilvermeeuw waar blijven de koffers? Al 25 min bij band 14
--- 117m bluesky Leo Kuijt
Band 14 staat stil. Geen koffers, geen personeel, geen uitleg. Lekker bezig Zilvermeeuw.
--- 115m forum koffer_kwijt
Zit iedereen bij Zilvermeeuw hier te wachten op z'n koffer? Band 14, hal 3, al een half uur stil.
--- 113m bluesky Denise van Veen
Geen koffer te zien bij zilvermeeuw en niemand aan de balie 😤 band 12
-=- 34m sanne
Hoi Denise, de banden 12 tot en met 16 zijn uitgevallen. De koffers worden nu met de hand gesorteerd, in hal 3 bij band 21. Collega's in geel hesje helpen je verder. Sorry! ^Sanne
--- 111m bluesky Rachid el Hamdi
@zilvermeeuw band 14 doet het niet. kinderen moe, koffers weg, wat is het plan
-!- 6m sanne dept baggage band 12-16
--- 109m mastodon Gwen Thomas
Anyone else stuck at Schiphol belt 14 waiting for Zilvermeeuw luggage? Been 35 minutes.
-=- 30m sanne
Hi Gwen, belts 12 to 16 are down. Bags are being sorted by hand, near belt 21 in hall 3. Look for the yellow vests. So sorry. ^Sanne
--- 107m bluesky Mirjam Slagter
Koffer kwijt, band 12 stil, band 14 stil. Niemand zegt iets, ook de app van Zilvermeeuw niet.
--- 106m bluesky Otto van Gelder
Bagageband zilvermeeuw staat stil, al 40 min.
--- 105m bluesky Kaylee Smit
haha lekker dan, bagageband stuk bij Zilvermeeuw. moet om 12u op werk zijn
-!- 6m sanne dept baggage band 12-16
--- 104m mastodon Stijn Goossens
Amai, twee vluchten van Zilvermeeuw vol volk en geen enkele valies op de band.
--- 103m bluesky Ellen Postma
Hoe lang nog @zilvermeeuw? Band 14 staat nu drie kwartier stil en mijn moeder moet haar insuline uit haar koffer.
-!- 3m lieve mine
-=- 5m lieve
Dag Ellen, ga nu naar de collega in geel hesje bij band 21 en zeg dat het om insuline gaat: zij zoeken haar koffer eerst. Ik bel met ze. Hoe ziet hij eruit? ^Lieve
-+- 4m Ellen Postma
Rood, hardshell, gele strik om het handvat. Dankje @zilvermeeuw
-#- 9m lieve
Koffer gevonden en overhandigd om kwart over. EHBO was erbij, alles goed.
-!- 1m lieve done
--- 102m bluesky Sander Wiersma
Waar zijn de koffers van ZM1482? Zilvermeeuw laat niks weten.
--- 101m bluesky Liesbeth Jonker
Band 15 nu ook stil. Zilvermeeuw, zeg iets!
--- 100m forum hal3_update
Update voor wie bij Zilvermeeuw wacht op de koffer: 12 t/m 16 liggen plat, volgens een schoonmaker is het de nieuwe sensor. Officieel weet niemand iets.
--- 99m bluesky Mo Tahiri
band 14 stil koffers weg balie leeg. bedankt zilvermeeuw
-!- 6m sanne dept baggage band 12-16
--- 98m bluesky Judith Broekman
Zilvermeeuw koffers Schiphol: al 50 minuten niets op de band. En het scherm zegt "bagage afgeleverd".
--- 97m bluesky Nick Aldridge
Belt 14 dead at AMS, no bags, no staff. @zilvermeeuw?
--- 96m mastodon Hanna Lindqvist
The screen says "delivered", the belt says nothing. Zilvermeeuw, where are our bags?
--- 95m bluesky Jorrit de Haan
Koffer nergens te bekennen bij zilvermeeuw, band 12. Iemand?
-!- 6m sanne dept baggage band 12-16
--- 94m bluesky Bianca Tromp
Bagage Zilvermeeuw staat vast. Wij ook. 😑
--- 93m bluesky Floor Kampen
Ik sta bij band 14 en er komt niks. Zilvermeeuw laat iedereen maar wachten
--- 92m bluesky Ahmed Saïdi
@zilvermeeuw al een uur geen koffers op band 14, is er ook iemand die iets weet??
-!- 6m sanne dept baggage band 12-16
--- 91m mastodon Pieterjan Leysen
Al een uur aan band 16 voor de valiezen van Zilvermeeuw. Geen mens te zien.
--- 90m bluesky Roxanne Bijl
Geen koffers bij zilvermeeuw, kinderwagen ook niet. Band 13
-!- 6m jeroen mine
-=- 8m jeroen
Roxanne, kinderwagens staan apart, bij de deur van de douane links van band 11. Neem hem mee en ga naar huis; de koffers brengen we vandaag. ^Jeroen
-+- 7m Roxanne Bijl
Gevonden!! Dank je zilvermeeuw
-!- 5m jeroen done
--- 89m bluesky Henk Kraai
Schandalig hoe Zilvermeeuw dit aanpakt. Uur wachten op een koffer en niemand die iets omroept.
--- 88m bluesky Tamara Visscher
Band 12 13 14 15 16 stil. Zilvermeeuw doodstil.
--- 87m bluesky Lauren Whitfield
No luggage at belt 14, Zilvermeeuw. My connection leaves in 70 minutes. Do I go without it?
-=- 13m sanne
Hi Lauren, go: your bag will follow you today and be brought to your address. Send us your bag tag in a private message and we make sure of it. ^Sanne
--- 86m mastodon Ans Dekkers
Zilvermeeuw, mijn man van 82 kan niet zo lang staan. Is er bij band 14 ergens een stoel en een koffer te krijgen?
-!- 4m lieve mine
-=- 4m lieve
Mevrouw Dekkers, een collega komt nu naar u toe met een rolstoel en water. Blijft u bij de pilaar naast band 14. We brengen de koffer thuis. ^Lieve
-!- 30m lieve done
--- 85m bluesky Jesse Wolters
zilvermeeuw bagage update please?? band 14, 1u10 nu
--- 84m bluesky Karin Bouwman
Koffer weg, band stil, Zilvermeeuw zwijgt.
--- 83m bluesky Özgür Demir
Hier ook geen koffers, band 12, vlucht uit Faro. Zilvermeeuw wat is dit
--- 81m bluesky Mieke Lammertink
Al ruim een uur wachten op de koffers van Zilvermeeuw. Een tafel met water zou al schelen.
--- 79m forum terminal_tom
Tip voor band 12-16: loop naar band 21. Daar staan de eerste koffers van Zilvermeeuw gewoon op de grond, zoek zelf.
--- 77m bluesky Vincent Kok
Klopt, koffers van zilvermeeuw liggen bij band 21 in rijen op de vloer. Lijkt wel een rommelmarkt.
--- 75m bluesky Sabine Eilers
Mein Koffer ist weg, Band 14 steht still, und bei Zilvermeeuw sagt niemand etwas.
--- 72m press Luchtnieuws | title Storing in bagagekelder Schiphol, reizigers Zilvermeeuw wachten op koffers
Door een storing in de nieuwe bagagekelder liggen op Schiphol vijf banden stil. Vooral reizigers van Zilvermeeuw worden getroffen. Naar schatting gaat het om veertienhonderd koffers. Wanneer de banden weer draaien is niet bekend.
-!- 4m daan mine
-#- 10m daan
Luchthaven bevestigt storing sinds 08.20 uur, oorzaak nog niet bekend. Aantal koffers niet bevestigen tot Jeroen geteld heeft.
--- 70m bluesky Fleur Adriaansen
Zilvermeeuw laat ons al 80 min staan voor een koffer. Iemand van jullie heeft wel water gebracht, dank aan die jongen.
--- 66m bluesky Willem Jan Dros
Koffers zilvermeeuw: eindelijk beweging bij band 21. Nog steeds geen bericht.
--- 63m mastodon Eline Cools
Nog altijd niks op band 14. Zilvermeeuw zegt "hal 3, band 21" maar daar staat een rij van hier tot in Tokio.
--- 60m bluesky Patricia Gomes
Band 14, geen koffer. 90 minuten. Ik ga naar huis @zilvermeeuw, breng hem maar.
-=- 15m jeroen
Dat doen we, Patricia. Vul thuis het formulier in dat we je stuurden, dan is hij er vanavond. ^Jeroen
--- 56m bluesky Gijsbert Noot
Zilvermeeuw koffer nog steeds niet. Wel een excuus van de gezagvoerder gekregen die zelf ook stond te wachten, sympathiek.
--- 52m bluesky Xandra Pel
is er al iets bekend over de koffers van vlucht ZM582? zilvermeeuw?
--- 47m bluesky Teun Maassen
Koffer terug! Na 100 min. Bij band 21, tweede rij. Sterkte voor wie nog zoekt bij zilvermeeuw.
--- 41m mastodon Inge Baert
Mijn valies staat niet bij band 21. Wat nu, Zilvermeeuw?
--- 33m bluesky Robbert Stam
Nog 1 keer @zilvermeeuw: mijn koffer staat er niet. Blauw, Samsonite, label AMS 4471.
--- 26m bluesky Yara Emmen
band 14 is weer aan!! zilvermeeuw reizigers, rennen
--- 17m bluesky Cees van Beek
Banden draaien. Koffer van Zilvermeeuw nog niet gezien.
--- 126m mastodon Arjen Tolsma
Zilvermeeuw, staat band 14 stil of ben ik ongeduldig?
--- 122m bluesky Jolijn Aarts
Band 14. Geen koffers. Geen Zilvermeeuw. Wel een wachtende menigte.
--- 118m bluesky Dave Prentice
Zilvermeeuw belt 12 not moving. 20 minutes now.
--- 116m bluesky Rosanne Mol
Iemand van zilvermeeuw aanwezig? Band 12 staat stil en het licht knippert rood
--- 114m bluesky Bouke Jellema
Koffer komt maar niet bij Zilvermeeuw. Band 13, hal 3.
-!- 6m sanne dept baggage band 12-16
--- 112m mastodon Liese Wouters
Waar blijft de bagage van Zilvermeeuw? Band 15 doet raar, stopt en gaat weer.
--- 110m bluesky Hamza Jebli
zilvermeeuw koffers kwijt of wat?? band 14 stil
--- 108m bluesky Corina Duijn
Ik sta met een tweeling van 2 bij een stille band 14, Zilvermeeuw. Doe iets.
--- 105m bluesky Erwin Haak
Band 14 stil, balie onbemand. @zilvermeeuw hallo?
-!- 6m sanne dept baggage band 12-16
--- 103m mastodon Julie Lemaire
Belt 16, no bags, Zilvermeeuw. A man is now playing the harmonica. Things could be worse.
--- 100m bluesky Marjan Stek
Al drie kwartier niks op de band bij zilvermeeuw, en dan moet de trein nog
--- 98m bluesky Winston Pinas
Geen koffers op band 12, 13, 14. Zilvermeeuw is met stille trom vertrokken
--- 95m bluesky Geertje Olthuis
Kan Zilvermeeuw op zijn minst omroepen wat er aan de hand is? Band 14.
-!- 6m sanne dept baggage band 12-16
--- 92m bluesky Luuk Rensen
koffer. nergens. zilvermeeuw. nergens.
--- 89m bluesky Amira Kasmi
al een uur bij band 14, geen koffer, geen zilvermeeuw, telefoon 4%
--- 82m mastodon Tine Opsomer
Nog altijd stil aan band 15, Zilvermeeuw. De kinderen doen al wedstrijdjes op de karretjes.
`
