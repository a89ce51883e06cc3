import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Check, CloudOff, Ear, Ellipsis, X } from 'lucide-react'
import { useFmt } from '#web/parts/fmt.ts'
import type { FirstHits, ListenSource } from '#web/parts/sample/use-first-hits.ts'

/** What is being done right now, in one sentence, and what it found. */
export function ListenLine({ heard }: { heard: FirstHits }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { state, sources, hits } = heard
  const names = fmt.list(sources.filter((source) => source.ok).map((source) => source.name))
  const isDeaf = sources.length > 0 && sources.every((source) => source.ok === false)
  const doing = isDeaf
    ? t`None of the networks answers now. You can go on: each is tried again by itself.`
    : names
      ? t`Listening on ${names}, no account needed.`
      : t`Asking the networks…`
  const count = hits.length
  const seconds = heard.foundAfterSeconds ?? 0
  if (state === 'idle')
    return (
      <div className="flex flex-col items-center px-6 pt-[18vh] pb-10 text-center text-ink-3">
        <Ear size={40} strokeWidth={1.2} aria-hidden="true" />
        <p className="mt-4 max-w-[36ch] text-body text-pretty">
          {t`Here you see what people say, as soon as there is a name. Public networks that need no account are asked first.`}
        </p>
      </div>
    )
  return (
    <div className="mb-4">
      <div role="status" className="flex items-center gap-2 text-ui text-ink-2">
        {state === 'lost' ? (
          <>
            <CloudOff size={16} aria-hidden="true" className="shrink-0 text-warn-t" />
            {t`No connection with the server; it is tried again. You can go on: listening starts by itself.`}
          </>
        ) : (
          <>
            <span
              aria-hidden="true"
              className={clsx('size-2 shrink-0 rounded-full', count > 0 ? 'bg-pos-f' : 'bg-neu-f')}
            />
            <span className="num">
              {doing}{' '}
              {count > 0 &&
                t`${plural(count, { one: '# message', other: '# messages' })}, the first after ${plural(seconds, { one: '# second', other: '# seconds' })}.`}
            </span>
          </>
        )}
      </div>
      {state !== 'lost' && <SourceNames sources={sources} />}
      {state === 'silent' && (
        <p className="mt-4 rounded-lg bg-sunken px-4 py-3 text-body text-pretty text-ink-2">
          {t`Nothing heard yet. That says little: nobody may have written about you this minute. Open the inbox and go on with your day; what is said will be waiting there. Another name may help too.`}
        </p>
      )}
    </div>
  )
}

function SourceNames({ sources }: { sources: readonly ListenSource[] }) {
  const { t, i18n } = useLingui()
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  return (
    <ul className="mt-1.5 space-y-1 pl-4 text-meta text-ink-3">
      {sources.map((source) => (
        <li key={source.id} className="flex items-baseline gap-1.5">
          <SourceSign ok={source.ok} />
          <span className="shrink-0 font-semibold">{source.name}</span>
          {source.ok === null && <span>{t`is being asked`}</span>}
          {source.ok === false && <span>{source.why?.[lang] ?? t`does not answer now`}</span>}
        </li>
      ))}
    </ul>
  )
}

function SourceSign({ ok }: { ok: boolean | null }) {
  if (ok === null) return <Ellipsis size={12} aria-hidden="true" className="shrink-0 translate-y-0.5" />
  if (ok) return <Check size={12} aria-hidden="true" className="shrink-0 translate-y-0.5 text-pos-t" />
  return <X size={12} aria-hidden="true" className="shrink-0 translate-y-0.5 text-warn-t" />
}
