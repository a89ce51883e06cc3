import { hour } from '#base/clock.ts'
import type { Rhythm } from './learn-rhythm.ts'
import { type Lately, lookForSpike, type Sensitivity, type Spike, type UsualShare } from './look-for-spike.ts'

/**
 * One alert an event: it is raised once, updated while it lasts, and over when it has been quiet for hours. What flares up again within the
 * cool-down is the same event; what flares up later, but soon enough (`isAgain`), is told as the same alert.
 */
export type Alert = {
  raisedAt: Date
  /** The last look at which it was still unusual. */
  lastAt: Date
  spike: Spike
  /** The spike when it was at its worst. */
  worst: Spike
}

export type AlertStep =
  | { kind: 'quiet' }
  | { kind: 'raised'; alert: Alert }
  | { kind: 'going_on'; alert: Alert }
  | { kind: 'over'; alert: Alert }

/**
 * Quiet for as long as it lasted, and as long as the window in which it shows, within these bounds, and the event is over. What flickered for a
 * moment does not hide what comes next; of what shows in four hours only, one quiet hour says nothing.
 */
export const coolDownHours = { least: 1, most: 4 }
/** A working day and its evening: whoever was told of it in the morning has not put it away. */
const againHours = 12

/** Whether what was raised in a place now is what was over there before: it is told once more, and stays the alert it was. */
export function isAgain(before: Pick<Alert, 'lastAt'> | undefined, now: Date): boolean {
  return before !== undefined && now.getTime() - before.lastAt.getTime() < againHours * hour
}

/** An event that goes on is told by a gentler bound than a new one: it flickers around the strict one. */
const stillUnusual: Sensitivity = {
  logChanceMax: -2,
  logShareMax: -1,
  logBothMax: -3,
  countMin: 2,
  timesMin: 2,
}

export function followAlert(
  now: Date,
  given: {
    alert: Alert | undefined
    lately: Lately
    rhythm: Rhythm
    usual: UsualShare
    sensitivity?: Sensitivity
  },
): AlertStep {
  const { alert, lately, rhythm, usual, sensitivity } = given
  if (!alert) {
    const spike = lookForSpike(lately, { rhythm, usual, sensitivity })
    if (!spike) return { kind: 'quiet' }
    return { kind: 'raised', alert: { raisedAt: now, lastAt: now, spike, worst: spike } }
  }
  const spike = lookForSpike(shortly(lately), { rhythm, usual, sensitivity: stillUnusual })
  if (spike) {
    const worst = spike.logChance < alert.worst.logChance ? spike : alert.worst
    return { kind: 'going_on', alert: { ...alert, lastAt: now, spike, worst } }
  }
  const quietHours = (now.getTime() - alert.lastAt.getTime()) / hour
  return quietHours >= coolDownOf(alert) ? { kind: 'over', alert } : { kind: 'going_on', alert }
}

function coolDownOf({ raisedAt, lastAt, worst }: Alert): number {
  const lastedHours = (lastAt.getTime() - raisedAt.getTime()) / hour
  return Math.min(coolDownHours.most, Math.max(coolDownHours.least, worst.windowMinutes / 60, 1.5 * lastedHours))
}

const shortBins = 24

/** Of what goes on, only the last two hours tell whether it still does: a day would remember the blow until tomorrow. */
function shortly({ grave, all, worth }: Lately): Lately {
  return { grave: grave.slice(-shortBins), all: all.slice(-shortBins), worth: worth.slice(-shortBins) }
}
