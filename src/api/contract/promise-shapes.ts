import { z } from 'zod'
import { urgencies } from '#domain/assessment.ts'
import { heldBackWhys, noticeKinds } from '#domain/notice.ts'
import { pledgeOutcomes } from '#domain/pledge.ts'
import { audiences } from '#domain/promise-action.ts'
import { clockKinds } from '#domain/promise-clock.ts'
import { rulesProblem, ruleWords } from '#domain/rule-problem.ts'
import { at, id, personShape, type Wire } from './basic-shapes.ts'

const listMax = 100
const figure = z.int().min(0).max(100_000)
const time = figure.nullable()

export const promiseActionShape = z.object({
  id,
  /** Which clock; null is every clock of the rule. */
  clock: z.enum(clockKinds).nullable(),
  when: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('before'), minutes: figure }),
    /** With so much of the time left, in percent. */
    z.object({ kind: z.literal('share'), percent: figure }),
    z.object({ kind: z.literal('broken') }),
  ]),
  does: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('raise') }),
    z.object({ kind: z.literal('release') }),
    z.object({ kind: z.literal('to_department'), departmentId: id }),
    z.object({ kind: z.literal('to_member'), memberId: id }),
    z.object({ kind: z.literal('notify'), to: z.enum(audiences) }),
    z.object({ kind: z.literal('notify_member'), memberId: id }),
  ]),
})

/** A promise for messages of some kind. An empty list asks nothing; of a list one must fit, and every list must. */
export const promiseRuleShape = z.object({
  id,
  name: z.string().max(200),
  isOn: z.boolean(),
  when: z.object({
    urgencies: z.array(z.literal([...urgencies])).max(urgencies.length),
    departmentIds: z.array(id).max(listMax),
    sourceIds: z.array(id).max(listMax),
    networks: z.array(z.string().max(64)).max(listMax),
    topicIds: z.array(id).max(listMax),
  }),
  /** Minutes until a first answer, until an answer to whoever wrote again, until the matter is done. */
  minutes: z.object({ first: time, next: time, resolution: time }),
  actions: z.array(promiseActionShape).max(listMax),
})

/** In order: the first that is on and fits holds. */
export const promiseRulesInput = z
  .array(promiseRuleShape)
  .max(listMax)
  .superRefine((rules, context) => {
    const problem = rulesProblem(rules)
    if (!problem) return
    const says = ruleWords(problem)
    const path = 'at' in problem ? [rules.findIndex((rule) => rule.id === problem.at)] : []
    context.addIssue({ code: 'custom', message: says.en, path, params: { words: says, problem } })
  })

/** A clock of a conversation: what somebody was promised, since when they wait, and by which rule. */
export const clockShape = z.object({
  id,
  kind: z.enum(clockKinds),
  /** The name of the rule; null is by urgency. */
  rule: z.string().nullable(),
  minutes: z.int(),
  countsFrom: at,
  /** When we heard what it counts from: later than it was said. */
  heardAt: at,
  dueAt: at,
  brokenAt: at.nullable(),
  stoppedAt: at.nullable(),
  isRunning: z.boolean(),
})

export const noticeShape = z.object({
  id,
  kind: z.enum(noticeKinds),
  /** Null is about the house itself. */
  conversation: z.object({ id, key: z.string(), title: z.string(), lang: z.string() }).nullable(),
  clock: z.enum(clockKinds),
  rule: z.string().nullable(),
  minutes: z.int().nullable(),
  dueAt: at.nullable(),
  /** The colleague who did it; the department, the webhook, the snippet or the fact it is about. */
  by: z.string().nullable(),
  name: z.string().nullable(),
  /** Where one can do something about it, where the kind does not say. */
  place: z.enum(['snippets', 'knowledge']).optional(),
  /** Of an answer that was held back. */
  why: z.enum(heldBackWhys).optional(),
  at,
  readAt: at.nullable(),
})

/** What we said we would do for them, and until when. */
export const pledgeShape = z.object({
  id,
  conversation: z.object({ id, key: z.string() }),
  text: z.string(),
  dueAt: at,
  madeBy: personShape.nullable(),
  madeAt: at,
  /** Null while it is open. */
  outcome: z.enum(pledgeOutcomes).nullable(),
  settledAt: at.nullable(),
})

export type PledgeView = Wire<z.infer<typeof pledgeShape>>
export type ClockView = Wire<z.infer<typeof clockShape>>
export type NoticeView = Wire<z.infer<typeof noticeShape>>
