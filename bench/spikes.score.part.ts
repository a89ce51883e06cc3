// What alarms are worth, held against what happened.
import { share } from './house.part.ts'
import type { Alarm } from './spikes.peers.part.ts'
import { binsOfHour, type Happening, weeks } from './spikes.replay.part.ts'

export type Score = {
  found: number
  late: number
  missed: number
  alerts: number
  tellings: number
  takenUp: number
  crises: number
  falseAlarms: number
  weeks: number
  delays: number[]
  benign: string[]
  missedWhat: string[]
}

export type Figures = {
  /** Of all crises, those with an alert within a quarter of an hour after they were there. */
  foundShare: number
  falseAlarmsPerWeek: number
  /** Of those that had any; what is told once more as the same alert is no other alert, and is a telling. */
  alertsPerCrisis: number
  tellingsPerCrisis: number
  /** Of all crises, those that were first told as the flaring up of what was told before them. */
  takenUpShare: number
  /** From the first message of a crisis. */
  medianMinutesToAlert: number
}

/** After its last message an alert may still be the crisis's for so long: the windows look back. */
const afterBins = 2 * binsOfHour
const inTimeBins = 3

export function score(happenings: readonly Happening[], alarms: readonly Alarm[]): Score {
  const crises = happenings.filter((one) => one.kind === 'crisis')
  const result: Score = { ...nothing(), crises: crises.length, weeks }
  const isOf = (alarm: Alarm, one: Happening) => alarm.at >= one.firstAt && alarm.at < one.endAt + afterBins
  for (const crisis of crises) {
    const own = alarms.filter((alarm) => isOf(alarm, crisis))
    const first = own[0]
    result.alerts += own.filter(({ again }, at) => at === 0 || !again).length
    result.tellings += own.length
    if (first?.again) result.takenUp += 1
    if (!first) result.missed += 1
    else if (first.at <= crisis.thereAt + inTimeBins) result.found += 1
    else result.late += 1
    if (!first || first.at > crisis.thereAt + inTimeBins) result.missedWhat.push(crisis.what)
    if (first) result.delays.push((first.at - crisis.firstAt) * 5)
  }
  for (const alarm of alarms) {
    if (crises.some((crisis) => isOf(alarm, crisis))) continue
    result.falseAlarms += 1
    result.benign.push(
      happenings.find((one) => one.kind === 'benign' && isOf(alarm, one))?.what ??
        `nothing w${Math.floor(alarm.at / 2016)}`,
    )
  }
  return result
}

export function sum(scores: readonly Score[]): Score {
  const add = (pick: (one: Score) => number) => scores.reduce((total, one) => total + pick(one), 0)
  return {
    found: add((one) => one.found),
    late: add((one) => one.late),
    missed: add((one) => one.missed),
    alerts: add((one) => one.alerts),
    tellings: add((one) => one.tellings),
    takenUp: add((one) => one.takenUp),
    crises: add((one) => one.crises),
    falseAlarms: add((one) => one.falseAlarms),
    weeks: add((one) => one.weeks),
    delays: scores.flatMap((one) => one.delays),
    benign: scores.flatMap((one) => one.benign),
    missedWhat: scores.flatMap((one) => one.missedWhat),
  }
}

export function figuresOf({
  found,
  late,
  crises,
  falseAlarms,
  weeks,
  alerts,
  tellings,
  takenUp,
  delays,
}: Score): Figures {
  return {
    foundShare: found / crises,
    falseAlarmsPerWeek: falseAlarms / weeks,
    alertsPerCrisis: alerts / Math.max(1, found + late),
    tellingsPerCrisis: tellings / Math.max(1, found + late),
    takenUpShare: takenUp / crises,
    medianMinutesToAlert: share(delays, 0.5),
  }
}

/** Of each figure the one that a promise is most likely to break on. */
export function worstOf(figures: readonly Figures[]): Figures {
  const highest = (pick: (one: Figures) => number) => Math.max(...figures.map(pick))
  return {
    foundShare: Math.min(...figures.map((one) => one.foundShare)),
    falseAlarmsPerWeek: highest((one) => one.falseAlarmsPerWeek),
    alertsPerCrisis: highest((one) => one.alertsPerCrisis),
    tellingsPerCrisis: highest((one) => one.tellingsPerCrisis),
    takenUpShare: highest((one) => one.takenUpShare),
    medianMinutesToAlert: highest((one) => one.medianMinutesToAlert),
  }
}

const nothing = (): Score => ({
  found: 0,
  late: 0,
  missed: 0,
  alerts: 0,
  tellings: 0,
  takenUp: 0,
  crises: 0,
  falseAlarms: 0,
  weeks: 0,
  delays: [],
  benign: [],
  missedWhat: [],
})
