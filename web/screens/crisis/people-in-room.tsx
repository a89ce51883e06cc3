import { useLingui } from '@lingui/react/macro'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import type { IncidentPart } from '#domain/incident.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { FormError, Select } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'

/** Who is in it, each saved at once. */
export function PeopleInRoom({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const members = useAsk('GET /api/members').data?.members ?? []
  const put = useChange('PUT /api/incidents/{id}/people/{memberId}', {
    refresh: ['GET /api/incidents/{id}'],
    isAtOnce: true,
  })
  return (
    <section aria-label={t`In the room`}>
      <h3 className="mb-1 text-ui font-semibold">{t`In the room`}</h3>
      <ul className="space-y-1.5">
        {members.map(({ id, name }) => (
          <li key={id} className="flex items-center gap-2 text-ui">
            <Initials name={name} size={22} />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <Select
              aria-label={t`Part of ${name}`}
              className="w-36!"
              value={incident.people.find((one) => one.id === id)?.part ?? ''}
              onChange={(event) =>
                put.mutate({
                  params: { id: incident.id, memberId: id },
                  body: { part: (event.currentTarget.value || null) as IncidentPart | null },
                })
              }
              choices={[
                { value: '', label: t`Not in it` },
                { value: 'member', label: t`Works in it` },
                { value: 'observer', label: t`Observes` },
              ]}
            />
          </li>
        ))}
      </ul>
      {put.error && <FormError>{wordsOf(put.error)}</FormError>}
    </section>
  )
}
