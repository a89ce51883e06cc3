import { addOuter, dot, solve } from './solve.ts'
import type { WaitingMessage } from './waiting-message.ts'

/** By how long it waits already: whoever answers does so at another pace in the first quarter of an hour than after a day. */
const ageEdges = [15, 30, 60, 120, 240, 480, 1_440, 2_880]
/** By the clock on the wall, in blocks of two hours, of workdays and of weekends: nobody answers at night. */
const blockMinutes = 120
const blocksADay = 12
const clockCells = 2 * blocksADay
const dayMinutes = 1_440
const workdays = 5
const weekMinutes = 7 * dayMinutes
/** A block of the clock in which little was seen is as all of them, as if so many answers of it had been seen. */
const usualAnswers = 3

const roundsMax = 25
const stillBelow = 1e-3
/** Of one trait nobody is answered e to the fourth times as soon: without answers a pace has no measure. */
const slopeMost = 4

/** How soon messages are answered: by how long they wait, what the clock says, and what they are. */
export type AnswerPace = {
  /** How much sooner than others a message of these traits is answered, as a logarithm. Those of one score were as likely to be answered at any moment. */
  scoreOf(message: WaitingMessage): number
  /** How likely it is that nobody has answered between two moments of its waiting. */
  unanswered(message: WaitingMessage, from: number, until: number): number
}

type Rates = { ages: Float64Array; clock: Float64Array; slopes: Float64Array }
type Piece = { age: number; clock: number; minutes: number }

/**
 * A hazard that is a rate of the age, times one of the clock, times e to the traits: Poisson's likelihood, by Newton's steps for the traits and in closed form for
 * both rates in turn. Traits are expected on one scale.
 */
export function learnPace(messages: readonly WaitingMessage[], horizon: number): AnswerPace {
  const waits = waitsOf(messages, horizon)
  const rates: Rates = {
    ages: new Float64Array(ageEdges.length + 1).fill(1),
    clock: new Float64Array(clockCells).fill(1),
    slopes: new Float64Array(messages[0]?.traits.length ?? 0),
  }
  for (let round = 0; round < roundsMax; round += 1) {
    rates.ages = ratesOf(waits, { rates, by: 'ages' })
    rates.clock = ratesOf(waits, { rates, by: 'clock' })
    const step = stepOf(waits, rates)
    rates.slopes = rates.slopes.map((one, i) => Math.min(slopeMost, Math.max(-slopeMost, one + (step[i] ?? 0))))
    if (step.every((one) => Math.abs(one) < stillBelow)) break
  }
  rates.ages = ratesOf(waits, { rates, by: 'ages' })
  const scoreOf = ({ traits }: WaitingMessage) => dot(rates.slopes, traits)
  const paceOf = ({ age, clock, minutes }: Piece) => (rates.ages[age] ?? 0) * (rates.clock[clock] ?? 0) * minutes
  return {
    scoreOf,
    unanswered: (message, from, until) => {
      const expected = piecesBetween(message, from, until).reduce((sum, piece) => sum + paceOf(piece), 0)
      return Math.exp(-Math.exp(scoreOf(message)) * expected)
    },
  }
}

/** Of all messages in a row: how long each waited at which age and hour. Flat, because it is walked in every round. */
type Waits = {
  traits: readonly (readonly number[])[]
  /** Where the pieces of each message begin; one more than there are messages. */
  starts: Int32Array
  ages: Uint8Array
  clock: Uint8Array
  minutes: Float64Array
  /** Whether its last piece ended with an answer. */
  isAnswered: Uint8Array
}

function waitsOf(messages: readonly WaitingMessage[], horizon: number): Waits {
  const pieces = messages.map((message) => piecesBetween(message, 0, waitedUntil(message, horizon)))
  const starts = new Int32Array(messages.length + 1)
  for (const [i, one] of pieces.entries()) starts[i + 1] = (starts[i] ?? 0) + one.length
  const all = pieces.flat()
  return {
    ...{ traits: messages.map(({ traits }) => traits), starts },
    ages: Uint8Array.from(all, ({ age }) => age),
    clock: Uint8Array.from(all, ({ clock }) => clock),
    minutes: Float64Array.from(all, ({ minutes }) => minutes),
    isAnswered: Uint8Array.from(messages, (message, i) => {
      const until = waitedUntil(message, horizon)
      return message.answeredAfter !== null && message.answeredAfter <= until && (pieces[i]?.length ?? 0) > 0 ? 1 : 0
    }),
  }
}

function waitedUntil({ answeredAfter, nextAfter, seenFor }: WaitingMessage, horizon: number): number {
  return Math.min(answeredAfter ?? horizon, nextAfter ?? horizon, seenFor, horizon)
}

function piecesBetween({ publishedMinute }: WaitingMessage, from: number, until: number): Piece[] {
  const pieces: Piece[] = []
  for (let at = from; at < until; ) {
    const minute = (publishedMinute + at) % weekMinutes
    const block = Math.floor(minute / blockMinutes)
    const band = ageEdges.findIndex((edge) => at < edge)
    const blockEnds = at + (block + 1) * blockMinutes - minute
    const end = Math.min(until, band < 0 ? until : (ageEdges[band] ?? until), blockEnds)
    const isWeekend = minute >= workdays * dayMinutes
    pieces.push({
      age: band < 0 ? ageEdges.length : band,
      clock: (block % blocksADay) + (isWeekend ? blocksADay : 0),
      minutes: end - at,
    })
    // Where rounding leaves nothing of a block, time goes on.
    at = Math.max(end, at + 1e-6)
  }
  return pieces
}

/** In each age, or at each hour: answers, by how many there would be at a rate of one. */
function ratesOf(waits: Waits, { rates, by }: { rates: Rates; by: 'ages' | 'clock' }): Float64Array {
  const { traits, starts, minutes, isAnswered } = waits
  const [cells, others] = by === 'ages' ? [waits.ages, waits.clock] : [waits.clock, waits.ages]
  const otherRates = by === 'ages' ? rates.clock : rates.ages
  const [answers, expected] = [new Float64Array(rates[by].length), new Float64Array(rates[by].length)]
  for (let i = 0; i < traits.length; i += 1) {
    const pull = Math.exp(dot(rates.slopes, traits[i] ?? []))
    const end = starts[i + 1] ?? 0
    for (let k = starts[i] ?? 0; k < end; k += 1) {
      const cell = cells[k] ?? 0
      expected[cell] = (expected[cell] ?? 0) + pull * (otherRates[others[k] ?? 0] ?? 0) * (minutes[k] ?? 0)
    }
    const last = cells[end - 1] ?? 0
    if (isAnswered[i]) answers[last] = (answers[last] ?? 0) + 1
  }
  const usual = by === 'clock' ? usualAnswers : 0
  return answers.map((count, cell) => {
    const of = (expected[cell] ?? 0) + usual
    return of > 0 ? (count + usual) / of : 0
  })
}

function stepOf({ traits, starts, ages, clock, minutes, isAnswered }: Waits, rates: Rates): Float64Array {
  const size = rates.slopes.length
  const [gradient, information] = [new Float64Array(size), new Float64Array(size * size)]
  for (let i = 0; i < traits.length; i += 1) {
    const of = traits[i] ?? []
    let expected = 0
    for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k += 1)
      expected += (rates.ages[ages[k] ?? 0] ?? 0) * (rates.clock[clock[k] ?? 0] ?? 0) * (minutes[k] ?? 0)
    expected *= Math.exp(dot(rates.slopes, of))
    const more = (isAnswered[i] ?? 0) - expected
    for (let k = 0; k < size; k += 1) gradient[k] = (gradient[k] ?? 0) + more * (of[k] ?? 0)
    addOuter(information, of, expected)
  }
  return size === 0 ? gradient : solve(information, gradient)
}
