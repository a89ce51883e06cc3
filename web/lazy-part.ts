import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import { lineOpens, liveStateNow } from './live.ts'

const againAfterMs = 1_000

/**
 * A part of a screen that is fetched when it is first drawn. A loss of the connection takes no screen away: what stands for the
 * part goes on standing there, and the part is fetched when the connection is back. What the server does not have (it runs a
 * newer version now) is an error, as with React's own `lazy`.
 */
export function lazyPart<Props>(
  fetchPart: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await fetchWhenLineStands(fetchPart) }))
}

async function fetchWhenLineStands<Part>(fetchPart: () => Promise<Part>, isLast = false): Promise<Part> {
  try {
    return await fetchPart()
  } catch (cause) {
    // A line that was cut this moment may still be taken for open.
    await new Promise((resolve) => setTimeout(resolve, againAfterMs))
    const isOpen = liveStateNow() === 'open'
    if (isOpen && isLast) throw cause
    if (!isOpen) await lineOpens()
    return await fetchWhenLineStands(fetchPart, isOpen)
  }
}
