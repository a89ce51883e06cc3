// Views side by side: each lives by itself, what is decided in one holds in all, and nobody needs a mouse.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { plain, until } from './as-it-comes.ts'
import { shoot } from './browser.ts'
import { call } from './people.ts'
import { card, forFirstReason, openStage, thread, type Visit, visit } from './stage.ts'
import type { Lang } from './words.ts'

const stage = await openStage({ after })

const people = ['Mira van Dam', 'Ruben Smit', 'Lotte Bos'] as const

/** Three who were heard, nobody's yet, and one of them the reader's own. */
/** People of this group alone: those of another test are there already, and nobody would wait for what they write anew. */
async function furnish({ bluesky, owner }: Visit, lang: Lang | 'third'): Promise<void> {
  for (const name of people) {
    const by = { handle: `${name.split(' ')[0]?.toLowerCase()}-${lang}.example`, displayName: `${name} ${lang}` }
    bluesky.post({ text: `Zilvermeeuw, where is my suitcase? ${name}`, by })
  }
  await bluesky.whenHeard()
  await until(stage.owner.page, async () => {
    const { items } = await call(owner, 'GET /api/conversations', { query: { view: 'all' } })
    return people.every((name) => items.some((row) => row.author?.name === `${name} ${lang}`))
  })
}

const column = (page: Page, key: string): Locator => page.locator(`[data-column-key="${key}"]`)
const active = (page: Page): Locator => page.locator('[data-column=active]')
const focused = (page: Page): Locator => page.locator('[data-column=active] [data-card]:focus')
/** Its id; undefined before there is any. */
const cardInFocus = (page: Page): Promise<string | undefined> =>
  focused(page).evaluateAll((all) => all[0]?.getAttribute('data-card') ?? undefined)
const keysOf = (page: Page): Promise<(string | null)[]> =>
  page.locator('[data-column-key]').evaluateAll((all) => all.map((one) => one.getAttribute('data-column-key')))

async function columnsKept({ owner }: Visit): Promise<readonly string[] | null | undefined> {
  return (await call(owner, 'GET /api/session', {})).user?.columns
}

for (const lang of ['en', 'nl'] as const)
  test(`by keyboard alone, in ${lang}: walk the columns, decide, take back, arrange`, async (t) => {
    const seen = await visit(t, stage, { lang })
    const { page, say, visitor, owner } = seen
    await plain(visitor)
    await call(owner, 'PATCH /api/me', { body: { columns: ['unowned', 'all', 'done'] } })
    await furnish(seen, lang)
    const ruben = `${people[1]} ${lang}`

    await page.goto('/inbox/unowned')
    await card(page, ruben).waitFor()
    // The key is there with its button.
    await page.getByRole('button', { name: say('Show as columns') }).waitFor()
    await page.keyboard.press('v')
    await column(page, 'unowned').locator('[data-card]', { hasText: ruben }).waitFor()
    await column(page, 'all').locator('[data-card]', { hasText: ruben }).waitFor()
    await column(page, 'done').getByRole('heading').nth(1).waitFor()
    assert.deepEqual(await keysOf(page), ['unowned', 'all', 'done'])
    await shoot(page, `columns-${lang}`)

    // Down to him (the first is where one begins), without opening anything; to the side and back to where one was.
    await page.keyboard.press('Home')
    for (let at = 0; at < people.length + 3; at += 1) {
      if ((await focused(page).filter({ hasText: ruben }).count()) > 0) break
      const before = await cardInFocus(page)
      await page.keyboard.press('j')
      await until(page, async () => (await cardInFocus(page)) !== before)
    }
    await focused(page).filter({ hasText: ruben }).waitFor()
    await page.keyboard.press('ArrowRight')
    await page.locator('[data-column=active][data-column-key=all] [data-card]:focus').waitFor()
    await page.keyboard.press('ArrowLeft')
    await page.locator('[data-column=active][data-column-key=unowned] [data-card]:focus').waitFor()
    await focused(page).filter({ hasText: ruben }).waitFor()

    // Enter opens it beside the columns, Escape comes back to the same card.
    await page.keyboard.press('Enter')
    await thread(page).getByText(ruben).first().waitFor()
    await shoot(page, `columns-open-${lang}`)
    await page.keyboard.press('Escape')
    await thread(page).waitFor({ state: 'detached' })
    await focused(page).filter({ hasText: ruben }).waitFor()

    // Decided in one, gone from every column it stood in; it comes to stand where what is done stands.
    await page.keyboard.press('e')
    await forFirstReason(page)
    for (const key of ['unowned', 'all']) await gone(page, key, ruben)
    await focused(page).waitFor()
    await column(page, 'done').locator('[data-card]', { hasText: ruben }).waitFor()
    await page.keyboard.press('z')
    for (const key of ['unowned', 'all']) await column(page, key).locator('[data-card]', { hasText: ruben }).waitFor()
    await focused(page).filter({ hasText: ruben }).waitFor()

    // The menu and the keys arrange them alike, and the server keeps it.
    await page.keyboard.press('>')
    await until(page, async () => (await columnsKept(seen))?.join() === 'all,unowned,done')
    assert.deepEqual(await keysOf(page), ['all', 'unowned', 'done'])
    await column(page, 'done')
      .getByRole('button', { name: say('Column {title}', { title: say('Done') }) })
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: say('Move left') }).focus()
    await page.keyboard.press('Enter')
    await until(page, async () => (await columnsKept(seen))?.join() === 'all,done,unowned')
    await page.locator('[data-add-column]').focus()
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: say('Waiting') }).focus()
    await page.keyboard.press('Enter')
    await until(page, async () => (await columnsKept(seen))?.join() === 'all,done,unowned,waiting')
    await active(page).and(column(page, 'waiting')).waitFor()
    await page.keyboard.press('v')
    await page.locator('[data-strip]').waitFor({ state: 'detached' })
  })

test('what was asked before V and is answered after it does not undo it', async (t) => {
  const seen = await visit(t, stage)
  const { page, visitor, owner } = seen
  await plain(visitor)
  await call(owner, 'PATCH /api/me', { body: { layout: 'list', columns: ['unowned', 'all'] } })
  await page.goto('/inbox/unowned')
  await page.getByRole('button', { name: seen.say('Show as columns') }).waitFor()
  const [asked, answer] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route('**/api/session', async (route) => {
    const old = await route.fetch()
    asked.resolve()
    await answer.promise
    await route.fulfill({ response: old })
  })
  // Somebody changes the team: the session is read anew.
  await call(owner, 'POST /api/departments', { body: { name: 'Baggage desk' } })
  await asked.promise
  await page.keyboard.press('v')
  await column(page, 'unowned').waitFor()
  await until(page, async () => (await call(owner, 'GET /api/session', {})).user?.layout === 'columns')
  answer.resolve()
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await until(page, async () => (await keysOf(page)).join() === 'unowned,all')
})

async function gone(page: Page, key: string, name: string): Promise<void> {
  await column(page, key).locator('[data-card]', { hasText: name }).waitFor({ state: 'detached' })
}

test('what comes in waits above each column by itself; a column is dragged, and a guest is kept', async (t) => {
  const seen = await visit(t, stage)
  const { page, say, visitor, owner, bluesky } = seen
  await plain(visitor)
  await call(owner, 'PATCH /api/me', { body: { layout: 'columns', columns: ['unowned', 'all'] } })
  await furnish(seen, 'third')
  await page.goto('/inbox/unowned')
  await column(page, 'all').locator('[data-card]').first().waitFor()
  await column(page, 'unowned').locator('[data-card]').first().waitFor()
  const said = bluesky.post({
    text: 'Zilvermeeuw, is the desk in Faro open?',
    by: { handle: 'kees.example', displayName: 'Kees Prins' },
  })
  assert.ok(said.uri)
  const news = (key: string) => column(page, key).getByRole('button', { name: say('{count} new', { count: 1 }) })
  await news('unowned').waitFor()
  await news('all').waitFor()
  assert.equal(await card(page, 'Kees Prins').count(), 0, 'nothing moves by itself')
  await page.keyboard.press('.')
  await column(page, 'unowned').locator('[data-card]', { hasText: 'Kees Prins' }).waitFor()
  await news('all').waitFor()
  await news('all').click()
  await column(page, 'all').locator('[data-card]', { hasText: 'Kees Prins' }).waitFor()

  await column(page, 'all').locator('header').dragTo(column(page, 'unowned'))
  await until(page, async () => (await columnsKept(seen))?.join() === 'all,unowned')
  await page
    .getByRole('link', { name: say('Waiting') })
    .first()
    .click()
  await column(page, 'waiting')
    .getByRole('button', { name: say('Keep this column') })
    .click()
  await until(page, async () => (await columnsKept(seen))?.join() === 'all,unowned,waiting')

  await page.setViewportSize({ width: 900, height: 800 })
  await page.getByText(say('Columns need a wider window; this is the list.')).waitFor()
  assert.equal(await page.locator('[data-strip]').count(), 0)
})
