// What one does all day: answer, take back, hand over, wait, note; each seen on the screen and kept by the server.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openVisitor, shoot } from './browser.ts'
import { call, invite } from './people.ts'
import { card, conversationOf, openConversation, openStage, people } from './stage.ts'
import { wordsIn } from './words.ts'

const { mira, joost, anouk } = people

test('an answer that is held can be taken back, and nothing was posted', async (t) => {
  const stage = await openStage(t, { undoSeconds: 30 })
  const { page, say, bluesky } = stage
  const said = bluesky.post({ text: 'Zilvermeeuw lost my suitcase.', by: mira })
  await page.goto('/inbox/unowned')
  await card(page, mira.displayName).click()
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.fill('We found it, Mira.')
  await page.getByRole('button', { name: say('Other ways to send') }).click()
  await page.getByRole('menuitem', { name: say('Reply, keep it open') }).click()

  await conversationOf(stage)
    .getByText(/goes out in \d+ seconds/)
    .waitFor()
  await shoot(page, 'held')
  await conversationOf(stage)
    .getByRole('button', { name: say('Undo') })
    .click()
  await answer.waitFor()
  assert.equal(await answer.inputValue(), 'We found it, Mira.', 'the words are in the composer again')
  await shoot(page, 'taken-back')

  // The same by the key, after the next conversation has opened by itself.
  await answer.press('Control+Enter')
  await card(page, mira.displayName).waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await card(page, mira.displayName).waitFor()
  await answer.waitFor()
  assert.equal(await answer.inputValue(), 'We found it, Mira.')
  assert.deepEqual(bluesky.answersTo(said.uri), [], 'nothing left the house')
})

test('closing the page neither loses a held answer nor sends it sooner', async (t) => {
  const stage = await openStage(t, { undoSeconds: 3 })
  const { page, say, bluesky, visitor } = stage
  const said = bluesky.post({ text: 'Does Zilvermeeuw fly to Faro?', by: joost })
  await page.goto('/inbox/unowned')
  await card(page, joost.displayName).click()
  await page.getByRole('textbox', { name: say('Your answer') }).fill('Twice a week, Joost.')
  const sent = page.waitForResponse((response) => response.url().endsWith('/replies') && response.ok())
  await page.keyboard.press('Control+Enter')
  await sent
  assert.deepEqual(bluesky.answersTo(said.uri), [])
  await page.close()

  const again = await visitor.context.newPage()
  await openConversation({ page: again }, 'done', joost.displayName)
  await again.getByText(say('Sent, and heard back: it stands there.')).waitFor()
  assert.deepEqual(bluesky.answersTo(said.uri), ['Twice a week, Joost.'])
})

test('a colleague gets what is handed over, and sees the note', async (t) => {
  const stage = await openStage(t)
  const { page, say, bluesky, visitor, house } = stage
  const colleague = await openVisitor(t, { url: house.url, lang: 'nl' })
  await invite(visitor, colleague, { name: 'Sanne Vos', email: 'sanne@zilvermeeuw.example', role: 'member' })
  const zeg = wordsIn('nl')
  await colleague.page.goto('/inbox/mine')

  bluesky.post({ text: 'Zilvermeeuw owes me 250 euros, says the law.', by: anouk })
  await page.goto('/inbox/unowned')
  await card(page, anouk.displayName).click()
  await conversationOf(stage).getByText('owes me').waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: say('Your note') }).fill('Flight ZM 412, see the list of last week.')
  await shoot(page, 'note')
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('article')
    .filter({ hasText: 'Flight ZM 412' })
    .or(page.locator('[data-thread]').getByText('Flight ZM 412'))
    .first()
    .waitFor()

  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog', { name: say('Hand over to') })
  await dialog.getByRole('option', { name: 'Sanne Vos' }).waitFor()
  await shoot(page, 'hand-over')
  await page.keyboard.type('sanne')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await card(page, anouk.displayName).waitFor({ state: 'detached' })

  // She has the screen open: it is there without asking, in her own language.
  await card(colleague.page, anouk.displayName).waitFor()
  await card(colleague.page, anouk.displayName).click()
  await colleague.page.getByText('Flight ZM 412').first().waitFor()
  await conversationOf({ page: colleague.page, say: zeg }).getByText(zeg('yours')).waitFor()
  await shoot(colleague.page, 'handed-over-nl')
})

test('what waits is out of sight until then, and a new message brings it back sooner', async (t) => {
  const stage = await openStage(t)
  const { page, say, bluesky } = stage
  const said = bluesky.post({ text: 'Zilvermeeuw, when is my refund here?', by: mira })
  await page.goto('/inbox/all')
  await card(page, mira.displayName).click()
  await conversationOf(stage).getByText('refund').first().waitFor()
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: say('Wait until') })
  await dialog.waitFor()
  await shoot(page, 'wait')
  await page.keyboard.press('Enter')
  await card(page, mira.displayName).waitFor({ state: 'detached' })

  await page.getByRole('link', { name: /^Waiting/ }).click()
  await card(page, mira.displayName).waitFor()
  await shoot(page, 'waiting')
  const ref = { uri: said.uri, cid: said.cid }
  bluesky.post({
    by: mira,
    record: {
      $type: 'app.bsky.feed.post',
      text: 'Still nothing, zilvermeeuw.',
      createdAt: new Date().toISOString(),
      langs: ['en'],
      reply: { root: ref, parent: ref },
    },
  })
  await page.getByRole('link', { name: /^Everything open/ }).click()
  await card(page, mira.displayName).click()
  await conversationOf(stage).getByText('Still nothing').waitFor()
})

test('what its writer deletes is blanked here', async (t) => {
  const stage = await openStage(t)
  const { page, say, bluesky } = stage
  const said = bluesky.post({ text: 'Zilvermeeuw: my phone number is 06 12345678', by: joost })
  await page.goto('/inbox/all')
  await card(page, joost.displayName).click()
  await conversationOf(stage).getByText('06 12345678').waitFor()
  bluesky.remove(said.uri)
  await card(page, joost.displayName).getByText(say('This message was deleted by its writer.')).waitFor()
  await conversationOf(stage).getByText('06 12345678').waitFor({ state: 'detached' })
  await shoot(page, 'deleted')
})

test('two people answer at once: one is first, the other keeps the words', async (t) => {
  const stage = await openStage(t, { undoSeconds: 1 })
  const { page, say, bluesky, visitor, house } = stage
  const colleague = await openVisitor(t, { url: house.url })
  await invite(visitor, colleague, { name: 'Sanne Vos', email: 'sanne@zilvermeeuw.example', role: 'member' })
  const said = bluesky.post({ text: 'Is Zilvermeeuw on strike tomorrow?', by: anouk })
  for (const one of [page, colleague.page]) {
    await one.goto('/inbox/all')
    await card(one, anouk.displayName).click()
    await one
      .getByRole('textbox', { name: say('Your answer') })
      .fill(one === page ? 'No, we fly.' : 'We fly as planned.')
  }
  await page.keyboard.press('Control+Enter')
  await card(page, anouk.displayName).waitFor({ state: 'detached' })
  await colleague.page.keyboard.press('Control+Enter')
  await colleague.page
    .getByText(/was faster/)
    .first()
    .waitFor()
  await shoot(colleague.page, 'faster')
  const { items } = await call(visitor, 'GET /api/conversations', { query: { view: 'done' } })
  const [row] = items
  assert.ok(row)
  await openConversation(stage, 'done', anouk.displayName)
  await page.getByText(say('Sent, and heard back: it stands there.')).waitFor()
  assert.deepEqual(bluesky.answersTo(said.uri), ['No, we fly.'])
})
