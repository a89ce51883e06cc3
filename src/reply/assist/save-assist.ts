import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { AppError } from '#base/errors.ts'
import { assistSettings } from '#db/tables/assist.ts'
import type { AssistInput } from '#domain/assist/assist-input.ts'
import { assertDepartmentsHere, assertMembersHere } from '#team/assert-here.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { type AssistRow, sealAssistKey } from './assist-key.ts'

/**
 * Which model helps, with what, whom, and what it may cost.
 * @throws AppError `bad_input` where it is on without a cap or a task, and where a key would go to another server; `not_found` for people not here.
 */
export async function saveAssist(ctx: Context, { key, ...input }: AssistInput): Promise<AssistRow> {
  const { workspaceId, app } = ctx
  assertBounded(input)
  return change(ctx, 'assist.change', async (tx) => {
    await assertDepartmentsHere(tx, ctx, input.departmentIds)
    await assertMembersHere(tx, ctx, input.memberIds)
    const [before] = await tx
      .select()
      .from(assistSettings)
      .where(eq(assistSettings.workspaceId, workspaceId))
      .for('update')
    if (key === undefined && before?.key && !isSameServer(before.address, input.address)) throw keyStays()
    const values = {
      ...input,
      tasks: [...new Set(input.tasks)],
      key: key === undefined ? (before?.key ?? null) : key === '' ? null : sealAssistKey(app, workspaceId, key),
      changedAt: app.clock.now(),
    }
    const [row] = await tx
      .insert(assistSettings)
      .values({ workspaceId, ...values })
      .onConflictDoUpdate({ target: assistSettings.workspaceId, set: values })
      .returning()
    const { isOn, address, model, tasks, moneyMost, tokensMost } = values
    return {
      result: present(row, 'the settings just written'),
      subject: { kind: 'assist', id: workspaceId },
      details: { isOn, address, model, tasks, moneyMost, tokensMost },
      events: [{ kind: 'team.changed' }],
    }
  })
}

/** Forgets address and key. The record of what was asked stays. */
export async function removeAssist(ctx: Context): Promise<void> {
  const { workspaceId } = ctx
  await change(ctx, 'assist.change', async (tx) => {
    const gone = await tx
      .delete(assistSettings)
      .where(eq(assistSettings.workspaceId, workspaceId))
      .returning({ id: assistSettings.workspaceId })
    return {
      result: undefined,
      subject: { kind: 'assist', id: workspaceId },
      details: { isRemoved: true },
      isSilent: gone.length === 0,
      events: [{ kind: 'team.changed' }],
    }
  })
}

export function isSameServer(one: string, other: string): boolean {
  return new URL(one).origin === new URL(other).origin
}

function assertBounded({ isOn, moneyMost, tokensMost, tasks, priceIn, priceOut }: Omit<AssistInput, 'key'>): void {
  if (!isOn) return
  if (moneyMost === null && tokensMost === null)
    throw new AppError('bad_input', 'Say what it may cost at most in a month, in money or in tokens.')
  if (tokensMost === null && priceIn === 0 && priceOut === 0)
    throw new AppError(
      'bad_input',
      'Without a price nothing is counted in money. Give the prices, or a most in tokens.',
    )
  if (tasks.length === 0) throw new AppError('bad_input', 'Choose at least one thing that the model may help with.')
}

/** A key that was given for one server is not sent to another. */
export function keyStays(): AppError {
  return new AppError('bad_input', {
    en: 'The address is that of another server. Give the key for it, or leave the key empty.',
    nl: 'Dit adres is van een andere server. Geef de sleutel ervoor, of laat de sleutel leeg.',
  })
}
