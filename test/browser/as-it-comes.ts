import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { shownWithinMs, type Visitor } from './browser.ts'
import { call } from './people.ts'

/** Whatever earlier tests chose is as it came. */
export async function plain(visitor: Visitor): Promise<void> {
  const { user } = await call(visitor, 'GET /api/session', {})
  const keys = Object.fromEntries(Object.keys(user?.keys ?? {}).map((id) => [id, null]))
  await call(visitor, 'PATCH /api/me', {
    body: { keys, areLettersOn: true, density: 'comfortable', opensNext: true, layout: 'list' },
  })
}

/** The screen is ahead of the server: what was decided is kept there a moment later. */
export async function until(page: Page, holds: () => Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + shownWithinMs
  while (!(await holds())) {
    assert.ok(Date.now() < giveUpAt, `not kept by the server: ${holds}`)
    await page.waitForTimeout(100)
  }
}
