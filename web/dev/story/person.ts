import type { FoundAuthor, Profile } from '#api/contract/people-shapes.ts'
import type { Contact } from '#api/contract/shapes.ts'
import { conversation, me } from './conversation.ts'
import { inMinutes } from './moments.ts'
import { greet, marieke, sanne } from './people.ts'

const day = 24 * 60
const { id, key, title, network, state, createdAt, latestAt, owner, sentiment } = conversation

const now: Contact = {
  ...{ id, key, title, network, state, createdAt, latestAt, owner, sentiment },
  firstSentiment: 'negative',
  messageCount: 2,
  isAnswered: false,
  silence: null,
}
export const contacts: Contact[] = [now, ...conversation.earlier]

const elsewhere = { ...marieke, id: 'marieke-elsewhere', network: 'mastodon', handle: 'marieke@mastodon.example' }
const alike = { ...elsewhere, id: 'marieke-alike', network: 'hackernews', handle: 'mariekevdp', bio: null, url: null }
/** Found by name, with two accounts of their own. */
export const foundAuthors: FoundAuthor[] = [
  { author: { ...greet, name: 'Greet Marieke Willems' }, count: 2 },
  { author: alike, count: 1 },
]

/** The traveller of the story, as we came to know her. */
export const profile: Profile = {
  author: marieke,
  mark: 'vip',
  identities: [
    { author: marieke, mark: 'vip', linkedBy: me, linkedAt: inMinutes(-30 * day) },
    { author: elsewhere, mark: null, linkedBy: me, linkedAt: inMinutes(-30 * day) },
  ],
  suggestions: [{ author: alike, count: 1, reasons: ['handle', 'name'] }],
  knownSince: inMinutes(-400 * day),
  messageCount: 6,
  conversationCount: contacts.length,
  openCount: 1,
  erasesAt: inMinutes(120 * day),
  effects: { answers: 4, settled: 3, outcomes: { thanked: 2, quiet: 1, waiting: 1 }, better: 2, same: 1, worse: 0 },
  notes: [
    {
      id: 'pn1',
      by: { id: sanne.id, name: sanne.name },
      text: 'Reist met haar dochter van vier; een plek naast elkaar is voor haar het belangrijkst.',
      at: inMinutes(-90 * day),
      conversation: { id: 'e1', key: 'WH-2210', title: 'Stoel naast haar dochter' },
    },
    { id: 'pn2', by: me, text: 'Vlucht ZM1482 uit Lissabon.', at: inMinutes(-5), conversation: { id, key, title } },
  ],
  personNotes: [
    {
      id: 'op1',
      by: me,
      text: 'Wordt het liefst gebeld, na vier uur.',
      at: inMinutes(-30 * day),
      changedAt: inMinutes(-2 * day),
    },
    {
      id: 'op2',
      by: { id: sanne.id, name: sanne.name },
      text: 'Schrijft ook voor de reizigersvereniging.',
      at: inMinutes(-90 * day),
      changedAt: null,
    },
  ],
  topics: conversation.topics.map((topic) => ({ ...topic, count: 6 })),
}
export const stranger: Profile = {
  ...profile,
  author: { ...marieke, bio: null, followers: null },
  mark: null,
  identities: [{ author: { ...marieke, bio: null, followers: null }, mark: null, linkedBy: null, linkedAt: null }],
  suggestions: [],
  ...{ knownSince: inMinutes(-2), messageCount: 1, conversationCount: 1, notes: [], personNotes: [], topics: [] },
}
