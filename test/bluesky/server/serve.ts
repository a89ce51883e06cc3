/**
 * A whole Bluesky network in one process, on loopback: PLC directory, PDS, our Jetstream, and with `--postgres` the appview too
 * (it holds notifications and profiles). It prints one line of JSON with the addresses and ends when its standard input ends.
 * It is a process of its own because these packages bring their own `pg`, `undici` and logging, which are not the product's.
 */

import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createServer, Server } from 'node:net'
import { mockNetworkUtilities, TestBsky, TestBsync, TestPds, TestPlc } from '@atproto/dev-env'
import { openJetstream } from './jetstream.ts'

listenOnLoopbackOnly()
const postgresUrl = process.argv.find((word) => word.startsWith('--postgres='))?.slice('--postgres='.length)
const started = performance.now()

const plc = await TestPlc.create({})
const pdsPort = await freePort()
const appview = postgresUrl ? await openAppview(postgresUrl, plc.url, pdsPort) : undefined
const pds = await TestPds.create({
  port: pdsPort,
  didPlcUrl: plc.url,
  ...(appview && { bskyAppViewUrl: appview.bsky.url, bskyAppViewDid: appview.bsky.ctx.cfg.serverDid }),
})
mockNetworkUtilities(pds, appview?.bsky)
const jetstream = await openJetstream(pds.url)
const control = await openControl()

console.log(
  JSON.stringify({
    pdsUrl: pds.url,
    plcUrl: plc.url,
    appviewUrl: appview?.bsky.url,
    jetstreamUrl: jetstream.url,
    controlUrl: control.url,
    startedMs: Math.round(performance.now() - started),
  }),
)

process.stdin.resume()
process.stdin.once('end', () => void stop())
process.once('SIGTERM', () => void stop())

async function stop(): Promise<void> {
  // A part that hangs while closing must not keep a test run alive.
  setTimeout(() => process.exit(0), 3_000).unref()
  await jetstream.close()
  control.server.close()
  await appview?.bsky.close()
  await appview?.bsync.close()
  await pds.close()
  await plc.close()
  process.exit(0)
}

async function openAppview(
  url: string,
  plcUrl: string,
  repoPort: number,
): Promise<{ bsky: TestBsky; bsync: TestBsync }> {
  const bsync = await TestBsync.create({ apiKeys: ['bsync-api-key'], dbUrl: url, dbSchema: 'bsync' })
  const bsky = await TestBsky.create({
    plcUrl,
    pdsPort: repoPort,
    bsyncApiKey: 'bsync-api-key',
    bsyncUrl: bsync.url,
    repoProvider: `ws://localhost:${repoPort}`,
    dbPostgresUrl: url,
    dbPostgresSchema: 'appview',
    modServiceDid: 'did:example:moderation',
    labelsFromIssuerDids: [],
  } as never)
  bsync.ctx.dataplaneClients = [bsky.ctx.dataplane]
  return { bsky, bsync }
}

/** `POST /settle` answers when everything said so far has reached the appview, so that tests need not sleep. */
async function openControl(): Promise<{ url: string; server: ReturnType<typeof createHttpServer> }> {
  const server = createHttpServer((request, response) => {
    if (request.method !== 'POST' || request.url !== '/settle') return void response.writeHead(404).end()
    settle().then(
      () => response.writeHead(204).end(),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server }
}

async function settle(): Promise<void> {
  await pds.processAll()
  if (!appview) return
  const last = await pds.ctx.sequencer.curr()
  const triesMax = 1_000
  for (let tries = 0; tries < triesMax; tries += 1) {
    await appview.bsky.sub.processAll()
    const cursor = await appview.bsky.sub.getCursor()
    if (last === null || (cursor !== undefined && cursor >= last)) return
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  throw new Error(`the appview did not reach ${last}`)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => probe.close(resolve))
  return port
}

/** The servers of the packages listen on every address when given a port only; a test opens nothing to the outside. */
function listenOnLoopbackOnly(): void {
  const listen = Server.prototype.listen as (...words: unknown[]) => Server
  Server.prototype.listen = function (this: Server, ...words: unknown[]): Server {
    const [first, second, ...rest] = words
    if (typeof first === 'number' && typeof second !== 'string')
      return listen.call(this, first, 'localhost', second, ...rest)
    if (isAddress(first)) return listen.call(this, { ...first, host: 'localhost' }, second, ...rest)
    return listen.apply(this, words)
  } as typeof Server.prototype.listen
}

function isAddress(word: unknown): word is { port: number } {
  return typeof word === 'object' && word !== null && 'port' in word && !('host' in word)
}
