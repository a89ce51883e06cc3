import { and, eq, ne } from 'drizzle-orm'
import { connectorsIn } from '#app.ts'
import { assert, present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Tx } from '#db/database.ts'
import { sources } from '#db/tables/listen.ts'
import { accounts } from '#db/tables/reply.ts'
import type { Connector } from '#domain/connector.ts'
import { isDemoWorkspace } from '#domain/demo.ts'
import { labelIn, refusalWords } from '#domain/issue-words.ts'
import type { SourceState } from '#domain/source.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { SourceRow } from './source-row.ts'
import { forgetHub, type HubRow, leaveHub } from './subscribe-hub.ts'

export type NewSource = { connector: string; name?: string; settings: unknown; accountId?: string }

/** A workspace with more sources than this has made a mistake, or should talk to us. */
const sourcesMax = 500

/** Listens to a new source from the next moment on. @throws AppError `bad_input` when the settings do not fit the connector. */
export async function createSource(ctx: Context, input: NewSource): Promise<SourceRow> {
  const connector = connectorOf(ctx, input.connector)
  const settings = checkSettings(connector, input.settings)
  if (isDemoWorkspace(ctx.workspaceId)) {
    throw new AppError('bad_input', {
      en: 'The demo company hears its own story and nothing else. Add this source in your own workspace.',
      nl: 'Het demobedrijf hoort zijn eigen verhaal en verder niets. Voeg deze bron toe in je eigen werkruimte.',
    })
  }
  return change(ctx, 'source.create', async (tx) => {
    const count = await tx.$count(sources, eq(sources.workspaceId, ctx.workspaceId))
    if (count >= sourcesMax) {
      throw new AppError('too_many', {
        en: `A workspace has at most ${sourcesMax} sources. Remove one that is not needed.`,
        nl: `Een werkruimte heeft hoogstens ${sourcesMax} bronnen. Verwijder er een die niet nodig is.`,
      })
    }
    if (input.accountId) await assertAccountHere(tx, ctx, { id: input.accountId, network: connector.id })
    const row = await insertSource(tx, ctx, {
      connector: connector.id,
      name: input.name ?? nameFor(connector, settings),
      settings,
      listensTo: 'settings',
      accountId: input.accountId ?? null,
    })
    return {
      result: row,
      subject: { kind: 'source', id: row.id },
      details: { connector: connector.id },
      events: [{ kind: 'source.changed' }],
    }
  })
}

/** What an account hears of itself: made together with the account, in its transaction. Twice is the same as once. */
export async function createAccountSource(
  tx: Tx,
  ctx: Context,
  account: { id: string; connector: string; name: string },
): Promise<void> {
  const [known] = await tx
    .update(sources)
    .set({ failure: null, failuresInRow: 0, nextAt: ctx.app.clock.now(), name: account.name })
    .where(and(eq(sources.accountId, account.id), eq(sources.listensTo, 'account')))
    .returning({ id: sources.id })
  if (known) return
  await insertSource(tx, ctx, {
    connector: account.connector,
    name: account.name,
    settings: {},
    listensTo: 'account',
    accountId: account.id,
  })
}

/** The account goes, and what listened through it goes with it. What was heard stays. */
export async function removeAccountSources(tx: Tx, ctx: Context, accountId: string): Promise<void> {
  await tx.delete(sources).where(and(eq(sources.workspaceId, ctx.workspaceId), eq(sources.accountId, accountId)))
}

/** Where imported posts say they come from: a source that is never asked anything. Made at the first import. */
export async function importSource(ctx: Context): Promise<SourceRow> {
  return change(ctx, 'source.create', async (tx) => {
    const [known] = await tx
      .select()
      .from(sources)
      .where(and(eq(sources.workspaceId, ctx.workspaceId), eq(sources.connector, 'import')))
    const row =
      known ??
      (await insertSource(tx, ctx, {
        connector: 'import',
        name: 'Import',
        state: 'paused',
        settings: {},
        listensTo: 'settings',
        accountId: null,
      }))
    return { result: row, subject: { kind: 'source', id: row.id }, isSilent: known !== undefined }
  })
}

/** Where the story of a demo company says it was heard: shown and paused like any source, and never asked anything. */
export async function createStorySource(
  ctx: Context,
  input: { connector: string; name: string; settings: unknown },
): Promise<SourceRow> {
  assert(isDemoWorkspace(ctx.workspaceId), 'only a demo company is told a story')
  return change(ctx, 'source.create', async (tx) => {
    const row = await insertSource(tx, ctx, { ...input, listensTo: 'settings', accountId: null })
    return { result: row, subject: { kind: 'source', id: row.id }, events: [{ kind: 'source.changed' }] }
  })
}

export type SourceChange = { id: string; name?: string; state?: SourceState; settings?: unknown; askNow?: boolean }

/** New settings begin with a fresh cursor: the old one speaks of another stream. */
export async function changeSource(ctx: Context, input: SourceChange): Promise<SourceRow> {
  let hub: HubRow | undefined
  const changed = await change(ctx, 'source.change', async (tx) => {
    const before = await sourceIn(tx, ctx, input.id)
    const connector = connectorOf(ctx, before.connector)
    const isNew = input.settings !== undefined && before.listensTo === 'settings'
    if (isNew) hub = await forgetHub(tx, input.id)
    const wakes = isNew || input.askNow || input.state === 'on'
    const [row] = await tx
      .update(sources)
      .set({
        name: input.name ?? before.name,
        state: input.state ?? before.state,
        ...(isNew ? { settings: checkSettings(connector, input.settings), cursor: null } : {}),
        ...(wakes ? { nextAt: ctx.app.clock.now(), failure: null, failuresInRow: 0 } : {}),
      })
      .where(eq(sources.id, input.id))
      .returning()
    return {
      result: present(row, 'the source just read is updated'),
      subject: { kind: 'source', id: input.id },
      details: { changed: Object.keys(input).filter((key) => key !== 'id') },
      events: [{ kind: 'source.changed' }],
    }
  })
  void leaveHub(ctx.app, hub)
  return changed
}

export async function removeSource(ctx: Context, id: string): Promise<void> {
  let hub: HubRow | undefined
  await change(ctx, 'source.remove', async (tx) => {
    await sourceIn(tx, ctx, id)
    hub = await forgetHub(tx, id)
    await tx.delete(sources).where(and(eq(sources.workspaceId, ctx.workspaceId), eq(sources.id, id)))
    return { result: undefined, subject: { kind: 'source', id }, events: [{ kind: 'source.changed' }] }
  })
  void leaveHub(ctx.app, hub)
}

export function connectorOf(ctx: Context, id: string): Connector {
  const connector = connectorsIn(ctx.app, ctx.workspaceId).get(id)
  if (!connector)
    throw new AppError('bad_input', {
      en: `There is no connector called “${id}” in this installation.`,
      nl: `Er is geen koppeling die “${id}” heet in deze installatie.`,
    })
  return connector
}

/** The settings as the connector's own schema reads them. @throws AppError `bad_input` naming the field. */
export function checkSettings(connector: Connector, settings: unknown): unknown {
  const parsed = connector.settings.safeParse(settings ?? {})
  if (parsed.success) return parsed.data
  throw new AppError('bad_input', refusalWords(parsed.error, labelIn(connector.settings)), {
    details: { field: parsed.error.issues[0]?.path.join('.') || 'settings' },
  })
}

async function assertAccountHere(
  tx: Tx,
  ctx: Context,
  { id, network }: { id: string; network: string },
): Promise<void> {
  const isHere = and(
    eq(accounts.workspaceId, ctx.workspaceId),
    eq(accounts.id, id),
    eq(accounts.network, network),
    ne(accounts.state, 'removed'),
  )
  if ((await tx.$count(accounts, isHere)) === 0) throw accountIsNotHere()
}

export function accountIsNotHere(): AppError {
  return new AppError('not_found', 'This account is not connected here. Choose another.')
}

async function sourceIn(tx: Tx, ctx: Context, id: string): Promise<SourceRow> {
  const [row] = await tx
    .select()
    .from(sources)
    .where(and(eq(sources.workspaceId, ctx.workspaceId), eq(sources.id, id)))
    .for('update')
  if (!row) throw new AppError('not_found', 'This source does not exist any more.')
  return row
}

async function insertSource(
  tx: Tx,
  ctx: Context,
  input: Pick<SourceRow, 'connector' | 'name' | 'settings' | 'listensTo' | 'accountId'> & { state?: SourceState },
): Promise<SourceRow> {
  const now = ctx.app.clock.now()
  const [row] = await tx
    .insert(sources)
    .values({ id: newId(), workspaceId: ctx.workspaceId, nextAt: now, createdAt: now, ...input })
    .returning()
  return present(row, 'the inserted source comes back')
}

const nameMax = 120

function nameFor(connector: Connector, settings: unknown): string {
  return (connector.sourceName?.(settings) ?? connector.name).slice(0, nameMax)
}
