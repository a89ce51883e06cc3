// Two people at one inbox see each other: who looks, who answers, what was begun; and nobody is seen who is gone.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openVisitor, shoot } from './browser.ts'
import { call, invite } from './people.ts'
import { card, openConversation, openStage, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })
const say = wordsIn('en')

/** On the card: an eye or dots, each with its sentence. */
const sign = (page: Page, name: string, says: string) => card(page, name).getByRole('img', { name: says })
const chip = (page: Page, says: string) => page.getByRole('status').filter({ hasText: says })

test('a colleague is seen looking, then answering; the answer begun can be gone on with', async (t) => {
  const { page, bluesky, visitor, house } = await visit(t, stage)
  const colleague = await openVisitor(t, { url: house.url })
  await invite(visitor, colleague, { name: 'Sanne Vos', email: 'sanne@zilvermeeuw.example', role: 'member' })
  await call(colleague, 'PATCH /api/me', { body: { practice: 'done' } })
  const mira = { handle: 'mira.example', displayName: 'Mira van Dam', followersCount: 12_400 }
  const joost = { handle: 'joost.example', displayName: 'Joost Bakker' }
  bluesky.post({ text: 'Zilvermeeuw lost my suitcase.', by: mira })
  bluesky.post({ text: 'Does Zilvermeeuw fly to Faro?', by: joost })
  await openConversation(page, 'all', joost.displayName)
  await card(page, mira.displayName).getByText('12.4k').waitFor()

  await openConversation(colleague.page, 'all', mira.displayName)
  await sign(page, mira.displayName, 'Sanne is looking').waitFor()
  assert.equal(await sign(colleague.page, mira.displayName, 'Sanne is looking').count(), 0, 'nobody sees themselves')
  await sign(colleague.page, joost.displayName, 'Noor is looking').waitFor()

  await colleague.page.getByRole('textbox', { name: say('Your answer') }).fill('Mira, we found')
  await sign(page, mira.displayName, 'Sanne is answering').waitFor()
  await shoot(page, 'presence-card')
  await card(page, mira.displayName).click()
  await chip(page, 'Sanne is answering').waitFor()
  await page.getByText('“Mira, we found”').waitFor()
  await shoot(page, 'presence-header')
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await page.getByRole('button', { name: say('Go on with it') }).click()
  await page.waitForFunction(() => document.querySelector('textarea')?.value === 'Mira, we found')
  await answer.press('End')
  await page.keyboard.type(' it.')
  assert.equal(await answer.inputValue(), 'Mira, we found it.', 'the composer stays usable')
  await chip(colleague.page, 'Noor is answering').waitFor()

  await colleague.page.keyboard.press('Escape')
  await card(colleague.page, joost.displayName).click()
  await chip(page, 'Sanne').waitFor({ state: 'detached' })
  await sign(page, joost.displayName, 'Sanne is looking').waitFor()
  await colleague.page
    .getByRole('link', { name: say('Listening') })
    .first()
    .click()
  await sign(page, joost.displayName, 'Sanne is looking').waitFor({ state: 'detached' })
})

test('who vanishes without a word is gone half a minute later', async (t) => {
  const { page, bluesky, visitor, house } = await visit(t, stage)
  const observer = await openVisitor(t, { url: house.url })
  observer.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch|when fetching the script/)
  await invite(visitor, observer, { name: 'Ot Mol', email: 'ot@zilvermeeuw.example', role: 'observer' })
  const tess = { handle: 'tess.example', displayName: 'Tess Mulder' }
  bluesky.post({ text: 'Zilvermeeuw, when is my refund here?', by: tess })
  await openConversation(page, 'all', tess.displayName)
  await openConversation(observer.page, 'all', tess.displayName)
  await chip(page, 'Ot is looking').waitFor()
  assert.equal(await observer.page.getByText(say('Exercise')).count(), 0, 'who only looks is given nothing to practise')
  await observer.context.setOffline(true)
  const begun = Date.now()
  await chip(page, 'Ot is looking').waitFor({ state: 'detached' })
  assert.ok(Date.now() - begun < 45_000)
})
