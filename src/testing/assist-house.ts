import { eq } from 'drizzle-orm'
import { assistMonths, assistUses } from '#db/tables/assist.ts'
import { authors, mentions } from '#db/tables/mentions.ts'
import type { AssistInput } from '#domain/assist/assist-input.ts'
import { assistTasks } from '#domain/assist/assist-task.ts'
import type { AssistAsk } from '#reply/assist/build-question.ts'
import { previewQuestion } from '#reply/assist/preview-question.ts'
import { saveAssist } from '#reply/assist/save-assist.ts'
import { type SuggestionEvent, suggest } from '#reply/assist/suggest.ts'
import { replyHouse } from './reply-house.ts'
import type { TestApp } from './test-app.ts'

/** Settings that are right, and off. */
export const assistAsked = {
  ...{ isOn: false, address: 'https://model.example.org/v1', model: 'small', tasks: ['draft' as const] },
  ...{ departmentIds: [], memberIds: [], priceIn: 0, priceOut: 0, moneyMost: 1, tokensMost: null },
}

const message = 'Weer drie uur te laat, jullie worst. Bel mij op 06-12345678. Groet, Fleur de Wit'

/** A workspace where a model helps, and a conversation to ask about. */
export async function assistHouse(app: TestApp, address: string, given: Partial<AssistInput> = {}, text = message) {
  const house = await replyHouse(app, { network: 'forum', people: { noor: 'owner', sem: 'member', bo: 'observer' } })
  const input: AssistInput = {
    ...assistAsked,
    ...{
      isOn: true,
      address,
      key: 'sk-secret',
      tasks: [...assistTasks],
      priceIn: 1_000,
      priceOut: 10_000,
      moneyMost: 1_000,
    },
    ...given,
  }
  await saveAssist(house.as('noor'), input)
  const { conversationId, mentionId } = await house.addConversation()
  await app.db.asSystem(async (tx) => {
    const [mention] = await tx.update(mentions).set({ text }).where(eq(mentions.id, mentionId)).returning()
    if (mention) await tx.update(authors).set({ name: 'Fleur de Wit' }).where(eq(authors.id, mention.authorId))
  })
  const asking = (more: Partial<AssistAsk> = {}): AssistAsk => ({
    ...{ conversationId, mentionId, task: 'draft', text: '', accountId: null, lang: 'nl' as const },
    ...more,
  })
  const begin = async (
    more: Partial<AssistAsk> = {},
    how: { signal?: AbortSignal; limits?: object; who?: string } = {},
  ) => {
    const ctx = house.as(how.who ?? 'sem')
    const { leftHash } = await previewQuestion(ctx, asking(more))
    const signal = how.signal ?? new AbortController().signal
    return suggest(ctx, asking(more), { leftHash, signal, ...(how.limits && { limits: how.limits }) })
  }
  const ask = async (...how: Parameters<typeof begin>): Promise<SuggestionEvent[]> => {
    const events: SuggestionEvent[] = []
    for await (const event of await begin(...how)) events.push(event)
    return events
  }
  const uses = () =>
    app.db.asSystem((tx) => tx.select().from(assistUses).where(eq(assistUses.workspaceId, house.workspaceId)))
  const month = async () => {
    const rows = await app.db.asSystem((tx) =>
      tx.select().from(assistMonths).where(eq(assistMonths.workspaceId, house.workspaceId)),
    )
    return rows[0]
  }
  return { ...house, input, conversationId, mentionId, asking, begin, ask, uses, month }
}
