import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ChevronRight, CircleHelp, MessageSquare, MessageSquareOff, Split } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Policy, PolicyPath } from '#domain/policy.ts'
import type { PolicyProblem, PolicyWarning } from '#domain/policy-problem.ts'
import { keywords, type PolicyLang, type PolicyNames, spacedText, testText } from '#domain/policy-words.ts'
import { type TreeRow, treeMove, treeRows } from './tree-rows.ts'

type Props = {
  policy: Policy
  lang: PolicyLang
  names: PolicyNames
  selected: PolicyPath
  marks: readonly (PolicyProblem | PolicyWarning)[]
  onSelect: (path: PolicyPath) => void
}

/** The whole policy as an outline that arrow keys walk through. */
export function PolicyTree({ policy, lang, names, selected, marks, onSelect }: Props) {
  const { t } = useLingui()
  const [folded, setFolded] = useState<ReadonlySet<PolicyPath>>(new Set())
  const tree = useRef<HTMLDivElement>(null)
  const wantsFocus = useRef(false)
  const rows = treeRows(policy.root, folded)
  const focused = rows.some(({ path }) => path === selected) ? selected : ''
  useEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    tree.current?.querySelector<HTMLElement>(`[data-path="${focused}"]`)?.focus()
  }, [focused])
  const fold = (path: PolicyPath, isFolded: boolean) =>
    setFolded((now) => (isFolded ? new Set([...now, path]) : new Set([...now].filter((one) => one !== path))))
  const press = (event: KeyboardEvent) => {
    const move = treeMove(rows, { path: focused, key: event.key, folded })
    if (!move) return
    event.preventDefault()
    if ('fold' in move) fold(move.fold, true)
    else if ('open' in move) fold(move.open, false)
    else {
      wantsFocus.current = true
      onSelect(move.to)
    }
  }
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t`Policy`}
      onKeyDown={press}
      className="rounded-xl border border-line bg-pane p-1.5"
    >
      {rows.map((row) => (
        <Line
          key={row.path}
          row={row}
          said={saidOf(row, policy, { lang, names })}
          lead={leadOf(row, lang)}
          isSelected={row.path === focused}
          isFolded={folded.has(row.path)}
          isMarked={marks.some(({ path }) => path === row.path)}
          onSelect={() => onSelect(row.path)}
          onFold={() => fold(row.path, !folded.has(row.path))}
        />
      ))}
    </div>
  )
}

type Saying = { lang: PolicyLang; names: PolicyNames }

function saidOf({ node }: TreeRow, policy: Policy, { lang, names }: Saying): string {
  if (node.kind === 'leaf') return node.name
  if (node.kind === 'ask') return policy.questions.find(({ id }) => id === node.questionId)?.text ?? node.questionId
  const and = ` ${keywords.and[lang]} `
  return spacedText(node.tests.map((test) => testText(test, lang, names)).join(and))
}

const branchWords = {
  en: { yes: 'yes', no: 'no', unknown: 'don’t know' },
  nl: { yes: 'ja', no: 'nee', unknown: 'weet niet' },
} as const

function leadOf({ branch, isElse, node }: TreeRow, lang: PolicyLang): string {
  const isWhen = node.kind === 'when'
  if (isElse) return isWhen ? `${keywords.else[lang]} ${keywords.if[lang]}` : keywords.else[lang]
  if (branch === null) return isWhen ? keywords.if[lang] : ''
  return isWhen ? `${branchWords[lang][branch]}, ${keywords.if[lang]}` : branchWords[lang][branch]
}

type LineProps = {
  row: TreeRow
  said: string
  lead: string
  isSelected: boolean
  isFolded: boolean
  isMarked: boolean
  onSelect: () => void
  onFold: () => void
}

const indents = ['pl-1', 'pl-5', 'pl-9', 'pl-13', 'pl-17', 'pl-21']

function Line({ row, said, lead, isSelected, isFolded, isMarked, onSelect, onFold }: LineProps) {
  const { t } = useLingui()
  const { node, level, path } = row
  const hasBelow = node.kind !== 'leaf'
  const Icon =
    node.kind === 'ask' ? CircleHelp : node.kind === 'when' ? Split : node.answers ? MessageSquare : MessageSquareOff
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys of all its lines.
    <div
      role="treeitem"
      tabIndex={isSelected ? 0 : -1}
      data-path={path}
      aria-level={level}
      aria-selected={isSelected}
      aria-expanded={hasBelow ? !isFolded : undefined}
      onClick={onSelect}
      className={clsx(
        'flex min-h-8 cursor-pointer items-start gap-1.5 rounded-md py-1.5 pr-2 text-ui touch:min-h-11 touch:py-3',
        indents[Math.min(level, indents.length) - 1],
        isSelected ? 'bg-sunken' : 'hover:bg-sunken/60',
      )}
    >
      <ChevronRight
        size={14}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation()
          onFold()
        }}
        className={clsx('mt-0.5 shrink-0 text-ink-3', hasBelow ? !isFolded && 'rotate-90' : 'invisible')}
      />
      <Icon
        size={14}
        aria-hidden="true"
        className={clsx('mt-0.5 shrink-0', node.kind === 'leaf' ? 'text-sea' : 'text-ink-3')}
      />
      <span className="min-w-0 break-words">
        {lead && <span className="text-ink-3">{lead} </span>}
        <span className={clsx(node.kind === 'leaf' && 'font-semibold')}>{said}</span>
        {isMarked && <span className="ml-1.5 font-semibold text-warn-t">{t`look here`}</span>}
      </span>
    </div>
  )
}
