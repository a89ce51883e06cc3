import type { ReportPlanView, SavedReportView } from '#api/contract/saved-report-shapes.ts'
import { daysOfSpan, type ReportPart, type ReportSpan, reportParts } from '#domain/saved-report.ts'
import type { ReportSearch } from '#web/report-search.ts'
import { spanOfSearch } from '#web/screens/reputation/report-span.ts'
import { tones } from '#web/screens/reputation/use-report.ts'

export type PartDraft = { part: ReportPart; words: string; isChosen: boolean }
/** A report while it is written. `period` is `week`, `month`, `fixed`, or the number of the last days. */
export type ReportDraft = Omit<ReportPlanView, 'span' | 'parts' | 'tone'> & {
  period: string
  from: string
  to: string
  tone: string | null
  /** All there are: those that are chosen first, in their order. */
  parts: readonly PartDraft[]
}

/** What an hour costs is told only where somebody wants it told: a report may leave the house. */
const notUsual: readonly ReportPart[] = ['costs']

/** A new one, of what the reputation screen was showing. */
export function newDraft(search: ReportSearch, today: string): ReportDraft {
  const span = spanOfSearch(search)
  return {
    ...{ name: '', lead: '', period: periodOf(span), ...daysOfSpan(span, today) },
    against: search.against ?? 'before',
    network: search.network ?? null,
    departmentId: search.departmentId ?? null,
    tone: tones.find((one) => one === search.tone) ?? null,
    parts: chosenFirst(reportParts.map((part) => ({ part, words: '', isChosen: !notUsual.includes(part) }))),
  }
}

export function draftOf(report: SavedReportView): ReportDraft {
  const { name, lead, span, against, network, departmentId, tone, days } = report
  const chosen = report.parts.map(({ part, words }) => ({ part, words, isChosen: true }))
  const others = reportParts.filter((part) => !chosen.some((one) => one.part === part))
  return {
    ...{ name, lead, against, network, departmentId, tone },
    ...{ period: periodOf(span), from: days.from, to: days.to },
    parts: [...chosen, ...others.map((part) => ({ part, words: '', isChosen: false }))],
  }
}

function periodOf(span: ReportSpan): string {
  return span.kind === 'days' ? String(span.days) : span.kind
}

export function planOf(draft: ReportDraft): ReportPlanView {
  const { name, lead, against, network, departmentId, parts } = draft
  return {
    ...{ name: name.trim(), lead: lead.trim(), against, network, departmentId },
    tone: tones.find((one) => one === draft.tone) ?? null,
    span: spanOf(draft),
    parts: parts.filter(({ isChosen }) => isChosen).map(({ part, words }) => ({ part, words: words.trim() })),
  }
}

export function spanOf({ period, from, to }: Pick<ReportDraft, 'period' | 'from' | 'to'>): ReportSpan {
  if (period === 'week' || period === 'month') return { kind: period }
  return period === 'fixed' ? { kind: 'fixed', from, to } : { kind: 'days', days: Number(period) }
}

/** In or out; its words stay with it either way. What comes in stands last of what is in. */
export function toggled(parts: readonly PartDraft[], part: ReportPart): PartDraft[] {
  const found = parts.find((one) => one.part === part)
  if (!found) return [...parts]
  const rest = parts.filter((one) => one !== found)
  const chosen = rest.filter(({ isChosen }) => isChosen)
  const others = rest.filter(({ isChosen }) => !isChosen)
  return [...chosen, { ...found, isChosen: !found.isChosen }, ...others]
}

/** One place up or down among those that are chosen. */
export function moved(parts: readonly PartDraft[], { part, by }: { part: ReportPart; by: 1 | -1 }): PartDraft[] {
  const at = parts.findIndex((one) => one.part === part)
  const [here, there] = [parts[at], parts[at + by]]
  if (!here || !there || !here.isChosen || !there.isChosen) return [...parts]
  return parts.with(at, there).with(at + by, here)
}

function chosenFirst(parts: readonly PartDraft[]): PartDraft[] {
  return [...parts.filter(({ isChosen }) => isChosen), ...parts.filter(({ isChosen }) => !isChosen)]
}
