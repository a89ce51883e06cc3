import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { day } from '#base/clock.ts'
import { addExpectedPeak } from '#crisis/alerts/expect-peak.ts'
import { addTask } from '#crisis/incident/add-task.ts'
import { openIncident } from '#crisis/incident/open-incident.ts'
import { proposeLine } from '#crisis/incident/propose-line.ts'
import { addRumour } from '#crisis/rumours/save-rumour.ts'
import { alertScopes, alerts } from '#db/tables/alerts.ts'
import { sources } from '#db/tables/listen.ts'
import { mentions } from '#db/tables/mentions.ts'
import { postSchema } from '#domain/post.ts'
import { askParty } from '#inbox/ask-party.ts'
import { giveNoiseWords } from '#inbox/change-noise-lessons.ts'
import { joinStory } from '#inbox/change-story.ts'
import { addKnowledge } from '#inbox/knowledge/save-knowledge.ts'
import { makePledge } from '#inbox/make-pledge.ts'
import { askApply } from '#inbox/routing/ask-run.ts'
import { routeDue } from '#inbox/routing/run-routing.ts'
import { createRule } from '#inbox/routing/save-rule.ts'
import { saveView } from '#inbox/save-view.ts'
import { createSnippet } from '#inbox/snippets/save-snippet.ts'
import { takeIn } from '#inbox/take-in.ts'
import { writeNote } from '#inbox/write-note.ts'
import { writePersonNote } from '#inbox/write-person-note.ts'
import { createSource } from '#listen/save-source.ts'
import { keepLearned } from '#mentions/learn-from-corrections.ts'
import { linkAuthors } from '#mentions/link-authors.ts'
import { createSet } from '#mentions/save-set.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { saveHook } from '#notify/save-hook.ts'
import { answerPile } from '#reply/answer-pile.ts'
import { connectAccount } from '#reply/connect-account.ts'
import { driveReply, type Outbox } from '#reply/drive-reply.ts'
import { mergeConversations } from '#reply/merge-conversations.ts'
import { openOutbox } from '#reply/run-outbox.ts'
import { saveDraft } from '#reply/save-draft.ts'
import { addOwnWord } from '#reply/spelling/change-own-words.ts'
import { stopSending } from '#reply/stop-sending.ts'
import { writeReply } from '#reply/write-reply.ts'
import { addAnnotation } from '#report/annotations/save-annotation.ts'
import { addReport } from '#report/saved/save-report.ts'
import { shareReport } from '#report/saved/share-report.ts'
import { createDepartment } from '#team/change-department.ts'
import { memberOf } from '#team/context.ts'
import { inviteMember } from '#team/invite-member.ts'
import { packDelta } from '#triage/delta.ts'
import { columnCount } from '#triage/heads.ts'
import { alertRow, alertScopeRow, peakAsked } from './alert-walls.ts'
import { annotationAsked } from './annotation-walls.ts'
import type { apiHouse, Person } from './api-house.ts'
import { hookAsked, incidentAsked } from './asked-examples.ts'
import { reportAsked } from './report-walls.ts'
import { ruleInput } from './routing-house.ts'
import { rumourAsked } from './rumour-walls.ts'
import { testPost } from './script-connector.ts'
import { factAsked, snippetAsked } from './snippet-walls.ts'

export type Thing = keyof ReturnType<typeof thingsOf>
export type Things = ReturnType<typeof thingsOf>

/** A conversation is opened, and then told of its first message. */
export const versionOfNew = 2

/**
 * Makes things in one workspace, through the verbs, each time a new one; every text in them carries `mark`, so that it can be
 * found wherever it does not belong.
 */
export function thingsOf(
  house: ReturnType<typeof apiHouse>,
  owner: Person,
  { mark, network }: { mark: string; network: string },
) {
  const { app, ctx } = { app: house.app, ctx: owner.ctx }
  let count = 0
  const named = (): string => {
    count += 1
    return `${mark} ${count}`
  }

  async function source(): Promise<string> {
    return (await createSource(ctx, { connector: network, name: named(), settings: {} })).id
  }
  async function topic(): Promise<string> {
    const input = { name: named(), query: mark, departmentId: null } as const
    return (await createTopic(ctx, { ...input, purpose: 'customer_care', legalBasis: 'legitimate_interest' })).id
  }
  async function set(): Promise<string> {
    return (await createSet(ctx, { name: named().replace(' ', '-'), entries: [mark] })).id
  }
  async function learned(): Promise<string> {
    const weights = packDelta({
      buckets: new Uint16Array(),
      weights: new Float32Array(),
      bias: new Float32Array(columnCount),
    })
    const word = { head: 'sentiment', class: 'positive', word: named(), weight: 1, posts: 2 } as const
    const taught = { kind: 'taught', model: 'none', version: named(), heads: [], words: [word], weights } as const
    const { workspaceId } = ctx
    const counts = { corrections: 20, agreed: 0 }
    return keepLearned(app, { workspaceId, lang: 'nl', taught, at: app.clock.now(), counts })
  }
  async function account(): Promise<string> {
    const token = `token-of-${named().replace(' ', '-')}`
    return (await connectAccount(ctx, { connector: network, credentials: { token } })).id
  }
  async function heard(parentId?: string, who = mark) {
    await someTopic()
    const row = await app.db.asSystem(async (tx) => {
      const id = await someSource()
      return present((await tx.select().from(sources).where(eq(sources.id, id)))[0], 'the source just made')
    })
    house.house.engine.forget(ctx.workspaceId)
    const receive = takeIn(app, { ...house.house, onOwnPost: async () => undefined, onTheirs: async () => undefined })
    const text = named()
    const nativeId = `${text}-${ctx.workspaceId}`
    const author = { nativeId: `${who}-author`, handle: who, name: `${who} writer`, bio: mark }
    // To us: whoever is only talked to unasked may not be answered without end.
    const kind = 'review'
    const post = postSchema.parse(
      testPost({ text, kind, nativeId, network, author, ...(parentId && { parentId }), publishedAt: app.clock.now() }),
    )
    await receive({ source: row, items: [{ kind: 'post', post }], advance: async () => undefined })
    const [mention] = await app.db.asSystem((tx) => tx.select().from(mentions).where(eq(mentions.nativeId, nativeId)))
    return present(mention, 'what was heard is kept')
  }
  const once = <T>(make: () => Promise<T>): (() => Promise<T>) => {
    let made: Promise<T> | undefined
    return () => (made ??= make())
  }
  const someSource = once(source)
  const someTopic = once(topic)
  const someAccount = once(account)

  async function conversation() {
    const mention = await heard()
    const conversationId = mention.conversationId
    await writeNote(ctx, { conversationId, text: named() })
    await saveDraft(ctx, { conversationId, kind: 'note', text: named() })
    return { conversationId, mentionId: mention.id }
  }
  async function reply(accountId: string | null): Promise<string> {
    const given = {
      ...(await conversation()),
      accountId,
      text: named(),
      thenDo: 'stay',
      version: versionOfNew,
    } as const
    return (await writeReply(ctx, given)).id
  }
  async function pile(): Promise<string> {
    const given = { ...(await conversation()), accountId: await someAccount(), text: named(), version: versionOfNew }
    return (await answerPile(ctx, { lines: [given], spreadMinutes: 5, thenDo: 'stay' })).id
  }
  async function sent(): Promise<string> {
    const id = await reply(await someAccount())
    app.clock.advance(60_000)
    // A call is not cut off by a clock that the test moves.
    const outbox: Outbox = {
      ...openOutbox(app),
      clock: { now: app.clock.now, sleep: () => new Promise(() => undefined) },
    }
    await driveReply(outbox, { replyId: id, workspaceId: ctx.workspaceId, lane: '' })
    return id
  }
  const noiseLesson = async () => (await giveNoiseWords(ctx, { topicId: await someTopic(), words: `${mark} vogel` })).id
  async function inStory(): Promise<string> {
    const [id, withId] = [(await heard()).conversationId, (await heard()).conversationId]
    await joinStory(ctx, { id, withId })
    return id
  }
  /** The id of what is gone. */
  async function merged(): Promise<string> {
    const [id, withId] = [(await heard()).conversationId, (await heard()).conversationId]
    await mergeConversations(ctx, { id, withId })
    return id
  }
  async function answer(): Promise<string> {
    return (await heard((await heard()).nativeId)).id
  }
  const routingRule = async () =>
    (
      await createRule(
        ctx,
        ruleInput(
          named(),
          { query: mark },
          { departmentId: await createDepartment(ctx, { name: named(), memberIds: [] }) },
        ),
      )
    ).id
  async function routingRun(): Promise<string> {
    while (await routeDue(app));
    const { id } = await askApply(ctx)
    while (await routeDue(app));
    return id
  }
  async function party(): Promise<string> {
    const { conversationId } = await conversation()
    const asked = { memberId: memberOf(ctx).id, departmentId: null, kind: 'consulted', reason: named() } as const
    return (await askParty(ctx, { conversationId, ...asked })).id
  }
  /** Letters only: as many as things were made. */
  async function ownWord(): Promise<string> {
    count += 1
    return addOwnWord(ctx, { word: `${mark.replaceAll(/[^a-z]/giu, '')}${'x'.repeat(count % 30)}` })
  }

  async function pledge(): Promise<string> {
    const { conversationId } = await conversation()
    const dueAt = new Date(ctx.app.clock.now().getTime() + day)
    return (await makePledge(ctx, { conversationId, text: named(), dueAt })).id
  }
  const snippet = () => createSnippet(ctx, { ...snippetAsked, name: named(), expiresAt: null })
  const rumour = () => addRumour(ctx, { ...rumourAsked, title: named() })
  const fact = () => addKnowledge(ctx, { ...factAsked, source: named(), since: null, validUntil: null })
  async function incident(): Promise<string> {
    const { id } = await openIncident(ctx, { ...incidentAsked, title: named() })
    await proposeLine(ctx, { id, text: named(), basedOn: 0 })
    return id
  }
  const peak = () => addExpectedPeak(ctx, { ...peakAsked, name: named(), topicIds: [], times: null })
  const annotation = () => addAnnotation(ctx, { ...annotationAsked, words: named() })
  async function alert(): Promise<string> {
    const row = alertRow(ctx.workspaceId, app.clock.now())
    await app.db.asSystem(async (tx) => {
      await tx.insert(alerts).values(row)
      await tx.insert(alertScopes).values(alertScopeRow(row))
    })
    return row.id
  }
  const savedReport = () => addReport(ctx, { ...reportAsked, name: named() })
  const hook = async () => (await saveHook(ctx, { ...hookAsked, name: named(), departmentId: null, lang: 'nl' })).id
  const newMember = () => house.addColleague(owner, { name: named().replace(' ', '.'), role: 'observer' })
  const email = (): string => `${named().replace(' ', '.')}@example.org`
  const invite = () => inviteMember(ctx, { email: email(), role: 'observer', departmentIds: [] })

  return {
    source,
    topic,
    set,
    learned,
    account: someAccount,
    newAccount: account,
    conversation,
    noiseLesson,
    routingRule,
    routingRun,
    inStory,
    party,
    pledge,
    ownWord,
    hook,
    snippet,
    fact,
    rumour,
    peak,
    annotation,
    alert,
    savedReport,
    reportShare: async () => (await shareReport(ctx, { id: await savedReport(), days: 7 })).id,
    savedView: async () => (await saveView(ctx, { name: named(), isShared: true, ask: { view: 'all', q: mark } })).id,
    merged,
    answer,
    message: async () => (await heard()).id,
    otherConversation: async () => (await heard()).conversationId,
    person: async () => (await heard()).authorId,
    otherPerson: async () => (await heard(undefined, named())).authorId,
    linkedPerson: async () => {
      const otherId = (await heard(undefined, named())).authorId
      await linkAuthors(ctx, { id: (await heard()).authorId, otherId, after: async () => undefined })
      return otherId
    },
    personNote: async () => writePersonNote(ctx, { authorId: (await heard()).authorId, text: named() }),
    department: () => createDepartment(ctx, { name: named(), memberIds: [] }),
    invitation: async () => (await invite()).invitation.id,
    token: async () => (await invite()).token,
    member: once(newMember),
    newMember,
    held: async () => reply(await someAccount()),
    pile,
    incident,
    incidentTask: async () => addTask(ctx, { id: await incident(), title: named(), assigneeId: null }),
    stop: async () => (await stopSending(ctx, { accountId: await account(), reason: named() })).id,
    assisted: async () => reply(null),
    sent,
    workspace: async () => ctx.workspaceId,
  }
}
