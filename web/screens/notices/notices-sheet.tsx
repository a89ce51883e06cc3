import { useLingui } from '@lingui/react/macro'
import { Link, type LinkProps } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { NoticeView } from '#api/contract/shapes.ts'
import type { ConversationView } from '#domain/conversation.ts'
import { useAsk, useChange } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Dialog } from '#web/parts/dialog.tsx'
import { useFmt } from '#web/parts/fmt.ts'
import { EmptyState, FailedState, SkeletonRows } from '#web/parts/states.tsx'
import { langAttribute } from '#web/screens/inbox/words.ts'
import { useNoticeWords } from './notice-words.ts'

/** What I was told without looking for it. Opening one reads it. */
export function NoticesSheet({ onClose }: { onClose: () => void }) {
  const { t } = useLingui()
  const asked = useAsk('GET /api/notices')
  const read = useChange('POST /api/notices/read', { refresh: ['GET /api/notices'] })
  const { notices = [], unread = 0 } = asked.data ?? {}
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Notices`}
      shape="side"
      footer={
        unread > 0 && (
          <Btn isBusy={read.isPending} onClick={() => read.mutate({ body: {} })}>
            {t`I have read them all`}
          </Btn>
        )
      }
    >
      {asked.isPending && <SkeletonRows label={t`The notices are on their way`} count={3} />}
      {asked.error && !asked.data && (
        <FailedState error={asked.error} retry={() => void asked.refetch()} className="mx-0!" />
      )}
      {asked.data && notices.length === 0 && (
        <EmptyState
          title={t`Nothing to tell`}
          text={t`Here stands when somebody calls you by name, hands you something or asks you, and when a promise is in danger.`}
        />
      )}
      <ul className="-mx-2">
        {notices.map((notice) => (
          <NoticeLine
            key={notice.id}
            notice={notice}
            onOpen={() => {
              if (notice.readAt === null) read.mutate({ body: { ids: [notice.id] } })
              onClose()
            }}
          />
        ))}
      </ul>
    </Dialog>
  )
}

/** Where one can do something about what is about the house itself. */
function placeOf({ kind, place }: NoticeView) {
  if (kind === 'hook_stopped') return '/settings/mail'
  if (kind === 'alert_raised' || kind === 'alert_again' || kind === 'alert_grave') return '/crisis'
  if (kind === 'listening_deaf') return '/listen'
  if (kind === 'ends_soon' || kind === 'ended')
    return place === 'knowledge' ? '/settings/knowledge' : '/settings/snippets'
  return '/settings/promises'
}

/** What asks for my approval is opened where it waits, with the others that do. */
function viewOf({ kind }: NoticeView): ConversationView {
  return kind === 'approval_asked' || kind === 'approval_late' ? 'approve' : 'all'
}

function incidentOf({ kind, name }: NoticeView): string | null {
  return kind === 'incident_joined' || kind === 'incident_due' ? name : null
}

function NoticeLine({ notice, onOpen }: { notice: NoticeView; onOpen: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const says = useNoticeWords(notice)
  const { conversation, readAt, at } = notice
  const isNew = readAt === null
  const incident = incidentOf(notice)
  const place: LinkProps = conversation
    ? { to: '/inbox/$view/$conversation', params: { view: viewOf(notice), conversation: conversation.key } }
    : incident
      ? { to: '/crisis/$incident', params: { incident } }
      : { to: placeOf(notice) }
  return (
    <li>
      <Link {...place} onClick={onOpen} className="flex min-h-11 gap-2.5 rounded-md px-2 py-2 hover:bg-sunken">
        <span
          aria-hidden="true"
          className={clsx('mt-1.5 size-2 shrink-0 rounded-full', isNew ? 'bg-marker ring-1 ring-ink' : 'bg-line')}
        />
        <span className="min-w-0 flex-1">
          <span className={clsx('block text-ui break-words', isNew && 'font-semibold')}>
            {isNew && <span className="sr-only">{t`New:`} </span>}
            {conversation ? (
              <span lang={langAttribute(conversation.lang)}>{conversation.title}</span>
            ) : (
              (incident ?? t`Wederhoor itself`)
            )}
          </span>
          <span className="block text-meta text-pretty text-ink-2">{says}</span>
          <time dateTime={at} title={fmt.whole(new Date(at))} className="num block text-meta text-ink-3">
            {conversation && `${conversation.key} · `}
            {fmt.moment(new Date(at))}
          </time>
        </span>
      </Link>
    </li>
  )
}
