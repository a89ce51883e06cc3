import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { atTheEnd, type House, root } from './house.part.ts'
import type { Visitor } from './visitor.part.ts'

type Finding = { path: string } | { reason: string }

/** A page of a real Chromium in which the visitor is signed in. */
export async function openPage(house: House, visitor: Visitor): Promise<Page> {
  const { findChromium } = (await import(join(root, 'run', 'chromium.mjs'))) as {
    findChromium(node: string): Finding
  }
  const found = findChromium(process.execPath)
  if ('reason' in found) throw new Error(found.reason)
  const browser = await chromium.launch({ executablePath: found.path, args: ['--disable-dev-shm-usage'] })
  atTheEnd(() => browser.close())
  const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 1440, height: 900 } })
  await context.addCookies(visitor.cookies.map(({ name, value }) => ({ name, value, url: house.url })))
  return await context.newPage()
}
