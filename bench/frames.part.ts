import type { Page } from 'playwright-core'

const scroller = '[data-inbox-list] .overflow-y-auto'

/** Frames a second of a page in which nothing is: what this machine and this browser can do at all. */
export async function emptyFrameRate(page: Page, lastsMs: number): Promise<number> {
  await page.bringToFront()
  return await page.evaluate(async (ms) => {
    const startedAt = performance.now()
    let frames = 0
    while (performance.now() - startedAt < ms) {
      await new Promise(requestAnimationFrame)
      frames += 1
    }
    return (frames * 1_000) / (performance.now() - startedAt)
  }, lastsMs)
}

/** Frames a second of the list while every frame moves it on. `from` is where it begins, as a share of its height. */
export async function scrollFrameRate(
  page: Page,
  given: { from: number; pxEach: number; lastsMs: number },
): Promise<number> {
  await page.bringToFront()
  return await page.evaluate(
    async ({ from, pxEach, lastsMs, scroller: selector }) => {
      const list = document.querySelector(selector)
      if (!list) throw new Error('there is no list on this page')
      const most = list.scrollHeight - list.clientHeight
      list.scrollTop = most * from
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      const startedAt = performance.now()
      let frames = 0
      while (performance.now() - startedAt < lastsMs) {
        await new Promise(requestAnimationFrame)
        list.scrollTop += list.scrollTop + pxEach > most ? -most : pxEach
        frames += 1
      }
      return (frames * 1_000) / (performance.now() - startedAt)
    },
    { ...given, scroller },
  )
}

/** Goes down until so many rows were fetched; returns how many there are. */
export async function readRows(page: Page, wanted: number): Promise<number> {
  const rowPx = 106
  const rows = (): Promise<number> =>
    page.evaluate(([selector, px]) => Math.floor((document.querySelector(selector)?.scrollHeight ?? 0) / px), [
      scroller,
      rowPx,
    ] as const)
  const giveUpAt = performance.now() + 180_000
  let count = await rows()
  while (count < wanted && performance.now() < giveUpAt) {
    await page.evaluate((selector) => {
      const list = document.querySelector(selector)
      if (list) list.scrollTop = list.scrollHeight
    }, scroller)
    await page.waitForTimeout(20)
    count = await rows()
  }
  return count
}
