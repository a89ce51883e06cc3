/** What is told about us, known by how it is worded, with whether it is so and the answer that may be given. */
export const rumourTruths = ['unknown', 'untrue', 'partly', 'true'] as const
export type RumourTruth = (typeof rumourTruths)[number]

export const rumourStates = ['watched', 'closed'] as const
export type RumourState = (typeof rumourStates)[number]

/** What a message says of it. A question repeats it too, and its answer is wanted most. */
export const rumourSays = ['tells', 'asks', 'denies'] as const
export type RumourSays = (typeof rumourSays)[number]

/** `found`: sure enough to offer the answer; `maybe`: a person is asked; the other two are a person's. */
export const rumourVerdicts = ['found', 'maybe', 'confirmed', 'refused'] as const
export type RumourVerdict = (typeof rumourVerdicts)[number]

export type RumourWording = { text: string; lang: string }
/** What we know it from: a report, a statement of a laboratory, a colleague. */
export type RumourSource = { text: string; url: string | null }

/**
 * What it is known by: of each group of `all` a message says one word or phrase, close together, and none of `none`. `*` stands for any ending or beginning.
 */
export type RumourMarks = { all: string[][]; none: string[] }

export const rumourLimits = {
  watched: 50,
  title: 200,
  wordings: 20,
  wording: 500,
  sources: 20,
  source: 500,
  statements: 10,
  statement: 1_000,
  topics: 20,
  groups: 6,
  marks: 80,
  mark: 60,
  lookBackDays: 30,
}

/** Only of what was found or confirmed the answer is offered, and never to whoever says that it is not so. */
export function isOffered({ says, verdict }: { says: RumourSays; verdict: RumourVerdict }): boolean {
  return says !== 'denies' && (verdict === 'found' || verdict === 'confirmed')
}
