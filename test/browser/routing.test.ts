// Rules: written, tried on what was heard, saved, seen in the history of what they place, applied to what is open, and put back.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { openConversation, openStage, visit } from './stage.ts'

const stage = await openStage({ after })
const by = (displayName: string) => ({ handle: `${displayName.split(' ')[0]?.toLowerCase()}.example`, displayName })

test('a rule is tried before it is saved, says in the history what it did, and can be applied and put back', async (t) => {
  const { page, say, bluesky, visitor, owner } = await visit(t, stage)
  await plain(visitor)
  const department = await call(owner, 'POST /api/departments', { body: { name: 'Billing' } })
  bluesky.post({ text: 'Zilvermeeuw, my invoice of last week is wrong, please look at it', by: by('Ivy Invoice') })
  bluesky.post({ text: 'Zilvermeeuw, at what time do you open the desk on Sunday?', by: by('Dora Desk') })
  await openConversation(page, 'all', 'Ivy Invoice')
  await openConversation(page, 'all', 'Dora Desk')

  await page.goto('/settings/routing')
  const billsName = say('Bills and refunds')
  await page.getByRole('button', { name: say('Begin with this: {0}', { 0: billsName }) }).click()
  const dialog = page.getByRole('dialog')
  const save = dialog.getByRole('button', { name: say('Save the rule') })
  assert.equal(await save.isDisabled(), true, 'a rule that does nothing is not saved')
  await dialog.getByLabel(say('Place it at')).selectOption({ label: 'Billing' })
  await dialog.getByRole('button', { name: say('Try on the last {days} days', { days: 30 }) }).click()
  await dialog.getByRole('row', { name: /^Billing 0 1 \+1$/u }).waitFor()
  await dialog.getByRole('link', { name: /my invoice of last week/u }).waitFor()
  await shoot(page, 'routing-tried')
  await save.click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: billsName }).waitFor()

  bluesky.post({ text: 'Zilvermeeuw, where is my refund? It was promised a month ago.', by: by('Rhea Refund') })
  await openConversation(page, 'all', 'Rhea Refund')
  await page.getByText(/Placed at Billing by rule “Bills and refunds”, because: “refund”/u).waitFor()
  await shoot(page, 'routing-history')

  const placed = async () => {
    const { items } = await call(owner, 'GET /api/conversations', { query: { departmentId: department.id } })
    return items.map((row) => row.author?.name).toSorted()
  }
  assert.deepEqual(await placed(), ['Rhea Refund'])
  await page.goto('/settings/routing')
  await page.getByRole('button', { name: say('Apply to what is open…') }).click()
  await page.getByRole('button', { name: say('Apply the rules') }).click()
  await until(page, async () => (await placed()).length === 2)
  await page.getByRole('button', { name: say('Put back what it moved') }).click()
  await until(page, async () => (await placed()).length === 1)
  assert.deepEqual(await placed(), ['Rhea Refund'])
})

test('the order is changed by keys, and the focus stays with the rule that moves', async (t) => {
  const { page, say, visitor, owner } = await visit(t, stage)
  await plain(visitor)
  const nothing = { departmentId: null, memberId: null, urgencyFrom: 2, moves: false, stops: false }
  const lists = { topicIds: [], sourceIds: [], networks: [], langs: [], sentiments: [], intents: [], kinds: [] }
  const numbers = { query: null, urgencyFrom: null, angerFrom: null, followersFrom: null, ratingTo: null }
  const conditions = { ...lists, ...numbers, isReturning: null }
  for (const name of ['First', 'Second', 'Third'])
    await call(owner, 'POST /api/routing/rules', { body: { name, conditions, actions: nothing } })
  await page.goto('/settings/routing')
  const sooner = page.getByRole('button', { name: say('Ask {name} sooner', { name: 'Third' }) })
  await sooner.focus()
  await page.keyboard.press('Enter')
  await until(page, async () => (await names()).slice(-2).join() === 'Third,Second')
  assert.equal(await sooner.evaluate((button) => button === document.activeElement), true)

  async function names() {
    return (await call(owner, 'GET /api/routing', {})).rules.map(({ name }) => name)
  }
})
