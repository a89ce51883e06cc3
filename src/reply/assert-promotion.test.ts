// The gate: what promotes too often, to those who did not ask, or without saying who speaks, does not leave.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { and, eq } from 'drizzle-orm'
import { day, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { communityRules, judgedReplies, promotionSettings } from '#db/tables/promotion.ts'
import { replies } from '#db/tables/reply.ts'
import { audit, workspaces } from '#db/tables/team.ts'
import type { CommunityRules } from '#domain/promotion/community.ts'
import type { PromotionSettings } from '#domain/promotion/promotion-settings.ts'
import { fakeNetworkConnector } from '#testing/fake-network.ts'
import { replyHouse } from '#testing/reply-house.ts'
import { testApp } from '#testing/test-app.ts'
import { answerPile } from './answer-pile.ts'
import { undoReply } from './undo-reply.ts'
import { type NewReply, writeReply } from './write-reply.ts'

const forum = fakeNetworkConnector({ id: 'forum', url: '', recovery: 'read-back', visibleWithinMs: second })
const dear = { says: { en: 'A link costs.', nl: 'Een link kost geld.' }, source: 'https://dear.example', linkCents: 20 }
const app = await testApp({
  connectors: [
    { ...forum, community: ({ url }) => (url ? { place: new URL(url).host, name: new URL(url).host } : undefined) },
    { ...forum, id: 'dear', promotion: dear },
  ],
})

const offer = 'Bestel nu onze nieuwe fiets, deze week met 20% korting op alles.'
const service = 'Wat vervelend, ik zoek uit waar je pakket gebleven is en laat het je weten.'
const numbers = ['een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf']

async function scene({
  network = 'forum',
  settings = {},
}: {
  network?: string
  settings?: Partial<PromotionSettings>
} = {}) {
  const house = await replyHouse(app, {
    network,
    people: { noor: 'owner', lies: 'lead', sem: 'member' },
  })
  const { workspaceId } = house
  const inside = <T>(work: Parameters<typeof app.db.inWorkspace<T>>[1]) => app.db.inWorkspace(workspaceId, work)
  await app.db.asSystem((tx) =>
    tx
      .update(workspaces)
      .set({ brands: ['Zeemeeuw'] })
      .where(eq(workspaces.id, workspaceId)),
  )
  await inside((tx) => tx.insert(promotionSettings).values({ workspaceId, settings, changedAt: app.clock.now() }))
  const accountId = await house.addAccount()
  const own = await house.addAccount({ handle: 'noortje', name: 'Noor Bakker' })

  /** To somebody new, unless `author` is named; `said` changes what they wrote. */
  async function answer(
    text: string,
    given: Partial<NewReply> & { said?: Partial<typeof mentions.$inferInsert>; as?: string } = {},
  ) {
    const { said, as = 'sem', ...asked } = given
    const conversation = await house.addConversation()
    if (said)
      await app.db.asSystem((tx) => tx.update(mentions).set(said).where(eq(mentions.id, conversation.mentionId)))
    return writeReply(house.as(as), { ...conversation, accountId, text, thenDo: 'done', version: 1, ...asked })
  }
  /** So many ordinary answers, so that a promotion among them is one of many. */
  const serve = async (count: number) => {
    for (let at = 0; at < count; at += 1)
      await answer(`${service} Antwoord ${at}, ${newId()}.`, { said: { kind: 'message' } })
  }
  const ruled = (rules: Partial<CommunityRules>, place = '') =>
    inside((tx) =>
      tx
        .insert(communityRules)
        .values({ id: newId(), workspaceId, network, place, name: 'Forum', rules, changedAt: app.clock.now() }),
    )
  return { ...house, accountId, own, answer, serve, ruled, inside }
}

/** The rules that stopped it. */
async function stopped(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => assert.fail('it was not stopped'),
    (one: unknown) => one,
  )
  assert.ok(error instanceof AppError && error.code === 'bad_input', String(error))
  assert.ok(Array.isArray(error.details.gate), error.message)
  return error.details.gate.map(({ rule }: { rule: string }) => rule)
}

test('the same promotion does not go to a third conversation, also not with the name changed', async () => {
  const { answer, serve } = await scene()
  await serve(30)
  await answer(`Hoi Sam. ${offer}`)
  await answer(`Hoi Fleur. ${offer}`)
  assert.deepEqual(await stopped(answer(`Hoi Joost. ${offer}`)), ['same_text'])
})

test('who works here says so, or does not promote', async () => {
  const { answer, serve, own } = await scene()
  await serve(20)
  assert.deepEqual(await stopped(answer(offer, { accountId: own })), ['undisclosed'])
  await answer(`Ik werk bij Zeemeeuw. ${offer}`, { accountId: own })
  await answer(offer)
})

test('no link at first contact to whoever did not ask; to whoever did, and to whom we know, there may be one', async () => {
  const { answer } = await scene()
  const link = 'Hier lees je hoe dat zit: https://elders.example/uitleg'
  assert.deepEqual(await stopped(answer(link)), ['first_link'])
  await answer(link, { said: { text: 'Waarom is dat zo @zeemeeuw?' } })
  await answer(link, { said: { addressed: ['zeemeeuw'] } })
})

test('the eleventh promotion does not go where ten stand in a hundred answers; one more ordinary answer does', async () => {
  const { answer, inside, accountId, serve } = await scene()
  await serve(90)
  for (let at = 0; at < 10; at += 1)
    await answer(`Gebruik code ACTIE${numbers[at]} in de maand ${numbers[at + 1]} voor zoveel: ${newId()}.`)
  const judged = await inside((tx) => tx.$count(judgedReplies, eq(judgedReplies.isPromotional, true)))
  assert.equal(judged, 10)
  assert.deepEqual(await stopped(answer('Gebruik code LAATSTE.')), ['share'])
  await answer(service, { accountId })
})

test('the first ten: nine help, the tenth may promote, and the eleventh may not', async () => {
  const { answer, serve } = await scene()
  await serve(8)
  assert.deepEqual(await stopped(answer(offer)), ['share'])
  await serve(1)
  const tenth = await answer(offer)
  assert.deepEqual(await stopped(answer('Gebruik code ELF.')), ['share'])
  assert.equal(tenth.override, null)
})

test('of two that would both be the last that fits, one goes', async () => {
  const { answer, serve } = await scene()
  await serve(9)
  const outcomes = await Promise.allSettled([answer('Gebruik code EEN.'), answer('Gebruik code TWEE.', { as: 'noor' })])
  assert.deepEqual(outcomes.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
})

test('what was taken back counts no more', async () => {
  const { answer, serve, as } = await scene()
  await serve(9)
  const reply = await answer(offer)
  await undoReply(as('sem'), reply.id)
  await answer('Gebruik code TWEE.')
})

test('shares are counted within the window and within the community', async () => {
  const { answer, serve } = await scene()
  await serve(9)
  await answer(offer)
  assert.deepEqual(await stopped(answer('Gebruik code TWEE.')), ['share'])
  assert.deepEqual(await stopped(answer('Gebruik code TWEE.', { said: { url: 'https://elders.example/1' } })), [
    'share',
  ])
  app.clock.advance(31 * day)
  assert.deepEqual(await stopped(answer('Gebruik code TWEE.')), ['share'], 'of one answer it would be all')
  await serve(9)
  await answer('Gebruik code TWEE.')
})

test('who never answered hears from us unasked twice, under all their names, and not a third time', async () => {
  const { as, accountId, addConversation, workspaceId } = await scene()
  const conversations = [
    await addConversation(),
    await addConversation(),
    await addConversation(),
    await addConversation(),
  ]
  const [first, ...others] = conversations
  assert.ok(first)
  const person = newId()
  await app.db.asSystem(async (tx) => {
    const rows = await tx.select().from(mentions).where(eq(mentions.workspaceId, workspaceId))
    const authorOf = (id: string) => rows.find((row) => row.id === id)?.authorId ?? ''
    await tx.execute(`insert into people (id, workspace_id, created_at) values ('${person}', '${workspaceId}', now())`)
    for (const { mentionId } of conversations)
      await tx
        .update(authors)
        .set({ personId: person, linkedAt: app.clock.now() })
        .where(eq(authors.id, authorOf(mentionId)))
  })
  const write = (at: number) => {
    const one = conversations[at] ?? assert.fail()
    return writeReply(as('sem'), {
      ...one,
      accountId,
      text: `${service} Nummer ${numbers[at]}.`,
      thenDo: 'done',
      version: 1,
    })
  }
  await write(0)
  await write(1)
  assert.deepEqual(await stopped(write(2)), ['unasked'])
  // They turn to us: from here on it is a talk.
  const [second] = others
  app.clock.advance(second ? 1_000 : 0)
  await app.db.asSystem((tx) =>
    tx
      .update(mentions)
      .set({ text: 'Dank je @zeemeeuw', publishedAt: app.clock.now() })
      .where(eq(mentions.id, conversations[3]?.mentionId ?? '')),
  )
  await write(2)
})

test('a community has rules of its own: no links, only who asks, so many a day, another bound', async () => {
  const { answer, ruled, serve } = await scene()
  await ruled({ links: 'none', unasked: 'none', perDay: 2 })
  const asked = { kind: 'message' } as const
  assert.deepEqual(await stopped(answer('Zie https://elders.example/a', { said: asked })), ['house_rule'])
  assert.deepEqual(await stopped(answer(service)), ['house_rule'])
  await serve(2)
  assert.deepEqual(await stopped(answer(service, { said: asked })), ['house_rule'])
  app.clock.advance(day + second)
  await serve(1)
})

test('a place has rules of its own before those of its network', async () => {
  const { answer, ruled } = await scene()
  await ruled({ links: 'none' })
  await ruled({ links: 'free' }, 'elders.example')
  const text = 'Zie https://elders.example/a'
  const asked = { kind: 'message' } as const
  assert.deepEqual(await stopped(answer(text, { said: asked })), ['house_rule'])
  await answer(text, { said: { ...asked, url: 'https://elders.example/1' } })
})

test('a link that the network asks money for is sent when somebody allows it', async () => {
  const { answer } = await scene({ network: 'dear' })
  const text = 'Zie https://elders.example/a'
  const given = { said: { kind: 'message' as const }, as: 'lies' }
  assert.deepEqual(await stopped(answer(text, given)), ['link_price'])
  const reply = await answer(text, {
    ...given,
    override: { rules: ['link_price'], reason: 'Ze kan het anders niet vinden.' },
  })
  assert.deepEqual(reply.override, { rules: ['link_price'], reason: 'Ze kan het anders niet vinden.' })
})

test('who may sends it all the same, with a reason that stands with the answer; the audit has who and which rules', async () => {
  const { answer, inside, member } = await scene()
  const override = { rules: ['share' as const], reason: 'De actie is van de stichting zelf.' }
  const error = await answer(offer, { override }).catch((one: unknown) => one)
  assert.ok(error instanceof AppError && error.code === 'not_allowed')
  const reply = await answer(offer, { override, as: 'lies' })
  const [line] = await inside((tx) =>
    tx
      .select()
      .from(audit)
      .where(and(eq(audit.action, 'promotion.override'), eq(audit.subjectId, reply.id))),
  )
  assert.deepEqual(line?.details, { rules: ['share'] })
  assert.equal(line?.actor, member('lies').id)
  const [kept] = await inside((tx) => tx.select().from(replies).where(eq(replies.id, reply.id)))
  assert.deepEqual(kept?.override, override)
})

test('only what was seen is set aside', async () => {
  const { answer, own } = await scene()
  const override = { rules: ['share' as const], reason: 'Dit mag.' }
  assert.deepEqual(await stopped(answer(offer, { override, as: 'lies', accountId: own })), ['undisclosed', 'share'])
})

test('while it is off nothing is stopped, and all is counted', async () => {
  const { answer, inside } = await scene({ settings: { isOn: false } })
  await answer(offer)
  assert.equal(await inside((tx) => tx.$count(judgedReplies, eq(judgedReplies.isPromotional, true))), 1)
})

test('a pile of people who asked gets the same help; a promotion among them is held to the bound of three, line by line', async () => {
  const { as, accountId, addConversation, serve } = await scene()
  await serve(40)
  const lines = []
  for (let at = 0; at < 6; at += 1) {
    const { conversationId, mentionId } = await addConversation()
    await app.db.asSystem((tx) =>
      tx.update(mentions).set({ text: 'Waar blijft hij @zeemeeuw' }).where(eq(mentions.id, mentionId)),
    )
    // The bound of a pile itself: three with the very same words.
    const text = at < 3 ? `Hier zie je waar hij is: https://elders.example/kaart` : `${offer} ${numbers[at]}`
    lines.push({ conversationId, mentionId, accountId, version: 1, text })
  }
  const { outcomes } = await answerPile(as('noor'), { lines, spreadMinutes: 0, thenDo: 'done' })
  const refused = outcomes.flatMap((one, at) => ('refused' in one ? [at] : []))
  assert.equal(refused.length, 1)
  assert.ok((refused[0] ?? 0) >= 3)
})

test('what the gate stops of a pile goes line by line with a reason, by the right role, and the reason stands with each', async () => {
  const { addConversation, accountId, as, inside } = await scene({ settings: { oneIn: 1 } })
  const lines = []
  for (let at = 0; at < 4; at += 1)
    lines.push({ ...(await addConversation()), accountId, version: 1, text: `${offer} ${numbers[at]}` })
  const rest = { spreadMinutes: 0, thenDo: 'done' } as const
  const first = await answerPile(as('lies'), { lines, ...rest })
  const left = lines.filter((_, at) => 'refused' in (first.outcomes[at] ?? {}))
  assert.equal(left.length, 2, 'two of nearly the same may stand, the third and fourth not')
  const override = { rules: ['same_text' as const], reason: 'Met marketing besproken.' }
  const again = (as_: string) => answerPile(as(as_), { lines: left.map((line) => ({ ...line, override })), ...rest })
  await assert.rejects(again('sem'), (error) => error instanceof AppError && error.code === 'not_allowed')
  const { outcomes } = await again('lies')
  assert.ok(outcomes.every((one) => 'reply' in one))
  const rows = await inside((tx) => tx.select({ override: replies.override }).from(replies))
  assert.deepEqual(
    rows.flatMap((row) => row.override ?? []),
    [override, override],
  )
})
