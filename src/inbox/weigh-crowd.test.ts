import assert from 'node:assert/strict'
import { test } from 'node:test'
import { intakeHouse } from '#testing/intake-house.ts'
import { scriptedNetwork } from '#testing/script-connector.ts'
import { testApp } from '#testing/test-app.ts'

const app = await testApp({ connectors: [scriptedNetwork().connector] })
const by = (handle: string) => ({ author: { nativeId: handle, handle, name: handle } })

test('a crisis with more replies than are weighed stays one', async () => {
  const { hear, rows } = await intakeHouse(app)
  await hear({ text: 'Rook uit de cabine van Zilvermeeuw, mensen gewond, brandweer is onderweg', nativeId: 'fire' })
  const reply = { parentId: 'fire', rootId: 'fire' }
  for (let at = 0; at < 25; at += 1) {
    app.clock.advance(30_000)
    await hear({ text: `Sterkte daar allemaal bij Zilvermeeuw ${at}`, ...reply, ...by(`reader${at}`) })
  }
  const [first] = await rows()
  assert.deepEqual([first?.row.messageCount, first?.row.riskLevel], [26, 3])
})

test('ears that hear the same posts in another order, and something new beside them, do not wait for each other', async () => {
  const { ear } = await intakeHouse(app)
  const [one, two] = [await ear(), await ear()]
  const known = Array.from({ length: 30 }, (_, at) => ({
    text: `Zilvermeeuw nieuws nummer ${at} over vlucht ${at * 7}`,
    nativeId: `flight${at}`,
    ...by(`author${at}`),
  }))
  await one(...known)
  const newIn = (round: number) => {
    const thread = `flight${(round * 7) % known.length}`
    return { text: `Zilvermeeuw en nog iets ${round}`, parentId: thread, rootId: thread, ...by(`reader${round}`) }
  }
  const heard = await Promise.allSettled(
    Array.from({ length: 24 }, (_, round) => {
      const counted = known.map((post) => ({ ...post, likes: 10 + round }))
      const ordered = round % 2 === 0 ? counted : counted.toReversed()
      const posts = round % 3 === 0 ? [newIn(round), ...ordered] : ordered
      return round % 2 === 0 ? one(...posts) : two(...posts)
    }),
  )
  const failed = heard.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []))
  assert.deepEqual(failed, [])
})
