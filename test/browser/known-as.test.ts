// "Known to us as": somebody is linked to another account by hand, taken apart again by the toast.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { plain } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { openConversation, openStage, visit } from './stage.ts'

const stage = await openStage({ after })
const by = (displayName: string) => ({ handle: `${displayName.split(' ')[0]?.toLowerCase()}.example`, displayName })

test('two accounts are linked from beside a conversation with the keyboard alone, and the undo of the toast takes it apart', async (t) => {
  const { page, say, bluesky, visitor, owner } = await visit(t, stage)
  await plain(visitor)
  bluesky.post({ text: 'Zilvermeeuw lost my suitcase and nobody answers me.', by: by('Mira Waits') })
  bluesky.post({ text: 'Zilvermeeuw, the suitcase is still nowhere to be seen.', by: by('Mirabel Travels') })
  await openConversation(page, 'all', 'Mirabel Travels')
  await openConversation(page, 'all', 'Mira Waits')
  const panel = page.locator('[data-known-as]')
  await panel.getByText(say('Only this account.')).waitFor()
  const { items } = await call(owner, 'GET /api/people', { query: { q: 'mira' } })
  const idOf = (name: string) => items.find(({ author }) => author.name === name)?.author.id ?? ''
  const known = async () =>
    (await call(owner, 'GET /api/people/{id}', { params: { id: idOf('Mira Waits') } })).identities.length

  await page.keyboard.press('Control+k')
  await page.keyboard.type(say('Link another account of this person…').slice(0, 20))
  await page.getByRole('option', { name: say('Link another account of this person…') }).waitFor()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const field = dialog.getByRole('textbox', { name: say('Name or handle') })
  await field.waitFor()
  await field.fill('travels')
  const choice = dialog.getByRole('button', { name: '@mirabel.example' })
  await choice.waitFor()
  await choice.focus()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await panel.getByText('@mirabel.example').waitFor()
  assert.equal(await known(), 2)
  await shoot(page, 'known-as')

  const toast = page.getByRole('status').filter({ hasText: say('Linked: {called}', { called: '@mirabel.example' }) })
  await toast.getByRole('button').first().click()
  await panel.getByText(say('Only this account.')).waitFor()
  assert.equal(await known(), 1)
})
