import assert from 'node:assert/strict'
import type { PostRef } from '#domain/connector.ts'
import type { Trial } from './connector-trial.ts'
import { always, type Tape, type TapedAnswer } from './tape.ts'

/** A reply stands once, is found again, and can be taken back. */
export async function standsOnce<Settings, Credentials>(run: Trial<Settings, Credentials>): Promise<void> {
  const { reply } = run.connector
  const { sends } = run.trial
  assert.ok(reply && sends)
  const fake = sends.open()
  const network = run.open(fake)
  const ask = run.sendAsk(network.clock.now())
  if (reply.find) assert.deepEqual(await reply.find(network.context(), ask), { kind: 'not-found' })
  assert.equal(fake.stands(), 0, 'looking changes nothing')
  const sent = await reply.send(network.context(), ask)
  assert.ok(sent.kind === 'sent', JSON.stringify(sent))
  assert.equal(fake.stands(), 1)
  if (reply.find) {
    network.clock.advance(reply.visibleWithinMs)
    const found = await reply.find(network.context(), ask)
    assert.ok(found.kind === 'found', 'our own reply is found')
    assert.deepEqual([found.nativeId, found.url], [sent.nativeId, sent.url])
  }
  if (reply.recovery === 'key') {
    const again = await reply.send(network.context(), ask)
    assert.ok(again.kind === 'sent' && again.nativeId === sent.nativeId, JSON.stringify(again))
    assert.equal(fake.stands(), 1, 'the same key never posts twice')
  }
  assert.deepEqual(network.outside, [])
  if (!reply.remove) return
  const post = { nativeId: sent.nativeId, url: sent.url, ref: sent.ref as PostRef['ref'] }
  assert.deepEqual(await reply.remove(network.context(), { ...run.speaker(), post }), { kind: 'acted' })
  assert.equal(fake.stands(), 0, 'our own reply can be taken back')
}

/** Where a second attempt would post twice, only "it was surely not sent" may be a failure; all else is unknown and throws. */
export async function neverGuesses<Settings, Credentials>(run: Trial<Settings, Credentials>): Promise<void> {
  const { reply } = run.connector
  const answers: TapedAnswer[] = [
    { status: 500, body: '' },
    { status: 504, body: '' },
    { fails: 'too-slow' },
    { fails: 'no-connection' },
  ]
  for (const answer of answers) {
    // Reading is fine, so that the trouble is surely with the sending.
    const fake = run.trial.sends?.open()
    const tape: Tape = (request) => (request.method === 'GET' ? fake?.tape(request) : answer)
    const network = run.open({ tape })
    const outcome = await reply
      ?.send(network.context(), run.sendAsk(network.clock.now()))
      .catch(() => 'unknown' as const)
    const isUnknown = outcome === 'unknown'
    if (reply?.recovery !== 'key')
      assert.ok(isUnknown, `send on ${JSON.stringify(answer)} claims to know: ${JSON.stringify(outcome)}`)
    else assert.ok(isUnknown || outcome?.kind === 'retry', JSON.stringify(outcome))
  }
  const kinds: [TapedAnswer, string][] = [
    [{ status: 429, body: {} }, 'wait'],
    [{ status: 401, body: {} }, 'reconnect'],
    [{ status: 422, body: {} }, 'refused'],
  ]
  for (const [answer, kind] of kinds) {
    const network = run.open({ tape: always(answer) })
    assert.equal((await reply?.send(network.context(), run.sendAsk(network.clock.now())))?.kind, kind)
  }
}
