import { z } from 'zod'
import { knowledgeStatementSchema } from '#domain/knowledge-input.ts'
import { snippetLimits, snippetStates, snippetsUsedMax } from '#domain/snippet.ts'
import { snippetSettingsSchema } from '#domain/snippet-input.ts'
import { at, id, personShape, type Wire, words } from './basic-shapes.ts'

const wordingShape = z.object({ lang: z.string(), network: z.string().nullable(), texts: z.array(z.string()) })

export const snippetShape = z.object({
  id,
  /** Of the version that holds: what an answer that begins with it says. */
  versionId: id,
  version: z.int(),
  name: z.string(),
  tags: z.array(z.string()),
  /** `network` null is any; several texts are as many ways of saying it. */
  wordings: z.array(wordingShape),
  state: z.enum(snippetStates),
  owner: personShape.nullable(),
  /** From then on it is not offered. */
  expiresAt: at.nullable(),
  changedAt: at,
  uses: z.int(),
  lastUsedAt: at.nullable(),
})
export const snippetsShape = z.object({
  snippets: z.array(snippetShape),
  settings: snippetSettingsSchema,
  mayWrite: z.boolean(),
})
export const snippetVersionShape = z.object({
  ...{ id, number: z.int(), name: z.string(), tags: z.array(z.string()), wordings: z.array(wordingShape) },
  fromNumber: z.int().nullable(),
  by: personShape.nullable(),
  at,
  /** Answers that were written with it. */
  uses: z.int(),
})

/** Something that may fit, the likest first. `because`: the words of the message that say so. */
const similarShape = z.object({ id, score: z.number(), because: z.array(z.string()) })
const answersShape = z.array(z.array(z.string()))
export const suggestedShape = z.object({
  snippets: z.array(similarShape),
  knowledge: z.array(similarShape),
  /** The wordings of the last answers, the newest first: in the community of the message, and in the workspace. */
  recent: z.object({ here: answersShape, everywhere: answersShape }),
})

export const factShape = z.object({
  id,
  statements: z.array(knowledgeStatementSchema),
  /** An address, or what a document is called. */
  source: z.string(),
  confirmedBy: z.string(),
  since: at.nullable(),
  validUntil: at.nullable(),
  owner: personShape.nullable(),
  tags: z.array(z.string()),
  topicIds: z.array(id),
  revision: z.int(),
  changedAt: at,
})
export const knowledgeShape = z.object({ facts: z.array(factShape), mayWrite: z.boolean() })

/** The wordings an answer was begun with, by the version of their snippet. */
export const snippetsUsedShape = z
  .array(z.object({ versionId: id, wording: z.string().min(1).max(snippetLimits.text) }))
  .max(snippetsUsedMax)
  .default([])

export const importedShape = z.object({
  ...{ made: z.int(), changed: z.int(), same: z.int() },
  refused: z.array(z.object({ name: z.string(), why: words })),
})

export type SnippetView = Wire<z.output<typeof snippetShape>>
export type SnippetsView = Wire<z.output<typeof snippetsShape>>
export type SnippetVersionView = Wire<z.output<typeof snippetVersionShape>>
export type SuggestedView = Wire<z.output<typeof suggestedShape>>
export type FactView = Wire<z.output<typeof factShape>>
export type KnowledgeView = Wire<z.output<typeof knowledgeShape>>
