import { z } from 'zod'
import {
  letterRhythms,
  lettersMax,
  monthDayMax,
  reportDaysMax,
  reportParts,
  shareDaysMax,
} from '#domain/saved-report.ts'
import { at, id, namedShape, personShape, type Wire, words } from './basic-shapes.ts'
import { email, name } from './common-shapes.ts'
import { costReportShape } from './report-cost-routes.ts'
import { answerEffectShape } from './report-effect-routes.ts'
import { reportTones, reputationShape } from './report-shapes.ts'

const day = z.iso.date()
const ownWords = z.string().trim().max(4_000)

export const reportSpanShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('days'), days: z.int().min(1).max(reportDaysMax) }),
  z.object({ kind: z.literal('week') }),
  z.object({ kind: z.literal('month') }),
  z.object({ kind: z.literal('fixed'), from: day, to: day }),
])
export const chosenPartShape = z.object({ part: z.enum(reportParts), words: ownWords.default('') })

/** What somebody puts together. Its figures are counted when it is read. */
export const reportPlanShape = z.object({
  name,
  /** Above the figures, by its writer. */
  lead: ownWords,
  span: reportSpanShape,
  against: z.enum(['before', 'year']),
  network: z.string().max(40).nullable(),
  departmentId: id.nullable(),
  tone: z.enum(reportTones).nullable(),
  parts: z
    .array(chosenPartShape)
    .min(1)
    .max(reportParts.length)
    .refine((parts) => new Set(parts.map(({ part }) => part)).size === parts.length, 'Each part stands in it once.'),
})
export type ReportPlanView = z.input<typeof reportPlanShape>

/** When it leaves by itself, for whom, and how. `onDay`: of a week 1 (Monday) to 7, of a month 1 to 28. */
export const letterPlanShape = z
  .object({
    rhythm: z.enum(letterRhythms),
    onDay: z.int().min(1).max(monthDayMax),
    hour: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u),
    addresses: z.array(email).min(1).max(lettersMax),
    lang: z.enum(['en', 'nl']),
    /** As long as the link in it shows the report. */
    linkDays: z.int().min(1).max(shareDaysMax),
    hasPdf: z.boolean(),
  })
  .refine(({ rhythm, onDay }) => rhythm === 'month' || onDay <= 7, 'A week has seven days.')
export type LetterPlanView = z.input<typeof letterPlanShape>

export const reportLetterShape = z.object({
  ...{ id, address: z.string(), state: z.enum(['waiting', 'sent', 'failed']), at },
  /** Why it did not arrive, or came without its PDF. */
  trouble: words.nullable(),
})

export const savedReportShape = reportPlanShape.extend({
  ...{ id, version: z.int(), by: personShape.nullable(), changedAt: at },
  /** The days that it means today, by the calendar of the workspace. */
  days: z.object({ from: day, to: day }),
  department: namedShape.nullable(),
  letters: letterPlanShape.and(z.object({ nextAt: at, zone: z.string() })).nullable(),
  /** The newest first. */
  sent: z.array(reportLetterShape),
  may: z.object({ change: z.boolean(), remove: z.boolean(), share: z.boolean() }),
})
export type SavedReportView = Wire<z.infer<typeof savedReportShape>>

export const savedReportsShape = z.object({
  reports: z.array(
    savedReportShape.pick({ id: true, name: true, span: true, parts: true, by: true, changedAt: true, letters: true }),
  ),
  /** A Chromium was found here: a PDF can be made without anybody's browser. */
  canPdf: z.boolean(),
  hasMailServer: z.boolean(),
})

export const reportShareShape = z.object({
  ...{ id, url: z.string(), from: day, to: day, by: personShape.nullable(), madeAt: at, expiresAt: at },
  endedAt: at.nullable(),
  seenCount: z.int(),
  seenAt: at.nullable(),
  /** Made for a letter, and not by hand. */
  isOfLetter: z.boolean(),
})
export type ReportShareView = Wire<z.infer<typeof reportShareShape>>

/** Something that happened on a day, as the charts number it. */
export const happeningShape = z.object({ day, untilDay: day.nullable(), label: z.string() })

/** A report as whoever has its link sees it: figures and the words of its writer, and of nobody who was heard. */
export const sharedReportShape = reportPlanShape
  .pick({ name: true, lead: true, parts: true, against: true, network: true, tone: true })
  .extend({
    workspace: z.string(),
    department: z.string().nullable(),
    expiresAt: at,
    reputation: reputationShape,
    /** Null where no part asks for it. */
    effect: answerEffectShape.nullable(),
    costs: costReportShape.nullable(),
    happenings: z.array(happeningShape),
    /** What the networks in it call themselves. */
    networks: z.array(z.object({ id: z.string(), name: z.string() })),
  })
export type SharedReportView = Wire<z.infer<typeof sharedReportShape>>
