import { type Delta, explainDelta } from './delta.ts'
import { columnOf, heads } from './heads.ts'
import type { Added, LearnedJudgement } from './judge-learned.ts'
import type { Model } from './model.ts'
import type { Pull } from './pull.ts'
import { columnFor, type Direction, explain, type Weighable } from './weigh.ts'

/** Why somebody is not angry is nobody's question. */
const toneAskedFrom = 0.2

/** What pulled on each label. */
export type LabelPulls = Readonly<
  Record<'sentiment' | 'intent' | 'urgency' | 'anger' | 'sarcasm' | 'spam', readonly Pull[]>
>

/** A post with all that has weights for it. */
export type Weighing = { model: Model; post: Weighable; delta: Delta | undefined }

/** Why a post was judged so. The pulls of a label add up to its logit; for the sentiment, to that of positive minus that of negative. */
export function explainLearned(weighing: Weighing, judged: LearnedJudgement): LabelPulls {
  const [up, down] = [columnFor('sentiment', 'positive'), columnFor('sentiment', 'negative')]
  const named = columnOf.intent + mostLikely(judged)
  return {
    sentiment: gathered([
      ...explainAll(weighing, { [up]: 1, [down]: -1 }),
      ...addedTo(up, judged.added),
      ...addedTo(down, judged.added).map((pull) => ({ ...pull, weight: -pull.weight })),
    ]),
    intent: gathered([...explainAll(weighing, { [named]: 1 }), ...addedTo(named, judged.added)]),
    urgency: judged.urgency.pulls,
    anger: toneReasons(weighing, { head: 'anger', share: judged.anger }),
    sarcasm: toneReasons(weighing, { head: 'sarcasm', share: judged.sarcasm }),
    spam: judged.spamPulls,
  }
}

/** Where a logit comes from: the model's part, and that of the corrections. Together exactly the logit. */
export function explainAll({ model, post, delta }: Weighing, direction: Direction): Pull[] {
  const learned = explain(model, post, direction)
  return delta ? [...learned, ...explainDelta(delta, post, direction)] : learned
}

/** The intent that is said; where none is, the likeliest. */
function mostLikely({ intent }: LearnedJudgement): number {
  if (intent.top !== 'unsure') return heads.intent.indexOf(intent.top)
  const shares = heads.intent.map((one) => intent.p[one] ?? 0)
  return shares.indexOf(Math.max(...shares))
}

function addedTo(column: number, added: Added): Pull[] {
  return added.flatMap((one) => (one.column === column ? [one.pull] : []))
}

type Tone = { head: 'anger' | 'sarcasm'; share: number }

function toneReasons(weighing: Weighing, { head, share }: Tone): Pull[] {
  return share < toneAskedFrom ? [] : gathered(explainAll(weighing, { [columnOf[head]]: 1 }))
}

/** One finding speaks once, however many ways it counts. A word that was learned stands in one place only. */
function gathered(pulls: readonly Pull[]): Pull[] {
  const byName = new Map<string, Pull>()
  for (const pull of pulls) {
    const name = `${pull.code} ${pull.value ?? pull.places.join(' ')} ${pull.places[0] ?? ''}`
    const before = byName.get(name)
    byName.set(name, before ? { ...before, weight: before.weight + pull.weight } : pull)
  }
  return [...byName.values()]
}
