import { zilvermeeuw } from './airline/zilvermeeuw.ts'
import { duinvonk } from './energy/duinvonk.ts'
import type { Company } from './story.ts'

/** Two firms for one pair of hands, as an agency has them: each is a workspace of its own. */
export const companies: readonly Company[] = [zilvermeeuw, duinvonk]
