import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { minute } from '#base/clock.ts'
import { audit } from '#db/tables/team.ts'
import { memberOf } from '#team/context.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'
import { readPerson } from './read-person.ts'
import { changePersonNote, personNotesMax, removePersonNote, writePersonNote } from './write-person-note.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })

async function house() {
  const here = await intakeHouse(app, { noor: 'owner', tess: 'member', bram: 'member', olga: 'observer' })
  await here.hear({ text: 'Zilvermeeuw, waar is mijn koffer?', nativeId: 'one' })
  const authorId = present((await here.rows())[0]?.author, 'who wrote').id
  const texts = async () => (await readPerson(here.ctx, authorId)).personNotes.map(({ text }) => text)
  return { ...here, authorId, texts, tess: here.as('tess'), bram: here.as('bram'), olga: here.as('olga') }
}

test('notes on a person stand newest first, with who wrote them and when they were changed', async () => {
  const { tess, bram, authorId } = await house()
  const first = await writePersonNote(tess, { authorId, text: 'Belt liever.' })
  app.clock.advance(minute)
  await writePersonNote(bram, { authorId, text: 'Reist met een hond.' })
  app.clock.advance(minute)
  await changePersonNote(tess, { id: first, text: 'Mailt liever.' })
  const { personNotes } = await readPerson(bram, authorId)
  assert.deepEqual(
    personNotes.map(({ text, changedAt }) => [text, changedAt !== null]),
    [
      ['Reist met een hond.', false],
      ['Mailt liever.', true],
    ],
  )
})

test('other words stand under the name of who wrote those; what is removed is gone; an observer writes none', async () => {
  const { tess, bram, olga, ctx, authorId, texts } = await house()
  const id = await writePersonNote(tess, { authorId, text: 'Belt liever.' })
  await changePersonNote(bram, { id, text: 'Mailt liever.' })
  const [note] = (await readPerson(ctx, authorId)).personNotes
  assert.deepEqual([note?.text, note?.by.id], ['Mailt liever.', memberOf(bram).id])
  await assert.rejects(writePersonNote(olga, { authorId, text: 'Ik kijk maar' }), { code: 'not_allowed' })
  await assert.rejects(removePersonNote(olga, id), { code: 'not_allowed' })
  await removePersonNote(tess, id)
  assert.deepEqual(await texts(), [])
  await assert.rejects(removePersonNote(ctx, id), { code: 'not_found' })
})

test('what was done is on record, and never the words', async () => {
  const { tess, ctx, authorId } = await house()
  const id = await writePersonNote(tess, { authorId, text: 'Wobbelwoord' })
  await removePersonNote(tess, id)
  const lines = await app.db.asSystem((tx) => tx.select().from(audit).where(eq(audit.subjectId, id)))
  assert.deepEqual(
    lines.map(({ action }) => action),
    ['person_note.write', 'person_note.remove'],
  )
  assert.ok(
    lines.every(
      ({ details, workspaceId }) => workspaceId === ctx.workspaceId && !JSON.stringify(details).includes('Wobbel'),
    ),
  )
})

test('another workspace neither writes nor finds them, and a person has a limit of notes', async () => {
  const { tess, authorId, texts } = await house()
  const elsewhere = await house()
  await assert.rejects(writePersonNote(elsewhere.ctx, { authorId, text: 'Van elders' }), { code: 'not_found' })
  const id = await writePersonNote(tess, { authorId, text: 'Hier' })
  await assert.rejects(removePersonNote(elsewhere.ctx, id), { code: 'not_found' })
  for (let at = 1; at < personNotesMax; at += 1) await writePersonNote(tess, { authorId, text: `Nog een ${at}` })
  await assert.rejects(writePersonNote(tess, { authorId, text: 'Te veel' }), { code: 'bad_input' })
  assert.equal((await texts()).length, personNotesMax)
})
