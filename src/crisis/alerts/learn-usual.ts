import { day, hour } from '#base/clock.ts'
import { learnPart, learnRhythm, type PastHour, type Rhythm } from '#crisis/learn-rhythm.ts'
import type { UsualShare } from '#crisis/look-for-spike.ts'
import { shareOf } from '#crisis/usual-share.ts'
import type { Tx } from '#db/database.ts'
import type { OpeningHours } from '#domain/opening-hours.ts'
import { type Counted, readLoudestStory, readSeries, type Scope, scopeKey } from './read-series.ts'
import { hourOfMidnight, type WeekSlots, weekSlots } from './week-slots.ts'

/** What is usual in one scope, and since when it is known. */
export type Usual = { rhythm: Rhythm; usual: UsualShare; knownHours: number }

/** Hours, as numbers since 1970, that say nothing of what is usual there: of alerts, and of peaks that were entered ahead. */
export type IsUnusual = (hourOfEpoch: number, scope: Scope) => boolean

export const learnedHours = 8 * 7 * 24
const firstHours = 7 * 24
/** Eight weeks of ten million messages a year are a minute's reading: a stop waits for one piece of it, not for all. */
const pieceHours = 4 * 24

export type Learning = {
  workspaceId: string
  hours: OpeningHours | null
  /** The first hour of which anything is known. */
  sinceHour: number
  /** When a search or a source was made: before that its silence says nothing. */
  madeHour(scope: Scope): number | undefined
  isUnusual: IsUnusual
  now: Date
}

export type Learner = { slots: WeekSlots; usualOf(tx: Tx, scope: Scope): Promise<Usual> }

/**
 * Learned anew each night, and by the hour within the first week; only scopes that are asked for. Nothing of it is kept but in memory: whoever starts again
 * learns the same from the same rows. Once the signal aborts, what was not yet learned throws.
 */
export function openLearner(signal?: AbortSignal): (learning: Learning) => Learner {
  const kept = new Map<string, { key: string; learner: Learner }>()
  return (learning) => {
    const until = learnedUntil(learning)
    const key = JSON.stringify([until, learning.hours, learning.sinceHour])
    const known = kept.get(learning.workspaceId)
    if (known?.key === key) return known.learner
    const learner = learnerOf(learning, { until, signal })
    kept.set(learning.workspaceId, { key, learner })
    return learner
  }
}

export function learnedUntil({ hours, sinceHour, now }: Pick<Learning, 'hours' | 'sinceHour' | 'now'>): number {
  const nowHour = Math.floor(now.getTime() / hour)
  return nowHour - sinceHour < firstHours ? nowHour : hourOfMidnight(hours, now)
}

function learnerOf(learning: Learning, { until, signal }: { until: number; signal: AbortSignal | undefined }): Learner {
  const slots = weekSlots(learning.hours)
  const from = Math.max(learning.sinceHour, until - learnedHours)
  const learned = new Map<string, Usual>()
  let past: Promise<Map<string, Counted[]>> | undefined
  return {
    slots,
    usualOf: async (tx, scope) => {
      // Every story is held against the loudest of its hour.
      const asked = scope.kind === 'story' ? { kind: scope.kind, subjectId: learning.workspaceId } : scope
      const known = learned.get(scopeKey(asked))
      if (known) return known
      past ??= readPast(tx, { workspaceId: learning.workspaceId, from, until, signal }).catch((error: unknown) => {
        past = undefined
        throw error
      })
      const counted = (await past).get(scopeKey(asked)) ?? []
      const made = Math.min(learning.madeHour(asked) ?? 0, counted[0]?.bin ?? until)
      const since = Math.max(from, made)
      const usual = learn({ counted, from: since, until, slots, isUnusual: (at) => learning.isUnusual(at, asked) })
      learned.set(scopeKey(asked), usual)
      return usual
    },
  }
}

type Past = { workspaceId: string; from: number; until: number; signal?: AbortSignal | undefined }

/** A piece at a time: who is new in a bin hangs on the day before it alone, so that pieces are what the whole would be. */
export async function readPast(tx: Tx, { workspaceId, from, until, signal }: Past): Promise<Map<string, Counted[]>> {
  const pieces: Counted[][] = []
  for (let at = from; at < until; at += pieceHours) {
    signal?.throwIfAborted()
    const piece = { from: new Date(at * hour), until: new Date(Math.min(at + pieceHours, until) * hour) }
    const series = { workspaceId, ...piece, binMinutes: 60 }
    const stories = await readLoudestStory(tx, series)
    const loudest = stories.map((one) => ({ ...one, kind: 'story' as const, subjectId: workspaceId }))
    pieces.push(await readSeries(tx, { ...series, kinds: ['whole', 'topic', 'source'] }), loudest)
  }
  return Map.groupBy(pieces.flat(), scopeKey)
}

type Learned = {
  counted: readonly Counted[]
  from: number
  until: number
  slots: WeekSlots
  isUnusual: (hourOfEpoch: number) => boolean
}

function learn({ counted, from, until, slots, isUnusual }: Learned): Usual {
  const byHour = new Map(counted.map((one) => [one.bin, one]))
  const length = Math.max(0, until - from)
  const past: (PastHour & { all: number })[] = Array.from({ length }, (_, index) => {
    const at = from + index
    const { grave = 0, all = 0 } = byHour.get(at) ?? {}
    return { slot: slots(at), count: grave, all, ageHours: until - 1 - at, weight: isUnusual(at) ? 0 : 1 }
  })
  const rhythm = learnPart(past, learnRhythm(past.map((one) => ({ ...one, count: one.all }))))
  return { rhythm, usual: shareOf(past), knownHours: length }
}

/** Less than this is known of a place: whatever happens there may be usual. */
export const knownHoursLeast = day / hour
