// Noise: out of the way with its reason, said and unsaid by one key, for one and for several; and what tells of the same.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { card, openConversation, openStage, viewOf, visit } from './stage.ts'

const stage = await openStage({ after })
const by = (displayName: string) => ({ handle: `${displayName.split(' ')[0]?.toLowerCase()}.example`, displayName })

test('noise stands in its view with why; one key says that it is none, and undo that it is', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  await plain(visitor)
  bluesky.post({ text: 'GIVEAWAY time! Retweet to win two tickets with Zilvermeeuw', by: by('Gaby Gift') })
  bluesky.post({ text: 'Zilvermeeuw lost my suitcase and nobody answers me.', by: by('Mira Waits') })
  await openConversation(page, 'all', 'Mira Waits')
  assert.equal(await card(page, 'Gaby Gift').count(), 0, 'noise is not among the work')
  await openConversation(page, 'noise', 'Gaby Gift')
  await card(page, 'Gaby Gift').locator('span').getByText(say('Giveaway'), { exact: true }).first().waitFor()
  await page.getByText(/it reads like a giveaway, because of “GIVEAWAY”/u).waitFor()
  await shoot(page, 'noise')
  await page.keyboard.press('w')
  await card(page, 'Gaby Gift').waitFor({ state: 'detached' })
  await until(page, async () => (await viewOf(stage, 'Gaby Gift')) === 'all')
  await page.keyboard.press('z')
  await card(page, 'Gaby Gift').waitFor()
  await until(page, async () => (await viewOf(stage, 'Gaby Gift')) === 'noise')
})

test('several are called noise at once, what is like them follows, and it can be forgotten in the settings', async (t) => {
  const { page, say, bluesky, visitor, owner } = await visit(t, stage)
  await plain(visitor)
  const text = (part: string) => `Every day one fact about planes and Zilvermeeuw on my channel, ${part}`
  bluesky.post({ text: text('part one'), by: by('Fred Facts') })
  bluesky.post({ text: text('part two'), by: by('Fanny Facts') })
  await openConversation(page, 'all', 'Fanny Facts')
  await openConversation(page, 'all', 'Fred Facts')
  await card(page, 'Fred Facts').getByText('+1 alike').waitFor()
  await page.keyboard.press('x')
  await card(page, 'Fanny Facts').hover()
  await page.getByRole('checkbox', { name: say('Select {name}', { name: 'Fanny Facts' }) }).click()
  await page.keyboard.press('!')
  for (const name of ['Fred Facts', 'Fanny Facts']) await card(page, name).waitFor({ state: 'detached' })
  bluesky.post({ text: text('part three'), by: by('Fons Facts') })
  await openConversation(page, 'noise', 'Fons Facts')
  await card(page, 'Fons Facts').getByText(say('Like what was called noise')).waitFor()

  await page.goto('/settings/noise')
  const lessons = page.getByRole('list', { name: say('What was taught') }).getByRole('listitem')
  await lessons.filter({ hasText: 'Fred Facts' }).waitFor()
  await shoot(page, 'noise-settings')
  const before = await lessons.count()
  await lessons.filter({ hasText: 'Fred Facts' }).getByRole('button').click()
  await until(page, async () => (await lessons.count()) === before - 1)
  const { lessons: kept } = await call(owner, 'GET /api/noise', {})
  assert.equal(kept.length, before - 1)
})

test('what tells of the same is listed, an odd one is taken out, and urgency says its sum', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  await plain(visitor)
  const text = 'Zilvermeeuw left us on the tarmac in Porto for five hours without water, this is a disgrace'
  for (const [at, name] of ['Ada Angry', 'Bea Angry', 'Cis Angry'].entries())
    bluesky.post({ text: `${text}${'!'.repeat(at + 1)} ${name}`, by: by(name) })
  await openConversation(page, 'all', 'Cis Angry')
  await openConversation(page, 'all', 'Ada Angry')
  await page.getByText('2 other conversations tell of the same.').waitFor()
  await page.getByRole('button', { name: say('Show them') }).click()
  await page.getByRole('link', { name: 'Bea Angry', exact: true }).waitFor()
  await shoot(page, 'story')
  await page.getByRole('button', { name: say('Take out: {name}', { name: 'Bea Angry' }) }).click()
  await page.getByText('One other conversation tells of the same.').waitFor()

  await page.goto('/inbox/all?sort=urgent')
  await card(page, 'Ada Angry').waitFor()
  await page
    .getByRole('listitem')
    .filter({ has: card(page, 'Ada Angry') })
    .locator('[data-risk]')
    .hover()
  const sum = page.getByRole('tooltip')
  await sum.getByText(say('complains')).waitFor()
  await shoot(page, 'urgency')
})
