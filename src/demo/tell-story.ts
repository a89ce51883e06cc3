import { and, eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { second } from '#base/clock.ts'
import { conversations } from '#db/tables/inbox.ts'
import { mentions } from '#db/tables/mentions.ts'
import type { Intent } from '#domain/assessment.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { undoSecondsDefault } from '#domain/reply.ts'
import type { SilenceChoice } from '#domain/silence.ts'
import { claimConversation } from '#inbox/claim-conversation.ts'
import { finishConversation, waitConversation } from '#inbox/finish-conversation.ts'
import { handOver } from '#inbox/hand-over.ts'
import { renameConversation } from '#inbox/rename-conversation.ts'
import { writeNote } from '#inbox/write-note.ts'
import { advanceSource } from '#listen/advance-source.ts'
import type { SourceRow } from '#listen/source-row.ts'
import type { Receive } from '#listen/take-heard.ts'
import { driveReply, type Outbox } from '#reply/drive-reply.ts'
import { likeMention } from '#reply/like-mention.ts'
import type { AccountRow } from '#reply/outbox-store.ts'
import { saveDraft } from '#reply/save-draft.ts'
import { settleReply } from '#reply/settle-reply.ts'
import { writeReply } from '#reply/write-reply.ts'
import { type Context, memberOf } from '#team/context.ts'
import type { Happening } from './plan-story.ts'
import type { Deed } from './story.ts'
import type { StoryClock } from './story-clock.ts'

/** A workspace in which a story can be told: who is there, and what they do it with. */
export type Stage = {
  app: App
  clock: StoryClock
  /** The moment at which the story ends and the demo begins. */
  now: Date
  workspaceId: string
  sources: ReadonlyMap<string, SourceRow>
  accounts: ReadonlyMap<string, AccountRow>
  departments: ReadonlyMap<string, string>
  people: ReadonlyMap<string, Context>
  receive: Receive
  outbox: Outbox
}

const heardBackAfterMs = 4 * second

type HeardThen = { source: SourceRow; post: Post; heardAt: Date }

/**
 * Tells a stretch of the story through the intake and the verbs of the product, each thing at its own moment. What begins a
 * thread is heard first, source by source, and our own answers are heard back last: a batch costs little more than a message.
 */
export async function tellStretch(
  stage: Stage,
  happenings: readonly Happening[],
  { signal, onTold }: { signal: AbortSignal; onTold: (count: number) => void },
): Promise<void> {
  const leads = happenings.filter((one) => one.kind === 'heard' && one.isLead)
  await hear(
    stage,
    leads.flatMap((one) => heardThen(stage, one)),
  )
  onTold(leads.length)
  const own: HeardThen[] = []
  for (const happening of happenings) {
    signal.throwIfAborted()
    if (happening.kind === 'heard' && happening.isLead) continue
    stage.clock.goTo(happening.at)
    if (happening.kind === 'heard') await hear(stage, heardThen(stage, happening))
    else own.push(...(await tellDeed(stage, happening)))
    onTold(1)
  }
  await hear(stage, own)
}

function heardThen(stage: Stage, happening: Happening): HeardThen[] {
  if (happening.kind !== 'heard') return []
  const source = present(stage.sources.get(happening.source.key), 'a source of the story')
  return [{ source, post: happening.post, heardAt: happening.at }]
}

async function tellDeed(stage: Stage, { by, about: id, deed }: Happening & { kind: 'did' }): Promise<HeardThen[]> {
  const ctx = present(stage.people.get(by), `somebody called “${by}”`)
  const about = await read(stage, id)
  if (deed.kind === 'answer') return answer(stage, { ctx, about, deed })
  await act(stage, { ctx, about, deed })
  return []
}

async function hear(stage: Stage, heard: readonly HeardThen[]): Promise<void> {
  for (const [source, items] of Map.groupBy(heard, (one) => one.source)) {
    const last = present(items.at(-1), 'a group has something in it')
    stage.clock.goTo(last.heardAt)
    const { publishedAt } = last.post
    const newest = { publishedAt, delayMs: last.heardAt.getTime() - publishedAt.getTime() }
    await stage.receive({
      source,
      items: items.map(({ post, heardAt }) => ({ kind: 'post', post, heardAt })),
      advance: (tx, kept) =>
        advanceSource(tx, source, { way: 'poll', cursor: source.cursor, heard: items.length, kept, newest }),
    })
  }
}

type About = {
  mentionId: string
  conversationId: string
  network: string
  version: number
  intent: Intent
  post: string
}

async function read(stage: Stage, id: string): Promise<About> {
  const [row] = await stage.app.db.inWorkspace(stage.workspaceId, (tx) =>
    tx
      .select({
        mentionId: mentions.id,
        conversationId: conversations.id,
        network: mentions.network,
        version: conversations.version,
        intent: conversations.intent,
        post: mentions.nativeId,
      })
      .from(mentions)
      .innerJoin(conversations, eq(conversations.id, mentions.conversationId))
      .where(and(eq(mentions.workspaceId, stage.workspaceId), eq(mentions.nativeId, `demo:${id}`))),
  )
  return present(row, `the message ${id} was kept: a topic must match it`)
}

/** The story says that it was closed; where nobody answered, why is what anybody there would have said. */
function leftAs({ intent }: About): SilenceChoice {
  const reasonId = intent === 'praise' ? 'praise-among-peers' : intent === 'news' ? 'would-intrude' : 'let-stand'
  return { kind: 'silence', reasonId, note: '', reviewAt: null, ownerId: null }
}

type Act = { ctx: Context; about: About; deed: Exclude<Deed, { kind: 'answer' }> }

async function act(stage: Stage, { ctx, about, deed }: Act): Promise<unknown> {
  const id = about.conversationId
  switch (deed.kind) {
    case 'note':
      return writeNote(ctx, { conversationId: id, text: deed.text })
    case 'draft':
      return saveDraft(ctx, { conversationId: id, kind: 'reply', text: deed.text })
    case 'mine':
      return claimConversation(ctx, { id, takeOver: true })
    case 'done':
      return finishConversation(ctx, { id, decision: leftAs(about) })
    case 'like': {
      const account = present(stage.accounts.get(about.network), 'an account to like with')
      return likeMention(ctx, { mentionId: about.mentionId, accountId: account.id })
    }
    case 'hand': {
      const to = present(stage.people.get(deed.to), `a colleague called “${deed.to}”`)
      return handOver(ctx, { id, memberId: memberOf(to).id, departmentId: null, reason: deed.reason })
    }
    case 'department': {
      const departmentId = present(stage.departments.get(deed.to), `a department called “${deed.to}”`)
      return handOver(ctx, { id, memberId: null, departmentId, reason: deed.reason })
    }
    case 'wait':
      return waitConversation(ctx, { id, until: new Date(stage.now.getTime() + deed.ms) })
    case 'title':
      return renameConversation(ctx, { id, title: deed.text })
  }
}

/** Written, held and sent, and what is then heard back; where there is no interface, posted by hand and confirmed. */
async function answer(
  stage: Stage,
  { ctx, about, deed }: { ctx: Context; about: About; deed: Deed & { kind: 'answer' } },
): Promise<HeardThen[]> {
  const account = stage.accounts.get(about.network)
  const { mentionId, conversationId, version } = about
  const reply = await writeReply(ctx, {
    conversationId,
    mentionId,
    accountId: account?.id ?? null,
    text: deed.text,
    thenDo: deed.after,
    version,
  })
  const writtenMs = stage.clock.now().getTime()
  stage.clock.goTo(new Date(writtenMs + (undoSecondsDefault + 1) * second))
  if (!account) {
    await settleReply(ctx, { id: reply.id, what: 'stands' })
    return []
  }
  await driveReply(stage.outbox, { replyId: reply.id, workspaceId: stage.workspaceId, lane: account.id })
  const source = present(
    [...stage.sources.values()].find(({ connector }) => connector === about.network),
    'where the answer is heard back',
  )
  const publishedAt = new Date(writtenMs + undoSecondsDefault * second)
  const post = ownPost({ account, replyId: reply.id, parent: about.post, text: deed.text, publishedAt })
  return [{ source, post, heardAt: new Date(publishedAt.getTime() + heardBackAfterMs) }]
}

/** Our own answer as its network shows it. */
export function ownPost(part: {
  account: Pick<AccountRow, 'network' | 'nativeId' | 'handle' | 'name'>
  replyId: string
  parent: string
  text: string
  publishedAt: Date
}): Post {
  const { account, replyId, parent, text, publishedAt } = part
  const { network, nativeId, handle, name } = account
  const author = { nativeId, handle, name }
  return postSchema.parse({
    network,
    nativeId: `demo:${replyId}`,
    kind: 'post',
    author,
    text,
    publishedAt,
    parentId: parent,
  })
}
