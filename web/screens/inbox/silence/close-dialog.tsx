import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useState } from 'react'
import type { Row } from '#api/contract/shapes.ts'
import { reasonsInOrder, reviewMoment, type SilenceReason, silenceNoteMax } from '#domain/silence.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { Field, FormError, Input } from '#web/parts/field.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Kbd } from '#web/parts/keys.tsx'
import { useInbox } from '#web/screens/inbox/inbox-context.ts'
import { localMinute, readLocalMinute } from '#web/screens/inbox/wait-times.ts'
import { useSession } from '#web/session.ts'
import { adviceKnown } from './advice-known.ts'

const lineClass =
  'flex min-h-10 w-full items-baseline gap-2.5 rounded-md px-2 py-1.5 text-left text-body hover:bg-sunken focus-visible:bg-sunken touch:min-h-11'
const elsewhereKey = '0'
let lastId: string | undefined

/** Nobody answered: why not, or that it was answered by another way. Enter takes the first, a figure any other, Escape leaves it open. */
export function CloseDialog({ rows }: { rows: readonly Row[] }) {
  const { t } = useLingui()
  const { openDialog, decide, clearSelected } = useInbox()
  const { workspace } = useSession()
  const [now] = useState(() => new Date())
  // What stands first now stays first: a line that moves under the finger decides something else.
  const [advised] = useState(() => (rows.length === 1 ? adviceKnown(rows[0]?.id) : undefined))
  const [reasons] = useState(() => reasonsInOrder(workspace?.silenceReasons ?? [], { advised, lastId }))
  const [isOpen, setOpen] = useState(false)
  const [note, setNote] = useState('')
  const [review, setReview] = useState('')
  const [problem, setProblem] = useState('')
  const close = () => openDialog(null)
  const elsewhere = () => {
    close()
    decide.finish(rows, { kind: 'elsewhere', note: note.trim() })
    clearSelected()
  }
  const choose = (reason: SilenceReason) => {
    const given = review === '' ? undefined : readLocalMinute(review, new Date())
    if (review !== '' && !given) return setProblem(t`Choose a moment that is still to come.`)
    const reviewAt = given ?? reviewMoment(reason, now)
    if (reason.isReviewNeeded && !reviewAt) {
      setOpen(true)
      return setProblem(t`This reason needs a moment to look again.`)
    }
    lastId = reason.id
    close()
    decide.finish(rows, {
      ...{ kind: 'silence', reasonId: reason.id, note: note.trim(), ownerId: null },
      reviewAt: reviewAt?.toISOString() ?? null,
      name: reason.name,
    })
    clearSelected()
  }
  const press = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === elsewhereKey) return elsewhere()
    const reason = /^[1-9]$/u.test(event.key) ? reasons[Number(event.key) - 1] : undefined
    if (!reason) return
    event.preventDefault()
    choose(reason)
  }
  const many = plural(rows.length, { one: '# conversation', other: '# conversations' })
  return (
    <Dialog
      isOpen
      onClose={close}
      title={rows.length === 1 ? t`Why is there no answer?` : t`Why is there no answer to these? ${many}`}
      says={t`It is closed with this reason, and opens again when it spreads or when they write again.`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: figures choose wherever the focus is in here. */}
      <div onKeyDown={press}>
        <ul className="-mx-2 px-1 pt-1">
          {reasons.map((reason, at) => (
            <li key={reason.id}>
              <button
                type="button"
                data-first={at === 0 || undefined}
                onClick={() => choose(reason)}
                className={lineClass}
              >
                <span className="w-4 shrink-0 touch:hidden">{at < 9 && <Kbd>{String(at + 1)}</Kbd>}</span>
                <Line reason={reason} isAdvised={at === 0 && advised?.strategy === reason.strategy} now={now} />
              </button>
            </li>
          ))}
          <li className="mt-1 border-t border-line pt-1">
            <button type="button" onClick={elsewhere} className={lineClass}>
              <span className="w-4 shrink-0 touch:hidden">
                <Kbd>{elsewhereKey}</Kbd>
              </span>
              <span className="min-w-0">
                <span className="font-semibold">{t`Answered by another way`}</span>
                <span className="block text-ui text-ink-3">{t`by phone, by mail, at the desk`}</span>
              </span>
            </button>
          </li>
        </ul>
        {isOpen ? (
          <div className="mt-2 grid gap-3 sm:grid-cols-2">
            <Field label={t`In a sentence`} isOptional>
              {(control) => (
                <Input
                  {...control}
                  maxLength={silenceNoteMax}
                  value={note}
                  onChange={(event) => setNote(event.currentTarget.value)}
                />
              )}
            </Field>
            <Field label={t`Look again on`} isOptional>
              {(control) => (
                <Input
                  {...control}
                  type="datetime-local"
                  min={localMinute(now)}
                  value={review}
                  onChange={(event) => setReview(event.currentTarget.value)}
                />
              )}
            </Field>
          </div>
        ) : (
          <Btn small kind="quiet" className="mt-1" onClick={() => setOpen(true)}>
            {t`Say more, or choose a day`}
          </Btn>
        )}
        {problem && <FormError>{problem}</FormError>}
      </div>
    </Dialog>
  )
}

function Line({ reason, isAdvised, now }: { reason: SilenceReason; isAdvised: boolean; now: Date }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const at = reviewMoment(reason, now)
  const day = at ? fmt.day(at) : ''
  return (
    <span className="min-w-0">
      <span className="font-semibold">{reason.name}</span>
      {isAdvised && <span className="ml-2 text-meta font-semibold text-mix-t">{t`as the policy advises`}</span>}
      <span className="block text-ui text-pretty text-ink-3">
        {reason.says} {at && t`Looked at again on ${day}.`}
      </span>
    </span>
  )
}
