import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ArrowRight } from 'lucide-react'
import type { RoutingRunView } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { useFmt } from '#web/parts/fmt.ts'
import { homePath } from '#web/place.ts'

/** A place by its id, in words. */
function usePlaceName(): (id: string | null) => string {
  const { t } = useLingui()
  const departments = useAsk('GET /api/departments').data ?? []
  return (id) =>
    id === null ? t`no department` : (departments.find((one) => one.id === id)?.name ?? t`a department that is gone`)
}

/** How many stand in each department, and would stand there. */
export function DepartmentCounts({ run }: { run: RoutingRunView }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const placeName = usePlaceName()
  if (run.departments.length === 0) return null
  const rows = run.departments
    .map((one) => ({ ...one, name: placeName(one.id) }))
    .toSorted((a, b) => Number(a.id === null) - Number(b.id === null) || a.name.localeCompare(b.name))
  return (
    <table className="num w-full text-ui">
      <thead>
        <tr className="text-left text-meta text-ink-3">
          <th className="py-1 pr-2 font-normal">{t`Department`}</th>
          <th className="px-2 py-1 text-right font-normal">{t`Now`}</th>
          <th className="px-2 py-1 text-right font-normal">{t`With the rules`}</th>
          <th className="py-1 pl-2 text-right font-normal">{t`Difference`}</th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ id, name, before, after }) => {
          const difference = after - before
          return (
            <tr key={id ?? 'none'}>
              <th scope="row" className="py-1.5 pr-2 text-left font-semibold break-words">
                {name}
              </th>
              <td className="px-2 py-1.5 text-right text-ink-2">{fmt.int(before)}</td>
              <td className="px-2 py-1.5 text-right">{fmt.int(after)}</td>
              <td className="py-1.5 pl-2 text-right font-semibold">
                {difference > 0 ? `+${fmt.int(difference)}` : difference < 0 ? `−${fmt.int(-difference)}` : '0'}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** Some of those that would stand elsewhere, the newest first. Each opens beside what one is doing. */
export function MovedExamples({ run }: { run: RoutingRunView }) {
  const { t } = useLingui()
  const placeName = usePlaceName()
  if (run.examples.length === 0) return null
  return (
    <div>
      <h3 className="text-ui font-semibold">{t`For example`}</h3>
      <ul className="mt-1 divide-y divide-line">
        {run.examples.map((one) => (
          <li key={one.id} className="py-2">
            <a
              href={`${homePath()}/c/${one.key}`}
              target="_blank"
              rel="noreferrer"
              // What people wrote is in any language.
              lang=""
              className="block min-h-6 truncate text-ui font-semibold hover:underline touch:min-h-11 touch:content-center"
            >
              {one.title}
            </a>
            <p className="flex flex-wrap items-center gap-x-1.5 text-meta text-ink-3">
              {one.from === one.to ? (
                placeName(one.to)
              ) : (
                <>
                  {placeName(one.from)}
                  <ArrowRight size={12} aria-label={t`to`} />
                  <span className="font-semibold text-ink-2">{placeName(one.to)}</span>
                </>
              )}
              {one.rules.length > 0 && <span>· {one.rules.join(', ')}</span>}
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** What came of it, in a sentence. */
export function useRunSentence(): (run: RoutingRunView) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  return (run) => {
    const { tried, moved, brought, byHand } = run
    const sentences = [
      t`${plural(moved, { one: '# conversation', other: '# conversations' })} of ${fmt.int(tried)} would stand elsewhere.`,
    ]
    if (brought > 0)
      sentences.push(
        t`${plural(brought, { one: 'In # conversation a department would be asked or informed.', other: 'In # conversations a department would be asked or informed.' })}`,
      )
    if (byHand > 0)
      sentences.push(
        t`${plural(byHand, { one: '# was placed by a person and stays.', other: '# were placed by people and stay.' })}`,
      )
    if (run.state === 'stopped') sentences.unshift(t`Stopped halfway.`)
    return sentences.join(' ')
  }
}
