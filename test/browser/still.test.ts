// Fifty messages arrive while somebody reads, points and writes: nothing on the screen moves until they ask for what is new.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { until } from './as-it-comes.ts'
import { call } from './people.ts'
import { card, openConversation, openStage, type Visit, visit } from './stage.ts'

const stage = await openStage({ after })
const there = 12
const arriving = 50

function post({ bluesky }: Visit, nth: number): void {
  bluesky.post({
    text: `Zilvermeeuw, question ${nth}.`,
    by: { handle: `asker${nth}.example`, displayName: `Asker ${nth}` },
  })
}

const countOpen = async ({ visitor }: Visit): Promise<number> => (await call(visitor, 'GET /api/views', {})).all

/** Where everything stands that one may point at, read or write in. (Not its words: clocks tick.) */
async function places(page: Page): Promise<string[]> {
  return await page
    .locator('[data-card], [data-thread], textarea')
    .evaluateAll((all) =>
      all.map((element) => `${JSON.stringify(element.getBoundingClientRect())} ${element.getAttribute('data-card')}`),
    )
}

type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean }

/** The browser's own measure of what moved without having been asked to (https://wicg.github.io/layout-instability). */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const shifts: number[] = []
    Object.assign(window, { shifts })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) shifts.push(entry.value)
    }).observe({ type: 'layout-shift' })
  })
  return () =>
    page.evaluate(() => (window as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0))
}

test('nothing moves while fifty messages arrive', async (t) => {
  const here = await visit(t, stage)
  const { page } = here
  for (let nth = 1; nth <= there; nth += 1) post(here, nth)
  await until(page, async () => (await countOpen(here)) === there)
  await openConversation(page, 'all', 'Asker 3')
  await page.getByRole('textbox', { name: here.say('Your answer') }).fill('Hello, we look at it.')
  await page.getByText(here.say('Draft saved')).waitFor()
  await card(page, 'Asker 5').hover()
  const before = await places(page)
  const shifted = await watchShifts(page)

  for (let nth = there + 1; nth <= there + arriving; nth += 1) post(here, nth)
  const news = page.locator('[data-inbox-list]').getByRole('button', { name: /^\d+ new/ })
  await news.waitFor()
  await until(page, async () => (await countOpen(here)) === there + arriving)
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown))))
  const score = await shifted()
  t.diagnostic(`layout shift while ${arriving} messages arrived: ${score}`)
  assert.equal(score, 0)
  assert.deepEqual(await places(page), before)

  // The measure itself: what does move is counted.
  await until(page, async () => {
    await page.evaluate(() => {
      const push = document.createElement('div')
      push.style.height = '9px'
      document.body.prepend(push)
    })
    return (await shifted()) > 0
  })
})
