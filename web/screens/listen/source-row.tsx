import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ChevronDown } from 'lucide-react'
import { useId, useState } from 'react'
import type { SourceView } from '#api/contract/shapes.ts'
import { useFmt, useNow } from '#web/parts/fmt.ts'
import { Net } from '#web/parts/network.tsx'
import { healthTone, useHealthWords } from './health-words.ts'
import { SourceLedger } from './source-ledger.tsx'
import { SourceMenu } from './source-menu.tsx'
import { SourceTrouble } from './source-trouble.tsx'

const halfMinuteMs = 30_000
const dots = { good: 'bg-pos-f', calm: 'border-2 border-control', warn: 'bg-warn-f' }

/** One source: how it does in a few words; its whole ledger when opened. */
export function SourceRow({ source, onEdit }: { source: SourceView; onEdit: () => void }) {
  const { t } = useLingui()
  const fmt = useFmt()
  const now = useNow(halfMinuteMs)
  const ledgerId = useId()
  const [isOpen, setOpen] = useState(false)
  const wordsOf = useHealthWords()
  const tone = healthTone(source.health)
  const heardAt = source.lastHeardAt ? new Date(source.lastHeardAt) : undefined
  return (
    <li className="px-4 py-3">
      <div className="flex items-center gap-3">
        <span
          className={clsx(
            'grid size-9 shrink-0 place-items-center rounded-md bg-sunken',
            source.health === 'paused' ? 'text-ink-3' : 'text-ink',
          )}
        >
          <Net id={source.connector} size={16} label={source.connectorName} />
        </span>
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={isOpen}
            aria-controls={ledgerId}
            onClick={() => setOpen(!isOpen)}
            className="flex min-h-9 w-full items-center touch:min-h-11 gap-2 rounded-md text-left"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate text-body font-bold">{source.name}</span>
              <span className="num flex items-center gap-1.5 text-meta text-ink-3">
                <span aria-hidden="true" className={clsx('size-2 shrink-0 rounded-full', dots[tone])} />
                <span className={clsx('truncate', tone === 'warn' && 'font-semibold text-warn-t')}>
                  {wordsOf(source.health)}
                </span>
                {heardAt && (
                  <span className="truncate max-sm:hidden">· {t`last message ${fmt.ago(heardAt, now)}`}</span>
                )}
              </span>
            </span>
            <ChevronDown
              size={15}
              aria-hidden="true"
              className={clsx('shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-180')}
            />
          </button>
        </h3>
        <SourceMenu source={source} onEdit={onEdit} />
      </div>
      {source.failure && source.state === 'on' && <SourceTrouble source={source} failure={source.failure} />}
      <div id={ledgerId}>{isOpen && <SourceLedger source={source} />}</div>
    </li>
  )
}
