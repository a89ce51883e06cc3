import { handle, type MemberVisit } from '#api/handler.ts'
import { readAdviser } from '#mentions/read-adviser.ts'
import { removeAdviser, saveAdviser, tryAdviser } from '#mentions/save-adviser.ts'

async function adviserOf({ ctx }: MemberVisit) {
  const now = await readAdviser(ctx)
  if (!now) return { adviser: null }
  const { adviser, spent, asked, answered } = now
  const { isOn, address, model, priceIn, priceOut, mostPerMonth, problem, closedUntil } = adviser
  const hasKey = adviser.key !== null
  return {
    adviser: {
      isOn,
      address,
      model,
      hasKey,
      priceIn,
      priceOut,
      mostPerMonth,
      spent,
      asked,
      answered,
      problem,
      closedUntil,
    },
  }
}

export const adviceHandlers = handle({
  'GET /api/adviser': adviserOf,

  'PUT /api/adviser': async (visit, { body }) => {
    await saveAdviser(visit.ctx, body)
    return adviserOf(visit)
  },

  'POST /api/adviser/try': async ({ ctx }, { body }) => {
    const { opinion, model, tokensIn, tokensOut, isEstimated } = await tryAdviser(ctx, body)
    return { opinion: opinion ?? null, model, tokensIn, tokensOut, isEstimated }
  },

  'DELETE /api/adviser': async ({ ctx }) => {
    await removeAdviser(ctx)
    return {}
  },
})
