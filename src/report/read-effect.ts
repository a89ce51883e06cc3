import type { EffectOfAnswering } from '#domain/measures/effect/effect-of-answering.ts'
import type { PolicyStrategy } from '#domain/policy.ts'
import type { Context } from '#team/context.ts'
import { compareApart } from './compare-apart.ts'
import { readWaiting } from './read-waiting.ts'
import type { ReportFilter } from './report-ask.ts'
import { type DayRange, reportPeriod } from './report-period.ts'
import { zoneOf } from './settle-figures.ts'

/** For so long after an answer it is looked what its reader does: most who write again do so in two days. */
export const effectWindowHours = 48
/** The newest so many messages of a period: more would make whoever asks wait, and tell little more. */
const messagesMax = 6_000

export const effectTraits = ['anger', 'score', 'followers', 'urgency', 'question', 'complaint', 'earlier'] as const
export type EffectTrait = (typeof effectTraits)[number]

export type AnswerEffectReport = Omit<EffectOfAnswering, 'cells' | 'balance'> & {
  windowHours: number
  messages: number
  /** There were more messages in the period than are compared. */
  isCut: boolean
  cells: { strategy: PolicyStrategy; network: string; tone: EffectOfAnswering['outcomes']['tone'] }[]
  balance: { trait: EffectTrait; before: number; after: number }[]
}

/** What answering did to what people did next, in a time. @throws AppError `bad_input`, `unavailable` */
export async function readEffect(ctx: Context, input: DayRange & ReportFilter): Promise<AnswerEffectReport> {
  const { workspaceId } = ctx
  const period = reportPeriod({ ...input, against: 'before' })
  const found = await ctx.app.db.inWorkspace(workspaceId, async (tx) =>
    readWaiting(tx, {
      ...{ ...input, workspaceId, period, zone: await zoneOf(tx, workspaceId) },
      ...{ now: ctx.app.clock.now(), most: messagesMax + 1 },
    }),
  )
  const messages = found.slice(0, messagesMax)
  const { cells, balance, ...effect } = await compareApart({
    messages,
    windowMinutes: effectWindowHours * 60,
  })
  return {
    ...{ ...effect, windowHours: effectWindowHours, messages: messages.length, isCut: found.length > messagesMax },
    cells: cells
      .map(({ cell, tone }) => {
        const [strategy = '', network = ''] = cell.split(' ')
        // Written as a cell by `readWaiting`, from a column that holds nothing else.
        return { strategy: strategy as PolicyStrategy, network, tone }
      })
      .toSorted((a, b) => b.tone.sample - a.tone.sample),
    balance: balance.flatMap(({ trait, ...of }) => {
      const name = effectTraits[trait]
      return name ? [{ trait: name, ...of }] : []
    }),
  }
}
