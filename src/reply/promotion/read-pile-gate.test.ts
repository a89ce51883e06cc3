// What the page says of a pile before it is sent is what the server finds when it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GateFinding } from '#domain/promotion/judge-answer.ts'
import { judgePile } from '#domain/promotion/judge-pile.ts'
import { plainPromotion } from '#domain/promotion/promotion-settings.ts'
import { joinStory } from '#inbox/change-story.ts'
import { answerPile, type PileLine } from '#reply/answer-pile.ts'
import { deliveryApp, deliveryHouse } from '#testing/delivery-house.ts'
import { readPileGate } from './read-pile-gate.ts'
import { savePromotion } from './save-promotion.ts'

const app = await deliveryApp()

/** So many who tell of the same, each with the words that the test gives. */
async function crowd(texts: readonly string[]) {
  const house = await deliveryHouse(app, 'key')
  const noor = house.as('noor')
  const lines: PileLine[] = []
  for (const text of texts) {
    const { conversationId, mentionId } = await house.addConversation()
    lines.push({ conversationId, mentionId, accountId: house.accountId, text, version: 0 })
  }
  const [first, ...others] = lines
  for (const { conversationId } of others)
    await joinStory(noor, { id: conversationId, withId: first?.conversationId ?? '' })
  for (const line of lines) line.version = (await house.readConversation(line.conversationId)).version
  return { ...house, noor, lines, id: first?.conversationId ?? '' }
}

const rulesOf = (findings: readonly GateFinding[] = []) => findings.map(({ rule }) => rule)

async function saidAndFound(texts: readonly string[], settings: Partial<typeof plainPromotion> = {}) {
  const house = await crowd(texts)
  await savePromotion(house.noor, { ...plainPromotion, ...settings })
  const { voices, ...ground } = await readPileGate(house.noor, house.id)
  const answers = house.lines.map((line) => ({ ...line, voice: voices[line.accountId] }))
  const said = judgePile(answers, ground)
  const { outcomes } = await answerPile(house.noor, { lines: house.lines, spreadMinutes: 5, thenDo: 'done' })
  const found = outcomes.map((one) =>
    'refused' in one ? rulesOf(one.refused.details.gate as GateFinding[] | undefined) : [],
  )
  return { said: house.lines.map(({ conversationId }) => rulesOf(said.get(conversationId))), found }
}

const offer = 'Sorry voor de vertraging. Bestel nu met 20% korting op je volgende vlucht.'
const news = 'De band op Schiphol is stuk; we laten het hier weten zodra hij draait.'

test('promotions: each reason that stops one is said before it is sent', async () => {
  const { said, found } = await saidAndFound([`${news} (een)`, offer, `${news} (twee)`, `${offer} Groet.`])
  assert.deepEqual(said, found)
  assert.deepEqual(
    found.map((rules) => rules.includes('share')),
    [false, true, false, true],
  )
})

test('those that may go count along for those behind them: of many promotions the third with the same words is one too many', async () => {
  const texts = Array.from({ length: 5 }, (_, at) => `${offer} Tot ziens, groet van nummer ${at}.`)
  const { said, found } = await saidAndFound(texts, { off: ['share', 'undisclosed'], sameThreads: 3 })
  assert.deepEqual(said, found)
  assert.equal(found.filter((rules) => rules.includes('same_text')).length, 3)
})

test('help to who is told of the same stops nowhere', async () => {
  const { said, found } = await saidAndFound(Array.from({ length: 4 }, (_, at) => `${news} (${at})`))
  assert.deepEqual(said, found)
  assert.deepEqual(found, [[], [], [], []])
})
