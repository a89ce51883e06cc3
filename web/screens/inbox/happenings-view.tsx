import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useAsk } from '#web/api.ts'
import { useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { MomentOf } from './moment-of.tsx'
import { type Happening, isTold } from './thread.ts'

const foldedFrom = 4

/** Who did what, one grey line each; more than three are folded until one wants to know. */
export function HappeningsView({ happenings }: { happenings: readonly Happening[] }) {
  const { t } = useLingui()
  const [isOpen, setOpen] = useState(false)
  const sayOf = useSentence()
  const isFolded = !isOpen && happenings.length >= foldedFrom
  const shown = isFolded ? happenings.slice(-1) : happenings
  const hidden = happenings.length - shown.length
  return (
    <div className="text-meta text-ink-3">
      {hidden > 0 && (
        <button
          type="button"
          aria-expanded={false}
          onClick={() => setOpen(true)}
          className="min-h-6 rounded-sm hover:text-ink hover:underline touch:min-h-11"
        >
          {t`${plural(hidden, { one: '# more thing happened', other: '# more things happened' })}`}
        </button>
      )}
      <ul className="space-y-1">
        {shown.map((happening) => (
          <li key={happening.id} className="flex items-baseline gap-2">
            <span className="size-1 shrink-0 -translate-y-0.5 rounded-full bg-line-strong" />
            <span className="min-w-0 flex-1">{sayOf(happening)}</span>
            <MomentOf at={happening.at} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function useSentence(): (happening: Happening) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  const nameOf = useNames()
  const toneOf = useSentimentName()
  return ({ action, by, details }) => {
    const who = by?.name ?? 'Wederhoor'
    const said = (key: string): string => (typeof details[key] === 'string' ? details[key] : '')
    if (!isTold(action)) return ''
    switch (action) {
      case 'conversation.claim':
        return t`${who} took it`
      case 'conversation.release':
        return t`${who} gave it back: no owner`
      case 'conversation.finish':
        return t`${who} closed it as done`
      case 'conversation.reopen':
        return t`${who} opened it again`
      case 'conversation.wait': {
        const until = said('until') ? fmt.moment(new Date(said('until'))) : '…'
        return t`${who} put it away until ${until}`
      }
      case 'conversation.hand_over': {
        const to = nameOf(said('memberId'), said('departmentId'))
        const reason = said('reason')
        return reason ? t`${who} handed it over to ${to}: “${reason}”` : t`${who} handed it over to ${to}`
      }
      case 'conversation.rename': {
        const title = said('title')
        return t`${who} named it “${title}”`
      }
      case 'mention.correct': {
        const tone = said('sentiment')
          ? toneOf(said('sentiment') as Parameters<typeof toneOf>[0]).toLocaleLowerCase()
          : ''
        return tone ? t`${who} corrected the tone: ${tone}` : t`${who} corrected the labels`
      }
      case 'reply.undo':
        return t`${who} took an answer back before it left`
      case 'reply.settle':
        return t`${who} said what became of an answer`
      case 'reply.remove':
        return t`${who} deleted an answer on the network`
    }
  }
}

/** Colleague first, then department. Somebody who left keeps no name here. */
function useNames(): (memberId: string, departmentId: string) => string {
  const { t } = useLingui()
  const members = useAsk('GET /api/members').data?.members ?? []
  const departments = useAsk('GET /api/departments').data ?? []
  return (memberId, departmentId) =>
    members.find((member) => member.id === memberId)?.name ??
    departments.find((department) => department.id === departmentId)?.name ??
    t`somebody`
}
