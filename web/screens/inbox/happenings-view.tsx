import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Suspense, useState } from 'react'
import { useAsk } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { useSentimentName } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { withWordsBeside } from '#web/prefs.tsx'
import { MomentOf } from './moment-of.tsx'
import { type Happening, isTold } from './thread.ts'

const PromiseHappening = lazyPart(() =>
  withWordsBeside(import('./promise/promise-happening.tsx')).then((file) => file.PromiseHappening),
)

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
            <span className="min-w-0 flex-1">
              {happening.action.startsWith('promise.') ? (
                <Suspense fallback="…">
                  <PromiseHappening happening={happening} />
                </Suspense>
              ) : (
                sayOf(happening)
              )}
            </span>
            <MomentOf at={happening.at} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function useSentence(): (happening: Happening) => string {
  const { t } = useLingui()
  const waited = useWaited()
  const correctedSaid = useCorrectedSaid()
  const placed = usePlaced()
  const noiseSaid = useNoiseSaid()
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
        if (details.kind === 'silence') {
          const reason = said('reason')
          return t`${who} closed it without an answer: ${reason}`
        }
        return t`${who} closed it as done`
      case 'conversation.reopen':
        if (details.spreadNow !== undefined) return t`It grew: open again`
        return t`${who} opened it again`
      case 'conversation.wait':
        return waited(who, said)
      case 'conversation.hand_over':
      case 'conversation.ask':
      case 'conversation.unask':
        return placed(action, who, said)
      case 'conversation.merge': {
        const mergedKey = said('mergedKey')
        return t`${who} merged ${mergedKey} into this`
      }
      case 'conversation.split': {
        const splitKey = said('splitKey')
        return t`${who} took ${splitKey} out of this`
      }
      case 'conversation.rename': {
        const title = said('title')
        return t`${who} named it “${title}”`
      }
      case 'conversation.noise':
        return noiseSaid(said('said'), who)
      case 'conversation.hold':
        return t`${who} keeps it for longer`
      case 'conversation.unhold':
        return t`${who} does not keep it for longer any more`
      case 'story.join':
        return t`${who} put it into a story`
      case 'story.leave':
        return t`${who} took it out of its story`
      case 'mention.join': {
        const minutes = typeof details.minutes === 'number' ? details.minutes : 0
        return t`${plural(minutes, {
          0: 'A post of the same author, within a minute of another, was put here',
          one: 'A post of the same author, # minute from another, was put here',
          other: 'A post of the same author, # minutes from another, was put here',
        })}`
      }
      case 'mention.correct':
        return correctedSaid(who, said, details.tookBack === true)
      // Said by a part of their own.
      case 'promise.break':
      case 'promise.act':
        return ''
      case 'reply.undo':
        if (details.isOvertaken === true) return t`They wrote again: the answer that had not left was held back`
        return t`${who} took an answer back before it left`
      case 'reply.settle':
        return t`${who} said what became of an answer`
      case 'reply.remove':
        return t`${who} deleted an answer on the network`
    }
  }
}

type Said = (key: string) => string

function useWaited(): (who: string, said: Said) => string {
  const { t } = useLingui()
  const fmt = useFmt()
  return (who, said) => {
    if (said('waitsFor') === 'answer') return t`${who} put it away until they answer`
    if (said('waitsFor') === 'growth') return t`${who} put it away until it grows`
    const until = said('until') ? fmt.moment(new Date(said('until'))) : '…'
    return t`${who} put it away until ${until}`
  }
}

function useCorrectedSaid(): (who: string, said: Said, isTakenBack: boolean) => string {
  const { t } = useLingui()
  const toneOf = useSentimentName()
  return (who, said, isTakenBack) => {
    if (isTakenBack) return t`${who} took a correction back`
    if (!said('sentiment')) return t`${who} corrected the labels`
    const tone = toneOf(said('sentiment') as Parameters<typeof toneOf>[0]).toLocaleLowerCase()
    return t`${who} corrected the tone: ${tone}`
  }
}

type PlacedAction = 'conversation.hand_over' | 'conversation.ask' | 'conversation.unask'

/** To whom it went, and who is asked or informed beside. */
function usePlaced(): (action: PlacedAction, who: string, said: Said) => string {
  const { t } = useLingui()
  const nameOf = useNames()
  return (action, who, said) => {
    const to = nameOf(said('memberId'), said('departmentId'))
    const isInformed = said('kind') === 'informed'
    switch (action) {
      case 'conversation.ask':
        return isInformed ? t`${who} keeps ${to} informed` : t`${who} asked ${to} for advice`
      case 'conversation.unask':
        return isInformed ? t`${who} does not inform ${to} any more` : t`${who} does not ask ${to} any more`
      case 'conversation.hand_over': {
        const reason = said('reason')
        const coordinator = said('coordinatorId') ? nameOf(said('coordinatorId'), '') : ''
        if (coordinator) return t`${who} sent it back to ${to} a second time: it went to ${coordinator}, who decides`
        return reason ? t`${who} handed it over to ${to}: “${reason}”` : t`${who} handed it over to ${to}`
      }
    }
  }
}

function useNoiseSaid(): (said: string, who: string) => string {
  const { t } = useLingui()
  return (said, who) => {
    if (said === 'noise') return t`${who} called it noise`
    return said === 'work' ? t`${who} said that it is no noise` : t`${who} took back what was said of noise`
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
