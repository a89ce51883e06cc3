// A screen draws itself in steps: what was asked for comes, parts find their place, what was measured is measured anew.
import type { Page } from 'playwright-core'
import { shownWithinMs } from './browser.ts'

const lastsMs = 5_000
const framesBetween = 10

/** What hangs on another part, as a menu on its button, is put there in the frames after it was drawn. */
export async function settled(page: Page, frames = 3): Promise<void> {
  await page.evaluate(async (count) => {
    for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame)
  }, frames)
}

/** Nothing is on its way any more: no grey bars, nothing that is asked anew, and the letters are here. */
export async function whole(page: Page): Promise<void> {
  await page.evaluate(async (withinMs) => {
    await document.fonts.ready
    const giveUpAt = performance.now() + withinMs
    const onTheWay = (): Element | null => document.querySelector('[data-waits], [aria-busy=true]')
    // What comes may ask for more.
    for (let calm = 0; calm < 3; calm = onTheWay() ? 0 : calm + 1) {
      if (performance.now() > giveUpAt) throw new Error(`It stays on its way: ${onTheWay()?.outerHTML.slice(0, 200)}`)
      await new Promise(requestAnimationFrame)
    }
  }, shownWithinMs)
}

/** What is wrong is wrong a moment later too; what was on its way to its place is not. */
export async function lasting(page: Page, find: (page: Page) => Promise<string[]>): Promise<string[]> {
  const giveUpAt = Date.now() + lastsMs
  let found = await find(page)
  while (found.length > 0 && Date.now() < giveUpAt) {
    await settled(page, framesBetween)
    found = await find(page)
  }
  return found
}
