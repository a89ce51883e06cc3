// A surge that is heard: the alert over every screen, a room in two presses, a conversation put into it by its key.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { openConversation, openStage, type Stage, thread, visit } from './stage.ts'

const minuteMs = 60_000
const people = 24
const angry = [
  'lost my suitcase again. Disgraceful, the worst airline ever.',
  'left us stranded all night. I am furious, this is terrible.',
  'ruined our holiday and nobody answers. Awful service, shame on you.',
]

/** Twenty-four people within a quarter of an hour, each once, in their own words. */
function surge({ bluesky }: Stage): void {
  for (let at = 0; at < people; at += 1) {
    const createdAt = new Date(Date.now() - 20 * minuteMs + at * 0.6 * minuteMs).toISOString()
    const text = `Zilvermeeuw ${angry[at % angry.length]} Flight ${100 + at}.`
    bluesky.post({
      record: { $type: 'app.bsky.feed.post', text, createdAt, langs: ['en'] },
      by: { handle: `traveller-${at}.example`, displayName: `Traveller ${at}` },
    })
  }
}

/** As if this house had listened for ten days: what is usual is known only by then. */
async function listenedForDays({ house: { database } }: Stage): Promise<void> {
  await database.pool.query(
    `update mentions set heard_at = heard_at - interval '10 days', published_at = published_at - interval '10 days'`,
  )
}

/** The next look is due at once: it would be within five minutes. */
async function lookNow({ house: { database } }: Stage): Promise<void> {
  await database.pool.query('update alert_settings set looked_at = null')
}

async function countOf({ owner }: Stage): Promise<number> {
  const views = await call(owner, 'GET /api/views', {})
  return views.all + views.noise
}

/** As far as Tab leads there, which a person without a mouse has. */
async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).waitFor()
  for (let tabs = 0; tabs < 80; tabs += 1) {
    if ((await page.locator(`${selector}:focus`).count()) > 0) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`no Tab leads to ${selector}`)
}

for (const lang of ['en', 'nl'] as const)
  test(`a surge becomes an alert, and the alert a room, by the keys alone, in ${lang}`, async (t) => {
    const stage = await openStage(t)
    const { bluesky, owner } = stage
    const { page, say, visitor } = await visit(t, stage, { lang })
    await call(owner, 'POST /api/topics', { body: { name: 'Belt', query: 'kofferband' } })
    bluesky.post({ text: 'Zilvermeeuw, thank you for the lovely flight.' })
    await until(page, async () => (await countOf(stage)) === 1)
    await listenedForDays(stage)
    surge(stage)
    await until(page, async () => (await countOf(stage)) >= people)
    await page.goto('/inbox/all')
    await page.locator('[data-inbox-list]').waitFor()
    await lookNow(stage)

    // It comes to whoever looks at something else, by itself.
    await page.locator('[data-alert-band]').waitFor()
    await shoot(page, `alert-band-${lang}`)
    const [alert] = (await call(owner, 'GET /api/alerts', {})).open
    assert.ok(alert && alert.seen.people >= 12 && alert.seen.people > 3 * alert.seen.expected, JSON.stringify(alert))
    assert.ok(alert.severity >= 1 && alert.severity <= 10)

    await page.keyboard.press('g')
    await page.keyboard.press('c')
    await page.waitForURL('**/crisis')
    await page.locator('[data-alert] [data-forecast]').waitFor()
    await page
      .getByRole('img', { name: say('Severity {level} of {most}', { level: alert.severity, most: 10 }) })
      .waitFor()
    await page.locator('[data-alert] figure svg[role=img]').waitFor()
    await shoot(page, `alert-${lang}`)

    // Two presses: the button, and the form that is filled already.
    await tabTo(page, '[data-open-from-alert]')
    await page.keyboard.press('Enter')
    await page.locator('[role=dialog] [data-first]:focus').waitFor()
    await shoot(page, `alert-to-room-${lang}`)
    await page.keyboard.press('Enter')
    await page.waitForURL('**/crisis/INC-1')
    await page.locator('[data-room-course] figure').waitFor()
    const room = await call(owner, 'GET /api/incidents/{id}', { params: { id: 'INC-1' } })
    assert.deepEqual([room.alertId, room.title, room.beganAt], [alert.id, 'Zilvermeeuw', alert.beganAt])
    assert.ok(room.happening.length > 20, room.happening)
    await shoot(page, `alert-room-${lang}`)

    // From now on the band is red and leads there.
    bluesky.post({
      text: 'De kofferband staat stil op pier D.',
      by: { handle: 'kees.example', displayName: 'Kees Prins' },
      langs: ['nl'],
    })
    await until(page, async () => (await countOf(stage)) > people + 1)
    await openConversation(page, 'all', 'Kees Prins')
    await page.locator('[data-alert-band] b', { hasText: 'INC-1' }).waitFor()
    const inRoom = async () => {
      const { lines } = await call(visitor, 'GET /api/incidents/{id}/messages', { params: { id: 'INC-1' } })
      return lines.some(({ text }) => text.includes('pier D'))
    }
    assert.equal(await inRoom(), false)
    const add = async () => {
      await thread(page).waitFor()
      await page.keyboard.press('Shift+C')
      await page.locator('[role=dialog] [data-room=INC-1]:focus').waitFor()
      await page.keyboard.press('Enter')
      await page.locator('[role=dialog]').waitFor({ state: 'detached' })
      await until(page, inRoom)
    }
    await add()
    await shoot(page, `alert-added-${lang}`)
    await page.keyboard.press('z')
    await until(page, async () => !(await inRoom()))
    await add()

    // What is known beforehand is entered, and taken back.
    await page.goto('/settings/alerts')
    await tabTo(page, '[data-add-peak]')
    await page.keyboard.press('Enter')
    await page.locator('[data-peak-form] input:focus').waitFor()
    await page.keyboard.type('Zomeractie')
    await page.keyboard.press('Enter')
    const peaks = async () => (await call(owner, 'GET /api/expected-peaks', {})).map(({ name }) => name)
    await page.locator('[data-peak]').waitFor()
    assert.deepEqual(await peaks(), ['Zomeractie'])
    await tabTo(page, '[data-peak] button')
    await page.keyboard.press('Enter')
    await until(page, async () => (await peaks()).length === 0)
    await page.getByRole('status').getByRole('button').click()
    await until(page, async () => (await peaks()).length === 1)
  })
