import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ExternalLink } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Sample } from '#api/contract/shapes.ts'
import { Face } from './avatar.tsx'
import { Chip, SentimentGlyph } from './bits.tsx'
import { useFmt } from './fmt.ts'
import { Hits } from './hits.tsx'
import { NetBadge } from './network.tsx'

/** A message as it would be heard: who, where, and their words with the matched ones marked. */
export function SampleRow(props: { sample: Sample; isStruck?: boolean; children?: ReactNode; linesMax?: 1 | 2 }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const { sample, isStruck } = props
  const { name, handle, avatarUrl } = sample.author
  const at = new Date(sample.publishedAt)
  return (
    <div className="grid grid-cols-[36px_minmax(0,1fr)] gap-x-3 rounded-lg border border-line bg-raised px-3 py-2.5">
      <span className={clsx('relative h-9', isStruck && 'opacity-50 grayscale')}>
        <Face id={handle || name} src={avatarUrl} />
        <NetBadge id={sample.network} bg="var(--raised)" />
      </span>
      <div className="min-w-0">
        <p className="flex items-center gap-1.5 text-ui">
          <b className="min-w-0 truncate font-bold">{name || handle}</b>
          {sample.sentiment && !isStruck && <SentimentGlyph sentiment={sample.sentiment} />}
          {sample.isSpam && <Chip>{t`Spam`}</Chip>}
          <span className="flex-1" />
          <time dateTime={sample.publishedAt} title={fmt.whole(at)} className="num shrink-0 text-meta text-ink-3">
            {fmt.moment(at)}
          </time>
          {sample.url && (
            <a
              href={sample.url}
              target="_blank"
              rel="noreferrer noopener nofollow"
              aria-label={t`Open the original of ${name || handle}`}
              className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
            >
              <ExternalLink size={12} />
            </a>
          )}
        </p>
        <p
          lang={sample.lang ?? undefined}
          className={clsx(
            'text-ui text-ink-2',
            props.linesMax === 1 ? 'line-clamp-1' : 'line-clamp-2',
            isStruck && 'text-ink-3 line-through',
          )}
        >
          <Hits text={sample.text} spans={isStruck ? [] : sample.spans} />
        </p>
        {props.children}
      </div>
    </div>
  )
}
