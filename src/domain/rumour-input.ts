import { z } from 'zod'
import { knowledgeStatementSchema } from './knowledge-input.ts'
import { rumourLimits, rumourStates, rumourTruths } from './rumour.ts'
import { langSchema } from './snippet-input.ts'

const { groups, mark: markMax, marks, title, wordings, wording, sources, source, statements, topics } = rumourLimits

export const rumourWordingSchema = z.object({ text: z.string().trim().min(8).max(wording), lang: langSchema })
export const rumourSourceSchema = z.object({
  text: z.string().trim().min(1).max(source),
  url: z.url({ protocol: /^https?$/u }).nullable(),
})

const mark = z.string().trim().min(2).max(markMax)
/** One group alone would be a search, and every message with that word a rumour. */
export const rumourMarksSchema = z.object({
  all: z.array(z.array(mark).min(1).max(marks)).min(2).max(groups),
  none: z.array(mark).max(marks),
})

export const rumourInputSchema = z.object({
  title: z.string().trim().min(1).max(title),
  truth: z.enum(rumourTruths),
  state: z.enum(rumourStates),
  marks: rumourMarksSchema,
  wordings: z.array(rumourWordingSchema).min(1).max(wordings),
  sources: z.array(rumourSourceSchema).max(sources),
  topicIds: z.array(z.uuid()).max(topics),
  ownerId: z.uuid().nullable(),
})
export type RumourInput = z.output<typeof rumourInputSchema>

export const rumourAnswerSchema = z.object({ statements: z.array(knowledgeStatementSchema).min(1).max(statements) })
