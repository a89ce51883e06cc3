import { type App, connectorsIn } from '#app.ts'
import { minute, second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import type { Tx } from '#db/database.ts'
import { type Post, threadOf } from '#domain/post.ts'
import type { PromiseTerms } from '#domain/promise-rule.ts'
import { recordHoles } from '#listen/advance-source.ts'
import type { SourceRow } from '#listen/source-row.ts'
import type { HeardPost, Receive } from '#listen/take-heard.ts'
import { withoutErased } from '#mentions/erased-authors.ts'
import { blankDeleted, idsOfAuthors, knownIds, storeEdit, type TouchedMention } from '#mentions/follow-network.ts'
import { withoutOutlived } from '#mentions/outlived-messages.ts'
import { firstRecheckAt } from '#mentions/recheck-mentions.ts'
import { refreshCounts } from '#mentions/refresh-counts.ts'
import { nativeKey, storeAuthors } from '#mentions/store-authors.ts'
import { type KeptPost, type StoredMention, storeMentions, withoutKnown } from '#mentions/store-mentions.ts'
import type { TopicEngine } from '#mentions/topic-engine.ts'
import { type Changed, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { tellEvents } from '#team/tell-events.ts'
import { type AssessOptions, assess } from '#triage/assess.ts'
import { endSilence } from './decide-silence.ts'
import { lookAgain } from './effects/look-again.ts'
import { findThreads } from './find-threads.ts'
import type { Followed } from './followed.ts'
import { forgetBlanked } from './forget-blanked.ts'
import { hearOwnAnswers } from './hear-own-answers.ts'
import { lockStories } from './lock-stories.ts'
import { placeNew } from './place-new.ts'
import { recordJoined } from './record-joined.ts'
import { openRuleBook, type RuleBook } from './routing/rule-book.ts'
import { startClocks } from './start-clocks.ts'
import { restingOf, tellReopened } from './tell-handed-over.ts'
import { touchConversations } from './touch-conversations.ts'
import { weighConversations } from './weigh-conversations.ts'
import { showDue } from './write-clocks.ts'

/** Told of our own posts when they come by, in the transaction that stores them: the proof that a reply stands. */
export type OnOwnPost = (tx: Tx, ctx: Context, own: { post: Post; conversationId: string }) => Promise<void>

/** Told of what others said, in the same transaction, after their conversations were brought up to it: an answer may wait there that no longer fits. */
export type OnTheirs = (tx: Tx, ctx: Context, theirs: readonly StoredMention[]) => Promise<void>

const fillMostMs = 5 * second

export type Intake = { engine: TopicEngine; followed: Followed; onOwnPost: OnOwnPost; onTheirs: OnTheirs }
/** With the rules that say where a conversation belongs. */
type Booked = Intake & { book: RuleBook }

/**
 * From heard to work, in one transaction a batch: match, judge, thread, and move the source's cursor. After a crash at
 * any moment either all of it stands, or it is heard again. A post that breaks it is set apart alone.
 */
export function takeIn(app: App, parts: Intake): Receive {
  const intake = { ...parts, book: openRuleBook() }
  return async ({ source, items, lookedBackAt, advance }) => {
    const { workspaceId } = source
    await intake.engine.ready(workspaceId)
    await intake.followed.ready(workspaceId)
    const sorted = await withoutStrangers(app, source, sort(intake, source, items))
    if (isEmpty(sorted)) return { kept: 0 }
    await fillAuthors(app, source, sorted.kept)
    try {
      return { kept: await keep(app, intake, { source, sorted, lookedBackAt, advance }) }
    } catch (error) {
      if (isOurTrouble(error)) throw error
      return { kept: await keepOneByOne(app, intake, { source, sorted, lookedBackAt, advance }) }
    }
  }
}

type Sorted = { kept: KeptPost[]; edited: KeptPost[]; deletedIds: readonly string[]; goneAuthorIds: readonly string[] }
type Batch = {
  source: SourceRow
  sorted: Sorted
  lookedBackAt: Date | undefined
  advance: (tx: Tx, kept: number) => Promise<void>
}

function sort(intake: Intake, source: SourceRow, items: readonly HeardPost[]): Sorted {
  const deletedIds: string[] = []
  const goneAuthorIds: string[] = []
  const sorted: Sorted = { kept: [], edited: [], deletedIds, goneAuthorIds }
  const begun = new Map<string, string>()
  for (const item of items) {
    if (item.kind === 'delete') deletedIds.push(item.nativeId)
    else if (item.kind === 'author-gone') goneAuthorIds.push(item.nativeId)
    else if (item.kind === 'edit') sorted.edited.push(judge(intake, source, item.post))
    else {
      const kept = judgeIfWanted(intake, source, { post: item.post, begun })
      if (!kept) continue
      sorted.kept.push(item.heardAt ? { ...kept, heardAt: item.heardAt } : kept)
      const thread = nativeKey(item.post.network, threadOf(item.post))
      if (!begun.has(thread)) begun.set(thread, item.post.author.nativeId)
    }
  }
  return sorted
}

/** A stream tells of every deletion and edit in the world; only those of what we have are work, and most batches have none. */
async function withoutStrangers(app: App, source: SourceRow, sorted: Sorted): Promise<Sorted> {
  const changedIds = [...sorted.deletedIds, ...sorted.edited.map((item) => item.post.nativeId)]
  const { goneAuthorIds } = sorted
  if (changedIds.length === 0 && goneAuthorIds.length === 0) return sorted
  const { workspaceId, connector: network } = source
  const { known, ofGone } = await app.db.inWorkspace(workspaceId, async (tx) => ({
    known: await knownIds(tx, { workspaceId, network, nativeIds: changedIds }),
    ofGone: await idsOfAuthors(tx, { workspaceId, network, authorIds: goneAuthorIds }),
  }))
  return {
    kept: sorted.kept,
    edited: sorted.edited.filter((item) => known.has(item.post.nativeId)),
    deletedIds: sorted.deletedIds.filter((id) => known.has(id)),
    // Of an author whose posts we have, or whose post comes in this very batch, something is to be done.
    goneAuthorIds: ofGone.length > 0 || sorted.kept.length > 0 ? goneAuthorIds : [],
  }
}

function isEmpty({ kept, edited, deletedIds, goneAuthorIds }: Sorted): boolean {
  return [kept, edited, deletedIds, goneAuthorIds].every((part) => part.length === 0)
}

/** What matches no topic and belongs to no conversation of ours is not kept: not stored, not logged, not counted by name. */
function judgeIfWanted(
  intake: Intake,
  source: SourceRow,
  // `begun`: who began the threads that this very batch brings, since nobody can have looked them up yet.
  { post, begun }: { post: Post; begun: ReadonlyMap<string, string> },
): KeptPost | undefined {
  const { workspaceId } = source
  const isGoingOn = begun.get(nativeKey(post.network, threadOf(post))) === post.author.nativeId
  const isByHand = intake.followed.isAssisted(workspaceId, post)
  const isOwn = isByHand || intake.followed.isOwn(workspaceId, post)
  const matches = isOwn ? [] : intake.engine.match(workspaceId, post)
  const isWanted =
    matches.length > 0 ||
    isGoingOn ||
    (isOwn
      ? isByHand || Boolean(post.parentId)
      : source.listensTo === 'account' || intake.followed.isFollowed(workspaceId, post))
  if (!isWanted) return undefined
  return { post, matches, isOwn, assessment: assess(post, judgedBy(intake, workspaceId)) }
}

/** The names that are ours, and what people here taught by correcting. */
function judgedBy({ engine }: Intake, workspaceId: string): AssessOptions {
  return { brands: engine.brands(workspaceId), deltas: engine.deltas(workspaceId) }
}

function judge(intake: Intake, { workspaceId }: SourceRow, post: Post): KeptPost {
  const isOwn = intake.followed.isOwn(workspaceId, post)
  return {
    post,
    matches: isOwn ? [] : intake.engine.match(workspaceId, post),
    isOwn,
    assessment: assess(post, judgedBy(intake, workspaceId)),
  }
}

/** A stream often knows only the author's id. Only those we keep are looked up, and a network that does not answer costs nothing. */
async function fillAuthors(app: App, source: SourceRow, kept: KeptPost[]): Promise<void> {
  const connector = connectorsIn(app, source.workspaceId).get(source.connector)
  const nameless = kept.filter(({ post }) => !post.author.handle && !post.author.name)
  if (!connector?.fillAuthors || nameless.length === 0) return
  try {
    const filled = await connector.fillAuthors(
      app.connectorContext(AbortSignal.timeout(fillMostMs), source.workspaceId),
      {
        settings: source.settings,
        posts: nameless.map(({ post }) => post),
      },
    )
    if (filled.kind !== 'filled') return
    nameless.forEach((item, index) => {
      item.post = filled.posts[index] ?? item.post
    })
  } catch (error) {
    app.log.warn({ source: source.id, why: messageOf(error) }, 'authors could not be looked up; their ids are shown')
  }
}

async function keep(app: App, intake: Booked, { source, sorted, lookedBackAt, advance }: Batch): Promise<number> {
  const ctx: Context = { app, workspaceId: source.workspaceId, actor: { kind: 'system', part: 'listen' } }
  const promises = intake.engine.promises(source.workspaceId)
  const outcome = await change(ctx, 'mention.hear', async (tx) => {
    // Before any row: what is new locks conversations first and then messages, what is heard again the other way round.
    await lockStories(tx, source.workspaceId)
    const { stored, movedIds } = await storeNew(tx, ctx, {
      intake,
      source,
      kept: sorted.kept,
      promises,
      lookedBackAt,
    })
    const touched = await followChanges(tx, ctx, sorted, source)
    await followCounts(tx, ctx, { sorted, stored, touched })
    await advance(tx, stored.length)
    return told({ source, stored, touched, movedIds })
  })
  for (const { post, isOwn } of outcome) if (!isOwn) intake.followed.learn(source.workspaceId, post)
  return outcome.length
}

async function storeNew(
  tx: Tx,
  ctx: Context,
  input: {
    intake: Booked
    source: SourceRow
    kept: readonly KeptPost[]
    promises: PromiseTerms
    lookedBackAt: Date | undefined
  },
): Promise<{ stored: StoredMention[]; movedIds: string[] }> {
  const { workspaceId } = ctx
  const unknown = await withoutKnown(tx, workspaceId, input.kept)
  const young = await withoutOutlived(tx, { workspaceId, now: ctx.app.clock.now(), items: unknown })
  const fresh = await withoutErased(tx, { app: ctx.app, workspaceId, items: young })
  if (fresh.length === 0) return { stored: [], movedIds: [] }
  const authorIds = await storeAuthors(
    tx,
    workspaceId,
    fresh.map((item) => item.post),
  )
  const asked = fresh.map((item) => ({
    ...item,
    authorId: authorIds.get(nativeKey(item.post.network, item.post.author.nativeId)) ?? '',
  }))
  const heardAt = ctx.app.clock.now()
  const { idByPost, joined } = await findThreads(tx, { workspaceId, asked, heardAt })
  const items = asked.flatMap((item) => {
    const conversationId = idByPost.get(nativeKey(item.post.network, item.post.nativeId))
    return conversationId ? [{ ...item, conversationId }] : []
  })
  const recheckAt = firstRecheckAt(connectorsIn(ctx.app, workspaceId).get(input.source.connector), {
    source: input.source,
    heardAt,
  })
  const isFoundLater = input.lookedBackAt !== undefined
  const place = { workspaceId, sourceId: input.source.id, heardAt, recheckAt, isFoundLater }
  const stored = await storeMentions(tx, { ...place, items })
  const promiseFrom = input.lookedBackAt ?? new Date(input.source.createdAt.getTime() - 10 * minute)
  const said = { stored, heardAt, isFoundLater }
  await startClocks(tx, ctx, { ...said, sourceId: input.source.id, promises: input.promises, promiseFrom })
  const theirs = stored.filter((item) => !item.isOwn)
  const resting = isFoundLater ? [] : await restingOf(tx, [...new Set(theirs.map((item) => item.conversationId))])
  if (!isFoundLater) await endSilence(tx, { ids: theirs.map((item) => item.conversationId), by: 'author', at: heardAt })
  await touchConversations(tx, said)
  await showDue(tx, [...new Set(stored.map((item) => item.conversationId))])
  await lookAgain(tx, {
    authorIds: theirs.map((item) => item.authorId),
    conversationIds: theirs.map((item) => item.conversationId),
    at: heardAt,
  })
  if (theirs.length > 0 && !isFoundLater) await input.intake.onTheirs(tx, ctx, theirs)
  for (const { isOwn, post, conversationId } of stored) {
    if (isOwn) await input.intake.onOwnPost(tx, ctx, { post, conversationId })
  }
  await hearOwnAnswers(tx, ctx, stored)
  const routing = { book: input.intake.book, isFoundLater }
  const { movedIds } = await placeNew(tx, ctx, { stored, heardAt, routing })
  await recordJoined(tx, ctx, { joined, stored })
  await tellReopened(tx, ctx, resting)
  return { stored, movedIds }
}

async function followChanges(tx: Tx, ctx: Context, sorted: Sorted, source: SourceRow): Promise<TouchedMention[]> {
  const at = ctx.app.clock.now()
  const { workspaceId } = ctx
  const network = source.connector
  const ofGone = await idsOfAuthors(tx, { workspaceId, network, authorIds: sorted.goneAuthorIds })
  const touched = await blankDeleted(tx, { workspaceId, network, nativeIds: [...sorted.deletedIds, ...ofGone], at })
  for (const kept of sorted.edited) {
    const edited = await storeEdit(tx, { workspaceId, kept, at })
    if (edited) touched.push(edited)
  }
  await forgetBlanked(tx, touched)
  await lookAgain(tx, { conversationIds: touched.map((one) => one.conversationId), at })
  await weighConversations(tx, { workspaceId, ids: touched.map((one) => one.conversationId), now: at })
  return touched
}

/** Polls overlap, so posts come by again with other figures. That is no change of a conversation: no version, no audit line. */
async function followCounts(
  tx: Tx,
  ctx: Context,
  { sorted, stored, touched }: { sorted: Sorted; stored: readonly StoredMention[]; touched: readonly TouchedMention[] },
): Promise<void> {
  const posts = [...sorted.kept, ...sorted.edited].map((item) => item.post)
  const refreshed = await refreshCounts(tx, { workspaceId: ctx.workspaceId, posts })
  const told = new Set([...stored, ...touched].map((one) => one.conversationId))
  const byConversation = new Map(refreshed.map((one) => [one.conversationId, one]))
  await weighConversations(tx, {
    workspaceId: ctx.workspaceId,
    ids: [...byConversation.keys()],
    now: ctx.app.clock.now(),
  })
  await tellEvents(
    tx,
    ctx.workspaceId,
    [...byConversation.values()]
      .filter((one) => !told.has(one.conversationId))
      .map((one) => ({ kind: 'mention.changed' as const, subjectId: one.id, conversationId: one.conversationId })),
  )
}

/** One audit line a batch, and one event a mention: that is what the screens look at. */
function told(input: {
  source: SourceRow
  stored: readonly StoredMention[]
  touched: readonly TouchedMention[]
  /** Became noise, or are none any more. */
  movedIds: readonly string[]
}): Changed<readonly StoredMention[]> {
  const { source, stored, touched, movedIds } = input
  const heardIn = new Set(stored.map((item) => item.conversationId))
  return {
    result: stored,
    subject: { kind: 'source', id: source.id },
    details: { stored: stored.length, changed: touched.length },
    isSilent: stored.length === 0 && touched.length === 0,
    events: [
      ...stored.map((item) => ({
        kind: 'mention.heard' as const,
        subjectId: item.id,
        conversationId: item.conversationId,
      })),
      ...touched.map((one) => ({
        kind: 'mention.changed' as const,
        subjectId: one.id,
        conversationId: one.conversationId,
      })),
      ...movedIds
        .filter((id) => !heardIn.has(id))
        .map((id) => ({ kind: 'conversation.changed' as const, subjectId: id, conversationId: id })),
    ],
  }
}

/** Something in the batch breaks it. One by one shows which: that one is set apart, the others are kept. */
async function keepOneByOne(
  app: App,
  intake: Booked,
  { source, sorted, lookedBackAt, advance }: Batch,
): Promise<number> {
  let kept = 0
  for (const item of sorted.kept) {
    try {
      const alone = { kept: [item], edited: [], deletedIds: [], goneAuthorIds: [] }
      kept += await keep(app, intake, { source, sorted: alone, lookedBackAt, advance: async () => {} })
    } catch (error) {
      await setApart(app, source, item.post, error)
    }
  }
  await keep(app, intake, {
    source,
    sorted: { ...sorted, kept: [] },
    lookedBackAt,
    advance: (tx) => advance(tx, kept),
  })
  return kept
}

async function setApart(app: App, source: SourceRow, post: Post, error: unknown): Promise<void> {
  if (isOurTrouble(error)) throw error
  app.log.error({ source: source.id, nativeId: post.nativeId, err: error }, 'a post could not be kept; it is set apart')
  await recordHoles(app, source, {
    unreadable: [{ why: { en: messageOf(error), nl: messageOf(error) }, sample: post.nativeId }],
  })
}

/** The database is away or full: that is nobody's poison, and the same will be heard again. */
function isOurTrouble(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return /^(08|53|57|58|40|25|ECONN|EPIPE|ETIMEDOUT)/u.test(String(code ?? cause?.code ?? ''))
}
