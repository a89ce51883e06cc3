import type { z } from 'zod'
import type { clockShape, noticeShape, pledgeShape } from '#api/contract/promise-shapes.ts'
import { conversationKey } from '#domain/conversation.ts'
import { heldBackWhys } from '#domain/notice.ts'
import { clockKinds } from '#domain/promise-clock.ts'
import type { PromiseRule } from '#domain/promise-rule.ts'
import type { Pledge } from '#inbox/read-pledges.ts'
import type { ClockRow } from '#inbox/write-clocks.ts'
import type { NoticeRow } from '#notify/read-notices.ts'

/** Only what was promised is shown: a clock without a deadline is for the program. */
export function presentClock(clock: ClockRow): z.output<typeof clockShape>[] {
  const { id, kind, minutes, countsFrom, heardAt, dueAt, brokenAt, stoppedAt, isRunning } = clock
  if (dueAt === null || minutes === null) return []
  return [{ id, kind, rule: clock.ruleName, minutes, countsFrom, heardAt, dueAt, brokenAt, stoppedAt, isRunning }]
}

export function presentPledge({ conversationId, number, ...pledge }: Pledge): z.output<typeof pledgeShape> {
  return { ...pledge, conversation: { id: conversationId, key: conversationKey(number) } }
}

export function presentNotice({
  id,
  kind,
  conversation,
  details,
  at,
  readAt,
}: NoticeRow): z.output<typeof noticeShape> {
  const { clock, rule, minutes, dueAt, by, name, department, place } = details
  const why = heldBackWhys.find((one) => one === details.why)
  return {
    id,
    kind,
    conversation,
    clock: clockKinds.find((one) => one === clock) ?? 'first',
    rule: typeof rule === 'string' ? rule : null,
    minutes: typeof minutes === 'number' ? minutes : null,
    dueAt: typeof dueAt === 'string' ? new Date(dueAt) : null,
    by: typeof by === 'string' ? by : null,
    ...(why ? { why } : {}),
    ...(place === 'snippets' || place === 'knowledge' ? { place } : {}),
    name: typeof name === 'string' ? name : typeof department === 'string' ? department : null,
    at,
    readAt,
  }
}

/** The answer may be changed by whoever gets it; the row is not. */
export function presentRule(rule: PromiseRule) {
  const { when } = rule
  return {
    ...rule,
    when: {
      urgencies: [...when.urgencies],
      departmentIds: [...when.departmentIds],
      sourceIds: [...when.sourceIds],
      networks: [...when.networks],
      topicIds: [...when.topicIds],
    },
    minutes: { ...rule.minutes },
    actions: [...rule.actions],
  }
}
