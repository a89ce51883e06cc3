// The whole way on real servers: somebody says it on the network, a member answers it in the browser, and the network has it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { openVisitor, shoot, type Visitor } from '#test/browser/browser.ts'
import { openHouse } from '#test/browser/house.ts'
import { lastFirst } from '#test/browser/last-first.ts'
import { call, invite, signUp } from '#test/browser/people.ts'
import { card, openConversation, thread } from '#test/browser/stage.ts'
import { type Say, wordsIn } from '#test/browser/words.ts'
import { type BlueskyNetwork, type BlueskyPerson, openBlueskyNetwork } from './network.ts'

const complaint = 'My parcel is late again, @parcelcompany.test! I wait at 12 Quay Street.'
const secret = 'Quay Street'
const elsewhere = 'Nobody at home but the cat.'
const answer = 'Sorry, Annelies! It comes today: https://example.com/help'
/** The account is asked every half minute. */
const secondLookMs = 60_000
const loopback = ['127.0.0.0/8', '::1']

test('what is said on a real network is answered in the browser, stands there, and is blanked when its writer deletes it', async (t) => {
  const say = wordsIn('en')
  const network = await openBlueskyNetwork()
  lastFirst(t, network.close)
  const writer = await network.createAccount('annelies')
  const company = await network.createAccount('parcelcompany')
  await network.settle()
  const house = await openHouse(t, { env: { WEDERHOOR_ALLOW_INSIDE: [...network.hosts, ...loopback].join(', ') } })
  const owner = await openVisitor(t, { url: house.url })
  const member = await openVisitor(t, { url: house.url })
  await signUp(owner)
  await invite(owner, member, { name: 'Sanne Vos', email: 'sanne@parcelcompany.example', role: 'member' })
  await call(owner, 'PATCH /api/workspace', { body: { undoSeconds: 1 } })
  await listen(owner, { network, say })

  await writer.post(elsewhere)
  const said = await writer.post(complaint)
  await network.settle()
  await connect(owner.page, { company, say })
  await whenNotified(owner.page)

  const { page } = member
  await openConversation(page, 'unowned', 'Annelies')
  await thread(page).getByText(complaint).waitFor()
  const id = await onlyConversation(member)
  assert.equal(await card(page, elsewhere).count(), 0, 'what is not about us is not heard')
  await page.getByRole('textbox', { name: say('Your answer') }).fill(answer)
  await page.getByRole('button', { name: say('Reply & done') }).click()
  await card(page, 'Annelies').waitFor({ state: 'detached' })

  await openConversation(page, 'done', 'Annelies')
  await page.getByText(say('Sent, and heard back: it stands there.')).waitFor()
  await shoot(page, 'bluesky-1-stands')
  await assertStands(network, { said, company })
  const kept = await call(member, 'GET /api/conversations/{id}', { params: { id } })
  assert.deepEqual(
    kept.messages.filter(({ isOwn }) => !isOwn).map(({ text }) => text),
    [complaint],
    'heard on the stream and told by the notifications, it is here once',
  )

  await writer.remove(said.uri)
  await thread(page)
    .getByText(/^The writer deleted this message/)
    .waitFor()
  await card(page, 'Annelies').getByText(say('This message was deleted by its writer.')).waitFor()
  await thread(page).getByText(secret).waitFor({ state: 'detached' })
  await shoot(page, 'bluesky-2-blanked')
  assert.equal(await page.getByText(secret).count(), 0, 'nowhere on the screen')
  assert.match(await thread(page).innerText(), /It comes today/, 'our own words stay')
  const blanked = await call(member, 'GET /api/conversations/{id}', { params: { id } })
  const list = await call(member, 'GET /api/conversations', { query: { view: 'done' } })
  assert.ok(blanked.messages.some(({ isOwn, deletedAt }) => !isOwn && deletedAt !== null))
  assert.ok(!JSON.stringify([blanked, list]).includes(secret), 'its words are gone from every answer of the server')
  assert.equal((await company.posts()).length, 1, 'our answer stands, once')
})

/** The welcome and the form know the public servers; these are given by the interface, as somebody with servers of their own may. */
async function listen(owner: Visitor, { network, say }: { network: BlueskyNetwork; say: Say }): Promise<void> {
  await call(owner, 'POST /api/topics', { body: { name: 'Parcels', query: 'parcelcompany OR "my parcel"' } })
  await call(owner, 'POST /api/sources', {
    body: { connector: 'bluesky', name: 'Loopback', settings: network.settings },
  })
  await owner.page.goto('/listen')
  await owner.page
    .getByText(say('Listening, nothing heard yet'))
    .or(owner.page.getByText(say('Live')))
    .first()
    .waitFor()
}

async function connect(page: Page, { company, say }: { company: BlueskyPerson; say: Say }): Promise<void> {
  await page.goto('/settings/accounts')
  await page.getByRole('button', { name: say('Connect an account') }).click()
  await page.getByRole('button', { name: 'Bluesky' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel(/^Server of the account/).fill(company.credentials.service)
  await form.getByLabel(/^Handle/).fill(company.handle)
  await form.getByLabel(/^App password/).fill(company.appPassword)
  await form.getByRole('button', { name: say('Try and connect') }).click()
  await page.getByText(say('connected'), { exact: true }).waitFor()
  await page.getByText(`@${company.handle}`).first().waitFor()
}

/** The account's own source has heard it too. Where its first look came before the appview's notification, it takes a second. */
async function whenNotified(page: Page): Promise<void> {
  const hasHeard = async (): Promise<boolean> => {
    const sources: { listensTo: string; heardCount: number }[] = await (await fetch('/api/sources')).json()
    return sources.some(({ listensTo, heardCount }) => listensTo === 'account' && heardCount > 0)
  }
  await page.waitForFunction(hasHeard, undefined, { polling: 200, timeout: secondLookMs })
}

async function onlyConversation(member: Visitor): Promise<string> {
  const { items } = await call(member, 'GET /api/conversations', { query: { view: 'all' } })
  assert.deepEqual(
    items.map(({ author }) => author?.name),
    ['Annelies'],
  )
  return items[0]?.id ?? ''
}

/** Asked of the network itself, as anybody may: the account's repository on the PDS, and the thread as the public reads it. */
async function assertStands(
  network: BlueskyNetwork,
  { said, company }: { said: { uri: string; cid: string }; company: BlueskyPerson },
): Promise<void> {
  const posts = await company.posts()
  assert.equal(posts.length, 1, 'exactly one')
  const uri = posts[0]?.uri ?? ''
  assert.ok(uri.startsWith(`at://${company.did}/`))
  const record = await network.readRecord(uri)
  const parent = { uri: said.uri, cid: said.cid }
  assert.deepEqual({ text: record?.text, reply: record?.reply }, { text: answer, reply: { root: parent, parent } })
  await network.settle()
  assert.deepEqual(await network.readThread(said.uri), [
    { uri, text: answer, handle: company.handle, parentUri: said.uri },
  ])
}
