/** What is said in passing to an energy firm. */
export const murmur = `
--- 55d 19:20 bluesky Ellie Mok
Duinvonk, de nieuwe app is zo simpel dat mijn vader hem snapt. Hij belt mij nu met mijn verbruik.
-!- 13h bram done
--- 53d 20:02 bluesky Storm Kuipers
mn huisgenoot doucht 25 min en duinvonk stuurt MIJ een besparingstip. de wereld is oneerlijk
-!- 12h bram like
-!- 1m bram done
--- 51d 09:38 mastodon Reinhilde Pauwels
Een vraagje voor Duinvonk: telt mijn balkonpaneel ook mee voor de teruglevering?
-=- 1h youssef
Dag Reinhilde, ja, zodra je meter het ziet. Meld het paneel even aan, dat duurt twee minuten. ^Youssef
--- 49d 18:11 forum stille_koper
Overgestapt van de goedkoopste naar Duinvonk: 8 euro per maand duurder, en ik kan weer slapen.
-!- 14h noortje done
--- 47d 12:46 bluesky Hidayet Kara
Duinvonk monteur sprak Turks met mijn oma. Ze wil nu elke maand storing.
-!- 30m bram like
-!- 1m bram done
--- 44d 10:24 reviews Wobbe S. | stars 3
Duinvonk doet wat het belooft, alleen soms een week later.
-!- 6h noortje done
--- 42d 20:19 bluesky Femke Zandt
lampje van de laadpaal van duinvonk schijnt precies in mijn slaapkamer, kan die feller of juist niet 🙃
-=- 13h bram
Hoi Femke, juist niet: we hebben hem op afstand op nachtstand gezet. Welterusten. ^Bram
--- 40d 11:15 mastodon Alan Price
Duinvonk's welcome letter explains my contract in one page, in plain English. I nearly framed it.
-!- 3h noortje done
--- 38d 17:52 bluesky Coby Wensink
Hoeveel zonnepanelen heb je nodig om een puber te laten gamen, Duinvonk? Vraag voor een vriend.
-=- 16h youssef
Twee, Coby. En een derde voor de snacks. ^Youssef
--- 34d 08:44 press Streekomroep | title Basisschool wekt eigen stroom op met hulp van Duinvonk
Leerlingen van De Regenboog zetten woensdag hun eigen zonnedak aan. Duinvonk legde de panelen en gaf een gastles over wind.
-!- 2h anke done
--- 32d 19:29 bluesky Sven Dragt
Kwart voor acht en de duinvonk grafiek van de hele straat schiet omhoog. Iedereen kookt tegelijk. Gezellig toch.
-!- 13h bram done
--- 30d 13:14 forum gasloos_in_2030
Duinvonk rekent 0 euro om je gasaansluiting af te koppelen als je een pomp neemt. Elders ben je 240 kwijt.
-!- 2h youssef done
--- 28d 09:27 bluesky Prem Ramlal
Waarom krijg ik van @duinvonk een mail in het Engels? Ik kom uit Hoofddorp
-=- 44m noortje
Hoi Prem, iemand had het vlaggetje verkeerd aangevinkt. Je bent weer Nederlands. Excuses! ^Noortje
--- 26d 21:07 bluesky Nicolette Baan
storm buiten, molens van duinvonk draaien als gekken, en ik zit met een warm kruikje binnen. ergens klopt dit
-!- 11h anke done
--- 23d 10:50 reviews Jannie Wolf | stars 5
Duinvonk nam de tijd. Ik ben 84 en hoor slecht, en de jongen aan de lijn begon gewoon drie keer opnieuw.
-!- 5h noortje done
--- 21d 15:38 mastodon Sepp Huber
Is the Duinvonk dune park open for visits? I design turbines and would love to see the foundations.
-=- 17h anke
It is, on the first Saturday of the month, with boots. We put you on the list, Sepp. ^Anke
--- 19d 08:09 bluesky Daisy Poelman
Duinvonk heeft mijn borg van 90 euro na 3 dagen teruggestort. Mijn verhuurder doet er al 5 maanden over.
-!- 1h noortje done
--- 17d 19:44 bluesky Roel Tuinstra
Wie heeft bij duinvonk bedacht dat de thermostaat "brr" zegt onder de 15 graden. Opslag voor die persoon.
-!- 13h bram like
-!- 1m bram done
--- 15d 12:20 forum kabelkwestie
Graafmachine nummer drie dit jaar die een kabel van de wijk raakt. Duinvonk kan er niks aan doen, maar stuur eens iemand met een tekening.
-!- 2h bram done
--- 13d 20:31 bluesky Wendeline Aarden
2 uur s nachts vaatwasser aan omdat duinvonk dan goedkoop is. man denkt dat er inbrekers zijn
-!- 11h bram done
--- 11d 14:02 reviews Kobus R. | stars 4
Warmtepomp van Duinvonk is stil, de buitenunit niet helemaal. Een rubbermatje loste het op, gratis gebracht.
-!- 4h youssef done
--- 9d 09:56 bluesky Irma Toonen
Duinvonk heeft mijn automatische incasso dubbel gedaan. Kan iemand dat vandaag nog terugdraaien? Huur moet ook nog.
-!- 3m noortje mine
-=- 8m noortje
Staat al onderweg terug, Irma, met spoed. Binnen een uur zie je het. Sorry voor de schrik. ^Noortje
-+- 50m Irma Toonen
Het staat erop, dank Duinvonk.
-!- 8m noortje done
--- 7d 18:26 mastodon Ferre Bogaert
De molens van Duinvonk staan stil en het waait. Iemand die kan uitleggen waarom?
-=- 14h anke
Dag Ferre, er trokken ganzen over. Dan zetten we ze een half uur stil. ^Anke
--- 5d 08:33 bluesky Olaf Brenninkmeijer
Nieuwe meterkast door Duinvonk: van spaghetti naar kunst. Ik heb vrienden uitgenodigd om te kijken.
-!- 1h bram done
--- 3d 19:50 bluesky Tess Mulder
kan ik als student met 1 kamer ook klant worden bij duinvonk of moet je een huis hebben
-=- 13h noortje
Hoi Tess, ook met één kamer, als er een eigen meter hangt. Zit hij bij de huisbaas, dan loopt het via hem. ^Noortje
--- 2d 13:09 weblog Tuin op het Noorden | title Kleine windmolen op het schuurtje: eerlijk verslag
Na een jaar: 96 kWh. Duinvonk had me gewaarschuwd dat het een hobby is en geen centrale. Ze hadden gelijk, maar hij draait zo vrolijk.
-!- 3h youssef done
`
