import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { type App, connectorsIn } from '#app.ts'
import { minute } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { reportShares, savedReports } from '#db/tables/saved-reports.ts'
import { departments, workspaces } from '#db/tables/team.ts'
import type { ReportPart } from '#domain/saved-report.ts'
import { annotationsIn } from '#report/annotations/read-annotations.ts'
import { readCosts } from '#report/read-costs.ts'
import { readEffect } from '#report/read-effect.ts'
import { readReputation } from '#report/read-reputation.ts'
import type { DayRange } from '#report/report-period.ts'
import type { Context } from '#team/context.ts'
import type { SavedReportRow } from './report-here.ts'
import { readToken } from './share-token.ts'

/** A report for whoever has its link: figures and the words of who put it together, and nothing of anybody who was heard. */
export type SharedReport = Awaited<ReturnType<typeof drawn>> & { expiresAt: Date }

type Opened = DayRange & { report: SavedReportRow; expiresAt: Date }

/** @throws AppError `not_found` alike for a link that never was, that ended, that expired, and whose report is gone */
export async function readShared(app: App, { token }: { token: string }): Promise<SharedReport> {
  const opened = await open(app, token)
  if (!opened)
    throw new AppError('not_found', 'This link shows nothing any more. Ask whoever gave it to you for a new one.')
  const { expiresAt } = opened
  return { ...(await onceAMinute(app, opened)), expiresAt }
}

async function open(app: App, token: string): Promise<Opened | undefined> {
  const read = readToken(app, token)
  const now = app.clock.now()
  if (read?.kind === 'paper') {
    const expiresAt = new Date(read.until)
    const report = expiresAt > now ? await reportOf(app, read.reportId) : undefined
    return report && { report, expiresAt, from: read.from, to: read.to }
  }
  if (!read) return undefined
  const isOpen = and(
    ...[eq(reportShares.id, read.shareId), isNull(reportShares.endedAt), gt(reportShares.expiresAt, now)],
  )
  const [share] = await app.db.asSystem((tx) =>
    tx
      .update(reportShares)
      .set({ seenCount: sql`${reportShares.seenCount} + 1`, seenAt: now })
      .where(isOpen)
      .returning(),
  )
  const report = share && (await reportOf(app, share.reportId))
  return report && { report, expiresAt: share.expiresAt, from: share.fromDay, to: share.toDay }
}

async function reportOf(app: App, id: string): Promise<SavedReportRow | undefined> {
  const [row] = await app.db.asSystem((tx) => tx.select().from(savedReports).where(eq(savedReports.id, id)))
  return row
}

const freshMs = minute
const keptMax = 50
type Kept = { at: number; answer: ReturnType<typeof drawn> }
const kept = new WeakMap<App, Map<string, Kept>>()

/** Nobody signs in for it: however often a link is opened, its figures are counted once a minute. */
function onceAMinute(app: App, opened: Opened): ReturnType<typeof drawn> {
  const { report, from, to } = opened
  const answers = kept.get(app) ?? new Map<string, Kept>()
  kept.set(app, answers)
  const key = [report.id, report.version, from, to].join(' ')
  const now = app.clock.now().getTime()
  const known = answers.get(key)
  if (known && now - known.at < freshMs) return known.answer
  for (const [old, { at }] of answers) if (now - at >= freshMs || answers.size >= keptMax) answers.delete(old)
  const answer = drawn(app, opened)
  answers.set(key, { at: now, answer })
  // What went wrong is asked again by the next who looks.
  answer.catch(() => answers.delete(key))
  return answer
}

const costParts: readonly ReportPart[] = ['costs']
const effectParts: readonly ReportPart[] = ['effect', 'works_where']

async function drawn(app: App, { report, from, to }: Opened) {
  const { workspaceId, asked, name, lead, parts } = report
  const { against, network, departmentId, tone } = asked
  const ctx: Context = { app, workspaceId, actor: { kind: 'system', part: 'clock' } }
  const narrowed = { from, to, ...(network && { network }), ...(departmentId && { departmentId }) }
  const shows = (some: readonly ReportPart[]) => parts.some(({ part }) => some.includes(part))
  const reputation = await readReputation(ctx, { ...narrowed, against, ...(tone && { tone }) })
  const effect = shows(effectParts) ? await readEffect(ctx, narrowed) : null
  const costs = shows(costParts) ? await readCosts(ctx, narrowed) : null
  const here = await namesOf(app, report)
  const noted = await app.db.asSystem((tx) => annotationsIn(tx, workspaceId, { from, to }))
  const happenings = noted.map(({ day, untilDay, words }) => ({ day, untilDay, label: words }))
  return {
    ...{ name, lead, parts, against, network, tone, ...here, reputation, effect, costs },
    happenings,
    // Whoever has no session cannot ask what a network is called.
    networks: [...connectorsIn(app, workspaceId)].map(([id, connector]) => ({ id, name: connector.name })),
  }
}

async function namesOf(app: App, { workspaceId, asked }: SavedReportRow) {
  return app.db.asSystem(async (tx) => {
    const [here] = await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, workspaceId))
    const ids = asked.departmentId ? [asked.departmentId] : []
    const [department] = await tx
      .select({ name: departments.name })
      .from(departments)
      .where(inArray(departments.id, ids))
    return { workspace: here?.name ?? '', department: department?.name ?? null }
  })
}
