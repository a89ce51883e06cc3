import { eq } from 'drizzle-orm'
import { present } from '#base/assert.ts'
import { alertSettings } from '#db/tables/alerts.ts'
import type { AlertSensitivity } from '#domain/alert.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'

export type AlertSettings = { isOn: boolean; sensitivity: AlertSensitivity }

export async function readAlertSettings(ctx: Context): Promise<AlertSettings> {
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx
      .select({ isOn: alertSettings.isOn, sensitivity: alertSettings.sensitivity })
      .from(alertSettings)
      .where(eq(alertSettings.workspaceId, ctx.workspaceId)),
  )
  return row ?? { isOn: true, sensitivity: 'usual' }
}

/** Only what is given. While it is off nobody looks, and what was open stays as it was. */
export async function changeAlertSettings(ctx: Context, asked: Partial<AlertSettings>): Promise<AlertSettings> {
  return change(ctx, 'alert.settings', async (tx) => {
    const { workspaceId } = ctx
    const [row] = await tx
      .insert(alertSettings)
      .values({ workspaceId, ...asked })
      .onConflictDoUpdate({ target: alertSettings.workspaceId, set: { workspaceId, ...asked } })
      .returning()
    const { isOn, sensitivity } = present(row, 'the settings just written')
    const result = { isOn, sensitivity }
    return {
      result,
      subject: { kind: 'workspace', id: workspaceId },
      details: result,
      events: [{ kind: 'alert.changed' }],
    }
  })
}
