// Reputation, by keys and in both languages: a sentence first, the same as a table, and behind each figure as many as it says.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Answer } from '#api/contract/contract.ts'
import { shoot } from './browser.ts'
import { lastDays, lastMonth } from './calendar.ts'
import { call } from './people.ts'
import { openStage, visit } from './stage.ts'
import { sayThree, threeCounted } from './three-said.ts'
import type { Lang } from './words.ts'

const stage = await openStage({ after })
const readWords = '{messages, plural, one {Read the one message} other {Read the # messages}}'
sayThree(stage)

async function openReport(page: Page): Promise<number> {
  const messages = await threeCounted({ page, owner: stage.owner })
  await page.goto('/reputation')
  await page.getByRole('heading', { level: 2 }).first().waitFor()
  return messages
}

for (const lang of ['en', 'nl'] satisfies Lang[])
  test(`what is the matter is said first, and every figure leads to what it counts (${lang})`, async (t) => {
    const { page, say } = await visit(t, stage, { lang })
    const messages = await openReport(page)
    await page.getByText(say('Too little was said to put a figure on it.')).waitFor()

    const read = page.getByRole('button', { name: say(readWords, { messages }) })
    await read.focus()
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('dialog')
    await sheet.getByText(say('{0} in all', { 0: messages })).waitFor()
    assert.equal(await sheet.getByRole('listitem').count(), messages)
    assert.match(page.url(), /show=/u)
    await shoot(page, `reputation-messages-${lang}`)
    await page.reload()
    await sheet.getByText(say('{0} in all', { 0: messages })).waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })

    // All of it was said in the last two days: at midnight the browser and the workspace may be of two minds.
    let ofDays = 0
    for (const back of [0, 1]) {
      await page.getByRole('slider', { name: say('Messages a day') }).focus()
      await page.keyboard.press('End')
      if (back > 0) await page.keyboard.press('ArrowLeft')
      await page.keyboard.press('Enter')
      await sheet
        .getByText(/ in all$| in totaal$/u)
        .or(sheet.getByText(say('Nothing is counted here')))
        .waitFor()
      ofDays += await sheet.getByRole('listitem').count()
      await page.keyboard.press('Escape')
      await sheet.waitFor({ state: 'detached' })
    }
    assert.equal(ofDays, messages)

    const figure = page.getByRole('figure').filter({ hasText: say('Messages a day') })
    await figure.getByRole('button').first().press('Enter')
    await figure.getByRole('table').waitFor()
  })

test('a tone narrows what was said, and another time to compare with stands in the address', async (t) => {
  const { page, say } = await visit(t, stage)
  await openReport(page)
  await page.getByRole('combobox', { name: say('Tone') }).selectOption('negative')
  await page.waitForURL(/tone=negative/u)
  await page
    .getByText(
      say('One tone is chosen for what was said. The score, what moved it and how we answer are of all tones.'),
    )
    .waitFor()
  const asked = { ...lastDays(), tone: 'negative' as const }
  const { messages } = await call(stage.owner, 'GET /api/reports/reputation', { query: asked })
  const { total } = await call(stage.owner, 'GET /api/reports/messages', { query: asked })
  assert.equal(total, messages.now.value)
  await page.getByRole('button', { name: say(readWords, { messages: total }) }).waitFor()
  await page.getByRole('combobox', { name: say('Against') }).selectOption('year')
  await page.waitForURL(/against=year/u)
})

test('a topic has a page of its own, with the way back', async (t) => {
  const { page, say } = await visit(t, stage)
  await openReport(page)
  const topic = page
    .getByRole('table', { name: say('Topics') })
    .getByRole('link')
    .first()
  const name = (await topic.textContent()) ?? ''
  await topic.press('Enter')
  await page.getByRole('heading', { level: 1, name }).waitFor()
  await page.getByRole('heading', { name: say('Where it is spoken of') }).waitFor()
  await shoot(page, 'reputation-topic')
  await page
    .getByRole('link', { name: say('Reputation') })
    .last()
    .press('Enter')
  await page.getByRole('heading', { level: 1, name: say('Reputation') }).waitFor()
})

test('any days are reported, chosen by keys, and a report that is saved is of the same', async (t) => {
  const { page, say, visitor } = await visit(t, stage)
  // Of the days that nobody can ask for.
  visitor.expect(/status of 400/)
  const messages = await openReport(page)
  const read = page.getByRole('button', { name: say(readWords, { messages }) })
  const period = page.getByRole('combobox', { name: say('Period') })
  await period.focus()
  await page.keyboard.press('End')
  const { from, to } = lastDays()
  // Choosing begins with the days that stand there.
  await page.waitForURL((url) => url.search === `?from=${from}&to=${to}`)
  await read.waitFor()
  const days = page.getByRole('form', { name: say('Chosen days') })
  const [first, last] = [days.getByLabel(say('From')), days.getByLabel(say('To and including'))]
  assert.deepEqual([await first.inputValue(), await last.inputValue()], [from, to])

  await last.fill('2020-01-01')
  await last.press('Enter')
  await days.getByRole('alert').getByText(say('The last day must not come before the first.')).waitFor()
  await first.fill('2018-12-31')
  const tooMany = { 0: 367, reportDaysMax: 366 }
  await days
    .getByRole('alert')
    .getByText(say('These are {0} days, and a report is of {reportDaysMax} at most.', tooMany))
    .waitFor()
  assert.equal(new URL(page.url()).searchParams.get('from'), from)
  await first.fill('2019-01-01')
  await first.press('Tab')
  await days.getByRole('alert').waitFor({ state: 'detached' })
  await days.getByRole('button', { name: say('Show these days') }).press('Enter')
  await page.getByRole('heading', { name: say('Nothing was said in this time') }).waitFor()

  await page.goto(`/reputation?from=${to}&to=${from}`)
  await page.getByRole('alert').getByText('The period must end after it begins.').waitFor()
  await first.fill(from)
  await last.fill(to)
  await last.press('Enter')
  await read.waitFor()
  await page.getByRole('link', { name: say('Save as report') }).press('Enter')
  await page
    .getByRole('combobox', { name: say('Period') })
    .and(page.locator('form *'))
    .waitFor()
  assert.equal(await page.getByLabel(say('From'), { exact: true }).inputValue(), from)
  assert.equal(await page.getByLabel(say('To and including')).inputValue(), to)

  await page.goto('/reputation?span=month')
  assert.equal(await period.inputValue(), 'month')
  await period.focus()
  await page.keyboard.press('End')
  await page.waitForURL((url) => (url.searchParams.get('from') ?? '') === `${lastMonth()}-01`)
})

test('figures of which hours are still being counted are asked again, until they are whole', async (t) => {
  const { page, say } = await visit(t, stage)
  await threeCounted({ page, owner: stage.owner })
  let asked = 0
  await page.route(/\/api\/reports\/reputation/u, async (route) => {
    asked += 1
    const response = await route.fetch()
    const report = (await response.json()) as Answer<'GET /api/reports/reputation'>
    await route.fulfill({ response, json: { ...report, isCounting: asked === 1 } })
  })
  await page.clock.install()
  await page.goto('/reputation')
  const counting = page.getByText(say('Some hours are being counted anew at this moment.'))
  await counting.waitFor()
  await page.clock.runFor(16_000)
  await counting.waitFor({ state: 'detached' })
  await page.clock.runFor(60_000)
  assert.equal(asked, 2)
})
