import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { incidentLimits as most, type Voice } from '#domain/incident.ts'
import { useChange } from '#web/api.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { FormError, Input } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { Panel } from './panel.tsx'

/** Who may say what: a name or a function, and what they speak about. */
export function Voices({ incident }: { incident: IncidentView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const save = useChange('PATCH /api/incidents/{id}', { refresh: ['GET /api/incidents/{id}'], isAtOnce: true })
  const [who, setWho] = useState('')
  const [what, setWhat] = useState('')
  const { voices, can, id, version } = incident
  const keep = (next: Voice[]) => save.mutate({ params: { id }, body: { basedOn: version, voices: next } })
  const isReady = who.trim() !== '' && what.trim() !== ''
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isReady && !save.isPending) keep([...voices, { who: who.trim(), what: what.trim() }])
  }
  return (
    <Panel title={t`Who may say what`}>
      {voices.length === 0 && <p className="text-ui text-ink-2">{t`Nobody is named yet: everybody uses the line.`}</p>}
      <ul>
        {voices.map((one, at) => (
          <li key={`${one.who} ${one.what}`} className="flex items-center gap-2 text-ui">
            <p className="min-w-0 flex-1 py-1 break-words">
              <b className="font-semibold">{one.who}</b>: {one.what}
            </p>
            {can.lead && (
              <IconBtn label={t`Remove ${one.who}`} onClick={() => keep(voices.filter((_, i) => i !== at))}>
                <X size={14} />
              </IconBtn>
            )}
          </li>
        ))}
      </ul>
      {save.error && <FormError>{wordsOf(save.error)}</FormError>}
      {can.lead && voices.length < most.voices && (
        <form onSubmit={submit} className="mt-2 flex flex-wrap gap-2">
          <Input
            aria-label={t`Who`}
            placeholder={t`Who`}
            className="w-auto! flex-1 basis-32"
            maxLength={most.voice}
            value={who}
            onChange={(event) => setWho(event.currentTarget.value)}
          />
          <Input
            aria-label={t`What about`}
            placeholder={t`What about`}
            className="w-auto! flex-1 basis-32"
            maxLength={most.voice}
            value={what}
            onChange={(event) => setWhat(event.currentTarget.value)}
          />
          <Btn type="submit" isBusy={save.isPending} disabled={!isReady}>{t`Add`}</Btn>
        </form>
      )}
    </Panel>
  )
}
