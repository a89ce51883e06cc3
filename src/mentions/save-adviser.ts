import { eq } from 'drizzle-orm'
import type { App } from '#app.ts'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { advisers } from '#db/tables/advise.ts'
import type { AdviserInput } from '#domain/adviser.ts'
import { assertMay, change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { questionOf } from '#triage/ask-opinion.ts'
import { type Advice, type AdviserRef, askAdviser } from './ask-adviser.ts'

export type AdviserRow = typeof advisers.$inferSelect

/** Where the seal of the key says it belongs. */
function keyPlace(workspaceId: string): string {
  return `${workspaceId}/adviser/key`
}

/** From when on is asked: from the moment it is turned on, never about what was there before. */
export async function saveAdviser(ctx: Context, { key, ...input }: AdviserInput): Promise<AdviserRow> {
  const { workspaceId, app } = ctx
  return change(ctx, 'adviser.change', async (tx) => {
    const [before] = await tx.select().from(advisers).where(eq(advisers.workspaceId, workspaceId)).for('update')
    const now = app.clock.now()
    const isElsewhere = before !== undefined && new URL(before.address).origin !== new URL(input.address).origin
    if (isElsewhere && key === undefined && before.key) throw keyStays()
    const values = {
      ...input,
      key: key === undefined ? (before?.key ?? null) : key === '' ? null : sealKey(app, workspaceId, key),
      onSince: input.isOn && !before?.isOn ? now : (before?.onSince ?? now),
      // Whatever was wrong, somebody has looked at it.
      problem: null,
      closedUntil: null,
      changedAt: now,
    }
    const [row] = await tx
      .insert(advisers)
      .values({ workspaceId, ...values })
      .onConflictDoUpdate({ target: advisers.workspaceId, set: values })
      .returning()
    return {
      result: present(row, 'the adviser just written'),
      subject: { kind: 'adviser', id: workspaceId },
      details: { isOn: input.isOn, address: input.address, model: input.model, mostPerMonth: input.mostPerMonth },
      events: [{ kind: 'team.changed' }],
    }
  })
}

/** A key that was given for one server is not sent to another. */
function keyStays(): AppError {
  return new AppError('bad_input', {
    en: 'The address is that of another server. Give the key for it, or leave the key empty.',
    nl: 'Dit adres is van een andere server. Geef de sleutel ervoor, of laat de sleutel leeg.',
  })
}

/**
 * Asks about a sentence of our own, with what was filled in and not yet saved: nothing of anybody leaves. It is not counted.
 * @throws AppError `network_failed` or `bad_input` with what the server said.
 */
export async function tryAdviser(ctx: Context, input: AdviserInput): Promise<Advice & { kind: 'advice' }> {
  assertMay(ctx, 'adviser.change')
  const before = await readAdviserRow(ctx)
  const isSame = before !== undefined && new URL(before.address).origin === new URL(input.address).origin
  const key = input.key ?? (isSame ? openKey(ctx.app, before) : undefined)
  const advice = await askAdviser(ctx.app, {
    adviser: { workspaceId: ctx.workspaceId, address: input.address, model: input.model, key },
    messages: questionOf({ text: trial, brands: ['Zilvermeeuw'], labels: ['sentiment', 'intent'] }),
    signal: AbortSignal.timeout(60_000),
  })
  if (advice.kind === 'wait') throw new AppError('network_failed', advice.why)
  if (advice.kind === 'refused') throw new AppError('bad_input', advice.why)
  return advice
}

/** Of our own making. */
const trial = 'Lekker weer, drie kwartier op het vliegveld gewacht op mijn koffer. Bedankt hè, Zilvermeeuw.'

/** Forgets address and key. The record of what was asked stays. */
export async function removeAdviser(ctx: Context): Promise<void> {
  const { workspaceId } = ctx
  await change(ctx, 'adviser.change', async (tx) => {
    const gone = await tx
      .delete(advisers)
      .where(eq(advisers.workspaceId, workspaceId))
      .returning({ isOn: advisers.isOn })
    return {
      result: undefined,
      subject: { kind: 'adviser', id: workspaceId },
      details: { isRemoved: true },
      isSilent: gone.length === 0,
      events: [{ kind: 'team.changed' }],
    }
  })
}

async function readAdviserRow({ app, workspaceId }: Context): Promise<AdviserRow | undefined> {
  const [row] = await app.db.inWorkspace(workspaceId, (tx) =>
    tx.select().from(advisers).where(eq(advisers.workspaceId, workspaceId)),
  )
  return row
}

/** With its key opened. Never log what comes back. */
export function adviserRef(app: App, row: AdviserRow): AdviserRef {
  return { workspaceId: row.workspaceId, address: row.address, model: row.model, key: openKey(app, row) }
}

function openKey(app: App, { key, workspaceId }: AdviserRow): string | undefined {
  return key === null ? undefined : app.secrets.open(key, 'advise', keyPlace(workspaceId))
}

function sealKey(app: App, workspaceId: string, key: string): string {
  return app.secrets.seal(key, 'advise', keyPlace(workspaceId))
}
