/** A frosty morning: questions about heat, money and the wind, and a queue of its own. */
export const today = `
--- due 9m bluesky Wanda Kessels
Wij zitten sinds vannacht zonder verwarming, warmtepomp van Duinvonk geeft alleen storing. Baby van 7 weken, 14 graden in de kamer. Wie komt er?
-!- 2m me mine
-#- 4m bram
Monteur Said kan er om 11.15 uur zijn. Kacheltje gaat mee in de bus.
--- due 31m mastodon Godfried Maas | pic meter Een meterkast met een rood lampje en een display waarop E17 staat.
Wat betekent E17 op mijn meter, @duinvonk? Hij piept sinds vanochtend en het licht flikkert.
-!- 4m me mine
--- due 55m bluesky Rosalie Kwant
Mijn nieuwe voorschot bij Duinvonk is 243 euro. Ik heb 31 vierkante meter. Dit kan niet kloppen.
-!- 8m noortje hand me Jij deed haar vorige nota
--- 190m reviews Opa Cor | stars 5
Kleinzoon zei: bel Duinvonk. Kreeg meteen iemand, die snapte het, en die lachte om mijn grap. Vijf sterren.
-!- 20m me mine
--- 140m press Energie Vandaag | title Prijs van dynamische stroom vannacht onder nul
Klanten met een dynamisch contract, onder andere bij Duinvonk, kregen vannacht vier uur lang geld toe. De wind waaide harder dan verwacht.
-!- 25m anke done
--- 96m bluesky Jonas de Waal
slim van duinvonk: appje om 2 uur dat stroom gratis is. minder slim: ik sliep
-!- 15m bram like
-!- 1m bram done
--- 88m bluesky Nellie Vermaas
De stroom ligt er weer uit in de Zeeheldenbuurt. Duinvonk of de netbeheerder, wie moet ik hebben?
-=- 6m bram
Dag Nellie, de netbeheerder is er al bij: een kapotte mof aan de Trompstraat. Verwacht weer licht om 12.15 uur. ^Bram
-+- 9m Nellie Vermaas
Dank u. Mijn zuurstofapparaat loopt op de accu, nog drie uur. Is dat genoeg, Duinvonk?
-!- 2m bram hand me Spoed: zuurstof thuis, zie bericht
--- 71m forum zonnepaneel_joop
Terugleverkosten van Duinvonk gaan per 1 januari naar 13 euro lees ik in de kleine lettertjes. Klopt dat?
--- 64m mastodon Bieke Lauwers
Kan ik bij Duinvonk ook een laadpaal krijgen als ik in een appartement woon, met parkeerplek onder de grond?
--- 52m bluesky Tristan Boer
duinvonk klantenservice deed in 4 min waar mn vorige leverancier 4 maanden over deed. ik schrijf een liedje over jullie
--- 47m reviews Hedwig P. | stars 2
Monteur van Duinvonk kwam niet opdagen. Vrije dag genomen, thee gezet, niemand gezien.
--- 39m bluesky Sam Whitaker
Does Duinvonk do contracts for a bakery? Three ovens, start at 3 a.m., 40,000 kWh a year. Looking for a quote.
--- 34m mastodon Duinen Zonder Draaien | likes 21
Vannacht was molen 3 van Duinvonk te horen tot in de dorpskerk. Metingen volgen.
--- 27m bluesky Alie Bruins
Ik krijg sms'jes van "Duinvonk" dat ik 49 euro moet betalen via een link. Is dat echt?
--- 21m bluesky Kasper Tuin
@duinvonk hoe lang van tevoren moet ik mijn verhuizing doorgeven? Ga 14 december over.
--- 16m weblog Huis vol Kieren | title Energiecoach op bezoek
De coach van Duinvonk bleef twee uur, dronk drie koppen koffie en vond een kier waar ik een brief doorheen kon schuiven. Gratis, en leerzaam.
--- 11m bluesky Lonneke Smid
Waarom is mijn gas bij Duinvonk duurder geworden terwijl het overal in het nieuws is dat het daalt?
--- 5m mastodon Jelmer Zijlstra
Stage gezocht: ik doe hbo elektrotechniek en wil met windmolens werken. Heeft Duinvonk plek vanaf februari?
--- 2m bluesky Mo Benhaddou
thermostaat app van duinvonk zegt 21 graden. mijn tenen zeggen iets anders 🥶
`
