import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Profile } from '#api/contract/people-shapes.ts'
import { personNoteTextMax } from '#domain/person-note.ts'
import { useChange } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, TextArea } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { useMay } from '#web/session.ts'
import { useOnce } from '#web/use-once.ts'

const refresh = ['GET /api/people/{id}'] as const

/** What colleagues wrote down about the person themselves, whatever the conversation. */
export function NotesOnPerson({ profile }: { profile: Profile }) {
  const { t } = useLingui()
  const may = useMay()
  return (
    <section aria-labelledby="notes-on-person">
      <h2 id="notes-on-person" className="mt-6 mb-1.5 text-meta font-semibold text-ink-3">{t`Notes on this person`}</h2>
      {profile.personNotes.length === 0 && <p className="text-ui text-ink-2">{t`Nobody noted anything yet.`}</p>}
      <ul className="space-y-2">
        {profile.personNotes.map((note) => (
          <li key={note.id} className="rounded-lg border border-note-line bg-note px-3 py-2 text-ui">
            <OneNote note={note} />
          </li>
        ))}
      </ul>
      {may('person_note.write') && <NewNote id={profile.author.id} />}
      <p className="mt-2 text-meta text-pretty text-ink-3">
        {t`These notes are personal data: only what the next colleague needs. The person gets them when they ask for a copy, and they go when the person is forgotten.`}
      </p>
    </section>
  )
}

type Note = Profile['personNotes'][number]

function OneNote({ note }: { note: Note }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  const change = useChange('PUT /api/person-notes/{id}', { refresh, isAtOnce: true })
  const save = (text: string) =>
    change.mutate({ params: { id: note.id }, body: { text } }, { onSuccess: () => setEditing(false) })
  return (
    <>
      <span className="flex items-center gap-1.5 text-meta text-ink-2">
        <Initials name={note.by.name} size={18} />
        <b className="min-w-0 flex-1 truncate font-semibold text-ink">{note.by.name}</b>
        <time dateTime={note.at} className="num shrink-0">
          {fmt.moment(new Date(note.at))}
        </time>
      </span>
      {isEditing ? (
        <Words
          label={t`Other words`}
          before={note.text}
          isBusy={change.isPending}
          error={change.error}
          onSave={save}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <p dir="auto" className="mt-1 break-words whitespace-pre-line">
            {note.text}
          </p>
          {note.changedAt && (
            <p className="text-meta text-ink-3">{t`Changed ${fmt.moment(new Date(note.changedAt))}`}</p>
          )}
          <span className="mt-1 flex flex-wrap gap-1">
            {may('person_note.write') && <Btn small kind="quiet" onClick={() => setEditing(true)}>{t`Change`}</Btn>}
            {may('person_note.remove') && <Remove id={note.id} />}
          </span>
        </>
      )}
    </>
  )
}

/** Asked once more: a removed note is gone. */
function Remove({ id }: { id: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [isAsked, setAsked] = useState(false)
  const remove = useChange('DELETE /api/person-notes/{id}', { refresh, isAtOnce: true })
  if (!isAsked) return <Btn small kind="quiet" onClick={() => setAsked(true)}>{t`Remove…`}</Btn>
  return (
    <>
      <Btn small kind="danger" isBusy={remove.isPending} onClick={() => remove.mutate({ params: { id } })}>
        {t`Remove for good`}
      </Btn>
      <Btn small kind="quiet" onClick={() => setAsked(false)}>{t`Keep it`}</Btn>
      {remove.error && <FormError>{wordsOf(remove.error)}</FormError>}
    </>
  )
}

function NewNote({ id }: { id: string }) {
  const { t } = useLingui()
  // Saved, the next has a field of its own.
  const [field, setField] = useState(0)
  const write = useOnce('POST /api/people/{id}/notes', refresh)
  return (
    <Words
      key={field}
      label={t`New note`}
      before=""
      isBusy={write.isPending}
      error={write.error}
      onSave={(text) =>
        write.mutate({ params: { id }, body: { text } }, { onSuccess: () => setField((one) => one + 1) })
      }
    />
  )
}

type WordsProps = {
  label: string
  before: string
  isBusy: boolean
  error: Error | null
  onSave: (text: string) => void
  onCancel?: () => void
}

function Words({ label, before, isBusy, error, onSave, onCancel }: WordsProps) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [text, setText] = useState(before)
  const isReady = text.trim() !== '' && text !== before
  return (
    <form
      className="mt-2 space-y-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady && !isBusy) onSave(text.trim())
      }}
    >
      <Field label={label}>
        {(control) => (
          <TextArea
            {...control}
            value={text}
            maxLength={personNoteTextMax}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {error && <FormError>{wordsOf(error)}</FormError>}
      <span className="flex gap-2">
        <Btn type="submit" small isBusy={isBusy} disabled={!isReady}>{t`Save note`}</Btn>
        {onCancel && <Btn small kind="quiet" onClick={onCancel}>{t`Cancel`}</Btn>}
      </span>
    </form>
  )
}
