// The way of a new user, from an empty house to an answer that stands on the network: by mouse, and blind by the keys.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { type BlueskyHere, openBlueskyHere } from './bluesky-here.ts'
import { openVisitor, shoot, type Visitor } from './browser.ts'
import { openHouse } from './house.ts'
import { type MastodonHere, openMastodonHere } from './mastodon-here.ts'
import { call, owner, password } from './people.ts'
import { forFirstReason } from './stage.ts'
import { type Lang, type Say, wordsIn } from './words.ts'

/** The list's own news: the bell has some too. */
const newInList = (page: Page) => page.locator('[data-inbox-list]').getByRole('button', { name: /^1 / })
const mira = { handle: 'mira.example', displayName: 'Mira van Dam', followersCount: 2_140 }
const joost = { handle: 'joost.example', displayName: 'Joost Bakker' }
/** On the other network, where the fake one writes names so. */
const els = { handle: 'els', displayName: 'ELS', text: 'Those #Zilvermeeuw pilots landed well in that storm.' }
const complaint = {
  en: 'Zilvermeeuw cancelled my flight and nobody tells me anything. Where is my luggage?',
  nl: 'Zilvermeeuw heeft mijn vlucht geschrapt en niemand zegt iets. Waar is mijn koffer?',
}
const chips = {
  en: 'Just saw a zilvermeeuw steal my chips.',
  nl: 'Net een zilvermeeuw gezien die mijn patat stal.',
}
const answer = {
  en: 'That is not right, Mira. We look into it now.',
  nl: 'Dat hoort niet, Mira. We kijken er nu naar.',
}

type Walk = { visitor: Visitor; page: Page; say: Say; bluesky: BlueskyHere; mastodon: MastodonHere; lang: Lang }
/** How somebody does each step. */
type Way = Record<'makeAccount' | 'name' | 'openInbox' | 'connect' | 'takeIn' | 'answer' | 'lookBack', Step>
type Step = (walk: Walk) => Promise<void>

const card = (page: Page, name: string): Locator => page.locator('[data-card]', { hasText: name })

const byMouse: Way = {
  async makeAccount({ page, say }) {
    await page.getByLabel(say('Your organisation')).fill(owner.workspaceName)
    await page.getByLabel(say('Your name')).fill(owner.name)
    await page.getByLabel(say('E-mail address')).fill(owner.email)
    await page.getByLabel(say('Password'), { exact: true }).fill(password)
    await page.getByRole('button', { name: say('Make the account and start') }).click()
  },
  name: ({ page }) => page.getByRole('button', { name: owner.workspaceName, exact: true }).click(),
  async openInbox({ page, say }) {
    await page.getByRole('button', { name: say('Looks right, open the inbox') }).click()
    // The exercise has tests of its own.
    await page
      .locator('[data-practice]')
      .getByRole('button', { name: say('Skip it') })
      .click()
  },
  async connect({ page, say, bluesky }) {
    await page.getByRole('link', { name: say('Settings') }).click()
    await page.getByRole('link', { name: say('Accounts') }).click()
    await page.getByRole('button', { name: say('Connect an account') }).click()
    await page.getByRole('button', { name: 'Bluesky' }).click()
    await page.getByLabel(handleField).fill(bluesky.credentials.identifier)
    await page.getByLabel(passwordField).fill(bluesky.credentials.appPassword)
    await page.getByRole('button', { name: say('Try and connect') }).click()
    await page.getByText(say('connected'), { exact: true }).waitFor()
    await page.getByRole('link', { name: say('No owner yet') }).click()
  },
  async takeIn({ page }) {
    await newInList(page).click()
    await card(page, mira.displayName).click()
  },
  async answer({ page, say, lang }) {
    await page.getByRole('textbox', { name: say('Your answer') }).fill(answer[lang])
    await page.getByRole('button', { name: say('Reply & done') }).click()
    // The next one opens by itself. It is not about us, and then it is after all.
    await card(page, els.displayName).and(page.locator('[aria-current]')).waitFor()
    await page
      .getByRole('region', { name: say('Conversation'), exact: true })
      .getByRole('button', { name: new RegExp(`^${say('Done')}`, 'u') })
      .click()
    await forFirstReason(page)
    await card(page, els.displayName).waitFor({ state: 'detached' })
    const toast = page.getByRole('status').locator('> *').filter({ hasText: els.text })
    await toast.getByRole('button', { name: say('Undo') }).click()
    await card(page, els.displayName).waitFor()
  },
  async lookBack({ page, say }) {
    await page.getByRole('link', { name: say('Done'), exact: true }).click()
    await card(page, mira.displayName).click()
  },
}

const handleField = /^(Handle|Naam op Bluesky)/
const passwordField = /^App[ -](password|wachtwoord)/i
const tabsMax = 60

/** Walks with the Tab key until the focus is there. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor()
  for (let tabs = 0; tabs < tabsMax; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${tabsMax} times Tab did not lead to ${wanted}`)
}

async function pressOn(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

async function typeIn(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}

const byKeys: Way = {
  async makeAccount({ page, say }) {
    await typeIn(page, page.getByLabel(say('Your organisation')), owner.workspaceName)
    await typeIn(page, page.getByLabel(say('Your name')), owner.name)
    await typeIn(page, page.getByLabel(say('E-mail address')), owner.email)
    await typeIn(page, page.getByLabel(say('Password'), { exact: true }), password)
    await page.keyboard.press('Enter')
  },
  async name({ page, say }) {
    await page
      .getByRole('textbox', { name: say('Names') })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type(owner.workspaceName)
    await page.keyboard.press('Enter')
  },
  async openInbox({ page, say }) {
    await pressOn(page, page.getByRole('button', { name: say('Looks right, open the inbox') }))
    await pressOn(page, page.locator('[data-practice]').getByRole('button', { name: say('Skip it') }))
  },
  async connect({ page, say, bluesky }) {
    for (const key of ['g', ',']) await page.keyboard.press(key)
    await pressOn(page, page.getByRole('link', { name: say('Accounts') }))
    await pressOn(page, page.getByRole('button', { name: say('Connect an account') }))
    await pressOn(page, page.getByRole('button', { name: 'Bluesky' }))
    await typeIn(page, page.getByLabel(handleField), bluesky.credentials.identifier)
    await typeIn(page, page.getByLabel(passwordField), bluesky.credentials.appPassword)
    await page.keyboard.press('Enter')
    await page.getByText(say('connected'), { exact: true }).waitFor()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    for (const key of ['g', 'i']) await page.keyboard.press(key)
    await page.waitForURL('**/inbox/**')
    await page.keyboard.press('4')
    await page.waitForURL('**/inbox/unowned**')
  },
  async takeIn({ page, say }) {
    await newInList(page).waitFor()
    await page.keyboard.press('.')
    const current = page.locator('[data-card][aria-current]')
    await card(page, mira.displayName).waitFor()
    await page.keyboard.press('k')
    await current.filter({ hasText: mira.displayName }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('j')
    await current.filter({ hasText: els.displayName }).and(page.locator(':focus')).waitFor()
    await page.keyboard.press('k')
    await current.filter({ hasText: mira.displayName }).and(page.locator(':focus')).waitFor()
    const conversation = page.getByRole('region', { name: say('Conversation'), exact: true })
    await conversation.getByText(mira.displayName).first().waitFor()
    await page.keyboard.press('Enter')
    await conversation.locator('[data-thread]:focus').waitFor()
  },
  async answer({ page, say, lang }) {
    await page.keyboard.press('r')
    await page
      .getByRole('textbox', { name: say('Your answer') })
      .and(page.locator(':focus'))
      .waitFor()
    await page.keyboard.type(answer[lang])
    await page.keyboard.press('Control+Enter')
    const next = card(page, els.displayName).and(page.locator('[aria-current]:focus'))
    await next.waitFor()
    await page.keyboard.press('e')
    await forFirstReason(page)
    await next.waitFor({ state: 'detached' })
    await page.keyboard.press('z')
    await next.waitFor()
  },
  async lookBack({ page }) {
    await page.keyboard.press('7')
    await page.waitForURL('**/inbox/done/**')
    await card(page, mira.displayName).and(page.locator('[aria-current]')).waitFor()
  },
}

const walks = [
  { name: 'by mouse', way: byMouse, lang: 'en' },
  { name: 'by the keys alone', way: byKeys, lang: 'nl' },
] as const

for (const { name, way, lang } of walks) {
  test(`from nothing to an answer that stands, ${name}, in ${lang}`, async (t) => {
    const bluesky = await openBlueskyHere(t)
    const mastodon = await openMastodonHere(t)
    const house = await openHouse(t, { hosts: { ...bluesky.hosts, ...mastodon.hosts } })
    const visitor = await openVisitor(t, { url: house.url, lang })
    const say = wordsIn(lang)
    await journey({ visitor, page: visitor.page, say, bluesky, mastodon, lang }, way)
  })
}

async function journey(walk: Walk, way: Way): Promise<void> {
  const { page, say, bluesky, mastodon, lang, visitor } = walk
  const shot = (step: string): Promise<void> => shoot(page, `first-run-${lang}-${step}`)

  await page.goto('/')
  await page.getByRole('heading', { name: say('Hear what is said, and answer it') }).waitFor()
  await shot('1-owner')
  await way.makeAccount(walk)

  await page.getByRole('heading', { name: say('What do people call you?') }).waitFor()
  await shot('2-welcome')
  mastodon.say({ text: els.text, by: els.handle, tags: ['Zilvermeeuw'], at: new Date().toISOString() })
  await way.name(walk)
  await bluesky.whenHeard()
  bluesky.post({ text: chips[lang], by: joost, langs: [lang] })
  bluesky.post({ text: 'Nothing to do with it.', by: mira })
  const heard = page.getByRole('list', { name: say('Heard just now') })
  await heard.getByText(joost.displayName).waitFor()
  await heard.getByText(els.displayName).waitFor()
  assert.equal(await heard.getByRole('listitem').count(), 2, 'only what has the name in it')
  const marked = await heard.locator('mark').allTextContents()
  assert.deepEqual(marked.toSorted(), ['Zilvermeeuw', 'zilvermeeuw'])
  await shot('3-heard')
  bluesky.forget()
  // The usual ten seconds of holding are for people.
  await call(visitor, 'PATCH /api/workspace', { body: { undoSeconds: 1 } })
  await way.openInbox(walk)

  await page.waitForURL('**/inbox/unowned**')
  await card(page, els.displayName).waitFor()
  await shot('4-inbox')
  await way.connect(walk)
  await card(page, els.displayName).waitFor()
  const said = bluesky.post({ text: complaint[lang], by: mira, langs: [lang] })
  await way.takeIn(walk)
  await shot('5-mention')
  await way.answer(walk)
  await shot('6-answered')

  await way.lookBack(walk)
  await page.getByText(say('Sent, and heard back: it stands there.')).waitFor()
  await shot('7-stands')
  assert.deepEqual(bluesky.answersTo(said.uri), [answer[lang]])
}
