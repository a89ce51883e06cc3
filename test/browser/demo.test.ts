// From `--demo` to a filled inbox, an answer that stands in it, and an empty house again; and the offer to whoever hears nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, sidewaysOverflows } from './audit.ts'
import { openVisitor, shoot } from './browser.ts'
import { openHouse } from './house.ts'
import { call, owner, password, signUp } from './people.ts'
import { lasting } from './settled.ts'
import { wordsIn } from './words.ts'

/** Eight weeks are told on a machine that may do other things too. */
const toldWithinMs = 300_000
const answer = 'Dag Greet, een collega is onderweg naar gate D24 met een rolstoel en blijft bij uw moeder.'

const card = (page: Page, name: string) => page.locator('[data-card]', { hasText: name })

async function assertSound(page: Page): Promise<void> {
  assert.deepEqual(await axeFindings(page), [])
  assert.deepEqual(await lasting(page, sidewaysOverflows), [])
}

test('--demo leads a newcomer into a filled inbox, in which an answer is sent, and out of it again', async (t) => {
  const house = await openHouse(t, { env: { WEDERHOOR_DEMO: 'yes' } })
  const visitor = await openVisitor(t, { url: house.url, lang: 'nl' })
  const { page } = visitor
  const say = wordsIn('nl')
  await page.goto('/')
  await page.getByLabel(say('Your name')).fill(owner.name)
  await page.getByLabel(say('E-mail address')).fill(owner.email)
  await page.getByLabel(say('Password'), { exact: true }).fill(password)
  await page.getByRole('button', { name: say('Make the account and look around') }).click()
  await page.getByRole('progressbar', { name: say('Setting up the demo company') }).waitFor()
  await shoot(page, 'demo-1-filling')
  await page.waitForURL('**/inbox/mine**', { timeout: toldWithinMs })
  await card(page, 'Marieke van der Ploeg').waitFor()
  await page.getByText(say('nothing leaves this machine')).waitFor()
  await call(visitor, 'PATCH /api/workspace', { body: { undoSeconds: 1 } })
  await card(page, 'Marieke van der Ploeg').click()
  const picture = page.getByRole('img', { name: /Lege bagageband/ })
  await picture.waitFor()
  assert.ok(await picture.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth > 0)))
  await shoot(page, 'demo-2-inbox')
  const eyes = await openVisitor(t, { url: house.url, lang: 'nl', as: visitor, bypassCSP: true })
  await eyes.page.goto('/inbox/mine')
  await card(eyes.page, 'Marieke van der Ploeg').click()
  await eyes.page.getByRole('img', { name: /Lege bagageband/ }).waitFor()
  await assertSound(eyes.page)
  // A second window would go on saying that it looks at what is about to be removed.
  await eyes.page.close()

  await card(page, 'Greet Willems').click()
  await page.getByRole('textbox', { name: say('Your answer') }).fill(answer)
  await page.getByRole('button', { name: say('Reply & done') }).click()
  await card(page, 'Greet Willems').waitFor({ state: 'detached' })
  await page.goto('/inbox/done')
  await card(page, 'Greet Willems').click()
  await page.getByText(answer).first().waitFor()
  await page.getByText(say('Sent, and heard back: it stands there.')).waitFor()
  await shoot(page, 'demo-3-sent')

  await page.getByRole('button', { name: say('Remove the demo') }).click()
  await page.getByRole('dialog').getByText(say('Remove the demo company?')).waitFor()
  await shoot(page, 'demo-4-remove')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: say('Remove the demo') })
    .click()
  await page.getByRole('heading', { name: say('What do people call you?') }).waitFor()
  const { rows } = await house.database.pool.query('select name from workspaces')
  assert.deepEqual(rows, [{ name: say('My organisation') }])
})

test('whoever hears nothing is offered the demo', async (t) => {
  const house = await openHouse(t)
  const visitor = await openVisitor(t, { url: house.url, bypassCSP: true })
  const { page } = visitor
  const say = wordsIn('en')
  await signUp(visitor)
  await page.goto('/welcome')
  await page.getByRole('link', { name: say('Look around in a demo company') }).waitFor()
  await page.getByRole('button', { name: owner.workspaceName, exact: true }).click()
  await page.getByText(/Meanwhile: an airline/).waitFor()
  await shoot(page, 'demo-5-offer')
  await assertSound(page)
})
