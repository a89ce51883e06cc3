import { handle } from '#api/handler.ts'
import { presentNotice } from '#api/present/present-promise.ts'
import { promisesStandSince } from '#inbox/promise-health.ts'
import { countStale } from '#inbox/recount-promises.ts'
import { markNoticesRead, readNotices } from '#notify/read-notices.ts'

export const promiseHandlers = handle({
  'GET /api/notices': async ({ ctx }) => {
    const { unread, notices } = await readNotices(ctx)
    return { unread, notices: notices.map(presentNotice), standSince: await promisesStandSince(ctx.app) }
  },

  'POST /api/notices/read': async ({ ctx }, { body }) => {
    await markNoticesRead(ctx, body)
    return {}
  },

  'GET /api/promises/recount': async ({ ctx }) => ({
    left: await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) => countStale(tx, ctx.workspaceId)),
  }),
})
