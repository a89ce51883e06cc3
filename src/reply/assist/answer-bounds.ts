import type { TextLimit } from '#domain/text-length.ts'

const tokensLeast = 300
const tokensMost = 1_200

/** How long an answer may become: with room to spare, since a model that thinks first does so in the same bound. */
export function answerTokensMost(limit: TextLimit | undefined): number {
  return limit ? Math.min(tokensMost, Math.max(tokensLeast, limit.max * 2)) : tokensMost
}

/** Whatever the server does, nothing longer is read. */
export const answerUnitsMost = 12_000
