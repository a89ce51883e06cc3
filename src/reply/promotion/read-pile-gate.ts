import { and, eq, inArray, ne } from 'drizzle-orm'
import { day } from '#base/clock.ts'
import type { Tx } from '#db/database.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import { accounts } from '#db/tables/reply.ts'
import { type Community, isSameCommunity } from '#domain/promotion/community.ts'
import type { PileGround } from '#domain/promotion/judge-pile.ts'
import type { Voice } from '#domain/promotion/promotion-settings.ts'
import { voiceOf } from '#reply/assert-promotion.ts'
import { readPile } from '#reply/read-pile.ts'
import type { Context } from '#team/context.ts'
import { communityOf, rulesIn } from './community-of.ts'
import { readContact } from './read-contact.ts'
import { readCounts, readRecent } from './read-ground.ts'
import { readOwnRules, readPromotion } from './read-promotion.ts'

/** The newest promotions are enough to see a copy while one types; the server compares all of them. */
const comparedMax = 60
const asksMax = 1_000

export type PileGate = PileGround & { voices: Record<string, Voice> }

/** What a page needs to judge the answers of a pile as they are typed: of each that can be answered. @throws AppError `not_found` where there is no story. */
export async function readPileGate(ctx: Context, idOrKey: string): Promise<PileGate> {
  const { workspaceId } = ctx
  const { rows } = await readPile(ctx, idOrKey)
  const ids = rows.flatMap(({ mentionId, replyId }) => (mentionId !== null && replyId === null ? mentionId : []))
  return ctx.app.db.inWorkspace(workspaceId, async (tx) => {
    const { settings, brands } = await readPromotion(tx, workspaceId)
    const own = await readOwnRules(tx, workspaceId)
    const now = ctx.app.clock.now()
    const since = new Date(now.getTime() - settings.windowDays * day)
    const dayAgo = new Date(now.getTime() - day)
    const communities: PileGround['communities'] = []
    const placeOf = async (community: Community): Promise<number> => {
      const known = communities.findIndex((one) => isSameCommunity(one.community, community))
      if (known !== -1) return known
      const counts = await readCounts(tx, { workspaceId, community, since, dayAgo })
      return communities.push({ community, rules: rulesIn(ctx, community, own), ...counts }) - 1
    }
    const lines: PileGround['lines'] = []
    for (const { mention, handle } of await readAsked(tx, ctx, ids)) {
      const { conversationId, authorId, network, text } = mention
      if (conversationId === null) continue
      const at = await placeOf(communityOf(ctx, { ...mention, handle }))
      const contact = await readContact(tx, { workspaceId, conversationId, authorId, network, brands, since })
      lines.push({ conversationId, at, asks: text.slice(0, asksMax), ...contact })
    }
    const recent = await readRecent(tx, { workspaceId, since, compare: { most: comparedMax } })
    const networks = [...new Set(rows.map(({ network }) => network))]
    const voices = await voicesIn(tx, ctx, { networks, settings, brands })
    return { settings, brands, communities, lines, recent, voices }
  })
}

function readAsked(tx: Tx, { workspaceId }: Context, ids: readonly string[]) {
  return tx
    .select({ mention: mentions, handle: authors.handle })
    .from(mentions)
    .innerJoin(authors, eq(authors.id, mentions.authorId))
    .where(and(eq(mentions.workspaceId, workspaceId), inArray(mentions.id, [...ids])))
}

type Speaking = Pick<PileGround, 'settings' | 'brands'> & { networks: string[] }

async function voicesIn(tx: Tx, { workspaceId }: Context, { networks, ...ground }: Speaking) {
  const speakers = await tx
    .select({ id: accounts.id, handle: accounts.handle, name: accounts.name })
    .from(accounts)
    .where(
      and(eq(accounts.workspaceId, workspaceId), inArray(accounts.network, networks), ne(accounts.state, 'removed')),
    )
  return Object.fromEntries(speakers.map((account) => [account.id, voiceOf(account, ground)]))
}
