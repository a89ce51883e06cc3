import type { ReplyView, Row } from '#api/contract/shapes.ts'
import { type Answers, says } from './canned-server.ts'
import { press } from './hands.ts'
import type { Specimen } from './specimen.ts'
import { conversation, reply } from './story/conversation.ts'
import { listOf } from './story/house.ts'
import { inMinutes } from './story/moments.ts'
import { joost, noor, sanne, sessionOf } from './story/people.ts'
import { rows } from './story/rows.ts'

const path = '/inbox/all/WH-4182'
const thread = '[data-thread]'
const her = { id: sanne.id, name: sanne.name }

const waitingFor = (change: Partial<NonNullable<ReplyView['approval']>> = {}): NonNullable<ReplyView['approval']> => ({
  ...{
    id: 'ask',
    why: { kind: 'rule', id: 'r', name: 'Pers en juridisch' },
    askedAt: inMinutes(-7),
    lack: null,
    isLate: false,
  },
  approvers: [{ id: noor.id, name: noor.name, isAway: false }],
  ...{ mayDecide: true, outcome: null, by: null, settledAt: null, note: null, pileCount: 1 },
  previousText: 'Wat vervelend, Marieke. De band is stuk; jullie koffers liggen in hal 3. Een collega helpt je.',
  ...change,
})
const hers = (id: string, approval: ReplyView['approval'], state: ReplyView['state'] = 'awaits_approval') =>
  reply(state, { id, by: her, approval, createdAt: inMinutes(-7) })
/** So short that the answer stands in sight. */
const short = {
  ...conversation,
  ...{ messages: conversation.messages.slice(0, 1), notes: [], happenings: [], pledges: [], parties: [], shares: [] },
  ...{ merged: [], story: null },
}
const being =
  (...replies: ReplyView[]) =>
  (): Answers => ({ 'GET /api/conversations/{id}': says({ ...short, replies }) })
const deciding = `${thread} article:last-of-type [data-deciding] button`

/** Two that wait for me, one of them in a conversation about law, and one of mine that waits for others. */
const asked = (name: string, minutes: number, mayDecide = true): Row['approval'] => ({
  by: { id: name, name },
  askedAt: inMinutes(-minutes),
  mayDecide,
})
const toApprove: Row[] = rows.slice(0, 3).map((row, at) => ({
  ...row,
  approval: [asked(sanne.name, 7), asked(joost.name, 95), asked(noor.name, 12, false)][at] ?? null,
  reply: { state: 'awaits_approval' as const, dueAt: null },
}))
const list = (all: readonly Row[]) => (): Answers => ({ 'GET /api/conversations': listOf(all) })

/** An answer that somebody else looks at before it leaves. */
export const approvalSpecimens: readonly Specimen[] = [
  { name: 'approve-list', path: '/inbox/approve', answers: list(toApprove), shows: '[data-card]' },
  { name: 'approve-list-empty', path: '/inbox/approve', answers: list([]), shows: '[data-inbox-list] h2' },
  {
    name: 'approve-list-compact',
    path: '/inbox/approve',
    answers: (look) => {
      const session = sessionOf(look)
      const user = session.user && { ...session.user, density: 'compact' as const }
      return { ...list(toApprove)(), 'GET /api/session': says({ ...session, user }) }
    },
    shows: '[data-card]',
  },
  { name: 'approval-waits', path, answers: being(hers('one', waitingFor())), shows: deciding },
  {
    name: 'approval-scheduled',
    path,
    answers: being({ ...hers('one', waitingFor({ previousText: null })), scheduledFor: inMinutes(60 * 18) }),
    shows: `${thread} [data-scheduled]`,
  },
  {
    name: 'approval-two',
    path,
    answers: being(
      hers('one', waitingFor({ lack: 'message' })),
      hers('two', waitingFor({ id: 'other', previousText: null })),
    ),
    shows: deciding,
  },
  { name: 'approval-pile', path, answers: being(hers('one', waitingFor({ pileCount: 14 }))), shows: deciding },
  {
    name: 'approval-asking-changes',
    path,
    answers: being(hers('one', waitingFor())),
    act: () => press(`${deciding}[data-do=ask_changes]`),
    shows: `${thread} article form textarea`,
  },
  {
    name: 'approval-what-changed',
    path,
    answers: being(hers('one', waitingFor())),
    act: () => press(`${thread} summary`),
    shows: `${thread} ins`,
  },
  {
    name: 'approval-changes-asked',
    path,
    answers: being(
      hers(
        'one',
        waitingFor({
          outcome: 'changes',
          by: { id: noor.id, name: noor.name },
          note: 'Noem hal 3 niet: dat is nog niet zeker.',
        }),
        'undone',
      ),
    ),
    shows: `${thread} article .num button`,
  },
  {
    name: 'approval-nobody',
    path,
    answers: being(
      hers('one', waitingFor({ approvers: [], mayDecide: false, why: { kind: 'incident' }, previousText: null })),
    ),
    shows: `${thread} article .num button`,
  },
  {
    name: 'approval-needed',
    path,
    answers: () => ({
      'GET /api/conversations/{id}/approval': says({
        need: {
          why: { kind: 'policy', leafId: 'press', name: 'Pers' },
          approvers: waitingFor().approvers,
          isLate: false,
        },
      }),
    }),
    shows: '[aria-busy=false] textarea',
  },
]
