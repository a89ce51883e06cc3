import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

export type Script = {
  name: string
  gzipKb: number
  brotliKb: number
  /** Asked for when a conversation was on the screen already: nobody waited for it. */
  isLater: boolean
}

const kb = 1_000
/** Time for what a page fetches in idle moments, which is told by itself. */
const quietMs = 3_000

/** Every script of the answers that the browser really got to show the inbox for the first time, until it is quiet. */
export async function scriptsOf(page: Page, url: string): Promise<Script[]> {
  const bodies = new Map<string, Promise<Buffer>>()
  const note = (response: Response): void => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) bodies.set(response.url(), response.body())
  }
  page.on('response', note)
  await page.addInitScript(noteFirstCard)
  await page.goto(url)
  await page.locator('[data-inbox-list] [data-card]').first().waitFor()
  await page.waitForTimeout(quietMs)
  page.off('response', note)
  const later = new Set(await page.evaluate(askedLater))
  return await Promise.all(
    [...bodies].map(async ([address, body]) => ({
      name: new URL(address).pathname,
      isLater: later.has(address),
      gzipKb: gzipSync(await body).length / kb,
      brotliKb: brotliCompressSync(await body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length / kb,
    })),
  )
}

type Watched = { firstCardAt?: number }

/** In the page: when the first conversation is drawn. */
function noteFirstCard(): void {
  const watched = window as unknown as Watched
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-inbox-list] [data-card]')) return
    watched.firstCardAt = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })
}

/** In the page: addresses asked for after that. */
function askedLater(): string[] {
  const { firstCardAt } = window as unknown as Watched
  if (firstCardAt === undefined) throw new Error('the moment of the first conversation was not seen')
  return performance
    .getEntriesByType('resource')
    .filter((entry) => entry.startTime > firstCardAt)
    .map((entry) => entry.name)
}

export function gzipKbOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, one) => sum + one.gzipKb, 0)
}
