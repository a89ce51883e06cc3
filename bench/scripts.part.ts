import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Page, Response } from 'playwright-core'

export type Script = { name: string; gzipKb: number; brotliKb: number }

const kb = 1_000
/** What a page fetches in idle moments after that would come later and is not needed; it is counted all the same. */
const quietMs = 3_000

/** Every script of the answers that the browser really got to show the inbox for the first time, until it is quiet. */
export async function scriptsOf(page: Page, url: string): Promise<Script[]> {
  const bodies = new Map<string, Promise<Buffer>>()
  const note = (response: Response): void => {
    if (/javascript/.test(response.headers()['content-type'] ?? '')) bodies.set(response.url(), response.body())
  }
  page.on('response', note)
  await page.goto(url)
  await page.locator('[data-inbox-list] [data-card]').first().waitFor()
  await page.waitForTimeout(quietMs)
  page.off('response', note)
  return await Promise.all(
    [...bodies].map(async ([address, body]) => ({
      name: new URL(address).pathname,
      gzipKb: gzipSync(await body).length / kb,
      brotliKb: brotliCompressSync(await body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length / kb,
    })),
  )
}

export function gzipKbOf(scripts: readonly Script[]): number {
  return scripts.reduce((sum, one) => sum + one.gzipKb, 0)
}
