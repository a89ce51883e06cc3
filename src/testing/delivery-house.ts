import { after } from 'node:test'
import { contextWith } from '#app.ts'
import { type Clock, second } from '#base/clock.ts'
import type { Role } from '#domain/role.ts'
import { driveReply, type Outbox } from '#reply/drive-reply.ts'
import { openOutbox } from '#reply/run-outbox.ts'
import { type NewReply, writeReply } from '#reply/write-reply.ts'
import { type FakeNetwork, fakeNetworkConnector, openFakeNetwork } from './fake-network.ts'
import { replyHouse } from './reply-house.ts'
import { type TestApp, testApp } from './test-app.ts'

export const visibleWithinMs = 15 * second
const drivesMax = 100

export type DeliveryHouse = Awaited<ReturnType<typeof deliveryHouse>>

/** An app whose only networks are fakes on loopback, one of each class of recovery. */
export async function deliveryApp(): Promise<TestApp & { networks: Record<string, FakeNetwork> }> {
  const classes = ['key', 'read-back', 'blind'] as const
  const networks: Record<string, FakeNetwork> = {}
  for (const recovery of classes) networks[recovery] = await openFakeNetwork({ hasKeys: recovery === 'key', lateMs: 0 })
  after(() => Promise.all(Object.values(networks).map((network) => network.close())))
  const connectors = classes.map((recovery) =>
    fakeNetworkConnector({ id: recovery, url: networks[recovery]?.url ?? '', recovery, visibleWithinMs }),
  )
  const app = await testApp({ connectors })
  const network = { fetch: globalThis.fetch, openSocket: () => Promise.reject(new Error('no sockets here')) as never }
  const connectorContext: TestApp['connectorContext'] = (signal, workspaceId) =>
    contextWith({ network, clock: app.clock, signal, workspaceId })
  return Object.assign(app, { connectorContext, networks })
}

/** A house on one of those networks, whose outbox moves only when the test says so. */
export async function deliveryHouse(
  app: TestApp & { networks: Record<string, FakeNetwork> },
  recovery: 'key' | 'read-back' | 'blind',
  people?: Record<string, Role>,
) {
  const house = await replyHouse(app, { network: recovery, people })
  const network = app.networks[recovery] as FakeNetwork
  const nativeId = `us-${house.workspaceId}`
  const accountId = await house.addAccount({ nativeId })
  await house.setToken(accountId, nativeId)
  // A call is cut off when the test says so, not by the clock on the wall.
  const waiting: (() => void)[] = []
  const sleep: Clock['sleep'] = (_delayMs, signal) =>
    new Promise((resolve) => {
      waiting.push(resolve)
      signal?.addEventListener('abort', () => resolve(), { once: true })
    })
  const cutOff = (): void => {
    for (const resolve of waiting.splice(0)) resolve()
  }
  const outbox: Outbox = { ...openOutbox(app), clock: { now: app.clock.now, sleep } }

  const write = async (given: Partial<NewReply> = {}) => {
    const conversation = await house.addConversation()
    const text = `Antwoord ${network.asked.post}`
    const asked = { ...conversation, accountId, text, thenDo: 'done' as const, version: 1, ...given }
    return { ...conversation, reply: await writeReply(house.as('sem'), asked) }
  }
  /** Does all that is due now, and nothing that is due later. */
  const drive = async (): Promise<void> => {
    for (let count = 0; count < drivesMax; count += 1) {
      const { due } = await outbox.store.due(app.clock.now())
      const ours = due.filter((one) => one.workspaceId === house.workspaceId)
      if (ours.length === 0) return
      for (const one of ours) await driveReply(outbox, one)
    }
    throw new Error('the outbox does not come to rest')
  }
  const driveAfter = async (delayMs: number): Promise<void> => {
    app.clock.advance(delayMs)
    await drive()
  }
  return { ...house, network, accountId, accountNativeId: nativeId, outbox, write, drive, driveAfter, cutOff }
}
