import { z } from 'zod'
import { assistShows, assistStates, assistTasks } from '#domain/assist/assist-task.ts'
import { replyTextMax } from '#domain/reply.ts'
import { at, id, personShape } from './basic-shapes.ts'

/** One question to a model, of which the record holds no words. */
const useShape = z.object({
  id,
  by: personShape.nullable(),
  task: z.enum(assistTasks),
  state: z.enum(assistStates),
  model: z.string(),
  tokens: z.int(),
  isEstimated: z.boolean(),
  cost: z.number(),
  at,
  /** The writer took it into their draft, and it ended in an answer. */
  isAccepted: z.boolean(),
  isSent: z.boolean(),
  conversationKey: z.string().nullable(),
})

export const assistShape = z.object({
  isOn: z.boolean(),
  address: z.string(),
  model: z.string(),
  /** Whether a key is kept; the key itself never leaves. */
  hasKey: z.boolean(),
  tasks: z.array(z.enum(assistTasks)),
  departmentIds: z.array(id),
  memberIds: z.array(id),
  priceIn: z.number(),
  priceOut: z.number(),
  moneyMost: z.number().nullable(),
  tokensMost: z.int().nullable(),
  /** This calendar month, in UTC, with what is being asked at its most. */
  spent: z.number(),
  tokens: z.int(),
  /** The newest, at most 50. */
  uses: z.array(useShape),
})

/** What a member may ask a model for. */
export const myAssistShape = z.object({
  tasks: z.array(z.enum(assistTasks)),
  model: z.string(),
  shows: z.enum(assistShows),
})

export const assistAskShape = z.object({
  task: z.enum(assistTasks),
  text: z.string().max(replyTextMax).default(''),
  /** Null: the newest message of somebody else. */
  mentionId: id.nullable().default(null),
  /** As whom it would be answered: how long it may be. */
  accountId: id.nullable().default(null),
  /** The language of whoever asks. */
  lang: z.enum(['en', 'nl']),
})

export const suggestionAskShape = assistAskShape.extend({
  /** Of what would leave, as the preview gave it: something else is not asked. */
  leftHash: z.string().max(200),
})

export const previewShape = z.object({
  /** Exactly what would leave. */
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
  /** How many things were taken out of it. */
  hidden: z.int(),
  leftHash: z.string(),
  mustShow: z.boolean(),
  model: z.string(),
  host: z.string(),
  tokens: z.int(),
  costMost: z.number(),
})
