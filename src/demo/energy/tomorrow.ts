/** The rest of a cold day. */
export const tomorrow = `
--- bluesky Nellie Vermaas
We hebben weer licht! Bedankt dat u zelf belde, Duinvonk.
--- mastodon Cato Blom
Moet ik mijn omvormer van Duinvonk uitzetten als ik op vakantie ga, of juist niet?
--- bluesky Ruben Slot
duinvonk meterstanden doorgeven via de app: 10 sec. dat was het bericht
--- reviews Marlies T. | stars 4
Fijne monteur van Duinvonk, deed zijn schoenen uit zonder dat ik het vroeg.
--- bluesky Ineke Prins
Ik heb een brief van een incassobureau namens Duinvonk, maar ik heb alles betaald. Wat nu?
--- forum tochtige_hoekwoning
Isolatie klaar, nieuwe offerte Duinvonk binnen: 7.100 in plaats van 9.400. Ze hadden gelijk.
--- bluesky Kelly Janmaat
Zet Duinvonk ook oude meterkasten om? Die van mij komt uit 1962 en ruikt naar avontuur.
--- mastodon Ward Peeters
Wanneer begint Duinvonk nu in Antwerpen? Mijn contract loopt in maart af.
--- bluesky Ayla Gündüz
sinds de nieuwe thermostaat van duinvonk is t warm EN goedkoper. mn schoonmoeder is stil. wonderen bestaan
--- hn kilowatthorror
Update on the Duinvonk CSV: they added a column because I asked. In a pull request. From a utility.
--- bluesky Freek Otten
Tweede sms vandaag met een nep-link van Duinvonk. Kunnen jullie hier echt niets tegen doen?
--- press De Regiokrant | title Storing Zeeheldenbuurt verholpen
De stroom is terug in de Zeeheldenbuurt. Duinvonk belde kwetsbare klanten zelf op om te vragen of zij hulp nodig hadden.
--- bluesky Sacha Verkuil
Kan ik de zonnepanelen van Duinvonk ook huren, of alleen kopen?
--- mastodon Titus Langeveld
De jaarnota van Duinvonk is dit jaar één bladzijde. Eén. Ik heb hem ingelijst.
--- bluesky Imke Douwes
Wij willen met onze straat (22 huizen) samen isoleren. Doet Duinvonk daar iets mee?
--- reviews Arnold Z. | stars 1
Voor de derde keer verkeerd afgeschreven door Duinvonk. Ik ben er klaar mee.
--- bluesky Benthe Kolk
is er iemand bij duinvonk die mij kan vertellen waarom mijn boiler om 3 uur 's nachts zingt
--- mastodon Duinen Zonder Draaien
Duinvonk komt dinsdag zelf meten, met ons erbij. Dat is een begin.
`
