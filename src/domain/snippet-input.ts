import { z } from 'zod'
import { inARowMax, snippetLimits, snippetStates, snippetWriters } from './snippet.ts'

const { name, tags, tag, wordings, texts, text } = snippetLimits

export const langSchema = z.string().regex(/^[a-z]{2,3}$/u)
export const tagsSchema = z.array(z.string().trim().min(1).max(tag)).max(tags)

export const snippetWordingSchema = z.object({
  lang: langSchema,
  network: z.string().min(1).max(64).nullable(),
  texts: z.array(z.string().trim().min(1).max(text)).min(1).max(texts),
})

export const snippetContentSchema = z.object({
  name: z.string().trim().min(1).max(name),
  tags: tagsSchema,
  wordings: z.array(snippetWordingSchema).min(1).max(wordings),
})

export const snippetInputSchema = snippetContentSchema.extend({
  state: z.enum(snippetStates),
  ownerId: z.uuid().nullable(),
  expiresAt: z.iso.datetime({ offset: true }).nullable(),
})

export const snippetSettingsSchema = z.object({
  inARowMax: z.int().min(1).max(inARowMax),
  writers: z.enum(snippetWriters),
})
