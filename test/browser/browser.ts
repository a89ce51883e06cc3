import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Afterwards, lastFirst } from './last-first.ts'
import type { Lang } from './words.ts'

/** What a person still calls "at once" on a machine that does other things too. */
export const shownWithinMs = 90_000
export const visitorTimeZone = 'Europe/Amsterdam'
export const sizes = {
  desk: { width: 1440, height: 900 },
  small: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const
export type Size = keyof typeof sizes

/** Somebody at the screen: a browser of their own, and everything that went wrong in it. */
export type Visitor = {
  page: Page
  context: BrowserContext
  lang: Lang
  /** What this test wants to go wrong: the browser writes every refusal of the server into its console. */
  expect: (wrong: RegExp) => void
}
type Options = {
  url: string
  lang?: Lang
  size?: Size
  theme?: 'light' | 'dark'
  /** Signed in already, as this visitor is. */
  as?: Visitor
  /** Only to look inside with tools that the page's own rules would stop. */
  bypassCSP?: boolean
}

let opened: Promise<Browser> | undefined
let visitorCount = 0

/** One browser a test file, as long as somebody looks through it; every visitor has its own cookies and storage. */
function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
  visitorCount += 1
  opened ??= chromium.launch({ executablePath, args: ['--no-sandbox'] })
  return opened
}

async function leaveBrowser(): Promise<void> {
  visitorCount -= 1
  if (visitorCount > 0) return
  const browser = await opened
  opened = undefined
  await browser?.close()
}

/** Opens a browser window. When the test ends, nothing may have been complained about in it: no error, no breach of the page's rules. */
export async function openVisitor(t: Afterwards, options: Options): Promise<Visitor> {
  const { url, lang = 'en', size = 'desk', theme = 'light', as, bypassCSP = false } = options
  const browser = await openBrowser()
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes[size],
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
    locale: lang === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: visitorTimeZone,
    colorScheme: theme,
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
    storageState: await as?.context.storageState(),
    bypassCSP,
  })
  context.setDefaultTimeout(shownWithinMs)
  const page = await context.newPage()
  const wrongs = watch(page)
  const expected: RegExp[] = []
  lastFirst(t, async () => {
    if ('passed' in t && t.passed === false && !page.isClosed()) await shoot(page, `failed-${nameOf(t)}`)
    await context.close()
    await leaveBrowser()
    const unexpected = wrongs.filter((wrong) => !expected.some((pattern) => pattern.test(wrong)))
    assert.deepEqual(unexpected, [], 'what the browser complained about')
  })
  return { page, context, lang, expect: (wrong) => void expected.push(wrong) }
}

function nameOf(t: Afterwards): string {
  return 'name' in t ? String(t.name).replaceAll(/\W+/g, '-').slice(0, 60) : ''
}

/** Breaches of the content security policy and failed requests come as console errors too. */
function watch(page: Page): string[] {
  const wrongs: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      const place = message.location().url
      wrongs.push(`${message.type()}: ${message.text()}${place ? ` (${place})` : ''}`)
    }
  })
  page.on('pageerror', (error) => wrongs.push(`page error: ${error.stack ?? error.message}`))
  page.on('dialog', (dialog) => {
    wrongs.push(`a dialog opened: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('popup', (popup) => wrongs.push(`a window opened: ${popup.url()}`))
  return wrongs
}

/** A picture for people who look at the screens, where one was asked for. */
export async function shoot(page: Page, name: string): Promise<void> {
  const folder = process.env.WEDERHOOR_TEST_SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `e2e-${name}.png`) })
}
