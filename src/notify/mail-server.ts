import { eq, sql } from 'drizzle-orm'
import nodemailer from 'nodemailer'
import type { App } from '#app.ts'
import { isAddress, plainHost } from '#base/address-rules.ts'
import { second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { FetchFailed } from '#base/fetch-failed.ts'
import { mailServers } from '#db/tables/notify.ts'
import type { MailSecurity, Trouble } from '#domain/notice.ts'
import { change } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import { failureOf } from './failure-of.ts'
import type { Outcome, Words } from './outcome.ts'

export type MailServerRow = typeof mailServers.$inferSelect
export type MailServerInput = {
  host: string
  port: number
  security: MailSecurity
  username: string
  /** Not given: the one that is kept. */
  password?: string
  sender: string
}
export type Letter = {
  id: string
  to: string
  subject: string
  text: string
  html: string
  attachments?: readonly { filename: string; contentType: string; content: Buffer }[]
}

const waitMs = 10 * second

export async function readMailServer(ctx: Context): Promise<MailServerRow | null> {
  const [row] = await ctx.app.db.inWorkspace(ctx.workspaceId, (tx) =>
    tx.select().from(mailServers).where(eq(mailServers.workspaceId, ctx.workspaceId)),
  )
  return row ?? null
}

export async function saveMailServer(ctx: Context, input: MailServerInput): Promise<void> {
  const { password, ...rest } = input
  const { workspaceId } = ctx
  await change(ctx, 'mail.change', async (tx) => {
    const sealed = password ? ctx.app.secrets.seal(password, 'notify', placeOf(workspaceId)) : null
    // The password belongs to that server: to another one it is not told.
    const kept = sql`case when ${mailServers.host} = excluded.host and ${mailServers.username} = excluded.username then ${mailServers.password} end`
    await tx
      .insert(mailServers)
      .values({ workspaceId, ...rest, password: sealed })
      .onConflictDoUpdate({
        target: mailServers.workspaceId,
        set: { ...rest, password: password === undefined ? kept : sealed, trouble: null },
      })
    return {
      result: undefined,
      subject: { kind: 'workspace', id: workspaceId },
      details: { host: rest.host },
      events: [{ kind: 'team.changed' }],
    }
  })
}

export async function removeMailServer(ctx: Context): Promise<void> {
  const { workspaceId } = ctx
  await change(ctx, 'mail.change', async (tx) => {
    await tx.delete(mailServers).where(eq(mailServers.workspaceId, workspaceId))
    return { result: undefined, subject: { kind: 'workspace', id: workspaceId }, events: [{ kind: 'team.changed' }] }
  })
}

/** Sends one letter over the workspace's own server, and keeps what went wrong with it. Undefined where there is none. */
export async function mail(app: App, workspaceId: string, letter: Letter): Promise<Outcome> {
  const [row] = await app.db.asSystem((tx) =>
    tx.select().from(mailServers).where(eq(mailServers.workspaceId, workspaceId)),
  )
  if (!row) return { kind: 'dropped' }
  const outcome = await post(app, row, letter)
  const at = app.clock.now()
  const trouble: Trouble | null = 'why' in outcome ? { ...outcome.why, at: at.toISOString() } : null
  await app.db.asSystem((tx) =>
    tx
      .update(mailServers)
      .set(outcome.kind === 'sent' ? { trouble, sentAt: at } : { trouble })
      .where(eq(mailServers.workspaceId, workspaceId)),
  )
  return outcome
}

async function post(app: App, row: MailServerRow, { id, ...letter }: Letter): Promise<Outcome> {
  const { host, port, security, username, password, sender, workspaceId } = row
  try {
    const address = await app.resolveHost(host, workspaceId)
    const transport = nodemailer.createTransport({
      host: address,
      port,
      secure: security === 'tls',
      requireTLS: security === 'starttls',
      ignoreTLS: security === 'none',
      // The name, not the address it was looked up at, is what the certificate must be of.
      tls: isAddress(plainHost(host)) ? {} : { servername: host },
      connectionTimeout: waitMs,
      greetingTimeout: waitMs,
      socketTimeout: waitMs,
      disableFileAccess: true,
      disableUrlAccess: true,
      ...(username
        ? { auth: { user: username, pass: password ? app.secrets.open(password, 'notify', placeOf(workspaceId)) : '' } }
        : {}),
    })
    // Sent twice after a crash it has the same id, by which programs for mail know it.
    const messageId = `<${id}@${new URL(app.publicUrl).hostname}>`
    const headers = { 'Auto-Submitted': 'auto-generated' }
    await transport.sendMail({
      ...letter,
      attachments: [...(letter.attachments ?? [])],
      from: sender,
      messageId,
      headers,
    })
    return { kind: 'sent' }
  } catch (error) {
    const isBefore = error instanceof FetchFailed || error instanceof AppError
    return isBefore ? failureOf(app, error) : meant(error, row)
  }
}

/** What the server or the way to it said, in words that say what to change. */
function meant(error: unknown, { host, port }: MailServerRow): Outcome {
  const { code = '', responseCode = 0, response = '' } = error as Problem
  const said = response.slice(0, saidMax)
  if (code === 'EAUTH') return { kind: 'never', why: badLogin(host, said) }
  if (responseCode >= 500) return { kind: 'never', why: refused(host, said) }
  if (responseCode >= 400) return { kind: 'again', why: refused(host, said) }
  if (/TLS|CERT|SELF_SIGNED|ESOCKET/u.test(code)) return { kind: 'again', why: badTls(host) }
  return { kind: 'again', why: away(host, port) }
}

type Problem = { code?: string; responseCode?: number; response?: string }
const saidMax = 200

const badLogin = (host: string, said: string): Words => ({
  en: `${host} does not take this user name and password. It says: ${said}`,
  nl: `${host} neemt deze gebruikersnaam en dit wachtwoord niet aan. Het zegt: ${said}`,
})
const refused = (host: string, said: string): Words => ({
  en: `${host} does not take the letter. It says: ${said}`,
  nl: `${host} neemt de e-mail niet aan. Het zegt: ${said}`,
})
const badTls = (host: string): Words => ({
  en: `No safe connection with ${host} came about. Is the choice of encryption right, is it reachable, and is its certificate valid?`,
  nl: `Er kwam geen veilige verbinding met ${host} tot stand. Klopt de keuze voor versleuteling, is de server bereikbaar en is het certificaat geldig?`,
})
const away = (host: string, port: number): Words => ({
  en: `${host} does not answer on port ${port}. Are host and port right?`,
  nl: `${host} antwoordt niet op poort ${port}. Kloppen host en poort?`,
})

function placeOf(workspaceId: string): string {
  return `${workspaceId}/mail`
}
