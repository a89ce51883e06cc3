import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { Plus, Send } from 'lucide-react'
import { useState } from 'react'
import { sameWordsMax } from '#domain/pile.ts'
import { Btn } from '#web/parts/bits.tsx'
import { Field, FormError, Select } from '#web/parts/field.tsx'
import { FailedState } from '#web/parts/states.tsx'
import { rememberAccount } from '#web/screens/inbox/account-choice.ts'
import { useLength } from '#web/screens/inbox/parties/length-words.ts'
import { PileGate } from './pile-gate.tsx'
import type { PlanProblem } from './pile-plan.ts'
import { PileWording } from './pile-wording.tsx'
import type { Pile } from './use-pile.ts'

const minuteMs = 60_000
const spreads = [0, 5, 15, 30, 60, 120]
const wordingsMax = 8

/** The words, as whom, and over how long. */
export function PileWriter({ pile }: { pile: Pile }) {
  const { t } = useLingui()
  const length = useLength()
  const { draft, plan, problem, isBusy, spread, thenDo } = pile
  const { count } = plan
  // The keys of snippets are about the wording that was written in last.
  const [current, setCurrent] = useState(0)
  return (
    <form
      aria-label={t`The answer`}
      className="space-y-4 lg:sticky lg:top-5"
      onSubmit={(event) => {
        event.preventDefault()
        if (plan.problems.length === 0) void pile.send()
      }}
    >
      {draft.wordings.map((wording, at) => (
        <PileWording
          // biome-ignore lint/suspicious/noArrayIndexKey: a wording is nothing but its place.
          key={at}
          pile={pile}
          at={at}
          text={wording}
          hasKeys={at === Math.min(current, draft.wordings.length - 1)}
          onFocus={() => setCurrent(at)}
        />
      ))}
      {draft.wordings.length < wordingsMax && (
        <Btn small onClick={() => pile.setDraft({ ...draft, wordings: [...draft.wordings, ''] })}>
          <Plus size={14} />
          {t`Another wording`}
        </Btn>
      )}
      <Speaking pile={pile} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t`They leave`} help={t`Never all at once: each at a moment of its own.`}>
          {(control) => (
            <Select
              {...control}
              value={String(spread)}
              onChange={(event) => pile.setSpread(Number(event.currentTarget.value))}
              choices={spreads.map((minutes) => {
                const time = length(minutes * minuteMs)
                return { value: String(minutes), label: minutes === 0 ? t`one after the other` : t`within ${time}` }
              })}
            />
          )}
        </Field>
        <Field label={t`The conversations`}>
          {(control) => (
            <Select
              {...control}
              value={thenDo}
              onChange={(event) => pile.setThenDo(event.currentTarget.value === 'stay' ? 'stay' : 'done')}
              choices={[
                { value: 'done', label: t`are done then` },
                { value: 'stay', label: t`stay open` },
              ]}
            />
          )}
        </Field>
      </div>
      {problem && <FormError>{problem}</FormError>}
      <Problems problems={plan.problems} />
      <PileGate pile={pile} />
      <Btn
        kind="primary"
        type="submit"
        isBusy={isBusy}
        aria-disabled={plan.problems.length > 0 || undefined}
        className="h-9! px-4!"
      >
        <Send size={14} />
        <span className="num">{t`${plural(count, { one: 'Answer # conversation', other: 'Answer # conversations' })}`}</span>
      </Btn>
    </form>
  )
}

/** Nobody is chosen where there is more than one: one never speaks as somebody else by chance. */
function Speaking({ pile }: { pile: Pile }) {
  const { t } = useLingui()
  const { accounts, networks, speaking, draft } = pile
  if (accounts.error)
    return <FailedState error={accounts.error} retry={() => void accounts.refetch()} className="mx-0!" />
  if (accounts.data && networks.length === 0)
    return (
      <p
        role="alert"
        className="text-ui text-ink-2"
      >{t`No account can answer here. Connect one in Settings, or answer each in its own conversation.`}</p>
    )
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {networks.map((network) => {
        const { name } = network
        return (
          <Field key={network.id} label={t`Public on ${name}, as`}>
            {(control) => (
              <Select
                {...control}
                value={speaking[network.id] ?? ''}
                onChange={(event) => {
                  const chosen = network.accounts.find((one) => one.id === event.currentTarget.value)
                  if (chosen) rememberAccount(chosen)
                  pile.setDraft({ ...draft, accounts: { ...draft.accounts, [network.id]: event.currentTarget.value } })
                }}
                choices={[
                  ...(speaking[network.id] ? [] : [{ value: '', label: t`choose as whom` }]),
                  ...network.accounts.map((one) => ({ value: one.id, label: `@${one.handle}` })),
                ]}
              />
            )}
          </Field>
        )
      })}
    </div>
  )
}

/** What stands in the way, before anything is pressed. */
function Problems({ problems }: { problems: readonly PlanProblem[] }) {
  const { t } = useLingui()
  const sayOf = (problem: PlanProblem): string => {
    switch (problem.kind) {
      case 'nobody':
        return t`Nobody is chosen. Tick whom to answer.`
      case 'words':
        return t`Write what you answer.`
      case 'unfilled': {
        const { slots } = problem
        return t`Fill in ${slots}, or take it out. Tab in the text leads from one to the next.`
      }
      case 'account': {
        const { networkName } = problem
        return t`Choose as whom you answer on ${networkName}.`
      }
      case 'long': {
        const { count } = problem
        return t`${plural(count, { one: '# answer does not fit on its network.', other: '# answers do not fit on their network.' })}`
      }
      case 'worn': {
        const { count } = problem
        return t`${count} people would get the very same words. Networks take that for spam, and people too: ${sameWordsMax} at most. Write another wording.`
      }
    }
  }
  if (problems.length === 0) return null
  return (
    <ul aria-live="polite" className="space-y-1 text-ui text-ink-2">
      {problems.map((problem) => (
        <li key={sayOf(problem)}>{sayOf(problem)}</li>
      ))}
    </ul>
  )
}
