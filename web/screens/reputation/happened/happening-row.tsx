import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Pencil, X } from 'lucide-react'
import { useState } from 'react'
import type { AnnotationView } from '#api/contract/annotation-routes.ts'
import { ask, newKey } from '#web/api.ts'
import { Chip, IconBtn } from '#web/parts/bits.tsx'
import { EventNumber } from '#web/parts/charts/event-signs.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { momentOf } from '#web/screens/reputation/use-report.ts'
import { AnnotationDialog } from './annotation-dialog.tsx'
import { type Happening, refreshAnnotations } from './use-happenings.ts'

/** One thing that happened, by its number on the charts. */
export function HappeningRow({ happening }: { happening: Happening }) {
  const { t } = useLingui()
  const { day, label, number } = happening
  return (
    <li data-happening={happening.kind} className="flex items-start gap-2.5 py-2">
      <span className="flex h-5 items-center">
        <EventNumber>{String(number)}</EventNumber>
      </span>
      {happening.kind === 'annotation' ? (
        <Noted annotation={happening.annotation} />
      ) : (
        <p className="min-w-0 flex-1 text-ui">
          <Days day={day} untilDay={null} />{' '}
          <Link
            to="/crisis/$incident"
            params={{ incident: happening.key }}
            dir="auto"
            className="font-semibold break-words text-link hover:underline"
          >
            {label}
          </Link>{' '}
          <Chip>{t`Incident`}</Chip>
        </p>
      )}
    </li>
  )
}

/** What somebody noted, with what one may do to it. */
export function Noted({ annotation }: { annotation: AnnotationView }) {
  const { t } = useLingui()
  const [isChanging, setChanging] = useState(false)
  const { day, untilDay, words, madeBy, changedBy, mayChange } = annotation
  const by = madeBy?.name ?? t`somebody who left`
  const changer = changedBy && changedBy.id !== madeBy?.id ? changedBy.name : undefined
  return (
    <>
      <p className="min-w-0 flex-1 text-ui">
        <Days day={day} untilDay={untilDay} />{' '}
        <span dir="auto" className="font-semibold break-words">
          {words}
        </span>{' '}
        <span className="text-meta text-ink-3">
          {changer ? t`noted by ${by}, changed by ${changer}` : t`noted by ${by}`}
        </span>
      </p>
      {mayChange && (
        <span className="-my-1.5 flex shrink-0">
          <IconBtn label={t`Change: ${words}`} onClick={() => setChanging(true)}>
            <Pencil size={14} />
          </IconBtn>
          <Remove annotation={annotation} />
        </span>
      )}
      {isChanging && <AnnotationDialog annotation={annotation} onClose={() => setChanging(false)} />}
    </>
  )
}

function Days({ day, untilDay }: { day: string; untilDay: string | null }) {
  const fmt = useFmt()
  const written = (one: string) => fmt.day(momentOf(one))
  return (
    <span className="num text-ink-2">
      <time dateTime={day}>{written(day)}</time>
      {untilDay && (
        <>
          –<time dateTime={untilDay}>{written(untilDay)}</time>
        </>
      )}
    </span>
  )
}

/** At once, with the way back. */
function Remove({ annotation }: { annotation: AnnotationView }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const [isBusy, setBusy] = useState(false)
  const { id, day, untilDay, words } = annotation
  const failed = (error: unknown) => showToast({ tone: 'failed', text: wordsOf(error) })
  const back = async (key: string) => {
    await ask('POST /api/annotations', { body: { day, untilDay, words } }, undefined, { key }).catch(failed)
    refreshAnnotations()
  }
  const remove = async (row: HTMLElement | null) => {
    setBusy(true)
    try {
      await ask('DELETE /api/annotations/{id}', { params: { id } })
      focusBeside(row)
      const key = newKey()
      showToast({ text: t`Removed: ${words}`, undo: () => void back(key) })
    } catch (error) {
      failed(error)
      setBusy(false)
    }
    refreshAnnotations()
  }
  return (
    <IconBtn
      label={t`Remove: ${words}`}
      aria-disabled={isBusy}
      onClick={({ currentTarget }) => !isBusy && void remove(currentTarget.closest('li'))}
    >
      <X size={14} />
    </IconBtn>
  )
}

/** The row goes, and the focus with it: it stays in the list, or goes to what stands above it. */
function focusBeside(row: HTMLElement | null) {
  const beside = [row?.nextElementSibling, row?.previousElementSibling]
  const next = beside.map((one) => one?.querySelector<HTMLElement>('button, a')).find((one) => one)
  const above = document.querySelector<HTMLElement>('[data-note-happened]')
  ;(next ?? above)?.focus()
}
