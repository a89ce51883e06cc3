// What happened, noted by the keys alone and in both languages, with a colleague who looks on from a window of their own.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { until } from './as-it-comes.ts'
import { openVisitor, shoot } from './browser.ts'
import { dayBack, lastDays } from './calendar.ts'
import { call, invite } from './people.ts'
import { openStage, type Visit, visit } from './stage.ts'
import { pressByKey, tabTo } from './tab-to.ts'
import type { Lang } from './words.ts'

const stage = await openStage({ after })
stage.bluesky.post({
  text: 'Zilvermeeuw lost my suitcase and this is terrible service.',
  by: { handle: 'reader.example', displayName: 'Reader' },
})

const told = {
  en: {
    ...{ advert: 'Advertisement on television', price: 'Prices went up', more: ', by 4%' },
    ...{ incident: 'The belts stand still', colleague: 'Lot' },
  },
  nl: {
    ...{ advert: 'Reclame op televisie', price: 'De prijzen gingen omhoog', more: ', met 4%' },
    ...{ incident: 'De bagagebanden staan stil', colleague: 'Lotte' },
  },
} as const

type Walk = Visit & {
  lang: Lang
  /** The page of a colleague. */
  theirs: Page
  /** As many as are open; earlier tests opened some. */
  incidents: number
}

const rows = (page: Page): Locator => page.locator('[data-happening]')
const row = (page: Page, text: string): Locator => rows(page).filter({ hasText: text })
const numbers = async (page: Page) => (await rows(page).allInnerTexts()).map((text) => Number.parseInt(text, 10))
const signsOf = ({ say }: Walk, page: Page): Locator =>
  page
    .getByRole('figure')
    .filter({ hasText: say('Messages a day') })
    .locator('[data-sign]')
const numbersOnChart = (walk: Walk, page: Page) => signsOf(walk, page).locator('text').allTextContents()
const remove = ({ page, say }: Walk, words: string) =>
  page.getByRole('button', { name: say('Remove: {words}', { words }) })
const change = ({ page, say }: Walk, words: string) =>
  page.getByRole('button', { name: say('Change: {words}', { words }) })

for (const lang of ['en', 'nl'] satisfies Lang[])
  test(`what happened is noted, numbered on the charts, changed and removed, by the keys alone (${lang})`, async (t) => {
    const seen = await visit(t, stage, { lang })
    const guest = await openVisitor(t, { url: stage.house.url, lang })
    const email = `lot-${lang}@zilvermeeuw.example`
    await invite(stage.owner, guest, { name: told[lang].colleague, email, role: 'member' })
    await call(guest, 'PATCH /api/me', { body: { practice: 'done' } })
    await call(stage.owner, 'POST /api/incidents', { body: { title: told[lang].incident, isPrivate: true, lang } })
    const incidents = (await call(stage.owner, 'GET /api/incidents', {})).length
    const walk: Walk = { ...seen, lang, theirs: guest.page, incidents }
    await openBoth(walk)
    await noteToday(walk)
    await noteFromTheChart(walk)
    await changeIt(walk)
    await removeAndTakeBack(walk)
    await findItElsewhere(walk)
    await removeAll(walk)
  })

/** Once what was said is counted: before that there is no chart to number. */
async function openBoth({ page, theirs, say, lang }: Walk): Promise<void> {
  await until(page, async () => {
    const { messages, isCounting } = await call(stage.owner, 'GET /api/reports/reputation', { query: lastDays() })
    return !isCounting && messages.now.value === 1
  })
  for (const one of [page, theirs]) {
    await one.goto('/reputation')
    await one.getByRole('heading', { name: say('What happened') }).waitFor()
  }
  await row(page, told[lang].incident).waitFor()
  assert.equal(await row(theirs, told[lang].incident).count(), 0, 'a room that one is not in is nowhere')
}

async function writeIn({ page, say }: Walk, words: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: say('Note what happened') })
  await dialog.getByLabel(say('What happened')).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(words)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

/** The incidents are of today too: one number for all. A colleague has it before them by itself, and may not change it. */
async function noteToday(walk: Walk): Promise<void> {
  const { page, theirs, say, lang, incidents } = walk
  const { advert, incident } = told[lang]
  await pressByKey(page, page.getByRole('button', { name: say('Note what happened') }))
  await writeIn(walk, advert)
  await row(page, advert).waitFor()
  assert.deepEqual(await numbers(page), [1, ...Array.from({ length: incidents }, () => 1)])
  assert.deepEqual(await numbersOnChart(walk, page), ['1'])
  const name = (await signsOf(walk, page).locator('title').textContent()) ?? ''
  assert.ok(name.includes(advert) && name.includes(incident), name)
  await row(theirs, advert).waitFor()
  assert.equal(await row(theirs, advert).getByRole('button').count(), 0)
  assert.deepEqual(await numbersOnChart(walk, theirs), ['1'])
  assert.equal(await signsOf(walk, theirs).locator('title').textContent(), advert)
}

/** Four days ago, from that day on the chart. */
async function noteFromTheChart(walk: Walk): Promise<void> {
  const { page, theirs, say, lang, incidents } = walk
  const { price } = told[lang]
  await tabTo(page, page.getByRole('slider', { name: say('Messages a day') }))
  await page.keyboard.press('End')
  for (let back = 0; back < 4; back += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  const sheet = page.getByRole('dialog').filter({ hasText: say('Nothing is counted here') })
  await pressByKey(page, sheet.getByRole('button', { name: say('Note what happened') }))
  await shoot(page, `reputation-note-day-${lang}`)
  await writeIn(walk, price)
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await row(page, price).waitFor()
  assert.deepEqual(await numbers(page), [1, 2, ...Array.from({ length: incidents }, () => 2)])
  assert.deepEqual(await numbersOnChart(walk, page), ['1', '2'])
  await row(theirs, price).waitFor()
  const { day } = (await call(stage.owner, 'GET /api/annotations', { query: lastDays() }))[0] ?? {}
  assert.ok(day === dayBack(4) || day === dayBack(5), `${day} is the day that was picked`)
}

/** Other words, and it lasted until yesterday. */
async function changeIt(walk: Walk): Promise<void> {
  const { page, theirs, say, lang } = walk
  const { price, more } = told[lang]
  await pressByKey(page, change(walk, price))
  const dialog = page.getByRole('dialog', { name: say('Change what happened') })
  await dialog.getByLabel(say('What happened')).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('End')
  await page.keyboard.type(more)
  await dialog.getByLabel(say('Last day')).fill(dayBack(9))
  await dialog.getByRole('alert').getByText(say('The last day must not come before the first.')).waitFor()
  await shoot(page, `reputation-note-backwards-${lang}`)
  await dialog.getByLabel(say('Last day')).fill(dayBack(1))
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await row(page, price + more)
    .locator('time')
    .nth(1)
    .waitFor()
  await row(theirs, price + more).waitFor()
  await row(page, price + more).scrollIntoViewIfNeeded()
  await shoot(page, `reputation-happened-${lang}`)
}

/** At once, back by one key, and the focus stays in the list. */
async function removeAndTakeBack(walk: Walk): Promise<void> {
  const { page, theirs, lang } = walk
  const whole = told[lang].price + told[lang].more
  await pressByKey(page, remove(walk, whole))
  for (const one of [page, theirs]) await row(one, whole).waitFor({ state: 'detached' })
  await change(walk, told[lang].advert).and(page.locator(':focus')).waitFor()
  await page.keyboard.press('z')
  await row(page, whole).locator('time').nth(1).waitFor()
  await page.reload()
  await row(page, whole).waitFor()
}

/** Of all times in one list, and on the charts of a search. */
async function findItElsewhere(walk: Walk): Promise<void> {
  const { page, say, lang } = walk
  const whole = told[lang].price + told[lang].more
  await pressByKey(page, page.getByRole('button', { name: say('All notes') }))
  const all = page.getByRole('dialog', { name: say('All notes') })
  await all.getByRole('listitem').filter({ hasText: whole }).waitFor()
  assert.equal(await all.getByRole('listitem').count(), 2)
  await page.keyboard.press('Escape')
  await all.waitFor({ state: 'detached' })
  const topics = page.getByRole('table', { name: say('Topics') })
  await pressByKey(page, topics.getByRole('link').first())
  await page.getByRole('heading', { name: say('Where it is spoken of') }).waitFor()
  await row(page, whole).waitFor()
  assert.deepEqual(await numbersOnChart(walk, page), ['1', '2'])
}

async function removeAll(walk: Walk): Promise<void> {
  const { page, lang } = walk
  const { advert, price, more } = told[lang]
  for (const words of [price + more, advert]) {
    await pressByKey(page, remove(walk, words))
    await row(page, words).waitFor({ state: 'detached' })
  }
  assert.deepEqual(await call(stage.owner, 'GET /api/annotations', { query: lastDays() }), [])
}
