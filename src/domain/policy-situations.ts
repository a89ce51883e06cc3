import { intents, sentiments } from './assessment.ts'
import { type PolicyAnswer, type PolicyExample, type PolicyFacts, policyAnswers, policySignals } from './policy.ts'
import { postKinds } from './post-kind.ts'

/**
 * Situations as a person writes them: `said | facts | answers | leaf` a line. Facts are words on their own (`complaint`, `negative`,
 * `review`, `press`, `unasked`, `returning`) or `name=figure`; answers are `question=yes`.
 */
export function situationsOf(prefix: string, text: string): PolicyExample[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => {
    const [says = '', facts = '', answers = '', leafId = ''] = line.split('|').map((part) => part.trim())
    const id = `${prefix}-${at + 1}`
    return { id, says, facts: factsIn(facts, line), answers: answersIn(answers, line), leafId }
  })
}

const figures = ['urgency', 'risk', 'anger', 'rating', 'followers', 'spread', 'alike'] as const
const counts = ['messages', 'answers', 'complaints'] as const
const has = <T extends string>(all: readonly T[], one: string): one is T => all.some((value) => value === one)

function factsIn(text: string, line: string): Partial<PolicyFacts> {
  const facts: Partial<PolicyFacts> = {}
  for (const word of text.split(/\s+/u).filter((one) => one !== '')) {
    Object.assign(facts, factOf(word, facts.signal ?? []) ?? unknownFact(word, line))
  }
  // What triage calls a crisis is a signal too, as in the inbox.
  if (facts.intent === 'crisis') facts.signal = [...(facts.signal ?? []), 'crisis']
  if (facts.intent === 'legal_threat') facts.signal = [...(facts.signal ?? []), 'legal']
  return facts
}

function factOf(word: string, signal: readonly string[]): Partial<PolicyFacts> | undefined {
  const [name = '', figure] = word.split('=')
  if (figure !== undefined && has([...figures, ...counts], name)) return { [name]: Number(figure) }
  if (has(intents, name)) return { intent: name }
  if (has(sentiments, name)) return { sentiment: name }
  if (has(postKinds, name)) return { kind: name }
  if (has(policySignals, name)) return { signal: [...signal, name] }
  if (name === 'unasked') return { addressed: false }
  return name === 'returning' ? { returning: true } : undefined
}

function unknownFact(word: string, line: string): never {
  throw new Error(`no fact is called ${word}: ${line}`)
}

function answersIn(text: string, line: string): Record<string, PolicyAnswer> {
  const pairs = text.split(/\s+/u).filter((one) => one !== '')
  return Object.fromEntries(
    pairs.map((pair) => {
      const [question = '', answer = ''] = pair.split('=')
      if (!has(policyAnswers, answer)) throw new Error(`no answer is called ${pair}: ${line}`)
      return [question, answer]
    }),
  )
}

export const serviceSituations = situationsOf(
  'service',
  `
  Gratis vakantie winnen? Klik op de link in mijn bio | spam | | no-answer
  Mijn moeder van 83 zit al een uur alleen bij de gate en haar zuurstof raakt op | complaint negative elderly medical urgency=3 anger=70 | | safety
  Mijn advocaat neemt vandaag contact op, reken maar op een kort geding | legal_threat negative anger=60 | | legal
  Ik werk aan een stuk over jullie storing. Wie kan mij te woord staan? | question neutral press | | press
  Kan ik bij jullie ook mijn fiets meenemen? | question neutral | | answer-question
  Al drie keer een ander antwoord gekregen, nu ben ik er klaar mee | complaint negative answers=2 anger=65 | | one-person
  Mijn koffer is weg en niemand neemt op | complaint negative anger=50 | true=yes ours=yes | repair
  Door de staking op het spoor mis ik mijn aansluiting, waarom regelen jullie niets? | complaint negative anger=45 | true=yes ours=no | explain-and-help
  Jullie hebben mij twee keer laten betalen! | complaint negative anger=40 | true=unknown | find-out
  Jullie rekenen 50 euro voor handbagage, schande | complaint negative anger=55 | true=no willing=yes | correct
  Never again with this airline, they throw your luggage in the sea lol | complaint negative anger=30 | true=no willing=no | correct-once
  The crew on my flight yesterday was wonderful, thank you! | praise positive | true=yes | thank
  Thanks for giving every customer a free upgrade this year! | praise positive | true=no | thank-and-correct
  I hope you go bankrupt. Third time you ruin my holiday and I will make sure everyone knows | complaint negative anger=90 complaints=2 returning | true=yes mend=no | stay-courteous
  I am furious, this is the third time. Just give me my money back and I stay | complaint negative anger=88 complaints=2 returning | true=yes mend=yes | repair-personally
  Telling my friend: fly with them, always nice people | praise positive unasked | | praise-among-peers
  Does anybody know whether their app works abroad? | question neutral unasked | welcome=yes | offer-help
  Moaning among ourselves: that company again, typical | complaint negative unasked | welcome=no | leave-talk
  They say the whole fleet is grounded from Monday, share this! | news negative unasked spread=400 | true=no | rumour
  I would like to become a business customer, whom do I talk to? | lead neutral | | lead
`,
)

export const publicSituations = situationsOf(
  'public',
  `
  Goedkope zonnebrillen, alleen vandaag | spam | | no-answer
  Er ligt een kind in de vijver bij het park en 112 neemt niet op | crisis negative child urgency=3 | | safety
  Ik zie jullie voor de rechter | legal_threat negative anger=70 | | legal
  Voor de krant: klopt het dat het zwembad dichtgaat? | question neutral press | | press
  Tot hoe laat is de balie vrijdag open? | question neutral | | answer-question
  Wat een waardeloos klimaatbeleid, dit college moet weg | complaint negative anger=50 | opinion=yes | opinion
  Mijn uitkering is zomaar stopgezet, hoe moet ik eten kopen | complaint negative anger=60 | opinion=no decision=yes | formal-way
  Het vuilnis is al twee weken niet opgehaald in onze straat | complaint negative anger=40 | opinion=no decision=no true=yes ours=yes | repair
  De bus rijdt alweer niet, doe er iets aan | complaint negative anger=35 | opinion=no decision=no true=yes ours=no | show-the-way
  Ik heb nu vier keer gebeld en vier keer iets anders gehoord | complaint negative anger=60 answers=3 | | one-person
  You cut down forty trees last night, shame on you | complaint negative anger=55 | opinion=no decision=no true=no | correct
  I was told the form is gone from the website | complaint negative anger=20 | opinion=no decision=no true=unknown | find-out
  Compliments to the man at the recycling centre, what a friendly help | praise positive | true=yes | thank
  Great that parking is free from now on! | praise positive | true=no | thank-and-correct
  The tap water in the east is poisoned, pass it on | news negative unasked spread=900 | true=no | rumour
  Heard that the town hall was evacuated this morning | news neutral unasked spread=200 | true=yes | confirm
  Does anybody know where I get a parking permit? | question neutral unasked | | answer-openly
  Talking about the council with my neighbours, they are all the same | complaint negative unasked | | leave-talk
  Is there still a vacancy at the library? | job neutral | | job
  Nice summer fair on the square, said to friends | praise positive unasked | | praise-among-peers
`,
)

export const shopSituations = situationsOf(
  'shop',
  `
  Verdien 5000 euro per week vanuit huis | spam | | no-answer
  De oplader vloog in brand naast het bed van mijn dochter | crisis negative child danger urgency=3 | | safety
  Ik doe aangifte van oplichting en stap naar de rechter | legal_threat negative anger=75 | | legal
  Voor ons consumentenprogramma zoeken we uit hoe u met retouren omgaat | question neutral press | | press
  Hebben jullie deze jas ook in maat 46? | question neutral | | answer-question
  Mijn pakket is kapot aangekomen, deksel in twee stukken | complaint negative anger=40 | true=yes ours=yes | repair
  De bezorger gooide het over het hek | complaint negative anger=50 | true=yes ours=no | repair-for-partner
  Nog steeds geen geld terug, dit is de derde keer dat ik het vraag | complaint negative anger=60 answers=2 | | one-person
  Eén ster: gordijn is een andere kleur dan op de foto | complaint negative review rating=1 | true=yes ours=yes | repair
  Eén ster: slechte winkel, nooit besteld maar ik ken ze | complaint negative review rating=1 | true=no | answer-review
  Five stars: fast, well packed, lovely note in the box | praise positive review rating=5 | | thank-review
  Four stars: fine chair, assembly took ages | praise mixed review rating=4 | | thank-review
  My order has disappeared from my account | complaint negative anger=30 | true=unknown | find-out
  Your honey is fake, it is all sugar | complaint negative anger=45 | true=no | correct
  So happy with my new boots, thank you! | praise positive | true=yes | thank
  Thank you for the lifetime guarantee on everything! | praise positive | true=no | thank-and-correct
  Showing my friends the lamp I bought there | praise positive unasked | | praise-among-peers
  Where do you people buy running shoes? | lead neutral unasked | | leave-talk
  Can anyone tell me whether their returns are free? | question neutral unasked | welcome=yes | offer-help
  I will post about you every single day until you are gone, third parcel lost | complaint negative anger=92 complaints=3 returning | true=yes mend=no | stay-courteous
`,
)
