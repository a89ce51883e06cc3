import { asc, eq } from 'drizzle-orm'
import { newId } from '#base/ids.ts'
import { notices } from '#db/tables/notify.ts'
import { promiseClocks } from '#db/tables/promises.ts'
import { accounts } from '#db/tables/reply.ts'
import { audit } from '#db/tables/team.ts'
import type { PromiseAction } from '#domain/promise-action.ts'
import type { PromiseConditions, PromiseRule, PromiseTimes } from '#domain/promise-rule.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { intakeHouse } from './intake-house.ts'
import type { TestApp } from './test-app.ts'

const anything: PromiseConditions = { urgencies: [], departmentIds: [], sourceIds: [], networks: [], topicIds: [] }

type GivenRule = Partial<Omit<PromiseRule, 'minutes'>> & { minutes?: Partial<PromiseTimes> }

export function promiseRule({ minutes, ...given }: GivenRule = {}): PromiseRule {
  const times = { first: 30, next: null, resolution: null, ...minutes }
  return { id: newId(), name: 'Storing', isOn: true, when: anything, actions: [], ...given, minutes: times }
}

export function promiseAction(given: Partial<PromiseAction> = {}): PromiseAction {
  return { id: newId(), clock: null, when: { kind: 'broken' }, does: { kind: 'raise' }, ...given }
}

const noMinutes = { '0': null, '1': null, '2': null, '3': null }
const us = { nativeId: 'we', handle: 'zilvermeeuw', name: 'Zilvermeeuw' }

/** A workspace that hears, with promises by rules only, and eyes on its clocks. */
export async function promiseHouse(app: TestApp, rules: readonly PromiseRule[] = [promiseRule()]) {
  const house = await intakeHouse(app)
  const { ctx } = house
  await app.db.asSystem((tx) =>
    tx.insert(accounts).values({ id: newId(), workspaceId: ctx.workspaceId, network: 'forum', credentials: '', ...us }),
  )
  const setRules = (promiseRules: readonly PromiseRule[]) =>
    changeWorkspace(ctx, { promiseRules, promiseMinutes: noMinutes })
  await setRules(rules)
  const here = { workspaceId: ctx.workspaceId }
  const clocks = () =>
    app.db.inWorkspace(here.workspaceId, (tx) =>
      tx
        .select()
        .from(promiseClocks)
        .orderBy(asc(promiseClocks.askedAt), asc(promiseClocks.kind), asc(promiseClocks.id)),
    )
  return {
    ...house,
    setRules,
    clocks,
    /** The customer, in one thread. */
    says: (text: string, minutesAgo = 0, nativeId = newId()) =>
      house.hear({
        text,
        nativeId,
        rootId: 'thread',
        publishedAt: new Date(app.clock.now().getTime() - minutesAgo * 60_000),
      }),
    /** We, on the network itself. */
    answersElsewhere: (text: string) => house.hear({ text, rootId: 'thread', parentId: 'thread', author: us }),
    only: async () => (await house.rows())[0]?.row,
    lines: (action: 'promise.act' | 'promise.break') =>
      app.db.inWorkspace(here.workspaceId, (tx) =>
        tx.select().from(audit).where(eq(audit.action, action)).orderBy(asc(audit.id)),
      ),
    notices: () => app.db.inWorkspace(here.workspaceId, (tx) => tx.select().from(notices)),
  }
}
