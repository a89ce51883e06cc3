import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { day } from '#base/clock.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import { openFollowed } from '#inbox/followed.ts'
import { takeIn } from '#inbox/take-in.ts'
import { createStorySource } from '#listen/save-source.ts'
import type { SourceRow } from '#listen/source-row.ts'
import { createTopic } from '#mentions/save-topic.ts'
import { openTopicEngine } from '#mentions/topic-engine.ts'
import { confirmHeardBack } from '#reply/confirm-heard-back.ts'
import { connectAccount } from '#reply/connect-account.ts'
import { holdBackOvertaken } from '#reply/hold-back-overtaken.ts'
import type { AccountRow } from '#reply/outbox-store.ts'
import { openOutbox } from '#reply/run-outbox.ts'
import { createDepartment } from '#team/change-department.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { type Context, memberOf } from '#team/context.ts'
import { addStoryColleague } from '#team/demo-workspaces.ts'
import { findMember } from '#team/find-member.ts'
import { startWorkspace } from '#team/start-workspace.ts'
import type { Company } from './story.ts'
import type { StoryClock } from './story-clock.ts'
import type { Stage } from './tell-story.ts'

export type DemoOwner = { userId: string; name: string; lang: InterfaceLanguage }

/** How long before now the company began to listen. */
const weeksMs = 57 * day

/** The workspace of a company as it was before anything was said: people, departments, topics, sources, accounts. */
export async function buildStage(
  app: App,
  { company, owner, clock }: { company: Company; owner: DemoOwner; clock: StoryClock },
): Promise<Stage> {
  const now = clock.now()
  const { userId, lang } = owner
  const workspaceId = await startWorkspace(app, { name: company.name, ownerName: owner.name, userId, isDemo: true })
  // The demo begins now, and has been there for weeks.
  clock.goTo(new Date(now.getTime() - weeksMs))
  const me = await contextOf(app, { workspaceId, userId })
  const { promiseMinutes, brands } = company
  await changeWorkspace(me, { brands: [...brands], promiseMinutes, welcomedAt: clock.now() })
  const people = await addPeople(app, { company, me })
  const departments = await addDepartments(me, { company, people, lang })
  for (const { name, query, department } of company.topics) {
    const departmentId = department ? present(departments.get(department), 'a department of the topic') : null
    const rest = { departmentId, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
    await createTopic(me, { name: name[lang], query, ...rest })
  }
  // What is listened for stands still while the story is told: it need not be read again for each of its weeks.
  const still = { ...app, clock: { ...clock, now: () => now } }
  const engine = openTopicEngine(still)
  const followed = openFollowed(still)
  return {
    app,
    clock,
    now,
    workspaceId,
    people,
    departments,
    accounts: await addAccounts(me, company),
    sources: await addSources(me, company),
    receive: takeIn(app, {
      engine,
      followed,
      onOwnPost: async (tx, ctx, own) => void (await confirmHeardBack(tx, ctx, own)),
      onTheirs: holdBackOvertaken,
    }),
    outbox: openOutbox(app),
  }
}

async function contextOf(app: App, who: { workspaceId: string; userId: string }): Promise<Context> {
  const member = present(await findMember(app, who), 'the member just made')
  return { app, workspaceId: who.workspaceId, actor: { kind: 'member', member } }
}

async function addPeople(
  app: App,
  { company, me }: { company: Company; me: Context },
): Promise<ReadonlyMap<string, Context>> {
  const { workspaceId } = me
  const people = new Map([['me', me]])
  for (const { key, name, role } of company.colleagues) {
    const email = `${key}@demo.${company.key}.example`
    const userId = await addStoryColleague(app, { workspaceId, name, email, role })
    people.set(key, await contextOf(app, { workspaceId, userId }))
  }
  return people
}

async function addDepartments(
  me: Context,
  { company, people, lang }: { company: Company; people: ReadonlyMap<string, Context>; lang: InterfaceLanguage },
): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>()
  for (const [key, name] of Object.entries(company.departments)) {
    const members = company.colleagues.filter(({ department }) => department === key)
    const memberIds = members.map((one) => memberOf(present(people.get(one.key), 'a colleague')).id)
    ids.set(key, await createDepartment(me, { name: name[lang], memberIds }))
  }
  return ids
}

async function addAccounts(me: Context, company: Company): Promise<ReadonlyMap<string, AccountRow>> {
  const rows = new Map<string, AccountRow>()
  for (const { connector, handle } of company.accounts) {
    rows.set(connector, await connectAccount(me, { connector, credentials: { handle } }))
  }
  return rows
}

async function addSources(me: Context, company: Company): Promise<ReadonlyMap<string, SourceRow>> {
  const rows = new Map<string, SourceRow>()
  for (const { key, connector, name, settings } of company.sources) {
    const row = await createStorySource(me, { connector, name, settings })
    rows.set(key, { ...row, cursor: { story: `${company.key}/${key}`, told: 0 } })
  }
  return rows
}
