// The screen itself: kilobytes of the first load, milliseconds from a key to changed pixels, frames while 10,000 rows go by.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { emptyFrameRate, readRows, scrollFrameRate } from './frames.part.ts'
import { bench, copyTree, median, openHouse, share, workFolder } from './house.part.ts'
import { openPage } from './page.part.ts'
import { gzipKbOf, scriptsOf } from './scripts.part.ts'
import { seed } from './seed.part.ts'
import { firstVisitor } from './visitor.part.ts'
import { type Shown, watchKeys } from './watch-keys.part.ts'

/**
 * What is measured: the running product (a process of its own, its own PostgreSQL, the pages as they are built) with 16,000
 * conversations, of which over 10,000 stand in one view, in Chromium at 1440×900. Keys: see watch-keys.part.ts; each is pressed
 * when the screen is at rest, as a person does who reads first. Scrolling: all rows are fetched first, then flings of two seconds
 * at 7,200 pixels a second begin at ten depths spread over the list; each is set against an empty page's frames a second right
 * before and after it, and the median of those ratios counts, so that what else the machine does counts for both.
 */
const conversations = 16_000
const rowsWanted = 10_000
const rounds = Number(process.argv.find((one) => one.startsWith('--rounds='))?.slice('--rounds='.length) ?? 15)
const flings = 10
const flingMs = 2_000
const flingPx = 120
const restMs = 250
const emptyPresses = 20

type Press = { key: string; changes: keyof Shown }
/** One round leaves everything as it was. */
const presses: readonly Press[] = [
  { key: 'j', changes: 'current' },
  { key: 'j', changes: 'lead' },
  { key: 'k', changes: 'current' },
  { key: 'x', changes: 'chosen' },
  { key: 'x', changes: 'chosen' },
  // Nobody answered it: it asks why, and Enter takes the first reason.
  { key: 'e', changes: 'asked' },
  { key: 'Enter', changes: 'cards' },
  { key: 'z', changes: 'cards' },
  { key: 'k', changes: 'current' },
]

await bench(async () => {
  const dataFolder = join(await workFolder('web'), 'data')
  const house = await openHouse({ tree: await copyTree(), by: 'start', dataFolder })
  const visitor = await firstVisitor(house)
  const { workspaceId, memberId } = visitor
  await seed({ dataFolder, workspaceId, memberId, conversations })
  const page = await openPage(house, visitor)
  const scripts = await scriptsOf(page, `${house.url}/inbox/all`)
  const inboxJsGzipKb = gzipKbOf(scripts.filter((one) => !one.isLater))
  console.log(`${inboxJsGzipKb.toFixed(1)} kB of scripts (gzip) for the first inbox`)
  const emptyMs = await measureEmptyKeys(page)
  const keysMs = await measureKeys(page)
  emptyMs.push(...(await measureEmptyKeys(page)))
  for (const [name, tookMs] of keysMs) print(name, tookMs)
  const all = [...keysMs.values()].flat()
  print('all keys', all)
  print('a key on an empty page, before and after', emptyMs)
  await page.goto(`${house.url}/inbox/done`)
  await page.locator('[data-inbox-list] [data-card]').first().waitFor()
  const rows = await readRows(page, rowsWanted)
  if (rows < rowsWanted) throw new Error(`only ${rows} rows came`)
  const ratios = await measureScrolling(page)
  return {
    inboxJsGzipKb,
    keyP95Ms: share(all, 0.95),
    keyP50Ms: share(all, 0.5),
    emptyKeyP50Ms: median(emptyMs),
    scrollFrameRatio: median(ratios),
  }
})

async function measureKeys(page: Page): Promise<Map<string, number[]>> {
  await page.evaluate(watchKeys)
  await page.locator('[data-thread]').waitFor()
  const found = new Map<string, number[]>()
  // The first round fetches what comes late, and warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const press of presses) {
      const tookMs = await pressed(page, press)
      const name = `${press.key} changes ${press.changes}`
      if (round > 0) found.set(name, [...(found.get(name) ?? []), tookMs])
    }
  }
  return found
}

/** The watch stands before the key is pressed: two messages to the browser may overtake each other. */
async function pressed(page: Page, { key, changes }: Press): Promise<number> {
  await page.waitForTimeout(restMs)
  await page.evaluate((part) => void window.watch(part), changes)
  await page.keyboard.press(key)
  return await page.evaluate(() => window.took)
}

/** The same watch on a page that only writes the key down: what the browser and the machine take for themselves. */
async function measureEmptyKeys(page: Page): Promise<number[]> {
  const empty = await page.context().newPage()
  await empty.setContent('<section><p data-thread></p></section>')
  await empty.evaluate(watchKeys)
  await empty.evaluate(() =>
    addEventListener('keydown', () => document.querySelector('p')?.append(String(performance.now()))),
  )
  const tookMs: number[] = []
  for (let count = 0; count < emptyPresses; count += 1) tookMs.push(await pressed(empty, { key: 'j', changes: 'lead' }))
  await empty.close()
  await page.bringToFront()
  return tookMs
}

async function measureScrolling(page: Page): Promise<number[]> {
  const empty = await page.context().newPage()
  const ratios: number[] = []
  let before = await emptyFrameRate(empty, flingMs)
  for (let at = 0; at < flings; at += 1) {
    const rate = await scrollFrameRate(page, { from: at / flings, pxEach: flingPx, lastsMs: flingMs })
    const after = await emptyFrameRate(empty, flingMs)
    ratios.push((2 * rate) / (before + after))
    console.log(
      `at ${(at / flings) * 100} %: ${rate.toFixed(1)} frames/s beside ${before.toFixed(1)} and ${after.toFixed(1)}`,
    )
    before = after
  }
  return ratios
}

function print(name: string, timesMs: readonly number[]): void {
  const columns = [0.1, 0.5, 0.95].map((part) => share(timesMs, part).toFixed(1).padStart(8))
  console.log(`${columns.join('')} ms  ${name}`)
}
