import { z } from 'zod'
import type { App } from '#app.ts'
import { minute } from '#base/clock.ts'
import { messageOf } from '#base/errors.ts'
import { learnedFrequencies } from '#db/tables/mentions.ts'
import type { Learned } from '#match/frequencies.ts'
import type { Engine } from '#match/open-engine.ts'

/** What matters is what is common: that little keeps thousands of topics off the words that stand in every message. */
const wordsMax = 10_000
const keepEveryMs = 10 * minute
/** A process that hears less than this between two moments has nothing to teach the one that listens. */
const newPostsMin = 200

const storedSchema = z.object({
  posts: z.int().nonnegative(),
  words: z.array(z.tuple([z.string(), z.int().nonnegative(), z.int().nonnegative()])),
})

export type FrequencyKeeper = {
  /** Tells the engine what earlier runs counted. Before its first topic; later calls wait for the first. */
  teach(): Promise<void>
  /** Writes down what the engine counted, if that is due. Never fails: what is not kept is counted again. */
  keep(): Promise<void>
}

/** Keeps the frequencies that an engine learned over a restart. */
export function keepFrequencies(app: App, engine: Engine): FrequencyKeeper {
  let taught: Promise<void> | undefined
  let keptAtMs = app.clock.now().getTime()
  let keptPosts = 0
  return {
    teach() {
      taught ??= readLearned(app).then(
        (learned) => learned && engine.learn(learned),
        (error) => {
          taught = undefined
          throw error
        },
      )
      return taught
    },
    async keep() {
      const nowMs = app.clock.now().getTime()
      const { posts } = engine.statistics()
      if (nowMs - keptAtMs < keepEveryMs || posts - keptPosts < newPostsMin) return
      keptAtMs = nowMs
      keptPosts = posts
      try {
        await writeLearned(app, engine.learned(wordsMax))
      } catch (error) {
        app.log.warn({ why: messageOf(error) }, 'the frequencies of words were not kept; the next time they are')
      }
    },
  }
}

/** What cannot be read is as if it were not there: the engine then begins with guesses, as a new house does. */
async function readLearned(app: App): Promise<Learned | undefined> {
  const [row] = await app.db.asSystem((tx) => tx.select().from(learnedFrequencies))
  const read = storedSchema.safeParse(row)
  return read.success ? read.data : undefined
}

async function writeLearned(app: App, { posts, words }: Learned): Promise<void> {
  const values = { posts, words, keptAt: app.clock.now() }
  await app.db.asSystem((tx) =>
    tx
      .insert(learnedFrequencies)
      .values({ one: true, ...values })
      .onConflictDoUpdate({ target: learnedFrequencies.one, set: values }),
  )
}
