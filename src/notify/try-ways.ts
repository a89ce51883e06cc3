import { and, eq } from 'drizzle-orm'
import { AppError } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import { hooks, pushDevices } from '#db/tables/notify.ts'
import { assertMay } from '#team/change.ts'
import { type Context, memberOf } from '#team/context.ts'
import { mail } from './mail-server.ts'
import type { Outcome, Words } from './outcome.ts'
import { readHome, readReader } from './read-told.ts'
import { tryMs } from './send-deliveries.ts'
import { postTo } from './send-hook.ts'
import { pushTo } from './send-push.ts'
import { letterOf } from './write-letter.ts'

export type Tried = { isSent: boolean; why: Words | null }

const trial: Words = {
  en: 'This is a trial of Wederhoor. It works.',
  nl: 'Dit is een proef van Wederhoor. Het werkt.',
}

/** To one of my own browsers. @throws AppError `not_found` */
export async function tryDevice(ctx: Context, id: string): Promise<Tried> {
  const { app, workspaceId } = ctx
  const { id: memberId } = memberOf(ctx)
  const [device] = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select()
      .from(pushDevices)
      .where(and(eq(pushDevices.id, id), eq(pushDevices.memberId, memberId))),
  )
  const reader = await readReader(app, { workspaceId, memberId })
  if (!device || !reader) throw new AppError('not_found', 'This device is not here any more.')
  const pushed = {
    title: 'Wederhoor',
    text: trial[reader.lang],
    path: `${reader.home}/settings/notifications`,
    tag: 'trial',
    isLoud: false,
  }
  return toTried(await pushTo(app, { device, pushed, signal: AbortSignal.timeout(tryMs) }), goneDevice)
}

/** To whoever asks for it. @throws AppError `not_allowed` */
export async function tryMail(ctx: Context): Promise<Tried> {
  assertMay(ctx, 'mail.change')
  const { app, workspaceId } = ctx
  const reader = await readReader(app, { workspaceId, memberId: memberOf(ctx).id })
  if (!reader) throw new AppError('not_found', 'This member is not here any more.')
  const lines = [{ text: trial[reader.lang], path: '/settings/mail' }]
  const letter = letterOf(app, { id: newId(), subject: 'Wederhoor', lead: '', lines, reader })
  return toTried(await mail(app, workspaceId, letter), noServer)
}

/** @throws AppError `not_allowed`, `not_found` */
export async function tryHook(ctx: Context, id: string): Promise<Tried> {
  assertMay(ctx, 'hook.save')
  const { app, workspaceId } = ctx
  const [hook] = await app.db.inWorkspace(workspaceId, (tx) => tx.select().from(hooks).where(eq(hooks.id, id)))
  if (!hook) throw new AppError('not_found', 'This webhook is not here any more.')
  const lines = [
    { text: trial[hook.lang], key: null, url: `${app.publicUrl}${await readHome(app, workspaceId)}/inbox/all` },
  ]
  return toTried(await postTo(app, { hook, lines, signal: AbortSignal.timeout(tryMs) }), noServer)
}

function toTried(outcome: Outcome, gone: Words): Tried {
  if ('why' in outcome) return { isSent: false, why: outcome.why }
  return outcome.kind === 'sent' ? { isSent: true, why: null } : { isSent: false, why: gone }
}

const goneDevice: Words = {
  en: 'This browser does not take pushes from here any more, so it was taken from the list. Turn them on there again.',
  nl: 'Deze browser neemt hier geen meldingen meer van aan en is daarom van de lijst gehaald. Zet ze daar weer aan.',
}
const noServer: Words = {
  en: 'There is no server for e-mail yet. Save one first.',
  nl: 'Er is nog geen server voor e-mail. Bewaar er eerst een.',
}
