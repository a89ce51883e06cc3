import { second } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { type Failure, isFailure, type Tried, type Words } from '#domain/connector.ts'
import { type Post, postSchema } from '#domain/post.ts'
import { assertMay } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { readCredentials } from './read-credentials.ts'
import { accountIsNotHere, checkSettings, connectorOf } from './save-source.ts'

const tryMostMs = 15 * second
const shownMax = 20

/** Looks once at a source that is not saved yet, and says in plain words what would be heard. Nothing is kept. */
export async function trySource(
  ctx: Context,
  input: { connector: string; settings: unknown; accountId?: string; terms: readonly string[] },
): Promise<{ isWorking: boolean; says: Words; name: string | null; found: Post[] }> {
  assertMay(ctx, 'source.create')
  const connector = connectorOf(ctx, input.connector)
  const settings = checkSettings(connector, input.settings)
  const context = ctx.app.connectorContext(AbortSignal.timeout(tryMostMs), ctx.workspaceId)
  const own = input.accountId
    ? await readCredentials(ctx.app, { workspaceId: ctx.workspaceId, accountId: input.accountId })
    : undefined
  if (input.accountId && !own) throw accountIsNotHere()
  const ask = { settings, cursor: undefined, credentials: own?.credentials, terms: input.terms }
  const outcome = await connector.trySource(context, ask).catch(noAnswer)
  if (isFailure(outcome)) return { isWorking: false, says: outcome.why, name: null, found: [] }
  return { isWorking: true, says: outcome.says, name: nameOf(outcome), found: readable(outcome) }
}

const nameMax = 120

function nameOf({ name }: Tried): string | null {
  return name?.trim().slice(0, nameMax) || null
}

function readable(tried: Tried): Post[] {
  return tried.found
    .slice(0, shownMax)
    .map((post) => postSchema.safeParse(post))
    .flatMap((parsed) => (parsed.success ? [parsed.data] : []))
}

function noAnswer(error: unknown): Failure {
  return {
    kind: 'retry',
    why: {
      en: `It did not answer: ${messageOf(error)} Check the address, or try again later.`,
      nl: `Er kwam geen antwoord: ${messageOf(error)} Controleer het adres of probeer het later nog eens.`,
    },
  }
}
