/** What a finger on a card means so far. */
export type Swipe = { kind: 'none' } | { kind: 'scroll' } | { kind: 'pull'; byPx: number; act: 'done' | 'wait' | null }

/** Nothing moves before this, so that a tap stays a tap. */
const beginPx = 12
/** From here on letting go decides. */
export const decidePx = 84
const mostPx = 140

/** Right is done, left is wait; what goes up or down more than sideways scrolls, and stays so until the finger is lifted. */
export function swipeOf({ dx, dy, before }: { dx: number; dy: number; before: Swipe }): Swipe {
  if (before.kind === 'scroll') return before
  if (before.kind === 'none') {
    if (Math.hypot(dx, dy) < beginPx) return before
    if (Math.abs(dx) < 1.4 * Math.abs(dy)) return { kind: 'scroll' }
  }
  const byPx = Math.max(-mostPx, Math.min(mostPx, dx))
  return { kind: 'pull', byPx, act: byPx >= decidePx ? 'done' : byPx <= -decidePx ? 'wait' : null }
}
