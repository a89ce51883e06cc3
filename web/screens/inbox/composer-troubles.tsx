import { useLingui } from '@lingui/react/macro'
import type { Conversation } from '#api/contract/shapes.ts'
import { ask } from '#web/api.ts'
import { Initials } from '#web/parts/avatar.tsx'
import { Btn } from '#web/parts/bits.tsx'
import { useInbox } from './inbox-context.ts'
import { Notice } from './notice.tsx'
import type { Composer } from './use-composer.ts'
import { rowOf } from './use-conversation.ts'

type Props = { conversation: Conversation; composer: Composer }

export function Problem({ conversation, composer }: Props) {
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
    case 'unfilled':
      return <Notice>{t`Fill in ${problem.slots}, or take it out. Tab in the text leads from one to the next.`}</Notice>
    case 'failed':
      return <Notice>{t`Not sent. Your text is kept. ${problem.why}`}</Notice>
    case 'not_private':
      return (
        <Notice>{t`This was written for one person, and here it can only be public. Choose “Reply” to say it to everybody.`}</Notice>
      )
    case 'gated':
      return <Notice>{t`Not sent. Your text is kept; what stops it stands below it.`}</Notice>
    case 'faster':
      return <Faster conversation={conversation} composer={composer} by={problem.by} />
    case undefined:
      return null
  }
}

/** A colleague answered first: the words are not lost, and not sent either. */
export function Faster({ composer, by }: Props & { by: string }) {
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

type Draft = Conversation['drafts'][number]
type GhostProps = Props & { ghost: Draft | undefined; typing: Draft['by'] | undefined }

/** A colleague answers now, or began to: one sees it before one writes the same, and may go on with their words. */
export function Ghost({ conversation, composer, ghost, typing }: GhostProps) {
  const { t } = useLingui()
  const by = typing ?? ghost?.by
  if (!by) return null
  const goOn = async (): Promise<void> => {
    // They may have written on since this was read.
    const given = { params: { id: conversation.key } }
    const newest = await ask('GET /api/conversations/{id}', given).catch(() => conversation)
    const draft = newest.drafts.find((one) => one.kind === 'reply' && one.by.id === ghost?.by.id) ?? ghost
    if (draft) composer.goOnWith(draft)
    composer.field.current?.focus()
  }
  return (
    <Notice
      icon={<Initials name={by.name} size={20} />}
      isCalm
      action={
        ghost && composer.text === '' && <Btn small kind="quiet" onClick={() => void goOn()}>{t`Go on with it`}</Btn>
      }
    >
      <span className={typing && 'font-semibold text-sea'}>
        {typing ? t`${by.name} is answering` : t`${by.name} began an answer`}
      </span>
      {ghost && <span className="text-ink-2">{`: “${shorten(ghost.text)}”`}</span>}
    </Notice>
  )
}

export function Others({ conversation, owner }: { conversation: Conversation; owner: Draft['by'] }) {
  const { t } = useLingui()
  const { decide, currentRow } = useInbox()
  const takeOver = () => void decide.claim([currentRow ?? rowOf(conversation)], { takeOver: true })
  return (
    <Notice
      icon={<Initials name={owner.name} size={20} />}
      isCalm
      action={<Btn small kind="quiet" onClick={takeOver}>{t`Take over`}</Btn>}
    >
      {t`${owner.name} has this conversation.`}
    </Notice>
  )
}

const shownMax = 90
function shorten(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > shownMax ? `${line.slice(0, shownMax)}…` : line
}
