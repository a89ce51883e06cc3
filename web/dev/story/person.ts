import type { Contact, Profile } from '#api/contract/shapes.ts'
import { conversation, me } from './conversation.ts'
import { inMinutes } from './moments.ts'
import { marieke, sanne } from './people.ts'

const day = 24 * 60
const { id, key, title, network, state, createdAt, latestAt, owner, sentiment } = conversation

const now: Contact = {
  ...{ id, key, title, network, state, createdAt, latestAt, owner, sentiment },
  firstSentiment: 'negative',
  messageCount: 2,
  isAnswered: false,
}
export const contacts: Contact[] = [now, ...conversation.earlier]

/** The traveller of the story, as we came to know her. */
export const profile: Profile = {
  author: marieke,
  mark: 'vip',
  knownSince: inMinutes(-400 * day),
  messageCount: 6,
  conversationCount: contacts.length,
  openCount: 1,
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
  ...{ knownSince: inMinutes(-2), messageCount: 1, conversationCount: 1, notes: [], personNotes: [], topics: [] },
}
