// An answer that leaves later, by the keys alone and in both languages: given its moment, moved, taken back, and sent in the end.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { card, openConversation, openStage, thread, visit } from './stage.ts'

const stage = await openStage({ after })
const people = { en: 'Lena Hart', nl: 'Koen Vos' } as const
const words = {
  en: 'Thank you. We call you tomorrow at nine.',
  nl: 'Dank je. We bellen je morgen om negen uur.',
} as const
const tabsMost = 60

/** As one gets there without a mouse. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  const isThere = () => wanted.evaluate((element) => element === document.activeElement)
  for (let pressed = 0; !(await isThere()); pressed += 1) {
    assert.ok(pressed < tabsMost, `not reached by Tab: ${wanted}`)
    await page.keyboard.press('Tab')
  }
}

for (const lang of ['en', 'nl'] as const)
  test(`by keyboard, in ${lang}: an answer is given a moment, moved, taken back with its words, and sent now`, async (t) => {
    const { page, say, bluesky, visitor } = await visit(t, stage, { lang, undoSeconds: 0 })
    await plain(visitor)
    const name = people[lang]
    const by = { handle: `${name.replace(' ', '-').toLowerCase()}.example`, displayName: name }
    const post = bluesky.post({ text: `Zilvermeeuw, when will you call me? ${name}`, by })
    await openConversation(page, 'all', name)
    const found = (await call(visitor, 'GET /api/conversations', { query: { view: 'all' } })).items.find(
      ({ author }) => author?.name === name,
    )
    const id = found?.id ?? ''
    const newest = async () =>
      (await call(visitor, 'GET /api/conversations/{id}', { params: { id } })).replies
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
        .at(-1)
    const answer = page.getByRole('textbox', { name: say('Your answer') })
    const choosing = page.getByRole('dialog')
    const later = async () => {
      await page.keyboard.press('Control+Alt+Enter')
      await choosing.locator('[data-first]:focus').waitFor()
      await page.keyboard.press('Enter')
      await choosing.waitFor({ state: 'detached' })
    }

    await page.keyboard.press('r')
    await answer.and(page.locator(':focus')).waitFor()
    await page.keyboard.type(words[lang])
    await later()
    const scheduled = thread(page).locator('[data-scheduled]')
    await scheduled.waitFor()
    const first = await newest()
    assert.equal(first?.text, words[lang])
    const inMinutes = (Date.parse(first?.scheduledFor ?? '') - Date.now()) / 60_000
    assert.ok(inMinutes > 45 && inMinutes < 75, `in ${inMinutes} minutes`)
    assert.deepEqual(bluesky.answersTo(post.uri), [])
    assert.notEqual((await call(visitor, 'GET /api/conversations/{id}', { params: { id } })).state, 'done')

    // Where all that is scheduled stands it is moved to another moment.
    await page.keyboard.press('Escape')
    for (const key of ['g', 'p']) await page.keyboard.press(key)
    await page.waitForURL('**/scheduled')
    const line = page.getByRole('listitem').filter({ hasText: words[lang] })
    await line.waitFor()
    await shoot(page, `scheduled-${lang}`)
    await tabTo(page, line.getByRole('button', { name: say('Change the moment') }))
    await page.keyboard.press('Enter')
    await choosing.locator('[data-first]:focus').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await choosing.waitFor({ state: 'detached' })
    await until(
      page,
      async () => Date.parse((await newest())?.scheduledFor ?? '') > Date.parse(first?.scheduledFor ?? '') + 60_000,
    )

    await tabTo(page, line.getByRole('button', { name: say('Take it back') }))
    await page.keyboard.press('Enter')
    await until(page, async () => (await newest())?.state === 'undone')
    await line.waitFor({ state: 'detached' })
    assert.deepEqual(bluesky.answersTo(post.uri), [])

    // The words are a draft again, in their place; given a moment once more, they go at once.
    await openConversation(page, 'all', name)
    await answer.waitFor()
    await until(page, async () => (await answer.inputValue()) === words[lang])
    await page.keyboard.press('r')
    await answer.and(page.locator(':focus')).waitFor()
    await later()
    await scheduled.waitFor()
    await page.keyboard.press('Escape')
    await tabTo(page, thread(page).getByRole('button', { name: say('Send now') }))
    await page.keyboard.press('Enter')
    await until(page, async () => bluesky.answersTo(post.uri).length > 0)
    assert.deepEqual(bluesky.answersTo(post.uri), [words[lang]])
    await card(page, name).waitFor()
  })
