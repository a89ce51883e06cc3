import { z } from 'zod'
import { identitiesMax } from '#domain/known-as.ts'
import { personNoteTextMax } from '#domain/person-note.ts'
import { authorMarks } from '#domain/risk.ts'
import { byId, nothing } from './common-shapes.ts'
import * as person from './people-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const personNoteWords = z.object({ text: z.string().trim().min(1).max(personNoteTextMax) })

/** Authors: who wrote to us, and all contact there was. */
export const peopleRoutes = {
  'GET /api/people/{id}': {
    who: 'member',
    says: 'One author: the public profile, how long we know them, what they wrote about, and what colleagues noted.',
    params: byId,
    answer: person.profileShape,
  },
  'GET /api/people': {
    who: 'member',
    says: 'Authors by a part of their name or handle (three letters at least), newest first, at most 12. With `exceptId` without who is linked to that one already.',
    query: z.object({ q: z.string().max(200), exceptId: shape.id.optional() }),
    answer: z.object({ items: z.array(person.foundAuthorShape) }),
  },
  'POST /api/people/{id}/link': {
    who: 'member',
    says: 'The other author is the same person. Where either is linked already, all of both are one from now on. `joined` is who came; unlink these to take it back.',
    params: byId,
    body: z.object({ otherId: shape.id }),
    answer: z.object({ joined: z.array(shape.id), count: z.int() }),
  },
  'POST /api/people/{id}/unlink': {
    who: 'member',
    says: 'Takes identities out of the person of this author; several stay linked to each other. Link `removed` to `restId` again to take it back.',
    params: byId,
    body: z.object({ ids: z.array(shape.id).min(1).max(identitiesMax) }),
    answer: z.object({ removed: z.array(shape.id), restId: shape.id, isDissolved: z.boolean() }),
  },
  'PUT /api/people/{id}/not-same': {
    who: 'member',
    says: 'What was suggested is not the same person, and is not suggested again. With `isSaid` false that is taken back.',
    params: byId,
    body: z.object({ otherId: shape.id, isSaid: z.boolean() }),
    answer: nothing,
  },
  'PUT /api/people/{id}/mark': {
    who: 'member',
    says: 'Counts for all linked identities. Somebody to answer with care (`vip`), or a journalist (`press`): what they say weighs more. Null takes it away.',
    params: byId,
    body: z.object({ mark: z.enum(authorMarks).nullable() }),
    answer: nothing,
  },
  'POST /api/people/{id}/notes': {
    who: 'member',
    says: 'A note on this person, for colleagues only, beside those in conversations. Personal data: it is in their export, and goes when they are erased.',
    params: byId,
    body: personNoteWords,
    answer: z.object({ id: shape.id }),
    isOnce: true,
  },
  'PUT /api/person-notes/{id}': {
    who: 'member',
    says: 'Other words for a note on a person. From then on it stands under the name of who changed it.',
    params: byId,
    body: personNoteWords,
    answer: nothing,
  },
  'DELETE /api/person-notes/{id}': {
    who: 'member',
    says: 'Removes a note on a person. Its words are nowhere any more; that it was removed, and by whom, is on record.',
    params: byId,
    answer: nothing,
  },
  'POST /api/people/{id}/export': {
    who: 'member',
    says: 'Everything we have of this author, under all linked names, as they may ask for it (article 15 of the GDPR). That it was taken out is on record.',
    params: byId,
    body: nothing,
    answer: z.object({
      exportedAt: shape.at,
      profile: z.record(z.string(), z.unknown()),
      /** All names we know them by, that of `profile` among them. */
      identities: z.array(z.record(z.string(), z.unknown())),
      messages: z.array(z.record(z.string(), z.unknown())),
      conversations: z.array(z.record(z.string(), z.unknown())),
      answers: z.array(z.record(z.string(), z.unknown())),
      notes: z.array(z.record(z.string(), z.unknown())),
      personNotes: z.array(z.record(z.string(), z.unknown())),
      pledges: z.array(z.record(z.string(), z.unknown())),
      unanswered: z.array(z.record(z.string(), z.unknown())),
      corrections: z.array(z.record(z.string(), z.unknown())),
    }),
  },
  'POST /api/people/{id}/erase': {
    who: 'member',
    says: 'Forget this author (article 17 of the GDPR): profile, messages, notes about them, and their name in what colleagues wrote. Nothing brings it back. With `keepsOut` nothing they say is kept from now on either. Linked identities go along when `alsoIds` names them; the others are unlinked from this one.',
    params: byId,
    body: z.object({
      keepsOut: z.boolean().default(false),
      alsoIds: z.array(shape.id).max(identitiesMax).default([]),
    }),
    answer: z.object({
      ...{ messages: z.int(), conversations: z.int(), notes: z.int() },
      /** Texts of our own in which the name still stands; they are for a person to mend. */
      left: z.array(
        z.object({
          kind: z.enum(['rumour', 'snippet', 'fact', 'policy', 'playbook', 'annotation', 'report']),
          id: z.string(),
          title: z.string(),
        }),
      ),
    }),
  },
  'GET /api/people/{id}/conversations': {
    who: 'member',
    says: 'Every conversation in which this author said something, newest first.',
    params: byId,
    query: z.object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(30),
    }),
    answer: z.object({
      items: z.array(shape.contactShape),
      /** Give it back as `after`; null at the end. */
      next: z.string().nullable(),
    }),
  },
} as const satisfies Record<string, Route>
