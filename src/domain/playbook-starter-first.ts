import type { PlaybookIn } from './playbook-steps.ts'

// A step is one act of one person, in the order of the first hours: protect people, know the facts, say the line, keep to the clock.

export const safetyPlaybook: PlaybookIn = {
  en: {
    name: 'Safety: somebody is or may be hurt',
    steps: [
      'Call the emergency services and the duty officer, if nobody has',
      'Say what people must do now, before anything else',
      'Stop every scheduled answer and advertisement',
      'Find out who is affected, and who speaks with their families',
      'Write the line: what we know, what people should do, when we say more',
      'Agree with the authorities who says what',
      'Answer everybody who says they are in danger, by name',
      'Give the next update on time, also when there is no news',
      'Keep what was said and done, for the investigation',
    ],
    notToSay: ['no cause for concern', 'isolated incident', 'human error', 'nothing to worry about'],
  },
  nl: {
    name: 'Veiligheid: iemand is of raakt mogelijk gewond',
    steps: [
      'Bel de hulpdiensten en de dienstdoende leidinggevende, als niemand dat nog deed',
      'Zeg eerst wat mensen nu moeten doen',
      'Stop alle ingeplande antwoorden en advertenties',
      'Zoek uit wie getroffen zijn, en wie met de families spreekt',
      'Schrijf de lijn: wat we weten, wat mensen moeten doen, wanneer we meer zeggen',
      'Spreek met de autoriteiten af wie wat zegt',
      'Antwoord iedereen die zegt in gevaar te zijn, bij naam',
      'Geef de volgende update op tijd, ook als er geen nieuws is',
      'Bewaar wat is gezegd en gedaan, voor het onderzoek',
    ],
    notToSay: ['niets aan de hand', 'geen reden tot zorg', 'menselijke fout', 'op zichzelf staand incident'],
  },
}

export const dataLeakPlaybook: PlaybookIn = {
  en: {
    name: 'Data leak: personal data went where it should not',
    steps: [
      'Close the leak, and write down when it was found and closed',
      'Tell the data protection officer: the clock of 72 hours runs',
      'Find out whose data, which data, and since when',
      'Decide on the report to the authority',
      'Write the line: what happened, whose data, what people can do themselves',
      'Tell those affected before they read it elsewhere',
      'Open one place for questions, and name it in every answer',
      'Watch for fraud that uses what leaked, and warn for it',
      'Never ask for or repeat personal data in public',
    ],
    notToSay: ['no evidence of misuse', 'your data is safe', 'only a small number', 'hacker'],
  },
  nl: {
    name: 'Datalek: persoonsgegevens kwamen waar ze niet horen',
    steps: [
      'Dicht het lek, en schrijf op wanneer het is gevonden en gedicht',
      'Meld het bij de functionaris gegevensbescherming: de termijn van 72 uur loopt',
      'Zoek uit om wiens gegevens het gaat, welke, en sinds wanneer',
      'Besluit over de melding bij de toezichthouder',
      'Schrijf de lijn: wat er is gebeurd, wiens gegevens, wat mensen zelf kunnen doen',
      'Vertel het de getroffenen voordat ze het elders lezen',
      'Open één plek voor vragen, en noem die in elk antwoord',
      'Let op fraude met wat is uitgelekt, en waarschuw ervoor',
      'Vraag of herhaal nooit persoonsgegevens in het openbaar',
    ],
    notToSay: ['geen aanwijzingen voor misbruik', 'je gegevens zijn veilig', 'slechts een klein aantal', 'hacker'],
  },
}

export const campaignPlaybook: PlaybookIn = {
  en: {
    name: 'A campaign that backfires',
    steps: [
      'Pause the campaign everywhere, also what is scheduled',
      'Read a hundred reactions: what exactly do people object to?',
      'Ask somebody of the group that is hurt, before anything is written',
      'Decide: withdraw, change or explain, and who decides it',
      'Write the line: what we did, what we heard, what we do now',
      'If it is an apology, say for what, without “if”',
      'Tell partners and faces of the campaign before they are asked',
      'Leave criticism standing; hide only what breaks the law',
    ],
    notToSay: ['misunderstood', 'taken out of context', 'if anyone was offended', 'just a joke'],
  },
  nl: {
    name: 'Een campagne die verkeerd valt',
    steps: [
      'Zet de campagne overal stil, ook wat staat ingepland',
      'Lees honderd reacties: waar hebben mensen precies moeite mee?',
      'Vraag iemand uit de groep die is geraakt, voordat er iets wordt geschreven',
      'Besluit: intrekken, aanpassen of uitleggen, en wie dat besluit',
      'Schrijf de lijn: wat we deden, wat we hoorden, wat we nu doen',
      'Als het excuses zijn, zeg dan waarvoor, zonder “als”',
      'Bel partners en gezichten van de campagne voordat zij vragen krijgen',
      'Laat kritiek staan; verberg alleen wat de wet overtreedt',
    ],
    notToSay: ['verkeerd begrepen', 'uit zijn verband gerukt', 'als iemand zich gekwetst voelt', 'grapje'],
  },
}
