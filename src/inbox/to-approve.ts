import { type SQL, sql } from 'drizzle-orm'
import { approverRoles, usualApprovals } from '#domain/approval.ts'
import { isAtLeast, type Role } from '#domain/role.ts'

type Reader = { workspaceId: string; member: { id: string; role: Role } }

/** The conversations in which an answer waits that this member may approve. Few at a time: an index has only what waits. */
export function toApprove(reader: Reader): SQL {
  return sql`select ap.conversation_id from approvals ap
    where ap.workspace_id = ${reader.workspaceId} and ap.outcome is null and ${mayDecide(reader)}`
}

/** Who asks, since when, and whether it is this member who may say so; of several that waits longest which is theirs to decide. */
export function askedIn(reader: Reader): SQL {
  return sql`select jsonb_build_object('by', case when am.id is null then null else jsonb_build_object('id', am.id, 'name', am.name) end,
      'askedAt', ap.asked_at, 'mayDecide', coalesce(${mayDecide(reader)}, false))
    from approvals ap left join members am on am.id = ap.asked_by
    where ap.workspace_id = ${reader.workspaceId} and ap.conversation_id = c.id and ap.outcome is null
    order by coalesce(${mayDecide(reader)}, false) desc, ap.asked_at limit 1`
}

/** `mayApprove` as a condition on a row `ap` that still waits; a test asks both about the same people. */
function mayDecide({ workspaceId, member }: Reader): SQL {
  if (!isAtLeast(member.role, 'member')) return sql`false`
  const next = sql`coalesce((select av.settings->'nextApprovers' from approval_versions av
    where av.workspace_id = ${workspaceId} order by av.number desc limit 1), ${JSON.stringify(usualApprovals.nextApprovers)}::jsonb)`
  return sql`(ap.asked_by is distinct from ${member.id}
    and (${isAmong(sql`ap.approvers`, member)} or (ap.is_late and ${isAmong(next, member)})))`
}

function isAmong(approvers: SQL, { id, role }: Reader['member']): SQL {
  const roles = approverRoles.filter((least) => isAtLeast(role, least))
  const leads = isAtLeast(role, 'lead')
    ? sql`${approvers}->>'departmentId' in (select dm.department_id::text from department_members dm where dm.member_id = ${id})`
    : sql`false`
  return sql`coalesce(${approvers}->>'roleLeast' = any(${`{${roles.join(',')}}`}::text[])
    or ${approvers}->'memberIds' @> to_jsonb(${id}::text) or ${leads}, false)`
}
