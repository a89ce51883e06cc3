import { z } from 'zod'
import { effectDaysMax } from '#domain/answer-effect.ts'
import { joinMinutesMax } from '#domain/conversation.ts'
import { capacityMax, distributions } from '#domain/distribution.ts'
import { roleSchema } from '#domain/member.ts'
import { undoSecondsMax } from '#domain/reply.ts'
import { slugSchema } from '#domain/slug.ts'
import { byId, email, name, nothing } from './common-shapes.ts'
import { openingHoursInput } from './hours-shapes.ts'
import { houseStyleShape } from './house-style-shapes.ts'
import { promiseRulesInput } from './promise-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'
import { silenceReasonsInput } from './silence-shapes.ts'

/** The workspace, its departments and its members. */
export const teamRoutes = {
  'PATCH /api/workspace': {
    who: 'member',
    says: 'Settings of the workspace.',
    body: z.object({
      name: name.optional(),
      /** Its name in addresses; the one before leads on. */
      slug: slugSchema.optional(),
      brands: z.array(name).max(50).optional(),
      undoSeconds: z.int().min(0).max(undoSecondsMax).optional(),
      /** For answers that leave from now on. */
      effectDays: z.int().min(1).max(effectDaysMax).optional(),
      joinMinutes: z.int().min(1).max(joinMinutesMax).nullable().optional(),
      promiseMinutes: shape.workspaceShape.shape.promiseMinutes.optional(),
      openingHours: openingHoursInput.nullable().optional(),
      coordinatorId: shape.id.nullable().optional(),
      promiseRules: promiseRulesInput.optional(),
      houseStyle: houseStyleShape.optional(),
      /** In their order. One that is left out is retired, not removed. */
      silenceReasons: silenceReasonsInput.optional(),
    }),
    answer: shape.workspaceShape,
  },
  'GET /api/members': {
    who: 'member',
    says: 'Everybody here.',
    answer: z.object({ members: z.array(shape.memberShape), invitations: z.array(shape.invitationShape) }),
  },
  'PATCH /api/members/{id}': {
    who: 'member',
    says: 'Role and departments of a member, and whether they are away.',
    params: byId,
    body: z.object({
      role: roleSchema.optional(),
      departmentIds: z.array(shape.id).max(100).optional(),
      isAway: z.boolean().optional(),
    }),
    answer: shape.memberShape,
  },
  'PUT /api/me/away': {
    who: 'member',
    says: 'Away or back again: to who is away nothing is given.',
    body: z.object({ isAway: z.boolean() }),
    answer: nothing,
  },
  'DELETE /api/members/{id}': {
    who: 'member',
    says: 'A member leaves. What they wrote stays; their open conversations go back to "no owner yet".',
    params: byId,
    answer: nothing,
  },
  'POST /api/invitations': {
    who: 'member',
    says: 'Invite a colleague; the link is in the answer, once.',
    body: z.object({ email, role: roleSchema, departmentIds: z.array(shape.id).max(100).default([]) }),
    answer: shape.invitationShape,
  },
  'DELETE /api/invitations/{id}': { who: 'member', says: 'Withdraw an invitation.', params: byId, answer: nothing },
  'GET /api/departments': { who: 'member', says: 'The departments.', answer: z.array(shape.departmentShape) },
  'POST /api/departments': {
    who: 'member',
    says: 'A new department.',
    body: z.object({
      name,
      memberIds: z.array(shape.id).max(500).default([]),
      distribution: z.enum(distributions).default('free'),
    }),
    answer: shape.departmentShape,
  },
  'PATCH /api/departments/{id}': {
    who: 'member',
    says: 'Name and members of a department, and how its work is given out.',
    params: byId,
    body: z.object({
      name: name.optional(),
      memberIds: z.array(shape.id).max(500).optional(),
      distribution: z.enum(distributions).optional(),
      capacities: z.record(shape.id, z.int().min(1).max(capacityMax).nullable()).optional(),
    }),
    answer: shape.departmentShape,
  },
  'DELETE /api/departments/{id}': {
    who: 'member',
    says: 'Remove a department; its conversations and topics stay, without one.',
    params: byId,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
