import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { incidentLimits as most } from '#domain/incident.ts'
import type { PlaybookKey } from '#domain/playbook.ts'
import { ask, newKey, useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input, Select, Switch, TextArea } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { useSession } from '#web/session.ts'
import { useLeads } from './use-leads.ts'

/** One field must be filled; all else can wait until the room stands. */
export function OpenIncident({ title: given, onClose }: { title: string; onClose: () => void }) {
  const { t } = useLingui()
  const { lang } = usePrefs()
  const { member } = useSession()
  const navigate = useNavigate()
  const wordsOf = useProblemWords()
  const leads = useLeads()
  const topics = useAsk('GET /api/topics').data ?? []
  const playbooks = useAsk('GET /api/playbooks', { query: { lang } }).data ?? []
  const [key] = useState(newKey)
  const [title, setTitle] = useState(given)
  const [happening, setHappening] = useState('')
  const [chosenLead, setLead] = useState<string>()
  const [topicId, setTopic] = useState('')
  const [playbook, setPlaybook] = useState('')
  const [isPrivate, setPrivate] = useState(true)
  const isMyLead = leads.some(({ id }) => id === member?.id)
  const leadId = chosenLead ?? (isMyLead ? (member?.id ?? '') : '')
  const open = useMutation({
    mutationFn: () =>
      ask(
        'POST /api/incidents',
        {
          body: {
            ...{ title: title.trim(), happening: happening.trim(), isPrivate, lang, leadId: leadId || null },
            topicIds: topicId ? [topicId] : [],
            playbook: (playbook || null) as PlaybookKey | null,
          },
        },
        undefined,
        { key },
      ),
    onSuccess: (made) => void navigate({ to: '/crisis/$incident', params: { incident: made.key } }),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (title.trim() && !open.isPending) open.mutate()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Open an incident`}
      says={t`Only what is known now. The rest is filled in the room.`}
    >
      <form onSubmit={submit} className="space-y-4 pt-2">
        <Field label={t`What it is called`}>
          {(control) => (
            <Input
              {...control}
              data-first
              required
              maxLength={most.title}
              value={title}
              onChange={(event) => setTitle(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t`What is going on, in one sentence`} isOptional>
          {(control) => (
            <TextArea
              {...control}
              maxLength={most.happening}
              value={happening}
              onChange={(event) => setHappening(event.currentTarget.value)}
            />
          )}
        </Field>
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
          <Field label={t`Led by`}>
            {(control) => (
              <Select
                {...control}
                value={leadId}
                onChange={(event) => setLead(event.currentTarget.value)}
                choices={[
                  { value: '', label: t`Nobody yet` },
                  ...leads.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Field>
          <Field label={t`Search it is about`}>
            {(control) => (
              <Select
                {...control}
                value={topicId}
                onChange={(event) => setTopic(event.currentTarget.value)}
                choices={[
                  { value: '', label: t`None yet` },
                  ...topics.map(({ id, name }) => ({ value: id, label: name })),
                ]}
              />
            )}
          </Field>
        </div>
        <Switch
          label={t`Private`}
          help={t`Only for those in it, administrators and the coordinator.`}
          isOn={isPrivate}
          onChange={setPrivate}
        />
        {open.error && <FormError>{wordsOf(open.error)}</FormError>}
        <Btn kind="ink" type="submit" isBusy={open.isPending} disabled={title.trim() === ''}>
          {t`Open the room`}
        </Btn>
      </form>
    </Dialog>
  )
}
