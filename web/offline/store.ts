import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Session } from '#api/contract/shapes.ts'
import type { Visibility } from '#domain/reply.ts'
import type { Queued } from './queue.ts'

/** One answer of the server, as it was at a moment. `group` is what its kind is counted by. */
export type KeptAnswer = { key: string; group: string; at: number; answer: unknown }
/** What an older page kept says nothing of who was to read it: everybody. */
export type KeptDraft = { key: string; text: string; isSaved: boolean; visibility?: Visibility; at: number }
/** Whose this is: everything here belongs to one person at a time. */
export type Who = { userId: string; session: Session }

/** What this browser keeps. `answers` can always be asked again; drafts and the queue are somebody's own work. */
export type Store = {
  who(): Promise<Who | undefined>
  setWho(who: Who | undefined): Promise<void>
  answer(key: string): Promise<KeptAnswer | undefined>
  putAnswer(answer: KeptAnswer): Promise<void>
  /** The oldest of a group go. */
  trim(group: string, most: number): Promise<void>
  clearAnswers(): Promise<void>
  drafts(): Promise<KeptDraft[]>
  putDraft(draft: KeptDraft): Promise<void>
  dropDraft(key: string): Promise<void>
  queue(): Promise<Queued[]>
  putQueued(queued: Queued): Promise<void>
  dropQueued(key: string): Promise<void>
  /** Everything of everybody. */
  wipe(): Promise<void>
}

type Tables = DBSchema & {
  who: { key: 'who'; value: Who }
  answers: { key: string; value: KeptAnswer; indexes: { age: [string, number] } }
  drafts: { key: string; value: KeptDraft }
  queue: { key: string; value: Queued }
}

const name = 'wederhoor'
const version = 1

/** In IndexedDB; where a browser forbids it, in memory as long as the page lives. */
export async function openStore(): Promise<Store> {
  // The room of states has none, and some browsers refuse it in a private window.
  if (!globalThis.indexedDB) return memoryStore()
  try {
    return storeOn(await open())
  } catch {
    return memoryStore()
  }
}

function open(): Promise<IDBPDatabase<Tables>> {
  return openDB<Tables>(name, version, {
    upgrade(db) {
      db.createObjectStore('who')
      db.createObjectStore('answers', { keyPath: 'key' }).createIndex('age', ['group', 'at'])
      db.createObjectStore('drafts', { keyPath: 'key' })
      db.createObjectStore('queue', { keyPath: 'key' })
    },
    // Another tab is of a newer version, or wipes: it must not wait for us.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  })
}

function storeOn(db: IDBPDatabase<Tables>): Store {
  return {
    who: () => db.get('who', 'who'),
    setWho: async (who) => void (who ? await db.put('who', who, 'who') : await db.delete('who', 'who')),
    answer: (key) => db.get('answers', key),
    putAnswer: async (answer) => void (await db.put('answers', answer)),
    trim: async (group, most) => {
      const all = IDBKeyRange.bound([group, 0], [group, Number.MAX_SAFE_INTEGER])
      const tx = db.transaction('answers', 'readwrite')
      const keys = await tx.store.index('age').getAllKeys(all)
      await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => tx.store.delete(key)))
      await tx.done
    },
    clearAnswers: () => db.clear('answers'),
    drafts: () => db.getAll('drafts'),
    putDraft: async (draft) => void (await db.put('drafts', draft)),
    dropDraft: (key) => db.delete('drafts', key),
    queue: () => db.getAll('queue'),
    putQueued: async (queued) => void (await db.put('queue', queued)),
    dropQueued: (key) => db.delete('queue', key),
    wipe: async () => {
      const tx = db.transaction(['who', 'answers', 'drafts', 'queue'], 'readwrite')
      await Promise.all([
        tx.objectStore('who').clear(),
        tx.objectStore('answers').clear(),
        tx.objectStore('drafts').clear(),
        tx.objectStore('queue').clear(),
      ])
      await tx.done
    },
  }
}

export function memoryStore(): Store {
  let who: Who | undefined
  const answers = new Map<string, KeptAnswer>()
  const drafts = new Map<string, KeptDraft>()
  const queue = new Map<string, Queued>()
  return {
    who: async () => who,
    setWho: async (next) => {
      who = next
    },
    answer: async (key) => answers.get(key),
    putAnswer: async (answer) => void answers.set(answer.key, answer),
    trim: async (group, most) => {
      const ofGroup = [...answers.values()].filter((one) => one.group === group).sort((a, b) => b.at - a.at)
      for (const { key } of ofGroup.slice(most)) answers.delete(key)
    },
    clearAnswers: async () => answers.clear(),
    drafts: async () => [...drafts.values()],
    putDraft: async (draft) => void drafts.set(draft.key, draft),
    dropDraft: async (key) => void drafts.delete(key),
    queue: async () => [...queue.values()],
    putQueued: async (queued) => void queue.set(queued.key, queued),
    dropQueued: async (key) => void queue.delete(key),
    wipe: async () => {
      who = undefined
      for (const table of [answers, drafts, queue]) table.clear()
    },
  }
}
