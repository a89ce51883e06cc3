import { useLingui } from '@lingui/react/macro'
import type { MeasureView, ReputationView } from '#api/contract/report-shapes.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { useMeasureWords } from './measure-words.ts'
import type { OnShow, Shown } from './shown.ts'

type Figure = {
  label: string
  now: MeasureView
  before: MeasureView
  write: (value: number) => string
  isCount?: true
  leadsTo: Shown
}

/** Six figures, each with how it was before and how sure it is. */
export function KeyFigures({ report, onShow }: { report: ReputationView; onShow?: OnShow }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { minutes } = useMeasureWords()
  const { messages, reach, waits, waitsBefore, milder } = report
  const answered = { kind: 'waits', outcome: 'answered' } as const
  const figures: Figure[] = [
    { label: t`Messages`, ...messages, write: fmt.int, isCount: true, leadsTo: { kind: 'messages' } },
    { label: t`Reach`, ...reach, write: fmt.int, isCount: true, leadsTo: { kind: 'messages' } },
    {
      ...{ label: t`Answered at all`, now: waits.answerRate, before: waitsBefore.answerRate },
      ...{ write: fmt.pct, leadsTo: answered },
    },
    {
      ...{ label: t`First answer, median`, now: waits.median, before: waitsBefore.median },
      ...{ write: minutes, leadsTo: answered },
    },
    {
      ...{ label: t`Answered within the promise`, now: waits.within, before: waitsBefore.within },
      ...{ write: fmt.pct, leadsTo: { kind: 'waits', outcome: 'kept' } },
    },
    { label: t`Milder after our answer`, ...milder, write: fmt.pct, leadsTo: { kind: 'answers', which: 'better' } },
  ]
  return (
    <section
      aria-label={t`Key figures`}
      className="grid grid-cols-3 gap-px overflow-hidden rounded-xl border border-line bg-line max-md:not-print:grid-cols-2"
    >
      {figures.map((figure) => (
        <KeyFigure key={figure.label} {...figure} onShow={onShow} />
      ))}
    </section>
  )
}

const figureClass = 'flex flex-col bg-pane px-5 py-3.5 text-left max-md:px-4'

function KeyFigure({ leadsTo, onShow, ...figure }: Figure & { onShow: OnShow }) {
  if (!onShow)
    return (
      <div className={figureClass}>
        <FigureWords {...figure} />
      </div>
    )
  return (
    <button
      type="button"
      onClick={() => onShow({ ...leadsTo, name: figure.label })}
      className={`${figureClass} -outline-offset-2 hover:bg-sunken`}
    >
      <FigureWords {...figure} />
    </button>
  )
}

function FigureWords({ label, now, before, write, isCount }: Omit<Figure, 'leadsTo'>) {
  const { t } = useLingui()
  const { doubt } = useMeasureWords()
  const isPale = !isCount && now.isTooFew
  return (
    <>
      <span className="text-ui text-ink-2">{label}</span>
      <span className={`num display mt-auto pt-1 text-[28px] leading-8 ${isPale ? 'text-ink-3' : ''}`}>
        {now.value === null ? '–' : write(now.value)}
      </span>
      <span className="num mt-1 text-meta text-ink-3">
        {before.value === null ? t`nothing before to compare with` : t`before: ${write(before.value)}`}
      </span>
      {!isCount && <span className="num text-meta text-ink-3">{doubt(now, write)}</span>}
    </>
  )
}
