import { z } from 'zod'
import { assistTasks } from './assist-task.ts'

const address = z
  .url({ protocol: /^https?$/u })
  .max(500)
  .transform((given) => given.replace(/\/+$/u, ''))
/** Left out: what is kept stays. Empty: none is sent. */
const key = z.string().trim().max(2_000).optional()

/** Where a model is asked, before anything of it is saved. Anything that speaks the chat completions of OpenAI will do. */
export const assistServerSchema = z.object({ address, key })
export type AssistServer = z.output<typeof assistServerSchema>

export const assistInputSchema = z.object({
  isOn: z.boolean(),
  /** Up to and with the version: https://api.example.org/v1. */
  address,
  model: z.string().trim().min(1).max(200),
  key,
  tasks: z.array(z.enum(assistTasks)).max(assistTasks.length),
  /** Who may ask. Both empty: everybody who may answer. */
  departmentIds: z.array(z.uuid()).max(200),
  memberIds: z.array(z.uuid()).max(500),
  /** Per million tokens, in the money of the provider's bill. */
  priceIn: z.number().min(0).max(100_000),
  priceOut: z.number().min(0).max(100_000),
  /** A calendar month in UTC; null: this one is not counted. While it is on, one of the two is. */
  moneyMost: z.number().min(0).max(1_000_000).nullable(),
  tokensMost: z.int().min(0).max(1_000_000_000_000).nullable(),
})
export type AssistInput = z.output<typeof assistInputSchema>
