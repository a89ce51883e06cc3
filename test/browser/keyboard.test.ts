// Working by keyboard: keys of one's own, no single letters, menus at what has the focus, a palette that finds.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { plain, until } from './as-it-comes.ts'
import { openVisitor, shoot } from './browser.ts'
import { call } from './people.ts'
import { card, forFirstReason, openConversation, openStage, thread, type Visit, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })

/** Opens the field of a command and presses the keys in it. */
async function press({ page, say }: Visit, name: string, ...keys: string[]): Promise<void> {
  await page.getByRole('button', { name: say('Change the key of {name}', { name }), exact: true }).click()
  await page.getByRole('textbox', { name: say('The new key of {name}', { name }) }).waitFor()
  for (const key of keys) await page.keyboard.press(key)
}

/** Of the open conversation: it is the header in which its menu stands. */
const headerKeys = 'header:has([aria-haspopup=menu]) > button kbd'
const keysIn = (page: Page, place: string) =>
  page.locator(place).evaluateAll((all) => all.map((one) => one.textContent ?? ''))

test('a key that was changed works, and is shown wherever the old one was', async (t) => {
  const seen = await visit(t, stage)
  const { page, say, bluesky, visitor, house } = seen
  await plain(visitor)
  bluesky.post({ text: 'Zilvermeeuw, why?', by: { handle: 'kees.example', displayName: 'Kees Prins' } })
  await page.goto('/settings/keyboard')
  await press(seen, say('Done'), 'h')
  await page.getByRole('alert').getByText(say('Wait until…')).waitFor()
  await shoot(page, 'keyboard-clash')
  await page.getByRole('button', { name: say('Take it over') }).click()
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name })
  await row(say('Wait until…')).getByText(say('no key')).waitFor()
  await press(seen, say('Mine'), 'g', 'm')
  await row(say('Mine')).locator('kbd').nth(1).waitFor()
  assert.deepEqual(await row(say('Mine')).locator('kbd').allTextContents(), ['G', 'M'])
  await shoot(page, 'keyboard-own')

  await openConversation(page, 'all', 'Kees Prins')
  await page.locator(headerKeys).waitFor()
  assert.deepEqual(await keysIn(page, headerKeys), ['H'])
  await card(page, 'Kees Prins').hover()
  await page.locator('[data-quick] button').first().hover()
  await page.getByRole('tooltip').getByText('H', { exact: true }).waitFor()
  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: say('All keys') })
  // A view may have the name of a command; the first part is about the conversation.
  const line = (name: string) =>
    sheet
      .locator('section')
      .first()
      .locator('dl > div')
      .filter({ has: page.getByText(name, { exact: true }) })
  await line(say('Done')).waitFor()
  assert.deepEqual(await line(say('Done')).locator('kbd').allTextContents(), ['H'])
  assert.equal(await line(say('Wait until…')).count(), 0, 'what has no key is not on the sheet')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog', { name: say('Find or do') })
  await page.keyboard.type(say('Done'))
  await palette
    .getByRole('option', { name: say('Done') })
    .first()
    .locator('kbd', { hasText: 'H' })
    .waitFor()
  await page.keyboard.press('Escape')
  await palette.waitFor({ state: 'detached' })

  await page.keyboard.press('e')
  await page.keyboard.press('g')
  await page.keyboard.press('m')
  await page.getByText(say('yours'), { exact: true }).waitFor()
  await page.keyboard.press('h')
  await forFirstReason(page)
  await card(page, 'Kees Prins').waitFor({ state: 'detached' })
  await until(page, async () => {
    const { items } = await call(visitor, 'GET /api/conversations', { query: { view: 'done' } })
    return items.some(({ author, owner }) => author?.name === 'Kees Prins' && owner?.name === 'Noor de Wit')
  })

  // On another machine too; and back as they came, with the way back from that.
  const elsewhere = await openVisitor(t, { url: house.url, as: visitor })
  await elsewhere.page.goto('/settings/keyboard')
  const theirs = elsewhere.page.getByRole('listitem').filter({ hasText: say('Done') })
  await theirs.locator('kbd', { hasText: 'H' }).waitFor()
  await elsewhere.page.getByRole('button', { name: say('Reset {name}', { name: say('Done') }), exact: true }).click()
  await theirs.locator('kbd', { hasText: 'E' }).waitFor()
  const waits = elsewhere.page.getByRole('listitem').filter({ hasText: say('Wait until…') })
  await waits.locator('kbd', { hasText: 'H' }).waitFor()
  await elsewhere.page.getByRole('button', { name: say('Reset all keys') }).click()
  await elsewhere.page.getByRole('status').getByText(say('All keys are as they came')).waitFor()
  assert.deepEqual((await call(visitor, 'GET /api/session', {})).user?.keys, {})
  await elsewhere.page.keyboard.press('z')
  await elsewhere.page
    .getByRole('listitem')
    .filter({ hasText: say('Mine') })
    .locator('kbd', { hasText: 'M' })
    .waitFor()
})

test('keys that the browser needs are refused with a reason, and Escape leaves all as it was', async (t) => {
  const seen = await visit(t, stage)
  const { page, say, visitor } = seen
  await plain(visitor)
  await page.goto('/settings/keyboard')
  for (const [key, why] of [
    ['Control+p', 'The browser or the system needs this key. Press another.'],
    ['Enter', 'With this key one moves through every page. Press another.'],
    ['Backspace', 'With this key one writes. Press another.'],
  ] as const) {
    await press(seen, say('Note for colleagues'), key)
    await page.getByRole('alert').getByText(say(why)).waitFor()
    if (key === 'Enter') await shoot(page, 'keyboard-refused')
    await page.keyboard.press('Escape')
    await page.getByRole('alert').waitFor({ state: 'detached' })
  }
  const button = page.getByRole('button', {
    name: say('Change the key of {name}', { name: say('Note for colleagues') }),
  })
  assert.ok(await button.evaluate((one) => one === document.activeElement), 'the focus is where it was')
  assert.deepEqual((await call(visitor, 'GET /api/session', {})).user?.keys, {})
})

test('without single letters nothing happens by accident, and the palette still does everything', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  await plain(visitor)
  bluesky.post({ text: 'Zilvermeeuw was late.', by: { handle: 'olga.example', displayName: 'Olga Visser' } })
  await page.goto('/settings/keyboard')
  await page.getByRole('switch', { name: say('Single-letter keys') }).click()
  await page.getByRole('status').getByText(say('Single-letter keys are off')).waitFor()
  await shoot(page, 'keyboard-letters-off')
  await openConversation(page, 'all', 'Olga Visser')
  for (const key of ['e', 'a', 'h', '1', '?', 'g', 'l', '[']) await page.keyboard.press(key)
  assert.equal(await page.getByRole('dialog').count(), 0)
  await card(page, 'Olga Visser').and(page.locator('[aria-current]')).waitFor()
  assert.deepEqual(await keysIn(page, headerKeys), [], 'no button speaks of a key that does nothing')
  // What is typed before the palette has come is searched for, and is no row of commands.
  await page.route(/palette-.*\.js/, async (route) => {
    await page.waitForTimeout(1_000)
    await route.continue()
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type(say('Done'))
  await page
    .getByRole('option', { name: say('Done') })
    .first()
    .and(page.locator('[data-highlighted]'))
    .waitFor()
  await page.keyboard.press('Enter')
  await forFirstReason(page)
  await card(page, 'Olga Visser').waitFor({ state: 'detached' })
  await plain(visitor)
})

test('a card and a message have a menu: by mouse, by key and by a finger that stays', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  await plain(visitor)
  for (const [handle, displayName] of [
    ['pim.example', 'Pim Jansen'],
    ['roos.example', 'Roos Smit'],
  ] as const)
    bluesky.post({ text: `Zilvermeeuw left ${displayName} behind.`, by: { handle, displayName } })
  await openConversation(page, 'all', 'Pim Jansen')
  await card(page, 'Roos Smit').waitFor()
  await card(page, 'Roos Smit').click({ button: 'right' })
  const menu = page.getByRole('menu')
  await menu.getByRole('menuitem', { name: say('Make it mine') }).waitFor()
  await shoot(page, 'card-menu')
  assert.match((await menu.getByRole('menuitem', { name: say('Done') }).textContent()) ?? '', /E$/)
  await menu.getByRole('menuitem', { name: say('Done') }).click()
  await forFirstReason(page)
  await card(page, 'Roos Smit').waitFor({ state: 'detached' })
  await card(page, 'Pim Jansen').and(page.locator('[aria-current]')).waitFor()

  // The same by key; Escape leaves it and the focus is on the card again.
  await card(page, 'Pim Jansen').focus()
  await page.keyboard.press('Shift+F10')
  await menu.waitFor()
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })
  assert.ok(await card(page, 'Pim Jansen').evaluate((one) => one === document.activeElement))
  await page.keyboard.press('ContextMenu')
  await menu.waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText(say('yours'), { exact: true }).waitFor()

  // On the words of a message, and the same in the menu of the conversation.
  await thread(page).getByText('left Pim Jansen behind').click({ button: 'right' })
  await menu.getByRole('menuitem', { name: say('Copy the text') }).waitFor()
  await shoot(page, 'message-menu')
  await menu.getByRole('menuitem', { name: say('Copy the text') }).click()
  await page.getByText(say('The text is copied.')).waitFor()
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'Zilvermeeuw left Pim Jansen behind.')
  await thread(page).focus()
  await page.keyboard.press('Shift+F10')
  await menu.getByRole('menuitem', { name: say('Reply') }).click()
  await page
    .getByRole('textbox', { name: say('Your answer') })
    .and(page.locator(':focus'))
    .waitFor()
  await page.getByRole('button', { name: say('More') }).click()
  for (const name of ['Hand over', 'Mark as unread', 'Copy the text', 'Why is this here?'])
    await menu.getByRole('menuitem', { name: say(name) }).waitFor()
  await shoot(page, 'more-menu')
  await page.keyboard.press('Escape')
  await menu.waitFor({ state: 'detached' })

  const finger = { pointerType: 'touch', isPrimary: true, clientX: 120, clientY: 220 }
  await card(page, 'Pim Jansen').dispatchEvent('pointerdown', finger)
  await menu.waitFor()
})

test('the compact list shows more, and staying is a choice', async (t) => {
  const { page, say, bluesky, visitor } = await visit(t, stage)
  await plain(visitor)
  const zeg = wordsIn('en')
  for (const nth of ['one', 'two', 'three'])
    bluesky.post({ text: `Zilvermeeuw, ${nth}.`, by: { handle: `${nth}.example`, displayName: `Person ${nth}` } })
  await page.goto('/settings/appearance')
  await page.getByRole('combobox', { name: say('Room in the list') }).selectOption('compact')
  await page.getByRole('switch', { name: say('Open the next message by itself') }).click()
  await page.getByRole('status').getByText(zeg('Saved')).first().waitFor()
  await shoot(page, 'appearance')
  await openConversation(page, 'all', 'Person two')
  const box = await card(page, 'Person one').boundingBox()
  assert.equal(box?.height, 62)
  await shoot(page, 'compact')
  const below = await page.locator('[data-card][aria-current]').evaluate((one) => {
    const cards = [...document.querySelectorAll('[data-card]')]
    return cards[cards.indexOf(one) + 1]?.getAttribute('data-card')
  })
  await page.keyboard.press('e')
  await forFirstReason(page)
  await card(page, 'Person two').waitFor({ state: 'detached' })
  await thread(page).getByText('Zilvermeeuw, two.').waitFor()
  await page.getByRole('button', { name: say('Open again') }).waitFor()
  if (below) {
    await page.keyboard.press('j')
    await page.locator(`[data-card="${below}"][aria-current]`).waitFor()
  }
  await plain(visitor)
})

test('who goes to another screen while the list is coming is not fetched back by it', async (t) => {
  const { page, bluesky, visitor, say } = await visit(t, stage)
  await plain(visitor)
  bluesky.post({ text: 'Zilvermeeuw, where?', by: { handle: 'iris.example', displayName: 'Iris Bos' } })
  await until(page, async () => (await call(visitor, 'GET /api/views', {})).all > 0)
  const list = Promise.withResolvers<void>()
  const screen = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  const onTheWay = Promise.withResolvers<void>()
  await page.route('**/api/conversations?**', async (route) => {
    asked.resolve()
    await list.promise
    await route.continue()
  })
  await page.route('**/assets/crisis-list-*.js', async (route) => {
    onTheWay.resolve()
    await screen.promise
    await route.continue()
  })
  await page.goto('/inbox/all')
  await asked.promise
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await onTheWay.promise
  const answered = page.waitForResponse((response) => response.url().includes('/api/conversations?'))
  list.resolve()
  await answered
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  screen.resolve()
  await page.getByRole('heading', { name: say('Crisis room'), level: 1 }).waitFor()
  assert.match(new URL(page.url()).pathname, /\/crisis$/u)
})
