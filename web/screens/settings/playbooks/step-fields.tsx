import { useLingui } from '@lingui/react/macro'
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { incidentLimits as most } from '#domain/incident.ts'
import type { PlaybookStep } from '#domain/playbook.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Input, Select } from '#web/parts/field.tsx'
import { useLasting } from '#web/parts/lasting.ts'

type Props = { steps: readonly PlaybookStep[]; onChange: (steps: PlaybookStep[]) => void }

const minuteChoices = [5, 10, 15, 30, 60, 120, 240, 480, 1_440, 4_320]

/** The steps in their order. What moves keeps the focus, and a step that is new has it. */
export function StepFields({ steps, onChange }: Props) {
  const { t } = useLingui()
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<string>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new order that it waits for.
  useEffect(() => {
    const place = wanted.current
    wanted.current = undefined
    if (place) list.current?.querySelector<HTMLElement>(`[data-step="${place}"]`)?.focus()
  }, [steps])
  const put = (at: number, part: Partial<PlaybookStep>) =>
    onChange(steps.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const move = (at: number, by: 1 | -1) => {
    const [here, there] = [steps[at], steps[at + by]]
    if (!here || !there) return
    const isAtEnd = at + by === 0 || at + by === steps.length - 1
    wanted.current = `${at + by} ${isAtEnd ? -by : by}`
    onChange([...steps].with(at, there).with(at + by, here))
  }
  const add = () => {
    wanted.current = `${steps.length}`
    onChange([...steps, { title: '', who: '', minutes: null }])
  }
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ui font-semibold">{t`Steps, in their order`}</legend>
      <ol ref={list} className="space-y-3">
        {steps.map((step, at) => (
          <Step
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place; its words change.
            key={at}
            step={step}
            at={at}
            isLast={at === steps.length - 1}
            onChange={(part) => put(at, part)}
            onMove={(by) => move(at, by)}
            onRemove={() => onChange(steps.filter((_, place) => place !== at))}
          />
        ))}
      </ol>
      {steps.length < most.steps && (
        <Btn small className="mt-3" onClick={add}>
          <Plus size={13} />
          {t`Add a step`}
        </Btn>
      )}
    </fieldset>
  )
}

type StepProps = {
  step: PlaybookStep
  at: number
  isLast: boolean
  onChange: (part: Partial<PlaybookStep>) => void
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}

function Step({ step, at, isLast, onChange, onMove, onRemove }: StepProps) {
  const { t } = useLingui()
  const lasting = useLasting(true)
  const number = at + 1
  const { title, who, minutes } = step
  const offered = minutes === null ? minuteChoices : [...new Set([...minuteChoices, minutes])].toSorted((a, b) => a - b)
  return (
    <li className="flex items-start gap-2">
      <span aria-hidden="true" className="num w-5 shrink-0 pt-2 text-right text-meta text-ink-3">
        {number}
      </span>
      <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        <Input
          data-step={at}
          aria-label={t`Step ${number}`}
          className="sm:col-span-2"
          maxLength={most.task}
          value={title}
          onChange={(event) => onChange({ title: event.currentTarget.value })}
        />
        <Input
          aria-label={t`Who does step ${number}`}
          placeholder={t`Who: a name or a function`}
          maxLength={most.voice}
          value={who}
          onChange={(event) => onChange({ who: event.currentTarget.value })}
        />
        <Select
          aria-label={t`Step ${number} within`}
          value={minutes ?? ''}
          onChange={({ currentTarget }) =>
            onChange({ minutes: currentTarget.value === '' ? null : Number(currentTarget.value) })
          }
          choices={[
            { value: '', label: t`No clock` },
            ...offered.map((one) => {
              const time = lasting(one)
              return { value: String(one), label: t`within ${time}` }
            }),
          ]}
        />
      </div>
      <span className="flex shrink-0 max-sm:flex-col [fieldset:disabled_&]:hidden">
        <IconBtn data-step={`${at} -1`} label={t`Step ${number} sooner`} disabled={at === 0} onClick={() => onMove(-1)}>
          <ArrowUp size={15} />
        </IconBtn>
        <IconBtn data-step={`${at} 1`} label={t`Step ${number} later`} disabled={isLast} onClick={() => onMove(1)}>
          <ArrowDown size={15} />
        </IconBtn>
        <IconBtn label={t`Remove step ${number}`} onClick={onRemove}>
          <X size={15} />
        </IconBtn>
      </span>
    </li>
  )
}
