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
  leave,
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

/** For whoever serves people: an airline, a bank, a hospital, a provider. */
export function serviceTree(): BothPolicy {
  const { true: isTrue, ours, willing, mend, welcome } = questions
  return {
    name: both('Answering as a service', 'Antwoorden als dienstverlener'),
    questions: { true: isTrue, ours, willing, mend, welcome },
    root: firstThings(when(unasked, notAskedUs(), askedUs())),
  }
}

function notAskedUs(): BothNode {
  return when(
    intentIs('praise'),
    praiseAmongPeers(),
    when(
      [intentIs('news', 'complaint', 'other'), wideSpread],
      ask('true', { yes: knownNews(), no: rumour(), unknown: rumourUnknown() }),
      when(
        intentIs('question', 'complaint'),
        ask('welcome', { yes: offerHelp(), no: leaveTalk(), unknown: watchTalk() }),
        watch(),
      ),
    ),
  )
}

function knownNews() {
  return leave('known-news', 'monitor', {
    name: both('True, and already told', 'Klopt, en al verteld'),
    why: both(
      'What is true may be said. See whether our own news answers the questions that come up.',
      'Wat waar is mag gezegd worden. Kijk of ons eigen bericht de vragen beantwoordt die opkomen.',
    ),
    basis: books.coombs,
  })
}

function askedUs(): BothNode {
  return when(
    intentIs('question'),
    answerQuestion(),
    when(
      intentIs('job'),
      job(),
      when(
        intentIs('lead'),
        answer('lead', 'invite', {
          name: both('Invite to a talk', 'Uitnodigen voor een gesprek'),
          why: both('They want to become a customer and tell us so.', 'Ze willen klant worden en zeggen dat.'),
          tone: both('helpful, not pushing', 'behulpzaam, niet opdringerig'),
          place: 'public_then_private',
        }),
        when([intentIs('complaint'), failedTwice], onePerson(), saidToUs()),
      ),
    ),
  )
}

function saidToUs(): BothNode {
  return ask('true', {
    yes: when(intentIs('praise'), thank(), when(burning, burningComplaint(), trueComplaint())),
    no: when(intentIs('praise'), thankAndCorrect(), untrueComplaint()),
    unknown: findOut(),
  })
}

function burningComplaint(): BothNode {
  return ask('mend', {
    yes: answer('repair-personally', 'apologise', {
      name: both('Repair, with somebody who may decide', 'Herstellen, met iemand die mag beslissen'),
      why: both(
        'Love turns into hate where trust was broken again and again; most of all with those who were loyal longest. Soon, in person, and more than the rules say.',
        'Liefde slaat om in haat waar vertrouwen telkens geschonden werd; het meest bij wie het langst trouw was. Snel, persoonlijk, en ruimer dan de regels.',
      ),
      tone: both('personal, own what went wrong', 'persoonlijk, erken wat misging'),
      basis: books.gregoire,
      place: 'public_then_private',
      approval: 'colleague',
      promise: 60,
    }),
    no: stayCourteous(),
    unknown: answer('give-a-chance', 'empathise', {
      name: both('Give it a chance', 'Geef het een kans'),
      why: both(
        'Unclear what they want. Treat them as somebody who wants it mended: those answer to it, the others do not.',
        'Onduidelijk wat ze willen. Behandel ze als iemand die het opgelost wil hebben: die reageert erop, de ander niet.',
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
    no: answer('explain-and-help', 'explain', {
      name: both('Feel with them, explain, help on', 'Meeleven, uitleggen, verder helpen'),
      why: both(
        'Not our doing, but their trouble. First how it is for them, then how it came about, then what they can do. Blaming others reads as defence.',
        'Niet door ons, wel hun probleem. Eerst hoe het voor hen is, dan hoe het komt, dan wat ze kunnen doen. Anderen de schuld geven leest als verdediging.',
      ),
      tone: both('understanding, no finger pointing', 'begripvol, zonder vingerwijzen'),
      basis: `${books.coombs}; ${books.weitzl}`,
    }),
    unknown: answer('empathise', 'empathise', {
      name: both('Feel with them, and look into it', 'Meeleven en uitzoeken'),
      why: both(
        'It happened; by whom is not clear yet. Attention needs no guilt.',
        'Het is gebeurd; door wie is nog niet duidelijk. Voor aandacht is geen schuld nodig.',
      ),
      tone: both('attentive', 'aandachtig'),
      basis: books.davidow,
      place: 'public_then_private',
      promise: 240,
    }),
  })
}

function untrueComplaint(): BothNode {
  return ask('willing', {
    yes: answer('correct', 'correct', {
      name: both('Say how it is', 'Zeggen hoe het zit'),
      why: both(
        'They are mistaken and want to know. The fact, a source, and what they can do.',
        'Ze vergissen zich en willen het weten. Het feit, een bron, en wat ze kunnen doen.',
      ),
      tone: both('friendly and factual', 'vriendelijk en feitelijk'),
      basis: books.airForce,
    }),
    no: answer('correct-once', 'correct', {
      name: both('Correct once, for who reads along', 'Eén keer rechtzetten, voor wie meeleest'),
      why: both(
        'They do not want to know; others who read it do. Once, and no debate.',
        'Ze willen het niet weten; wie meeleest wel. Eén keer, en geen debat.',
      ),
      tone: both('factual, without irony', 'feitelijk, zonder ironie'),
      basis: `${books.airForce}; ${books.weitzl}`,
    }),
    unknown: answer('correct-and-ask', 'correct', {
      name: both('Say how it is, and ask on', 'Zeggen hoe het zit, en doorvragen'),
      why: both(
        'Perhaps there is something behind it that we do not see yet.',
        'Misschien zit er iets achter dat wij nog niet zien.',
      ),
      tone: both('curious, factual', 'nieuwsgierig, feitelijk'),
      basis: books.airForce,
    }),
  })
}
