import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { replies } from '#db/tables/reply.ts'
import { audit } from '#db/tables/team.ts'
import { type HouseStyle, plainHouse } from '#domain/house-style.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { fakeNetworkConnector } from '#testing/fake-network.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { testApp } from '#testing/test-app.ts'
import { answerPile } from './answer-pile.ts'
import { writeReply } from './write-reply.ts'

const forum = fakeNetworkConnector({ id: 'forum', url: '', recovery: 'read-back', visibleWithinMs: second })
const app = await testApp({ connectors: [forum] })

async function scene(given: Partial<HouseStyle>) {
  const house = await replyHouse(app, { network: 'forum', people: { noor: 'owner', sem: 'member' } })
  const accountId = await house.addAccount()
  const { conversationId, mentionId } = await house.addConversation({})
  await changeWorkspace(house.as('noor'), { houseStyle: { ...plainHouse, ...given } })
  const write = (text: string, account: string | null = accountId) =>
    writeReply(house.as('sem'), { conversationId, mentionId, accountId: account, text, thenDo: 'stay', version: 1 })
  const count = () => app.db.asSystem((tx) => tx.$count(replies, eq(replies.workspaceId, house.workspaceId)))
  return { ...house, accountId, conversationId, mentionId, write, count }
}

async function refused(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => assert.fail('it was not refused'),
    (one: unknown) => one,
  )
  assert.ok(error instanceof AppError, String(error))
  return error
}

test('without a rule that stops, every answer goes out', async () => {
  const { write } = await scene({ words: [{ word: 'consument', instead: 'reiziger' }] })
  assert.equal((await write('Hoi, als consument beloof ik dat je geld er morgen is.')).state, 'ready')
})

test('a rule that stops names itself, the words and who set it, and nothing is written', async () => {
  const { write, count, member } = await scene({ words: [{ word: 'consument', instead: '' }], blocks: ['forbidden'] })
  const error = await refused(write('Hoi, als Consument kun je kiezen.'))
  assert.equal(error.code, 'bad_input')
  const { rule, found, setBy, words } = error.details
  assert.deepEqual(
    { rule, found, setBy },
    { rule: 'forbidden', found: 'Consument', setBy: { id: member('noor').id, name: 'noor' } },
  )
  assert.match(error.message, /stops this answer: we do not use this word \(“Consument”\)\. noor set this rule\./u)
  assert.match(JSON.stringify(words), /houdt dit antwoord tegen: dit woord gebruiken we niet/u)
  assert.equal(await count(), 0)
})

test('it holds for an answer that is posted by hand too', async () => {
  const { write } = await scene({ blocks: ['promise'] })
  const error = await refused(write('Hoi, wij garanderen dat je morgen stroom hebt.', null))
  assert.equal(error.details.rule, 'promise')
})

test('a rule that may only advise stops nothing', async () => {
  const { write } = await scene({ blocks: ['private'] })
  assert.equal((await write('Hoi, excuses voor het ongemak met de backoffice.')).state, 'ready')
})

test('the sign-off is asked of the writer', async () => {
  const { write } = await scene({ signOff: '^{initials}', blocks: ['signoff'] })
  assert.equal((await refused(write('Hoi, je koffer is vandaag gevonden.'))).details.rule, 'signoff')
  assert.equal((await write('Hoi, je koffer is vandaag gevonden. ^SB')).state, 'ready')
})

test('of a pile only the answers that the rule speaks against are stopped', async () => {
  const house = await scene({ blocks: ['private'] })
  const other = await house.addConversation({})
  const { accountId } = house
  const pile = await answerPile(house.as('sem'), {
    spreadMinutes: 0,
    thenDo: 'stay',
    lines: [
      {
        conversationId: house.conversationId,
        mentionId: house.mentionId,
        accountId,
        version: 1,
        text: 'Bel 06 12345678',
      },
      {
        conversationId: other.conversationId,
        mentionId: other.mentionId,
        accountId,
        version: 1,
        text: 'We bellen je.',
      },
    ],
  })
  const said = pile.outcomes.map((one) => ('reply' in one ? one.reply.text : one.refused.details.rule))
  assert.deepEqual(said, ['private', 'We bellen je.'])
})

test('who changed the house style is kept in the audit, and members may not', async () => {
  const house = await scene({ blocks: ['private'] })
  const isThis = and(eq(audit.workspaceId, house.workspaceId), eq(audit.action, 'workspace.change'))
  const kept = await app.db.asSystem((tx) => tx.select({ details: audit.details }).from(audit).where(isThis))
  assert.deepEqual(kept.at(-1)?.details, { changed: ['houseStyle'] })
  const error = await refused(changeWorkspace(house.as('sem'), { houseStyle: plainHouse }))
  assert.equal(error.code, 'not_allowed')
})
