import type { Session } from '#api/contract/shapes.ts'
import type { QuestionName } from '#web/api.ts'
import { placeNow } from '#web/place.ts'
import type { KeptAnswer, Store, Who } from './store.ts'

/** How many answers of each question are kept. What is not here is not kept: settings and reports are of no use offline. */
const keptMost: Partial<Record<QuestionName, number>> = {
  'GET /api/conversations/{id}': 200,
  'GET /api/conversations': 12,
  'GET /api/views': 1,
  'GET /api/sources': 1,
  'GET /api/departments': 1,
  'GET /api/members': 1,
  'GET /api/connectors': 1,
  'GET /api/accounts': 1,
  'GET /api/scheduled': 1,
  'GET /api/snippets': 1,
  'GET /api/knowledge': 1,
}

type Given = { params?: Record<string, string>; query?: Record<string, unknown> }
type Question = { name: QuestionName; given: Given | undefined }

const sessionName = 'GET /api/session'
const sessionsMost = 20
const sessionKey = (slug: string): string => `${sessionName} ${slug}`

type Now = { nowMs: () => number; place: () => string | undefined }
const hereAndNow: Now = { nowMs: Date.now, place: placeNow }

/**
 * Who this is in the workspace of a window. Each has a session of its own here: that of another window must not be taken for ours, or
 * what waits there would go out from here.
 */
export async function whoIn(store: Store, who: Who | undefined, slug: string | undefined): Promise<Who | undefined> {
  if (!who || slug === undefined || who.session.workspace?.slug === slug) return who
  const kept = await store.answer(sessionKey(slug))
  // It was kept under this key by `meet`.
  const session = kept?.answer as Session | undefined
  return { ...who, session: session ?? { ...who.session, member: null, workspace: null } }
}

export type Keeper = ReturnType<typeof openKeeper>

/**
 * What the server said last, for when it says nothing. Everything belongs to one person: when another comes, all of it goes;
 * when a session ends, what can be read goes, and the own work waits for the same person.
 */
export function openKeeper(store: Store, known: Who | undefined, { nowMs, place }: Now = hereAndNow) {
  let who = known
  /** After this nothing is written any more: an answer that was under way must not bring back what was wiped. */
  let isOver = false

  const prefix = (): string | undefined => who?.session.member?.id
  /** @returns whether it is somebody else than before. */
  const meet = async (session: Session): Promise<boolean> => {
    if (isOver || !session.user) return false
    const isOther = who !== undefined && who.userId !== session.user.id
    if (isOther) await store.wipe()
    who = { userId: session.user.id, session }
    // Nobody in this workspace: the next start without a connection should not begin there.
    if (!session.member || !session.workspace) return isOther
    await store.setWho(who)
    const { slug } = session.workspace
    await store.putAnswer({ key: sessionKey(slug), group: sessionName, at: nowMs(), answer: session })
    await store.trim(sessionName, sessionsMost)
    return isOther
  }
  const keep = async ({ name, given }: Question, answer: unknown): Promise<void> => {
    const most = keptMost[name]
    const mine = prefix()
    if (isOver || !most || !mine || given?.query?.after !== undefined) return
    const group = `${mine} ${name}`
    await store.putAnswer({ key: keyOf(mine, name, keptAs(given, answer)), group, at: nowMs(), answer })
    await store.trim(group, most)
  }
  const recall = async ({ name, given }: Question): Promise<KeptAnswer | undefined> => {
    if (isOver) return undefined
    if (name === sessionName) {
      const mine = who && (await whoIn(store, who, place()))
      return mine?.session.member ? { key: name, group: name, at: 0, answer: mine.session } : undefined
    }
    const mine = prefix()
    return mine ? await store.answer(keyOf(mine, name, given)) : undefined
  }
  return {
    who: () => who,
    meet,
    keep,
    recall,
    /** The session ended: nobody reads on here until the same person is back. */
    lock: async (): Promise<void> => {
      await store.clearAnswers()
      if (!who) return
      // Whose the drafts and the queue are stays known; without a member there is nothing to show.
      who = { ...who, session: { ...who.session, user: null, member: null } }
      await store.setWho(who)
    },
    wipe: async (): Promise<void> => {
      isOver = true
      await store.wipe()
    },
  }
}

function keyOf(mine: string, name: QuestionName, given: Given | undefined): string {
  return `${mine} ${name} ${JSON.stringify([given?.params ?? {}, given?.query ?? {}])}`
}

/** A conversation is asked for by its key or its id, and is kept under the key. */
function keptAs(given: Given | undefined, answer: unknown): Given | undefined {
  const key = (answer as { key?: unknown }).key
  return given?.params && typeof key === 'string' ? { ...given, params: { id: key } } : given
}
