import { sql } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import { type RumourMarks, type RumourSays, type RumourWording, rumourLimits } from '#domain/rumour.ts'
import type { Context } from '#team/context.ts'
import { type AskedMessage, rumourReader } from './find-in.ts'

const messagesMax = 2_000
const examplesMax = 20
/** Messages between two breaths, in which others are answered. */
const atOnce = 200

export type RumourTrial = {
  /** Of so many of the newest messages of the last thirty days: */
  asked: number
  found: number
  denied: number
  maybe: number
  examples: { text: string; says: RumourSays; verdict: 'found' | 'maybe'; because: string[] }[]
  /** Which of its own wordings the marks do not know, by their place. */
  unknownWordings: number[]
}

/** What these marks would find, before anything is saved. */
export async function tryRumour(
  ctx: Context,
  { marks, wordings }: { marks: RumourMarks; wordings: readonly RumourWording[] },
): Promise<RumourTrial> {
  const since = new Date(ctx.app.clock.now().getTime() - rumourLimits.lookBackDays * day).toISOString()
  const { rows } = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.execute<AskedMessage>(sql`
      select m.text, m.title, m.lang, coalesce(a.correction->>'sentiment', a.said->'sentiment'->>'class') as sentiment
        from mentions m left join assessments a on a.mention_id = m.id
       where m.workspace_id = ${ctx.workspaceId} and m.heard_at > ${since}::timestamptz and not m.is_own and m.deleted_at is null
       order by m.heard_at desc limit ${messagesMax}`),
  )
  const read = rumourReader(marks)
  const trial: RumourTrial = { asked: rows.length, found: 0, denied: 0, maybe: 0, examples: [], unknownWordings: [] }
  for (const [at, message] of rows.entries()) {
    if (at % atOnce === atOnce - 1) await new Promise<void>((resolve) => setImmediate(resolve))
    const found = read(message)
    if (!found) continue
    if (found.says === 'denies') trial.denied += 1
    else trial[found.verdict] += 1
    if (trial.examples.length < examplesMax) trial.examples.push({ text: message.text, ...found })
  }
  for (const [at, { text, lang }] of wordings.entries())
    if (read({ text, title: null, lang, sentiment: null })?.verdict !== 'found') trial.unknownWordings.push(at)
  return trial
}
