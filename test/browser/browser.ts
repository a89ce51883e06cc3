import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { after } from 'node:test'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Afterwards, lastFirst } from './last-first.ts'
import type { Lang } from './words.ts'

/** What a person still calls "at once" on a machine that does other things too. */
export const shownWithinMs = 20_000
export const sizes = {
  desk: { width: 1440, height: 900 },
  small: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const
export type Size = keyof typeof sizes

/** Somebody at the screen: a browser of their own, and everything that went wrong in it. */
export type Visitor = { page: Page; context: BrowserContext; lang: Lang; wrongs: string[] }
type Options = {
  url: string
  lang?: Lang
  size?: Size
  theme?: 'light' | 'dark'
  /** Only to look inside with tools that the page's own rules would stop. */
  bypassCSP?: boolean
}

let opened: Promise<Browser> | undefined
// Said here and not where it is opened: inside a test this would be of that test.
after(async () => await (await opened)?.close())

/** One browser a test file; every visitor has its own cookies and storage. */
function openBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || '/usr/bin/chromium'
  opened ??= chromium.launch({ executablePath, args: ['--no-sandbox', '--force-prefers-reduced-motion'] })
  return opened
}

/** Opens a browser window. When the test ends, nothing may have been complained about in it: no error, no breach of the page's rules. */
export async function openVisitor(t: Afterwards, options: Options): Promise<Visitor> {
  const { url, lang = 'en', size = 'desk', theme = 'light', bypassCSP = false } = options
  const browser = await openBrowser()
  const context = await browser.newContext({
    baseURL: url,
    viewport: sizes[size],
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
    locale: lang === 'nl' ? 'nl-NL' : 'en-GB',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: theme,
    permissions: ['clipboard-read', 'clipboard-write'],
    bypassCSP,
  })
  context.setDefaultTimeout(shownWithinMs)
  const page = await context.newPage()
  const wrongs = watch(page)
  lastFirst(t, async () => {
    await context.close()
    assert.deepEqual(wrongs, [], 'what the browser complained about')
  })
  return { page, context, lang, wrongs }
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
