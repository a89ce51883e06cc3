import type { NextSign, WaitingMessage } from '#domain/measures/effect/waiting-message.ts'
import { type Random, seededRandom } from './seeded-random.ts'

/**
 * An archive of messages in which it is known what answering does. Made by how people are, not by how they are compared: everybody has a temper of their own,
 * anger is a figure without steps that cools by itself at everybody's own pace, and triage sees it through noise. The worse a message looks, the sooner it is
 * answered; nobody answers at night. An answer takes `relief` off the anger; who is angrier, or answered, writes again sooner.
 */
export type WorldGiven = {
  seed: number
  messages: number
  relief: number
  /** How much colleagues see of the anger that triage does not: 0 is what the comparison assumes. */
  insight?: number
}

const hourMinutes = 60
const watchedHours = 21 * 24
const weekHours = 168
const networks = [
  { name: 'mastodon', pace: 0 },
  { name: 'bluesky', pace: 0.5 },
  { name: 'forum', pace: -0.8 },
  { name: 'reviews', pace: 0.2 },
]
const marks = { negative: -0.25, positive: 0.3 }

type Person = { name: string; temper: number; talks: number }
type Life = {
  person: Person
  anger: number
  coolHours: number
  startHour: number
  offset: number
  relief: number
}

export function effectWorld({ seed, messages, relief, insight = 0 }: WorldGiven): WaitingMessage[] {
  return Array.from(worldOf({ seed, messages, relief, insight }), ({ message }) => message)
}

/** What answering does in truth, of those who are answered: the same people with and without their answer, in a world so large that chance is gone. */
export function trueEffect(
  { messages = 40_000, ...given }: Omit<WorldGiven, 'seed' | 'messages'> & { messages?: number },
  windowMinutes: number,
): number {
  const random = seededRandom(77_001)
  let [sum, count] = [0, 0]
  for (const { message, life, clockAt } of worldOf({ ...given, seed: 91_001, messages })) {
    const { answeredAfter, nextAfter } = message
    if (answeredAfter === null || (nextAfter !== null && nextAfter <= answeredAfter)) continue
    const before = classOf(message.traits[1] ?? 0)
    const end = answeredAfter + windowMinutes
    const moved = (answerAt: number | null) => {
      const next = nextOf(life, { from: answeredAfter, until: end, answerAt, clockAt, random })
      return next ? stepOf(signOf(next.score, before)) : 0
    }
    sum += moved(answeredAfter) - moved(null)
    count += 1
  }
  return sum / count
}

function* worldOf({ seed, messages, relief, insight = 0 }: WorldGiven) {
  const random = seededRandom(seed)
  const people = Array.from(
    { length: Math.ceil(messages * 0.6) },
    (_, i): Person => ({
      ...{ name: `p${i}`, temper: 0.5 * normal(random), talks: 0.5 * normal(random) },
    }),
  )
  for (let i = 0; i < messages; i += 1) {
    const person = random.pick(people)
    const startHour = random.below(weekHours)
    const life: Life = {
      ...{ person, startHour, offset: random.next(), relief },
      anger: person.temper + Math.abs(normal(random)) * 1.1 - 0.5,
      coolHours: 18 * Math.exp(0.5 * normal(random)),
    }
    yield lifeIn(life, { random, insight })
  }
}

function lifeIn(life: Life, { random, insight }: { random: Random; insight: number }) {
  const { person, anger, startHour, offset } = life
  const network = random.pick(networks)
  const seenAnger = 1 / (1 + Math.exp(-1.6 * (anger + 0.4 * normal(random) - 0.4)))
  const score = scoreOf(anger, random)
  const followers = Math.exp(6 + 1.7 * normal(random))
  const isQuestion = random.chance(0.35)
  const clockAt = (minutes: number) => (startHour + offset + minutes / hourMinutes) % weekHours
  const pull =
    network.pace + 2 * (seenAnger - 0.5) - 0.7 * score + 0.22 * (Math.log(followers) - 6) + 0.4 * Number(isQuestion)
  const answerAt = answeredAt({ pull: pull + insight * anger, clockAt, random })
  const until = watchedHours * hourMinutes
  const next = nextOf(life, { from: 0, until, answerAt, clockAt, random })
  const isAnswered = answerAt !== null && (next === null || answerAt < next.at)
  const before = classOf(score)
  const message: WaitingMessage = {
    ...{ author: person.name, stratum: `${network.name} ${before}`, cell: network.name },
    traits: [seenAnger, score, Math.log(followers), Number(isQuestion), urgencyOf(seenAnger, isQuestion)],
    publishedMinute: Math.floor((startHour + offset) * hourMinutes),
    answeredAfter: isAnswered ? answerAt : null,
    ...{ nextAfter: next?.at ?? null, next: next && signOf(next.score, before), seenFor: until },
    isThanks: next !== null && isAnswered && next.score > 0.2 && random.chance(0.5),
  }
  return { message, life, clockAt }
}

/** In steps of a quarter of an hour, as long as it is worth an answer to anybody. */
function answeredAt({
  pull,
  clockAt,
  random,
}: {
  pull: number
  clockAt: (minutes: number) => number
  random: Random
}): number | null {
  for (let quarter = 0; quarter < 5 * 96; quarter += 1) {
    const at = quarter * 15
    const hours = at / hourMinutes
    const paced = 0.11 * Math.exp(pull) * awake(clockAt(at), 0.03) * (hours < 24 ? 1 : 0.25)
    if (random.chance(1 - Math.exp(-paced / 4))) return at + random.next() * 15
  }
  return null
}

type Asked = {
  from: number
  until: number
  answerAt: number | null
  clockAt: (minutes: number) => number
  random: Random
}

/** The next thing they say, and in what tone. Their mood waits for nobody: without an answer it cools too. */
function nextOf(life: Life, { from, until, answerAt, clockAt, random }: Asked): { at: number; score: number } | null {
  const last = Math.min(until, from + 10 * 24 * hourMinutes)
  for (let at = from; at < last; ) {
    const isAnswered = answerAt !== null && at >= answerAt
    // The moment of an answer ends a step: from then on they are in another mood.
    const end = Math.min(last, at + hourMinutes / 2, isAnswered || answerAt === null ? last : answerAt)
    const mood = moodAt(life, { at, answerAt })
    const paced = 0.028 * Math.exp(0.45 * mood + life.person.talks) * awake(clockAt(at), 0.15) * (isAnswered ? 1.8 : 1)
    if (random.chance(1 - Math.exp((-paced * (end - at)) / hourMinutes)))
      return { at: at + random.next() * (end - at), score: scoreOf(mood, random) }
    at = end
  }
  return null
}

function moodAt({ person, anger, coolHours, relief }: Life, { at, answerAt }: { at: number; answerAt: number | null }) {
  const cooled = person.temper * 0.7 - 0.3 + (anger - person.temper * 0.7 + 0.3) * Math.exp(-at / 60 / coolHours)
  return answerAt !== null && at >= answerAt ? cooled - relief : cooled
}

/** From -1 to 1, as triage reads it: through noise. */
function scoreOf(anger: number, random: Random): number {
  return -Math.tanh(0.7 * anger + 0.35 * normal(random))
}

function urgencyOf(seenAnger: number, isQuestion: boolean): number {
  return Math.min(3, Math.floor(seenAnger * 3) + Number(isQuestion))
}

function classOf(score: number): number {
  return score < marks.negative ? -1 : score > marks.positive ? 1 : 0
}

function signOf(score: number, before: number): NextSign {
  const step = classOf(score) - before
  return step > 0 ? 'milder' : step < 0 ? 'harsher' : 'same'
}

function stepOf(sign: NextSign): number {
  return sign === 'milder' ? 1 : sign === 'harsher' ? -1 : 0
}

/** As steady as the day: nobody is awake at once. */
function awake(hourOfWeek: number, atNight: number): number {
  const byDay = (1 + Math.cos(((hourOfWeek - 13.5) / 12) * Math.PI)) / 2
  const rest = hourOfWeek >= 116 ? 0.5 : 1
  return atNight + (1 - atNight) * byDay ** 1.5 * rest
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
}
