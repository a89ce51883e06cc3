import { z } from 'zod'
import { knowledgeLimits } from './knowledge.ts'
import { langSchema, tagsSchema } from './snippet-input.ts'

const { statements, text, source, confirmedBy, topics } = knowledgeLimits
const moment = z.iso.datetime({ offset: true }).nullable()

export const knowledgeStatementSchema = z.object({ lang: langSchema, text: z.string().trim().min(1).max(text) })

export const knowledgeInputSchema = z.object({
  statements: z.array(knowledgeStatementSchema).min(1).max(statements),
  source: z.string().trim().min(1).max(source),
  confirmedBy: z.string().trim().max(confirmedBy),
  since: moment,
  validUntil: moment,
  ownerId: z.uuid().nullable(),
  tags: tagsSchema,
  topicIds: z.array(z.uuid()).max(topics),
})
