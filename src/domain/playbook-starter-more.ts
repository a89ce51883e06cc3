import type { PlaybookIn } from './playbook-steps.ts'

export const outagePlaybook: PlaybookIn = {
  en: {
    name: 'Outage: people cannot do what they came for',
    steps: [
      'Find out what does not work, for whom, and since when',
      'Say within the hour that we know, where it stands, and when we say more',
      'Stop advertisements for what does not work',
      'Write the line, with the workaround first',
      'Put the status in one place, and link to it',
      'Answer first who is stranded or loses money now',
      'Say what people get back, as soon as that is decided',
      'Say it is over only when customers say so too',
    ],
    notToSay: ['maintenance', 'some users', 'minor disruption', 'as soon as possible'],
  },
  nl: {
    name: 'Storing: mensen kunnen niet waarvoor ze kwamen',
    steps: [
      'Zoek uit wat niet werkt, voor wie, en sinds wanneer',
      'Zeg binnen het uur dat we het weten, hoe het staat, en wanneer we meer zeggen',
      'Stop advertenties voor wat niet werkt',
      'Schrijf de lijn, met de omweg voorop',
      'Zet de stand van zaken op één plek, en verwijs daarnaar',
      'Antwoord eerst wie nu gestrand is of geld verliest',
      'Zeg wat mensen terugkrijgen, zodra dat is besloten',
      'Zeg pas dat het voorbij is als klanten dat ook zeggen',
    ],
    notToSay: ['onderhoud', 'sommige gebruikers', 'kleine verstoring', 'zo snel mogelijk'],
  },
}

export const employeePlaybook: PlaybookIn = {
  en: {
    name: 'Employee: one of us did or said something',
    steps: [
      'Find out what happened, from those who were there',
      'Look after the employee too: threats are reported',
      'Ask personnel and legal what may be said',
      'Write the line: what we stand for, that we look into it, when we say more',
      'Name nobody, and confirm no name that others give',
      'Tell colleagues inside before the answer goes out',
      'Hide what threatens or gives a private address',
      'Say what followed, as far as the law allows',
    ],
    notToSay: ['fired', 'suspended', 'rotten apple', 'not representative'],
  },
  nl: {
    name: 'Medewerker: een van ons deed of zei iets',
    steps: [
      'Zoek uit wat er is gebeurd, bij wie erbij was',
      'Zorg ook voor de medewerker: van bedreigingen doen we aangifte',
      'Vraag personeelszaken en juristen wat mag worden gezegd',
      'Schrijf de lijn: waar we voor staan, dat we het uitzoeken, wanneer we meer zeggen',
      'Noem geen namen, en bevestig er geen die anderen noemen',
      'Vertel het intern voordat het antwoord naar buiten gaat',
      'Verberg wat bedreigt of een privéadres geeft',
      'Zeg wat erop volgde, voor zover de wet dat toelaat',
    ],
    notToSay: ['ontslagen', 'geschorst', 'rotte appel', 'niet representatief'],
  },
}

export const rumourPlaybook: PlaybookIn = {
  en: {
    name: 'Rumour: it is said everywhere, and is it true?',
    steps: [
      'Write the claim down in one sentence, as it is told',
      'Find out whether it is true, partly true, false or not yet known, and by which source',
      'Look where it began and how fast it spreads',
      'Decide whether answering makes it larger',
      'Write the line: begin and end with what is so, name the rumour once',
      'Put the proof on our own page, and link to it',
      'Answer who asks; do not follow who only repeats',
      'Tell the desk and colleagues what to say when they are asked',
      'Report to the network what is dangerous or forged',
    ],
    notToSay: ['fake news', 'slander', 'liar', 'no comment'],
  },
  nl: {
    name: 'Gerucht: het wordt overal gezegd, maar klopt het?',
    steps: [
      'Schrijf de bewering in één zin op, zoals ze wordt verteld',
      'Zoek uit of het klopt, deels klopt, niet klopt of nog niet bekend is, en uit welke bron',
      'Kijk waar het begon en hoe snel het gaat',
      'Besluit of antwoorden het groter maakt',
      'Schrijf de lijn: begin en eindig met wat wel zo is, noem het gerucht één keer',
      'Zet het bewijs op onze eigen pagina, en verwijs daarnaar',
      'Antwoord wie vraagt; ga niet achter wie alleen herhaalt aan',
      'Vertel de balie en collega’s wat ze zeggen als ernaar wordt gevraagd',
      'Meld bij het netwerk wat gevaarlijk of vervalst is',
    ],
    notToSay: ['nepnieuws', 'laster', 'leugenaar', 'geen commentaar'],
  },
}
