import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { Suspense, useEffect, useRef, useState } from 'react'
import type { RoutingRuleView, RoutingView } from '#api/contract/shapes.ts'
import { keyOf, queries, useAsk, useChange } from '#web/api.ts'
import { lazyPart } from '#web/lazy-part.ts'
import { Btn } from '#web/parts/bits.tsx'
import { FailedState, NotAllowed, SkeletonRows, useProblemWords } from '#web/parts/states.tsx'
import { announce, showToast } from '#web/parts/toast.tsx'
import { useMay } from '#web/session.ts'
import { SettingsPage } from './page.tsx'
import { ApplyCard } from './routing/apply-card.tsx'
import { emptyRule, moved } from './routing/rule-draft.ts'
import type { EditedRule } from './routing/rule-editor.tsx'
import { RuleRow } from './routing/rule-row.tsx'
import { StarterRules } from './routing/starter-rules.tsx'

const RuleEditor = lazyPart(() => import('./routing/rule-editor.tsx').then((file) => file.RuleEditor))

/** The rules that say where a conversation belongs, in the order in which they are asked. */
export function RoutingSettings() {
  const { t } = useLingui()
  const routing = useAsk('GET /api/routing')
  const mayChange = useMay()('routing.change')
  const [edited, setEdited] = useState<EditedRule>()
  const rules = routing.data?.rules
  return (
    <SettingsPage
      title={t`Routing`}
      says={t`Each message is asked about from the top down. The first rule that names a department or a colleague wins; a later one moves it only when it says so. What a person placed or took up is never moved.`}
    >
      {!mayChange && <NotAllowed>{t`You can look at these. A team lead can change them.`}</NotAllowed>}
      {mayChange && rules && (
        <Btn kind="primary" onClick={() => setEdited({ id: null, version: null, rule: emptyRule })}>
          <Plus size={14} />
          {t`New rule`}
        </Btn>
      )}
      {routing.isPending && <SkeletonRows label={t`The rules are on their way`} count={3} />}
      {routing.error && !routing.data && (
        <FailedState error={routing.error} retry={() => void routing.refetch()} className="mx-0!" />
      )}
      {rules?.length === 0 && (
        <StarterRules onChoose={mayChange ? (rule) => setEdited({ id: null, version: null, rule }) : undefined} />
      )}
      {rules && rules.length > 0 && (
        <RuleList
          rules={rules}
          mayChange={mayChange}
          onEdit={(rule) => setEdited({ id: rule.id, version: rule.version, rule })}
        />
      )}
      {mayChange && routing.data && (rules?.length ?? 0) > 0 && <ApplyCard routing={routing.data} />}
      <Suspense>{edited && <RuleEditor edited={edited} onClose={() => setEdited(undefined)} />}</Suspense>
    </SettingsPage>
  )
}

type ListProps = { rules: readonly RoutingRuleView[]; mayChange: boolean; onEdit: (rule: RoutingRuleView) => void }

function RuleList({ rules, mayChange, onEdit }: ListProps) {
  const { t } = useLingui()
  const list = useRef<HTMLOListElement>(null)
  const move = useMove(rules, list)
  return (
    <ol ref={list} aria-label={t`Rules`} className="divide-y divide-line rounded-xl border border-line bg-pane">
      {rules.map((rule, at) => (
        <RuleRow
          key={rule.id}
          rule={rule}
          place={at + 1}
          isFirst={at === 0}
          isLast={at === rules.length - 1}
          mayChange={mayChange}
          onMove={(by) => move(rule, by)}
          onEdit={() => onEdit(rule)}
        />
      ))}
    </ol>
  )
}

/** At once on the screen; what the server refuses goes back to how it was. The focus stays with the rule that moves. */
function useMove(rules: readonly RoutingRuleView[], list: { current: HTMLOListElement | null }) {
  const { t } = useLingui()
  const wordsOf = useProblemWords()
  const order = useChange('PUT /api/routing/order', { refresh: ['GET /api/routing'] })
  const [focused, setFocused] = useState<{ id: string; by: 1 | -1 }>()
  useEffect(() => {
    if (!focused) return
    const button = (by: number) =>
      list.current?.querySelector<HTMLButtonElement>(`[data-move="${focused.id} ${by}"]:enabled`)
    // At the end of the list there is no further: the other way has the focus then.
    const target = button(focused.by) ?? button(-focused.by)
    target?.focus()
  }, [focused, list])
  return (rule: RoutingRuleView, by: 1 | -1) => {
    const ids = moved(
      rules.map(({ id }) => id),
      rule.id,
      by,
    )
    if (!ids) return
    const byId = new Map(rules.map((one) => [one.id, one]))
    const inOrder = ids.flatMap((id) => byId.get(id) ?? [])
    queries.setQueryData<RoutingView>(keyOf('GET /api/routing'), (now) => now && { ...now, rules: inOrder })
    setFocused({ id: rule.id, by })
    const place = ids.indexOf(rule.id) + 1
    const { name } = rule
    const of = ids.length
    announce(t`${name} is asked as number ${place} of ${plural(of, { one: '# rule', other: '# rules' })}.`)
    order.mutate({ body: { ids } }, { onError: (error) => showToast({ tone: 'failed', text: wordsOf(error) }) })
  }
}
