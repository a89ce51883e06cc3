import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { UsersRound } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { inputClass } from '#web/parts/field.tsx'
import { FailedState } from '#web/parts/states.tsx'
import { type AskedHow, useInbox } from './inbox-context.ts'
import { useParties } from './parties/use-parties.ts'

type Receiver = { id: string; name: string; kind: 'member' | 'department'; detail: string }

const reasonMax = 1_000

/**
 * To a colleague or a department: hand it over, ask for advice, or keep them informed. Type a few letters, press Enter. What the customer was
 * promised keeps running.
 */
export function HandOverDialog({ rows, how: first }: { rows: readonly Row[]; how: AskedHow }) {
  const { t } = useLingui()
  const [how, setHow] = useState(first)
  const { askThem } = useParties()
  const says = useHowWords()[how]
  const { openDialog, decide, clearSelected } = useInbox()
  const [words, setWords] = useState('')
  const [reason, setReason] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const { receivers, error, retry } = useReceivers(words)
  const chosen = receivers[Math.min(at, receivers.length - 1)]
  const close = () => openDialog(null)
  const choose = (receiver: Receiver) => {
    close()
    const isMember = receiver.kind === 'member'
    const whom = {
      memberId: isMember ? receiver.id : null,
      departmentId: isMember ? null : receiver.id,
      name: receiver.name,
      reason: reason.trim(),
    }
    if (how === 'handOver') decide.handOver(rows, whom)
    else void askThem(rows, { ...whom, kind: how })
    clearSelected()
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, receivers.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter' && chosen) choose(chosen)
    else return
    event.preventDefault()
  }
  return (
    <Dialog
      isOpen
      onClose={close}
      title={says.title}
      says={says.says}
      footer={
        <Reason
          label={says.reason}
          value={reason}
          onChange={setReason}
          onKeyDown={(event) => event.key === 'Enter' && pressed(event)}
        />
      }
    >
      <HowChoice how={how} onChoose={setHow} />
      <NameField
        listId={listId}
        chosenId={chosen?.id}
        value={words}
        onChange={(value) => {
          setWords(value)
          setAt(0)
        }}
        onKeyDown={pressed}
      />
      {error !== null && <FailedState error={error} retry={retry} className="!mx-0" />}
      <div id={listId} role="listbox" aria-label={t`Colleagues and departments`} className="mt-2">
        {receivers.map((receiver, index) => (
          <ReceiverRow
            key={receiver.id}
            id={`${listId}-${receiver.id}`}
            receiver={receiver}
            isOn={index === at}
            onPoint={() => setAt(index)}
            onChoose={() => choose(receiver)}
          />
        ))}
      </div>
      {receivers.length === 0 && !error && (
        <p className="px-2 py-3 text-ui text-ink-2">
          {words ? t`Nobody is called that.` : t`There is nobody else yet.`}
        </p>
      )}
    </Dialog>
  )
}

const hows = ['handOver', 'consulted', 'informed'] as const satisfies readonly AskedHow[]

function useHowWords(): Record<AskedHow, { tab: string; title: string; says: string; reason: string }> {
  const { t } = useLingui()
  return {
    handOver: {
      tab: t`Hand over`,
      title: t`Hand over to`,
      says: t`The promise to the customer keeps running.`,
      reason: t`Reason, if you like`,
    },
    consulted: {
      tab: t`Ask`,
      title: t`Ask for advice`,
      says: t`It stays where it is. They find it under “Asked of me” and answer with a note.`,
      reason: t`Your question`,
    },
    informed: {
      tab: t`Inform`,
      title: t`Keep informed`,
      says: t`It stays where it is, and they have nothing to do.`,
      reason: t`Reason, if you like`,
    },
  }
}

function HowChoice({ how, onChoose }: { how: AskedHow; onChoose: (how: AskedHow) => void }) {
  const { t } = useLingui()
  const words = useHowWords()
  return (
    <fieldset aria-label={t`What they should do`} className="mt-1.5 flex flex-wrap gap-1">
      {hows.map((one) => (
        <button
          key={one}
          type="button"
          aria-pressed={one === how}
          onClick={() => onChoose(one)}
          className={clsx(
            'h-8 rounded-md px-2.5 text-ui whitespace-nowrap touch:h-11',
            one === how ? 'bg-sunken font-semibold text-ink' : 'text-ink-2 hover:bg-sunken',
          )}
        >
          {words[one].tab}
        </button>
      ))}
    </fieldset>
  )
}

type NameFieldProps = {
  listId: string
  chosenId: string | undefined
  value: string
  onChange: (value: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

function NameField({ listId, chosenId, value, onChange, onKeyDown }: NameFieldProps) {
  const { t } = useLingui()
  return (
    <input
      // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type a name.
      autoFocus
      role="combobox"
      aria-expanded
      aria-controls={listId}
      aria-activedescendant={chosenId && `${listId}-${chosenId}`}
      aria-label={t`Colleague or department`}
      placeholder={t`Name of a colleague or department`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={onKeyDown}
      className={`${inputClass} mt-1.5`}
    />
  )
}

function ReceiverRow(props: {
  id: string
  receiver: Receiver
  isOn: boolean
  onPoint: () => void
  onChoose: () => void
}): ReactNode {
  const { receiver, isOn } = props
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and the keys.
    <div
      id={props.id}
      role="option"
      tabIndex={-1}
      aria-selected={isOn}
      onMouseMove={props.onPoint}
      onClick={props.onChoose}
      className={clsx(
        'flex min-h-10 cursor-default items-center gap-3 rounded-md px-2 text-body touch:min-h-11',
        isOn && 'bg-sunken font-semibold',
      )}
    >
      {receiver.kind === 'member' ? (
        <Initials name={receiver.name} size={24} />
      ) : (
        <span className="grid size-6 place-items-center rounded-full bg-sunken text-ink-2">
          <UsersRound size={14} />
        </span>
      )}
      <span className="min-w-1/2 flex-1 truncate">{receiver.name}</span>
      <span className="min-w-0 truncate text-meta font-normal text-ink-3">{receiver.detail}</span>
    </div>
  )
}

function Reason(props: {
  label: string
  value: string
  onChange: (value: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}) {
  return (
    <label className="flex w-full items-center gap-3 text-ui">
      <span className="shrink-0 text-ink-2">{props.label}</span>
      <input
        value={props.value}
        maxLength={reasonMax}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={props.onKeyDown}
        className={inputClass}
      />
    </label>
  )
}

function useReceivers(words: string): { receivers: Receiver[]; error: Error | null; retry: () => void } {
  const { t } = useLingui()
  const { me } = useInbox()
  const members = useAsk('GET /api/members')
  const departments = useAsk('GET /api/departments')
  const nameById = new Map(departments.data?.map((one) => [one.id, one.name]))
  const all: Receiver[] = [
    ...(departments.data ?? []).map(
      (one): Receiver => ({ id: one.id, name: one.name, kind: 'department', detail: t`department` }),
    ),
    ...(members.data?.members ?? [])
      .filter((one) => one.id !== me.member?.id && one.role !== 'observer')
      .map(
        (one): Receiver => ({
          id: one.id,
          name: one.name,
          kind: 'member',
          detail: one.departmentIds.flatMap((id) => nameById.get(id) ?? []).join(', '),
        }),
      ),
  ]
  const sought = fold(words)
  return {
    receivers: all.filter((one) => fold(one.name).includes(sought)),
    error: members.error ?? departments.error,
    retry: () => void Promise.all([members.refetch(), departments.refetch()]),
  }
}

/** "Zoe" finds Zoë. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
}
