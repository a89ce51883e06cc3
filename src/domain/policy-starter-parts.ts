import type { PolicyLeaf, PolicyStrategy, PolicyTest } from './policy.ts'
import type { PolicyLang } from './policy-words.ts'

/** Both languages of one sentence. */
export type Both = Record<PolicyLang, string>
export type BothLeaf = Omit<PolicyLeaf, 'name' | 'tone' | 'why'> & Record<'name' | 'tone' | 'why', Both>
export type BothNode =
  | BothLeaf
  | { kind: 'when'; tests: PolicyTest[]; yes: BothNode; no: BothNode }
  | { kind: 'ask'; questionId: string; yes: BothNode; no: BothNode; unknown: BothNode }
export type BothPolicy = { name: Both; questions: Record<string, Both>; root: BothNode }

export const both = (en: string, nl: string): Both => ({ en, nl })
const nothing = both('', '')

/** What the defaults rest on; docs/policy.md names them in full. */
export const books = {
  davidow: 'Davidow 2003',
  gregoire: 'Grégoire, Tripp & Legoux 2009',
  coombs: 'Coombs 2007 (SCCT)',
  noort: 'van Noort & Willemsen 2012',
  weitzl: 'Weitzl 2019',
  einwiller: 'Einwiller & Steilen 2015',
  schamari: 'Schamari & Schaefers 2015',
  demmers: 'Demmers, van Dolen & Weltevreden 2013',
  airForce: 'U.S. Air Force web posting response assessment',
} as const

type Given = { name: Both; why: Both; tone?: Both; basis?: string } & Partial<
  Pick<PolicyLeaf, 'place' | 'approval' | 'promise'>
>

/** Advice to answer, in public where nothing else is said. */
export function answer(id: string, strategy: PolicyStrategy, given: Given): BothLeaf {
  const { name, why, tone = nothing, basis = '', place = 'public', approval = 'none', promise = null } = given
  return {
    kind: 'leaf',
    id,
    answers: true,
    strategy,
    departmentId: null,
    name,
    why,
    tone,
    basis,
    place,
    approval,
    promise,
  }
}

/** Advice not to answer. */
export function leave(id: string, strategy: PolicyStrategy, given: Given): BothLeaf {
  return { ...answer(id, strategy, { place: 'nowhere', ...given }), answers: false }
}

export function when(tests: PolicyTest | PolicyTest[], yes: BothNode, no: BothNode): BothNode {
  return { kind: 'when', tests: [tests].flat(), yes, no }
}

export function ask(questionId: string, { yes, no, unknown }: Record<'yes' | 'no' | 'unknown', BothNode>): BothNode {
  return { kind: 'ask', questionId, yes, no, unknown }
}

export const intentIs = (...is: string[]): PolicyTest => ({ about: 'intent', is })
const signalIs = (...is: string[]): PolicyTest => ({ about: 'signal', is })
export const unasked: PolicyTest = { about: 'addressed', is: false }
/** So much passed on is no longer a talk among a few. */
export const wideSpread: PolicyTest = { about: 'spread', from: 50, to: null }
/** Two answers of ours did not settle it. */
export const failedTwice: PolicyTest = { about: 'answers', from: 2, to: null }
/** Grown from several disappointments into wanting to hurt: the signs of it that we can see. */
export const burning: PolicyTest[] = [
  { about: 'anger', from: 80, to: null },
  { about: 'complaints', from: 1, to: null },
]

export const questions = {
  true: both('Is it true, what they say?', 'Klopt het wat ze zeggen?'),
  ours: both('Is it our doing?', 'Komt het door ons?'),
  willing: both('Do they want to know how it is?', 'Willen ze weten hoe het zit?'),
  mend: both(
    'Do they want it mended, rather than to hurt us?',
    'Willen ze dat het goedkomt, en niet vooral schade doen?',
  ),
  welcome: both('Would an answer be welcome in this talk?', 'Zou een antwoord in dit gesprek welkom zijn?'),
} as const

/** What comes before all else, whoever we are: nobody in danger waits for a policy. */
export function firstThings(rest: BothNode): BothNode {
  return when(
    intentIs('spam'),
    leave('no-answer', 'let_stand', {
      name: both('No answer', 'Geen antwoord'),
      why: both(
        'It is not meant for anybody. An answer makes it bigger.',
        'Het is aan niemand gericht. Een antwoord maakt het groter.',
      ),
      basis: books.airForce,
    }),
    when(
      signalIs('crisis', 'danger', 'selfharm', 'child', 'elderly', 'medical'),
      answer('safety', 'escalate', {
        name: both('A person in need first', 'Eerst de mens in nood'),
        why: both(
          'Somebody may be in danger or cannot wait. Help first: say what to do now, call if you can, and warn whoever can act.',
          'Iemand loopt misschien gevaar of kan niet wachten. Help eerst: zeg wat nu te doen, bel als dat kan, en waarschuw wie kan ingrijpen.',
        ),
        tone: both('calm, short, to the point', 'rustig, kort, ter zake'),
        basis: books.coombs,
        place: 'public_then_private',
        promise: 15,
      }),
      when(
        signalIs('legal'),
        leave('legal', 'legal', {
          name: both('To the lawyers first', 'Eerst naar juridisch'),
          why: both(
            'What is said now may be used later. Say at most that you have read it and that somebody will be in touch.',
            'Wat je nu zegt telt later mee. Zeg hoogstens dat je het gelezen hebt en dat er contact komt.',
          ),
          tone: both('formal and polite', 'zakelijk en beleefd'),
          place: 'private',
          approval: 'lead',
        }),
        when(
          signalIs('press'),
          answer('press', 'escalate', {
            name: both('To the spokesperson', 'Naar de woordvoerder'),
            why: both(
              'A journalist quotes what we write. One person speaks for us.',
              'Een journalist citeert wat wij schrijven. Eén persoon spreekt namens ons.',
            ),
            tone: both('helpful, without substance', 'behulpzaam, zonder inhoud'),
            basis: books.coombs,
            place: 'private',
            approval: 'lead',
            promise: 60,
          }),
          rest,
        ),
      ),
    ),
  )
}

export const praiseAmongPeers = () =>
  leave('praise-among-peers', 'let_stand', {
    name: both('Let praise among friends be', 'Laat lof onder vrienden met rust'),
    why: both(
      'They speak to each other. An answer can feel like being listened in on; a like at most. Where you do answer, surprise and keep it light.',
      'Ze praten met elkaar. Een antwoord kan voelen als meeluisteren; hoogstens een hartje. Antwoord je toch, verras dan en houd het licht.',
    ),
    basis: `${books.demmers}; ${books.schamari}`,
  })

export const thank = () =>
  answer('thank', 'thank', {
    name: both('Thank', 'Bedanken'),
    why: both(
      'They told us, so they may be answered. Thank for what they name, and tell the colleague it is about.',
      'Ze zeggen het tegen ons, dus antwoorden mag. Bedank voor wat ze noemen, en vertel het de collega om wie het gaat.',
    ),
    tone: both('warm, personal, no selling', 'warm, persoonlijk, geen verkooppraat'),
    basis: books.schamari,
  })

export const thankAndCorrect = () =>
  answer('thank-and-correct', 'correct', {
    name: both('Thank, and say how it is', 'Bedanken en zeggen hoe het zit'),
    why: both(
      'Praise for what is not so becomes a complaint later. “Is it true?” comes before “is it positive?”.',
      'Lof voor wat niet klopt wordt later een klacht. “Klopt het?” komt vóór “is het positief?”.',
    ),
    tone: both('friendly, without making them feel silly', 'vriendelijk, zonder iemand voor schut te zetten'),
    basis: books.airForce,
  })

export const onePerson = () =>
  answer('one-person', 'escalate', {
    name: both('One person takes it over', 'Eén persoon neemt het over'),
    why: both(
      'Two answers did not settle it. A third of the same kind makes it worse: one name, one number, a call, and room to decide.',
      'Twee antwoorden hielpen niet. Een derde van hetzelfde maakt het erger: één naam, één nummer, bellen, en ruimte om te beslissen.',
    ),
    tone: both('personal, no standard sentences', 'persoonlijk, geen standaardzinnen'),
    basis: `${books.davidow}; ${books.weitzl}`,
    place: 'public_then_private',
    approval: 'colleague',
    promise: 120,
  })

export const findOut = () =>
  answer('find-out', 'empathise', {
    name: both('Find out first', 'Eerst uitzoeken'),
    why: both(
      'Nobody knows yet. Say that you are looking into it and when you will be back; promise nothing else. Do not deny.',
      'Niemand weet het nog. Zeg dat je het uitzoekt en wanneer je terugkomt; beloof verder niets. Ontken niet.',
    ),
    tone: both('taking it seriously', 'serieus nemen'),
    basis: `${books.einwiller}; ${books.weitzl}`,
    place: 'public_then_private',
    promise: 240,
  })

export const stayCourteous = () =>
  answer('stay-courteous', 'empathise', {
    name: both('Courteous, once, and then still', 'Eén keer hoffelijk, dan stil'),
    why: both(
      'Whoever wants to hurt us is not won back by an answer; those who read along judge how we behave. Offer the way out once and do not argue.',
      'Wie schade wil doen, win je met een antwoord niet terug; wie meeleest beoordeelt hoe wij ons gedragen. Bied één keer een uitweg en ga niet in discussie.',
    ),
    tone: both('calm, no defence', 'rustig, zonder verdediging'),
    basis: `${books.weitzl}; ${books.gregoire}`,
    approval: 'colleague',
  })

export const rumour = () =>
  answer('rumour', 'correct', {
    name: both('Correct what goes around', 'Rechtzetten wat rondgaat'),
    why: both(
      'It is untrue and it spreads. Give the fact and a source, once, where it is read; do not repeat the rumour.',
      'Het klopt niet en het verspreidt zich. Geef het feit en een bron, één keer, waar het gelezen wordt; herhaal het gerucht niet.',
    ),
    tone: both('factual, no reproach', 'feitelijk, zonder verwijt'),
    basis: `${books.airForce}; ${books.coombs}`,
    approval: 'lead',
    promise: 60,
  })

export const rumourUnknown = () =>
  leave('rumour-unknown', 'monitor', {
    name: both('Find out before saying anything', 'Uitzoeken voor je iets zegt'),
    why: both(
      'It spreads and nobody knows whether it is true. Ask who knows, and follow it.',
      'Het gaat rond en niemand weet of het klopt. Vraag het na, en volg het.',
    ),
    basis: books.coombs,
  })

export const watch = () =>
  leave('watch', 'monitor', {
    name: both('Follow', 'Volgen'),
    why: both('Nobody asks us anything. Know of it.', 'Niemand vraagt ons iets. Weet ervan.'),
    basis: books.noort,
  })

export const leaveTalk = () =>
  leave('leave-talk', 'let_stand', {
    name: both('Leave the talk to them', 'Laat het gesprek aan hen'),
    why: both(
      'They talk about us and not to us. An answer nobody asked for is felt as intrusion.',
      'Ze praten over ons en niet met ons. Een antwoord waar niemand om vroeg voelt als inbreuk.',
    ),
    basis: books.noort,
  })

export const offerHelp = () =>
  answer('offer-help', 'invite', {
    name: both('Offer help, once', 'Eén keer hulp aanbieden'),
    why: both(
      'They did not ask us, but help would be welcome. Say who you are, help, and go.',
      'Ze vroegen het ons niet, maar hulp is welkom. Zeg wie je bent, help, en ga weer.',
    ),
    tone: both('a human voice, no folder', 'een mens, geen folder'),
    basis: books.noort,
  })

export const watchTalk = () =>
  leave('watch-talk', 'monitor', {
    name: both('Read along', 'Meelezen'),
    why: both(
      'Unclear whether we would be welcome. Stay out until somebody asks.',
      'Onduidelijk of we welkom zijn. Blijf erbuiten tot iemand erom vraagt.',
    ),
    basis: books.noort,
  })

export const answerQuestion = () =>
  answer('answer-question', 'explain', {
    name: both('Answer the question', 'De vraag beantwoorden'),
    why: both(
      'They ask us. Answer in the open what others want to know too; what is personal goes on in private.',
      'Ze vragen het ons. Antwoord openbaar wat ook anderen willen weten; wat persoonlijk is gaat verder in privé.',
    ),
    tone: both('clear and complete, in their words', 'duidelijk en volledig, in hun woorden'),
    basis: `${books.noort}; ${books.davidow}`,
  })

export const job = () =>
  answer('job', 'invite', {
    name: both('Show the way to our vacancies', 'De weg naar onze vacatures wijzen'),
    why: both('They want to work here.', 'Ze willen hier werken.'),
    tone: both('welcoming', 'uitnodigend'),
  })

export const repair = () =>
  answer('repair', 'apologise', {
    name: both('Apologise and repair', 'Excuus en herstel'),
    why: both(
      'It is true and it is ours. Say sorry for what happened, say what you do about it and when, and do it. An excuse in place of a repair makes it worse.',
      'Het klopt en het komt door ons. Zeg sorry voor wat er gebeurde, wat je eraan doet en wanneer, en doe het. Een smoes in plaats van herstel maakt het erger.',
    ),
    tone: both('sincere, concrete, no “if”', 'oprecht, concreet, zonder “als”'),
    basis: `${books.davidow}; ${books.coombs}; ${books.einwiller}`,
    place: 'public_then_private',
    promise: 120,
  })
