import { useLingui } from '@lingui/react/macro'
import { useEffect, useRef, useState } from 'react'
import type { Answer } from '#api/contract/contract.ts'
import type { AssistTask } from '#domain/assist/assist-task.ts'
import type { SuggestionFinding } from '#domain/assist/suggestion-finding.ts'
import { ask, isProblem } from '#web/api.ts'
import { useProblemWords } from '#web/parts/states.tsx'
import { askSuggestion, type SuggestionAsk, type SuggestionLine } from './ask-suggestion.ts'

export type Preview = Answer<'POST /api/conversations/{id}/assist-preview'>
export type Suggestion =
  | { at: 'looking'; task: AssistTask }
  | { at: 'shown'; task: AssistTask; preview: Preview }
  | { at: 'telling'; task: AssistTask; model: string; text: string }
  | {
      at: 'done'
      task: AssistTask
      id: string
      model: string
      text: string
      findings: readonly SuggestionFinding[]
      why: string
    }
  | { at: 'failed'; task: AssistTask; why: string }

/** From asking to an answer: what would leave is looked at first, and only what was looked at is asked. */
export function useSuggestion(conversationId: string, askOf: (task: AssistTask) => SuggestionAsk) {
  const { i18n } = useLingui()
  const general = useProblemWords()
  const [now, setNow] = useState<Suggestion>()
  const stop = useRef<AbortController>(undefined)
  const asked = useRef<SuggestionAsk>(undefined)
  const lang = i18n.locale === 'nl' ? 'nl' : 'en'
  // Here the server knows best: the month is used up, or it is off since.
  const wordsOf = (error: unknown): string =>
    (isProblem(error) ? wordsIn(error.details)?.[lang] : undefined) ?? general(error)
  // Whoever leaves the conversation hears the end of nothing.
  useEffect(() => () => stop.current?.abort(), [])

  const begin = async (task: AssistTask): Promise<void> => {
    stop.current?.abort()
    const mine = new AbortController()
    stop.current = mine
    asked.current = askOf(task)
    setNow({ at: 'looking', task })
    try {
      const name = 'POST /api/conversations/{id}/assist-preview'
      const preview = await ask(name, { params: { id: conversationId }, body: asked.current }, mine.signal)
      if (mine.signal.aborted) return
      if (preview.mustShow) setNow({ at: 'shown', task, preview })
      else await go(preview)
    } catch (error) {
      if (!mine.signal.aborted) setNow({ at: 'failed', task, why: wordsOf(error) })
    }
  }

  const go = async (preview: Preview): Promise<void> => {
    const what = asked.current
    if (!what) return
    const { task } = what
    const mine = new AbortController()
    stop.current = mine
    const heard = { id: '', model: preview.model, text: '' }
    setNow({ at: 'telling', task, model: heard.model, text: '' })
    const end = (how: { text: string; findings: readonly SuggestionFinding[]; why: string }) =>
      setNow({ at: 'done', task, id: heard.id, model: heard.model, ...how })
    const take = (line: SuggestionLine): void => {
      if (line.kind === 'begun') heard.id = line.id
      if (line.kind === 'text') heard.text += line.text
      if (line.kind === 'done') {
        heard.model = line.model
        end({ text: line.text, findings: line.findings, why: line.why?.[lang] ?? '' })
      } else if (line.kind === 'failed') setNow({ at: 'failed', task, why: line.why[lang] })
      else setNow({ at: 'telling', task, model: heard.model, text: heard.text })
    }
    try {
      const question = { conversationId, ask: what, leftHash: preview.leftHash, signal: mine.signal }
      for await (const line of askSuggestion(question)) if (stop.current === mine) take(line)
    } catch (error) {
      if (stop.current === mine) notWhole(error, { isStopped: mine.signal.aborted, task, heard, end })
    }
  }

  type NotWhole = {
    isStopped: boolean
    task: AssistTask
    heard: { text: string }
    end: (how: { text: string; findings: readonly SuggestionFinding[]; why: string }) => void
  }
  const notWhole = (error: unknown, { isStopped, task, heard, end }: NotWhole): void => {
    // Stopped by its writer: what came till then stays to be read, and is not finished.
    if (isStopped && heard.text !== '') end({ text: heard.text, findings: [{ kind: 'cut', found: '' }], why: '' })
    else if (isStopped) setNow(undefined)
    else if (isProblem(error, 'taken')) void begin(task)
    else setNow({ at: 'failed', task, why: wordsOf(error) })
  }

  return {
    now,
    begin: (task: AssistTask) => void begin(task),
    go: (preview: Preview) => void go(preview),
    stop: () => stop.current?.abort(),
    close: () => {
      stop.current?.abort()
      stop.current = undefined
      setNow(undefined)
    },
  }
}

function wordsIn(details: Record<string, unknown>): { en: string; nl: string } | undefined {
  return details.words as { en: string; nl: string } | undefined
}
