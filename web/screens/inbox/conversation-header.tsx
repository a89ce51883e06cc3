import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { AlarmClock, ArrowLeft, Check, RotateCcw, UserRound, X } from 'lucide-react'
import { Suspense } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { Keys } from '#web/parts/keys.tsx'
import { PromiseRing } from '#web/parts/promise.tsx'
import { withWordsBeside } from '#web/prefs.tsx'
import { doingsAbout } from './doings.ts'
import { EditableTitle } from './editable-title.tsx'
import { focusCard } from './focus-card.ts'
import { useInbox } from './inbox-context.ts'
import { MoreMenu } from './more-menu.tsx'
import { RiskFigure } from './risk-figure.tsx'
import { rowOf } from './use-conversation.ts'
import { useStateName } from './words.ts'

const PresentChip = lazyPart(() => import('./present-chip.tsx').then((file) => file.PresentChip))

const MutedSign = lazyPart(() => withWordsBeside(import('./mute/muted-sign.tsx')).then((file) => file.MutedSign))

const HoldSign = lazyPart(() => withWordsBeside(import('./kept/hold-sign.tsx')).then((file) => file.HoldSign))

/** Title in our words, key, state, owner, and the few decisions there are. */
export function ConversationHeader({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { view, search, me, present: all, columns } = useInbox()
  const present = all.get(conversation.id)
  const close = () => {
    columns?.close()
    focusCard(conversation.id)
  }
  return (
    <header className="flex h-[54px] shrink-0 items-center gap-2 border-b border-line pr-3 pl-5 max-md:pl-1.5">
      <Link
        to="/inbox/$view"
        params={{ view }}
        search={search}
        aria-label={t`Back to the list`}
        className="grid size-11 shrink-0 place-items-center rounded-md text-ink-2 md:hidden"
      >
        <ArrowLeft size={18} />
      </Link>
      <div className="min-w-0 flex-1">
        <EditableTitle conversation={conversation} />
        <Whose conversation={conversation} />
      </div>
      {(conversation.state === 'open' || conversation.state === 'waiting') && (
        <RiskFigure risk={conversation.risk} isButton className="h-8 min-w-8 px-1.5 touch:h-11 touch:min-w-11" />
      )}
      <Suspense>{present && <PresentChip present={present} />}</Suspense>
      <Suspense>{conversation.muted && <MutedSign conversation={conversation} />}</Suspense>
      {/* Kept by a browser from before there was such a thing, it does not say. */}
      <Suspense>{conversation.keeping?.hold && <HoldSign conversation={conversation} />}</Suspense>
      {conversation.state === 'open' && (
        <PromiseRing dueAt={conversation.dueAt} promisedMinutes={conversation.promisedMinutes} className="md:hidden" />
      )}
      {me.canWrite && <Actions conversation={conversation} />}
      <MoreMenu conversation={conversation} />
      {columns && (
        <IconBtn label={t`Close the conversation`} command="back" onClick={close}>
          <X size={16} />
        </IconBtn>
      )}
    </header>
  )
}

function Whose({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const { me } = useInbox()
  const stateName = useStateName()
  const fmt = useFmt()
  const { owner, department, state, waitUntil, waitsFor } = conversation
  const until = waitUntil ? fmt.moment(new Date(waitUntil)) : ''
  const waits = until
    ? t`Waits until ${until}`
    : waitsFor === 'growth'
      ? t`Quiet until it grows`
      : t`Waits for an answer`
  return (
    <p className="num flex items-center gap-1.5 text-meta whitespace-nowrap text-ink-3">
      <span>{conversation.key}</span>
      <Dot />
      <span>{state === 'waiting' ? waits : stateName(state)}</span>
      <Dot />
      {owner ? (
        <>
          <Initials name={owner.name} size={15} className="!text-[7px]" />
          <span className="max-w-40 shrink-0 truncate text-ink-2">
            {owner.id === me.member?.id ? t`yours` : owner.name}
          </span>
        </>
      ) : (
        <span className="truncate">{t`no owner yet`}</span>
      )}
      {department && (
        <>
          <Dot />
          <span className="truncate max-lg:hidden">{department.name}</span>
        </>
      )}
    </p>
  )
}

function Dot() {
  return <span aria-hidden="true">·</span>
}

function Actions({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const doings = doingsAbout(inbox, [inbox.currentRow ?? rowOf(conversation)])
  return (
    <>
      <span className={clsx('flex items-center gap-1 max-md:hidden', inbox.columns && 'max-xl:hidden')}>
        <IconBtn label={t`Hand over`} command="handOver" onClick={doings.handOver}>
          <UserRound size={16} />
        </IconBtn>
        <IconBtn label={t`Wait until…`} command="wait" onClick={doings.wait}>
          <AlarmClock size={16} />
        </IconBtn>
      </span>
      {conversation.state === 'done' ? (
        <Btn className="max-md:hidden" onClick={doings.reopen}>
          <RotateCcw size={14} />
          {t`Open again`}
          <Keys of="reopen" />
        </Btn>
      ) : (
        <Btn className="max-md:hidden" onClick={doings.done}>
          <Check size={15} />
          {t`Done`}
          <Keys of="done" />
        </Btn>
      )}
    </>
  )
}
