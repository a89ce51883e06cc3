// What one does all day: answer, take back, hand over, wait, note; each seen on the screen and kept by the server.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { until } from './as-it-comes.ts'
import { openVisitor, shoot } from './browser.ts'
import { call, invite } from './people.ts'
import { card, forFirstReason, openConversation, openStage, thread, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })

test('an answer that is held can be taken back, and nothing was posted', async (t) => {
  const { page, say, bluesky } = await visit(t, stage, { undoSeconds: 30 })
  const mira = { handle: 'mira.example', displayName: 'Mira van Dam', followersCount: 2_140 }
  const said = bluesky.post({ text: 'Zilvermeeuw lost my suitcase.', by: mira })
  await openConversation(page, 'unowned', mira.displayName)
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.fill('We found it, Mira.')
  await page.getByRole('button', { name: say('Other ways to send') }).click()
  await page.getByRole('menuitem', { name: say('Reply, keep it open') }).click()

  await page.getByText(/goes out in \d+ seconds/).waitFor()
  await shoot(page, 'held')
  await page.getByRole('button', { name: say('Undo') }).click()
  await answer.waitFor()
  assert.equal(await answer.inputValue(), 'We found it, Mira.', 'the words are in the composer again')
  await shoot(page, 'taken-back')

  // The same by the key, after the next conversation has opened by itself.
  await page.goto('/inbox/mine')
  await card(page, mira.displayName).click()
  await answer.press('Control+Enter')
  await card(page, mira.displayName).waitFor({ state: 'detached' })
  await page.keyboard.press('z')
  await card(page, mira.displayName).waitFor()
  await answer.waitFor()
  assert.equal(await answer.inputValue(), 'We found it, Mira.')
  assert.deepEqual(bluesky.answersTo(said.uri), [], 'nothing left the house')
})

test('an answer that is taken back never gets into the words for somebody else', async (t) => {
  const { page, say, bluesky } = await visit(t, stage, { undoSeconds: 30 })
  const [ruben, lotte] = ['Ruben Smit', 'Lotte Bos'].map((displayName) => ({
    handle: `${displayName.split(' ')[0]?.toLowerCase()}.example`,
    displayName,
  })) as [{ handle: string; displayName: string }, { handle: string; displayName: string }]
  for (const by of [ruben, lotte]) bluesky.post({ text: `Zilvermeeuw, may I bring a dog? ${by.displayName}`, by })
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await openConversation(page, 'unowned', lotte.displayName)
  await openConversation(page, 'unowned', ruben.displayName)
  await answer.fill('Small ones, Ruben.')
  await answer.press('Control+Enter')
  await card(page, ruben.displayName).waitFor({ state: 'detached' })
  await card(page, lotte.displayName).click()
  await card(page, lotte.displayName).and(page.locator('[aria-current]')).waitFor()
  await thread(page).getByText(lotte.displayName).first().waitFor()
  await answer.fill('Dear Lotte,')
  await page
    .getByRole('button', { name: say('Undo') })
    .first()
    .click()
  await card(page, ruben.displayName).and(page.locator('[aria-current]')).waitFor()
  await thread(page).getByText(ruben.displayName).first().waitFor()
  assert.equal(await answer.inputValue(), 'Small ones, Ruben.')
  await card(page, lotte.displayName).click()
  await thread(page).getByText(lotte.displayName).first().waitFor()
  assert.equal(await answer.inputValue(), 'Dear Lotte,', 'what was being written for Lotte')
})

test('keys in quick succession are about what is current, also while the conversation is still to be drawn', async (t) => {
  const { page, say, bluesky, owner } = await visit(t, stage)
  const names = ['Bram Vink', 'Bram Kok', 'Bram Mol']
  for (const [at, displayName] of names.entries())
    bluesky.post({ text: `Zilvermeeuw, what about ${displayName}?`, by: { handle: `bram${at}.example`, displayName } })
  await openConversation(page, 'unowned', names[2] ?? '')
  for (const name of names) await card(page, name).waitFor()
  const order = (await page.locator('[data-card]').allInnerTexts()).map((text) =>
    names.find((one) => text.includes(one)),
  )
  const first = order.find((name) => name !== undefined) ?? ''
  await card(page, first).click()
  await thread(page).getByText(first).first().waitFor()
  // Nobody answered it: its reason is the one that stands first, and the next key comes right after it.
  await page.keyboard.press('e')
  await forFirstReason(page)
  await page.evaluate(() =>
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true })),
  )
  await card(page, first).waitFor({ state: 'detached' })
  const current = await page.locator('[data-card][aria-current]').innerText()
  const second = names.find((name) => current.includes(name)) ?? ''
  assert.notEqual(second, first)
  await page.waitForFunction(() => document.activeElement instanceof HTMLTextAreaElement)
  await page.keyboard.type('For the second')
  await thread(page).getByText(second).first().waitFor()
  assert.equal(await page.getByRole('textbox', { name: say('Your answer') }).inputValue(), 'For the second')
  const { items } = await call(owner, 'GET /api/conversations', { query: { view: 'done' } })
  assert.deepEqual(
    items.map(({ author }) => author?.name).filter((name) => name?.startsWith('Bram')),
    [first],
  )
})

test('what is heard while the page is loading stands in the list too', async (t) => {
  const { page, bluesky, owner } = await visit(t, stage)
  const sven = { handle: 'sven.example', displayName: 'Sven Maas' }
  let open = (): void => undefined
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  await page.route(/\/api\/live/, async (route) => {
    await gate
    await route.continue()
  })
  const listed = page.waitForResponse((response) => /\/api\/conversations\?/.test(response.url()))
  await page.goto('/inbox/all')
  await listed
  bluesky.post({ text: 'Zilvermeeuw, are you there?', by: sven })
  const heard = async () => {
    const { items } = await call(owner, 'GET /api/conversations', { query: { view: 'all' } })
    return items.some(({ author }) => author?.name === sven.displayName)
  }
  await until(page, heard)
  open()
  await page
    .getByRole('button', { name: /^\d+ new/ })
    .or(card(page, sven.displayName))
    .first()
    .waitFor()
})

test('closing the page neither loses a held answer nor sends it sooner', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage, { undoSeconds: 3 })
  const joost = { handle: 'joost.example', displayName: 'Joost Bakker' }
  const said = bluesky.post({ text: 'Does Zilvermeeuw fly to Faro?', by: joost })
  await openConversation(page, 'unowned', joost.displayName)
  await page.getByRole('textbox', { name: say('Your answer') }).fill('Twice a week, Joost.')
  const sent = page.waitForResponse((response) => response.url().endsWith('/replies') && response.ok())
  await page.keyboard.press('Control+Enter')
  await sent
  assert.deepEqual(bluesky.answersTo(said.uri), [])
  await page.close()

  const again = await visitor.context.newPage()
  await openConversation(again, 'done', joost.displayName)
  await again.getByText(say('Sent, and heard back: it stands there.')).waitFor()
  assert.deepEqual(bluesky.answersTo(said.uri), ['Twice a week, Joost.'])
})

test('a colleague gets what is handed over, and sees the note', async (t) => {
  const { page, say, bluesky, visitor, house } = await visit(t, stage)
  const colleague = await openVisitor(t, { url: house.url, lang: 'nl' })
  await invite(visitor, colleague, { name: 'Sanne Vos', email: 'sanne@zilvermeeuw.example', role: 'member' })
  const zeg = wordsIn('nl')
  await colleague.page.goto('/inbox/mine')
  await colleague.page.getByRole('heading', { level: 1 }).first().waitFor()

  const anouk = { handle: 'anouk.example', displayName: 'Anouk de Boer', followersCount: 88_000 }
  bluesky.post({ text: 'Zilvermeeuw owes me 250 euros, says the law.', by: anouk })
  await openConversation(page, 'unowned', anouk.displayName)
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: say('Your note') }).fill('Flight ZM 412, see the list of last week.')
  await shoot(page, 'note')
  await page.keyboard.press('Control+Enter')
  await thread(page).getByText('Flight ZM 412').waitFor()

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
  await thread(colleague.page).getByText('Flight ZM 412').waitFor()
  await colleague.page.getByText(zeg('yours'), { exact: true }).waitFor()
  await shoot(colleague.page, 'handed-over-nl')
})

test('what waits is out of sight until then, and a new message brings it back sooner', async (t) => {
  const { page, say, bluesky } = await visit(t, stage)
  const tess = { handle: 'tess.example', displayName: 'Tess Mulder' }
  const said = bluesky.post({ text: 'Zilvermeeuw, when is my refund here?', by: tess })
  await openConversation(page, 'all', tess.displayName)
  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: say('Wait until') })
  await dialog.waitFor()
  await shoot(page, 'wait')
  await page.keyboard.press('Enter')
  await card(page, tess.displayName).waitFor({ state: 'detached' })

  await openConversation(page, 'waiting', tess.displayName)
  await shoot(page, 'waiting')
  const ref = { uri: said.uri, cid: said.cid }
  const record = {
    $type: 'app.bsky.feed.post',
    text: 'Still nothing, zilvermeeuw.',
    createdAt: new Date().toISOString(),
    langs: ['en'],
    reply: { root: ref, parent: ref },
  }
  bluesky.post({ by: tess, record })
  await thread(page).getByText('Still nothing').waitFor()
  await openConversation(page, 'all', tess.displayName)
})

test('what its writer deletes is blanked here', async (t) => {
  const { page, say, bluesky } = await visit(t, stage)
  const wim = { handle: 'wim.example', displayName: 'Wim Kok' }
  const said = bluesky.post({ text: 'Zilvermeeuw: my phone number is 06 12345678', by: wim })
  await openConversation(page, 'all', wim.displayName)
  await thread(page).getByText('06 12345678').waitFor()
  bluesky.remove(said.uri)
  await card(page, wim.displayName).getByText(say('This message was deleted by its writer.')).waitFor()
  await thread(page).getByText('06 12345678').waitFor({ state: 'detached' })
  await shoot(page, 'deleted')
  assert.equal(await page.getByText('06 12345678').count(), 0, 'nowhere on the screen, its title too')
})

test('two people answer at once: one is first, the other keeps the words', async (t) => {
  const { page, say, bluesky, visitor, house } = await visit(t, stage, { undoSeconds: 1 })
  const colleague = await openVisitor(t, { url: house.url })
  for (const one of [visitor, colleague]) one.expect(/status of 409/)
  await invite(visitor, colleague, { name: 'Daan Smit', email: 'daan@zilvermeeuw.example', role: 'member' })
  const ruth = { handle: 'ruth.example', displayName: 'Ruth Peeters' }
  const said = bluesky.post({ text: 'Is Zilvermeeuw on strike tomorrow?', by: ruth })
  for (const one of [page, colleague.page]) {
    await openConversation(one, 'all', ruth.displayName)
    await one
      .getByRole('textbox', { name: say('Your answer') })
      .fill(one === page ? 'No, we fly.' : 'We fly as planned.')
  }
  // In the same moment: who saw the other's answer first would not send one.
  await Promise.all([page, colleague.page].map((one) => one.keyboard.press('Control+Enter')))
  const late = await Promise.any(
    [page, colleague.page].map(async (one) => {
      await one
        .getByText(/was faster/)
        .first()
        .waitFor()
      return one
    }),
  )
  await shoot(late, 'faster')
  await openConversation(page, 'done', ruth.displayName)
  await page.getByText(say('Sent, and heard back: it stands there.')).waitFor()
  assert.deepEqual(bluesky.answersTo(said.uri), [late === page ? 'We fly as planned.' : 'No, we fly.'])
})
