import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useAsk } from '#web/api.ts'
import { useKeysOf } from '#web/commands.ts'
import { Btn, type BtnKind, btnClass } from '#web/parts/bits.tsx'
import { EmptyState } from '#web/parts/states.tsx'
import { filterCount } from './filters.ts'
import { useInbox } from './inbox-context.ts'

/** Nothing here, and why: everybody was answered, the filter lets nothing through, or nobody was heard yet. */
export function ListEmpty() {
  const { ask, search, me } = useInbox()
  const narrowing = { ...search, departmentId: ask.view === 'all' ? undefined : search.departmentId }
  // An answer from before the first message came would still say that nobody was heard.
  const { data: sources, isFetchedAfterMount } = useAsk('GET /api/sources', undefined, { staleTime: 0 })
  const isFirstRun = !me.isWelcomed || sources?.every((source) => source.keptCount === 0) === true
  if (filterCount(narrowing) > 0) return <EmptyFiltered />
  if (!isFetchedAfterMount) return null
  if (isFirstRun && ask.view !== 'done' && ask.view !== 'waiting' && ask.view !== 'noise' && ask.view !== 'approve')
    return <EmptyFirstRun hasSources={(sources?.length ?? 0) > 0} />
  return <EmptyFinished />
}

function EmptyFiltered() {
  const { t } = useLingui()
  const { search, setSearch, ask } = useInbox()
  const kept = ask.view === 'all' && search.departmentId ? { departmentId: search.departmentId } : {}
  const words = search.q
  return (
    <EmptyState
      title={t`Nothing matches`}
      text={
        words
          ? t`No conversation in this view says “${words}” within these filters.`
          : t`No conversation in this view passes these filters.`
      }
      action={
        <>
          {words && filterCount(search) > 1 && (
            <Btn onClick={() => setSearch({ ...search, q: undefined })}>{t`Drop the words`}</Btn>
          )}
          <Btn onClick={() => setSearch(kept)}>{t`Clear all`}</Btn>
        </>
      }
    />
  )
}

function EmptyFirstRun({ hasSources }: { hasSources: boolean }) {
  const { t } = useLingui()
  const kind = useKind()
  return (
    <EmptyState
      hasArt
      className="m-auto max-w-lg"
      title={hasSources ? t`Listening. Nobody has been heard yet` : t`Nobody is being listened to yet`}
      text={
        hasSources
          ? t`The first message that matches appears here by itself. Until then: see what each source says, or listen for more words.`
          : t`Say what people call you, and where to listen. The first message is usually here within a minute.`
      }
      action={
        hasSources ? (
          <Link to="/listen" className={btnClass(kind)}>
            {t`See what we listen to`}
            <ArrowRight size={15} />
          </Link>
        ) : (
          <Link to="/welcome" className={btnClass(kind)}>
            {t`Start to listen`}
            <ArrowRight size={15} />
          </Link>
        )
      }
    />
  )
}

/** One action of a screen is yellow; of several empty columns none is the one. */
function useKind(): BtnKind {
  return useInbox().column ? 'outline' : 'primary'
}

function EmptyFinished() {
  const { t } = useLingui()
  const kind = useKind()
  const { ask } = useInbox()
  const waitKeys = useKeysOf('wait').join(' ')
  const unowned = useAsk('GET /api/views').data?.unowned ?? 0
  if (ask.view === 'waiting')
    return (
      <EmptyState
        className="m-auto max-w-lg"
        title={t`Nothing waits`}
        text={
          waitKeys
            ? t`Press ${waitKeys} on a conversation to put it away until a moment you choose. It comes back by itself.`
            : t`“Wait until…” puts a conversation away until a moment you choose. It comes back by itself.`
        }
      />
    )
  if (ask.view === 'noise')
    return (
      <EmptyState
        className="m-auto max-w-lg"
        title={t`No noise`}
        text={t`Giveaways, job advertisements, machines and namesakes stand here with the reason, out of the way of the work. Nothing of it is thrown away.`}
      />
    )
  if (ask.view === 'done')
    return (
      <EmptyState
        className="m-auto max-w-lg"
        title={t`Nothing done yet`}
        text={t`What is answered and finished stands here, newest first.`}
      />
    )
  if (ask.view === 'asked')
    return (
      <EmptyState
        hasArt
        className="m-auto max-w-lg"
        title={t`Nobody waits for your advice`}
        text={t`What a colleague asks you or your department about a conversation stands here until you answer with a note.`}
      />
    )
  if (ask.view === 'approve')
    return (
      <EmptyState
        hasArt
        className="m-auto max-w-lg"
        title={t`Nothing to approve`}
        text={t`A colleague’s answer that needs your approval stands here until you say something about it.`}
      />
    )
  if (ask.view === 'unowned')
    return (
      <EmptyState
        hasArt
        className="m-auto max-w-lg"
        title={t`Everything has an owner`}
        text={t`Whatever comes in without one appears here.`}
      />
    )
  return (
    <EmptyState
      hasArt
      className="m-auto max-w-lg"
      title={t`Everyone has been answered`}
      text={
        unowned > 0
          ? t`Nothing is waiting for you. ${unowned} have no owner yet.`
          : t`Nothing is waiting. New messages appear here by themselves.`
      }
      action={
        unowned > 0 && (
          <Link to="/inbox/$view" params={{ view: 'unowned' }} className={btnClass(kind)}>
            {t`Look at those without an owner`}
            <ArrowRight size={15} />
          </Link>
        )
      }
    />
  )
}
