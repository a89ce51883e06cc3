import { asc } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import { conversations } from '#db/tables/inbox.ts'
import { deliveries } from '#db/tables/notify.ts'
import type { NoticeKind } from '#domain/notice.ts'
import type { Role } from '#domain/role.ts'
import { giveNotices } from '#notify/give-notices.ts'
import type { Outcome } from '#notify/outcome.ts'
import { planDeliveries } from '#notify/plan-deliveries.ts'
import { type DeliveryRow, type Senders, sendDue } from '#notify/send-deliveries.ts'
import { type TestApp, testApp, testWorkspace } from './test-app.ts'

/** An app whose way out leads to servers of the test on loopback. */
export function loopbackApp(clock?: TestApp['clock']): Promise<TestApp> {
  const openSocket = () => Promise.reject(new Error('no sockets here')) as never
  return testApp({ network: { fetch: globalThis.fetch, openSocket }, ...(clock ? { clock } : {}) })
}

/** Members, conversations without messages, and what is on its way to whom. */
export async function notifyHouse(
  app: TestApp,
  people: Readonly<Record<string, Role>> = { noor: 'owner', tess: 'member', olga: 'observer' },
) {
  const workspace = await testWorkspace(app, people)
  const { workspaceId, as, member } = workspace
  let number = 0
  const addConversation = async (title = 'Koffer kwijt'): Promise<string> => {
    number += 1
    const id = newId()
    const at = app.clock.now()
    const row = { id, workspaceId, number, network: 'forum', threadId: id, title, latestAt: at }
    await app.db.asSystem((tx) => tx.insert(conversations).values(row))
    return id
  }
  const give = (input: { to: string[]; about: string | null; kind?: NoticeKind; by?: string; details?: object }) =>
    app.db.inWorkspace(workspaceId, (tx) =>
      giveNotices(tx, as(input.by ?? 'noor'), {
        memberIds: input.to.map((name) => member(name).id),
        conversationId: input.about,
        kind: input.kind ?? 'mentioned',
        details: { ...input.details },
      }),
    )
  const rows = (): Promise<DeliveryRow[]> =>
    app.db.asSystem((tx) => tx.select().from(deliveries).orderBy(asc(deliveries.at), asc(deliveries.id)))
  return { ...workspace, app, addConversation, give, rows }
}

/** Senders that keep what they were given, and answer as the test says. */
export function keptSenders(answer: () => Outcome | Promise<Outcome> = () => ({ kind: 'sent' })) {
  const sent: DeliveryRow[] = []
  const send = async (_app: unknown, row: DeliveryRow): Promise<Outcome> => {
    sent.push(row)
    return answer()
  }
  const senders: Senders = { push: send, mail: send, hook: send, digest: send }
  return { sent, senders }
}

export async function carryOut(app: TestApp, senders: Senders): Promise<void> {
  while ((await planDeliveries(app)) > 0);
  await sendDue(app, senders, new AbortController().signal)
}
