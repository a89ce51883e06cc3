import { clsx } from 'clsx'
import { type LineEvent, type Sign, signRadiusPx } from './join-signs.ts'

type Props = { events: readonly LineEvent[]; signs: readonly Sign[]; xOf: (at: number) => number }

/** Below the signs their bottoms may reach so far; what lasted is drawn there. */
const lastedY = signRadiusPx * 2 + 3

/** Events on top of a chart, by their numbers, with a line below until what lasted was over; what it was is told beside it. */
export function EventSigns({ events, signs, xOf }: Props) {
  return (
    <>
      {events.map(({ at, until, label }) =>
        until === undefined ? null : (
          <path
            key={`${at} ${until} ${label}`}
            d={`M${xOf(at)},${lastedY}H${xOf(until)}v-4v8`}
            fill="none"
            stroke="var(--ink)"
            strokeWidth="1.6"
          />
        ),
      )}
      {signs.map(({ x, halfPx, text, name }) => (
        <g key={text} data-sign={text}>
          <title>{name}</title>
          <rect x={x - halfPx} y={0} width={halfPx * 2} height={signRadiusPx * 2} rx={signRadiusPx} fill="var(--ink)" />
          <text
            x={x}
            y={signRadiusPx + 4}
            textAnchor="middle"
            className="num fill-[var(--on-ink)] text-[12px] font-bold"
          >
            {text}
          </text>
        </g>
      ))}
    </>
  )
}

const namedMost = 8

/** Where there is no room in the picture, and for those who do not see it, the numbers are named in a list; many of them are only heard, and seen where all is listed. */
export function EventNames({ signs, isShown }: { signs: readonly Sign[]; isShown: boolean }) {
  if (signs.length === 0) return null
  const isFew = signs.flatMap(({ ats }) => ats).length <= namedMost
  return (
    <ol className={clsx('mt-1 flex flex-wrap gap-x-3 gap-y-1 text-meta text-ink-2', !(isShown && isFew) && 'sr-only')}>
      {signs.map(({ text, name }) => (
        <li key={text} className="inline-flex max-w-full items-start gap-1.5">
          <EventNumber>{text}</EventNumber>
          <span className="min-w-0 break-words">{name}</span>
        </li>
      ))}
    </ol>
  )
}

/** The number of an event as the charts draw it, before its words. */
export function EventNumber({ children }: { children: string }) {
  return (
    <span className="num inline-grid h-4 min-w-4 shrink-0 place-items-center rounded-full bg-ink px-1 text-meta leading-none font-bold text-on-ink">
      {children}
    </span>
  )
}
