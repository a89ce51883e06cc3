import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { ReportPart } from '#domain/saved-report.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { FieldError, TextArea } from '#web/parts/field.tsx'
import { usePartNames } from './part-names.ts'
import { moved, type PartDraft, toggled } from './report-draft.ts'

type Props = { parts: readonly PartDraft[]; onChange: (parts: readonly PartDraft[]) => void }

const wordsMax = 4_000

/** Which parts a report has, in which order, and one's own words above each. What moves keeps the focus. */
export function PartFields({ parts, onChange }: Props) {
  const { t } = useLingui()
  const names = usePartNames()
  const box = useRef<HTMLFieldSetElement>(null)
  const wanted = useRef<string>(undefined)
  const chosen = parts.filter(({ isChosen }) => isChosen)
  const others = parts.filter(({ isChosen }) => !isChosen)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new order that it waits for.
  useEffect(() => {
    const place = wanted.current
    wanted.current = undefined
    if (place) box.current?.querySelector<HTMLElement>(`[data-part="${place}"]`)?.focus()
  }, [parts])
  const move = (at: number, by: 1 | -1) => {
    const one = chosen[at]
    if (!one) return
    const isAtEnd = at + by === 0 || at + by === chosen.length - 1
    wanted.current = `${one.part} ${isAtEnd ? -by : by}`
    onChange(moved(parts, { part: one.part, by }))
  }
  const toggle = (part: ReportPart) => {
    wanted.current = part
    onChange(toggled(parts, part))
  }
  const write = (part: ReportPart, words: string) =>
    onChange(parts.map((one) => (one.part === part ? { ...one, words } : one)))
  return (
    <fieldset ref={box} className="min-w-0">
      <legend className="mb-1 text-ui font-semibold">{t`What is in it, in this order`}</legend>
      {chosen.length === 0 && <FieldError>{t`Choose at least one part.`}</FieldError>}
      <ol className="divide-y divide-line rounded-lg border border-line empty:hidden">
        {chosen.map(({ part, words }, at) => (
          <li key={part} className="px-3 py-2">
            <div className="flex items-center gap-2">
              <Check part={part} isChosen onToggle={toggle} />
              <IconBtn
                data-part={`${part} -1`}
                label={t`${names[part]}: sooner`}
                disabled={at === 0}
                onClick={() => move(at, -1)}
              >
                <ArrowUp size={15} />
              </IconBtn>
              <IconBtn
                data-part={`${part} 1`}
                label={t`${names[part]}: later`}
                disabled={at === chosen.length - 1}
                onClick={() => move(at, 1)}
              >
                <ArrowDown size={15} />
              </IconBtn>
            </div>
            <TextArea
              dir="auto"
              rows={1}
              maxLength={wordsMax}
              aria-label={t`Your words above “${names[part]}”`}
              placeholder={t`Your words above it, if it needs any`}
              className="mt-1 min-h-9! touch:min-h-11!"
              value={words}
              onChange={(event) => write(part, event.currentTarget.value)}
            />
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <>
          <p className="mt-3 mb-1 text-meta font-semibold text-ink-3">{t`Not in it`}</p>
          <ul className="grid gap-x-4 sm:grid-cols-2">
            {others.map(({ part }) => (
              <li key={part}>
                <Check part={part} isChosen={false} onToggle={toggle} />
              </li>
            ))}
          </ul>
        </>
      )}
    </fieldset>
  )
}

type CheckProps = { part: ReportPart; isChosen: boolean; onToggle: (part: ReportPart) => void }

function Check({ part, isChosen, onToggle }: CheckProps) {
  const names = usePartNames()
  return (
    <label className="flex min-h-8 min-w-0 flex-1 items-center gap-2.5 text-ui font-semibold touch:min-h-11">
      <input
        type="checkbox"
        data-part={part}
        checked={isChosen}
        onChange={() => onToggle(part)}
        className="size-4 shrink-0 accent-ink touch:size-5"
      />
      {names[part]}
    </label>
  )
}
