import { z } from 'zod'
import { voices } from '#domain/promotion/promotion-settings.ts'
import { byId, nothing } from './common-shapes.ts'
import { communityRulesShape, communityShape, gateGroundShape, promotionSettingsShape } from './promotion-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const days = z.coerce.number().int().min(1).max(365).default(30)
const counts = z.object({ answers: z.int(), promotions: z.int(), unasked: z.int(), overridden: z.int() })

/** What may promote, how often it does, and what holds where. */
export const promotionRoutes = {
  'GET /api/promotion': {
    who: 'member',
    says: 'The settings of the promotion gate, the communities we speak in or wrote rules for, and as whom each account speaks.',
    answer: z.object({
      settings: promotionSettingsShape,
      communities: z.array(
        z.object({
          community: communityShape,
          networkName: z.string(),
          rules: communityRulesShape,
          /** Written by people here; otherwise they are those of the network. */
          isOwn: z.boolean(),
          /** What the network itself says, and where. */
          network: z.object({ says: shape.words, source: z.string() }).nullable(),
        }),
      ),
      accounts: z.array(
        z.object({
          id: shape.id,
          handle: z.string(),
          name: z.string(),
          networkName: z.string(),
          voice: z.enum(voices),
          /** By its name; nobody said so. */
          isGuessed: z.boolean(),
        }),
      ),
    }),
  },
  'PUT /api/promotion': {
    who: 'member',
    says: 'Set the promotion gate, whole.',
    body: promotionSettingsShape,
    answer: nothing,
  },
  'PUT /api/promotion/communities': {
    who: 'member',
    says: 'What holds in one community. Null gives it the rules of its network again.',
    body: z.object({ community: communityShape, rules: communityRulesShape.nullable() }),
    answer: nothing,
  },
  'GET /api/promotion/shares': {
    who: 'member',
    says: 'How much of what we answered promoted, within so many days: by community with its bound, and by department. Persons are not ranked.',
    query: z.object({ days }),
    answer: z.object({
      total: counts,
      communities: z.array(
        counts.extend({ community: communityShape, networkName: z.string(), oneIn: z.int(), isOver: z.boolean() }),
      ),
      departments: z.array(counts.extend({ department: z.object({ id: shape.id, name: z.string() }).nullable() })),
    }),
  },
  'GET /api/promotion/answers': {
    who: 'member',
    says: 'The answers that promoted or were sent although something stopped them, the newest first, at most 100.',
    query: z.object({
      days,
      network: z.string().max(64).optional(),
      place: z.string().max(300).optional(),
      departmentId: shape.id.optional(),
    }),
    answer: z.array(
      z.object({
        id: shape.id,
        conversation: z.object({ id: shape.id, key: z.string() }),
        text: z.string(),
        at: shape.at,
        by: shape.personShape,
        community: communityShape,
        isPromotional: z.boolean(),
        isUnasked: z.boolean(),
        override: shape.overrideShape.nullable(),
      }),
    ),
  },
  'GET /api/conversations/{id}/gate': {
    who: 'member',
    says: 'All that the promotion gate counts around an answer to this message: the pages judge by it before sending.',
    params: byId,
    query: z.object({ mentionId: shape.id }),
    answer: gateGroundShape,
  },
} as const satisfies Record<string, Route>
