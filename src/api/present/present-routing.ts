import type { z } from 'zod'
import type { routingRunShape, routingShape } from '#api/contract/routing-shapes.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { ReadRouting, ReadRun } from '#inbox/routing/read-routing.ts'

type RunAnswer = z.output<typeof routingRunShape>

export function presentRouting({ rules, trial, application, undo }: ReadRouting): z.output<typeof routingShape> {
  const run = (one: ReadRun | null) => one && presentRun(one)
  return {
    rules,
    trial: run(trial),
    application: run(application),
    undo: run(undo),
  }
}

function presentRun(run: ReadRun): RunAnswer {
  const ids = [...new Set([...Object.keys(run.before), ...Object.keys(run.after)])]
  return {
    ...{ id: run.id, state: run.state, ruleName: run.ruleName, since: run.since, askedAt: run.askedAt, by: run.by },
    ...{
      of: run.ofCount,
      tried: run.triedCount,
      moved: run.movedCount,
      brought: run.broughtCount,
      byHand: run.byHandCount,
    },
    finishedAt: run.finishedAt,
    isTakenBack: run.isTakenBack,
    departments: ids.map((id) => ({ id: id || null, before: run.before[id] ?? 0, after: run.after[id] ?? 0 })),
    examples: run.examples.map(({ number, ...one }) => ({ ...one, key: conversationKey(number) })),
  }
}
