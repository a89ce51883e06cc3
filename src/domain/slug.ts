import { z } from 'zod'
import { looksLikeId, slugMax } from './slug-from.ts'

/** The name of a workspace in an address: `/w/silver-gull/inbox`. What looks like an id is none: an id names a workspace as well. */
export const slugSchema = z
  .string()
  .trim()
  .toLowerCase()
  .min(2)
  .max(slugMax)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u)
  .refine((slug) => !looksLikeId(slug))
