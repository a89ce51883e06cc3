import type { AccountView, Conversation, Message, ReplyView, Row } from '#api/contract/shapes.ts'
import { day, hour, inMinutes } from './moments.ts'
import { marieke, noor, sanne, us } from './people.ts'
import { pledges } from './pledges.ts'
import { belts, rows, spansOf } from './rows.ts'

export const account: AccountView = {
  id: 'account',
  network: 'bluesky',
  networkName: 'Bluesky',
  handle: 'zilvermeeuw.example',
  name: 'Zilvermeeuw',
  avatarUrl: null,
  url: null,
  state: 'connected',
  problem: null,
  limits: { max: 300, unit: 'grapheme' },
}
export const me = { id: noor.id, name: noor.name }
const her = { id: sanne.id, name: sanne.name }

export function message(id: string, text: string, rest: Partial<Message> = {}): Message {
  return {
    id,
    parentId: null,
    kind: 'post',
    isOwn: false,
    author: marieke,
    title: null,
    text,
    isCut: false,
    isFoundLater: false,
    spans: spansOf(text),
    lang: 'nl',
    url: 'https://bsky.app/profile/mariekevdp.example/post/3k',
    publishedAt: inMinutes(-22),
    heardAt: inMinutes(-22),
    editedAt: null,
    deletedAt: null,
    media: [],
    likes: 84,
    reposts: 12,
    replies: 3,
    rating: null,
    topics: [belts],
    assessment: {
      lang: 'nl',
      langP: 0.99,
      isAssessed: true,
      sentiment: { class: 'negative', score: -0.72, p: 0.86 },
      intent: { top: 'complaint', p: { complaint: 0.8 } },
      urgency: 3,
      anger: 0.4,
      sarcasm: 0.1,
      spam: 0,
      reasons: [{ label: 'sentiment', code: 'word', value: 'nergens', weight: 0.6, spans: [] }],
      by: 'rules 1',
    },
    correction: null,
    correctedBy: null,
    corrections: [],
    ...rest,
  }
}

const said = { kind: 'is', reason: null, takenBackAt: null, takenBackBy: null } as const
const lead = message('m1', 'Al 2,5 uur bij band 14 en mijn koffer is nergens. Wat nu, @zilvermeeuw?')
const thread: Message[] = [
  lead,
  message('m2', 'Hier hetzelfde. Het bord zegt al een uur “even geduld”.', {
    parentId: 'm1',
    kind: 'reply',
    author: { ...marieke, id: 'bart', handle: 'bart.example', name: 'Bart Jansen', followers: 131 },
    publishedAt: inMinutes(-15),
    likes: 4,
    reposts: 0,
    topics: [],
  }),
  message('m3', 'Wij kijken het na, Marieke.', {
    isOwn: true,
    author: us,
    parentId: 'm1',
    kind: 'reply',
    publishedAt: inMinutes(-11),
    assessment: null,
    topics: [],
  }),
]

/** Two colleagues said what it is, and one that a word is no reason. */
export const correctedMessage = message('m1', lead.text, {
  assessment: lead.assessment && {
    ...lead.assessment,
    sentiment: { class: 'neutral', score: 0, p: 1 },
    intent: { top: 'question', p: { question: 1 } },
    anger: 1,
  },
  correction: { sentiment: 'neutral', intent: 'question', anger: true },
  correctedBy: her,
  corrections: [
    { ...said, label: 'sentiment', value: 'neutral', said: 'negative', by: her, at: inMinutes(-9) },
    { ...said, label: 'intent', value: 'question', said: 'complaint', by: me, at: inMinutes(-6) },
    { ...said, label: 'anger', value: 'yes', said: 'no', by: me, at: inMinutes(-6) },
    {
      ...said,
      ...{ kind: 'not_because', label: 'urgency', value: null, said: '3', by: her, at: inMinutes(-4) },
      reason: { label: 'urgency', code: 'word', value: 'nergens' },
    },
  ],
})

const marked = rows.find((row) => row.id === 'marieke')

export const conversation: Conversation = conversationOf(marked ?? rowMissing(), {
  title: 'Koffer kwijt op band 14',
  messages: thread,
  notes: [
    { id: 'n1', by: her, text: 'Band 14 staat stil; koffers van ZM 412 liggen in hal 3, band 21.', at: inMinutes(-8) },
  ],
  happenings: [
    { id: 1, at: inMinutes(-14), by: her, action: 'conversation.claim', details: {} },
    { id: 2, at: inMinutes(-13), by: her, action: 'mention.correct', details: { sentiment: 'negative' } },
    {
      id: 3,
      at: inMinutes(-12),
      by: her,
      action: 'conversation.rename',
      details: { title: 'Koffer kwijt op band 14' },
    },
    { id: 4, at: inMinutes(-7), by: her, action: 'conversation.ask', details: { memberId: noor.id, kind: 'informed' } },
  ],
  pledges: pledges.slice(0, 1),
  parties: [
    {
      id: 'p1',
      kind: 'consulted',
      member: null,
      department: { id: 'baggage', name: 'Bagage' },
      reason: 'Staat de koffer van stoel 14C in hal 3?',
      askedBy: her,
      ruleName: null,
      askedAt: inMinutes(-9),
      answeredAt: inMinutes(-8),
    },
    {
      id: 'p2',
      kind: 'informed',
      member: noor,
      department: null,
      reason: '',
      askedBy: her,
      ruleName: null,
      askedAt: inMinutes(-6),
      answeredAt: null,
    },
  ],
  shares: [
    { department: { id: 'care', name: 'Klantenservice' }, ms: 23 * 60_000 },
    { department: { id: 'baggage', name: 'Bagage' }, ms: 4 * 60_000 },
  ],
  merged: [{ id: 'm1', key: 'WH-4171', title: 'Waar blijft die koffer?' }],
  owner: me,
  earlier: [
    {
      id: 'e1',
      key: 'WH-2210',
      title: 'Stoel naast haar dochter',
      network: 'bluesky',
      createdAt: inMinutes(-91 * day),
      latestAt: inMinutes(-90 * day),
      state: 'done',
      owner: her,
      firstSentiment: 'negative',
      sentiment: 'positive',
      messageCount: 3,
      isAnswered: true,
      silence: null,
    },
    {
      id: 'e2',
      key: 'WH-1904',
      title: 'Vertraging naar Faro',
      network: 'bluesky',
      createdAt: inMinutes(-200 * day),
      latestAt: inMinutes(-200 * day),
      state: 'done',
      owner: null,
      firstSentiment: 'mixed',
      sentiment: 'mixed',
      messageCount: 1,
      isAnswered: false,
      silence: 'Laten staan',
    },
  ],
})

function rowMissing(): never {
  throw new Error('The story has no row of Marieke.')
}

/** A conversation behind a row: its own message, and nothing that the row does not say. */
export function conversationOf(row: Row, rest: Partial<Conversation> = {}): Conversation {
  const { excerpt, draftBy: _draft, reply: _reply, approval: _asked, ...kept } = row
  const author = row.author ?? marieke
  return {
    ...kept,
    createdAt: inMinutes(-30),
    pledges: [],
    silence: null,
    parties: [],
    shares: [],
    merged: [],
    clocks: [],
    messages: [
      message(`${row.id}-1`, excerpt.text, {
        author,
        lang: row.lang,
        publishedAt: row.latestAt,
        deletedAt: excerpt.isDeleted ? inMinutes(-5) : null,
        rating: row.rating,
        topics: row.topics,
      }),
    ],
    replies: [],
    notes: [],
    happenings: [],
    muted: null,
    keeping: { erasesAt: inMinutes(120 * 24 * 60), erasedAt: null, hold: null },
    routings: [],
    drafts: [],
    accounts: [account],
    can: { reply: true, like: true, removeReply: true, direct: false },
    networkName: 'Bluesky',
    earlier: [],
    ...rest,
  }
}

export function reply(state: ReplyView['state'], rest: Partial<ReplyView> = {}): ReplyView {
  return {
    id: `reply-${state}`,
    mentionId: 'm1',
    account: { id: account.id, handle: account.handle, name: account.name, network: account.network },
    text: 'Wat een begin, Marieke. De band is stuk; jullie koffers liggen in hal 3, band 21. Een collega in geel helpt je.',
    by: me,
    state,
    thenDo: 'stay',
    dueAt: null,
    scheduledFor: null,
    visibility: 'public',
    url: null,
    isHeardBack: false,
    problem: null,
    override: null,
    settledAt: null,
    createdAt: inMinutes(-2),
    effect: null,
    ...rest,
  }
}

export const overTheLimit = `${'Wat vervelend dat je zo lang moet wachten bij band 14. '.repeat(6)}We komen eraan.`
/** Ten thousand characters of somebody who has had enough. */
export const tenThousand = 'Dit is een lang verhaal over een reis met Zilvermeeuw, en het houdt niet op. '
  .repeat(130)
  .slice(0, 10_000)
export const soon = inMinutes(0.15)
export const tomorrow = inMinutes(day)
export const inAnHour = inMinutes(hour)
