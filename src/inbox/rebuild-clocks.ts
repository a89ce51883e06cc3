import type { Tx } from '#db/database.ts'
import type { ClockKind } from '#domain/promise-clock.ts'
import { type Asked, withAsked } from '#domain/promise-rule.ts'
import type { Context } from '#team/context.ts'
import { readPromiseTerms } from '#team/promise-terms.ts'
import { readAskedSince } from './give-answer.ts'
import { recordBroken } from './record-broken.ts'
import {
  type ClockRow,
  readClocks,
  type StopWhy,
  showDue,
  stopClocks,
  type WantedClock,
  writeClocks,
} from './write-clocks.ts'

/** An answer is waited for by one clock at a time, the first or the next; the end of the matter by another. */
const groups = [['first', 'next'], ['resolution']] as const satisfies readonly (readonly ClockKind[])[]
const clockIn = (clocks: readonly ClockRow[], group: readonly ClockKind[]) =>
  clocks.find(({ kind }) => group.includes(kind))

/**
 * Before one is merged into the other: what somebody waits for in the one, they wait for in the other from now on. The clocks of the one stand
 * still where they are, for when it is taken apart.
 */
export async function joinClocks(
  tx: Tx,
  ctx: Context,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  const from = await readClocks(tx, [fromId])
  const into = await readClocks(tx, [intoId])
  const wanted = groups.flatMap((group): WantedClock[] => {
    const [moving, known] = [clockIn(from, group), clockIn(into, group)]
    if (!moving) return []
    const asked = moving.asked.reduce(withAsked, known?.asked ?? [])
    return [{ known, conversationId: intoId, kind: known?.kind ?? moving.kind, asked }]
  })
  await write(tx, ctx, wanted)
  await showDue(tx, [intoId])
}

/**
 * After messages were taken out of `ofId` into `otherId`: each waits for what was said in it. Where nobody waits in the one any more, nobody waits
 * in the other.
 */
export async function partClocks(
  tx: Tx,
  ctx: Context,
  { ofId, otherId }: { ofId: string; otherId: string },
): Promise<void> {
  const running = await readClocks(tx, [ofId])
  const other = await readClocks(tx, [otherId])
  const wanted: WantedClock[] = []
  for (const group of groups) {
    const clock = clockIn(running, group)
    if (!clock) {
      await stop(tx, ctx, clockIn(other, group), 'answer')
      continue
    }
    const since = new Date(clock.askedAt.getTime() - 1)
    for (const { id, clocks } of [
      { id: ofId, clocks: running },
      { id: otherId, clocks: other },
    ]) {
      const known = clockIn(clocks, group)
      const asked = await readAskedSince(tx, id, since)
      if (asked.length === 0) await stop(tx, ctx, known, 'anew')
      else wanted.push({ known: known && anew(known), conversationId: id, kind: known?.kind ?? clock.kind, asked })
    }
  }
  await write(tx, ctx, wanted)
  await showDue(tx, [ofId, otherId])
}

type Told = { id: string; departmentId: string | null; urgency: number }

/** Rules placed what was heard just now, or made it more urgent: it is promised what is promised there. */
export async function tellClocks(
  tx: Tx,
  ctx: Context,
  { placed, heardAt }: { placed: readonly Told[]; heardAt: Date },
): Promise<void> {
  const byId = new Map(placed.map((one) => [one.id, one]))
  const clocks = await readClocks(tx, [...byId.keys()])
  const wanted = clocks.flatMap((clock): WantedClock[] => {
    const told = byId.get(clock.conversationId)
    if (!told) return []
    const asked = clock.asked.map((one) => (isOf(one, heardAt) ? toldOf(one, told) : one))
    const isNew = clock.asked.every((one) => isOf(one, heardAt))
    const { conversationId, kind } = clock
    return [{ known: isNew ? anew(clock) : clock, conversationId, kind, asked }]
  })
  await write(tx, ctx, wanted)
  await showDue(tx, [...byId.keys()])
}

const isOf = (asked: Asked, heardAt: Date): boolean => Date.parse(asked.heardAt) === heardAt.getTime()

function toldOf(asked: Asked, { departmentId, urgency }: Told): Asked {
  return {
    ...asked,
    urgency: Math.max(asked.urgency, urgency) as Asked['urgency'],
    departmentIds: [...new Set([...asked.departmentIds, ...(departmentId ? [departmentId] : [])])],
  }
}

/** To be counted as if it began now. What is broken stays so. */
function anew(clock: ClockRow): ClockRow {
  if (clock.brokenAt) return clock
  return { ...clock, ruleId: null, ruleName: null, minutes: null, dueAt: null, actAt: null }
}

async function stop(tx: Tx, ctx: Context, clock: ClockRow | undefined, by: StopWhy): Promise<void> {
  if (!clock) return
  await recordBroken(tx, ctx, await stopClocks(tx, { ids: [clock.id], at: ctx.app.clock.now(), by }))
}

async function write(tx: Tx, ctx: Context, wanted: readonly WantedClock[]): Promise<void> {
  if (wanted.length === 0) return
  const { workspaceId } = ctx
  await writeClocks(tx, { workspaceId, wanted, terms: await readPromiseTerms(tx, workspaceId) })
}
