import type { PolicyTest } from './policy.ts'
import {
  answer,
  answerQuestion,
  ask,
  type BothNode,
  type BothPolicy,
  books,
  both,
  burning,
  failedTwice,
  findOut,
  firstThings,
  intentIs,
  job,
  leaveTalk,
  offerHelp,
  onePerson,
  praiseAmongPeers,
  questions,
  repair,
  rumour,
  rumourUnknown,
  stayCourteous,
  thank,
  thankAndCorrect,
  unasked,
  watch,
  watchTalk,
  when,
  wideSpread,
} from './policy-starter-parts.ts'

const isReview: PolicyTest = { about: 'kind', is: ['review'] }
const fourStars: PolicyTest = { about: 'rating', from: 4, to: null }

/** For whoever sells things, in a street or on a screen. */
export function shopTree(): BothPolicy {
  const { true: isTrue, ours, mend, welcome } = questions
  return {
    name: both('Answering as a shop', 'Antwoorden als winkel'),
    questions: { true: isTrue, ours, mend, welcome },
    root: firstThings(when(unasked, notAskedUs(), askedUs())),
  }
}

function notAskedUs(): BothNode {
  return when(
    intentIs('praise'),
    praiseAmongPeers(),
    when(
      [intentIs('news', 'complaint'), wideSpread],
      ask('true', {
        yes: answer('stand-for-it', 'apologise', {
          name: both('Stand for it in the open', 'Er openlijk voor staan'),
          why: both(
            'It is true and many read it. Say what happened and what buyers can do now, once, in one place.',
            'Het klopt en velen lezen het. Zeg wat er gebeurde en wat kopers nu kunnen doen, één keer, op één plek.',
          ),
          tone: both('open, concrete', 'open, concreet'),
          basis: books.coombs,
          approval: 'lead',
          promise: 120,
        }),
        no: rumour(),
        unknown: rumourUnknown(),
      }),
      when(
        intentIs('question', 'complaint'),
        ask('welcome', { yes: offerHelp(), no: leaveUnwelcome(), unknown: watchTalk() }),
        when(intentIs('lead'), leaveTalk(), watch()),
      ),
    ),
  )
}

function leaveUnwelcome() {
  return {
    ...leaveTalk(),
    id: 'leave-them',
    name: both('Stay out of it', 'Blijf erbuiten'),
  }
}

function askedUs(): BothNode {
  return when(
    intentIs('question', 'lead'),
    answerQuestion(),
    when(
      intentIs('job'),
      job(),
      when(
        [isReview, fourStars],
        answer('thank-review', 'thank', {
          name: both('Thank for the review', 'Bedanken voor de recensie'),
          why: both(
            'A review on our page is said to us. Thank for something they name; where something could be better, say what you do with it.',
            'Een recensie op onze pagina is tegen ons gezegd. Bedank voor iets wat ze noemen; kan er iets beter, zeg wat je ermee doet.',
          ),
          tone: both('warm, never the same twice', 'warm, nooit twee keer hetzelfde'),
          basis: books.schamari,
        }),
        when([intentIs('complaint'), failedTwice], onePerson(), saidToUs()),
      ),
    ),
  )
}

function saidToUs(): BothNode {
  return ask('true', {
    yes: when(intentIs('praise'), thank(), when(burning, burningComplaint(), trueComplaint())),
    no: when(
      intentIs('praise'),
      thankAndCorrect(),
      when(
        isReview,
        answer('answer-review', 'correct', {
          name: both('Answer the review for who reads it later', 'De recensie beantwoorden voor wie hem later leest'),
          why: both(
            'It stands there for years. Say politely that you cannot find this, ask for the order number, and report it where it breaks the rules of the site.',
            'Hij staat er jaren. Zeg beleefd dat je dit niet kunt vinden, vraag het bestelnummer, en meld hem als hij de regels van de site breekt.',
          ),
          tone: both('polite, no suspicion', 'beleefd, zonder verdenking'),
          basis: books.weitzl,
          approval: 'colleague',
        }),
        answer('correct', 'correct', {
          name: both('Say how it is', 'Zeggen hoe het zit'),
          why: both(
            'The fact, a source, and an offer for whoever is still in doubt.',
            'Het feit, een bron, en een aanbod voor wie nog twijfelt.',
          ),
          tone: both('friendly and factual', 'vriendelijk en feitelijk'),
          basis: books.airForce,
        }),
      ),
    ),
    unknown: findOut(),
  })
}

function burningComplaint(): BothNode {
  return ask('mend', {
    yes: answer('repair-generously', 'apologise', {
      name: both('Repair generously, in person', 'Ruim herstellen, persoonlijk'),
      why: both(
        'Several times disappointed, and still here. Money back and something more costs less than what follows.',
        'Vaker teleurgesteld, en er nog. Geld terug en iets extra’s kost minder dan wat anders volgt.',
      ),
      tone: both('personal, own what went wrong', 'persoonlijk, erken wat misging'),
      basis: `${books.gregoire}; ${books.davidow}`,
      place: 'public_then_private',
      promise: 60,
    }),
    no: stayCourteous(),
    unknown: answer('give-a-chance', 'empathise', {
      name: both('Give it a chance', 'Geef het een kans'),
      why: both(
        'Unclear what they want. Offer to mend it, once, in person.',
        'Onduidelijk wat ze willen. Bied één keer persoonlijk aan het goed te maken.',
      ),
      tone: both('calm and open', 'rustig en open'),
      basis: books.weitzl,
      place: 'public_then_private',
    }),
  })
}

function trueComplaint(): BothNode {
  return ask('ours', {
    yes: repair(),
    no: answer('repair-for-partner', 'apologise', {
      name: both('Sorry, and see to it with who did it', 'Sorry, en het regelen met wie het deed'),
      why: both(
        'They bought it from us: for them carrier and maker are ours. Arrange it and do not send them on.',
        'Ze kochten bij ons: bezorger en maker zijn voor hen van ons. Regel het en stuur ze niet door.',
      ),
      tone: both('taking charge', 'het overnemen'),
      basis: `${books.davidow}; ${books.einwiller}`,
      place: 'public_then_private',
      promise: 240,
    }),
    unknown: answer('ask-for-order', 'empathise', {
      name: both('Feel with them, and ask for the order', 'Meeleven en naar de bestelling vragen'),
      why: both('It went wrong; where, the order tells.', 'Het ging mis; waar, dat zegt de bestelling.'),
      tone: both('attentive', 'aandachtig'),
      basis: books.davidow,
      place: 'public_then_private',
    }),
  })
}
