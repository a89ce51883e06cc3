import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import type { Answer, Ask } from '#api/contract/contract.ts'
import { ApiProblemError, ask, isProblem, newKey, queries, useAsk } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { showToast } from '#web/parts/toast.tsx'
import { presetAccount } from '#web/screens/inbox/account-choice.ts'
import { refreshInbox } from '#web/screens/inbox/patch-answers.ts'
import { gatedBy, gatePlace } from '#web/screens/inbox/promotion/gated.ts'
import { snippetsUsed } from '#web/screens/inbox/snippets/snippets-used.ts'
import { useSession } from '#web/session.ts'
import { keepWords, keptWords } from './kept-words.ts'
import { gatedLines, type PileDraft, type PlannedLine, planPile, type Refused } from './pile-plan.ts'
import { usePileGate } from './use-pile-gate.ts'

type Sending = Ask<'POST /api/piles'>['body']
type Refusal = NonNullable<Answer<'POST /api/piles'>['lines'][number]['refused']>

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
  // Asked again because no answer came, it is still the same pile; anything else is another question.
  const unanswered = useRef({ asked: '', key: '' })
  const usedIn = `pile ${conversation}`

  const { rows = [], incidents = [] } = pile.data ?? {}
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
  const toastId = `pile ${conversation}`
  const plan = planPile(rows, { ...draft, accounts: speaking }, { accounts: usable, memberId: member?.id })

  const seen = usePileGate(conversation, plan)
  const gated = gatedLines(plan, { refused, seen })

  const setDraft = (next: PileDraft) => {
    keepWords(conversation, next)
    holdDraft(next)
  }
  const refresh = () => {
    void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}/pile'] })
    void queries.invalidateQueries({ queryKey: ['GET /api/conversations/{id}/pile/gate'] })
    refreshInbox()
  }
  const sendLines = async (lines: Sending['lines']) => {
    setBusy(true)
    setProblem(undefined)
    const body: Sending = { lines, spreadMinutes: spread, thenDo }
    const asked = JSON.stringify(body)
    if (unanswered.current.asked !== asked) unanswered.current = { asked, key: newKey() }
    try {
      const answer = await ask('POST /api/piles', { body }, undefined, { key: unanswered.current.key })
      unanswered.current = { asked: '', key: '' }
      const failed = answer.lines.flatMap(({ conversationId, refused: why }) => {
        const line = lines.find((one) => one.conversationId === conversationId)
        return why && line ? [[conversationId, refusedLine(line, why)] as const] : []
      })
      // What was refused before and not asked now stays refused.
      const isAsked = (id: string) => lines.some((one) => one.conversationId === id)
      const others = Object.entries(refused).filter(([id]) => !isAsked(id))
      setRefused(Object.fromEntries([...others, ...failed]))
      const held = answer.lines.filter(({ reply }) => reply).length
      if (failed.length === 0 && others.length === 0) keepWords(conversation, { wordings: [''], own: {} })
      if (held > 0)
        showToast({
          id: toastId,
          text: t`${plural(held, { one: '# answer is on its way', other: '# answers are on their way' })}`,
          undo: () => void takeAllBack([answer.id]),
        })
    } catch (error) {
      setProblem(wordsOf(error))
      // It was heard and refused: another press is another question.
      if (!isProblem(error, 'offline')) unanswered.current = { asked: '', key: '' }
    } finally {
      setBusy(false)
      refresh()
    }
  }
  const refusedLine = ({ text, accountId }: Sending['lines'][number], why: Refusal) => {
    const findings = gatedBy(why.details)
    const gate = findings && { findings, ...gatePlace(why.details) }
    return { why: wordsOf(new ApiProblemError(409, why)), text, accountId, gate }
  }
  const snippets = () => snippetsUsed(usedIn)
  const send = () => sendLines(plan.lines.flatMap((line) => askedOf(line, snippets())))
  /** All that are chosen; those that the gate stops with why they go. */
  const sendAllTheSame = (reason: string) =>
    sendLines(
      plan.lines.flatMap((line) => {
        const gate = gated.find((one) => one.line === line)?.gate
        const rules = [...new Set(gate?.findings.map(({ rule }) => rule))]
        return askedOf(line, snippets()).map((one) => (gate ? { ...one, override: { rules, reason } } : one))
      }),
    )
  const failedBack = (error: unknown) => showToast({ tone: 'failed', text: wordsOf(error) })
  const takeBack = (id: string) =>
    ask('POST /api/replies/{id}/undo', { params: { id }, body: {} }).then(refresh, (error: unknown) => {
      failedBack(error)
      refresh()
    })
  /** As one: what has left meanwhile has left, and how many came back is said. */
  const takeAllBack = (ids: readonly string[]) =>
    Promise.all(ids.map((id) => ask('POST /api/piles/{id}/undo', { params: { id }, body: {} })))
      .then((answers) => {
        const taken = answers.reduce((sum, answer) => sum + answer.taken, 0)
        showToast({
          id: toastId,
          text: t`${plural(taken, { 0: 'All had left already', one: '# answer was taken back', other: '# answers were taken back' })}`,
        })
      }, failedBack)
      .finally(refresh)
  return {
    ...{ pile, accounts, draft, plan, incidents, networks, speaking, spread, thenDo, refused, gated, problem, isBusy },
    ...{ usedIn, setDraft, setSpread, setThenDo, send, sendAllTheSame, takeBack, takeAllBack },
  }
}

export type Pile = ReturnType<typeof usePile>

function askedOf(
  { isIn, row, account, text }: PlannedLine,
  snippets: ReturnType<typeof snippetsUsed>,
): Sending['lines'] {
  if (!isIn || !account || !row.mentionId) return []
  const { id: conversationId, mentionId, version } = row
  return [{ conversationId, mentionId, accountId: account.id, text, version, snippets }]
}
