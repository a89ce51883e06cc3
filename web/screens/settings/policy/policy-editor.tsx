import { useLingui } from '@lingui/react/macro'
import { type KeyboardEvent, useId, useState } from 'react'
import type { PolicyView } from '#api/contract/policy-shapes.ts'
import { policyProblemWords } from '#domain/policy-problem.ts'
import { isProblem } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FormError } from '#web/parts/field.tsx'
import { useProblemWords } from '#web/parts/states.tsx'
import { ChangesCard } from './changes-card.tsx'
import { ExamplesTab } from './examples-tab.tsx'
import { HistoryTab } from './history-tab.tsx'
import { NodeForm } from './node-form.tsx'
import { PolicyTree } from './policy-tree.tsx'
import { TextTab } from './text-tab.tsx'
import { usePolicyDraft, type WrittenPolicy } from './use-policy-draft.ts'

const tabs = ['tree', 'text', 'examples', 'history'] as const
type Tab = (typeof tabs)[number]

type Props = { view: PolicyView; begun: WrittenPolicy; mayChange: boolean; onDone: () => void }

/** One policy with its four faces. What is changed in one is changed in all. */
export function PolicyEditor({ view, begun, mayChange, onDone }: Props) {
  const { t } = useLingui()
  const id = useId()
  const draft = usePolicyDraft(view, begun)
  const [tab, setTab] = useState<Tab>('tree')
  const [path, setPath] = useState('')
  const { policy, lang } = draft
  const names: Record<Tab, string> = { tree: t`Tree`, text: t`Text`, examples: t`Examples`, history: t`History` }
  const isChanged = draft.isChanged || view.draft !== null || !view.current
  return (
    <>
      <div role="tablist" aria-label={t`Faces of the policy`} className="flex flex-wrap gap-1.5" onKeyDown={walkTabs}>
        {tabs.map((one) => (
          <button
            key={one}
            id={`${id}-${one}`}
            type="button"
            role="tab"
            aria-selected={one === tab}
            aria-controls={`${id}-panel`}
            tabIndex={one === tab ? 0 : -1}
            onClick={() => setTab(one)}
            className="h-8 rounded-md px-3 text-ui font-semibold text-ink-2 hover:bg-sunken aria-selected:bg-ink aria-selected:text-on-ink touch:h-11"
          >
            {names[one]}
          </button>
        ))}
      </div>
      <Kept draft={draft} mayChange={mayChange} onTheirs={onDone} />
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${tab}`} className="space-y-4">
        {tab === 'tree' && policy && (
          <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
            <PolicyTree
              policy={policy}
              lang={lang}
              names={view.names}
              selected={path}
              marks={[...draft.problems, ...draft.warnings]}
              onSelect={setPath}
            />
            {mayChange && draft.textProblems.length === 0 && (
              <NodeForm
                key={path}
                policy={policy}
                path={path}
                lang={lang}
                names={view.names}
                onChange={draft.setPolicy}
                onSelect={setPath}
              />
            )}
          </div>
        )}
        {tab === 'tree' && draft.textProblems.length > 0 && (
          <FormError>{t`The text does not read at this moment. Mend it under Text; here stands how it last read.`}</FormError>
        )}
        {tab === 'text' && <TextTab draft={draft} mayChange={mayChange} />}
        {tab === 'examples' && policy && (
          <ExamplesTab draft={draft} policy={policy} names={view.names} mayChange={mayChange} />
        )}
        {tab === 'history' && <HistoryTab view={view} mayChange={mayChange} />}
        {tab !== 'history' && <Marks draft={draft} />}
      </div>
      {mayChange && tab !== 'history' && policy && isChanged && (
        <ChangesCard
          draft={draft}
          policy={policy}
          basedOn={view.current?.number ?? 0}
          hasDraft={view.draft !== null}
          onPublished={onDone}
        />
      )}
    </>
  )
}

function walkTabs(event: KeyboardEvent<HTMLDivElement>) {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (by === 0) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')]
  const next = all[(all.findIndex((one) => one.matches(':focus')) + by + all.length) % all.length]
  next?.focus()
  next?.click()
}

type DraftProps = { draft: ReturnType<typeof usePolicyDraft> }

function Marks({ draft }: DraftProps) {
  const { t } = useLingui()
  const { problems, warnings, lang } = draft
  if (problems.length + warnings.length === 0) return null
  return (
    <ul aria-label={t`What to look at`} className="space-y-1 text-ui">
      {[...problems, ...warnings].map((one) => (
        <li
          key={`${one.kind} ${one.path} ${one.about}`}
          className={problems.some((problem) => problem === one) ? 'text-neg-t' : 'text-warn-t'}
        >
          {policyProblemWords(one)[lang]}
        </li>
      ))}
    </ul>
  )
}

/** Whether what was written is safe. */
function Kept({ draft, mayChange, onTheirs }: DraftProps & { mayChange: boolean; onTheirs: () => void }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const { isKept, error, again } = draft.saving
  if (!mayChange) return null
  if (error)
    return (
      <span role="alert" className="flex basis-full flex-wrap items-center gap-2 text-ui text-neg-t">
        {wordsOf(error)}
        {isProblem(error, 'taken') ? (
          <Btn small onClick={onTheirs}>{t`Go on with theirs`}</Btn>
        ) : (
          <Btn small onClick={again}>{t`Try again`}</Btn>
        )}
      </span>
    )
  return (
    <span role="status" className="self-center text-meta text-ink-3">
      {isKept ? '' : t`Keeping…`}
    </span>
  )
}
