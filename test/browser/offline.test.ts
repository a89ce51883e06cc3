// Without a connection: what was read can be read, what is decided waits and happens once, and nothing is lost on the way.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { until } from './as-it-comes.ts'
import { openVisitor, shoot, type Visitor } from './browser.ts'
import { call, invite, owner, password } from './people.ts'
import { card, forFirstReason, openConversation, openStage, thread, type Visit, visit } from './stage.ts'
import { wordsIn } from './words.ts'

const stage = await openStage({ after })
const cutOff =
  /ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_FAILED|Failed to fetch|ERR_INCOMPLETE_CHUNKED|ERR_NETWORK_CHANGED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|when fetching the script/

const colleague = await openVisitor({ after }, { url: stage.house.url })
await invite(stage.owner, colleague, { name: 'Sanne Vos', email: 'sanne@zilvermeeuw.example', role: 'member' })

/** Somebody who has worked here for a while: this browser has what it takes to go on without a connection. */
async function settled(t: Parameters<typeof visit>[0], undoSeconds = 0): Promise<Visit> {
  const here = await visit(t, stage, { undoSeconds })
  here.visitor.expect(cutOff)
  await here.page.goto('/inbox/all')
  await ready(here.page)
  return here
}

async function ready(page: Page): Promise<void> {
  await page.locator('html[data-offline=ready]').waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
}

let people = 0
/** Somebody new says something; answers with the name on the card and the id of the conversation. */
async function hear({ bluesky, owner: host }: Visit, text = 'Zilvermeeuw lost my suitcase.') {
  people += 1
  const name = `Asker ${people}`
  const said = bluesky.post({ text, by: { handle: `asker${people}.example`, displayName: name } })
  const found = async () => {
    const { items } = await call(host, 'GET /api/conversations', { query: { view: 'all' } })
    return items.find(({ author }) => author?.name === name)
  }
  await until(host.page, async () => (await found()) !== undefined)
  return { name, said, id: (await found())?.id ?? '' }
}

async function cut({ page, visitor }: Visit): Promise<void> {
  await visitor.context.setOffline(true)
  await page.getByText(/^Offline\. As of \d\d:\d\d\.$/).waitFor()
}

async function reconnect({ page, visitor }: Visit, says = /^Connected again/): Promise<void> {
  await visitor.context.setOffline(false)
  await page.getByText(says).waitFor()
}

const conversationOf = (visitor: Visitor, id: string) =>
  call(visitor, 'GET /api/conversations/{id}', { params: { id } })

test('list and conversation are read after the page was loaded anew, and it says since when', async (t) => {
  const here = await settled(t)
  const { page, say } = here
  const mira = await hear(here)
  const joost = await hear(here, 'Does Zilvermeeuw fly to Faro?')
  const unread = await hear(here, 'Zilvermeeuw, a word.')
  await openConversation(page, 'all', mira.name)
  await thread(page).getByText('lost my suitcase').waitFor()
  await card(page, joost.name).click()
  await thread(page).getByText('fly to Faro').waitFor()
  await ready(page)
  await here.visitor.context.setOffline(true)
  await page.reload()
  await page.getByText(/^Offline\. As of \d\d:\d\d\.$/).waitFor()
  await thread(page).getByText('fly to Faro').waitFor()
  await card(page, mira.name).click()
  await thread(page).getByText('lost my suitcase').waitFor()
  await shoot(page, 'offline-read')
  await card(page, unread.name).click()
  const notKept = page.getByRole('heading', { name: say('This conversation is not on this device') })
  if (await notKept.or(thread(page).getByText('a word')).first().isVisible()) await shoot(page, 'offline-not-kept')
  await reconnect(here)
  await thread(page).getByText('a word').waitFor()
})

test('who is cut off before all of it was fetched gets it when the connection is back', async (t) => {
  const here = await visit(t, stage)
  const { page, visitor } = here
  visitor.expect(cutOff)
  await page.goto('/inbox/all')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await visitor.context.setOffline(true)
  await page.getByText(/^(Offline\.|No connection with the server\.)/).waitFor()
  assert.equal(await page.locator('html[data-offline=ready]').count(), 0, 'cut off too late for this test')
  await visitor.context.setOffline(false)
  await ready(page)
  await cut(here)
})

test('decisions wait where one sees them, and happen once when the connection is back', async (t) => {
  const here = await settled(t)
  const { page, say, house, owner: host } = here
  const [first, second, third] = [await hear(here), await hear(here), await hear(here)]
  await openConversation(page, 'all', second.name)
  await openConversation(page, 'all', third.name)
  await openConversation(page, 'all', first.name)
  await ready(page)
  await cut(here)
  await page.keyboard.press('e')
  await forFirstReason(page)
  await card(page, first.name).waitFor({ state: 'detached' })
  await page.getByText('1 decision waits to be sent.').waitFor()
  await card(page, second.name).click()
  await page.keyboard.press('i')
  await card(page, second.name).getByText(say('Not sent yet')).waitFor()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: say('Your note') }).fill('The suitcase is in Faro.')
  await page.keyboard.press('Control+Enter')
  await thread(page).getByText(say('Not sent yet')).waitFor()
  await page.getByText('3 decisions wait to be sent.').waitFor()
  await shoot(page, 'offline-queued')

  // They outlive the page, and one of them is taken back.
  await page.reload()
  await page.getByText('3 decisions wait to be sent.').waitFor()
  assert.equal(await card(page, first.name).count(), 0, 'what is done here stays done')
  await thread(page).getByText('The suitcase is in Faro.').waitFor()
  await card(page, third.name).click()
  await page.keyboard.press('e')
  await forFirstReason(page)
  await page.getByText('4 decisions wait to be sent.').waitFor()
  await page.getByRole('button', { name: say('Look at them') }).click()
  const sheet = page.getByRole('dialog', { name: say('Not sent yet') })
  await sheet.getByRole('listitem').nth(3).waitFor()
  await shoot(page, 'offline-sheet')
  await sheet
    .getByRole('listitem')
    .last()
    .getByRole('button', { name: say('Take it back') })
    .click()
  await page.getByText('3 decisions wait to be sent.').waitFor()
  await page.keyboard.press('Escape')

  const before = await conversationOf(host, first.id)
  assert.equal(before.state, 'open')
  await reconnect(here, /3 decisions were sent\./)
  await page.getByText('decisions wait to be sent').waitFor({ state: 'detached' })
  const [done, mine, untouched] = await Promise.all([first, second, third].map((one) => conversationOf(host, one.id)))
  assert.equal(done?.state, 'done')
  assert.equal(mine?.owner?.name, owner.name)
  assert.deepEqual(
    mine?.notes.map((note) => note.text),
    ['The suitcase is in Faro.'],
  )
  assert.equal(untouched?.state, 'open')
  const { rows } = await house.database.pool.query(
    `select action, count(*)::int as times from audit where conversation_id = any($1) and actor like '%' and action = any($2) group by action order by action`,
    [
      [first.id, second.id, third.id],
      ['conversation.finish', 'conversation.claim', 'note.write'],
    ],
  )
  assert.deepEqual(rows, [
    { action: 'conversation.claim', times: 1 },
    { action: 'conversation.finish', times: 1 },
    { action: 'note.write', times: 1 },
  ])
})

test('an answer to the server that is lost on the way back makes no second note and no second reply', async (t) => {
  const here = await settled(t)
  const { page, say, bluesky, owner: host, visitor } = here
  const mira = await hear(here)
  await openConversation(page, 'all', mira.name)
  // The server does it, and the browser never hears so.
  const lose = async (path: RegExp) =>
    page.route(path, async (route) => {
      await route.fetch()
      await route.abort('internetdisconnected')
      await page.unroute(path)
    })
  await lose(/\/notes$/)
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: say('Your note') }).fill('Once is enough.')
  await page.keyboard.press('Control+Enter')
  await until(page, async () => (await conversationOf(host, mira.id)).notes.length > 0)
  await page
    .getByRole('tab', { name: say('Reply') })
    .or(page.getByRole('button', { name: say('Reply') }))
    .first()
    .click()
  await lose(/\/replies$/)
  await page.getByRole('textbox', { name: say('Your answer') }).fill('We found it.')
  await page.keyboard.press('Control+Enter')
  await until(page, async () => (await conversationOf(host, mira.id)).replies.length > 0)
  await visitor.context.setOffline(true)
  await page.getByText(/Offline\. As of/).waitFor()
  await visitor.context.setOffline(false)
  await page.getByText(/^Connected again/).waitFor()
  await page.getByText('to be sent').waitFor({ state: 'detached' })
  const now = await conversationOf(host, mira.id)
  assert.deepEqual(
    now.notes.map((note) => note.text),
    ['Once is enough.'],
  )
  assert.equal(now.replies.length, 1)
  await until(page, async () => bluesky.answersTo(mira.said.uri).length > 0)
  assert.deepEqual(bluesky.answersTo(mira.said.uri), ['We found it.'])
})

test('what a colleague decided meanwhile is shown, with what became of mine', async (t) => {
  const here = await settled(t)
  const { page, say, visitor } = here
  visitor.expect(/status of 409/)
  const mira = await hear(here)
  await openConversation(page, 'all', mira.name)
  await ready(page)
  await cut(here)
  await page.keyboard.press('e')
  await forFirstReason(page)
  await page.getByText('1 decision waits to be sent.').waitFor()
  await call(colleague, 'POST /api/conversations/{id}/claim', { params: { id: mira.id }, body: {} })
  await visitor.context.setOffline(false)
  await page.getByText('1 needs you.').waitFor()
  await page.getByRole('button', { name: say('Look at them') }).click()
  const sheet = page.getByRole('dialog', { name: say('Not sent yet') })
  await sheet.getByText(/^Something new happened/).waitFor()
  await sheet.getByText('It is open now; Sanne Vos has it.').waitFor()
  await shoot(page, 'offline-refused')
  assert.equal((await conversationOf(colleague, mira.id)).state, 'open')
  await sheet.getByRole('button', { name: say('Let it go') }).click()
  await sheet.getByText(say('Nothing waits any more.')).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('needs you').waitFor({ state: 'detached' })
})

test('a draft survives the loss of the connection and of the page', async (t) => {
  const here = await settled(t)
  const { page, say, owner: host } = here
  const mira = await hear(here)
  await openConversation(page, 'all', mira.name)
  await ready(page)
  await cut(here)
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.fill('Dear Mira, we')
  await until(page, () =>
    page.evaluate(async () => {
      const open = indexedDB.open('wederhoor')
      const db = await new Promise<IDBDatabase>((resolve) =>
        open.addEventListener('success', () => resolve(open.result)),
      )
      const all = db.transaction('drafts').objectStore('drafts').getAll()
      await new Promise((resolve) => all.addEventListener('success', resolve))
      db.close()
      return all.result.some((draft: { text: string }) => draft.text === 'Dear Mira, we')
    }),
  )
  await page.reload()
  await answer.waitFor()
  assert.equal(await answer.inputValue(), 'Dear Mira, we')
  await reconnect(here)
  await until(page, async () => (await conversationOf(host, mira.id)).drafts[0]?.text === 'Dear Mira, we')
})

test('an answer goes out by itself soon, and asks when it waited for more than ten minutes', async (t) => {
  const here = await settled(t)
  const { page, say, bluesky } = here
  const [soon, late] = [await hear(here), await hear(here)]
  await openConversation(page, 'all', late.name)
  await openConversation(page, 'all', soon.name)
  await ready(page)
  await cut(here)
  const answer = page.getByRole('textbox', { name: say('Your answer') })
  await answer.fill('At once.')
  await page.keyboard.press('Control+Enter')
  await card(page, soon.name).waitFor({ state: 'detached' })
  await reconnect(here)
  await until(page, async () => bluesky.answersTo(soon.said.uri).length > 0)

  await card(page, late.name).click()
  await thread(page).waitFor()
  await cut(here)
  await answer.fill('Later.')
  await page.getByRole('button', { name: say('Other ways to send') }).click()
  await page.getByRole('menuitem', { name: say('Reply, keep it open') }).click()
  await page.getByText(say('Your answer waits for the connection')).waitFor()
  await shoot(page, 'offline-reply')
  const elevenMinutesMs = 660_000
  await page.evaluate((ms) => {
    const now = Date.now.bind(Date)
    Date.now = () => now() + ms
  }, elevenMinutesMs)
  await here.visitor.context.setOffline(false)
  await page.getByText('1 needs you.').waitFor()
  await page.getByText(say('Your answer waited for more than ten minutes. Does it still fit?')).waitFor()
  assert.deepEqual(bluesky.answersTo(late.said.uri), [])
  await page.getByRole('button', { name: say('Back to the composer') }).click()
  await answer.waitFor()
  assert.equal(await answer.inputValue(), 'Later.')
  assert.deepEqual(bluesky.answersTo(late.said.uri), [], 'and it was never sent')
})

test('what happened while the server was away is heard when it is back', async (t) => {
  const here = await settled(t)
  const { page, house } = here
  const mira = await hear(here)
  await openConversation(page, 'all', mira.name)
  await ready(page)
  await house.stop()
  await page.getByText(/^Offline\. As of/).waitFor()
  await house.database.pool.query(
    `with changed as (update conversations set title = 'Told while away', version = version + 1 where id = $1 returning workspace_id, id)
     insert into events (workspace_id, kind, conversation_id, subject_id) select workspace_id, 'conversation.changed', id, id from changed`,
    [mira.id],
  )
  const resumed = page.waitForResponse((response) => /\/api\/live/.test(response.url()) && response.ok())
  await house.start()
  const request = (await resumed).request()
  const heard = new URL(request.url()).searchParams.get('after') ?? (await request.allHeaders())['last-event-id']
  assert.match(heard ?? '', /^\d+$/, 'it says what it heard last')
  await page.getByText(/^Connected again/).waitFor()
  await page.getByRole('heading', { name: 'Told while away' }).waitFor()
})

test('after signing out nothing of the member can be read, not even without a connection', async (t) => {
  const { house } = stage
  const visitor = await openVisitor(t, { url: house.url })
  visitor.expect(cutOff)
  visitor.expect(/ApiProblemError/)
  const { page } = visitor
  const say = wordsIn('en')
  await call(visitor, 'POST /api/sign-in', { body: { email: owner.email, password } })
  const here: Visit = { ...stage, visitor, page, say }
  const mira = await hear(here, 'Zilvermeeuw, this is between us.')
  await openConversation(page, 'all', mira.name)
  await ready(page)
  await page.reload()
  await ready(page)
  await page.getByRole('button', { name: /language, theme, sign out/ }).click()
  await page.getByRole('menuitem', { name: say('Sign out') }).click()
  await page.waitForURL('**/sign-in**')
  await page.getByLabel(say('Password'), { exact: true }).waitFor()
  await visitor.context.setOffline(true)
  await page.goto('/inbox/all')
  await page
    .getByText(/server does not answer|Sign in|signed/i)
    .first()
    .waitFor()
  assert.equal(await page.getByText('between us').count(), 0)
  const kept = await page.evaluate(async () => {
    const texts: string[] = []
    for (const { name = '' } of await indexedDB.databases()) {
      const open = indexedDB.open(name)
      const db = await new Promise<IDBDatabase>((resolve) =>
        open.addEventListener('success', () => resolve(open.result)),
      )
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll()
        await new Promise((resolve) => all.addEventListener('success', resolve))
        texts.push(JSON.stringify(all.result))
      }
      db.close()
    }
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) texts.push(request.url)
    return texts.join('\n')
  })
  assert.doesNotMatch(kept, /between us/)
  assert.doesNotMatch(kept, /\/api\//)
  await visitor.context.setOffline(false)
})
