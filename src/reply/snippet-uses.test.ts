import assert from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { readSnippets, readSnippetVersions } from '#inbox/snippets/read-snippets.ts'
import { usesOf } from '#inbox/snippets/record-snippet-uses.ts'
import { changeSnippet, createSnippet, removeSnippet } from '#inbox/snippets/save-snippet.ts'
import { suggestSnippets } from '#inbox/snippets/suggest-snippets.ts'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { snippetAsked } from '#testing/snippet-walls.ts'
import { testApp } from '#testing/test-app.ts'
import { writeReply } from './write-reply.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const asked = { ...snippetAsked, expiresAt: null }
const wording = 'Wat vervelend. We zoeken hem.'

async function house() {
  const here = await intakeHouse(app)
  const { ctx } = here
  const id = await createSnippet(ctx, asked)
  const versionId = present((await readSnippets(ctx)).snippets[0], 'just made').versionId
  let count = 0
  const answer = async (text: string, snippets = [{ versionId, wording }]) => {
    count += 1
    const said = `Zilvermeeuw koffer ${count}x weg`
    await here.hear({
      text: said,
      nativeId: `post-${count}`,
      author: { nativeId: `${count}`, handle: `${count}`, name: 'Els' },
    })
    const row = await here.saying(said)
    const given = { conversationId: row.id, mentionId: present(row.latestMentionId, 'heard'), accountId: null, text }
    const reply = await writeReply(ctx, { ...given, thenDo: 'stay', version: row.version, snippets })
    return { reply, conversationId: row.id }
  }
  return { ...here, id, versionId, answer }
}

test('an answer keeps the version it was written with, whatever the snippet says later', async () => {
  const { ctx, id, answer } = await house()
  const { reply } = await answer('Dag Els, wat vervelend. We zoeken hem meteen.')
  await changeSnippet(ctx, { ...asked, wordings: [{ lang: 'nl', network: null, texts: ['Anders.'] }], id, basedOn: 1 })
  const uses = await app.db.inWorkspace(ctx.workspaceId, (tx) => usesOf(tx, reply.id))
  assert.deepEqual(uses, [{ name: 'Koffer kwijt', number: 1, wording }])
  assert.deepEqual(
    (await readSnippetVersions(ctx, id)).map(({ number, uses: count }) => [number, count]),
    [
      [2, 0],
      [1, 1],
    ],
  )
  await assert.rejects(removeSnippet(ctx, id), (error) => error instanceof AppError && error.code === 'taken')
})

test('what was rewritten until little is left is no use; words that are not in the version are refused', async () => {
  const { ctx, versionId, answer } = await house()
  await answer('Iets heel anders nu.')
  assert.equal((await readSnippets(ctx)).snippets[0]?.uses, 0)
  await assert.rejects(answer('x', [{ versionId, wording: 'Niet van ons.' }]), AppError)
  const stranger = await house()
  const { reply } = await answer(wording, [{ versionId: stranger.versionId, wording }])
  const uses = await app.db.inWorkspace(ctx.workspaceId, (tx) => usesOf(tx, reply.id))
  assert.deepEqual(uses, [])
})

test('what nobody filled in is not sent', async () => {
  const { answer } = await house()
  await assert.rejects(answer('Je nummer is {order number}.'), (error) => {
    assert.ok(error instanceof AppError)
    assert.match(error.message, /\{order number\}/u)
    return true
  })
  await answer('Zo schrijf je { dit }.', [])
})

test('the last answers say which wordings they used, and what was answered before is known again', async () => {
  const { ctx, id, answer } = await house()
  await answer(wording)
  await answer('Zonder.', [])
  const { conversationId } = await answer(wording)
  const { recent, snippets } = await suggestSnippets(ctx, conversationId)
  assert.deepEqual(recent.everywhere, [[wording], [], [wording]])
  assert.equal(recent.everywhere.length, recent.here.length)
  assert.equal(snippets[0]?.id, id)
})
