import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AtpAgent, RichText } from '@atproto/api'
import { onServer, openTestCluster, urlOfDatabase } from '#testing/test-cluster.ts'

const serverFolder = new URL('./server/', import.meta.url)
const startWithinMs = 60_000
const collection = 'app.bsky.feed.post'

export type BlueskyNetwork = {
  pdsUrl: string
  /** Absent when the network was opened without an appview: then there are no notifications, threads and profiles. */
  appviewUrl: string | undefined
  jetstreamUrl: string
  /** How long the servers took to start. */
  startedMs: number
  /** What a Bluesky source of the product needs to listen here. Every address is on loopback. */
  settings: { endpoints: string[]; appview: string; languages: string[] }
  /** For the guarded fetch's allow-list. */
  hosts: string[]
  createAccount: (name: string) => Promise<BlueskyPerson>
  /** The record as the PDS keeps it, or undefined when there is none. */
  readRecord: (uri: string) => Promise<Record<string, unknown> | undefined>
  /** All answers below a post, as the appview shows them to the public. */
  readThread: (uri: string) => Promise<ThreadAnswer[]>
  /** Resolves when all that was said has reached the appview. */
  settle: () => Promise<void>
  close: () => Promise<void>
}
export type BlueskyPerson = {
  did: string
  handle: string
  /** An app password, made as a person would make it. */
  appPassword: string
  credentials: { service: string; identifier: string; appPassword: string }
  post: (text: string, inReplyTo?: StrongRef & { root?: StrongRef }) => Promise<StrongRef>
  remove: (uri: string) => Promise<void>
  posts: () => Promise<{ uri: string; value: Record<string, unknown> }[]>
}
export type StrongRef = { uri: string; cid: string }
export type ThreadAnswer = { uri: string; text: string; handle: string; parentUri: string }

export function isBlueskyInstalled(): boolean {
  return existsSync(new URL('node_modules/@atproto/dev-env/package.json', serverFolder))
}

/** Starts a real network on loopback. The appview needs PostgreSQL and gets a database of its own on the run's server. */
export async function openBlueskyNetwork(options: { withAppview?: boolean } = {}): Promise<BlueskyNetwork> {
  if (!isBlueskyInstalled())
    throw new Error('the Bluesky servers are not installed: run `node test/bluesky/setup.mjs` first')
  const database = options.withAppview === false ? undefined : await openAppviewDatabase()
  const folder = await mkdtemp(join(tmpdir(), 'wederhoor-bluesky-'))
  const child = spawnServers({ folder, postgresUrl: database?.url })
  const at = await addressesFrom(child)
  return {
    ...at,
    settings: { endpoints: [at.jetstreamUrl], appview: at.appviewUrl ?? at.pdsUrl, languages: [] },
    hosts: [at.pdsUrl, at.appviewUrl, at.jetstreamUrl].flatMap((url) => (url ? [new URL(url).hostname] : [])),
    createAccount: (name) => createAccount(at.pdsUrl, name),
    readRecord: (uri) => readRecord(at.pdsUrl, uri),
    readThread: (uri) => readThread(at.appviewUrl, uri),
    settle: async () => {
      const settled = await fetch(`${at.controlUrl}/settle`, { method: 'POST' })
      if (!settled.ok) throw new Error(await settled.text())
    },
    close: async () => {
      await stopServers(child)
      await database?.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

type Addresses = {
  pdsUrl: string
  appviewUrl: string | undefined
  jetstreamUrl: string
  controlUrl: string
  startedMs: number
}

async function openAppviewDatabase(): Promise<{ url: string; close: () => Promise<void> }> {
  const cluster = await openTestCluster()
  const name = `bluesky_${randomBytes(6).toString('hex')}`
  await onServer(cluster.url, [`create database ${name} template template1`])
  return {
    url: urlOfDatabase(cluster.url, name),
    close: async () => {
      await onServer(cluster.url, [`drop database if exists ${name} with (force)`])
      await cluster.close()
    },
  }
}

/** What the servers write they write below `folder`, which goes with them. They end by themselves when this process does. */
function spawnServers({ folder, postgresUrl }: { folder: string; postgresUrl: string | undefined }): ChildProcess {
  const serve = fileURLToPath(new URL('serve.ts', serverFolder))
  return spawn(process.execPath, ['--no-deprecation', serve, ...(postgresUrl ? [`--postgres=${postgresUrl}`] : [])], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: folder, LOG_ENABLED: 'false', NODE_ENV: 'test' },
  })
}

/** The servers say one line of JSON when all of them stand. Whatever they log before is not ours. */
function addressesFrom(child: ChildProcess): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      reject(new Error(`the Bluesky servers did not start within ${startWithinMs} ms`))
    }, startWithinMs)
    let text = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      const line = text.split('\n').find((each) => each.startsWith('{"pdsUrl"') && each.endsWith('}'))
      if (!line) return
      clearTimeout(timer)
      resolve(JSON.parse(line))
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`the Bluesky servers ended with code ${code} before they stood`))
    })
  })
}

function stopServers(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.stdin?.end()
  })
}

async function createAccount(service: string, name: string): Promise<BlueskyPerson> {
  const agent = new AtpAgent({ service })
  const handle = `${name}.test`
  await agent.createAccount({ handle, email: `${name}@example.test`, password: randomBytes(12).toString('hex') })
  const did = agent.assertDid
  await agent.com.atproto.repo.putRecord({
    repo: did,
    collection: 'app.bsky.actor.profile',
    rkey: 'self',
    record: { $type: 'app.bsky.actor.profile', displayName: capitalised(name), description: `I am ${name}.` },
  })
  const made = await agent.com.atproto.server.createAppPassword({ name: 'wederhoor' })
  const appPassword = made.data.password
  return {
    did,
    handle,
    appPassword,
    credentials: { service, identifier: handle, appPassword },
    post: async (text, inReplyTo) => {
      const rich = new RichText({ text })
      await rich.detectFacets(agent)
      const parent = inReplyTo && { uri: inReplyTo.uri, cid: inReplyTo.cid }
      const said = await agent.post({
        text,
        facets: rich.facets,
        langs: ['en'],
        ...(parent && { reply: { root: inReplyTo.root ?? parent, parent } }),
      })
      return { uri: said.uri, cid: said.cid }
    },
    remove: async (uri) => agent.deletePost(uri),
    posts: async () => {
      const { data } = await agent.com.atproto.repo.listRecords({ repo: did, collection, limit: 100 })
      return data.records.map(({ uri, value }) => ({ uri, value }))
    },
  }
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}

async function readRecord(pdsUrl: string, uri: string): Promise<Record<string, unknown> | undefined> {
  const [repo = '', nsid = '', rkey = ''] = uri.replace('at://', '').split('/')
  const query = new URLSearchParams({ repo, collection: nsid, rkey })
  const answer = await fetch(`${pdsUrl}/xrpc/com.atproto.repo.getRecord?${query}`)
  if (!answer.ok) return undefined
  const { value } = (await answer.json()) as { value: Record<string, unknown> }
  return value
}

type Thread = { post?: { uri: string; author: { handle: string }; record: { text: string } }; replies?: Thread[] }

async function readThread(appviewUrl: string | undefined, uri: string): Promise<ThreadAnswer[]> {
  if (!appviewUrl) throw new Error('this network was opened without an appview')
  const answer = await fetch(`${appviewUrl}/xrpc/app.bsky.feed.getPostThread?${new URLSearchParams({ uri })}`)
  if (!answer.ok) throw new Error(`getPostThread answered ${answer.status}: ${await answer.text()}`)
  const { thread } = (await answer.json()) as { thread: Thread }
  return answersBelow(thread)
}

function answersBelow({ post, replies = [] }: Thread): ThreadAnswer[] {
  return replies.flatMap((each) => {
    const below = answersBelow(each)
    if (!each.post || !post) return below
    const { uri, author, record } = each.post
    return [{ uri, text: record.text, handle: author.handle, parentUri: post.uri }, ...below]
  })
}
