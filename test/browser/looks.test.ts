// Every screen, in both themes and at three widths: nothing that axe finds, nothing to scroll sideways.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { axeFindings, sidewaysOverflows } from './audit.ts'
import { openBlueskyHere } from './bluesky-here.ts'
import { openVisitor, shoot, sizes, type Visitor } from './browser.ts'
import { openHouse } from './house.ts'
import { call, signUp } from './people.ts'
import { furnish } from './story.ts'
import { type Lang, wordsIn } from './words.ts'

type Screen = {
  name: string
  path: string
  /** Brings the screen into the state that is looked at. */
  act?: (page: Page) => Promise<unknown>
  /** What stands there when it is ready. */
  ready: (page: Page) => Promise<void>
}

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

async function lookAt(page: Page, { name, path, act, ready }: Screen, lang: Lang): Promise<string[]> {
  const wrongs: string[] = []
  await page.setViewportSize(sizes.desk)
  await page.goto(path)
  if (act) {
    await heading(page)
    await act(page)
  }
  await ready(page)
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    await page.locator(`html[data-theme=${theme}]`).waitFor()
    wrongs.push(...(await axeFindings(page)).map((found) => `${name}, ${theme}: ${found}`))
    await shoot(page, `${name}-desk-${theme}-${lang}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    wrongs.push(...(await sidewaysOverflows(page)).map((found) => `${name}, ${size}: ${found}`))
    if (size !== 'desk') await shoot(page, `${name}-${size}-light-${lang}`)
  }
  return wrongs
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
  const key = (keys: string) => (page: Page) => page.keyboard.press(keys)
  const en = wordsIn('en')
  const click = (label: string) => (page: Page) =>
    page
      .getByRole('button', { name: en(label) })
      .first()
      .click()
  const conversation = async (page: Page): Promise<void> => {
    await page.locator('[data-card]').filter({ hasText: 'Mira' }).click()
    await lead(page)
  }
  const inThread = (act: (page: Page) => Promise<unknown>) => async (page: Page) => {
    await conversation(page)
    await act(page)
  }
  await look(
    t,
    [
      { name: 'inbox', path: '/inbox/all', ready: lead },
      { name: 'conversation', path: '/inbox/all', act: conversation, ready: lead },
      { name: 'done', path: '/inbox/done', ready: lead },
      { name: 'nothing-matches', path: '/inbox/all?q=nobodysaidthis', ready: says(en('Nothing matches')) },
      { name: 'nothing-waits', path: '/inbox/waiting', ready: says(en('Nothing waits')) },
      { name: 'hand-over', path: '/inbox/all', act: inThread(key('a')), ready: dialog },
      { name: 'wait-until', path: '/inbox/all', act: inThread(key('h')), ready: dialog },
      { name: 'palette', path: '/inbox/all', act: inThread(key('Control+k')), ready: dialog },
      { name: 'keys', path: '/inbox/all', act: inThread(key('?')), ready: dialog },
      { name: 'listening', path: '/listen', ready: heading },
      { name: 'topic', path: '/listen', act: click('New topic'), ready: dialog },
      { name: 'source-choice', path: '/listen', act: click('New source'), ready: dialog },
      { name: 'settings-me', path: '/settings/me', ready: heading },
      { name: 'settings-workspace', path: '/settings/workspace', ready: heading },
      { name: 'settings-members', path: '/settings/members', ready: heading },
      { name: 'settings-departments', path: '/settings/departments', ready: heading },
      { name: 'settings-accounts', path: '/settings/accounts', ready: heading },
      { name: 'connect-account', path: '/settings/accounts', act: click('Connect an account'), ready: dialog },
      { name: 'welcome', path: '/welcome', ready: heading },
    ],
    owner,
  )
  await look(t, [{ name: 'invitation', path: new URL(link).pathname, ready: heading }])
  await call(owner, 'PATCH /api/me', { body: { lang: 'nl' } })
  await look(
    t,
    [
      { name: 'conversation', path: '/inbox/all', act: conversation, ready: lead },
      { name: 'listening', path: '/listen', ready: heading },
      { name: 'settings-workspace', path: '/settings/workspace', ready: heading },
      { name: 'welcome', path: '/welcome', ready: heading },
    ],
    owner,
    'nl',
  )
})
