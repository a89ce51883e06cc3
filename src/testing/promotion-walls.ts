import { plainRules } from '#domain/promotion/community.ts'
import { plainPromotion } from '#domain/promotion/promotion-settings.ts'
import { annotationWalls } from './annotation-walls.ts'
import type { Question } from './api-house.ts'
import { pledgeWalls } from './people-walls.ts'
import type { Things } from './workspace-things.ts'

type Ids = Readonly<Record<string, string>>
type Wall = {
  least: 'observer' | 'member' | 'admin'
  places?: Readonly<Record<string, keyof Things | 'mention'>>
  ask?: (id: Ids) => Question
  stranger?: number
  own?: (role: string) => number
}

const community = { network: 'key', place: '', name: 'Key' }

/** Who may say what promotes too much, and who may see how much it was. */
const promotionWalls = {
  'GET /api/promotion': { least: 'observer' },
  'PUT /api/promotion': { least: 'admin', ask: () => ({ body: plainPromotion }) },
  'PUT /api/promotion/communities': { least: 'admin', ask: () => ({ body: { community, rules: plainRules } }) },
  'GET /api/reports/costs': { least: 'observer', ask: () => ({ query: { from: '2026-11-01', to: '2026-11-28' } }) },
  'PUT /api/reports/costs': {
    least: 'admin',
    ask: () => ({ body: { currency: 'EUR', hourCost: 40, sourceCosts: {} } }),
  },
  'GET /api/promotion/shares': { least: 'observer', ask: () => ({ query: { days: '30' } }) },
  'GET /api/promotion/answers': {
    least: 'observer',
    places: { departmentId: 'department' },
    ask: ({ departmentId }) => ({ query: { days: '30', departmentId: departmentId ?? '' } }),
    stranger: 200, // A department that is not here answered nothing here.
  },
  'GET /api/conversations/{id}/gate': {
    least: 'observer',
    places: { id: 'conversation', mentionId: 'mention' },
    ask: ({ id, mentionId }) => ({ params: { id: id ?? '' }, query: { mentionId: mentionId ?? '' } }),
  },
} as const satisfies Record<string, Wall>

/** What we may say, what we said we would do, and what we noted that happened. */
export const wordWalls = { ...pledgeWalls, ...promotionWalls, ...annotationWalls }
