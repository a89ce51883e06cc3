// Milliseconds from a post on the network until an open browser shows it, at 100 posts a second of which 1 in 10 is about us.
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { bench, copyTree, openHouse, share, workFolder } from './house.part.ts'
import { listenTo, type Network, numberSign, openNetwork } from './network.part.ts'
import { openPage } from './page.part.ts'
import { firstVisitor, until } from './visitor.part.ts'
import { watchList } from './watch-list.part.ts'

/**
 * What is measured: our Jetstream on loopback says a post; the product (a process of its own, real database) hears it, matches,
 * judges, looks its author up (80 ms away), stores it; Chromium has the inbox open and is told. A post is visible at the end of the
 * first frame in which its own card stands in the list or the bar "N new" counts it. The bar is clicked when it says 20.
 */
const seconds = Number(process.argv.find((one) => one.startsWith('--seconds='))?.slice('--seconds='.length) ?? 40)
const everyMs = 10
const aboutUsEvery = 10
const lateMsMax = 20_000

await bench(async () => {
  const network = await openNetwork()
  const dataFolder = join(await workFolder('live'), 'data')
  const house = await openHouse({
    tree: await copyTree(),
    by: 'start',
    dataFolder,
    env: { WEDERHOOR_ALLOW_INSIDE: '127.0.0.1' },
  })
  const visitor = await firstVisitor(house)
  await listenTo(network, visitor)
  const page = await openPage(house, visitor)
  network.say(1)
  await page.goto(`${house.url}/inbox/all`)
  await page.locator('[data-inbox-list] [data-card]').first().waitFor()
  await page.evaluate(watchList, numberSign(0).replace(/0+/, '(\\d+)'))
  const saidAt = await say(network)
  const last = Math.max(...saidAt.keys())
  await until(async () => (await seenUpTo(page)) >= last, lateMsMax, `post ${last} is visible`).catch(console.error)
  const stored = (await visitor.ask('GET /api/views')).all
  const looks = await page.evaluate(() => window.looks)
  const delaysMs = [...saidAt].map(([number, atMs]) => visibleAt(looks, number) - atMs)
  const unseen = delaysMs.filter((delay) => delay === Number.POSITIVE_INFINITY).length
  if (stored !== saidAt.size + 1) throw new Error(`${saidAt.size + 1} posts were said and ${stored} are stored`)
  if (unseen > 0) throw new Error(`${unseen} posts were not shown within ${lateMsMax / 1_000} s`)
  const figures = { p50Ms: share(delaysMs, 0.5), p95Ms: share(delaysMs, 0.95), maxMs: share(delaysMs, 1) }
  console.log(
    `${saidAt.size} posts about us among ${saidAt.size * aboutUsEvery} in ${seconds} s: p50 ${figures.p50Ms.toFixed(0)} ms, ` +
      `p95 ${figures.p95Ms.toFixed(0)} ms, slowest ${figures.maxMs.toFixed(0)} ms; shown in ${looks.length} steps`,
  )
  return figures
})

/** Says them evenly; a timer that was late is made up for at once. Returns when each post about us was said. */
async function say(network: Network): Promise<Map<number, number>> {
  const saidAt = new Map<number, number>()
  const startedAt = performance.now()
  for (let count = 0; count < (seconds * 1_000) / everyMs; count += 1) {
    const waitMs = startedAt + count * everyMs - performance.now()
    if (waitMs > 0) await pause(waitMs)
    const number = 2 + count / aboutUsEvery
    if (Number.isInteger(number)) saidAt.set(number, network.say(number))
    else network.say()
  }
  return saidAt
}

function seenUpTo(page: Page): Promise<number> {
  return page.evaluate(() => window.looks.at(-1)?.upTo ?? 0)
}

function visibleAt(looks: readonly { upTo: number; atMs: number }[], number: number): number {
  return looks.find((look) => look.upTo >= number)?.atMs ?? Number.POSITIVE_INFINITY
}
