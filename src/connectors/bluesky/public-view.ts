import { z } from 'zod'
import type { ConnectorContext, Failure, Filled, PostRef, Rechecked } from '#domain/connector.ts'
import type { Post, PostAuthor } from '#domain/post.ts'
import { failureOf, failureOfLine, unreadableAnswer } from './failure.ts'

/** The network's own limit of `app.bsky.actor.getProfiles`. */
const profilesMax = 25
const knownMax = 5_000
const knownMs = 60 * 60_000

/** Anything of a profile may be missing or odd; the id may not. */
const profileSchema = z.object({
  did: z.string(),
  handle: z.string().catch(''),
  displayName: z.string().catch(''),
  description: z.string().optional().catch(undefined),
  avatar: z
    .url({ protocol: /^https?$/ })
    .optional()
    .catch(undefined),
  followersCount: z.int().nonnegative().optional().catch(undefined),
})
const profilesSchema = z.object({ profiles: z.array(z.unknown()) })
const postsSchema = z.object({ posts: z.array(z.looseObject({ uri: z.string() })) })

type Known = { author: PostAuthor; atMs: number }
/** Authors asked for lately, per appview: who complains once often does so again within the hour. */
const knownByAppview = new Map<string, Map<string, Known>>()

/** Handles, names and pictures from the public appview, which asks for no login: 25 authors a request. */
export async function fillAuthors(
  context: ConnectorContext,
  { settings, posts }: { settings: { appview: string }; posts: readonly Post[] },
): Promise<Filled | Failure> {
  const known = knownByAppview.get(settings.appview) ?? new Map<string, Known>()
  knownByAppview.set(settings.appview, known)
  const nowMs = context.now().getTime()
  const unknown = new Set<string>()
  for (const { author } of posts) {
    const isFresh = nowMs - (known.get(author.nativeId)?.atMs ?? Number.NEGATIVE_INFINITY) < knownMs
    if (author.handle === '' && !isFresh) unknown.add(author.nativeId)
  }
  const dids = [...unknown]
  for (let at = 0; at < dids.length; at += profilesMax) {
    const failure = await ask(context, { appview: settings.appview, dids: dids.slice(at, at + profilesMax), known })
    if (failure) return failure
  }
  return {
    kind: 'filled',
    posts: posts.map((post) =>
      post.author.handle === '' ? { ...post, author: known.get(post.author.nativeId)?.author ?? post.author } : post,
    ),
  }
}

/** Whether names can be looked up there at all. Nobody needs to exist for it: an unknown id gives an empty list. */
export async function checkAppview(
  context: ConnectorContext,
  { appview }: { appview: string },
): Promise<Failure | undefined> {
  return ask(context, { appview, dids: ['did:plc:z72i7hdynmk6r22z27h6tvur'], known: new Map() })
}

/** Posts that the appview no longer shows were removed, by their author or by the network. */
export async function recheck(
  context: ConnectorContext,
  { settings, post }: { settings: { appview: string }; post: PostRef },
): Promise<Rechecked | Failure> {
  const answer = await read(
    context,
    `${settings.appview}/xrpc/app.bsky.feed.getPosts?${new URLSearchParams({ uris: post.nativeId })}`,
  )
  if (answer.kind !== 'read') return answer
  const parsed = postsSchema.safeParse(answer.json)
  if (!parsed.success) return unreadableAnswer
  return { kind: parsed.data.posts.some(({ uri }) => uri === post.nativeId) ? 'stands' : 'removed' }
}

export function authorFromProfile(profile: unknown): PostAuthor | undefined {
  const parsed = profileSchema.safeParse(profile)
  if (!parsed.success) return undefined
  const { did, handle, displayName, description, avatar, followersCount } = parsed.data
  return {
    nativeId: did,
    handle: handle === 'handle.invalid' ? '' : handle.slice(0, 512),
    name: displayName.slice(0, 640),
    url: `https://bsky.app/profile/${did}`,
    avatarUrl: avatar,
    bio: description?.slice(0, 10_000),
    followers: followersCount,
  }
}

type Question = { appview: string; dids: readonly string[]; known: Map<string, Known> }

async function ask(context: ConnectorContext, { appview, dids, known }: Question): Promise<Failure | undefined> {
  const query = new URLSearchParams(dids.map((did) => ['actors', did]))
  const answer = await read(context, `${appview}/xrpc/app.bsky.actor.getProfiles?${query}`)
  if (answer.kind !== 'read') return answer
  const parsed = profilesSchema.safeParse(answer.json)
  if (!parsed.success) return unreadableAnswer
  const atMs = context.now().getTime()
  for (const profile of parsed.data.profiles) {
    const author = authorFromProfile(profile)
    if (author) known.set(author.nativeId, { author, atMs })
  }
  // Maps keep the order of arrival: the oldest go first.
  for (const did of known.keys()) {
    if (known.size <= knownMax) break
    known.delete(did)
  }
  return undefined
}

export async function read(context: ConnectorContext, url: string): Promise<{ kind: 'read'; json: unknown } | Failure> {
  try {
    const response = await context.fetch(url, { headers: { accept: 'application/json' }, signal: context.signal })
    if (response.ok) return { kind: 'read', json: await response.json() }
    const { status, headers } = response
    const { error, message } = z
      .object({ error: z.string().catch(''), message: z.string().catch('') })
      .catch({ error: '', message: '' })
      .parse(await response.json().catch(() => ({})))
    return failureOf({ status, code: error, message, headers }, context.now())
  } catch (error) {
    return error instanceof SyntaxError ? unreadableAnswer : failureOfLine(error)
  }
}
