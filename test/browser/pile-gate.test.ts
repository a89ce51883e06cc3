// A pile that promotes, by the keys alone and in both languages: what stops it is said before it is sent; it is taken back as one, and sent all the same with a reason.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { card, openConversation, openStage, visit } from './stage.ts'

const stage = await openStage({ after })
const tabsMost = 80
const people = { en: ['Fay Firth', 'Gus Gray'], nl: ['Bo Berends', 'Cas Claassen'] } as const
const words = {
  en: {
    said: 'Zilvermeeuw flight to Faro is four hours late and nobody at the desk in hall two tells us anything',
    help: 'Hi {first name}, the crew is on its way to hall two.',
    offer: 'Hi {first name}, order today and get 20% off your next flight.',
    reason: 'Agreed with marketing.',
  },
  nl: {
    said: 'Zilvermeeuw vlucht naar Malaga is al vier uur te laat en niemand aan balie drie vertelt ons iets',
    help: 'Hoi {voornaam}, de bemanning is onderweg naar balie drie.',
    offer: 'Hoi {voornaam}, bestel nu met 20% korting op je volgende vlucht.',
    reason: 'Met marketing besproken.',
  },
} as const

/** As one gets there without a mouse. */
async function tabTo(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await wanted.waitFor()
  const isThere = () => wanted.evaluate((element) => element === document.activeElement)
  for (let pressed = 0; !(await isThere()); pressed += 1) {
    assert.ok(pressed < tabsMost, `not reached by Tab: ${wanted}`)
    await page.keyboard.press(key)
  }
}

for (const lang of ['en', 'nl'] as const)
  test(`by keyboard, in ${lang}: the gate speaks before a pile is sent, a pile comes back as one, and goes all the same with a reason`, async (t) => {
    const { page, say, bluesky, visitor } = await visit(t, stage, { lang, undoSeconds: 30 })
    await plain(visitor)
    const [one, two] = people[lang]
    const { said, help, offer, reason } = words[lang]
    const posts = [one, two].map((displayName, at) => {
      const by = { handle: `${displayName.split(' ')[0]?.toLowerCase()}.example`, displayName }
      return bluesky.post({ text: `${said}, ${at === 0 ? 'still' : 'yes'} waiting`, by, langs: [lang] })
    })
    await openConversation(page, 'all', two)
    await openConversation(page, 'all', one)
    await card(page, one).getByText('+1').waitFor()
    await page.keyboard.press('Shift+R')
    const wording = page.getByRole('textbox', { name: say('What you answer') })
    const write = async (text: string) => {
      await page.keyboard.press('Control+a')
      await page.keyboard.insertText(text)
    }
    await tabTo(page, wording)
    await write(offer)
    const stopped = page.getByRole('region', { name: say('What stops these answers') })
    await stopped.getByRole('status').getByText('2', { exact: false }).waitFor()
    await shoot(page, `pile-would-stop-${lang}`)
    for (const post of posts) assert.deepEqual(bluesky.answersTo(post.uri), [], 'it speaks before anything is sent')

    // Other words: nothing stands in the way. Sent, and taken back as one.
    await write(help)
    await stopped.waitFor({ state: 'detached' })
    const leave = page.getByRole('combobox', { name: say('They leave') })
    await tabTo(page, leave)
    await page.keyboard.press('Home')
    const send = page.locator('form button[type=submit]')
    await tabTo(page, send)
    await page.keyboard.press('Enter')
    const all = page.getByRole('button', { name: /2/u }).and(page.locator(':has(.lucide-undo-2)'))
    await tabTo(page, all)
    await shoot(page, `pile-held-${lang}`)
    await page.keyboard.press('Enter')
    const rows = async () => {
      const { items } = await call(visitor, 'GET /api/conversations', { query: { view: 'all' } })
      return items.filter(({ author }) => author?.name === one || author?.name === two)
    }
    await until(page, async () => (await rows()).length === 2)
    await all.waitFor({ state: 'detached' })
    for (const post of posts) assert.deepEqual(bluesky.answersTo(post.uri), [])

    // All the same, with why.
    await call(visitor, 'PATCH /api/workspace', { body: { undoSeconds: 0 } })
    await tabTo(page, wording, 'Shift+Tab')
    await write(offer)
    await tabTo(page, stopped.getByRole('button', { name: say('Send all the same…') }))
    await page.keyboard.press('Enter')
    await page
      .getByRole('textbox', { name: say('Why it may go this time') })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type(reason)
    await page.keyboard.press('Enter')
    for (const [at, name] of [one, two].entries()) {
      const first = name.split(' ')[0] ?? ''
      const whole = offer.replace(/\{.*?\}/u, first)
      await until(page, async () => bluesky.answersTo(posts[at]?.uri ?? '').includes(whole))
    }
    await shoot(page, `pile-all-the-same-${lang}`)
  })
