// After the welcome or an invitation three messages are there to practise on; nothing of them exists, and once done they never come back.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openVisitor, shoot } from './browser.ts'
import { invite } from './people.ts'
import { openStage, thread } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })
const message = (page: Page, task: string) => page.locator(`[data-practice=${task}]`)

async function newcomer(t: Parameters<typeof openVisitor>[0], name: string, lang: 'en' | 'nl') {
  const visitor = await openVisitor(t, { url: stage.house.url, lang })
  await invite(stage.owner, visitor, { name, email: `${name.toLowerCase()}@zilvermeeuw.example`, role: 'member' })
  const { page } = visitor
  /** Everything that was asked to change something, from here on. */
  const changes: string[] = []
  page.on('request', (request) => request.method() !== 'GET' && changes.push(new URL(request.url()).pathname))
  return { page, changes, say: wordsIn(lang) }
}

test('R, E and Z once each, and the server hears of nothing but the end', async (t) => {
  const { page, changes, say } = await newcomer(t, 'Sanne', 'nl')
  await page.goto('/inbox/all')
  await message(page, 'reply').waitFor()
  await page
    .getByRole('region', { name: say('Exercise') })
    .first()
    .waitFor()
  await page.keyboard.press('e')
  assert.ok(await message(page, 'reply').isVisible(), 'another key than the one that is asked for does nothing')
  await page.keyboard.press('r')
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.fill('Je pakket is er morgen.')
  await shoot(page, 'practice-reply')
  await page.keyboard.press('Control+Enter')
  await message(page, 'done').waitFor()
  await page.keyboard.press('e')
  await message(page, 'undo').waitFor()
  await page.keyboard.press('z')
  const leave = page.getByRole('button', { name: say('To the real inbox') })
  await leave.waitFor()
  assert.deepEqual(changes, [], 'nothing was sent anywhere')
  await leave.click()
  await page.getByText(say('Exercise'), { exact: true }).waitFor({ state: 'detached' })
  assert.deepEqual(changes, ['/api/me'])
  await page.goto('/inbox/all/practice-reply')
  await page.waitForURL((url) => !url.pathname.endsWith('practice-reply'))
  assert.equal(await page.getByText(say('Exercise'), { exact: true }).count(), 0, 'it never comes back')
})

test('it can be passed over, and real work is never in its way', async (t) => {
  const { page, say } = await newcomer(t, 'Daan', 'en')
  const mira = { handle: 'mira.example', displayName: 'Mira van Dam' }
  stage.bluesky.post({ text: 'Zilvermeeuw lost my suitcase.', by: mira })
  await page.goto('/inbox/all')
  await message(page, 'reply').waitFor()
  await page.locator('[data-card]', { hasText: mira.displayName }).click()
  await thread(page).getByText('lost my suitcase').waitFor()
  // It is gone at once; what comes back after a reload is what the server was told.
  const told = page.waitForResponse(
    (answer) => answer.url().endsWith('/api/me') && answer.request().method() === 'PATCH',
  )
  await page.getByRole('button', { name: say('Skip it') }).click()
  await page.getByText(say('Exercise'), { exact: true }).waitFor({ state: 'detached' })
  assert.ok(await thread(page).isVisible(), 'what stood open stays open')
  await told
  await page.reload()
  await thread(page).waitFor()
  assert.equal(await page.getByText(say('Exercise'), { exact: true }).count(), 0)
})
