import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { App } from '#app.ts'
import { conversations } from '#db/tables/inbox.ts'
import { notices } from '#db/tables/notify.ts'
import { members, users, workspaces } from '#db/tables/team.ts'
import { conversationKey } from '#domain/conversation.ts'
import type { InterfaceLanguage } from '#domain/member.ts'
import type { NoticeKind, NoticeSettings } from '#domain/notice.ts'
import { settingsIn } from './notice-settings.ts'
import type { DeliveryRow } from './send-deliveries.ts'

/** One thing that is told, as it goes out. */
export type ToldLine = {
  kind: NoticeKind
  by: string | null
  name: string | null
  key: string | null
  title: string | null
}
export type Reader = {
  name: string
  email: string
  lang: InterfaceLanguage
  settings: NoticeSettings
  /** Where their workspace is: what leads there begins so. */
  home: string
}

/** What of a delivery is still to be told: for a person, only what they have not read in the program meanwhile. */
export async function readTold(app: App, { workspaceId, noticeIds, memberId }: DeliveryRow): Promise<ToldLine[]> {
  if (noticeIds.length === 0) return []
  const isNew = memberId === null ? undefined : isNull(notices.readAt)
  const rows = await app.db.inWorkspace(workspaceId, (tx) =>
    tx
      .select({
        kind: notices.kind,
        details: notices.details,
        number: conversations.number,
        title: conversations.title,
      })
      .from(notices)
      .leftJoin(conversations, eq(conversations.id, notices.conversationId))
      .where(and(inArray(notices.id, noticeIds), isNew))
      .orderBy(asc(notices.at), asc(notices.id)),
  )
  return rows.map(({ kind, details, number, title }) => ({
    kind,
    by: text(details.by),
    name: text(details.name) ?? text(details.department),
    key: number === null ? null : conversationKey(number),
    title,
  }))
}

/** Undefined for who is not here any more. */
export async function readReader(
  app: App,
  { workspaceId, memberId }: Pick<DeliveryRow, 'workspaceId' | 'memberId'>,
): Promise<Reader | undefined> {
  if (memberId === null) return undefined
  return app.db.asSystem(async (tx) => {
    const [row] = await tx
      .select({ name: members.name, email: users.email, lang: users.lang, slug: workspaces.slug })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(and(eq(members.id, memberId), eq(members.workspaceId, workspaceId), isNull(members.leftAt)))
    if (!row) return undefined
    const { name, email, slug } = row
    const lang = row.lang === 'nl' ? 'nl' : 'en'
    return { name, email, lang, settings: await settingsIn(tx, memberId), home: homeOf(slug) }
  })
}

/** Every address of a page names its workspace. */
export function homeOf(slug: string): string {
  return `/w/${slug}`
}

/** For what goes to nobody in particular. */
export async function readHome(app: App, workspaceId: string): Promise<string> {
  const [row] = await app.db.asSystem((tx) =>
    tx.select({ slug: workspaces.slug }).from(workspaces).where(eq(workspaces.id, workspaceId)),
  )
  return homeOf(row?.slug ?? workspaceId)
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
