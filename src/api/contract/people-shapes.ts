import { z } from 'zod'
import { alikeReasons } from '#domain/known-as.ts'
import { authorMarks } from '#domain/risk.ts'
import { effectCountsShape } from './effect-shapes.ts'
import { at, authorShape, id, namedShape, noteShape, personShape, type Wire } from './shapes.ts'

export const identityShape = z.object({
  author: authorShape,
  mark: z.enum(authorMarks).nullable(),
  linkedBy: personShape.nullable(),
  linkedAt: at.nullable(),
})

/** Somebody who can be linked. `count`: how many identities that person has, this one counted. */
export const foundAuthorShape = z.object({ author: authorShape, count: z.int() })

export const profileShape = z.object({
  author: authorShape,
  /** Said by a member of any of their identities: to be answered with care, or a journalist. */
  mark: z.enum(authorMarks).nullable(),
  /** Under which names we know them: the one that was asked for first, then those that members linked to it. */
  identities: z.array(identityShape),
  /** Who may be the same person on another network. Never linked by itself. */
  suggestions: z.array(foundAuthorShape.extend({ reasons: z.array(z.enum(alikeReasons)) })),
  /** When we heard them for the first time. */
  knownSince: at,
  messageCount: z.int(),
  conversationCount: z.int(),
  openCount: z.int(),
  /** When nothing is left of them here if nothing more is said; null where something is kept. */
  erasesAt: at.nullable(),
  /** The newest notes of colleagues in conversations with them, at most 5. */
  notes: z.array(noteShape.extend({ conversation: z.object({ id, key: z.string(), title: z.string() }) })),
  /** What colleagues wrote down about the person, newest first. */
  personNotes: z.array(noteShape.extend({ changedAt: at.nullable() })),
  /** What they wrote about, most often first. */
  topics: z.array(namedShape.extend({ count: z.int() })),
  /** What was seen after our answers to them. */
  effects: effectCountsShape,
})

export type Identity = Wire<z.infer<typeof identityShape>>
export type FoundAuthor = Wire<z.infer<typeof foundAuthorShape>>
export type Profile = Wire<z.infer<typeof profileShape>>
