import { AppError } from '#base/errors.ts'
import type { AssistServer } from '#domain/assist/assist-input.ts'
import type { Words } from '#domain/connector.ts'
import { assertMay } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { askModel } from './ask-model.ts'
import { openAssistKey } from './assist-key.ts'
import { notAModel, troubleOf } from './model-trouble.ts'
import { type ModelRef, openModelClient } from './open-model-client.ts'
import { settingsIn } from './read-assist.ts'
import { isSameServer } from './save-assist.ts'

const tryMs = 60_000
const modelsMax = 500
/** Of our own making: nothing of anybody leaves. */
const trial = [
  { role: 'system' as const, content: 'You are being tried out. Answer with one short, friendly sentence in Dutch.' },
  { role: 'user' as const, content: 'Hallo, werkt het?' },
]

/** The models that a server offers, by name. @throws AppError `bad_input` or `network_failed` with what is wrong, in words. */
export async function listModels(ctx: Context, server: AssistServer): Promise<string[]> {
  assertMay(ctx, 'assist.change')
  const ref = await refOf(ctx, { ...server, model: '' })
  const client = openModelClient(ctx.app, ref, { signal: AbortSignal.timeout(tryMs) })
  try {
    const page = await client.models.list()
    if (!Array.isArray(page.data)) throw refused({ why: notAModel, isOurs: true })
    const ids = page.data.flatMap((model) => (typeof model?.id === 'string' ? model.id.slice(0, 200) : []))
    return [...new Set(ids)].toSorted().slice(0, modelsMax)
  } catch (error) {
    throw error instanceof AppError ? error : refused(troubleOf(error, ref.key))
  }
}

/** Asks for one sentence, with what was filled in and not yet saved. It is not counted. @throws AppError with what is wrong, in words. */
export async function tryModel(
  ctx: Context,
  input: AssistServer & { model: string },
): Promise<{ model: string; text: string }> {
  assertMay(ctx, 'assist.change')
  const ref = await refOf(ctx, input)
  const way = { signal: AbortSignal.timeout(tryMs) }
  const ask = { messages: trial, tokensMost: 400, unitsMost: 2_000 }
  const words = askModel(ctx.app, ref, { ask, way })
  let text = ''
  for (let next = await words.next(); ; next = await words.next()) {
    if (next.done && next.value.kind === 'failed') throw refused(next.value)
    if (next.done && next.value.kind === 'stopped') throw refused({ why: tooSlow, isOurs: false })
    if (next.done)
      return { model: next.value.kind === 'failed' ? ref.model : next.value.model, text: text.trim().slice(0, 300) }
    text += next.value
  }
}

const tooSlow: Words = {
  en: 'The model did not answer within a minute.',
  nl: 'Het model gaf binnen een minuut geen antwoord.',
}

/** The key that is kept goes only to the server that it was given for. */
async function refOf(ctx: Context, { address, key, model }: AssistServer & { model: string }): Promise<ModelRef> {
  const { app, workspaceId } = ctx
  const before = await app.db.inWorkspace(workspaceId, (tx) => settingsIn(tx, workspaceId))
  const isSame = before !== undefined && isSameServer(before.address, address)
  const kept = isSame ? openAssistKey(app, before) : undefined
  return { workspaceId, address, model, key: key === undefined ? kept : key === '' ? undefined : key }
}

function refused({ why, isOurs }: { why: Words; isOurs: boolean }): AppError {
  return new AppError(isOurs ? 'bad_input' : 'network_failed', why)
}
