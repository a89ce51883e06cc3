// Every screen with a real house behind it, in both themes and both languages and at three sizes: nothing that axe finds, nothing to
// scroll sideways, no text too small or cut, no English in Dutch, and one yellow action.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Answer } from '#api/contract/contract.ts'
import { openAudit, sidewaysOverflows } from './audit.ts'
import { openBlueskyHere } from './bluesky-here.ts'
import { openVisitor, shoot, sizes, type Visitor } from './browser.ts'
import { cutWords, primaryActions, smallTexts } from './geometry.ts'
import { openHouse } from './house.ts'
import { englishLeaks } from './leaks.ts'
import { call, signUp } from './people.ts'
import { lasting, whole } from './settled.ts'
import { furnish } from './story.ts'
import { type Lang, wordsIn } from './words.ts'

type Screen = {
  name: string
  path: string
  /** Brings the screen into the state that is looked at. */
  act?: (page: Page) => Promise<unknown>
  /** What stands there when it is ready. */
  ready: (page: Page) => Promise<void>
  /** Nothing is to be decided here, or one of many equals: no action is the yellow one. */
  isCalm?: boolean
}

const audit = openAudit()
const bluesky = await openBlueskyHere({ after })
const house = await openHouse({ after }, { hosts: bluesky.hosts })

const heading = (page: Page): Promise<void> => page.getByRole('heading', { level: 1 }).first().waitFor()
const dialog = (page: Page): Promise<void> => page.getByRole('dialog').waitFor()
const says =
  (words: string) =>
  (page: Page): Promise<void> =>
    page.getByText(words).first().waitFor()
const lead = (page: Page): Promise<void> => page.locator('[data-thread]').waitFor()

async function look(t: Parameters<typeof openVisitor>[0], screens: readonly Screen[], as?: Visitor, lang: Lang = 'en') {
  const { page } = await openVisitor(t, { url: house.url, bypassCSP: true, as, lang })
  const wrongs: string[] = []
  for (const screen of screens) wrongs.push(...(await lookAt(page, screen, lang)))
  assert.deepEqual(wrongs, [], wrongs.join('\n'))
}

async function lookAt(page: Page, screen: Screen, lang: Lang): Promise<string[]> {
  const { name, path, act, ready } = screen
  const wrongs: string[] = []
  const found = (where: string, list: readonly string[]): void => {
    wrongs.push(...list.map((one) => `${name}, ${where}, ${lang}: ${one}`))
  }
  await page.setViewportSize(sizes.desk)
  await page.goto(path)
  if (act) {
    await heading(page)
    await act(page)
  }
  await ready(page)
  await whole(page)
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`html[data-theme=${theme}]`).waitFor()
    found(theme, await audit(page, theme))
    await shoot(page, `${name}-desk-${theme}-${lang}`)
  }
  found('desk', await lasting(page, (one) => wrongYellows(one, screen.isCalm ? 0 : 1)))
  if (lang === 'nl') found('desk', await englishLeaks(page))
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    found(size, await lasting(page, measure))
    if (size !== 'desk') await shootThemes(page, `${name}-${size}`, lang)
  }
  return wrongs
}

async function wrongYellows(page: Page, count: number): Promise<string[]> {
  const yellow = await primaryActions(page)
  return yellow.length === count ? [] : [`yellow are: ${yellow.join(', ') || 'none'}`]
}

async function measure(page: Page): Promise<string[]> {
  return [...(await sidewaysOverflows(page)), ...(await smallTexts(page)), ...(await cutWords(page))]
}

async function shootThemes(page: Page, name: string, lang: Lang): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`html[data-theme=${theme}]`).waitFor()
    await shoot(page, `${name}-${theme}-${lang}`)
  }
}

test('the door: first run, sign-in and what is not there', async (t) => {
  await look(t, [{ name: 'first-run', path: '/', ready: heading }])
  const owner = await openVisitor(t, { url: house.url })
  await signUp(owner)
  await look(t, [
    { name: 'sign-in', path: '/sign-in', ready: heading },
    { name: 'not-found', path: '/nowhere/at/all', ready: heading },
  ])
})

test('the house in use', async (t) => {
  const owner = await openVisitor(t, { url: house.url, bypassCSP: true })
  await call(owner, 'POST /api/sign-in', {
    body: { email: 'noor@zilvermeeuw.example', password: 'een heel lang wachtwoord' },
  })
  const { link } = await furnish(t, { bluesky, house, owner })
  await look(t, screensOf('en'), owner)
  await look(t, [{ name: 'invitation', path: new URL(link).pathname, ready: heading }])
  await call(owner, 'PATCH /api/me', { body: { lang: 'nl' } })
  await look(t, screensOf('nl'), owner, 'nl')
})

/** Every screen of a house in use, and what lies over them. */
function screensOf(lang: Lang): readonly Screen[] {
  const say = wordsIn(lang)
  const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
  const click = (label: string) => (page: Page) =>
    page
      .getByRole('button', { name: say(label) })
      .first()
      .click()
  const openSearch = (page: Page) => page.getByRole('link', { name: 'Zilvermeeuw', exact: true }).click()
  const conversation = async (page: Page): Promise<void> => {
    await page.locator('[data-card]').filter({ hasText: 'Mira' }).click()
    await lead(page)
  }
  const inThread = (act: (page: Page) => Promise<unknown>) => async (page: Page) => {
    await conversation(page)
    await act(page)
  }
  const person = async (page: Page): Promise<void> => {
    const answer = await page.request.get('/api/conversations?view=all&q=Mira')
    const { items } = (await answer.json()) as Answer<'GET /api/conversations'>
    await page.goto(`/people/${items[0]?.author?.id}`)
  }
  const isCalm = true
  return [
    { name: 'inbox', path: '/inbox/all', ready: lead },
    { name: 'conversation', path: '/inbox/all', act: conversation, ready: lead },
    { name: 'done', path: '/inbox/done', ready: lead },
    { name: 'nothing-matches', path: '/inbox/all?q=nobodysaidthis', ready: says(say('Nothing matches')), isCalm },
    { name: 'nothing-waits', path: '/inbox/waiting', ready: says(say('Nothing waits')), isCalm },
    { name: 'hand-over', path: '/inbox/all', act: inThread(key('a')), ready: dialog, isCalm },
    { name: 'wait-until', path: '/inbox/all', act: inThread(key('h')), ready: dialog, isCalm },
    { name: 'palette', path: '/inbox/all', act: inThread(key('Control+k')), ready: dialog, isCalm },
    { name: 'keys', path: '/inbox/all', act: inThread(key('?')), ready: dialog, isCalm },
    { name: 'person', path: '/inbox/all', act: person, ready: says(say('Writes about')), isCalm },
    { name: 'listening', path: '/listen', ready: heading },
    { name: 'search-new', path: '/listen/new', ready: heading },
    { name: 'search', path: '/listen', act: openSearch, ready: says(say('What it would find')) },
    { name: 'source-choice', path: '/listen', act: click('New source'), ready: dialog, isCalm },
    { name: 'settings-me', path: '/settings/me', ready: heading },
    { name: 'settings-appearance', path: '/settings/appearance', ready: heading, isCalm },
    { name: 'settings-keyboard', path: '/settings/keyboard', ready: heading, isCalm },
    { name: 'settings-workspace', path: '/settings/workspace', ready: heading },
    { name: 'settings-promises', path: '/settings/promises', ready: heading },
    { name: 'settings-retention', path: '/settings/retention', ready: heading },
    { name: 'settings-members', path: '/settings/members', ready: heading },
    { name: 'settings-departments', path: '/settings/departments', ready: heading },
    { name: 'settings-accounts', path: '/settings/accounts', ready: heading },
    { name: 'connect-account', path: '/settings/accounts', act: click('Connect an account'), ready: dialog, isCalm },
    { name: 'settings-approvals', path: '/settings/approvals', ready: heading },
    { name: 'crisis', path: '/crisis', ready: heading },
    { name: 'rumours', path: '/crisis/rumours', ready: says(say('No rumours')) },
    { name: 'rumour-new', path: '/crisis/rumours/new', ready: heading },
    { name: 'scheduled', path: '/scheduled', ready: heading },
    // What was heard is counted first.
    { name: 'reputation', path: '/reputation', ready: says(say('How is this measured?')) },
    { name: 'welcome', path: '/welcome', ready: heading },
  ]
}
