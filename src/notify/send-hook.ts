import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { hooks } from '#db/tables/notify.ts'
import { members } from '#db/tables/team.ts'
import type { HookKind } from '#domain/notice.ts'
import type { Context } from '#team/context.ts'
import { failureOf } from './failure-of.ts'
import { giveNotices } from './give-notices.ts'
import { sentenceForAll } from './notice-sentences.ts'
import type { Outcome } from './outcome.ts'
import { readHome, readTold } from './read-told.ts'
import { type HookRow, openUrl } from './save-hook.ts'
import type { DeliveryRow } from './send-deliveries.ts'

/** After so many failures in a row it is turned off, and those who set it up are told. */
export const failuresMax = 5
const linesMax = 20
const saidMax = 200

/** What a channel is told: a sentence of ours and a link. Nothing of what the public wrote, and no name of theirs. */
export type HookLine = { text: string; key: string | null; url: string }

export async function sendHook(app: App, row: DeliveryRow, signal: AbortSignal): Promise<Outcome> {
  const [hook] = await app.db.asSystem((tx) => tx.select().from(hooks).where(eq(hooks.id, row.targetId)))
  const told = await readTold(app, row)
  if (!hook || hook.stoppedAt || told.length === 0) return { kind: 'dropped' }
  const home = app.publicUrl + (await readHome(app, row.workspaceId))
  const lines = told.slice(0, linesMax).map((line) => ({
    text: sentenceForAll(line, hook.lang),
    key: line.key,
    url: home + (line.key ? `/c/${line.key}` : '/inbox/all'),
  }))
  return postTo(app, { hook, lines, signal })
}

/** To see on the spot whether it works; it counts as any other. */
export async function postTo(
  app: App,
  { hook, lines, signal }: { hook: HookRow; lines: readonly HookLine[]; signal: AbortSignal },
): Promise<Outcome> {
  const outcome = await post(app, { hook, lines, signal })
  const at = app.clock.now()
  const ctx: Context = { app, workspaceId: hook.workspaceId, actor: { kind: 'system', part: 'clock' } }
  await app.db.inWorkspace(hook.workspaceId, async (tx) => {
    if (!('why' in outcome)) {
      await tx.update(hooks).set({ failures: 0, trouble: null, sentAt: at }).where(eq(hooks.id, hook.id))
      return
    }
    const [row] = await tx
      .update(hooks)
      .set({ failures: sql`${hooks.failures} + 1`, trouble: { ...outcome.why, at: at.toISOString() } })
      .where(and(eq(hooks.id, hook.id), isNull(hooks.stoppedAt)))
      .returning({ failures: hooks.failures })
    if (!row || row.failures < failuresMax) return
    await tx.update(hooks).set({ stoppedAt: at }).where(eq(hooks.id, hook.id))
    const admins = await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.workspaceId, hook.workspaceId), inArray(members.role, ['admin', 'owner'])))
    const memberIds = admins.map(({ id }) => id)
    await giveNotices(tx, ctx, { memberIds, conversationId: null, kind: 'hook_stopped', details: { name: hook.name } })
  })
  return outcome
}

type Posting = { hook: HookRow; lines: readonly HookLine[]; signal: AbortSignal }

async function post(app: App, { hook, lines, signal }: Posting): Promise<Outcome> {
  const { fetch } = app.connectorContext(signal, hook.workspaceId)
  try {
    const answered = await fetch(openUrl(app, hook), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(bodyOf[hook.kind](lines)),
      redirect: 'error',
    })
    const said = (await answered.text()).slice(0, saidMax)
    return answered.ok ? { kind: 'sent' } : refused(answered.status, hook.host, said)
  } catch (error) {
    return failureOf(app, error)
  }
}

function refused(status: number, host: string, said: string): Outcome {
  const kind = status === 429 || status >= 500 ? 'again' : 'never'
  const reason = said === '' ? String(status) : `${status}: ${said}`
  return {
    kind,
    why: {
      en: `${host} does not take it (${reason}). Is the webhook still there?`,
      nl: `${host} neemt het niet aan (${reason}). Bestaat de webhook nog?`,
    },
  }
}

/** As each wants it. https://docs.slack.dev/messaging/formatting-message-text, https://developers.mattermost.com/integrate/webhooks/incoming, and
 * for Teams a workflow "when a webhook request is received", which takes adaptive cards: its connectors of old are retired. */
export const bodyOf: Record<HookKind, (lines: readonly HookLine[]) => unknown> = {
  slack: (lines) => ({ text: lines.map((line) => `${slackText(line.text)}${slackLink(line)}`).join('\n') }),
  mattermost: (lines) => ({
    text: lines.map(({ text, key, url }) => `${markdown(text)} [${key ?? 'Wederhoor'}](${url})`).join('\n'),
  }),
  teams: (lines) => ({
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        contentUrl: null,
        content: {
          $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
          type: 'AdaptiveCard',
          version: '1.4',
          body: lines.map(({ text, key, url }) => ({
            type: 'TextBlock',
            text: `${markdown(text)} [${key ?? 'Wederhoor'}](${url})`,
            wrap: true,
          })),
        },
      },
    ],
  }),
}

const slackLink = ({ key, url }: HookLine): string => ` <${url}|${key ?? 'Wederhoor'}>`

function slackText(text: string): string {
  return text.replace(/[&<>]/gu, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign)
}

/** Names are people's own: nothing in them is to be drawn, and nobody is to be called by them (`@all`). */
function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#|~]/gu, '\\$&').replaceAll('@', '@\u200b')
}
