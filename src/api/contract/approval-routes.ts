import { z } from 'zod'
import { approvalAlls, approvalNoteMax } from '#domain/approval.ts'
import { approvalSettingsSchema } from '#domain/approval-input.ts'
import { needShape } from './approval-shapes.ts'
import { byId } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const settings = z.object({
  /** 0 where nobody changed anything yet. */
  version: z.int(),
  settings: approvalSettingsSchema,
  by: shape.personShape.nullable(),
  at: shape.at.nullable(),
})

/** Which answers need a second pair of eyes, and whose; and what those say. */
export const approvalRoutes = {
  'GET /api/approvals': { who: 'member', says: 'Which answers need approval, and whose.', answer: settings },
  'GET /api/approvals/versions': {
    who: 'member',
    says: 'What held when, newest first: the last thirty.',
    answer: z.object({ items: z.array(settings) }),
  },
  'PUT /api/approvals': {
    who: 'member',
    says: 'Change that. Refused (409) when somebody else changed it since `basedOn`.',
    body: z.object({ settings: approvalSettingsSchema, basedOn: z.int().min(0) }),
    answer: settings,
  },
  'PUT /api/approvals/all': {
    who: 'member',
    says: 'The one switch for bad days: every answer needs approval always, while the house style says there is an incident, or never. The rules hold beside it.',
    body: z.object({ all: z.enum(approvalAlls) }),
    answer: settings,
  },
  'GET /api/conversations/{id}/approval': {
    who: 'member',
    says: 'Whether what I would answer here, as this account, needs approval: why, and whose. Null when it does not.',
    params: byId,
    query: z.object({ accountId: shape.id.optional() }),
    answer: z.object({ need: needShape }),
  },
  'POST /api/replies/{id}/approval': {
    who: 'member',
    says: 'Approve an answer of somebody else and reject what waits beside it; ask for changes; reject it; each of these for all of its pile when asked so; or take an approval back before it leaves. Refused (409) when it is not what was looked at: `askId` is the asking that was seen.',
    params: byId,
    body: z.discriminatedUnion('what', [
      z.object({
        what: z.literal('approve'),
        askId: shape.id,
        rejectsOthers: z.boolean().default(false),
        isForPile: z.boolean().default(false),
      }),
      z.object({
        what: z.literal('ask_changes'),
        askId: shape.id,
        note: z.string().trim().min(1).max(approvalNoteMax),
        isForPile: z.boolean().default(false),
      }),
      z.object({
        what: z.literal('reject'),
        askId: shape.id,
        note: z.string().trim().max(approvalNoteMax).default(''),
        isForPile: z.boolean().default(false),
      }),
      z.object({ what: z.literal('take_back'), askId: shape.id, isForPile: z.boolean().default(false) }),
    ]),
    answer: shape.replyShape,
  },
} as const satisfies Record<string, Route>
