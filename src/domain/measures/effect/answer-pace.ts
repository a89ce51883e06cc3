import { addOuter, dot, solve } from './solve.ts'
import { type DayPart, dayPartAt, dayParts, type WaitingMessage } from './waiting-message.ts'

/** By how long it waits already: whoever answers does so at another pace in the first quarter of an hour than after a day. */
const ageEdges = [15, 30, 60, 120, 240, 480, 1_440, 2_880]
const cellCount = (ageEdges.length + 1) * dayParts.length
const weekMinutes = 10_080
const roundsMax = 25
const stillBelow = 1e-4
/** A part of the day that ends this moment lasts so long still, so that time goes on. */
const leastMinutes = 1e-3
/** Of one trait nobody is answered e to the fourth times as soon: without answers a pace has no measure. */
const slopeMost = 4

/** How soon messages are answered: by how long they wait and what the clock says, and by what they are. */
export type AnswerPace = {
  /** How much sooner than others a message of these traits is answered, as a logarithm. Those of one score were as likely to be answered at any moment. */
  scoreOf(message: WaitingMessage): number
  /** How likely it is that nobody has answered between two moments of its waiting. */
  unanswered(message: WaitingMessage, from: number, until: number): number
}

type Spent = readonly { cell: number; minutes: number }[]

/**
 * A hazard that is constant within a cell of age and part of the day, times e to the traits: Poisson's likelihood, by Newton's steps for the traits and in
 * closed form for the cells. Traits are expected on one scale.
 */
export function learnPace(messages: readonly WaitingMessage[], horizon: number): AnswerPace {
  const waits = waitsOf(messages, horizon)
  let slopes = new Float64Array(messages[0]?.traits.length ?? 0)
  let rates = ratesOf(waits, slopes)
  for (let round = 0; round < roundsMax; round += 1) {
    const step = stepOf(waits, { slopes, rates })
    slopes = slopes.map((slope, i) => Math.min(slopeMost, Math.max(-slopeMost, slope + (step[i] ?? 0))))
    rates = ratesOf(waits, slopes)
    if (step.every((one) => Math.abs(one) < stillBelow)) break
  }
  const scoreOf = ({ traits }: WaitingMessage) => dot(slopes, traits)
  return {
    scoreOf,
    unanswered: (message, from, until) => {
      const expected = spentBetween(message, from, until).reduce(
        (sum, { cell, minutes }) => sum + (rates[cell] ?? 0) * minutes,
        0,
      )
      return Math.exp(-Math.exp(scoreOf(message)) * expected)
    },
  }
}

/** Of all messages in a row: how long each waited in which cell. Flat, because it is walked in every round. */
type Waits = {
  traits: readonly (readonly number[])[]
  /** Where the cells of each message begin; one more than there are messages. */
  starts: Int32Array
  cells: Uint8Array
  minutes: Float64Array
  /** The cell in which it was answered, or -1. */
  answeredIn: Int32Array
}

function waitsOf(messages: readonly WaitingMessage[], horizon: number): Waits {
  const spent = messages.map((message) => spentBetween(message, 0, waitedUntil(message, horizon)))
  const starts = new Int32Array(messages.length + 1)
  for (const [i, one] of spent.entries()) starts[i + 1] = (starts[i] ?? 0) + one.length
  const all = spent.flat()
  return {
    ...{ traits: messages.map(({ traits }) => traits), starts },
    cells: Uint8Array.from(all, ({ cell }) => cell),
    minutes: Float64Array.from(all, ({ minutes }) => minutes),
    answeredIn: Int32Array.from(messages, (message) => {
      const until = waitedUntil(message, horizon)
      const isAnswered = message.answeredAfter !== null && message.answeredAfter <= until
      return isAnswered ? cellAt(until, dayPartAt(wrapped(message.publishedMinute + until)).part) : -1
    }),
  }
}

function waitedUntil({ answeredAfter, nextAfter, seenFor }: WaitingMessage, horizon: number): number {
  return Math.min(answeredAfter ?? horizon, nextAfter ?? horizon, seenFor, horizon)
}

function cellAt(age: number, part: DayPart): number {
  const band = ageEdges.findIndex((edge) => age < edge)
  return (band < 0 ? ageEdges.length : band) * dayParts.length + dayParts.indexOf(part)
}

function wrapped(minute: number): number {
  return minute % weekMinutes
}

/** How long it waited in each cell. */
function spentBetween({ publishedMinute }: WaitingMessage, from: number, until: number): Spent {
  const spent: { cell: number; minutes: number }[] = []
  for (let age = from; age < until; ) {
    const { part, left } = dayPartAt(wrapped(publishedMinute + age))
    const edge = ageEdges.find((one) => one > age) ?? until
    const end = Math.min(until, edge, age + Math.max(left, leastMinutes))
    spent.push({ cell: cellAt(age, part), minutes: end - age })
    age = end
  }
  return spent
}

function ratesOf({ traits, starts, cells, minutes, answeredIn }: Waits, slopes: Float64Array): Float64Array {
  const [answers, waited] = [new Float64Array(cellCount), new Float64Array(cellCount)]
  for (let i = 0; i < traits.length; i += 1) {
    const pull = Math.exp(dot(slopes, traits[i] ?? []))
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1) {
      const cell = cells[k] ?? 0
      waited[cell] = (waited[cell] ?? 0) + pull * (minutes[k] ?? 0)
    }
    const cell = answeredIn[i] ?? -1
    if (cell >= 0) answers[cell] = (answers[cell] ?? 0) + 1
  }
  return answers.map((count, cell) => (waited[cell] ? count / (waited[cell] ?? 1) : 0))
}

function stepOf(
  { traits, starts, cells, minutes, answeredIn }: Waits,
  { slopes, rates }: { slopes: Float64Array; rates: Float64Array },
): Float64Array {
  const size = slopes.length
  const [gradient, information] = [new Float64Array(size), new Float64Array(size * size)]
  for (let i = 0; i < traits.length; i += 1) {
    const of = traits[i] ?? []
    let expected = 0
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1)
      expected += (rates[cells[k] ?? 0] ?? 0) * (minutes[k] ?? 0)
    expected *= Math.exp(dot(slopes, of))
    const more = ((answeredIn[i] ?? -1) >= 0 ? 1 : 0) - expected
    for (let k = 0; k < size; k += 1) gradient[k] = (gradient[k] ?? 0) + more * (of[k] ?? 0)
    addOuter(information, of, expected)
  }
  return size === 0 ? gradient : solve(information, gradient)
}
