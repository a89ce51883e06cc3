import { handle } from '#api/handler.ts'
import { presentAuthor } from '#api/present/present-author.ts'
import { conversationKey } from '#domain/conversation.ts'
import { joinStory, leaveStory } from '#inbox/change-story.ts'
import { readStory } from '#inbox/read-story.ts'

export const storyHandlers = handle({
  'GET /api/conversations/{id}/story': async ({ ctx, house }, { params }) => {
    const { lines, ...story } = await readStory(ctx, params.id)
    return {
      ...story,
      lines: lines.map(({ number, latestAt, author, text, ...line }) => ({
        ...line,
        key: conversationKey(number),
        latestAt: new Date(latestAt),
        author: author && presentAuthor(house.app, author),
        text: text ?? '',
      })),
    }
  },

  'POST /api/conversations/{id}/story': async ({ ctx }, { params, body }) =>
    joinStory(ctx, { id: params.id, withId: body.withId }),

  'DELETE /api/conversations/{id}/story': async ({ ctx }, { params }) => leaveStory(ctx, { id: params.id }),
})
