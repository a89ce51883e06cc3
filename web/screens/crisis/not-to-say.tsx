import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { incidentLimits as most } from '#domain/incident.ts'
import { useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { ChipsInput, FormError } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { Panel } from './panel.tsx'

/** Words that stop an answer in this incident. */
export function NotToSay({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const save = useChange('PATCH /api/incidents/{id}', { refresh: ['GET /api/incidents/{id}'], isAtOnce: true })
  const [words, setWords] = useState<readonly string[]>(incident.notToSay)
  const isChanged = words.join('\n') !== incident.notToSay.join('\n')
  const { can, notToSayBy, id, version } = incident
  const who = notToSayBy?.name
  return (
    <Panel title={t`What we do not say`}>
      {can.lead ? (
        <ChipsInput label={t`Words we do not say`} values={words} onChange={setWords} countMax={most.words} />
      ) : (
        <p className="text-ui">{words.length > 0 ? words.map((word) => `“${word}”`).join(', ') : t`Nothing yet.`}</p>
      )}
      <p className="mt-1.5 text-meta text-pretty text-ink-3">
        {t`They stop an answer in every conversation of this incident.`} {who && t`Set by ${who}.`}
      </p>
      {save.error && <FormError>{wordsOf(save.error)}</FormError>}
      {isChanged && (
        <Btn
          kind="ink"
          className="mt-2"
          isBusy={save.isPending}
          onClick={() => save.mutate({ params: { id }, body: { basedOn: version, notToSay: [...words] } })}
        >
          {t`Save the words`}
        </Btn>
      )}
    </Panel>
  )
}
