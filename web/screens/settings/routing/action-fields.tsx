import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import { type RoutingActions, routingPartiesMax } from '#domain/routing.ts'
import { useAsk } from '#web/api.ts'
import { Field, Select } from '#web/parts/field.tsx'
import { useValueWord } from '#web/parts/routing/routing-words.ts'
import { PickMany } from './pick-many.tsx'

type Props = { actions: RoutingActions; onChange: (actions: RoutingActions) => void }

/** What a rule does with what it is about. */
export function ActionFields({ actions, onChange }: Props) {
  const { t } = useLingui()
  const wordOf = useValueWord()
  const departments = useAsk('GET /api/departments').data ?? []
  const members = (useAsk('GET /api/members').data?.members ?? []).filter(
    // Who only looks cannot answer; a rule that names them already keeps showing it.
    ({ id, role }) => role !== 'observer' || id === actions.memberId,
  )
  const set = (change: Partial<RoutingActions>) => onChange({ ...actions, ...change })
  return (
    <fieldset className="min-w-0 space-y-3">
      <legend className="mb-2 text-body font-bold">{t`…then`}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t`Place it at`}>
          {(control) => (
            <Select
              {...control}
              className="text-ellipsis"
              value={actions.departmentId ?? ''}
              choices={[
                { value: '', label: t`no department` },
                ...departments.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => set({ departmentId: event.currentTarget.value || null })}
            />
          )}
        </Field>
        <Field label={t`Give it to`}>
          {(control) => (
            <Select
              {...control}
              className="text-ellipsis"
              value={actions.memberId ?? ''}
              choices={[
                { value: '', label: t`nobody by name` },
                ...members.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              onChange={(event) => set({ memberId: event.currentTarget.value || null })}
            />
          )}
        </Field>
        <Field label={t`Make it at least`}>
          {(control) => (
            <Select
              {...control}
              className="text-ellipsis"
              value={String(actions.urgencyFrom ?? '')}
              choices={[
                { value: '', label: t`as urgent as it is` },
                ...['1', '2', '3'].map((value) => ({ value, label: wordOf('urgency', value) })),
              ]}
              onChange={(event) => set({ urgencyFrom: Number(event.currentTarget.value) || null })}
            />
          )}
        </Field>
      </div>
      <Bring
        title={t`Ask for advice`}
        label={t`Department to ask`}
        values={actions.asksIds ?? []}
        others={actions.informsIds ?? []}
        departments={departments}
        onChange={(asksIds) => set({ asksIds })}
      />
      <Bring
        title={t`Keep informed`}
        label={t`Department to inform`}
        values={actions.informsIds ?? []}
        others={actions.asksIds ?? []}
        departments={departments}
        onChange={(informsIds) => set({ informsIds })}
      />
      <Check
        label={t`Also move what has a place already`}
        help={t`Without it the first rule that places wins, now and at every later message. What a person placed is never moved.`}
        isOn={actions.moves}
        onChange={(moves) => set({ moves })}
      />
      <Check label={t`Ask no rule after this one`} isOn={actions.stops} onChange={(stops) => set({ stops })} />
    </fieldset>
  )
}

type BringProps = {
  title: string
  label: string
  values: readonly string[]
  /** Brought in the other way: nobody is asked and informed at once. */
  others: readonly string[]
  departments: readonly { id: string; name: string }[]
  onChange: (values: string[]) => void
}

/** Departments beside the one that has it. */
function Bring({ title, label, values, others, departments, onChange }: BringProps) {
  const { t } = useLingui()
  const nameOf = (id: string) => departments.find((one) => one.id === id)?.name ?? t`a department that is gone`
  if (departments.length === 0) return null
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      <p className="text-ui font-semibold">{title}</p>
      <PickMany
        label={label}
        values={values}
        nameOf={nameOf}
        choices={departments.flatMap(({ id, name }) => (others.includes(id) ? [] : { value: id, label: name }))}
        onChange={(chosen) => onChange(chosen.slice(0, routingPartiesMax))}
      />
    </div>
  )
}

function Check(props: { label: string; help?: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  const id = useId()
  return (
    <div className="flex items-start gap-2.5">
      <input
        id={id}
        type="checkbox"
        checked={props.isOn}
        aria-describedby={props.help ? `${id}-help` : undefined}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
        className="mt-0.5 size-4 shrink-0 accent-ink touch:size-5"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="block min-h-6 text-ui font-semibold touch:min-h-11">
          {props.label}
        </label>
        {props.help && (
          <p id={`${id}-help`} className="text-meta text-pretty text-ink-3">
            {props.help}
          </p>
        )}
      </div>
    </div>
  )
}
