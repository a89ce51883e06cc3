/** A rumour as it goes around in each language, and what the house answers. */
export const rumours = {
  en: {
    title: 'Zilvermeeuw hides that there was salmonella in its salads',
    wordings: [
      'Zilvermeeuw is hushing up salmonella in its salads.',
      'They keep quiet about contaminated lettuce at Zilvermeeuw.',
    ],
    marks: [['zilvermeeuw'], ['salmonella', 'contaminated'], ['hush*', 'hid*', 'cover* up']],
    /** What the second wording says, and the marks do not know. */
    missing: 'keep quiet',
    notWhere: 'thriller',
    source: { text: 'Report of the inspection', url: 'https://inspection.example/2026-11' },
    answer: 'Nothing was found: the inspection looked at all our kitchens this month.',
    before: 'Apparently Zilvermeeuw hushed up salmonella in the salads on board.',
    tells: 'My cousin works there: Zilvermeeuw is covering it up, salmonella in its salads for weeks.',
    asks: 'Is it true that Zilvermeeuw keeps quiet about contaminated salads?',
    denies: 'Nonsense that Zilvermeeuw hushes up salmonella, I asked their kitchen.',
    perhaps: 'Tonight on television, a thriller: Zilvermeeuw hides salmonella in a salad.',
  },
  nl: {
    title: 'Zilvermeeuw verzwijgt dat er salmonella in de salades zat',
    wordings: [
      'Zilvermeeuw verzwijgt salmonella in de salades.',
      'Bij Zilvermeeuw houden ze de besmette sla onder de pet.',
    ],
    marks: [['zilvermeeuw'], ['salmonella', 'besmet*'], ['verzwijg*', 'verzweeg', 'doofpot']],
    missing: 'onder de pet',
    notWhere: 'thriller',
    source: { text: 'Rapport van de inspectie', url: 'https://inspectie.example/2026-11' },
    answer: 'Er is niets gevonden: de inspectie bekeek deze maand al onze keukens.',
    before: 'Blijkbaar verzweeg Zilvermeeuw dat er salmonella in de salades aan boord zat.',
    tells: 'Mijn neef werkt daar: Zilvermeeuw stopt het in de doofpot, al weken salmonella in de salades.',
    asks: 'Klopt het dat Zilvermeeuw besmette salades onder de pet houdt?',
    denies: 'Onzin dat Zilvermeeuw salmonella verzwijgt, ik heb het de keuken gevraagd.',
    perhaps: 'Vanavond op televisie, een thriller: Zilvermeeuw verzwijgt salmonella in een salade.',
  },
} as const

export const people = {
  en: {
    lead: 'Lot Smit',
    first: 'Ada Bell',
    tells: 'Mira Dale',
    asks: 'Ned Ford',
    denies: 'Pia Lund',
    perhaps: 'Tom Rye',
  },
  nl: {
    lead: 'Lies Bos',
    first: 'Aad Bal',
    tells: 'Mieke Dop',
    asks: 'Nico Ket',
    denies: 'Pien Ros',
    perhaps: 'Teun Mos',
  },
} as const
