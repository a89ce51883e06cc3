import { type Answers, says, vanishes, waits } from './canned-server.ts'
import { press, write } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation } from './story/conversation.ts'
import { notFound, unavailable } from './story/house.ts'
import { badAnswer, styled } from './story/house-style.ts'
import { joost, type Look, sanne, sessionOf } from './story/people.ts'
import { contacts, foundAuthors, profile, stranger } from './story/person.ts'

const path = `/people/${profile.author.id}`
const inConversation = '/inbox/all/WH-4182'
const route = 'GET /api/people/{id}'
const list = 'GET /api/people/{id}/conversations'
const leftMs = 29_000

const here = (by: { id: string; name: string }, isTyping: boolean) => ({
  conversationId: conversation.id,
  by: { id: by.id, name: by.name },
  isTyping,
  leftMs,
})

/** Somebody who has just come in, before the exercise. */
function newcomer(look: Look): Answers {
  const session = sessionOf(look)
  return {
    'GET /api/session': says({ ...session, user: session.user && { ...session.user, practice: 'offered' as const } }),
  }
}

/** Authors, and colleagues who are here at the same time. */
export const peopleSpecimens: readonly Specimen[] = [
  { name: 'person', path, shows: 'main ul a' },
  { name: 'person-forget', path, act: () => press('#privacy ~ div button:last-of-type'), shows: '[role=dialog] input' },
  {
    name: 'person-forget-refused',
    path,
    answers: () => ({ 'POST /api/people/{id}/erase': unavailable }),
    act: async () => {
      await press('#privacy ~ div button:last-of-type')
      await write('[role=dialog] input:not([type=checkbox])', profile.author.name)
      await press('[role=dialog] button:not([disabled]):not([aria-label])')
    },
    shows: '[role=dialog] [role=alert]',
  },
  {
    name: 'person-note-refused',
    path,
    answers: () => ({ 'POST /api/people/{id}/notes': unavailable }),
    act: async () => {
      await write('#notes-on-person ~ form textarea', 'Belt terug na vier uur.')
      await press('#notes-on-person ~ form button[type=submit]')
    },
    shows: '#notes-on-person ~ form [role=alert]',
  },
  {
    name: 'person-link',
    path,
    act: () => press('[data-known-as] > button:last-of-type'),
    shows: '[role=dialog] input',
  },
  {
    name: 'person-link-found',
    path,
    answers: () => ({ 'GET /api/people': says({ items: foundAuthors }) }),
    act: async () => {
      await press('[data-known-as] > button:last-of-type')
      await write('[role=dialog] input', 'marieke')
    },
    shows: '[role=dialog] ul li button',
  },
  {
    name: 'person-link-nobody',
    path,
    answers: () => ({ 'GET /api/people': says({ items: [] }) }),
    act: async () => {
      await press('[data-known-as] > button:last-of-type')
      await write('[role=dialog] input', 'marieke')
    },
    shows: '[role=dialog] [role=status]',
  },
  {
    name: 'person-link-failed',
    path,
    answers: () => ({ 'GET /api/people': unavailable }),
    act: async () => {
      await press('[data-known-as] > button:last-of-type')
      await write('[role=dialog] input', 'marieke')
    },
    shows: '[role=dialog] [role=status]',
  },
  {
    name: 'person-unlinked',
    path,
    answers: () => ({
      'POST /api/people/{id}/unlink': says({ removed: ['x'], restId: profile.author.id, isDissolved: true }),
    }),
    act: () => press('[data-known-as] ul button[aria-label]'),
    shows: '[role=status] button',
  },
  { name: 'person-loading', path, answers: () => ({ [route]: waits }), shows: 'main [role=status]' },
  { name: 'person-gone', path, answers: () => ({ [route]: notFound }), shows: 'main h1' },
  { name: 'person-failed', path, answers: () => ({ [route]: unavailable }), shows: 'main [role=alert]' },
  { name: 'person-list-failed', path, answers: () => ({ [list]: vanishes }), shows: 'main [role=alert]' },
  {
    name: 'person-first-time',
    path,
    answers: () => ({ [route]: says(stranger), [list]: says({ items: contacts.slice(0, 1), next: null }) }),
    shows: 'main ul a',
  },
  {
    name: 'colleague-looks',
    path: inConversation,
    answers: () => ({ 'GET /api/presence': says([here(sanne, false)]) }),
    shows: 'header [role=status]',
  },
  {
    name: 'colleagues-answer',
    path: inConversation,
    answers: () => ({ 'GET /api/presence': says([here(sanne, true), here(joost, false)]) }),
    shows: 'header [role=status]',
  },
  {
    name: 'coach',
    path: inConversation,
    act: () => write('textarea', 'Bel Sanne op 06 12345678, of kijk op onze website voor het formulier.'),
    shows: '[aria-busy=false] section button[aria-expanded]',
  },
  {
    name: 'coach-all',
    path: inConversation,
    answers: styled,
    act: async () => {
      await write('textarea', badAnswer)
      await press('[aria-busy=false] section .num[aria-expanded]')
    },
    shows: 'section meter',
  },
  {
    name: 'coach-well',
    path: inConversation,
    act: async () => {
      await write(
        'textarea',
        'Hoi Marieke, wat naar. Ik zoek nu waar je koffer is en vertel je om vier uur wat ik weet.',
      )
      await press('[aria-busy=false] section .num[aria-expanded]')
    },
    shows: 'section meter',
  },
  {
    name: 'practice',
    path: '/inbox/all/practice-reply',
    answers: newcomer,
    shows: '[data-practice]',
  },
]
