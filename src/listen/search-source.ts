import { and, eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { accounts } from '#db/tables/reply.ts'
import type { Connector, Failure, Searched, Words } from '#domain/connector.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { readCredentials } from './read-credentials.ts'
import type { SourceRow } from './source-row.ts'

const callMsMax = 20 * second

export type PastAsk = {
  source: SourceRow
  connector: Connector
  terms: readonly string[]
  since: Date
  cursor: unknown
  signal: AbortSignal
}
/** What a search leaves out is a whole sentence here. */
export type Past = Omit<Searched, 'posts' | 'unreadable' | 'leavesOut'> & {
  posts: Post[]
  leavesOut: Words | undefined
}

/** Asks a source for one page of what was said before. It never throws; what cannot be read is left out, as nobody waits for it. */
export async function searchSource(app: App, ask: PastAsk): Promise<Past | Failure> {
  const { source, connector, terms, since, cursor } = ask
  const name = connector.name
  if (!connector.search) return { kind: 'refused', why: cannotSearch(name) }
  if (terms.length === 0) return nothingToAskFor(name)
  const signal = AbortSignal.any([ask.signal, AbortSignal.timeout(callMsMax)])
  const context = app.connectorContext(signal, source.workspaceId)
  try {
    const credentials = await credentialsFor(app, source)
    const found = await connector.search(context, { settings: source.settings, credentials, terms, since, cursor })
    if (found.kind !== 'searched') return found
    const { leavesOut } = found
    const sentence = leavesOut && { en: `${name} ${leavesOut.en}.`, nl: `${name} ${leavesOut.nl}.` }
    return { ...found, leavesOut: sentence, posts: found.posts.flatMap(readable) }
  } catch (error) {
    const why = messageOf(error)
    return { kind: 'retry', why: { en: `${name} did not answer: ${why}`, nl: `${name} gaf geen antwoord: ${why}` } }
  }
}

/** The account of the source, else the first one on its network: it only reads, and some networks show their past to members only. */
async function credentialsFor(app: App, { workspaceId, connector, accountId }: SourceRow): Promise<unknown> {
  const id = accountId ?? (await firstAccount(app, { workspaceId, network: connector }))
  const own = id ? await readCredentials(app, { workspaceId, accountId: id }) : undefined
  return own?.credentials
}

async function firstAccount(
  app: App,
  { workspaceId, network }: { workspaceId: string; network: string },
): Promise<string | undefined> {
  const [account] = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.workspaceId, workspaceId), eq(accounts.network, network), eq(accounts.state, 'connected')))
      .orderBy(accounts.createdAt)
      .limit(1),
  )
  return account?.id
}

function readable(post: Searched['posts'][number]): Post[] {
  const read = postSchema.safeParse(post)
  return read.success ? [read.data] : []
}

export function cannotSearch(name: string): Words {
  return { en: `${name} cannot search the past.`, nl: `${name} kan het verleden niet doorzoeken.` }
}

function nothingToAskFor(name: string): Failure {
  return {
    kind: 'refused',
    why: {
      en: `${name} is asked for whole words only, and this search has none that must be there.`,
      nl: `${name} is alleen naar hele woorden te vragen, en deze zoekvraag heeft er geen die er moet staan.`,
    },
  }
}
