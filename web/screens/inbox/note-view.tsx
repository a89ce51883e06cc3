import { useLingui } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import { nameCallsIn } from '#domain/name-call.ts'
import type { Span } from '#domain/span.ts'
import { useAsk } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Hits } from '#web/parts/hits.tsx'
import { MomentOf } from './moment-of.tsx'
import { queuedNote } from './queued-note.ts'
import type { Note } from './thread.ts'

/** Where a note calls somebody by name. */
function useCalls(text: string): Span[] {
  const isCalling = text.includes('@')
  const people = useAsk('GET /api/members', undefined, { enabled: isCalling }).data?.members ?? []
  const departments = useAsk('GET /api/departments', undefined, { enabled: isCalling }).data ?? []
  return isCalling ? nameCallsIn(text, [...people, ...departments]).map(({ span }) => span) : []
}

/** Said among colleagues: another colour, and a lock. */
export function NoteView({ note }: { note: Note }) {
  const { t } = useLingui()
  const calls = useCalls(note.text)
  return (
    <article
      data-note-queued={note.id.startsWith(queuedNote) || undefined}
      className="rounded-lg border border-note-line bg-note px-3.5 py-3"
    >
      <div className="flex items-center gap-2 text-meta">
        <Initials name={note.by.name} size={20} />
        <b className="truncate font-bold text-ink">{note.by.name}</b>
        <span className="flex-1" />
        <Lock size={11} className="shrink-0 text-ink-3" aria-hidden="true" />
        <span className="shrink-0 text-ink-3">
          {note.id.startsWith(queuedNote) ? t`Not sent yet` : t`colleagues only`}
        </span>
        <MomentOf at={note.at} />
      </div>
      <p dir="auto" className="mt-1.5 text-body break-words whitespace-pre-line">
        <Hits text={note.text} spans={calls} links />
      </p>
    </article>
  )
}
