import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { CircleAlert, PlugZap } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Conversation } from '#api/contract/shapes.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn } from '#web/parts/bits.tsx'
import { useMay } from '#web/session.ts'
import { useInbox } from './inbox-context.ts'
import type { Composer } from './use-composer.ts'
import { rowOf } from './use-conversation.ts'

type Props = { conversation: Conversation; composer: Composer }

/** What one must know before or after sending, above the words, at most one at a time. */
export function ComposerNotices(props: Props) {
  const { composer } = props
  const { problem, kept } = composer
  return (
    <div aria-live="polite">
      {problem ? <Problem {...props} /> : kept?.by ? <Faster {...props} by={kept.by.name} /> : <Standing {...props} />}
    </div>
  )
}

function Problem({ conversation, composer }: Props) {
  const { t } = useLingui()
  const { problem } = composer
  switch (problem?.kind) {
    case 'choose':
      return <Notice>{t`Choose as whom you answer: you have several accounts here.`}</Notice>
    case 'long':
      return (
        <Notice>{t`${problem.over} too many for ${conversation.networkName}. What does not fit is marked.`}</Notice>
      )
    case 'empty':
      return <Notice>{t`There is nothing to send yet.`}</Notice>
    case 'failed':
      return <Notice>{t`Not sent. Your text is kept. ${problem.why}`}</Notice>
    case 'faster':
      return <Faster conversation={conversation} composer={composer} by={problem.by} />
    case undefined:
      return null
  }
}

/** A colleague answered first: the words are not lost, and not sent either. */
function Faster({ composer, by }: Props & { by: string }) {
  const { t } = useLingui()
  return (
    <div className="mb-2 flex flex-wrap items-center gap-3 rounded-lg border border-line bg-raised px-3.5 py-2.5 text-ui max-md:mx-3">
      <Initials name={by} size={26} />
      <span className="min-w-0 flex-1 basis-48">
        <b className="font-bold">{t`${by} was faster.`}</b>{' '}
        <span className="text-ink-2">{t`Your answer was not sent.`}</span>
      </span>
      <Btn small kind="quiet" onClick={composer.keepAsNote}>{t`Keep as note`}</Btn>
      <Btn small onClick={composer.dropKept}>{t`Write on`}</Btn>
    </div>
  )
}

/** What is so before one writes: a colleague writes here, it is somebody else's, or the account must be connected. */
function Standing({ conversation, composer }: Props) {
  const { t } = useLingui()
  const { me, decide, currentRow } = useInbox()
  const other = conversation.drafts.find(
    (draft) => draft.kind === 'reply' && draft.by.id !== me.member?.id && draft.text !== '',
  )
  const { owner } = conversation
  const isOthers = owner && owner.id !== me.member?.id
  if (composer.tab === 'note') return null
  if (other)
    return (
      <Notice
        icon={<Initials name={other.by.name} size={20} />}
        isCalm
        action={
          composer.text === '' && (
            <Btn small kind="quiet" onClick={() => composer.change(other.text)}>{t`Go on with it`}</Btn>
          )
        }
      >
        {t`${other.by.name} is answering:`} <span className="text-ink-2">“{shorten(other.text)}”</span>
      </Notice>
    )
  if (isOthers)
    return (
      <Notice
        icon={<Initials name={owner.name} size={20} />}
        isCalm
        action={
          <Btn
            small
            kind="quiet"
            onClick={() => void decide.claim(currentRow ?? rowOf(conversation), { takeOver: true })}
          >{t`Take over`}</Btn>
        }
      >
        {t`${owner.name} has this conversation.`}
      </Notice>
    )
  return <AccountNotice conversation={conversation} />
}

function AccountNotice({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  const may = useMay()
  const { networkName, accounts, can } = conversation
  const broken = accounts.find((account) => account.state === 'reconnect')
  if (!can.reply) return null
  if (!broken && accounts.length > 0) return null
  return (
    <Notice
      icon={<PlugZap size={15} className="text-warn-t" />}
      isCalm
      action={
        may('account.connect') && (
          <Link
            to="/settings/accounts"
            className="inline-flex min-h-7 items-center rounded-md px-2 font-semibold text-sea hover:underline touch:min-h-11"
          >
            {broken ? t`Connect again` : t`Connect an account`}
          </Link>
        )
      }
    >
      {broken
        ? t`@${broken.handle} must be connected again before it can answer.`
        : t`No account on ${networkName} yet. You can answer by hand: copy, open, paste.`}
    </Notice>
  )
}

const shownMax = 90
function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > shownMax ? `${line.slice(0, shownMax)}…` : line
}

function Notice(props: { children: ReactNode; icon?: ReactNode; action?: ReactNode; isCalm?: boolean }) {
  return (
    <div
      className={`mb-2 flex items-center gap-2.5 rounded-lg px-3 py-1.5 text-ui max-md:mx-3 ${props.isCalm ? 'bg-sunken' : 'bg-warn-s'}`}
    >
      {props.icon ?? <CircleAlert size={15} className="shrink-0 text-warn-t" />}
      <span className="line-clamp-2 min-w-0 flex-1">{props.children}</span>
      {props.action}
    </div>
  )
}
