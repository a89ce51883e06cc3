import { handle } from '#api/handler.ts'
import { conversationKey } from '#domain/conversation.ts'
import { forgetNoiseLesson, giveNoiseWords } from '#inbox/change-noise-lessons.ts'
import { readNoise } from '#inbox/read-noise.ts'
import { sayNoise } from '#inbox/say-noise.ts'

export const noiseHandlers = handle({
  'POST /api/conversations/{id}/noise': async ({ ctx }, { params, body }) => {
    const { id, version } = await sayNoise(ctx, { ...params, ...body })
    return { id, version }
  },

  'GET /api/noise': async ({ ctx }) => {
    const { lessons, words } = await readNoise(ctx)
    return {
      words,
      lessons: lessons.map(({ conversation, at, ...lesson }) => ({
        ...lesson,
        at: new Date(at),
        conversation: conversation && {
          id: conversation.id,
          key: conversationKey(conversation.number),
          title: conversation.title,
        },
      })),
    }
  },

  'POST /api/noise/words': async ({ ctx }, { body }) => giveNoiseWords(ctx, body),

  'DELETE /api/noise/{id}': async ({ ctx }, { params }) => {
    await forgetNoiseLesson(ctx, params.id)
    return {}
  },
})
