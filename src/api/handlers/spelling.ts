import { handle } from '#api/handler.ts'
import { addOwnWord, removeOwnWord } from '#reply/spelling/change-own-words.ts'
import { checkWords } from '#reply/spelling/check-words.ts'
import { readOwnWords } from '#reply/spelling/read-own-words.ts'

export const spellingHandlers = handle({
  'POST /api/spelling': ({ ctx }, { body }) => checkWords(ctx, body),

  'GET /api/own-words': async ({ ctx }) => ({
    items: (await readOwnWords(ctx)).map((one) => ({ ...one, at: new Date(one.at) })),
  }),

  'POST /api/own-words': async ({ ctx }, { body }) => ({ id: await addOwnWord(ctx, body) }),

  'DELETE /api/own-words/{id}': async ({ ctx }, { params }) => {
    await removeOwnWord(ctx, params.id)
    return {}
  },
})
