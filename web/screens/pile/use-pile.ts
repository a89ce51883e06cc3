import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Ask } from '#api/contract/contract.ts'
import { ApiProblemError, ask, isProblem, newKey, queries, useAsk } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { presetAccount } from '#web/screens/inbox/account-choice.ts'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'
import { useSession } from '#web/session.ts'
import { keepWords, keptWords } from './kept-words.ts'
import { type PileDraft, type PilePlan, planPile } from './pile-plan.ts'

type Sending = Ask<'POST /api/piles'>['body']
export type Refused = Readonly<Record<string, string>>

/** All that one needs to answer many as one. */
export function usePile(conversation: string) {
  const { t } = useLingui()
  const { member } = useSession()
  const wordsOf = useProblemWords()
  const pile = useAsk('GET /api/conversations/{id}/pile', { params: { id: conversation } })
  const accounts = useAsk('GET /api/accounts')
  const [draft, holdDraft] = useState<PileDraft>(() => ({ ...keptWords(conversation), accounts: {}, said: {} }))
  const [spread, setSpread] = useState(15)
  const [thenDo, setThenDo] = useState<Sending['thenDo']>('done')
  const [refused, setRefused] = useState<Refused>({})
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  // One key for one press: asked again because no answer came, it is still the same pile.
  const [key, setKey] = useState(newKey)

  const rows = pile.data?.rows ?? []
  const usable = (accounts.data ?? []).filter((one) => one.state === 'connected')
  const networks = [...new Map(rows.map((row) => [row.network, row.networkName]))]
    .map(([id, name]) => ({
      id,
      name,
      accounts: usable.filter((one) => one.network === id),
    }))
    .filter((network) => network.accounts.length > 0)
  const speaking = Object.fromEntries(
    networks.flatMap(({ id, accounts: here }) => {
      const chosen = draft.accounts[id] ?? presetAccount(here)?.id
      return chosen ? [[id, chosen]] : []
    }),
  )
  const plan = planPile(rows, { ...draft, accounts: speaking }, { accounts: usable, memberId: member?.id })

  const setDraft = (next: PileDraft) => {
    keepWords(conversation, next)
    holdDraft(next)
  }
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}/pile'] })
    refreshInbox()
  }
  const send = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      const body = { lines: linesOf(plan), spreadMinutes: spread, thenDo }
      const { lines } = await ask('POST /api/piles', { body }, undefined, key)
      const failed = lines.flatMap(({ conversationId, refused: why }) =>
        why ? [[conversationId, wordsOf(new ApiProblemError(409, why))] as const] : [],
      )
      setRefused(Object.fromEntries(failed))
      setKey(newKey())
      const held = lines.length - failed.length
      if (failed.length === 0) keepWords(conversation, { wordings: [''], own: {} })
      if (held > 0) showToast({ text: t`${held} answers are on their way` })
    } catch (error) {
      setProblem(wordsOf(error))
      // It was heard and refused: another press is another question.
      if (!isProblem(error, 'offline')) setKey(newKey())
    } finally {
      setBusy(false)
      refresh()
    }
  }
  const takeBack = async (ids: readonly string[]) => {
    const outcomes = await Promise.allSettled(
      ids.map((id) => ask('POST /api/replies/{id}/undo', { params: { id }, body: {} })),
    )
    const [failed] = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []))
    if (failed !== undefined) showToast({ tone: 'failed', text: wordsOf(failed) })
    refresh()
  }
  return {
    ...{ pile, accounts, draft, plan, networks, speaking, spread, thenDo, refused, problem, isBusy },
    ...{ setDraft, setSpread, setThenDo, send, takeBack },
  }
}

export type Pile = ReturnType<typeof usePile>

function linesOf(plan: PilePlan): Sending['lines'] {
  return plan.lines.flatMap(({ isIn, row, account, text }) =>
    isIn && account && row.mentionId
      ? { conversationId: row.id, mentionId: row.mentionId, accountId: account.id, text, version: row.version }
      : [],
  )
}
