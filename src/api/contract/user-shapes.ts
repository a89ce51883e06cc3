import { z } from 'zod'
import { densities } from '#domain/density.ts'
import { columnsMax, layouts, readColumn } from '#domain/inbox-layout.ts'
import { interfaceLanguages, practiceStates } from '#domain/member.ts'

/** Who is signed in, and how they like the pages. */
export const userShape = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  lang: z.enum(interfaceLanguages),
  theme: z.enum(['system', 'light', 'dark']),
  practice: z.enum(practiceStates),
  /** The keys of commands that differ from what they come with; an empty list is "no key". */
  keys: z.record(z.string(), z.array(z.string())),
  /** Off: single letters, figures and signs do nothing. */
  areLettersOn: z.boolean(),
  density: z.enum(densities),
  /** After a decision the next conversation opens by itself. */
  opensNext: z.boolean(),
  /** One view at a time, or several side by side. */
  layout: z.enum(layouts),
  /** What stands side by side in this workspace: names of views and `saved:<id>`; null before one chose any. */
  columns: z.array(z.string()).nullable(),
})

const columnLengthMax = 80
/** Which saved views there are is known when they are drawn: one may be removed at any time. */
export const columnsShape = z
  .array(
    z
      .string()
      .max(columnLengthMax)
      .refine((kept) => readColumn(kept) !== undefined, 'A view, or saved:<id>.'),
  )
  .max(columnsMax)
  .refine((columns) => new Set(columns).size === columns.length, 'Each column once.')

const keyChangesMax = 200
const keysMax = 4
const keysWordMax = 60
/** The server keeps them and knows nothing of commands: those are the pages' own. */
export const keyChangesShape = z
  .record(
    z.string().regex(/^[A-Za-z0-9]{1,40}$/u),
    z.array(z.string().trim().min(1).max(keysWordMax)).max(keysMax).nullable(),
  )
  .refine((changes) => Object.keys(changes).length <= keyChangesMax, `At most ${keyChangesMax} commands at once.`)
