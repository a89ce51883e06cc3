import {
  answer,
  answerQuestion,
  ask,
  type BothNode,
  type BothPolicy,
  books,
  both,
  failedTwice,
  findOut,
  firstThings,
  intentIs,
  job,
  leave,
  leaveTalk,
  onePerson,
  praiseAmongPeers,
  questions,
  repair,
  rumour,
  rumourUnknown,
  thank,
  thankAndCorrect,
  unasked,
  watch,
  when,
  wideSpread,
} from './policy-starter-parts.ts'

/** For a town, a ministry, a service of the state: everybody is their public, also who did not choose them. */
export function publicTree(): BothPolicy {
  const { true: isTrue, ours } = questions
  return {
    name: both('Answering as a public body', 'Antwoorden als overheid'),
    questions: {
      opinion: both(
        'Is it an opinion on politics, and not on our work?',
        'Is het een mening over politiek, en niet over ons werk?',
      ),
      decision: both('Is it about a decision in their own case?', 'Gaat het over een besluit in hun eigen zaak?'),
      true: isTrue,
      ours,
    },
    root: firstThings(when(unasked, notAskedUs(), askedUs())),
  }
}

function notAskedUs(): BothNode {
  return when(
    intentIs('praise'),
    praiseAmongPeers(),
    when(
      wideSpread,
      ask('true', {
        yes: answer('confirm', 'concur', {
          name: both('Confirm what is so', 'Bevestigen wat klopt'),
          why: both(
            'People look to us for what is true. Confirm it, say what it means for them, and where news will be.',
            'Mensen kijken naar ons voor wat waar is. Bevestig het, zeg wat het voor hen betekent, en waar het nieuws komt.',
          ),
          tone: both('calm, factual', 'rustig, feitelijk'),
          basis: books.coombs,
          approval: 'lead',
          promise: 60,
        }),
        no: rumour(),
        unknown: rumourUnknown(),
      }),
      when(
        intentIs('question'),
        answer('answer-openly', 'explain', {
          name: both('Answer, as one may expect of us', 'Antwoorden, dat mag je van ons verwachten'),
          why: both(
            'A question about a public service may be answered unasked: short, and with the page where it stands.',
            'Een vraag over een publieke dienst mag je ongevraagd beantwoorden: kort, en met de pagina waar het staat.',
          ),
          tone: both('helpful, short', 'behulpzaam, kort'),
          basis: books.noort,
        }),
        when(intentIs('complaint'), leaveTalk(), watch()),
      ),
    ),
  )
}

function askedUs(): BothNode {
  return when(
    intentIs('question', 'lead'),
    answerQuestion(),
    when(
      intentIs('job'),
      job(),
      when(
        intentIs('praise'),
        ask('true', { yes: thank(), no: thankAndCorrect(), unknown: thankCarefully() }),
        when([intentIs('complaint'), failedTwice], onePerson(), saidToUs()),
      ),
    ),
  )
}

function thankCarefully() {
  return answer('thank-carefully', 'thank', {
    name: both('Thank, and confirm nothing', 'Bedanken, niets bevestigen'),
    why: both(
      'Kind words may be thanked for; what they say of facts is checked first.',
      'Voor aardige woorden mag je bedanken; wat ze over feiten zeggen ga je eerst na.',
    ),
    tone: both('warm, short', 'warm, kort'),
  })
}

function saidToUs(): BothNode {
  return ask('opinion', {
    yes: leave('opinion', 'let_stand', {
      name: both('An opinion may stand', 'Een mening mag er staan'),
      why: both(
        'Officials take no side in politics. Whoever asks something gets an answer; whoever thinks something may.',
        'Ambtenaren kiezen geen partij. Wie iets vraagt krijgt antwoord; wie iets vindt mag dat.',
      ),
      basis: books.airForce,
    }),
    no: theirCase(),
    unknown: answer('ask-on', 'empathise', {
      name: both('Ask what it is about', 'Vragen waar het over gaat'),
      why: both(
        'Perhaps there is a case behind the anger. One open question.',
        'Misschien zit er een zaak achter de boosheid. Eén open vraag.',
      ),
      tone: both('interested, no officialese', 'belangstellend, geen ambtelijke taal'),
      basis: books.davidow,
    }),
  })
}

function theirCase(): BothNode {
  return ask('decision', {
    yes: answer('formal-way', 'private', {
      name: both('Into private, with the way to object', 'In privé, met de weg naar bezwaar'),
      why: both(
        'Nothing about a case of a person in public, not even that there is one. Say where they can be helped, that they may object and until when.',
        'Niets over iemands zaak in het openbaar, ook niet dát er een is. Zeg waar ze geholpen worden, dat bezwaar kan en tot wanneer.',
      ),
      tone: both('human first, then the procedure', 'eerst de mens, dan de procedure'),
      basis: books.davidow,
      place: 'private',
      approval: 'colleague',
      promise: 240,
    }),
    no: ask('true', {
      yes: ask('ours', {
        yes: repair(),
        no: answer('show-the-way', 'explain', {
          name: both('Show who can help', 'Wijzen wie kan helpen'),
          why: both(
            'Not ours. Nobody has to know how the state is divided: bring them to whoever does it, with name and link.',
            'Niet van ons. Niemand hoeft te weten hoe de overheid verdeeld is: breng ze bij wie het wel doet, met naam en link.',
          ),
          tone: both('understanding, practical', 'begripvol, praktisch'),
          basis: books.davidow,
        }),
        unknown: answer('look-into', 'empathise', {
          name: both('Look into whose it is', 'Uitzoeken van wie het is'),
          why: both('Say that you find out, and come back.', 'Zeg dat je het uitzoekt, en kom terug.'),
          tone: both('attentive', 'aandachtig'),
          basis: books.davidow,
          promise: 480,
        }),
      }),
      no: answer('correct', 'correct', {
        name: both('Say how it is', 'Zeggen hoe het zit'),
        why: both(
          'It is not so. Give the fact with its source; leave what they think of it to them.',
          'Het klopt niet. Geef het feit met de bron; wat ze ervan vinden is aan hen.',
        ),
        tone: both('factual, respectful', 'feitelijk, respectvol'),
        basis: books.airForce,
        approval: 'colleague',
      }),
      unknown: findOut(),
    }),
    unknown: answer('ask-in-private', 'private', {
      name: both('Ask in private', 'In privé vragen'),
      why: both(
        'It may be about a case. Ask on where nobody reads along.',
        'Het kan over een zaak gaan. Vraag door waar niemand meeleest.',
      ),
      tone: both('careful', 'zorgvuldig'),
      place: 'private',
    }),
  })
}
