import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { IncidentListLine } from '#api/contract/incident-shapes.ts'
import type { Row } from '#api/contract/shapes.ts'
import { useAsk } from '#web/api.ts'
import { Dialog } from '#web/parts/dialog.tsx'
import { FormError } from '#web/parts/field.tsx'
import { FailedState, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { useMay } from '#web/session.ts'
import { useAddToRoom } from './use-add-to-room.ts'

/** An address carries no more. */
const beginWithMax = 50
const lineClass =
  'flex min-h-10 w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-left text-body hover:bg-sunken focus-visible:bg-sunken touch:min-h-11 disabled:opacity-55'

/** Into one of the open rooms, or into one that begins with it. */
export function ToIncidentDialog({ rows }: { rows: readonly Row[] }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const may = useMay()
  const navigate = useNavigate()
  const { openDialog, selected, clearSelected } = useInbox()
  const { data, error, refetch } = useAsk('GET /api/incidents')
  const add = useAddToRoom()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const open = data?.filter(({ state }) => state === 'open') ?? []
  const list = useRef<HTMLUListElement>(null)
  const isKnown = data !== undefined
  // The rooms come a moment after the dialog: the first of them is what Enter takes, not the cross.
  useEffect(() => {
    if (isKnown) list.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [isKnown])
  const close = () => openDialog(null)
  const choose = async (room: IncidentListLine) => {
    setBusy(true)
    setProblem('')
    try {
      await add(rows, room)
      close()
      if (rows.some(({ id }) => selected.has(id))) clearSelected()
    } catch (cause) {
      setProblem(wordsOf(cause))
      setBusy(false)
    }
  }
  const begin = () => {
    close()
    const given = { open: rows[0]?.title ?? '', with: rows.map(({ id }) => id).join(',') }
    void navigate({ to: '/crisis', search: given })
  }
  const many = plural(rows.length, { one: '# conversation', other: '# conversations' })
  return (
    <Dialog
      isOpen
      onClose={close}
      title={rows.length === 1 ? t`Add to an incident` : t`Add to an incident: ${many}`}
      says={t`Its room then shows it in a lane, and whoever answers it sees the line.`}
    >
      {!data && !error && <SkeletonRows label={t`The incidents are on their way`} count={2} />}
      {error && !data && <FailedState error={error} retry={() => void refetch()} className="mx-0!" />}
      {data && open.length === 0 && <p className="pt-1 text-ui text-ink-2">{t`No incident is open.`}</p>}
      <ul ref={list} className="-mx-2 px-1 pt-1">
        {open.map((room, at) => (
          <li key={room.id}>
            <button
              type="button"
              data-first={at === 0 || undefined}
              data-room={room.key}
              disabled={isBusy}
              onClick={() => void choose(room)}
              className={lineClass}
            >
              <Room room={room} />
            </button>
          </li>
        ))}
        {data && may('incident.open') && rows.length <= beginWithMax && (
          <li className="mt-1 border-t border-line pt-1">
            <button
              type="button"
              data-first={open.length === 0 || undefined}
              data-new-room
              disabled={isBusy}
              onClick={begin}
              className={lineClass}
            >
              <Plus size={15} aria-hidden="true" className="mx-1 shrink-0 text-ink-3" />
              <span className="font-semibold">{t`Open an incident that begins with it…`}</span>
            </button>
          </li>
        )}
      </ul>
      {problem && <FormError>{problem}</FormError>}
    </Dialog>
  )
}

function Room({ room: { key, title, lead } }: { room: IncidentListLine }) {
  const { t } = useLingui()
  const who = lead?.name ?? ''
  return (
    <>
      <span className="num shrink-0 rounded-sm bg-crit px-1.5 text-meta font-semibold text-on-crit">{key}</span>
      <span className="min-w-0">
        <span className="block font-semibold break-words">{title}</span>
        <span className="block text-meta text-ink-3">{who ? t`Led by ${who}` : t`Nobody leads it yet`}</span>
      </span>
    </>
  )
}
