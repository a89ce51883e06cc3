import { useLingui } from '@lingui/react/macro'
import { CircleAlert, Sparkles, Square, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { endsInDraft } from '#domain/assist/assist-task.ts'
import { Btn, IconBtn } from '#web/parts/bits.tsx'
import { Bar } from '#web/parts/states.tsx'
import { useFindingSentence } from './finding-sentences.ts'
import { useTaskWords } from './task-words.ts'
import type { Suggestion } from './use-suggestion.ts'

type Props = {
  now: Exclude<Suggestion, { at: 'shown' }>
  hasText: boolean
  onStop: () => void
  onAgain: () => void
  onClose: () => void
  onTake: (how: 'replace' | 'below') => void
}

/** What a model says, beside the answer and never in it until its writer takes it. */
export function AssistPanel({ now, hasText, onStop, onAgain, onClose, onTake }: Props) {
  const { t } = useLingui()
  const tasks = useTaskWords()
  const end = useRef<HTMLDivElement>(null)
  const isBusy = now.at === 'looking' || now.at === 'telling'
  // Where it ends is what one does next: a reader of the keyboard is led there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step has its own button.
  useEffect(() => {
    end.current?.querySelector<HTMLElement>('button')?.focus()
  }, [now.at])
  const model = 'model' in now ? now.model : ''
  return (
    <section
      aria-label={tasks[now.task]}
      aria-busy={isBusy}
      className="mb-2 flex max-h-[42dvh] max-md:max-h-[58dvh] flex-col rounded-lg border border-line-strong bg-raised shadow-1 max-md:mx-3"
    >
      <div className="flex shrink-0 items-center gap-2 py-1.5 pr-1.5 pl-3.5">
        <Sparkles size={14} aria-hidden="true" className="shrink-0 text-sea" />
        <h3 className="min-w-0 flex-1 truncate text-meta font-semibold text-ink-2">
          {model ? t`Suggestion by ${model}` : tasks[now.task]}
        </h3>
        <IconBtn label={t`Close the suggestion`} onClick={onClose}>
          <X size={15} />
        </IconBtn>
      </div>
      <div className="thin-scroll min-h-0 flex-1 overflow-y-auto px-3.5 pb-2">
        <Told now={now} />
      </div>
      <div ref={end} className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line px-3.5 py-2">
        {isBusy && (
          <Btn small onClick={onStop}>
            <Square size={11} aria-hidden="true" />
            {t`Stop`}
          </Btn>
        )}
        {now.at === 'done' && endsInDraft(now.task) && now.text !== '' && (
          <>
            <Btn small kind="ink" onClick={() => onTake('replace')}>
              {hasText ? t`Replace my text with it` : t`Use it as my draft`}
            </Btn>
            {hasText && now.task === 'draft' && (
              <Btn small onClick={() => onTake('below')}>{t`Put it below my text`}</Btn>
            )}
          </>
        )}
        {!isBusy && <Btn small kind="quiet" onClick={onAgain}>{t`Ask again`}</Btn>}
        {now.at === 'done' && endsInDraft(now.task) && (
          <span className="text-meta text-ink-3">{t`Nothing is sent by itself.`}</span>
        )}
      </div>
    </section>
  )
}

function Told({ now }: Pick<Props, 'now'>) {
  const { t } = useLingui()
  const sentenceOf = useFindingSentence()
  const said = 'text-body break-words whitespace-pre-wrap'
  switch (now.at) {
    case 'looking':
      return <Waiting label={t`Looking what would leave`} />
    case 'telling':
      return now.text === '' ? (
        <Waiting label={t`The model thinks`} />
      ) : (
        <p className={said} dir="auto">
          {now.text}
        </p>
      )
    case 'failed':
      return (
        <p role="alert" className="text-ui text-neg-t">
          {now.why}
        </p>
      )
    case 'done':
      return (
        <div role="status">
          {(now.findings.length > 0 || now.why) && (
            <ul
              aria-label={t`Look at this first`}
              className="mb-2 space-y-1 rounded-md bg-warn-s px-3 py-2 text-ui text-warn-t"
            >
              {now.why && <li>{now.why}</li>}
              {now.findings.map((finding) => (
                <li key={`${finding.kind} ${finding.found}`} className="flex gap-2">
                  <CircleAlert size={14} aria-hidden="true" className="mt-0.5 shrink-0" />
                  <span className="min-w-0 break-words">{sentenceOf(finding)}</span>
                </li>
              ))}
            </ul>
          )}
          <p className={said} dir="auto">
            {now.text}
          </p>
        </div>
      )
  }
}

function Waiting({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className="space-y-2 py-1">
      <Bar width={88} />
      <Bar width={64} />
    </div>
  )
}
