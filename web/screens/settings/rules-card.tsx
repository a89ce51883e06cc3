import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type PromiseRule, rulesMax } from '#domain/promise-rule.ts'
import { rulesProblem } from '#domain/rule-problem.ts'
import { useAsk } from '#web/api.ts'
import { Btn } from '#web/parts/bits.tsx'
import { EmptyState, FailedState } from '#web/parts/states.tsx'
import { announce } from '#web/parts/toast.tsx'
import { SettingsCard } from './page.tsx'
import { PromiseRuleRow } from './promise-rule.tsx'
import { moved, newRule } from './rule-draft.ts'
import { useRuleThings } from './use-rule-things.ts'
import { useSaveWorkspace, type Workspace } from './use-save-workspace.ts'

/** Promises for messages of some kind, in the order in which they are asked. */
export function RulesCard({ workspace }: { workspace: Workspace }) {
  const { t } = useLingui()
  const kept: readonly PromiseRule[] = workspace.promiseRules
  const [rules, setRules] = useState(kept)
  const [openId, setOpenId] = useState<string>()
  const { things, error, retry } = useRuleThings()
  const { save, isBusy, problem } = useSaveWorkspace()
  const wrong = rulesProblem(rules)
  const refocus = useMoveFocus(rules)
  const put = (changed: PromiseRule) => setRules(rules.map((one) => (one.id === changed.id ? changed : one)))
  const move = (at: number, by: -1 | 1) => {
    const [name, place] = [rules[at]?.name ?? '', at + by + 1]
    setRules(moved(rules, at, by))
    refocus(rules[at]?.id, by)
    announce(t`${name} is now number ${place}`)
  }
  const add = () => {
    const rule = newRule()
    setRules([...rules, rule])
    setOpenId(rule.id)
  }
  return (
    <SettingsCard
      title={t`By kind of message`}
      says={t`The first rule that fits a message holds. What none of them fits gets what is promised by urgency.`}
      saveLabel={t`Save the rules`}
      isChanged={!wrong && JSON.stringify(rules) !== JSON.stringify(kept)}
      isBusy={isBusy}
      problem={problem}
      onSave={() => save({ promiseRules: sent(rules) }, { promiseRules: sent(kept) })}
    >
      {error && <FailedState error={error} retry={retry} className="mx-0!" />}
      {rules.length === 0 ? (
        <EmptyState title={t`No rules yet`} text={t`Every message gets what is promised by urgency.`} level={3} />
      ) : (
        <ol aria-label={t`Rules, in order`} className="divide-y divide-line border-y border-line">
          {rules.map((rule, at) => (
            <PromiseRuleRow
              key={rule.id}
              rule={rule}
              place={{ at, of: rules.length }}
              things={things}
              isOpenTime={workspace.openingHours !== null}
              isOpen={openId === rule.id}
              onOpen={(isOpen) => setOpenId(isOpen ? rule.id : undefined)}
              onChange={put}
              onMove={(by) => move(at, by)}
              onRemove={() => setRules(rules.filter((one) => one !== rule))}
              problem={wrong && 'at' in wrong && wrong.at === rule.id ? wrong : undefined}
            />
          ))}
        </ol>
      )}
      <Btn className="[fieldset:disabled_&]:hidden" disabled={rules.length >= rulesMax} onClick={add}>
        <Plus size={15} />
        {t`Add a rule`}
      </Btn>
      <Recounting />
    </SettingsCard>
  )
}

const askEveryMs = 5_000

/** New promises hold for what is open too, and hundreds of conversations take a moment. */
function Recounting() {
  const { t } = useLingui()
  const left =
    useAsk('GET /api/promises/recount', undefined, {
      refetchInterval: ({ state }) => ((state.data?.left ?? 0) > 0 ? askEveryMs : false),
    }).data?.left ?? 0
  return (
    <p role="status" className="num text-meta text-ink-3">
      {left > 0 &&
        t`${plural(left, { one: '# open conversation is', other: '# open conversations are' })} still to be counted anew.`}
    </p>
  )
}

/** What moves keeps the focus, on the button that can still move it. */
function useMoveFocus(rules: readonly PromiseRule[]) {
  const wanted = useRef<{ id: string; by: -1 | 1 }>(undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new order that it waits for.
  useEffect(() => {
    if (!wanted.current) return
    const { id, by } = wanted.current
    wanted.current = undefined
    const names = by === -1 ? ['up', 'down'] : ['down', 'up']
    const buttons = names.map((name) => document.getElementById(`rule-${name}-${id}`))
    buttons.find((button) => button instanceof HTMLButtonElement && !button.disabled)?.focus()
  }, [rules])
  return (id: string | undefined, by: -1 | 1) => {
    wanted.current = id === undefined ? undefined : { id, by }
  }
}

type Sent = Workspace['promiseRules']

/** The server is given lists of its own. */
function sent(rules: readonly PromiseRule[]): Sent {
  return structuredClone(rules.map((rule) => ({ ...rule, name: rule.name.trim() }))) as Sent
}
