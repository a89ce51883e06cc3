import { AppError } from '#base/errors.ts'
import type { FetchLimits } from '#base/guarded-fetch.ts'
import { checkSuggestion, withoutWrapping } from '#domain/assist/check-suggestion.ts'
import { showAsTold } from '#domain/assist/show-as-told.ts'
import type { SuggestionFinding } from '#domain/assist/suggestion-finding.ts'
import { tokensOfAll } from '#domain/assist/token-cost.ts'
import type { Words } from '#domain/connector.ts'
import type { Context } from '#team/context.ts'
import { answerTokensMost, answerUnitsMost } from './answer-bounds.ts'
import { askModel, type ModelEnd } from './ask-model.ts'
import { modelRef } from './assist-key.ts'
import { beginUse, type Use } from './begin-use.ts'
import type { AssistAsk, BuiltQuestion } from './build-question.ts'
import { endUse, type Spent } from './end-use.ts'
import { languageOf } from './language-of.ts'
import { buildAllowed } from './preview-question.ts'

export type SuggestionEvent =
  | { kind: 'begun'; id: string; model: string }
  | { kind: 'text'; text: string }
  /** `why`: in words, where it ended before its end. */
  | {
      kind: 'done'
      how: 'whole' | 'stopped' | 'broken'
      text: string
      model: string
      findings: SuggestionFinding[]
      spent: Spent
      why: Words | null
    }
  | { kind: 'failed'; why: Words }

export type Suggesting = {
  /** What the writer was shown, or would have been. */
  leftHash: string
  signal: AbortSignal
  limits?: Partial<FetchLimits>
}

/**
 * Asks a model and tells its words as they come, with what was hidden put back. Nothing of it goes anywhere: it ends with whoever asked.
 *
 * @throws AppError before the first event: off, not allowed, over the cap, or `taken` when what would leave is not what was shown.
 */
export async function* suggest(ctx: Context, asked: AssistAsk, how: Suggesting): AsyncGenerator<SuggestionEvent, void> {
  const { row, built } = await buildAllowed(ctx, asked)
  if (built.leftHash !== how.leftHash)
    throw new AppError('taken', 'Something new was said here. Look at what would leave once more.')
  const tokens = { in: tokensOfAll(built.messages), out: answerTokensMost(built.limit) }
  const use = await beginUse(ctx, { row, ...asked, leftHash: built.leftHash, tokens })
  const asking = { ctx, use, built, raw: '', isEnded: false }
  try {
    yield { kind: 'begun', id: use.id, model: row.model }
    yield* tell(asking, how)
  } finally {
    // Whoever listened is gone in the middle: what was set aside stands, and the record says so.
    if (!asking.isEnded) await finish(asking, { kind: 'stopped', model: row.model, usage: undefined })
  }
}

type Asking = { ctx: Context; use: Use; built: BuiltQuestion; raw: string; isEnded: boolean }

async function* tell(asking: Asking, { signal, limits }: Suggesting): AsyncGenerator<SuggestionEvent, void> {
  const { ctx, use, built } = asking
  const ask = { messages: built.messages, tokensMost: use.tokens.out, unitsMost: answerUnitsMost }
  const words = askModel(ctx.app, modelRef(ctx.app, use.row), { ask, way: { signal, ...(limits && { limits }) } })
  const shown = showAsTold(built.mask)
  for (let next = await words.next(); ; next = await words.next()) {
    if (next.done) {
      const rest = shown.end()
      if (rest) yield { kind: 'text', text: rest }
      yield await finish(asking, next.value)
      return
    }
    asking.raw += next.value
    const text = shown.tell(next.value)
    if (text) yield { kind: 'text', text }
  }
}

async function finish(asking: Asking, end: ModelEnd): Promise<SuggestionEvent> {
  const { ctx, use, built } = asking
  asking.isEnded = true
  const left = built.messages.map(({ content }) => content).join('\n')
  const common = { use, left, told: asking.raw }
  if (end.kind === 'failed') {
    const { why, isPaid } = end
    await endUse(ctx, { ...common, state: 'failed', model: use.row.model, usage: undefined, isPaid, findings: [] })
    return { kind: 'failed', why }
  }
  const { model, usage, kind: how } = end
  const raw = withoutWrapping(asking.raw)
  const findings = findingsOf(built, raw, how !== 'whole')
  const state = how === 'whole' ? 'answered' : how
  const kinds = findings.map(({ kind }) => kind)
  const spent = await endUse(ctx, { ...common, state, model, usage, isPaid: true, findings: kinds })
  return { kind: 'done', how, text: built.mask.show(raw), model, findings, spent, why: end.why ?? null }
}

function findingsOf(
  { mask, question, limit, thread, known }: BuiltQuestion,
  raw: string,
  isCut: boolean,
): SuggestionFinding[] {
  const { task, house, lang, fence, text: draft } = question
  const text = mask.show(raw)
  return checkSuggestion({
    ...{ task, raw, text, thread, known, mask, house, limit, lang, fence, isCut },
    draft: mask.hide(draft),
    heardLang: languageOf(raw),
  })
}
