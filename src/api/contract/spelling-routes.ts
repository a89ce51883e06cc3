import { z } from 'zod'
import { draftLangs } from '#domain/draft/draft-rule.ts'
import { spelledLengthMax } from '#domain/draft/spelled-words.ts'
import { ownWordLengthMax, ownWordPattern } from '#domain/own-word.ts'
import { byId, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

/** Spelling: words, never an answer as a whole, and nothing leaves the house. */
export const spellingRoutes = {
  'POST /api/spelling': {
    who: 'member',
    says: 'Which of these words no dictionary knows, and no one here: own words, brands, topics, departments, members and accounts are known. `isTold` false: it cannot be told at this moment. `suggestions` null: there was no time to look for any; ask for that word again.',
    body: z.object({
      lang: z.enum(draftLangs),
      words: z.array(z.string().min(1).max(spelledLengthMax)).max(200),
    }),
    answer: z.object({
      isTold: z.boolean(),
      unknown: z.array(z.object({ word: z.string(), suggestions: z.array(z.string()).nullable() })),
    }),
  },
  'GET /api/own-words': {
    who: 'member',
    says: 'Words of this house that no dictionary knows, by the alphabet.',
    answer: z.object({
      items: z.array(z.object({ id: shape.id, word: z.string(), by: shape.personShape.nullable(), at: shape.at })),
    }),
  },
  'POST /api/own-words': {
    who: 'member',
    says: 'A word is ours from now on, for everybody here. One that is already, is.',
    body: z.object({ word: z.string().trim().min(2).max(ownWordLengthMax).regex(ownWordPattern) }),
    answer: z.object({ id: shape.id }),
  },
  'DELETE /api/own-words/{id}': {
    who: 'member',
    says: 'It is not one of our words any more.',
    params: byId,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
