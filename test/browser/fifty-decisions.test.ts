// A morning's work without a mouse: what was decided by key is what the server keeps.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { plain, until } from './as-it-comes.ts'
import { openVisitor, shoot } from './browser.ts'
import { call, invite } from './people.ts'
import { openStage, type Visit, visit } from './stage.ts'

const stage = await openStage({ after })

/** What each of fifty conversations should have come to. */
type Fate = 'done' | 'mine' | 'handed over' | 'waiting'

test('fifty decisions by keyboard alone', async (t) => {
  const { page, bluesky, visitor, house } = await visit(t, stage)
  await plain(visitor)
  const colleague = await openVisitor(t, { url: house.url })
  await invite(visitor, colleague, { name: 'Sanne Vos', email: 'sanne@zilvermeeuw.example', role: 'member' })
  const before = await countOpen(visitor)
  const seeded = 64
  for (let nth = 1; nth <= seeded; nth += 1)
    bluesky.post({
      text: `Zilvermeeuw, question ${nth}.`,
      by: { handle: `asker${nth}.example`, displayName: `Asker ${nth}` },
    })
  while ((await countOpen(visitor)) < before + seeded) await page.waitForTimeout(100)
  await page.goto('/inbox/unowned')
  await page.locator('[data-card][aria-current]').waitFor()
  const mouse = await noMouse(page)

  const fates = new Map<string, Fate>()
  let decisions = 0
  for (let round = 0; round < 10; round += 1) {
    const current = async () => {
      const [, key = ''] = /\/(WH-\d+)/.exec(page.url()) ?? []
      return key
    }
    const decide = async (fate: Fate, act: () => Promise<void>, isGone: boolean): Promise<string> => {
      const key = await current()
      await act()
      decisions += 1
      fates.set(key, fate)
      if (isGone) await page.waitForURL((url) => !url.pathname.endsWith(key))
      return key
    }
    const type =
      (...keys: string[]) =>
      async () => {
        for (const key of keys) await page.keyboard.press(key)
      }
    const dialog = page.getByRole('dialog')
    const inDialog =
      (key: string, ...answers: (() => Promise<void>)[]) =>
      async () => {
        await page.keyboard.press(key)
        await dialog.waitFor()
        for (const answer of answers) await answer()
        await dialog.waitFor({ state: 'detached' })
      }
    // 1: done, for the first reason there is. 2: handed over. 3: put away. 4: done, taken back, and mine. 5: left alone by going on.
    await decide('done', inDialog('e', type('Enter')), true)
    const toSanne = async () => {
      await page.keyboard.type('sanne')
      await dialog.getByRole('option', { name: 'Sanne Vos' }).and(page.locator('[aria-selected=true]')).waitFor()
      await page.keyboard.press('Enter')
    }
    await decide('handed over', inDialog('a', toSanne), true)
    await decide('waiting', inDialog('h', type('Enter')), true)
    const taken = await decide('done', inDialog('e', type('2')), true)
    await page.keyboard.press('z')
    await page.waitForURL((url) => url.pathname.endsWith(taken))
    await decide('mine', type('i'), false)
    const key = await current()
    await page.keyboard.press('j')
    await page.waitForURL((url) => !url.pathname.endsWith(key))
  }
  assert.equal(decisions, 50)
  assert.equal(await mouse(), 0, 'the mouse was never touched')
  await shoot(page, 'fifty')

  for (const [key, fate] of fates)
    await until(page, async () => {
      const { state, owner } = await call(visitor, 'GET /api/conversations/{id}', { params: { id: key } })
      const found: Record<Fate, boolean> = {
        done: state === 'done',
        mine: state === 'open' && owner?.name === 'Noor de Wit',
        'handed over': state === 'open' && owner?.name === 'Sanne Vos',
        waiting: state === 'waiting',
      }
      return found[fate]
    })
  assert.equal(await countOpen(visitor), before + seeded - 20, 'nothing else was decided')
})

async function countOpen(visitor: Visit['visitor']): Promise<number> {
  return (await call(visitor, 'GET /api/views', {})).all
}

/** Counts what only a pointer does, from now on. */
async function noMouse(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const counted = window as unknown as { pointed: number }
    counted.pointed = 0
    for (const kind of ['pointerdown', 'pointermove', 'contextmenu', 'wheel'])
      window.addEventListener(kind, () => {
        counted.pointed += 1
      })
  })
  return () => page.evaluate(() => (window as unknown as { pointed: number }).pointed)
}
