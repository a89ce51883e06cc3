import { z } from 'zod'

/** A moment. A `Date` on the server; on the wire, and so in the browser, an ISO 8601 string. */
export const at = z.date().meta({ type: 'string', format: 'date-time' })
export const id = z.uuid()
export const span = z.tuple([z.int(), z.int()])
export const words = z.object({ en: z.string(), nl: z.string() })

export const personShape = z.object({ id, name: z.string() })
export const namedShape = z.object({ id, name: z.string() })

export const limitShape = z.object({
  max: z.int(),
  unit: z.enum(['grapheme', 'codepoint', 'byte', 'weighted']),
  bytesMax: z.int().optional(),
  linkWeight: z.int().optional(),
})

/** The mapped type keeps arrays arrays and pairs pairs. */
export type Wire<T> = T extends Date ? string : T extends object ? { [K in keyof T]: Wire<T[K]> } : T
