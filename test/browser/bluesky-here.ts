import { fakeAppview, fakeService, openFakeBluesky } from '#testing/fake-bluesky.ts'
import { openFakeJetstream, type PostToSay, type SaidPost } from '#testing/fake-jetstream.ts'
import type { TapedAnswer, TapedRequest } from '#testing/tape.ts'
import type { Hosts } from './internet.ts'
import { type Afterwards, lastFirst } from './last-first.ts'
import { openLoopbackServer } from './loopback-server.ts'
import { picture } from './picture.ts'

const collection = 'app.bsky.feed.post'
const jetstreams = ['us-east', 'us-west'].flatMap((place) => [1, 2].map((n) => `jetstream${n}.${place}.bsky.network`))
const originByHost = new Map([
  ['bsky.social', fakeService],
  ['public.api.bsky.app', fakeAppview],
])
export type Profile = { handle: string; displayName: string; description?: string; followersCount?: number }
export type BlueskyHere = {
  /** All the public addresses of Bluesky, answered on this machine. */
  hosts: Hosts
  /** What somebody with an account here types into the form. */
  credentials: { service: string; identifier: string; appPassword: string }
  post: (post: PostToSay & { by?: Profile; langs?: string[] }) => SaidPost
  /** Said before anybody listened: only who searches finds it. */
  saidBefore: (post: { text: string; by: Profile; at: Date; langs?: string[] }) => void
  remove: (uri: string) => void
  /** Whoever begins to listen now hears nothing of before. */
  forget: () => void
  /** Texts that our own account has standing under a post. */
  answersTo: (uri: string) => string[]
  /** Resolves when somebody listens. */
  whenHeard: () => Promise<void>
}

/** The whole of Bluesky as far as we use it, on loopback: what our account writes is said on the stream again, as on the real one. */
export async function openBlueskyHere(t: Afterwards): Promise<BlueskyHere> {
  const jetstream = await openFakeJetstream()
  lastFirst(t, jetstream.close)
  const past: unknown[] = []
  const pds = openFakeBluesky({ posts: past })
  const profiles = new Map<string, Profile & { did: string; avatar: string }>()
  const port = await openLoopbackServer(t, answer)

  async function answer(request: TapedRequest): Promise<TapedAnswer | undefined> {
    const { host, pathname, search, searchParams } = new URL(request.url)
    const origin = originByHost.get(host)
    if (origin === undefined) return { headers: { 'content-type': 'image/png' }, body: picture }
    const known = pathname.endsWith('.getProfiles') ? profilesOf(searchParams.getAll('actors')) : undefined
    if (known) return known
    const given = await pds.tape({ ...request, url: origin + pathname + search })
    if (request.method === 'POST' && isFine(given)) sayAgain(pathname, JSON.parse(request.body || '{}'))
    return given
  }

  function profilesOf(dids: string[]): TapedAnswer | undefined {
    const named = dids.flatMap((did) => profiles.get(did) ?? [])
    return named.length === dids.length ? { body: { profiles: named } } : undefined
  }

  /** The network tells everybody what our account did, us too. */
  function sayAgain(path: string, body: { repo?: string; collection?: string; rkey?: string; record?: object }): void {
    const { repo = '', rkey = '', record } = body
    if (body.collection !== collection) return
    if (path.endsWith('.putRecord')) jetstream.post({ did: repo, rkey, record: { ...record } })
    if (path.endsWith('.deleteRecord')) jetstream.remove(`at://${repo}/${collection}/${rkey}`)
  }

  return {
    hosts: Object.fromEntries([
      ...jetstreams.map((host) => [host, Number(new URL(jetstream.url).port)]),
      ...[...originByHost.keys(), 'cdn.bsky.app', 'cdn.example'].map((host) => [host, port]),
    ]),
    credentials: { service: 'https://bsky.social', identifier: 'acme.example', appPassword: 'good-password' },
    post: ({ by, langs = ['en'], ...said }) => {
      const did = by ? `did:plc:${by.handle.replaceAll('.', '-')}` : 'did:plc:speaker'
      if (by) profiles.set(did, { ...by, did, avatar: `https://cdn.bsky.app/img/avatar/plain/${did}/face@jpeg` })
      const createdAt = new Date().toISOString()
      const record = said.record ?? { $type: collection, text: said.text ?? '', createdAt, langs }
      return jetstream.post({ did, ...said, record })
    },
    saidBefore: ({ text, by, at, langs = ['nl'] }) => {
      const did = `did:plc:${by.handle.replaceAll('.', '-')}`
      const indexedAt = at.toISOString()
      const record = { $type: collection, text, createdAt: indexedAt, langs }
      const uri = `at://${did}/${collection}/past${past.length}`
      past.push({ uri, cid: `bafyreipast${past.length}`, author: { did, ...by }, record, indexedAt })
    },
    remove: (uri) => void jetstream.remove(uri),
    forget: () => jetstream.forgetBefore((Date.now() + 1_000) * 1_000),
    answersTo: (uri) => [...pds.records.values()].flatMap((record) => answerTo(uri, record)),
    whenHeard: () => jetstream.whenSubscribed(),
  }
}

function answerTo(uri: string, record: { text?: string; reply?: { parent?: { uri?: string } } }): string[] {
  return record.reply?.parent?.uri === uri ? [record.text ?? ''] : []
}

function isFine(given: TapedAnswer | undefined): boolean {
  return typeof given === 'object' && !('fails' in given) && (given.status ?? 200) < 300
}
