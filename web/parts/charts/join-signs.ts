/** Half of a sign that stands for one event. */
export const signRadiusPx = 9
const figurePx = 7.2
const gapPx = 2

export type LineEvent = {
  at: number
  label: string
  /** What it is called on every chart of a screen; by default its place in the list. */
  number?: number
  /** The last step of it, where it lasted. */
  until?: number
}

/** One sign on top of a chart: of one event, or of several that stand too close for one each. */
export type Sign = {
  x: number
  halfPx: number
  /** "3", or "3–5". */
  text: string
  name: string
  /** The steps of the events in it. */
  ats: readonly number[]
}

type Group = { events: readonly (LineEvent & { number: number })[] }

/** Signs never stand on each other: where they would, they are one, from the first number to the last. */
export function joinSigns(events: readonly LineEvent[], xOf: (at: number) => number): Sign[] {
  const numbered = events.map((event, i) => ({ ...event, number: event.number ?? i + 1 }))
  const signs: { group: Group; sign: Sign }[] = []
  for (const event of numbered.toSorted((a, b) => a.at - b.at || a.number - b.number)) {
    let group: Group = { events: [event] }
    let sign = signOf(group, xOf)
    // A sign that grew may reach the one before it.
    for (let before = signs.at(-1); before && isTouching(before.sign, sign); before = signs.at(-1)) {
      signs.pop()
      group = { events: [...before.group.events, ...group.events] }
      sign = signOf(group, xOf)
    }
    signs.push({ group, sign })
  }
  return signs.map(({ sign }) => sign)
}

function isTouching(left: Sign, right: Sign): boolean {
  return right.x - right.halfPx < left.x + left.halfPx + gapPx
}

function signOf({ events }: Group, xOf: (at: number) => number): Sign {
  const xs = events.map(({ at }) => xOf(at))
  const [least, most] = [Math.min(...xs), Math.max(...xs)]
  const [first, last] = [events[0]?.number, events.at(-1)?.number]
  const text = first === last ? `${first}` : `${first}–${last}`
  return {
    ...{ x: (least + most) / 2, text, ats: events.map(({ at }) => at) },
    halfPx: Math.max((most - least) / 2 + signRadiusPx, text.length === 1 ? 0 : (text.length * figurePx) / 2 + 4),
    name: events.map(({ label }) => label).join(', '),
  }
}
