import { handle } from '#api/handler.ts'
import { readCorrected } from '#mentions/read-corrected.ts'
import { readProgress, readVersions } from '#mentions/read-learned.ts'
import { rollBackLearned } from '#mentions/roll-back-learned.ts'

export const learnedHandlers = handle({
  'GET /api/corrections': ({ ctx }, { query }) =>
    ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
      readCorrected(tx, { ...query, workspaceId: ctx.workspaceId, after: query.after }),
    ),

  'GET /api/learned': ({ ctx }, { query }) =>
    ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => ({
      ...(await readVersions(tx, { workspaceId: ctx.workspaceId, before: query.after, limit: query.limit })),
      progress: await readProgress(tx, ctx.workspaceId),
    })),

  'POST /api/learned/{id}/roll-back': async ({ ctx, house }, { params }) => {
    await rollBackLearned(ctx, params.id)
    house.engine.forget(ctx.workspaceId)
    return {}
  },
})
