import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { type FakeJetstream, openFakeJetstream } from '#testing/fake-jetstream.ts'
import { atTheEnd } from './house.part.ts'
import { makeCorpus } from './match.corpus.ts'
import { brand, until, type Visitor } from './visitor.part.ts'

/** A network on loopback: everything that is said, and who says it. */
export type Network = {
  jetstream: FakeJetstream
  /** A source of this network. */
  settings: { endpoints: string[]; appview: string }
  /** Says one post; with a number it is one about us, and carries it. Returns when it was said. */
  say(about?: number): number
}

/** So far away is the server that knows the names of authors. */
const profileDelayMs = 80
const authorsCount = 2_000
const textsCount = 3_000

export async function openNetwork(): Promise<Network> {
  const jetstream = await openFakeJetstream()
  atTheEnd(() => jetstream.close())
  const appview = await openAppview()
  const texts = makeCorpus({ posts: textsCount, queries: 0, seed: 7 }).posts.map((post) => post.text)
  let said = 0
  return {
    jetstream,
    settings: { endpoints: [jetstream.v1Url], appview },
    say(about) {
      said += 1
      const text = texts[said % textsCount] ?? ''
      const atMs = Date.now()
      jetstream.post({
        did: `did:plc:author${(said * 7_919) % authorsCount}`,
        text: about === undefined ? text : `Seen ${brand} ship ${numberSign(about)} ${text}`.slice(0, 300),
      })
      return atMs
    },
  }
}

/** How a post's number stands in its text, so that it can be found on a screen. */
export function numberSign(number: number): string {
  return `no${String(number).padStart(6, '0')}x`
}

/** Answers like the public appview: 25 profiles a question, after a while. */
async function openAppview(): Promise<string> {
  const server = createServer(async (request, response) => {
    const dids = new URL(request.url ?? '/', 'http://host').searchParams.getAll('actors')
    await pause(profileDelayMs)
    const profiles = dids.map((did) => ({ did, handle: `${did.slice(8)}.example.org`, displayName: did.slice(8) }))
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ profiles }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  atTheEnd(async () => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** One topic, one source, and no promises, so that what is newest stands on top of the list. */
export async function listenTo(network: Network, visitor: Visitor): Promise<void> {
  await visitor.ask('PATCH /api/workspace', {
    body: { brands: [brand], promiseMinutes: { '0': null, '1': null, '2': null, '3': null } },
  })
  await visitor.ask('POST /api/topics', { body: { name: brand, query: brand } })
  await visitor.ask('POST /api/sources', {
    body: { connector: 'bluesky', name: 'The network', settings: { ...network.settings, languages: [] } },
  })
  await until(() => network.jetstream.subscribers() > 0, 20_000, 'the product listens to the network')
}
