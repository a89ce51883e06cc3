import { createHash } from 'node:crypto'
import { z } from 'zod'
import { hour, minute } from '#base/clock.ts'
import { ask, type Hit, postOf, readHitPage } from '#connectors/hackernews/hits.ts'
import { searchPast } from '#connectors/hackernews/search.ts'
import type {
  ConnectorContext,
  Failure,
  Heard,
  HeardItem,
  PollAsk,
  PostRef,
  Rechecked,
  Tried,
  Unreadable,
  Words,
} from '#domain/connector.ts'
import { defineConnector, isFailure } from '#domain/connector.ts'
import type { PostInput } from '#domain/post.ts'
import { field } from '#domain/settings-form.ts'

const termsMax = 20
const hitsMax = 1_000
const firstHits = 50
const foundMax = 10
/** The index is behind by minutes at times, and a comment may be edited for two hours: this far back is looked again. */
const overlapMs = 30 * minute
/** After a pause the past is read in stretches that fit one page: with terms, and without any. */
const stretchMs = { terms: 24 * hour, everything: hour }
const seenMax = 2_000
const everything = ''

const settingsSchema = z.object({
  terms: z
    .array(z.string().trim().min(1).max(100))
    .max(termsMax)
    .default([])
    .meta(
      field({
        label: { en: 'Words', nl: 'Woorden' },
        help: {
          en: 'Leave it empty to look for the words of your topics.',
          nl: 'Laat dit leeg om naar de woorden van je onderwerpen te zoeken.',
        },
        example: 'Acme Bakery',
      }),
    ),
})
type Settings = z.infer<typeof settingsSchema>

/** `untilMs` says up to when each term was read; `seen` holds `id:content` of what the overlap shows again, newest first. */
const cursorSchema = z.object({ untilMs: z.record(z.string(), z.number()), seen: z.array(z.string()).max(seenMax) })
type Cursor = z.infer<typeof cursorSchema>

/** Stories and comments of Hacker News by its public search. It can only be read: answers are assisted. */
export default defineConnector<Settings, unknown>({
  id: 'hackernews',
  name: 'Hacker News',
  about: {
    en: 'Stories and comments on Hacker News that hold the words of your topics. No account needed.',
    nl: 'Berichten en reacties op Hacker News met de woorden van je onderwerpen. Geen account nodig.',
  },
  settings: settingsSchema,
  // Without words of its own a source follows the topics, also those of later.
  firstSource: () => ({ terms: [] }),
  everyMs: minute,
  poll,
  search: searchPast,
  trySource,
  sourceName: ({ terms }) => (terms.length > 0 ? `Hacker News: ${terms.join(', ')}` : 'Hacker News'),
  promotion: {
    source: 'https://news.ycombinator.com/newsguidelines.html',
    says: {
      en: 'Hacker News is not there for promotion: something of your own now and then is fine, as long as curiosity comes first.',
      nl: 'Hacker News is er niet voor reclame: af en toe iets van jezelf mag, zolang nieuwsgierigheid voorop staat.',
    },
  },
  recheck,
})

async function poll(
  context: ConnectorContext,
  { settings, terms, cursor }: PollAsk<Settings, unknown>,
): Promise<Heard | Failure> {
  const before: Cursor = cursorSchema.safeParse(cursor).data ?? { untilMs: {}, seen: [] }
  const untilMs: Record<string, number> = {}
  const hits = new Map<string, Hit>()
  const unreadable: Unreadable[] = []
  let more = false
  let gap: Heard['gap']
  for (const term of queriesOf(settings, terms)) {
    const page = await readTerm(context, term, before.untilMs[term])
    if (isFailure(page)) return page
    for (const hit of page.hits) hits.set(hit.objectID, hit)
    unreadable.push(...page.unreadable)
    untilMs[term] = page.untilMs
    more ||= page.more
    gap ??= page.gap
  }
  const { items, seen } = compare([...hits.values()], before.seen)
  const isSame =
    items.length === 0 && !more && Object.keys(untilMs).every((term) => before.untilMs[term] === untilMs[term])
  const next = isSame ? cursor : { untilMs, seen }
  return { kind: 'heard', items, cursor: next, more, ...(gap && { gap }), ...(unreadable.length > 0 && { unreadable }) }
}

async function trySource(
  context: ConnectorContext,
  { settings, terms }: PollAsk<Settings, unknown>,
): Promise<Tried | Failure> {
  const hits = new Map<string, Hit>()
  const queries = queriesOf(settings, terms)
  for (const term of queries) {
    const page = await readTerm(context, term, undefined)
    if (isFailure(page)) return page
    for (const hit of page.hits) hits.set(hit.objectID, hit)
  }
  const found = [...hits.values()].toSorted((a, b) => b.created_at_i - a.created_at_i).map(postOf)
  return { kind: 'tried', found: found.slice(0, foundMax), says: saysOf(found, queries) }
}

/** An item that the search no longer knows was deleted or flagged away. */
async function recheck(context: ConnectorContext, { post }: { post: PostRef }): Promise<Rechecked | Failure> {
  const answer = await ask(context, `/api/v1/items/${encodeURIComponent(post.nativeId)}`)
  if (answer.kind === 'gone') return { kind: 'removed' }
  return answer.kind === 'answer' ? { kind: 'stands' } : answer
}

/** The words of the source, else those of the topics; too many of them are one look at everything, which our own engine sorts. */
function queriesOf(settings: Settings, terms: readonly string[]): string[] {
  const wanted = settings.terms.length > 0 ? settings.terms : terms
  const unique = [...new Set(wanted.map((term) => term.trim().toLowerCase()).filter(Boolean))].toSorted()
  return unique.length === 0 || unique.length > termsMax ? [everything] : unique
}

const tooMany: Words = {
  en: `more than ${hitsMax} hits at once`,
  nl: `meer dan ${hitsMax} treffers in één keer`,
}

type TermPage = {
  kind: 'page'
  hits: Hit[]
  unreadable: Unreadable[]
  untilMs: number
  more: boolean
  gap?: Heard['gap']
}

/** What is new for one term since it was read last, the overlap included; the newest hits the first time. */
async function readTerm(
  context: ConnectorContext,
  term: string,
  readUntilMs: number | undefined,
): Promise<TermPage | Failure> {
  const nowMs = context.now().getTime()
  const endMs =
    readUntilMs === undefined ? nowMs : readUntilMs + (term === everything ? stretchMs.everything : stretchMs.terms)
  const more = endMs < nowMs
  const isFirst = readUntilMs === undefined
  const page = await readHitPage(context, {
    term: term === everything ? undefined : term,
    size: isFirst ? firstHits : hitsMax,
    ...(isFirst ? {} : { filters: filtersOf({ fromMs: readUntilMs - overlapMs, endMs: more ? endMs : undefined }) }),
  })
  if (isFailure(page)) return page
  const { hits, unreadable } = page
  const newestMs = Math.max(readUntilMs ?? 0, ...hits.map(({ created_at_i }) => created_at_i * 1_000))
  // A finished stretch is behind us even where it was silent; the last one ends at what was really seen.
  const untilMs = more ? endMs : newestMs || nowMs
  const oldestMs = Math.min(...hits.map(({ created_at_i }) => created_at_i * 1_000))
  const isCut = readUntilMs !== undefined && page.allCount > page.rawCount && oldestMs > readUntilMs
  const gap = isCut ? { from: new Date(readUntilMs), to: new Date(oldestMs), why: tooMany } : undefined
  return { kind: 'page', hits, unreadable, untilMs, more, gap }
}

function filtersOf({ fromMs, endMs }: { fromMs: number; endMs: number | undefined }): string {
  const from = `created_at_i>=${Math.floor(fromMs / 1_000)}`
  return endMs === undefined ? from : `${from},created_at_i<${Math.ceil(endMs / 1_000)}`
}

/** Oldest first: what is new, what was edited, and what is known from now on. */
function compare(hits: readonly Hit[], seenBefore: readonly string[]): { items: HeardItem[]; seen: string[] } {
  const known = new Map(seenBefore.map((entry) => [idOf(entry), entry]))
  const items: HeardItem[] = []
  const sorted = hits.toSorted((a, b) => a.created_at_i - b.created_at_i || Number(a.objectID) - Number(b.objectID))
  for (const hit of sorted) {
    const post = postOf(hit)
    const entry = `${hit.objectID}:${createHash('sha256').update(`${post.title}\n${post.text}`).digest('base64url').slice(0, 10)}`
    const before = known.get(hit.objectID)
    if (before === entry) continue
    items.push({ kind: before ? 'edit' : 'post', post })
    known.set(hit.objectID, entry)
  }
  const seen = [...known.values()].toSorted((a, b) => Number(idOf(b)) - Number(idOf(a))).slice(0, seenMax)
  return { items, seen }
}

function idOf(entry: string): string {
  return entry.slice(0, entry.indexOf(':'))
}

function saysOf(found: readonly PostInput[], queries: readonly string[]): Words {
  const [newest] = found
  const names = queries.map((term) => `“${term}”`).join(', ')
  const about = queries[0] === everything ? { en: '', nl: '' } : { en: ` with ${names}`, nl: ` met ${names}` }
  if (!newest) return { en: `Hacker News has nothing${about.en} yet.`, nl: `Hacker News heeft nog niets${about.nl}.` }
  const day = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(newest.publishedAt)
  return {
    en: `Hacker News has ${found.length} recent stories and comments${about.en}, the newest of ${day('en-GB')}.`,
    nl: `Hacker News heeft ${found.length} recente berichten en reacties${about.nl}, het nieuwste van ${day('nl-NL')}.`,
  }
}
