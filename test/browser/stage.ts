import type { Locator, Page } from 'playwright-core'
import { type BlueskyHere, openBlueskyHere } from './bluesky-here.ts'
import { openVisitor, type Visitor } from './browser.ts'
import { type House, openHouse } from './house.ts'
import type { Afterwards } from './last-first.ts'
import { call, signUp } from './people.ts'
import { type Say, wordsIn } from './words.ts'

/** A house with its owner, listening to Bluesky for one name, and with an account to answer as. */
export type Stage = { house: House; bluesky: BlueskyHere; owner: Visitor }
/** One test's own window into that house. */
export type Visit = Stage & { visitor: Visitor; page: Page; say: Say }

/** What most tests begin with; one serves all tests of a file. */
export async function openStage(t: Afterwards, env?: Record<string, string>): Promise<Stage> {
  const bluesky = await openBlueskyHere(t)
  const house = await openHouse(t, { hosts: bluesky.hosts, env })
  const owner = await openVisitor(t, { url: house.url })
  await signUp(owner)
  await call(owner, 'POST /api/topics', { body: { name: 'Zilvermeeuw', query: 'zilvermeeuw' } })
  await call(owner, 'POST /api/sources', { body: { connector: 'bluesky', name: 'Bluesky', settings: {} } })
  await call(owner, 'POST /api/accounts', { body: { connector: 'bluesky', credentials: bluesky.credentials } })
  await bluesky.whenHeard()
  return { house, bluesky, owner }
}

type Look = Omit<Parameters<typeof openVisitor>[1], 'url' | 'as'> & { undoSeconds?: number }

/** Opens the house as its owner. */
export async function visit(t: Afterwards, stage: Stage, { undoSeconds = 10, ...look }: Look = {}): Promise<Visit> {
  const { lang = 'en' } = look
  await call(stage.owner, 'PATCH /api/workspace', { body: { undoSeconds } })
  await call(stage.owner, 'PATCH /api/me', { body: { lang } })
  const visitor = await openVisitor(t, { url: stage.house.url, as: stage.owner, ...look })
  return { ...stage, visitor, page: visitor.page, say: wordsIn(lang) }
}

/** The card of somebody in the list. */
export function card(page: Page, name: string): Locator {
  return page.locator('[data-card]', { hasText: name })
}

/** The open conversation: its messages, our answers and notes. */
export function thread(page: Page): Locator {
  return page.locator('[data-thread]')
}

/** Where the newest message of somebody stands: in the work or, when the model of the day takes it for that, in the noise. */
export async function viewOf({ owner }: Stage, name: string): Promise<'all' | 'noise' | undefined> {
  for (const view of ['all', 'noise'] as const) {
    const { items } = await call(owner, 'GET /api/conversations', { query: { view } })
    if (items.some((row) => row.author?.name.includes(name))) return view
  }
  return undefined
}

/** Opens a view, takes in what is new there, and opens the conversation of somebody. */
export async function openConversation(page: Page, view: string, name: string): Promise<void> {
  await page.goto(`/inbox/${view}`)
  // Of the list: the bell says how much is new as well.
  const news = page.locator('[data-inbox-list]').getByRole('button', { name: /^\d+ (new|nieuw)/ })
  const wanted = card(page, name)
  await wanted.or(news).first().waitFor()
  if (!(await wanted.isVisible())) await news.click()
  await wanted.click()
  await wanted.and(page.locator('[aria-current]')).waitFor()
  await thread(page).waitFor()
}

/** Nobody answered it: the first reason is taken with the key that takes it. */
export async function forFirstReason(page: Page): Promise<void> {
  const first = page.locator('[role=dialog] [data-first]')
  await first.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Enter')
  await first.waitFor({ state: 'detached' })
}
