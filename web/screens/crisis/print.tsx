import { useLingui } from '@lingui/react/macro'
import { Link, useParams } from '@tanstack/react-router'
import { Download, Printer } from 'lucide-react'
import type { Answer } from '#api/contract/contract.ts'
import { lanes } from '#domain/incident.ts'
import { isProblem, useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { useTitle } from '#web/parts/title.ts'
import { saveFile } from '#web/take-file.ts'
import { useHappeningWords } from './happening-words.ts'
import { useLaneNames } from './lane-words.ts'
import { Part } from './status.tsx'

type Export = Answer<'GET /api/incidents/{id}/export'>

/** All of it on paper, or in a file that a program reads. The browser makes the PDF. */
export function PrintScreen() {
  const { t } = useLingui()
  const { incident: id } = useParams({ from: '/shell/crisis/$incident/print' })
  const { data, error, refetch } = useAsk('GET /api/incidents/{id}/export', { params: { id } })
  useTitle(data ? `${data.incident.key} ${data.incident.title}` : t`Export`)
  if (data) return <Dossier data={data} />
  if (isProblem(error, 'not_found')) return <EmptyState level={1} title={t`This room is not here`} />
  return error ? (
    <FailedState error={error} retry={() => void refetch()} />
  ) : (
    <div className="p-6">
      <SkeletonRows label={t`The export is on its way`} />
    </div>
  )
}

function save(data: Export) {
  saveFile(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }), `${data.incident.key}.json`)
}

function Dossier({ data }: { data: Export }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const laneNames = useLaneNames()
  const wordsOf = useHappeningWords()
  const { incident, messages, timeline } = data
  const { key, title, happening, lines, review, tasks } = incident
  const whole = (at: string) => fmt.whole(new Date(at))
  return (
    <div data-scroll className="thin-scroll h-full overflow-y-auto print:h-auto print:overflow-visible">
      <article className="mx-auto max-w-[820px] px-4 pt-4 pb-16 md:px-8 md:pt-6">
        <div className="flex flex-wrap items-center gap-2 print:hidden">
          <Link
            to="/crisis/$incident"
            params={{ incident: key }}
            className="mr-auto text-ui text-ink-2 hover:underline inline-flex min-h-6 items-center touch:min-h-11"
          >
            {t`To the room`}
          </Link>
          <Btn onClick={() => window.print()}>
            <Printer size={14} />
            {t`Print, or save as PDF`}
          </Btn>
          <Btn onClick={() => save(data)}>
            <Download size={14} />
            {t`Save as JSON`}
          </Btn>
        </div>
        <p className="num mt-4 text-meta font-semibold text-ink-3">{key}</p>
        <h1 className="display mt-1 text-[24px] leading-[30px] text-balance">{title}</h1>
        {happening && <p className="mt-1 text-body">{happening}</p>}
        <p className="num mt-1 text-meta text-ink-3">
          {whole(incident.openedAt)}
          {incident.closedAt && ` – ${whole(incident.closedAt)}`}
        </p>
        {review && (
          <Part title={t`Review`}>
            {(
              [
                [t`What we heard`, review.heard],
                [t`What we did, and why`, review.did],
                [t`What we change`, review.learned],
              ] as const
            ).map(([name, text]) => (
              <div key={name} className="mb-2">
                <h3 className="text-ui font-semibold">{name}</h3>
                <p dir="auto" className="text-body whitespace-pre-line">
                  {text}
                </p>
              </div>
            ))}
          </Part>
        )}
        <Part title={t`The line`}>
          {lines.length === 0 && <p className="text-ui text-ink-2">{t`There is no approved line yet.`}</p>}
          <ol className="space-y-2">
            {lines.map((line) => (
              <li key={line.number} className="text-ui">
                <b className="num">{t`Version ${line.number}`}</b>
                {line.state === 'approved' && ` · ${t`this is the line`}`}
                <p dir="auto" className="whitespace-pre-line">
                  {line.text}
                </p>
              </li>
            ))}
          </ol>
        </Part>
        <Part title={t`To do`}>
          <ul className="list-disc space-y-1 pl-5 text-ui">
            {tasks.map(({ id, title: what, doneAt, assignee }) => (
              <li key={id}>
                {what}
                {assignee && ` · ${assignee.name}`}
                {doneAt && <span className="text-ink-3"> · {t`done ${fmt.moment(new Date(doneAt))}`}</span>}
              </li>
            ))}
          </ul>
        </Part>
        <Part title={t`Messages`}>
          {lanes.map((lane) => (
            <p key={lane} className="num text-ui">
              {laneNames[lane]}: {fmt.int(messages.lines.filter((line) => line.lane === lane).length)}
            </p>
          ))}
        </Part>
        <Part title={t`Timeline`}>
          <ol className="space-y-1.5 text-ui">
            {timeline.map((line) => (
              <li key={line.id}>
                <span className="num text-meta text-ink-3">{whole(line.at)}</span> {line.isStarred && '★ '}
                {line.by && <b className="font-semibold">{line.by.name} </b>}
                {wordsOf(line)}
                {line.text && (
                  <p dir="auto" className="text-meta whitespace-pre-line text-ink-2">
                    {line.text}
                  </p>
                )}
              </li>
            ))}
          </ol>
        </Part>
      </article>
    </div>
  )
}
