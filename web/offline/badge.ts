import type { ViewCounts } from '#api/contract/shapes.ts'
import { queries } from '#web/api.ts'

let isStarted = false

/** How many wait for me, on the sign of the installed program. */
export function startBadge(): void {
  if (!('setAppBadge' in navigator) || isStarted) return
  isStarted = true
  let shown: number | undefined
  const show = (): void => {
    const mine = queries.getQueryData<ViewCounts>(['GET /api/views'])?.mine
    if (mine === undefined || mine === shown) return
    shown = mine
    // A browser in which the program is not installed may refuse; there is nothing to say about it.
    navigator.setAppBadge(mine).catch(() => {})
  }
  queries.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] === 'GET /api/views') show()
  })
  show()
}

export function dropBadge(): void {
  if ('clearAppBadge' in navigator) void navigator.clearAppBadge().catch(() => {})
}
