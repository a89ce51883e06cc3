import { and, eq, isNull, sql } from 'drizzle-orm'
import type { App } from '#app.ts'
import { day } from '#base/clock.ts'
import { notices } from '#db/tables/notify.ts'

/** What somebody should know at the end of a day, in figures. */
export type Digest = {
  open: number
  mine: number
  near: number
  broken: number
  asked: number
  answered: number
  unread: number
}

type Of = { workspaceId: string; memberId: string; from: Date; to: Date }

/** `from` and `to` are yesterday: what was answered then. Near is what must be answered within a day. */
export async function readDigest(app: App, { workspaceId, memberId, from, to }: Of): Promise<Digest> {
  const now = app.clock.now()
  const soon = new Date(now.getTime() + day).toISOString()
  return app.db.inWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<Omit<Digest, 'unread'>>(sql`
      select count(*) filter (where c.state = 'open')::int as open,
        count(*) filter (where c.state = 'open' and c.owner_id = ${memberId})::int as mine,
        count(*) filter (where c.state = 'open' and c.due_at > ${now.toISOString()} and c.due_at <= ${soon})::int as near,
        count(*) filter (where c.state = 'open' and c.due_at <= ${now.toISOString()})::int as broken,
        (select count(*)::int from parties p join conversations a on a.id = p.conversation_id and a.state = 'open'
          where p.workspace_id = ${workspaceId} and p.kind = 'consulted' and p.answered_at is null and (p.member_id = ${memberId}
            or p.department_id in (select department_id from department_members where member_id = ${memberId}))) as asked,
        (select count(*)::int from replies r where r.workspace_id = ${workspaceId} and r.state = 'sent'
          and r.settled_at >= ${from.toISOString()} and r.settled_at < ${to.toISOString()}) as answered
      from conversations c where c.workspace_id = ${workspaceId} and c.state = 'open'`)
    const isMine = and(eq(notices.workspaceId, workspaceId), eq(notices.memberId, memberId), isNull(notices.readAt))
    const unread = await tx.$count(notices, isMine)
    const [figures] = rows
    return { ...{ open: 0, mine: 0, near: 0, broken: 0, asked: 0, answered: 0 }, ...figures, unread }
  })
}
