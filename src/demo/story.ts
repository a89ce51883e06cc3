import type { Words } from '#domain/connector.ts'
import type { PromiseMinutes } from '#domain/conversation.ts'
import type { Role } from '#domain/role.ts'

/** One of the places where a company is spoken of: a source of its workspace. */
export type StorySource = {
  /** What the story calls it. */
  key: string
  /** The id of the connector that would hear it. */
  connector: string
  name: string
  settings: unknown
  /** From a publication to our hearing of it: at least and at most. */
  delaySeconds: readonly [number, number]
}

export type StoryColleague = { key: string; name: string; role: Role; department: string }
export type StoryAccount = { connector: string; handle: string }
export type StoryTopic = { name: Words; query: string; department?: string }
/** Those of whom more is known than their name. */
export type CastMember = { handle?: string; followers?: number; bio?: string }

/** A firm that does not exist, with everything that its workspace begins with and all that is said of it. */
export type Company = {
  key: string
  name: string
  brands: readonly string[]
  promiseMinutes: PromiseMinutes
  departments: Readonly<Record<string, Words>>
  colleagues: readonly StoryColleague[]
  sources: readonly StorySource[]
  accounts: readonly StoryAccount[]
  topics: readonly StoryTopic[]
  cast: Readonly<Record<string, CastMember>>
  /** What was said in the weeks before, in the form of `read-story.ts`. */
  chapters: readonly string[]
  /** What is said from now on, in order, as long as the demo stands; then the story rests. */
  tomorrow: readonly string[]
}

/** When something was said: so long before now, or so that its promise ends so long after now. */
export type When =
  | { kind: 'ago'; ms: number }
  | { kind: 'at'; daysAgo: number; ms: number }
  | { kind: 'due'; ms: number }

/** A message of the public. */
export type Said = {
  by: string
  text: string
  title?: string
  rating?: number
  picture?: { name: string; alt: string }
  likes?: number
  reposts?: number
}

/** What somebody of the team does. `me` is whoever set up the demo. */
export type Deed =
  | { kind: 'answer'; text: string; after: 'done' | 'stay' }
  | { kind: 'note' | 'draft'; text: string }
  | { kind: 'mine' | 'done' | 'like' }
  | { kind: 'hand'; to: string; reason: string }
  | { kind: 'department'; to: string; reason: string }
  | { kind: 'wait'; ms: number }
  | { kind: 'title'; text: string }

/** What comes after, so long after what stands before it. */
export type Step = { afterMs: number } & ({ kind: 'said'; said: Said } | { kind: 'did'; by: string; deed: Deed })

/** One thread from its first message on. */
export type Scene = { when: When | undefined; source: string; said: Said; steps: Step[] }
