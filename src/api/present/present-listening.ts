import type { z } from 'zod'
import type {
  checkedSampleShape,
  connectorShape,
  problemShape,
  queryCheckShape,
  sampleShape,
  setShape,
  sourceSampleShape,
  sourceShape,
  topicShape,
} from '#api/contract/shapes.ts'
import type { App } from '#app.ts'
import type { Assessment } from '#domain/assessment.ts'
import type { Connector, Words } from '#domain/connector.ts'
import type { Post } from '#domain/post.ts'
import type { QueryParts } from '#domain/query-parts.ts'
import type { Span } from '#domain/span.ts'
import type { SourceWithLedger } from '#listen/read-sources.ts'
import type { QueryProblem } from '#match/query-problem.ts'
import type { CheckedQuery, NearlyMention, SampleMention } from '#mentions/check-query.ts'
import type { QueryCost } from '#mentions/query-cost.ts'
import type { SetWithUse } from '#mentions/read-sets.ts'
import type { TopicWithCounts } from '#mentions/read-topics.ts'
import type { SourceSample } from '#mentions/sample-sources.ts'
import { assess } from '#triage/assess.ts'
import { formOf } from './form-of.ts'
import { proxied } from './present-media.ts'

export function presentSource({ source, ...ledger }: SourceWithLedger): z.output<typeof sourceShape> {
  return {
    id: source.id,
    connector: source.connector,
    connectorName: ledger.connectorName,
    name: source.name,
    settings: source.settings,
    listensTo: source.listensTo,
    state: source.state,
    health: ledger.health,
    failure: source.failure && { ...source.failure, until: source.failure.until ?? null },
    lastHeardAt: source.lastHeardAt,
    lastSuccessAt: source.lastSuccessAt,
    delayMs: source.delayMs,
    nextAt: source.nextAt,
    isStream: ledger.isStream,
    heardCount: source.heardCount,
    keptCount: source.keptCount,
    gaps: ledger.gaps.map(({ fromAt, toAt, filledAt, ...gap }) => ({ fromAt, toAt, why: whyOf(gap), filledAt })),
    unreadables: ledger.unreadables.map(({ at, sample, ...one }) => ({ at, why: whyOf(one), sample })),
    createdAt: source.createdAt,
  }
}

/** What was written down before there was Dutch for it speaks English only. */
function whyOf({ why, whyDutch }: { why: string; whyDutch: string | null }): Words {
  return { en: why, nl: whyDutch ?? why }
}

export function presentConnector(connector: Connector): z.output<typeof connectorShape> {
  return {
    id: connector.id,
    name: connector.name,
    about: connector.about,
    sourceForm: formOf(connector.settings),
    accountForm: connector.credentials ? formOf(connector.credentials) : null,
    can: {
      stream: Boolean(connector.stream),
      reply: Boolean(connector.reply),
      like: Boolean(connector.like),
      notifications: Boolean(connector.notifications),
      search: Boolean(connector.search),
    },
    limits: connector.limits ?? null,
  }
}

export function presentTopic(
  { topic, says, department, perDay, mentionCount, backfill }: TopicWithCounts,
  cost: number | undefined,
): z.output<typeof topicShape> {
  const { id, name, query, state, purpose, legalBasis, reviewAt, createdAt } = topic
  const counted = { perDay, mentionCount, triedPerThousand: cost ?? null }
  const about = { id, name, query, says, state, department, purpose, legalBasis, reviewAt, createdAt }
  return { ...about, ...counted, backfill }
}

export function presentSet({ set, usedBy }: SetWithUse): z.output<typeof setShape> {
  const { id, name, entries, changedAt } = set
  return { id, name, entries, usedBy, changedAt }
}

export function presentCheck(
  app: App,
  checked: CheckedQuery,
  cost: QueryCost | null,
): z.output<typeof queryCheckShape> {
  return {
    isValid: checked.errors.length === 0,
    errors: checked.errors.map(presentProblem),
    warnings: checked.warnings.map(presentProblem),
    says: checked.says,
    parts: checked.parts && mutable(checked.parts),
    sample: checked.sample.map((one) => presentStoredSample(app, one)),
    matched: checked.matched,
    of: checked.of,
    since: checked.since,
    perDay: checked.perDay,
    cost,
    days: checked.days,
    bySource: checked.bySource,
    nearly: checked.nearly.map(({ nearly, ...one }) => ({
      ...presentMention(app, one),
      nearly: presentNearly(nearly),
    })),
  }
}

function presentProblem({ code, at, words, suggestion }: QueryProblem): z.output<typeof problemShape> {
  return { code, start: at[0], end: at[1], words, suggestion }
}

function mutable({ groups, excluded, languages, networks }: QueryParts) {
  return {
    groups: groups.map((group) => [...group]),
    excluded: [...excluded],
    languages: [...languages],
    networks: [...networks],
  }
}

function presentStoredSample(
  app: App,
  { clauses, without, ...mention }: SampleMention,
): z.output<typeof checkedSampleShape> {
  return { ...presentMention(app, mention), ...presentClauses({ clauses, without }) }
}

function presentClauses({ clauses, without }: Pick<SampleMention, 'clauses' | 'without'>) {
  return {
    clauses: clauses.map(pair),
    without: without && { query: without.query, cuts: without.cuts.map(pair) },
  }
}

function presentNearly({ kind, at }: NearlyMention['nearly']) {
  return { kind, at: pair(at) }
}

function pair([start, end]: Span): [number, number] {
  return [start, end]
}

function presentMention(app: App, mention: Omit<NearlyMention, 'nearly'>): z.output<typeof sampleShape> {
  const { network, nativeId, url, author, text, spans, sentiment, isSpam, lang, publishedAt } = mention
  return {
    network,
    nativeId,
    url,
    author: { name: author.name, handle: author.handle, avatarUrl: proxied(app, author.avatarUrl) },
    text,
    spans: spans.map(pair),
    sentiment,
    isSpam,
    lang,
    publishedAt,
  }
}

export function presentSourceSample(
  app: App,
  { sample, nearly, ...rest }: SourceSample,
  brands: readonly string[],
): z.output<typeof sourceSampleShape> {
  const shown = ({ post, spans }: { post: Post; spans: readonly Span[] }) =>
    presentPost(app, post, { spans, said: assess(post, { brands }) })
  return {
    ...rest,
    sample: sample.map((one) => ({
      ...shown(one),
      ...presentClauses({ clauses: one.clauses, without: one.without ?? null }),
    })),
    nearly: nearly.map((one) => ({ ...shown(one), nearly: presentNearly(one.nearly) })),
  }
}

export function presentPost(
  app: App,
  post: Post,
  { spans, said }: { spans: readonly Span[]; said: Assessment },
): z.output<typeof sampleShape> {
  return {
    network: post.network,
    nativeId: post.nativeId,
    url: post.url ?? null,
    author: {
      name: post.author.name || post.author.handle || post.author.nativeId,
      handle: post.author.handle,
      avatarUrl: proxied(app, post.author.avatarUrl),
    },
    text: post.text,
    spans: spans.map(pair),
    sentiment: said.sentiment.class,
    isSpam: said.intent.top === 'spam',
    lang: said.lang,
    publishedAt: post.publishedAt,
  }
}
