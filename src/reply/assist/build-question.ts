import { connectorsIn } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { type AssistQuestion, promptOf } from '#domain/assist/assist-prompt.ts'
import { type AssistTask, type ModelMessage, rewrites } from '#domain/assist/assist-task.ts'
import { type Mask, openMask } from '#domain/assist/mask-text.ts'
import { signOffOf } from '#domain/house-style.ts'
import type { PolicyLeaf } from '#domain/policy.ts'
import type { TextLimit } from '#domain/text-length.ts'
import { readAdvice } from '#inbox/policy/read-advice.ts'
import { type Context, memberOf } from '#team/context.ts'
import { accountLimits } from './account-limits.ts'
import { languageOf } from './language-of.ts'
import { readThread, type Thread } from './read-thread.ts'

export type AssistAsk = {
  conversationId: string
  task: AssistTask
  /** What the writer has so far. */
  text: string
  /** Which message it is about; null: the newest of somebody else. */
  mentionId: string | null
  accountId: string | null
  /** The language of the writer. */
  lang: 'en' | 'nl'
}

export type BuiltQuestion = {
  messages: ModelMessage[]
  /** A keyed hash of what leaves: who was shown it and asks has to mean the same. */
  leftHash: string
  mask: Mask
  question: AssistQuestion
  limit: TextLimit | undefined
  thread: string[]
  known: string[]
}

/** Everything that would leave, with what is needed to put it back and to check the answer. @throws AppError `bad_input` where there is nothing to work on. */
export async function buildQuestion(ctx: Context, asked: AssistAsk): Promise<BuiltQuestion> {
  const { task, text, conversationId } = asked
  const { name: writer } = memberOf(ctx)
  if (rewrites(task) && text.trim() === '')
    throw new AppError('bad_input', 'Write something first: the model works on your words.')
  const [thread, limit] = await ctx.app.db.inWorkspace(ctx.workspaceId, async (tx) => {
    const read = await readThread(tx, ctx, asked)
    return [read, await accountLimits(tx, ctx, { accountId: asked.accountId, network: read.network })] as const
  })
  if (!rewrites(task) && !thread.answered) throw new AppError('bad_input', 'There is no message here to work on.')
  const leaf = task === 'draft' ? await leafOf(ctx, conversationId) : undefined
  const { house, brands } = thread
  const question: AssistQuestion = {
    ...{ task, text, house, brands, limit, writer },
    thread: thread.said,
    lang: answerLang(asked, thread),
    networkName: connectorsIn(ctx.app, ctx.workspaceId).get(thread.network)?.name ?? thread.network,
    advice: leaf && { strategy: leaf.strategy, place: leaf.place, tone: leaf.tone, why: leaf.why },
    fence: ctx.app.secrets.sign(`fence ${conversationId} ${thread.answered?.id}`, 'advise').slice(0, 12),
  }
  const mask = openMask({ names: thread.names, keep: thread.keep })
  const messages = promptOf(question, mask)
  return {
    ...{ messages, mask, question, limit },
    leftHash: ctx.app.secrets.sign(JSON.stringify(messages), 'advise'),
    thread: thread.said.flatMap((said) => (said.who === 'us' ? [] : said.text)),
    known: [
      text,
      ...thread.said.flatMap((said) => (said.who === 'us' ? said.text : [])),
      signOffOf(house.signOff, writer),
      ...(leaf ? [leaf.tone, leaf.why] : []),
    ],
  }
}

/** An answer is in the language of whom it is for; what only the writer reads is in theirs; a change of words keeps their language. */
function answerLang({ task, text, lang }: AssistAsk, { answered }: Thread): string {
  const theirs = answered && answered.lang !== 'und' ? answered.lang : undefined
  switch (task) {
    case 'summarise':
    case 'translate_message':
      return lang
    case 'shorten':
    case 'friendlier':
      return languageOf(text) ?? theirs ?? lang
    case 'draft':
    case 'translate':
      return theirs ?? lang
  }
}

async function leafOf(ctx: Context, conversationId: string): Promise<PolicyLeaf | undefined> {
  const { now } = await readAdvice(ctx, conversationId)
  return now?.advice.kind === 'leaf' ? now.advice.leaf : undefined
}
