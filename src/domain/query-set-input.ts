import { z } from 'zod'
import { isSetName, querySetLimits } from './query-set.ts'

export const querySetInputSchema = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(querySetLimits.nameUnits)
    .refine(isSetName, 'letters, digits, - and _, such as our-products'),
  entries: z.array(z.string().trim().min(1).max(querySetLimits.entryUnits)).min(1).max(querySetLimits.entries),
})
export type QuerySetInput = z.infer<typeof querySetInputSchema>
