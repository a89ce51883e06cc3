import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Ban, Check, CircleAlert } from 'lucide-react'
import { useDeferredValue, useEffect, useId, useMemo, useState } from 'react'
import type { CoachDraft } from '#domain/coach.ts'
import type { DraftFix } from '#domain/draft/draft-rule.ts'
import { plainHouse } from '#domain/house-style.ts'
import type { Span } from '#domain/span.ts'
import { useCommands } from '#web/commands.ts'
import { KeyWords } from '#web/parts/keys.tsx'
import { Tip } from '#web/parts/tooltip.tsx'
import type { Looked } from '#web/screens/inbox/marked-field.tsx'
import { useSession } from '#web/session.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { useItemWords } from './item-words.ts'
import { isUnknownWord, type LookItem, lookOver, unknownOf } from './look-over.ts'
import { UnknownWord } from './unknown-word.tsx'
import { useFacts } from './use-facts.ts'
import { useSpelling } from './use-spelling.ts'

type Props = CoachDraft & {
  lang?: string | undefined
  /** Only one person reads it: what belongs to them may be said to them. */
  isPrivate?: boolean
  /** What people of this conversation are called, and what they wrote: their names are not misspelled. */
  names?: readonly string[]
  /** What is not said in an incident that this is about. */
  notToSay?: readonly string[]
  onShow: (span: Span) => void
  /** Undefined where a fix has no place to go. */
  onFix?: (fix: DraftFix) => void
  onLooked?: (looked: Looked) => void
}

const noNames: readonly string[] = []

/**
 * What a good colleague would say over one's shoulder, in a word or two each. Only what the house has made a rule of stops anybody. Pressing
 * one says why and how to mend it, and shows where; a pointer or the focus has the same in a tip. All of it stands in a list below.
 */
export function CoachLine({
  text,
  lang,
  isPrivate = false,
  person,
  previous,
  names = noNames,
  notToSay = noNames,
  onShow,
  onFix,
  onLooked,
}: Props) {
  const { t } = useLingui()
  const explained = useId()
  const [openKey, setOpenKey] = useState<string>()
  const [isAllOpen, setAllOpen] = useState(false)
  const { member, workspace } = useSession()
  // Typing goes before judging.
  const settled = useDeferredValue(text)
  const house = workspace?.houseStyle ?? plainHouse
  const writer = member?.name ?? ''
  const facts = useFacts()
  const { findingsOf, ignore, addToOurs } = useSpelling({ text: settled, lang, names })
  const { line, all, voice } = useMemo(
    () => lookOver({ text: settled, lang, person, house, writer, facts, isPrivate, notToSay }, previous, findingsOf),
    [isPrivate, settled, lang, person, house, writer, facts, notToSay, previous, findingsOf],
  )
  useEffect(() => {
    onLooked?.({ text: settled, spans: all.flatMap(({ span }) => (span ? [span] : [])) })
  }, [onLooked, settled, all])
  // A place is one in the text that was looked at.
  const mend = settled === text && onFix ? onFix : undefined
  const first = all.find(({ fix }) => fix !== undefined)
  useCommands([
    {
      id: 'mend',
      when: () => first?.fix !== undefined && mend !== undefined,
      run: () => first?.fix && mend?.(first.fix),
    },
    { id: 'checks', run: () => setAllOpen(!isAllOpen) },
  ])
  const wordsOf = useItemWords()
  if (line.length === 0) return null
  const open = isAllOpen ? undefined : line.find(({ key }) => key === openKey)
  const words = open && wordsOf(open)
  const press = (item: LookItem) => {
    setAllOpen(false)
    setOpenKey(item.key === open?.key ? undefined : item.key)
    if (item.span && item.key !== open?.key) onShow(item.span)
  }
  const count = all.length
  return (
    <section aria-label={t`What to look at before sending`} className="px-3.5 pb-1.5 text-meta">
      <div className="flex items-start gap-3.5">
        <ul className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3.5 touch:gap-x-4">
          {line.map((item) => (
            <li key={item.key}>
              <Item item={item} isOpen={item.key === open?.key} explained={explained} onPress={() => press(item)} />
            </li>
          ))}
        </ul>
        {(voice || count > 0) && (
          <Tip side="top" label={t`All checks, and how human it sounds`} command="checks">
            <button
              type="button"
              aria-expanded={isAllOpen}
              aria-controls={explained}
              onClick={() => setAllOpen(!isAllOpen)}
              className="num inline-flex h-6 shrink-0 items-center gap-1 rounded-sm text-ink-3 hover:text-ink touch:h-11"
            >
              {voice ? t`Human voice ${voice.score}` : t`${plural(count, { one: '# check', other: '# checks' })}`}
            </button>
          </Tip>
        )}
      </div>
      <div id={explained}>
        {words && (
          <div className="mt-0.5 mb-1 rounded-md bg-sunken px-2.5 py-1.5 text-pretty text-ink-2">
            {words.why} {words.fix && <b className="font-semibold text-ink">{words.fix}</b>}
            {open && isUnknownWord(open) ? (
              <UnknownWord {...unknownOf(open)} ignore={ignore} addToOurs={addToOurs} onFix={mend} />
            ) : null}
            {open?.fix && mend && !isUnknownWord(open) && (
              <>
                {' '}
                <FixButton fix={open.fix} isFirst={open === first} onFix={mend} />
              </>
            )}
          </div>
        )}
        {isAllOpen && (
          <ChecksPanel items={all} voice={voice} onShow={onShow} onFix={mend} spelling={{ ignore, addToOurs }} />
        )}
      </div>
    </section>
  )
}

/** What stands there then; the key is that of the first one. */
function FixButton({ fix, isFirst, onFix }: { fix: DraftFix; isFirst: boolean; onFix: (fix: DraftFix) => void }) {
  const { t } = useLingui()
  const words = fix.text.trim()
  return (
    <button
      type="button"
      className="inline-flex min-h-6 items-center font-semibold text-sea hover:underline touch:min-h-11"
      onClick={() => onFix(fix)}
    >
      {words === '' || words === '…' ? t`Take it out` : t`Make it “${words}”`}
      {isFirst && <KeyWords of="mend" className="ml-1.5" />}
    </button>
  )
}

type ItemProps = { item: LookItem; isOpen: boolean; explained: string; onPress: () => void }

function Item({ item, isOpen, explained, onPress }: ItemProps) {
  const { t } = useLingui()
  const { label, why, fix } = useItemWords()(item)
  const { isGood, stops } = item
  return (
    <Tip
      side="top"
      label={
        <>
          {why} {fix}
        </>
      }
    >
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={explained}
        onClick={onPress}
        className={clsx(
          'inline-flex h-6 items-center gap-1 rounded-sm touch:h-11',
          isGood && 'text-ink-3 hover:text-ink',
          !isGood && 'font-semibold hover:underline',
          !isGood && (stops ? 'text-neg-t' : 'text-warn-t'),
        )}
      >
        {isGood && <Check size={13} strokeWidth={2.6} className="text-pos-t" aria-label={t`Well:`} />}
        {stops && <Ban size={13} strokeWidth={2.3} aria-label={t`Stops the answer:`} />}
        {!isGood && !stops && <CircleAlert size={13} strokeWidth={2.3} aria-label={t`Look at:`} />}
        {label}
      </button>
    </Tip>
  )
}
