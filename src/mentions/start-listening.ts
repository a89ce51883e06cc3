import { connectorsIn } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { queryOfParts } from '#domain/query-parts.ts'
import { readSources } from '#listen/read-sources.ts'
import { createSource } from '#listen/save-source.ts'
import { parseQuery } from '#match/parse-query.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import type { Context } from '#team/context.ts'
import { readTopics } from './read-topics.ts'
import { changeTopic, createTopic } from './save-topic.ts'
import { termsOf } from './topic-engine.ts'

export type CallNames = { names: readonly string[]; excluded: readonly string[] }

/** What people call us, as a standing query: `(zilvermeeuw OR #zilvermeeuw OR "zilvermeeuw airlines") NOT vogel`. */
export function queryFor({ names, excluded }: CallNames): string {
  return queryOfParts({ groups: [names], excluded, languages: [], networks: [] })
}

/** From the welcome screen to a topic and every source that needs no key. Twice gives one topic, with the newer names. */
export async function startListening(
  ctx: Context,
  input: CallNames,
): Promise<{ topicId: string; sourceIds: string[] }> {
  const query = queryFor(input)
  const parsed = parseQuery(query)
  if (!parsed.ok) {
    throw new AppError('bad_input', {
      en: `These names cannot be searched for: ${parsed.errors[0]?.words.en ?? ''}`,
      nl: `Naar deze namen kan niet worden gezocht: ${parsed.errors[0]?.words.nl ?? ''}`,
    })
  }
  const brands = [...new Set(input.names.map((name) => name.replace(/^[#@]/u, '')))]
  await changeWorkspace(ctx, { brands, welcomedAt: ctx.app.clock.now() })
  const topicId = await saveTopic(ctx, { name: brands[0] ?? query, query })
  return { topicId, sourceIds: await addFirstSources(ctx, termsOf(parsed.tree)) }
}

async function saveTopic(ctx: Context, input: { name: string; query: string }): Promise<string> {
  const known = (await readTopics(ctx)).find(({ topic }) => topic.name.toLowerCase() === input.name.toLowerCase())
  if (known) return (await changeTopic(ctx, { id: known.topic.id, query: input.query, state: 'on' })).id
  const defaults = { departmentId: null, purpose: 'customer_care', legalBasis: 'legitimate_interest' } as const
  return (await createTopic(ctx, { ...input, ...defaults })).id
}

async function addFirstSources(ctx: Context, terms: readonly string[]): Promise<string[]> {
  const here = await readSources(ctx)
  const ids: string[] = []
  for (const connector of connectorsIn(ctx.app, ctx.workspaceId).values()) {
    const settings = connector.firstSource?.(terms)
    if (settings === undefined) continue
    const known = here.find(({ source }) => source.connector === connector.id && source.listensTo === 'settings')
    ids.push(
      known?.source.id ?? (await createSource(ctx, { connector: connector.id, name: connector.name, settings })).id,
    )
  }
  return ids
}
