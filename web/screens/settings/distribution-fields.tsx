import { useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { MemberView } from '#api/contract/shapes.ts'
import { capacityMax, type Distribution } from '#domain/distribution.ts'
import { Chip } from '#web/parts/bits.tsx'
import { Field, inputClass, Select } from '#web/parts/field.tsx'

/** By member; who is not in it, or has null, has room without end. */
export type Capacities = Readonly<Record<string, number | null>>

type Props = {
  distribution: Distribution
  onDistribution: (distribution: Distribution) => void
  members: readonly MemberView[]
  capacities: Capacities
  onCapacities: (capacities: Capacities) => void
}

/** How a department gives out what rules place in it, and how much each of its people has room for. */
export function DistributionFields({ distribution, onDistribution, members, capacities, onCapacities }: Props) {
  const { t } = useLingui()
  return (
    <>
      <Field
        label={t`Who gets what rules place here`}
        help={
          distribution === 'in_turn'
            ? t`Whoever has least open, and of those who waits longest. Nobody gets more than they have room for; who is away gets nothing.`
            : t`It has no owner until somebody takes it.`
        }
      >
        {(control) => (
          <Select
            {...control}
            value={distribution}
            onChange={(event) => onDistribution(event.currentTarget.value === 'in_turn' ? 'in_turn' : 'free')}
            choices={[
              { value: 'free', label: t`Free for all` },
              { value: 'in_turn', label: t`In turn` },
            ]}
          />
        )}
      </Field>
      {distribution === 'in_turn' && members.length > 0 && (
        <fieldset>
          <legend className="text-ui font-semibold">{t`At most so many open`}</legend>
          <p className="mt-0.5 text-meta text-pretty text-ink-3">{t`Counted over all that somebody has open, in every department. Empty is without end.`}</p>
          <ul className="mt-1.5 divide-y divide-line">
            {members.map((member) => (
              <Room
                key={member.id}
                member={member}
                capacity={capacities[member.id] ?? null}
                onChange={(capacity) => onCapacities({ ...capacities, [member.id]: capacity })}
              />
            ))}
          </ul>
        </fieldset>
      )}
    </>
  )
}

type RoomProps = { member: MemberView; capacity: number | null; onChange: (capacity: number | null) => void }

function Room({ member, capacity, onChange }: RoomProps) {
  const { t } = useLingui()
  const id = useId()
  const { name } = member
  return (
    <li className="flex items-center gap-3 py-1.5">
      <label htmlFor={id} className="flex min-w-0 flex-1 items-center gap-2 text-body">
        <span className="truncate">{name}</span>
        {member.isAway && <Chip tone="warn">{t`away`}</Chip>}
      </label>
      <input
        id={id}
        type="number"
        min={1}
        max={capacityMax}
        step={1}
        value={capacity ?? ''}
        placeholder="∞"
        onChange={(event) => onChange(Math.round(event.currentTarget.valueAsNumber) || null)}
        className={`${inputClass} num w-24!`}
      />
    </li>
  )
}
