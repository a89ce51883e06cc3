// Where we listen and for what: tried before it is saved, and told where a search does not read well.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openVisitor, shoot } from './browser.ts'
import { openFeedHere } from './feed-here.ts'
import { openHouse } from './house.ts'
import { signUp } from './people.ts'
import { card, openConversation, openStage, thread, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })

test('a feed is tried before it is saved, and what it says comes in', async (t) => {
  const { page, say } = await visit(t, stage)
  const text = 'Vier uur vertraging en dan een broodje kaas. Zilvermeeuw heeft wat uit te leggen.'
  const { url } = await openFeedHere(t, [{ id: 'vertraging', title: 'Vier uur in Faro', text, at: new Date() }])
  await page.goto('/listen')
  await page.getByRole('button', { name: say('New source') }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'RSS' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill(url.replace('feed.xml', 'nothing'))
  await dialog.getByRole('button', { name: say('Try it') }).click()
  const tried = dialog.getByRole('region', { name: say('What would be heard') })
  await tried.waitFor()
  await shoot(page, 'source-wrong')
  assert.equal(
    await dialog.getByRole('button', { name: say('Listen here') }).count(),
    0,
    'what does not work is not saved',
  )

  await dialog.getByRole('textbox').first().fill(url)
  await dialog.getByRole('button', { name: say('Try it') }).click()
  await tried.getByText('“Reisblog”').waitFor()
  await tried.getByText('een broodje kaas').waitFor()
  await shoot(page, 'source-tried')
  await dialog.getByLabel(say('Name')).fill('Blog over Faro')
  await dialog.getByRole('button', { name: say('Listen here') }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByRole('heading', { name: 'Blog over Faro' }).waitFor()
  await shoot(page, 'sources')
  await openConversation(page, 'all', 'De reisblogger')
  await thread(page).getByText('een broodje kaas').waitFor()
})

test('a search that does not read well points at the very character', async (t) => {
  const { page, say } = await visit(t, stage, { lang: 'nl' })
  await page.goto('/listen')
  await page.getByRole('button', { name: say('New topic') }).click()
  const dialog = page.getByRole('dialog')
  const query = dialog.getByRole('textbox', { name: say('Words') })
  await query.fill('zilvermeeuw AND (vertraging OR')
  const pointer = dialog.getByRole('button', { name: /^(bij teken|op teken|at character)/ }).first()
  await pointer.waitFor()
  await shoot(page, 'query-wrong-nl')
  assert.ok(await dialog.getByRole('button', { name: say('Listen for this') }).isDisabled())
  await pointer.click()
  const start = await query.evaluate((field) => (field as HTMLTextAreaElement).selectionStart)
  const place = Number(/\d+/.exec((await pointer.textContent()) ?? '')?.[0])
  assert.equal(start, place - 1, 'the caret stands where the words say')
  assert.ok(await query.evaluate((field) => field === document.activeElement))

  await query.fill('zilvermeeuw (vertraging OR koffer)')
  await dialog
    .getByText(/zilvermeeuw/)
    .first()
    .waitFor()
  await pointer.waitFor({ state: 'detached' })
  await dialog.getByRole('textbox', { name: say('Name') }).fill('Vertraging en koffers')
  await shoot(page, 'query-right-nl')
  await dialog.getByRole('button', { name: say('Listen for this') }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText('Vertraging en koffers', { exact: true }).first().waitFor()
})

test('with no network in reach the welcome says so, and lets one go on', async (t) => {
  const house = await openHouse(t)
  const { page, ...visitor } = await openVisitor(t, { url: house.url })
  await signUp({ page, ...visitor })
  const say = wordsIn('en')
  await page.goto('/')
  await page.getByRole('textbox', { name: say('Names') }).fill('Zilvermeeuw')
  await page.keyboard.press('Enter')
  await page.getByText(say('None of the networks answers now. You can go on: each is tried again by itself.')).waitFor()
  await shoot(page, 'welcome-deaf')
  await page.getByRole('button', { name: say('Looks right, open the inbox') }).click()
  await page.waitForURL('**/inbox/unowned**')
  await page.getByText(say('Listening. Nobody has been heard yet')).waitFor()
  await shoot(page, 'inbox-first-run')
  await page.goto('/listen')
  await page.getByText(say('No source answers now; each is tried again.')).waitFor()
  await shoot(page, 'listen-deaf')
  assert.equal(await card(page, '').count(), 0)
})
