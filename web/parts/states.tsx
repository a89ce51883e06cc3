import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { type ApiProblemError, isProblem } from '#web/api.ts'
import { Btn } from './bits.tsx'
import { Quotes } from './logo.tsx'

/** Where words will come. Widths in per cent keep it calm and the layout still. */
export function Bar({ width, className }: { width: number; className?: string }) {
  return (
    <span data-waits className={clsx('block h-3 rounded-sm bg-sunken', className)} style={{ width: `${width}%` }} />
  )
}

const rowWidths = [
  [42, 96, 70],
  [30, 96, 84],
  [50, 92, 58],
  [36, 96, 76],
]

/** Rows with a face, while a list is on its way. */
export function SkeletonRows({ count = 4, label }: { count?: number; label: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: count }, (_, i) => rowWidths[i % rowWidths.length] ?? []).map((widths, i) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same nothing.
          key={i}
          className="grid grid-cols-[36px_1fr] gap-3 px-2.5 py-2.5"
          style={{ opacity: Math.max(0.25, 1 - i * 0.18) }}
        >
          <span className="size-9 rounded-full bg-sunken" />
          <span className="space-y-2">
            {widths.map((width) => (
              <Bar key={width} width={width} />
            ))}
          </span>
        </div>
      ))}
    </div>
  )
}

type EmptyProps = {
  title: ReactNode
  text?: ReactNode
  action?: ReactNode
  hasArt?: boolean
  className?: string
  level?: 1 | 2 | 3
}

/** Nothing to show, and why, and what to do. The quotes are for an end that is good news. */
export function EmptyState({ title, text, action, hasArt, className, level = 2 }: EmptyProps) {
  const Heading = `h${level}` as const
  return (
    <div className={clsx('flex flex-col px-8 py-10', hasArt && 'items-center text-center', className)}>
      {hasArt && (
        <div className="mb-4">
          <Quotes />
        </div>
      )}
      <Heading className="display text-title text-balance">{title}</Heading>
      {text && <p className="num mt-1.5 max-w-prose text-body text-pretty text-ink-2">{text}</p>}
      {action && <div className="mt-4 flex flex-wrap gap-2">{action}</div>}
    </div>
  )
}

/** What went wrong in words a person can use: what happened, what is safe, what to do. */
export function useProblemWords(): (error: unknown) => string {
  const { t, i18n } = useLingui()
  return (error) => {
    if (!isProblem(error))
      return t`Something in this screen went wrong. Your work is safe on the server; load the page again.`
    if (error.code === 'offline')
      return t`The server does not answer. Nothing is lost; try it again when the connection is back.`
    if (error.code === 'signed_out') return t`Your session ended. Sign in again.`
    return saidBy(error, i18n.locale) ?? general(error.code)
  }

  function general(code: string): string {
    switch (code) {
      case 'not_allowed':
        return t`Your role does not allow this. An administrator of this workspace can do it.`
      case 'not_found':
        return t`This is not here any more, or it was never yours to see.`
      case 'gone':
        return t`This does not exist any more.`
      case 'too_many':
        return t`That was too much at once. Wait a minute and try it again.`
      default:
        return t`The server cannot do this now. Nothing is lost; try it again in a minute.`
    }
  }
}

/** Codes of which our own sentence says enough. Of the others only the server knows what is wrong, and where. */
const wordedCodes = ['not_allowed', 'not_found', 'gone', 'too_many', 'unavailable', 'unreadable']

/** The server is the most precise. It speaks English, and both languages where `details.words` has them. */
function saidBy(error: ApiProblemError, locale: string): string | undefined {
  const words = error.details.words as Partial<Record<string, string>> | undefined
  if (words?.[locale]) return words[locale]
  return locale === 'en' || !wordedCodes.includes(error.code) ? error.message || undefined : undefined
}

/** A part of a screen that could not be shown. The rest goes on. */
export function FailedState({ error, retry, className }: { error: unknown; retry?: () => void; className?: string }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  return (
    <div
      role="alert"
      className={clsx('m-4 flex flex-wrap items-center gap-3 rounded-lg bg-warn-s px-3.5 py-2.5 text-ui', className)}
    >
      <span className="min-w-0 flex-1 basis-60">{wordsOf(error)}</span>
      {/* Asking again changes nothing about what one may. */}
      {retry && !isProblem(error, 'not_allowed') && (
        <Btn small onClick={retry}>
          <RotateCw size={13} />
          {t`Try again`}
        </Btn>
      )}
    </div>
  )
}

/** What a role does not allow is said, not hidden behind a dead button. */
export function NotAllowed({ children }: { children: ReactNode }) {
  return <p className="rounded-lg bg-sunken px-3.5 py-2.5 text-ui text-ink-2">{children}</p>
}
