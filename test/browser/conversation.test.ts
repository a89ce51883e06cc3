// What stands in a conversation and around it: long words, pictures, addresses that pretend, the coach, the person, and keys pressed too soon.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Route } from 'playwright-core'
import type { Policy } from '#domain/policy.ts'
import { until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { leaf } from './policy-leaf.ts'
import { settled, whole } from './settled.ts'
import { card, forFirstReason, openConversation, openStage, thread, viewOf, visit } from './stage.ts'

const stage = await openStage({ after })
/** A finger is followed at once; the first dialog of its kind is fetched. */
const openedWithinMs = 5_000
const adviceUrl = /\/api\/conversations\/[^/]+\/advice$/u

test('a long message is folded, and a writer from right to left turns no address around', async (t) => {
  const { page, bluesky } = await visit(t, stage)
  const wim = { handle: 'wim.example', displayName: 'Wim Kok' }
  const lines = Array.from({ length: 60 }, (_, at) => `${at}.`).join('\n')
  bluesky.post({ by: wim, text: `zilvermeeuw \u202e see https://bank.example/\u202emoc.live now\n${lines}` })
  await openConversation(page, 'all', wim.displayName)
  const link = thread(page).getByRole('link', { name: 'bank.example' })
  assert.equal(await link.getAttribute('href'), 'https://bank.example/')
  assert.equal(await link.locator('bdi').evaluate((element) => getComputedStyle(element).unicodeBidi), 'isolate')
  const words = thread(page).locator('article p').first()
  const height = () => words.evaluate((element) => element.getBoundingClientRect().height)
  const folded = await height()
  await page.getByRole('button', { name: /Show all \d+ characters/ }).click()
  assert.ok((await height()) > 2 * folded)
  assert.equal(await words.getAttribute('dir'), 'auto')
  assert.notEqual(await words.getAttribute('lang'), null, 'the language is said, or said to be unknown')
})

test('the coach says what to mend and why, and shows where', async (t) => {
  const { page, say, bluesky } = await visit(t, stage)
  const anouk = { handle: 'anouk.example', displayName: 'Anouk de Boer' }
  bluesky.post({ text: 'Zilvermeeuw owes me 250 euros.', by: anouk })
  await openConversation(page, 'all', anouk.displayName)
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.fill('Call my colleague on 06 12345678, or see bit.ly/refund for it.')
  const coach = page.getByRole('region', { name: say('What to look at before sending') })
  await coach.getByRole('button', { name: say('Shortened link') }).waitFor()
  await coach.getByRole('button', { name: say('Name missing') }).waitFor()
  await coach.getByRole('button', { name: say('Telephone number') }).click()
  await coach.getByText(say('Everybody can read this answer, and search engines keep it.')).waitFor()
  await shoot(page, 'coach')
  const selected = await answer.evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  )
  assert.equal(selected, '06 12345678')
  await answer.fill('Hi Anouk, see https://zilvermeeuw.example/refund')
  for (const good of ['Nothing private', 'Link in full', 'By name'])
    await coach.getByRole('button', { name: say(good) }).waitFor()
})

test('a person: all contact in one place, from the author and back', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  visitor.expect(/status of 404/)
  const tess = { handle: 'tess.example', displayName: 'Tess Mulder', followersCount: 310 }
  bluesky.post({ text: 'Zilvermeeuw, my flight was late.', by: tess })
  await openConversation(page, 'all', tess.displayName)
  const [first] = (await call(visitor, 'GET /api/conversations', { query: { view: 'all', q: 'flight was late' } }))
    .items
  assert.ok(first)
  await call(visitor, 'POST /api/conversations/{id}/notes', {
    params: { id: first.id },
    body: { text: 'Was on ZM 412.' },
  })
  bluesky.post({ text: 'Zilvermeeuw, thank you for the voucher!', by: tess })
  await page
    .locator('[data-inbox-list]')
    .getByText(/^\d+ new/)
    .click()
  await card(page, 'thank you for the voucher').click()
  await thread(page).getByText('thank you').waitFor()
  const panel = page.getByRole('complementary', { name: say('About the author') })
  await panel.getByText('Was on ZM 412.').waitFor()
  await panel.getByText('2', { exact: true }).waitFor()
  await whole(page)
  await shoot(page, 'author-panel')
  await panel.getByRole('link', { name: say('All contact with this author') }).click()
  await page.getByRole('heading', { level: 1, name: tess.displayName }).waitFor()
  await page.getByText('Was on ZM 412.').waitFor()
  await shoot(page, 'person')
  await page
    .getByRole('link', { name: /my flight was late/i })
    .first()
    .click()
  await thread(page).getByText('my flight was late').waitFor()
  await page.goBack()
  await page.getByRole('heading', { level: 1, name: tess.displayName }).waitFor()
  await page.goto('/people/00000000-0000-7000-8000-000000000000')
  await page.getByText(say('This person is not here')).waitFor()
})

test('Enter and R before the conversation is here are not lost', async (t) => {
  const { page, say, bluesky } = await visit(t, stage)
  for (const name of ['Ruth Peeters', 'Kees Prins'])
    bluesky.post({ text: `Zilvermeeuw? ${name}`, by: { handle: `${name.split(' ')[0]}.example`, displayName: name } })
  await openConversation(page, 'all', 'Ruth Peeters')
  const gates: (() => void)[] = []
  await page.route(/\/api\/conversations\/WH-\d+$/, async (route) => {
    await new Promise<void>((open) => gates.push(open))
    await route.continue()
  })
  const open = () => {
    for (const gate of gates.splice(0)) gate()
  }
  await page.reload()
  const current = page.locator('[data-card][aria-current]')
  await current.focus()
  await page.keyboard.press('Enter')
  assert.equal(await thread(page).count(), 0, 'it is not here yet')
  open()
  await page.waitForFunction(() => document.activeElement?.matches('[data-thread]'))

  await page.reload()
  await current.focus()
  await page.keyboard.press('r')
  open()
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.waitFor()
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement)
})

test('a card is pulled aside by a finger: right is done, left waits', async (t) => {
  const { page, say, bluesky } = await visit(t, stage, { size: 'phone' })
  const bo = { handle: 'bo.example', displayName: 'Bo Visser' }
  bluesky.post({ text: 'Zilvermeeuw gave me a window seat.', by: bo })
  // What comes while one looks stands behind “1 new”.
  await until(page, async () => (await viewOf(stage, bo.displayName)) === 'all')
  await page.goto('/inbox/all')
  await card(page, bo.displayName).waitFor()
  const pull = async (byPx: number) => {
    const box = await card(page, bo.displayName).boundingBox()
    assert.ok(box)
    const client = await page.context().newCDPSession(page)
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', dx = 0) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: x + dx, y }] })
    await touch('touchStart')
    for (const share of [0.25, 0.5, 0.75, 1]) await touch('touchMove', byPx * share)
    await shoot(page, byPx > 0 ? 'swipe-done' : 'swipe-wait')
    await touch('touchEnd')
  }
  // What follows a finger comes a moment after the cards, and what it opens a moment after the finger: a second pull must not meet the first one's dialog.
  const pullUntil = async (byPx: number, dialog: Locator) =>
    until(page, async () => {
      await pull(byPx)
      return await dialog.waitFor({ timeout: openedWithinMs }).then(
        () => true,
        () => false,
      )
    })
  await pullUntil(-120, page.getByRole('dialog', { name: say('Wait until') }))
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await pull(30)
  assert.ok(await card(page, bo.displayName).isVisible(), 'a little is nothing')
  await pullUntil(120, page.getByRole('dialog'))
  await forFirstReason(page)
  await card(page, bo.displayName).waitFor({ state: 'detached' })
  assert.match(new URL(page.url()).pathname, /^\/w\/[^/]+\/inbox\/all$/, 'a pull is not a press')
})

test('what stands below the advice stays where it is while that of the next conversation is on its way', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  const bea = { handle: 'bea.example', displayName: 'Bea Timmer' }
  const said = ['the blanket was thin', 'the coffee was strong', 'the window was clean']
  for (const text of said) bluesky.post({ text: `Zilvermeeuw: ${text}.`, by: bea })
  const heard = async () =>
    (await call(visitor, 'GET /api/conversations', { query: { view: 'all' } })).items.filter(
      ({ author }) => author?.name === bea.displayName,
    ).length
  await until(page, async () => (await heard()) === said.length)
  const panel = page.getByRole('complementary', { name: say('About the author') })
  const below = async () => (await panel.getByRole('heading', { name: say('Earlier conversations') }).boundingBox())?.y
  const onItsWay = panel.getByRole('status', { name: say('The advice is on its way') })
  /** Where it stood before, while the advice is on its way, and after. */
  const places = async (from: string, to: string) => {
    await card(page, from).click()
    await thread(page).getByText(from).waitFor()
    await whole(page)
    const before = await below()
    const answer = Promise.withResolvers<void>()
    const hold = async (route: Route) => {
      await answer.promise
      await route.continue()
    }
    await page.route(adviceUrl, hold)
    const asked = page.waitForRequest(adviceUrl)
    await card(page, to).click()
    await thread(page).getByText(to).waitFor()
    await asked
    await settled(page)
    const between = await below()
    const isSaid = await onItsWay.isVisible()
    answer.resolve()
    await whole(page)
    await page.unroute(adviceUrl, hold)
    return { before, between, after: await below(), isSaid }
  }
  const root = leaf('stand', 'Let it stand', {
    answers: false,
    strategy: 'let_stand',
    place: 'nowhere',
    why: 'Praise.',
  })
  const policy: Policy = { name: 'House', questions: [], root }
  const [blanket = '', coffee = '', window = ''] = said
  await page.goto('/inbox/all')
  const none = await places(blanket, coffee)
  assert.deepEqual(none, { before: none.before, between: none.before, after: none.before, isSaid: false }, 'no policy')
  await call(visitor, 'POST /api/policy/versions', { body: { policy, examples: [], note: '', basedOn: 0 } })
  await page.reload()
  const one = await places(coffee, window)
  assert.deepEqual(one, { before: one.before, between: one.before, after: one.before, isSaid: true }, 'a policy')
  assert.notEqual(one.before, none.before)
})
