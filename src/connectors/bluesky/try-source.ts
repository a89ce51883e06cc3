import {
  type ConnectorContext,
  type Failure,
  isFailure,
  type PollAsk,
  type Tried,
  type Words,
} from '#domain/connector.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { checkAppview, fillAuthors } from './public-view.ts'
import type { Credentials } from './session.ts'
import { openAny, readBatch, type StreamSettings } from './stream.ts'

/** How far it looks back, and how long it looks. */
const lookBackMs = 2 * 60_000
const lookMs = 4_000
const postsMax = 10_000
const foundMax = 20

type Settings = StreamSettings & { appview: string }

/** Listens for a moment, from two minutes ago on: what goes by, and how much of it holds the topics' words. */
export async function trySource(
  context: ConnectorContext,
  { settings, terms }: Pick<PollAsk<Settings, Credentials>, 'settings' | 'terms'>,
): Promise<Tried | Failure> {
  const noNames = await checkAppview(context, settings)
  if (noNames) return noNames
  const heard = await listenAMoment(context, settings)
  if (isFailure(heard)) return heard
  const { host, posts } = heard
  const wanted = terms.map((term) => term.toLowerCase())
  const found = posts.filter(
    ({ text }) => wanted.length === 0 || wanted.some((term) => text.toLowerCase().includes(term)),
  )
  const shown = found.slice(-foundMax)
  const filled = await fillAuthors(context, { settings, posts: shown })
  return {
    kind: 'tried',
    found: filled.kind === 'filled' ? filled.posts : shown,
    says: wordsOf({ host, postCount: posts.length, foundCount: found.length, isFiltered: wanted.length > 0 }),
  }
}

async function listenAMoment(
  context: ConnectorContext,
  settings: Settings,
): Promise<{ kind: 'listened'; host: string; posts: Post[] } | Failure> {
  const timeUs = (context.now().getTime() - lookBackMs) * 1_000
  const opened = await openAny(context, { endpoints: settings.endpoints, cursor: { timeUs, endpoint: '' } })
  if (isFailure(opened)) return opened
  const { line, endpoint } = opened
  void context.sleep(lookMs).then(line.close)
  const posts: Post[] = []
  try {
    while (posts.length < postsMax) {
      const frames = await line.take(postsMax)
      if (!frames) break
      for (const item of readBatch(frames, settings.languages).items) {
        const post = item.kind === 'post' ? postSchema.safeParse(item.post).data : undefined
        if (post) posts.push(post)
      }
    }
  } finally {
    line.close()
  }
  return { kind: 'listened', host: new URL(endpoint).host, posts }
}

type Counted = { host: string; postCount: number; foundCount: number; isFiltered: boolean }

function wordsOf({ host, postCount, foundCount, isFiltered }: Counted): Words {
  const en = `${host} answers: ${postCount} posts in the last two minutes`
  const nl = `${host} antwoordt: ${postCount} berichten in de laatste twee minuten`
  if (!isFiltered) return { en: `${en}.`, nl: `${nl}.` }
  return { en: `${en}, ${foundCount} of them with your words.`, nl: `${nl}, waarvan ${foundCount} met je woorden.` }
}
