// One person under several names: linked by hand, taken apart as it was, and read as one.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asc, eq, sql } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { authors, mentions, people } from '#db/tables/mentions.ts'
import { audit } from '#db/tables/team.ts'
import { identitiesMax } from '#domain/known-as.ts'
import { linkAuthors } from '#mentions/link-authors.ts'
import { markAuthor } from '#mentions/mark-author.ts'
import { findAuthors } from '#mentions/read-linked.ts'
import { sayNotSame } from '#mentions/say-not-same.ts'
import { unlinkAuthor } from '#mentions/unlink-author.ts'
import type { Context } from '#team/context.ts'
import { type IntakePost, intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { followMark } from './follow-mark.ts'
import { readSituations } from './policy/read-situations.ts'
import { readConversation } from './read-conversation.ts'
import { readContacts, readPerson } from './read-person.ts'
import { readMessages } from './routing/read-messages.ts'
import { writePersonNote } from './write-person-note.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })

type Who = { network?: string; handle: string; name?: string; bio?: string; url?: string }

async function house() {
  const here = await intakeHouse(app, { noor: 'owner', tess: 'member', olga: 'observer' })
  const { ctx } = here
  let count = 0
  /** Somebody says something, and is known by it. */
  const says = async ({ network = 'forum', handle, name = handle, ...more }: Who, given: Partial<IntakePost> = {}) => {
    count += 1
    const nativeId = `${network}-${handle}`
    const author = { nativeId, handle, name, ...more }
    const text = `Zilvermeeuw ${network} ${count}`
    await here.hear({ text, nativeId: `${nativeId}-${count}`, network, author, ...given })
    app.clock.advance(minute)
    return present((await rows()).find((row) => row.nativeId === nativeId && row.network === network)?.id, nativeId)
  }
  const rows = () =>
    app.db.asSystem((tx) =>
      tx.select().from(authors).where(eq(authors.workspaceId, ctx.workspaceId)).orderBy(asc(authors.id)),
    )
  const persons = () => app.db.asSystem((tx) => tx.select().from(people).where(eq(people.workspaceId, ctx.workspaceId)))
  const link = (id: string, otherId: string, by: Context = ctx) =>
    linkAuthors(by, { id, otherId, after: followMark(by) })
  const unlink = (id: string, ids: string[], by: Context = ctx) => unlinkAuthor(by, { id, ids, after: followMark(by) })
  /** Who belongs to whom, in words that do not know the ids of persons. */
  const groups = async () => {
    const found = new Map<string, string[]>()
    for (const { personId, id } of await rows()) if (personId) found.set(personId, [...(found.get(personId) ?? []), id])
    return [...found.values()].toSorted()
  }
  const known = async (id: string) => (await readPerson(ctx, id)).identities.map(({ author }) => author.id)
  return { ...here, says, rows, persons, link, unlink, groups, known, tess: here.as('tess'), olga: here.as('olga') }
}

test('two that are linked are read as one: counts, contacts with their network, notes, and since when', async () => {
  const { ctx, says, link, tess, saying } = await house()
  const first = await says({ handle: 'marieke' })
  const other = await says({ network: 'elders', handle: 'mdv' })
  await says({ network: 'elders', handle: 'mdv' })
  await writePersonNote(ctx, { authorId: other, text: 'Belt liever.' })
  const before = await readPerson(ctx, first)
  assert.deepEqual([before.messageCount, before.conversationCount, before.personNotes.length], [1, 1, 0])
  assert.deepEqual(await link(other, first, tess), { joined: [first], count: 2 })
  const person = await readPerson(ctx, other)
  assert.deepEqual([person.messageCount, person.conversationCount, person.openCount], [3, 3, 3])
  assert.deepEqual(
    person.identities.map(({ author, linkedBy }) => [author.handle, linkedBy?.name]),
    [
      ['mdv', 'tess'],
      ['marieke', 'tess'],
    ],
  )
  assert.equal(person.knownSince, before.knownSince, 'since the first of them')
  assert.equal(person.topics[0]?.count, 3)
  assert.deepEqual(
    (await readPerson(ctx, first)).personNotes.map(({ text }) => text),
    ['Belt liever.'],
  )
  const { rows } = await readContacts(ctx, { authorId: first, limit: 10 })
  assert.deepEqual(
    rows.map(({ network }) => network),
    ['elders', 'elders', 'forum'],
  )
  const { earlier } = await readConversation(ctx, (await saying('forum 1')).id)
  assert.deepEqual(
    earlier.map(({ network, messageCount }) => [network, messageCount]),
    [
      ['elders', 1],
      ['elders', 1],
    ],
  )
})

test('what was linked is taken apart again, and a person of one is none', async () => {
  const { says, link, unlink, groups, persons, rows, known } = await house()
  const [a, b, c] = [await says({ handle: 'a' }), await says({ handle: 'b' }), await says({ handle: 'c' })]
  await link(a, b)
  const atFirst = await groups()
  const { joined } = await link(a, c)
  assert.deepEqual(joined, [c])
  assert.deepEqual(await known(c), [c, a, b])
  assert.deepEqual(await unlink(a, joined), { removed: [c], restId: a, isDissolved: false })
  assert.deepEqual(await groups(), atFirst)
  const gone = await unlink(b, [b])
  assert.deepEqual(gone, { removed: [b], restId: a, isDissolved: true })
  assert.deepEqual([await groups(), await persons()], [[], []])
  assert.ok((await rows()).every(({ linkedBy, linkedAt }) => linkedBy === null && linkedAt === null))
  await link(gone.restId, gone.removed[0] ?? '')
  assert.deepEqual(await groups(), atFirst, 'and the way back of the way back')
})

test('two groups become one, and are two again as they were, with who linked them and when', async () => {
  const { says, link, unlink, rows, groups, persons, tess } = await house()
  const [a, b, c, d] = [
    await says({ handle: 'a' }),
    await says({ handle: 'b' }),
    await says({ handle: 'c' }),
    await says({ handle: 'd' }),
  ]
  await link(a, b)
  app.clock.advance(minute)
  await link(c, d, tess)
  const linkedAs = async () => (await rows()).map(({ id, linkedBy, linkedAt }) => [id, linkedBy, linkedAt])
  const before = { groups: await groups(), linked: await linkedAs() }
  const { joined, count } = await link(b, d)
  assert.deepEqual([joined.toSorted(), count, (await persons()).length], [[c, d].toSorted(), 4, 1])
  await unlink(b, joined)
  assert.deepEqual({ groups: await groups(), linked: await linkedAs() }, before)
  assert.equal((await persons()).length, 2)
})

test('linking twice is linking once; nobody is linked to themselves, and nobody to everybody', async () => {
  const { ctx, says, link } = await house()
  const first = await says({ handle: 'h0' })
  await assert.rejects(link(first, first), { code: 'bad_input' })
  const rest: string[] = []
  for (let at = 1; at <= identitiesMax; at += 1) rest.push(await says({ handle: `h${at}` }))
  const last = rest.pop() ?? ''
  for (const id of rest) await link(first, id)
  assert.deepEqual(await link(rest[0] ?? '', first), { joined: [], count: identitiesMax })
  await assert.rejects(link(last, first), { code: 'bad_input' })
  const lines = await app.db.asSystem((tx) => tx.select().from(audit).where(eq(audit.workspaceId, ctx.workspaceId)))
  assert.equal(lines.filter(({ action }) => action === 'author.link').length, identitiesMax - 1)
})

test('members who link and unlink at once end in whole groups, whatever came first', async () => {
  const { says, link, unlink, groups, persons, rows, tess, ctx } = await house()
  const ids: string[] = []
  for (const handle of ['a', 'b', 'c', 'd', 'e', 'f']) ids.push(await says({ handle }))
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = ids
  await Promise.all([link(a, b), link(b, c, tess), link(c, a), link(d, e, tess), link(e, f), link(f, d, tess)])
  assert.deepEqual(await groups(), [
    [a, b, c],
    [d, e, f],
  ])
  const done = await Promise.allSettled([link(a, d), link(f, c, tess), unlink(a, [b]), unlink(b, [b], tess)])
  assert.ok(
    done.every((one) => one.status === 'fulfilled' || ['taken', 'bad_input'].includes(one.reason.code)),
    'nobody waits for each other for ever',
  )
  const after = await groups()
  assert.equal((await persons()).length, after.length, 'no person without identities')
  assert.ok(
    after.every((group) => group.length > 1),
    'no person of one',
  )
  assert.ok((await rows()).every((row) => (row.personId === null) === (row.linkedAt === null)))
  await Promise.allSettled([
    markAuthor(ctx, { id: a, mark: 'vip', after: followMark(ctx) }),
    link(a, b),
    unlink(d, [d], tess),
  ])
})

test('who is linked no more is not unlinked again; an observer links nobody; another workspace has none of them', async () => {
  const { ctx, says, link, unlink, olga } = await house()
  const elsewhere = await house()
  const [a, b] = [await says({ handle: 'anneke' }), await says({ handle: 'b' })]
  const theirs = await elsewhere.says({ handle: 'theirs' })
  await assert.rejects(link(a, b, olga), { code: 'not_allowed' })
  await assert.rejects(link(a, theirs), { code: 'not_found' })
  await assert.rejects(link(theirs, a, elsewhere.ctx), { code: 'not_found' })
  await link(a, b)
  await assert.rejects(unlink(a, [a, b]), { code: 'bad_input' })
  await assert.rejects(elsewhere.unlink(a, [b]), { code: 'not_found' })
  await unlink(a, [b])
  await assert.rejects(unlink(a, [b]), { code: 'taken' })
  assert.equal((await findAuthors(ctx, { words: 'anneke' })).length, 1)
  assert.deepEqual(await findAuthors(elsewhere.ctx, { words: 'anneke' }), [])
  assert.equal((await readPerson(ctx, a)).identities.length, 1)
})

test('suggested with the reason: the same handle, the same whole name, an address in the profile; only from another network', async () => {
  const { ctx, says } = await house()
  const address = 'https://forum.example/@marieke'
  const asked = await says({ handle: 'marieke', name: 'Marieke de Vries', url: address })
  const byHandle = await says({ network: 'elders', handle: 'marieke.elders.example', name: 'M.' })
  const byName = await says({ network: 'daar', handle: 'mdv', name: 'marieke de vries' })
  const byLink = await says({ network: 'ginds', handle: 'xyz', bio: 'Ook op www.forum.example/@marieke.' })
  const byAll = await says({ network: 'hier', handle: '@marieke@hier.example', name: 'Marieke de Vries' })
  await says({ handle: 'marieke2', name: 'Marieke de Vries' })
  await says({ network: 'ginds', handle: 'ander', name: 'Marieke' })
  const of = async (id: string) =>
    (await readPerson(ctx, id)).suggestions.map(({ author, reasons }) => [author.id, ...reasons])
  assert.deepEqual(
    (await of(asked)).toSorted(),
    [
      [byHandle, 'handle'],
      [byName, 'name'],
      [byLink, 'link'],
      [byAll, 'handle', 'name'],
    ].toSorted(),
  )
  assert.deepEqual((await of(asked))[0], [byLink, 'link'], 'what they say themselves comes first')
  assert.deepEqual(await of(byLink), [[asked, 'link']], 'from the other side too')
})

test('what is not the same is not suggested again, from neither side, until that is taken back; what is linked neither', async () => {
  const { ctx, says, link } = await house()
  const a = await says({ handle: 'marieke' })
  const b = await says({ network: 'elders', handle: 'marieke' })
  const c = await says({ network: 'daar', handle: 'marieke' })
  const of = async (id: string) => (await readPerson(ctx, id)).suggestions.map(({ author }) => author.id).toSorted()
  assert.deepEqual(await of(a), [b, c].toSorted())
  await sayNotSame(ctx, { id: b, otherId: a, isSaid: true })
  assert.deepEqual([await of(a), await of(b)], [[c], [c]])
  await link(b, c)
  assert.deepEqual(await of(a), [c], 'of their group who was not denied')
  await sayNotSame(ctx, { id: a, otherId: c, isSaid: true })
  assert.deepEqual([await of(a), await of(b)], [[], []])
  await sayNotSame(ctx, { id: a, otherId: c, isSaid: false })
  assert.deepEqual(await of(a), [b, c].toSorted())
})

test('found by hand by name or handle, without who is linked already', async () => {
  const { ctx, says, link } = await house()
  const a = await says({ handle: 'marieke', name: 'Marieke de Vries' })
  const b = await says({ network: 'elders', handle: 'mdvries', name: 'Mevrouw' })
  const c = await says({ network: 'daar', handle: 'jan', name: 'Jan de Vries' })
  const found = async (words: string, exceptId?: string) =>
    (await findAuthors(ctx, { words, exceptId })).map(({ author }) => author.id).toSorted()
  assert.deepEqual(await found('VRIES'), [a, b, c].toSorted())
  await link(a, b)
  assert.deepEqual(await found('vries', a), [c])
  assert.deepEqual(await found('vr'), [])
  assert.deepEqual(
    (await findAuthors(ctx, { words: 'mevrouw' })).map(({ count }) => count),
    [2],
  )
})

test('a mark on one identity weighs in what another has open, is taken away from all, and leaves with whom it was said of', async () => {
  const { ctx, says, link, unlink, saying, rows } = await house()
  const a = await says({ handle: 'a' })
  const b = await says({ network: 'elders', handle: 'b' })
  const risk = async () => (await saying('elders 2')).risk
  const mark = (id: string, said: 'vip' | 'press' | null) => markAuthor(ctx, { id, mark: said, after: followMark(ctx) })
  const plain = await risk()
  await mark(a, 'vip')
  assert.equal(await risk(), plain)
  await link(a, b)
  assert.ok((await risk()) > plain)
  assert.equal((await readPerson(ctx, b)).mark, 'vip')
  await mark(b, 'press')
  assert.equal((await readPerson(ctx, a)).mark, 'press', 'one person has one mark')
  await mark(b, null)
  assert.equal(await risk(), plain)
  await mark(a, 'vip')
  await unlink(a, [b])
  assert.equal(await risk(), plain)
  assert.deepEqual(
    (await rows()).map((row) => [row.id, row.mark]),
    [
      [a, 'vip'],
      [b, null],
    ],
  )
})

test('the policy and the rules ask about the person: who complained under another name comes back, and the mark counts', async () => {
  const { ctx, says, link, saying } = await house()
  const first = await says({ handle: 'marieke' })
  const other = await says({ network: 'elders', handle: 'mdv' })
  const { id } = await saying('elders')
  const asked = async () => {
    const [situation] = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
      readSituations(tx, { workspaceId: ctx.workspaceId, which: sql`c.id = ${id}`, limit: 1 }),
    )
    const [message] = await app.db.inWorkspace(ctx.workspaceId, (tx) =>
      readMessages(tx, { workspaceId: ctx.workspaceId, which: eq(mentions.conversationId, id), asksReturning: true }),
    )
    return [situation?.facts.returning, situation?.facts.signal.includes('press'), message?.facts.isReturning]
  }
  await markAuthor(ctx, { id: first, mark: 'press', after: followMark(ctx) })
  assert.deepEqual(await asked(), [false, false, false])
  await link(other, first)
  assert.deepEqual(await asked(), [true, true, true])
})
