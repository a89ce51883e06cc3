import { AppError, type AppErrorCode } from '#base/errors.ts'
import { newId } from '#base/ids.ts'
import type { Words } from '#domain/connector.ts'
import { pileMax, sameWordsMax, spreadMinutesMax, spreadOver, wornOut } from '#domain/pile.ts'
import { byConversation } from '#domain/promotion/judge-pile.ts'
import { lockStories } from '#inbox/lock-stories.ts'
import { change, recordChange } from '#team/change.ts'
import type { Context } from '#team/context.ts'
import type { ReplyRow } from './outbox-store.ts'
import { lockPromotion } from './promotion/lock-promotion.ts'
import { type NewReply, writeReplyIn } from './write-reply.ts'

export type PileLine = Pick<NewReply, 'conversationId' | 'mentionId' | 'text' | 'version' | 'override' | 'snippets'> & {
  accountId: string
}
export type NewPile = {
  lines: readonly PileLine[]
  /** They leave within so many minutes. */
  spreadMinutes: number
  thenDo: 'done' | 'stay'
}
/** What became of each line, in the order given: an answer that is held, or why there is none. */
export type PileOutcome = { conversationId: string; reply: ReplyRow } | { conversationId: string; refused: AppError }
export type Pile = { id: string; outcomes: PileOutcome[] }

/**
 * Answers many who say the same, each in a conversation of its own with the words meant for them. Every answer is held, can be taken back until it
 * leaves, and leaves by itself at a moment of its own. Where one cannot be answered (a colleague was faster, the message is gone) the others are.
 *
 * @throws AppError `not_found` where one is not here at all, `bad_input` where more than `sameWordsMax` people would get the very same words, or one conversation stands there twice.
 */
export async function answerPile(ctx: Context, input: NewPile): Promise<Pile> {
  assertFair(input)
  const id = newId()
  return change(ctx, 'reply.write_pile', async (tx) => {
    await lockStories(tx, ctx.workspaceId)
    await lockPromotion(tx, ctx.workspaceId)
    const outcomes = new Map<string, PileOutcome>()
    const moments = momentsOf(input)
    // In one order, so that two who answer at once do not wait for each other.
    for (const line of input.lines.toSorted(byConversation)) {
      const { conversationId } = line
      // Whoever may approve is told of one of them: it is asked once for all.
      const pile = { id, afterMs: moments.get(conversationId) ?? 0, isTold: ![...outcomes.values()].some(isHeld) }
      try {
        const reply = await tx.transaction(async (part) => {
          const changed = await writeReplyIn(part, ctx, { ...line, thenDo: input.thenDo }, pile)
          await recordChange(part, ctx, 'reply.write', changed)
          return changed.result
        })
        outcomes.set(conversationId, { conversationId, reply })
      } catch (error) {
        if (!(error instanceof AppError) || !isOfTheLine(error.code)) throw error
        outcomes.set(conversationId, { conversationId, refused: error })
      }
    }
    const ordered = input.lines.flatMap((line) => outcomes.get(line.conversationId) ?? [])
    const held = ordered.filter((one) => 'reply' in one).length
    return {
      result: { id, outcomes: ordered },
      subject: { kind: 'pile', id },
      details: { asked: ordered.length, held, spreadMinutes: input.spreadMinutes },
    }
  })
}

function isHeld(one: PileOutcome): boolean {
  return 'reply' in one
}

/** About this conversation alone; anything else is about all of them. */
function isOfTheLine(code: AppErrorCode): boolean {
  return ['taken', 'gone', 'bad_input', 'too_large'].includes(code)
}

/** Each account speaks at its own pace: they are spread out account by account, in the order given. */
function momentsOf({ lines, spreadMinutes }: NewPile): Map<string, number> {
  const moments = new Map<string, number>()
  for (const ofAccount of Map.groupBy(lines, (line) => line.accountId).values()) {
    const after = spreadOver(ofAccount.length, spreadMinutes, Math.random)
    ofAccount.forEach((line, at) => {
      moments.set(line.conversationId, after[at] ?? 0)
    })
  }
  return moments
}

function assertFair({ lines, spreadMinutes }: NewPile): void {
  if (lines.length === 0 || lines.length > pileMax || spreadMinutes > spreadMinutesMax)
    throw new AppError('bad_input', {
      en: `Answer 1 to ${pileMax} at once, within ${spreadMinutesMax} minutes.`,
      nl: `Beantwoord er 1 tot ${pileMax} tegelijk, binnen ${spreadMinutesMax} minuten.`,
    })
  if (new Set(lines.map((line) => line.conversationId)).size < lines.length)
    throw new AppError('bad_input', 'lines: one conversation stands here twice. Nobody is answered twice.')
  const [worn] = wornOut(lines.map((line) => line.text))
  if (worn) throw new AppError('bad_input', wornWords(worn.count))
}

function wornWords(count: number): Words {
  return {
    en: `${count} people would get the very same words. Networks take that for spam, and people too: ${sameWordsMax} at most. Write another wording.`,
    nl: `${count} mensen zouden precies dezelfde woorden krijgen. Netwerken zien dat als spam, en mensen ook: hooguit ${sameWordsMax}. Schrijf een tweede bewoording.`,
  }
}
