import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { incidentLimits as most } from '#domain/incident.ts'
import type { PlaybookKey } from '#domain/playbook.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Select } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { useOnce } from '#web/use-once.ts'
import { HappeningField, PersonField, PrivateSwitch, TitleField } from './incident-fields.tsx'
import { useLeads } from './use-leads.ts'

/** What is known before anybody wrote a word: from an alert, or from the conversations it begins with. */
export type Begun = {
  title: string
  happening?: string
  topicIds?: readonly string[]
  conversationIds?: readonly string[]
  alertId?: string
  beganAt?: string
}

const refresh = ['GET /api/incidents'] as const

/** One field must be filled; all else can wait until the room stands. From an alert all is filled: one confirms. */
export function OpenIncident({ begun, onClose }: { begun: Begun; onClose: () => void }) {
  const { t } = useLingui()
  const { lang } = usePrefs()
  const { member } = useSession()
  const navigate = useNavigate()
  const fmt = useFmt()
  const wordsOf = useProblemWords()
  const leads = useLeads()
  const topics = useAsk('GET /api/topics').data ?? []
  const playbooks = useAsk('GET /api/playbooks', { query: { lang } }).data ?? []
  const [title, setTitle] = useState(begun.title.slice(0, most.title))
  const [happening, setHappening] = useState(begun.happening ?? '')
  const [chosenLead, setLead] = useState<string>()
  const [topicIds, setTopics] = useState(begun.topicIds ?? [])
  const [playbook, setPlaybook] = useState('')
  const [isPrivate, setPrivate] = useState(true)
  const { conversationIds = [] } = begun
  const others = topics.filter(({ id }) => topicIds.indexOf(id) > 0).map(({ name }) => name)
  const alsoAbout = fmt.list(others)
  const isMyLead = leads.some(({ id }) => id === member?.id)
  const leadId = chosenLead ?? (isMyLead ? (member?.id ?? '') : '')
  const open = useOnce('POST /api/incidents', refresh)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!title.trim() || open.isPending) return
    const body = {
      ...{ title: title.trim(), happening: happening.trim(), isPrivate, lang, leadId: leadId || null },
      ...{ topicIds: [...topicIds], conversationIds: [...conversationIds] },
      ...{ alertId: begun.alertId ?? null, beganAt: begun.beganAt ?? null },
      playbook: (playbook || null) as PlaybookKey | null,
    }
    const enter = ({ key }: { key: string }) => void navigate({ to: '/crisis/$incident', params: { incident: key } })
    open.mutate({ body }, { onSuccess: enter })
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Open an incident`}
      says={t`Only what is known now. The rest is filled in the room.`}
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        <TitleField isFirst value={title} onChange={setTitle} />
        <HappeningField value={happening} onChange={setHappening} />
        <Field label={t`Playbook`} help={t`Its steps become tasks, and its words are kept out of answers.`}>
          {(control) => (
            <Select
              {...control}
              value={playbook}
              onChange={(event) => setPlaybook(event.currentTarget.value)}
              choices={[
                { value: '', label: t`None` },
                ...playbooks.map((one) => ({ value: one.key, label: one.name })),
              ]}
            />
          )}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <PersonField label={t`Led by`} people={leads} value={leadId} onChange={setLead} />
          <Field label={t`Search it is about`} help={alsoAbout && t`Also about ${alsoAbout}.`}>
            {(control) => (
              <Select
                {...control}
                value={topicIds[0] ?? ''}
                onChange={({ currentTarget: { value } }) => setTopics(value ? [value, ...topicIds.slice(1)] : [])}
                choices={[
                  { value: '', label: t`None yet` },
                  ...topics.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Field>
        </div>
        {conversationIds.length > 0 && (
          <p className="text-ui text-ink-2">
            {plural(conversationIds.length, {
              one: 'It begins with the conversation you chose, and with its story.',
              other: 'It begins with the # conversations you chose, and with their stories.',
            })}
          </p>
        )}
        <PrivateSwitch value={isPrivate} onChange={setPrivate} />
        {open.error && <FormError>{wordsOf(open.error)}</FormError>}
        <Btn kind="ink" type="submit" isBusy={open.isPending} disabled={title.trim() === ''}>
          {t`Open the room`}
        </Btn>
      </form>
    </Dialog>
  )
}
