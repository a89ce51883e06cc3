// Somebody of an agency works for two clients in two windows of one browser. Whatever is decided lands where the address says.
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Ask, RouteName } from '#api/contract/contract.ts'
import { until } from './as-it-comes.ts'
import { shoot, sizes } from './browser.ts'
import { call } from './people.ts'
import { openStage, thread, type Visit, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const gull = 'zilvermeeuw'
const dike = 'de-dijk'
const dikeName = 'De Dijk Energie'
const say = wordsIn('en')
const stage = await openStage({ after })
await openSecondWorkspace()

/** The owner of the first is an administrator of another; both hear what names both. */
async function openSecondWorkspace(): Promise<void> {
  const { pool } = stage.house.database
  const id = randomUUID()
  await pool.query('insert into workspaces (id, name, slug, welcomed_at) values ($1, $2, $3, now())', [
    id,
    dikeName,
    dike,
  ])
  await pool.query('insert into workspace_slugs (slug, workspace_id) values ($1, $2)', [dike, id])
  await pool.query(
    `insert into members (id, workspace_id, user_id, name, role) select $1, $2, user_id, name, 'admin' from members limit 1`,
    [randomUUID(), id],
  )
  const foreign = randomUUID()
  await pool.query(`insert into workspaces (id, name, slug) values ($1, 'Somebody else', 'foreign')`, [foreign])
  // A house that nobody finished the welcome of leads everybody there first.
  await pool.query('update workspaces set welcomed_at = now()')
  const { bluesky } = stage
  const there = <N extends RouteName>(name: N, given: Ask<N>) => call(stage.owner, name, given, dike)
  await there('POST /api/topics', { body: { name: 'De Dijk', query: 'dijk' } })
  await there('POST /api/sources', { body: { connector: 'bluesky', name: 'Bluesky', settings: {} } })
  await there('POST /api/accounts', { body: { connector: 'bluesky', credentials: bluesky.credentials } })
  await there('PATCH /api/workspace', { body: { undoSeconds: 0 } })
  await bluesky.whenHeard()
}

let people = 0
/** One message that both hear. Each has a conversation of its own about it, and often under the same key. */
async function hear({ bluesky, owner }: Visit) {
  people += 1
  const name = `Asker ${people}`
  const said = bluesky.post({
    text: `Zilvermeeuw and De Dijk, you both lost my suitcase.`,
    by: { handle: `asker${people}.example`, displayName: name },
  })
  const found = async (slug: string) => {
    const { items } = await call(owner, 'GET /api/conversations', { query: { view: 'all' } }, slug)
    return items.find(({ author }) => author?.name === name)
  }
  await until(owner.page, async () => Boolean((await found(gull)) && (await found(dike))))
  const [atGull, atDike] = [await found(gull), await found(dike)]
  assert.ok(atGull && atDike)
  return { name, said, atGull, atDike }
}

const conversationAt = (slug: string, id: string) =>
  call(stage.owner, 'GET /api/conversations/{id}', { params: { id } }, slug)
const notesOf = ({ notes }: { notes: readonly { text: string }[] }) => notes.map(({ text }) => text)
const pathOf = (page: Page) => page.evaluate(() => location.pathname + location.search + location.hash)

async function writeNote(page: Page, text: string): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: say('Your note') }).fill(text)
  await page.keyboard.press('Control+Enter')
  await thread(page).getByText(text).waitFor()
}

async function answer(page: Page, text: string): Promise<void> {
  await page
    .getByRole('tab', { name: say('Reply') })
    .or(page.getByRole('button', { name: say('Reply') }))
    .first()
    .click()
  await page.getByRole('textbox', { name: say('Your answer') }).fill(text)
  await page.keyboard.press('Control+Enter')
}

test('two windows in two workspaces do not mix: notes and answers land where the address says', async (t) => {
  const here = await visit(t, stage, { undoSeconds: 0 })
  const { page: one, bluesky } = here
  const { atGull, atDike, said } = await hear(here)
  const two = await here.visitor.context.newPage()
  await one.goto(`/w/${gull}/inbox/all/${atGull.key}`)
  await two.goto(`/w/${dike}/inbox/all/${atDike.key}`)
  await Promise.all([thread(one).waitFor(), thread(two).waitFor()])
  // The session goes wherever the last window went; the windows stay.
  await call(here.visitor, 'POST /api/me/workspace', { body: { workspaceId: await idOf(dike) } })
  await writeNote(one, 'For the gull.')
  await call(here.visitor, 'POST /api/me/workspace', { body: { workspaceId: await idOf(gull) } })
  await writeNote(two, 'For the dike.')
  await answer(two, 'The dike answers.')
  await until(one, async () => (await conversationAt(dike, atDike.id)).replies.length === 1)
  // Both speak with one account here, so the gull hears that answer too: a second one would be asked about first.
  await writeNote(one, 'And once more for the gull.')
  await until(one, async () => notesOf(await conversationAt(gull, atGull.id)).length === 2)
  const [there, here2] = [await conversationAt(gull, atGull.id), await conversationAt(dike, atDike.id)]
  assert.deepEqual(notesOf(there), ['For the gull.', 'And once more for the gull.'])
  assert.deepEqual(notesOf(here2), ['For the dike.'])
  assert.deepEqual(
    here2.replies.map(({ text }) => text),
    ['The dike answers.'],
  )
  await until(one, async () => bluesky.answersTo(said.uri).length === 1)
})

async function idOf(slug: string): Promise<string> {
  const { workspaces } = await call(stage.owner, 'GET /api/session', {})
  return workspaces.find((each) => each.slug === slug)?.id ?? ''
}

test('each window hears of its own workspace only, and says whose it is', async (t) => {
  const here = await visit(t, stage)
  const { page: one } = here
  const { atGull, atDike } = await hear(here)
  const two = await here.visitor.context.newPage()
  await one.goto(`/w/${gull}/inbox/all/${atGull.key}`)
  await two.goto(`/w/${dike}/inbox/all/${atDike.key}`)
  await Promise.all([thread(one).waitFor(), thread(two).waitFor()])
  assert.match(await one.title(), / · Zilvermeeuw · Wederhoor$/u)
  assert.match(await two.title(), / · De Dijk Energie · Wederhoor$/u)
  const body = { text: 'Written elsewhere, for the dike.' }
  await call(stage.owner, 'POST /api/conversations/{id}/notes', { params: { id: atDike.id }, body }, dike)
  await thread(two).getByText(body.text).waitFor()
  assert.equal(await thread(one).getByText(body.text).count(), 0)
  // On a phone there is no rail: the name stands above everything.
  await two.setViewportSize(sizes.phone)
  await two
    .getByRole('region', { name: say('Workspace') })
    .getByText(dikeName)
    .waitFor()
  await shoot(two, 'two-workspaces-phone')
})

test('what was decided without a connection goes out to where it was decided, when another is open', async (t) => {
  const here = await visit(t, stage)
  const { page, visitor } = here
  visitor.expect(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|ERR_NETWORK_CHANGED|when fetching the script/)
  const { atGull, atDike } = await hear(here)
  for (const [slug, key] of [
    [dike, atDike.key],
    [gull, atGull.key],
  ]) {
    await page.goto(`/w/${slug}/inbox/all/${key}`)
    await thread(page).waitFor()
    await page.locator('html[data-offline=ready]').waitFor()
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  }
  await visitor.context.setOffline(true)
  await page.getByText(/^Offline\. As of/).waitFor()
  await writeNote(page, 'Decided for the gull.')
  await page.getByText('1 decision waits to be sent.').waitFor()
  await page.goto(`/w/${dike}/inbox/all/${atDike.key}`)
  await thread(page).waitFor()
  await page.getByText(/^Offline\. As of/).waitFor()
  assert.equal(await page.getByText('to be sent').count(), 0, 'nothing waits in this one')
  assert.equal(await thread(page).getByText('Decided for the gull.').count(), 0)
  await visitor.context.setOffline(false)
  await page.getByText(/1 decision was sent\./).waitFor()
  assert.deepEqual(notesOf(await conversationAt(gull, atGull.id)), ['Decided for the gull.'])
  assert.deepEqual(notesOf(await conversationAt(dike, atDike.id)), [])
})

test('an address of old leads to the workspace of the session, with all that stands behind it', async (t) => {
  const { page } = await visit(t, stage)
  await page.goto('/inbox/all?lang=nl#end')
  await page.locator('[data-inbox-list]').waitFor()
  assert.equal(await pathOf(page), `/w/${gull}/inbox/all?lang=nl#end`)
  await page.goto('/settings/me')
  await page.getByRole('heading', { name: say('Me') }).waitFor()
  assert.equal(await pathOf(page), `/w/${gull}/settings/me`)
  await page.goto(`/w/${dike}`)
  await page.locator('[data-inbox-list]').waitFor()
  assert.equal(await pathOf(page), `/w/${dike}/inbox/mine`)
})

test('somebody else’s workspace and none at all look the same, and the way leads to one’s own', async (t) => {
  const { page, visitor } = await visit(t, stage)
  visitor.expect(/status of 403/)
  const seen: string[] = []
  for (const slug of ['nowhere', 'foreign']) {
    await page.goto(`/w/${slug}/inbox/all`)
    await page.getByRole('heading', { name: say('You are not in this workspace') }).waitFor()
    seen.push((await page.locator('main').innerText()).replaceAll(slug, ''))
  }
  assert.equal(seen[0], seen[1])
  await shoot(page, 'not-here')
  await page.getByRole('button', { name: dikeName }).click()
  await page.waitForURL(`**/w/${dike}/inbox/mine`)
  // From there to the other one by name.
  await page.locator('[data-inbox-list]').waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('combobox').fill('go to workspace zil')
  await page.getByRole('option', { name: 'Go to workspace Zilvermeeuw' }).click()
  await page.waitForURL(`**/w/${gull}/inbox/mine`)
})
