import type { Locator, Page } from 'playwright-core'
import { type BlueskyHere, openBlueskyHere, type Profile } from './bluesky-here.ts'
import { openVisitor, type Visitor } from './browser.ts'
import { type House, openHouse } from './house.ts'
import type { Afterwards } from './last-first.ts'
import { call, signUp } from './people.ts'
import { type Lang, type Say, wordsIn } from './words.ts'

export type Stage = { house: House; bluesky: BlueskyHere; visitor: Visitor; page: Page; say: Say }
type Options = { lang?: Lang; undoSeconds?: number; env?: Record<string, string> }

/** A house that listens to Bluesky for one name, with an account to answer as and its owner signed in: what most tests begin with. */
export async function openStage(t: Afterwards, { lang = 'en', undoSeconds = 10, env }: Options = {}): Promise<Stage> {
  const bluesky = await openBlueskyHere(t)
  const house = await openHouse(t, { hosts: bluesky.hosts, env })
  const visitor = await openVisitor(t, { url: house.url, lang })
  await signUp(visitor)
  await call(visitor, 'PATCH /api/workspace', { body: { undoSeconds } })
  await call(visitor, 'POST /api/topics', { body: { name: 'Zilvermeeuw', query: 'zilvermeeuw' } })
  await call(visitor, 'POST /api/sources', { body: { connector: 'bluesky', name: 'Bluesky', settings: {} } })
  await call(visitor, 'POST /api/accounts', { body: { connector: 'bluesky', credentials: bluesky.credentials } })
  await bluesky.whenHeard()
  return { house, bluesky, visitor, page: visitor.page, say: wordsIn(lang) }
}

export const people = {
  mira: { handle: 'mira.example', displayName: 'Mira van Dam', followersCount: 2_140, description: 'Reads in trains.' },
  joost: { handle: 'joost.example', displayName: 'Joost Bakker' },
  anouk: { handle: 'anouk.example', displayName: 'Anouk de Boer', followersCount: 88_000 },
} satisfies Record<string, Profile>

/** The card of somebody in the list. */
export function card(page: Page, name: string): Locator {
  return page.locator('[data-card]', { hasText: name })
}

export function conversationOf({ page, say }: Pick<Stage, 'page' | 'say'>): Locator {
  return page.getByRole('region', { name: say('Conversation'), exact: true })
}

/** Opens a view and in it the conversation of somebody. */
export async function openConversation({ page }: Pick<Stage, 'page'>, view: string, name: string): Promise<void> {
  await page.goto(`/inbox/${view}`)
  await card(page, name).click()
  await card(page, name).and(page.locator('[aria-current]')).waitFor()
}
