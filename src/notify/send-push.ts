import { eq } from 'drizzle-orm'
import webPush from 'web-push'
import type { App } from '#app.ts'
import { pushDevices } from '#db/tables/notify.ts'
import type { Trouble } from '#domain/notice.ts'
import { type DeviceRow, openSubscription } from './change-device.ts'
import { failureOf } from './failure-of.ts'
import { headlineOf } from './notice-sentences.ts'
import type { Outcome } from './outcome.ts'
import { pushKeys } from './own-keys.ts'
import { type Reader, readReader, readTold, type ToldLine } from './read-told.ts'
import type { DeliveryRow } from './send-deliveries.ts'
import { toldPath } from './told-path.ts'

/** A push that nobody could take within a day has had its time. */
const ttlSeconds = 86_400
const shownMax = 5
const textMax = 240

/** What the service worker shows (web/worker/sw.ts). */
export type Pushed = { title: string; text: string; path: string; tag: string; isLoud: boolean }

/** To one browser, encrypted so that only it can read it (RFC 8291). An address that is gone is forgotten. */
export async function sendPush(app: App, row: DeliveryRow, signal: AbortSignal): Promise<Outcome> {
  const [device] = await app.db.asSystem((tx) => tx.select().from(pushDevices).where(eq(pushDevices.id, row.targetId)))
  const reader = await readReader(app, row)
  const lines = await readTold(app, row)
  if (!device || !reader || lines.length === 0) return { kind: 'dropped' }
  return pushTo(app, { device, pushed: pushedOf(row, { reader, lines }), signal })
}

/** To see on the spot whether it works. */
export async function pushTo(
  app: App,
  { device, pushed, signal }: { device: DeviceRow; pushed: Pushed; signal: AbortSignal },
): Promise<Outcome> {
  const outcome = await post(app, { device, pushed, signal })
  if (outcome.kind === 'dropped')
    await app.db.asSystem((tx) => tx.delete(pushDevices).where(eq(pushDevices.id, device.id)))
  else {
    const at = app.clock.now()
    const trouble: Trouble | null = 'why' in outcome ? { ...outcome.why, at: at.toISOString() } : null
    const kept = outcome.kind === 'sent' ? { trouble, sentAt: at } : { trouble }
    await app.db.asSystem((tx) => tx.update(pushDevices).set(kept).where(eq(pushDevices.id, device.id)))
  }
  return outcome
}

function pushedOf(row: DeliveryRow, { reader, lines }: { reader: Reader; lines: readonly ToldLine[] }): Pushed {
  const keys = [...new Set(lines.flatMap(({ key }) => key ?? []))]
  const paths = [...new Set(lines.flatMap((line) => toldPath(line) ?? []))]
  const about = lines.map((line) => (reader.settings.showsText && line.title ? `${line.key}: ${line.title}` : line.key))
  const text = [...new Set(about.filter((one) => one !== null))].slice(0, shownMax).join('\n')
  return {
    title: headlineOf(lines, reader.lang),
    text: text.slice(0, textMax),
    path: reader.home + (paths.length === 1 ? paths[0] : keys.length === 1 ? `/c/${keys[0]}` : '/inbox/mine'),
    tag: row.bundle,
    isLoud: row.level === 'page',
  }
}

type Posting = { device: DeviceRow; pushed: Pushed; signal: AbortSignal }

async function post(app: App, { device, pushed, signal }: Posting): Promise<Outcome> {
  const subscription = openSubscription(app, device)
  const keys = await pushKeys(app)
  const details = webPush.generateRequestDetails(subscription, JSON.stringify(pushed), {
    TTL: ttlSeconds,
    urgency: pushed.isLoud ? 'high' : 'normal',
    vapidDetails: { subject: subjectOf(app), ...keys },
  })
  const { 'Content-Length': _, ...headers } = details.headers as Record<string, string>
  const { fetch } = app.connectorContext(signal, device.workspaceId)
  try {
    const answered = await fetch(details.endpoint, {
      method: 'POST',
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(details.body ?? Buffer.alloc(0)),
      redirect: 'error',
    })
    await answered.body?.cancel()
    return meant(answered.status, new URL(details.endpoint).hostname)
  } catch (error) {
    return failureOf(app, error)
  }
}

/** Of RFC 8030: gone is gone; too many, and troubles of its own, pass; what is refused stays refused. */
function meant(status: number, host: string): Outcome {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'dropped' }
  const why = {
    en: `${host} does not take the push (${status}). Turn pushes off and on again on that device.`,
    nl: `${host} neemt de pushmelding niet aan (${status}). Zet meldingen op dat apparaat uit en weer aan.`,
  }
  return { kind: status === 429 || status >= 500 ? 'again' : 'never', why }
}

/** Push services want to know whom to ask: an address over TLS, or one of mail. */
function subjectOf({ publicUrl }: App): string {
  return publicUrl.startsWith('https:') ? publicUrl : 'mailto:wederhoor@localhost.invalid'
}
