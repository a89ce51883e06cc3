import { useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { IncidentView } from '#api/contract/incident-shapes.ts'
import { incidentLimits as most } from '#domain/incident.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { ChipsInput, Field, FormError, Select, Switch } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { HappeningField, PersonField, PrivateSwitch, TitleField } from './incident-fields.tsx'
import { PeopleInRoom } from './people-in-room.tsx'
import { useLeads } from './use-leads.ts'

const minuteChoices = [15, 30, 60, 120, 240]

/** Who leads, what it is about, how often there is an update, and who gets the status. */
export function RoomSettings({ incident, onClose }: { incident: IncidentView; onClose: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const leads = useLeads()
  const topics = useAsk('GET /api/topics').data ?? []
  const save = useChange('PATCH /api/incidents/{id}', { refresh: ['GET /api/incidents/{id}'], isAtOnce: true })
  // What stood when this was opened: who changed it meanwhile is not overwritten.
  const [before] = useState(incident)
  const [title, setTitle] = useState(before.title)
  const [happening, setHappening] = useState(before.happening)
  const [leadId, setLead] = useState(before.lead?.id ?? '')
  const [commsId, setComms] = useState(before.comms?.id ?? '')
  const [topicIds, setTopics] = useState(before.topics.map(({ id }) => id))
  const [minutes, setMinutes] = useState(before.updateMinutes === null ? '' : String(before.updateMinutes))
  const [mailTo, setMailTo] = useState<readonly string[]>(before.mailTo)
  const [mailsUpdates, setMailsUpdates] = useState(before.mailsUpdates)
  const [isPrivate, setPrivate] = useState(before.isPrivate)
  const updateMinutes = minutes === '' ? null : Number(minutes)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() === '' || save.isPending) return
    const body = {
      ...{ basedOn: before.version, title: title.trim(), happening: happening.trim(), isPrivate, mailsUpdates },
      ...{ leadId: leadId || null, commsId: commsId || null, topicIds, mailTo: [...mailTo] },
      // Saved unchanged, the clock runs on.
      ...(updateMinutes === before.updateMinutes ? {} : { updateMinutes }),
    }
    save.mutate({ params: { id: before.id }, body }, { onSuccess: onClose })
  }
  // Whoever leads it stays in the list, whatever their role is by now.
  const known = [before.lead, before.comms].flatMap((one) =>
    one && !leads.some(({ id }) => id === one.id) ? [one] : [],
  )
  const people = [...leads, ...known]
  const clocks = [...new Set([...minuteChoices, ...(before.updateMinutes ? [before.updateMinutes] : [])])]
  return (
    <Dialog isOpen onClose={onClose} title={t`Who, what about, and how often`} shape="wide">
      <div className="grid gap-x-8 gap-y-5 pt-2 md:grid-cols-[3fr_2fr]">
        <form onSubmit={submit} className="space-y-4">
          <TitleField value={title} onChange={setTitle} />
          <HappeningField value={happening} onChange={setHappening} />
          <div className="grid gap-4 sm:grid-cols-2">
            <PersonField label={t`Led by`} people={people} value={leadId} onChange={setLead} />
            <PersonField label={t`Communications`} people={people} value={commsId} onChange={setComms} />
          </div>
          <fieldset>
            <legend className="mb-1 text-ui font-semibold">{t`Searches it is about`}</legend>
            {topics.map(({ id, name }) => (
              <label key={id} className="flex min-h-8 items-center gap-2 text-ui touch:min-h-11">
                <input
                  type="checkbox"
                  className="size-4 shrink-0"
                  checked={topicIds.includes(id)}
                  onChange={(e) =>
                    setTopics(e.currentTarget.checked ? [...topicIds, id] : topicIds.filter((one) => one !== id))
                  }
                />
                <span className="min-w-0 truncate">{name}</span>
              </label>
            ))}
          </fieldset>
          <Field label={t`An update every`}>
            {(control) => (
              <Select
                {...control}
                value={minutes}
                onChange={(e) => setMinutes(e.currentTarget.value)}
                choices={[
                  { value: '', label: t`No clock` },
                  ...clocks.map((one) => ({ value: String(one), label: t`${fmt.int(one)} minutes` })),
                ]}
              />
            )}
          </Field>
          <Field label={t`Who gets the status by e-mail`} help={t`Also outside Wederhoor. Enter after each address.`}>
            {(control) => <ChipsInput control={control} values={mailTo} onChange={setMailTo} countMax={most.mailTo} />}
          </Field>
          <Switch label={t`E-mail the status with each update`} isOn={mailsUpdates} onChange={setMailsUpdates} />
          <PrivateSwitch value={isPrivate} onChange={setPrivate} />
          {save.error && <FormError>{wordsOf(save.error)}</FormError>}
          <Btn kind="ink" type="submit" isBusy={save.isPending} disabled={title.trim() === ''}>{t`Save`}</Btn>
        </form>
        <PeopleInRoom incident={incident} />
      </div>
    </Dialog>
  )
}
