import { answerJobs } from '#base/answer-jobs.ts'
import { present } from '#base/assert.ts'
import { packDelta } from '#triage/delta.ts'
import { loadModels } from '#triage/load-models.ts'
import { anchorsOf } from './anchors-of.ts'
import { corpusLanguages, readTestSet } from './read-corpus.ts'
import { type TaughtPost, teach } from './teach.ts'

const models = loadModels()

export type TeachJob = { lang: string; brands: readonly string[]; posts: readonly TaughtPost[] }

/** One language of one workspace: learns, measures, and decides. `weights` is undefined where nothing was better. */
function teachOne({ lang, brands, posts }: TeachJob) {
  const model = present(models.get(lang), 'only languages with a model are taught')
  const testSet = corpusLanguages().includes(lang) ? readTestSet(lang) : []
  const { delta, version, heads, words } = teach({ model, brands, posts, testSet, anchors: anchorsOf(lang) })
  return { kind: 'taught' as const, model: model.version, version, heads, words, weights: delta && packDelta(delta) }
}
export type TeachAnswer = ReturnType<typeof teachOne>

answerJobs(teachOne)
