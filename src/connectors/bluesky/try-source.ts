import {
  type ConnectorContext,
  type Failure,
  isFailure,
  type PollAsk,
  type Tried,
  type Words,
} from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'
import type { Credentials } from './session.ts'
import { openAny, readBatch, type StreamSettings } from './stream.ts'

/** How far it looks back, and how long it looks. */
const lookBackMs = 2 * 60_000
const lookMs = 4_000
const postsMax = 10_000
const foundMax = 20

/** Opens a line for a moment and listens to the last two minutes: what goes by, and how much of it holds the topics' words. */
export async function trySource(
  context: ConnectorContext,
  { settings, terms }: Pick<PollAsk<StreamSettings, Credentials>, 'settings' | 'terms'>,
): Promise<Tried | Failure> {
  const timeUs = (context.now().getTime() - lookBackMs) * 1_000
  const opened = await openAny(context, { endpoints: settings.endpoints, cursor: { timeUs, endpoint: '' } })
  if (isFailure(opened)) return opened
  const { line, endpoint } = opened
  void context.sleep(lookMs).then(line.close)
  const posts: PostInput[] = []
  try {
    while (posts.length < postsMax) {
      const frames = await line.take(postsMax)
      if (!frames) break
      for (const item of readBatch(frames, settings.languages).items) if (item.kind === 'post') posts.push(item.post)
    }
  } finally {
    line.close()
  }
  const wanted = terms.map((term) => term.toLowerCase())
  const found = posts.filter(
    ({ text }) => wanted.length === 0 || wanted.some((term) => text.toLowerCase().includes(term)),
  )
  return {
    kind: 'tried',
    found: found.slice(-foundMax),
    says: wordsOf({ host: new URL(endpoint).host, posts, found, wanted }),
  }
}

type Seen = { host: string; posts: readonly unknown[]; found: readonly unknown[]; wanted: readonly string[] }

function wordsOf({ host, posts, found, wanted }: Seen): Words {
  const en = `${host} answers: ${posts.length} posts in the last two minutes`
  const nl = `${host} antwoordt: ${posts.length} berichten in de laatste twee minuten`
  if (wanted.length === 0) return { en: `${en}.`, nl: `${nl}.` }
  return { en: `${en}, ${found.length} of them with your words.`, nl: `${nl}, waarvan ${found.length} met uw woorden.` }
}
