// An answer that one person reads, by the keys alone and in both languages: who reads it is said, what may not be public may be in it, and it stays private.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { Policy } from '#domain/policy.ts'
import { plain, until } from './as-it-comes.ts'
import { openBlueskyHere } from './bluesky-here.ts'
import { openVisitor, shoot } from './browser.ts'
import { openHouse } from './house.ts'
import { openMastodonHere } from './mastodon-here.ts'
import { call, signUp } from './people.ts'
import { openConversation, thread, visit } from './stage.ts'

const tabsMost = 60
const said = {
  en: {
    who: 'lena',
    text: 'Where is my refund, #Zilvermeeuw? Three weeks now.',
    answer: 'Lena, we refund it to NL91ABNA0417164300 today.',
    invitation: 'Write to us through the form on our website, then we look at it together.',
    elsewhere: 'Ida Holm',
  },
  nl: {
    who: 'koen',
    text: 'Waar blijft mijn geld, #Zilvermeeuw? Al drie weken.',
    answer: 'Koen, we storten het vandaag op NL91ABNA0417164300.',
    invitation: 'Schrijf ons via het formulier op onze site, dan kijken we er samen naar.',
    elsewhere: 'Wout Smit',
  },
} as const

/** Whatever is said: answer where only the two of you read along. */
const toPrivate: Policy = {
  name: 'Samen',
  questions: [],
  root: {
    ...{ kind: 'leaf', id: 'private', name: 'In private', answers: true, strategy: 'private', place: 'private' },
    ...{ tone: '', why: '', basis: '', departmentId: null, approval: 'none', promise: null },
  },
}

const mastodon = await openMastodonHere({ after })
const bluesky = await openBlueskyHere({ after })
const house = await openHouse({ after }, { hosts: { ...bluesky.hosts, ...mastodon.hosts } })
const owner = await openVisitor({ after }, { url: house.url })
await signUp(owner)
await call(owner, 'POST /api/topics', { body: { name: 'Zilvermeeuw', query: 'zilvermeeuw' } })
const settings = { server: 'social.test', tags: ['Zilvermeeuw'] }
const at = new Date().toISOString()
const posts = {
  en: mastodon.say({ text: said.en.text, by: said.en.who, tags: ['Zilvermeeuw'], at }),
  nl: mastodon.say({ text: said.nl.text, by: said.nl.who, tags: ['Zilvermeeuw'], at }),
}
await call(owner, 'POST /api/sources', { body: { connector: 'mastodon', name: 'Mastodon', settings } })
await call(owner, 'POST /api/sources', { body: { connector: 'bluesky', name: 'Bluesky', settings: {} } })
const credentials = { server: 'social.test', token: 'a-token' }
await call(owner, 'POST /api/accounts', { body: { connector: 'mastodon', credentials } })
await call(owner, 'POST /api/accounts', { body: { connector: 'bluesky', credentials: bluesky.credentials } })
await call(owner, 'POST /api/policy/versions', { body: { policy: toPrivate, examples: [], note: '', basedOn: 0 } })
await bluesky.whenHeard()
const stage = { house, bluesky, owner }

/** As one gets there without a mouse. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  const isThere = () => wanted.evaluate((element) => element === document.activeElement)
  for (let pressed = 0; !(await isThere()); pressed += 1) {
    assert.ok(pressed < tabsMost, `not reached by Tab: ${wanted}`)
    await page.keyboard.press('Tab')
  }
}

for (const lang of ['en', 'nl'] as const) {
  const words = said[lang]
  const post = posts[lang]

  test(`by keyboard, in ${lang}: what may not be public is said in private, taken back it stays so, and only they read it`, async (t) => {
    const { page, say, visitor } = await visit(t, stage, { lang, undoSeconds: 0 })
    await plain(visitor)
    const { workspace } = await call(visitor, 'GET /api/session', {})
    assert.ok(workspace)
    await call(visitor, 'PATCH /api/workspace', {
      body: { houseStyle: { ...workspace.houseStyle, blocks: ['private'] } },
    })
    visitor.expect(/status of 400/)
    await openConversation(page, 'all', words.who.toUpperCase())
    const answer = page.getByRole('textbox', { name: say('Your answer') })
    const focused = answer.and(page.locator(':focus'))
    const reader = page.locator('[data-direct]')
    const finding = page.getByRole('button', { name: new RegExp(say('Account number'), 'u') }).first()
    const { items } = await call(visitor, 'GET /api/conversations', { query: { view: 'all' } })
    const id = items.find(({ author }) => author?.name === words.who.toUpperCase())?.id ?? ''
    const newest = async () =>
      (await call(visitor, 'GET /api/conversations/{id}', { params: { id } })).replies
        .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
        .at(-1)

    // In public the house stops it.
    await page.keyboard.press('r')
    await focused.waitFor()
    assert.equal(await reader.count(), 0)
    await page.keyboard.type(words.answer)
    await finding.waitFor()
    await page.keyboard.press('Control+Shift+Enter')
    await page
      .getByText(/houdt dit antwoord tegen|stops this answer/u)
      .first()
      .waitFor()
    assert.equal(await newest(), undefined)

    // To one person it may be said; who that is stands above the words.
    await page.keyboard.press('Escape')
    await page.keyboard.press('d')
    await focused.waitFor()
    await reader.getByText(new RegExp(`@${words.who}`, 'u')).waitFor()
    assert.equal(await answer.inputValue(), words.answer)
    await finding.waitFor({ state: 'detached' })
    await shoot(page, `private-answer-${lang}`)

    // Given a moment and taken back, it is a private draft: here, and in a window that is opened anew.
    await page.keyboard.press('Control+Alt+Enter')
    const choosing = page.getByRole('dialog')
    await choosing.locator('[data-first]:focus').waitFor()
    await page.keyboard.press('Enter')
    await choosing.waitFor({ state: 'detached' })
    await thread(page).locator('[data-scheduled]').waitFor()
    assert.equal((await newest())?.visibility, 'direct')
    await page.keyboard.press('Escape')
    await tabTo(page, thread(page).getByRole('button', { name: say('Take it back') }))
    await page.keyboard.press('Enter')
    await until(page, async () => (await newest())?.state === 'undone')
    await reader.waitFor()
    await until(page, async () => (await answer.inputValue()) === words.answer)
    await page.reload()
    await reader.waitFor()
    assert.equal(await answer.inputValue(), words.answer)

    // A key that answers makes nothing public that was written for one person.
    await thread(page).waitFor()
    await page.keyboard.press('r')
    await focused.waitFor()
    await reader.waitFor()
    await page.keyboard.press('Control+Shift+Enter')
    await until(page, async () => (await newest())?.state === 'sent')
    assert.deepEqual(
      mastodon.answersTo(post).map(({ visibility, source }) => [visibility, source]),
      [['direct', `@${words.who}@social.test ${words.answer}`]],
    )
    await thread(page)
      .getByText(new RegExp(`(Private, to|Privé, aan) @${words.who}`, 'u'))
      .waitFor()
    await shoot(page, `private-answer-sent-${lang}`)
  })

  test(`by keyboard, in ${lang}: where a network knows no private answers, the house invites in its own sentence`, async (t) => {
    const { page, say, visitor } = await visit(t, stage, { lang, undoSeconds: 0 })
    await plain(visitor)
    const { workspace } = await call(visitor, 'GET /api/session', {})
    assert.ok(workspace)
    const privateInvitation = { nl: said.nl.invitation, en: said.en.invitation }
    await call(visitor, 'PATCH /api/workspace', {
      body: { houseStyle: { ...workspace.houseStyle, privateInvitation } },
    })
    const by = { handle: `${words.who}.example`, displayName: words.elsewhere }
    const heard = bluesky.post({ text: words.text.replace('#', ''), by, langs: [lang] })
    await openConversation(page, 'all', words.elsewhere)
    const answer = page.getByRole('textbox', { name: say('Your answer') })
    // The key for private finds no such thing here: what is written stays for everybody.
    await answer.waitFor()
    await page.keyboard.press('d')
    await page.keyboard.press('r')
    await answer.and(page.locator(':focus')).waitFor()
    assert.equal(await page.locator('[data-direct]').count(), 0)
    await page.keyboard.type(`${words.elsewhere.split(' ')[0]}, sorry.`)
    await page.keyboard.press('Escape')
    const invite = page.getByRole('button', { name: say('Invite to a private channel') })
    await tabTo(page, invite)
    await page.keyboard.press('Enter')
    await answer.and(page.locator(':focus')).waitFor()
    const whole = `${words.elsewhere.split(' ')[0]}, sorry. ${words.invitation}`
    assert.equal(await answer.inputValue(), whole)
    await shoot(page, `private-invitation-${lang}`)
    await page.keyboard.press('Control+Shift+Enter')
    await until(page, async () => bluesky.answersTo(heard.uri).includes(whole))
  })
}
