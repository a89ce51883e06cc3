// Who is known under several names is asked about all of them: what was chosen goes, the rest is linked to it no longer.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { authors, notSameAuthors, people } from '#db/tables/mentions.ts'
import { readPerson } from '#inbox/read-person.ts'
import { writePersonNote } from '#inbox/write-person-note.ts'
import { linkAuthors } from '#mentions/link-authors.ts'
import { sayNotSame } from '#mentions/say-not-same.ts'
import { inDeadlock } from '#testing/in-deadlock.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { eraseAuthor } from './erase-author.ts'
import { exportAuthor } from './export-author.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const names = ['quirine', 'zandvliet', 'bartel']
const after = async () => undefined

/** Three identities of one person, who is not a fourth. */
async function house() {
  const here = await intakeHouse(app)
  const { ctx } = here
  const ids: string[] = []
  for (const [at, handle] of [...names, 'bas'].entries()) {
    const author = { nativeId: `id-${handle}`, handle, name: `De ${handle}`, bio: `https://${handle}.example/over` }
    const network = `net${at}`
    await here.hear({ text: `Zilvermeeuw volgens ${handle}`, nativeId: `post-${handle}`, network, author })
    app.clock.advance(minute)
    const rows = await app.db.asSystem((tx) => tx.select().from(authors).where(eq(authors.nativeId, author.nativeId)))
    const id = present(rows.find((row) => row.workspaceId === ctx.workspaceId)?.id, handle)
    await writePersonNote(ctx, { authorId: id, text: `Over ${handle}.` })
    ids.push(id)
  }
  const [a = '', b = '', c = '', bas = ''] = ids
  await linkAuthors(ctx, { id: a, otherId: b, after })
  await linkAuthors(ctx, { id: a, otherId: c, after })
  await sayNotSame(ctx, { id: a, otherId: bas, isSaid: true })
  const rows = () =>
    app.db.asSystem((tx) =>
      tx.select().from(authors).where(eq(authors.workspaceId, ctx.workspaceId)).orderBy(asc(authors.id)),
    )
  const everywhere = async (word: string) => {
    const { rows: tables } = await app.db.pool.query<{ name: string }>(
      `select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'workspace_id' order by 1`,
    )
    const found: string[] = []
    for (const { name } of tables) {
      const asked = `select from "${name}" t where t::text ilike '%' || $1 || '%' and workspace_id = $2`
      if ((await app.db.pool.query(asked, [word, ctx.workspaceId])).rowCount) found.push(name)
    }
    return found
  }
  return { ctx, a, b, c, bas, rows, everywhere }
}

test('of linked identities those go that were chosen; who stays is linked to them no longer, and of one alone nothing is left of a person', async () => {
  const { ctx, a, b, c, bas, rows, everywhere } = await house()
  for (const name of names) assert.ok((await everywhere(name)).includes('authors'), `${name} was there`)
  const erased = await eraseAuthor(ctx, { id: a, alsoIds: [b], keepsOut: false })
  assert.deepEqual(erased, { messages: 2, conversations: 2, notes: 2 })
  for (const name of ['quirine', 'zandvliet']) assert.deepEqual(await everywhere(name), [], name)
  assert.ok((await everywhere('bartel')).includes('mentions'))
  assert.ok((await rows()).every((row) => row.personId === null && row.linkedAt === null && row.linkedBy === null))
  const left = await app.db.asSystem((tx) => tx.select().from(people).where(eq(people.workspaceId, ctx.workspaceId)))
  assert.deepEqual(left, [])
  const denied = await app.db.asSystem((tx) =>
    tx.select().from(notSameAuthors).where(eq(notSameAuthors.workspaceId, ctx.workspaceId)),
  )
  assert.deepEqual(
    denied.map(({ oneId, otherId }) => [oneId, otherId].toSorted()),
    [[c, bas].toSorted()],
  )
  assert.equal((await readPerson(ctx, c)).identities.length, 1)
  await assert.rejects(linkAuthors(ctx, { id: c, otherId: a, after }), { code: 'not_found' })
})

test('erasing one of three leaves the other two one person', async () => {
  const { ctx, a, b, c } = await house()
  await eraseAuthor(ctx, { id: a, keepsOut: false })
  assert.deepEqual(
    (await readPerson(ctx, b)).identities.map(({ author }) => author.id),
    [b, c],
  )
})

test('who is not linked is not erased along: nothing is', async () => {
  const { ctx, a, bas, everywhere } = await house()
  await assert.rejects(eraseAuthor(ctx, { id: a, alsoIds: [bas], keepsOut: false }), { code: 'taken' })
  assert.ok((await everywhere('quirine')).includes('authors'))
})

test('somebody is erased also while a runner holds them and waits for what the erasing holds', async () => {
  for (let tries = 1, wasGivenUp = false; !wasGivenUp; tries += 1) {
    assert.ok(tries <= 10, 'PostgreSQL always gave the runner up')
    const { ctx, a, everywhere } = await house()
    const has = { text: 'select from authors where id = $1 for update', values: [a] }
    const wants = { text: 'select from conversations where workspace_id = $1 for update', values: [ctx.workspaceId] }
    const erasing = await inDeadlock(app, { has, wants }, () => eraseAuthor(ctx, { id: a, keepsOut: false }))
    assert.equal(erasing.done.messages, 1)
    assert.deepEqual(await everywhere('quirine'), [])
    wasGivenUp = erasing.wasGivenUp
  }
})

test('a copy of everything is of all names', async () => {
  const { ctx, a } = await house()
  const copy = await exportAuthor(ctx, a)
  assert.equal(copy.profile.handle, 'quirine')
  assert.deepEqual(
    copy.identities.map(({ handle }) => handle),
    names,
  )
  assert.deepEqual([copy.messages.length, copy.conversations.length], [3, 3])
  assert.deepEqual(
    copy.personNotes.map(({ text }) => text),
    names.map((name) => `Over ${name}.`),
  )
})
