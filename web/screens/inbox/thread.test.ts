import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Conversation, Message, ReplyView } from '#api/contract/shapes.ts'
import { buildThread, messageToAnswer } from './thread.ts'

const author = {
  id: 'a',
  network: 'bluesky',
  handle: 'm',
  name: 'M',
  url: null,
  avatarUrl: null,
  bio: null,
  followers: null,
}
const by = { id: 'n', name: 'Noor El Amrani' }
const at = (minute: number): string => `2026-03-02T09:${String(minute).padStart(2, '0')}:00.000Z`

function message(id: string, minute: number, change: Partial<Message> = {}): Message {
  return {
    ...{
      id,
      parentId: null,
      kind: 'post',
      isOwn: false,
      author,
      title: null,
      text: id,
      isCut: false,
      isFoundLater: false,
      spans: [],
      lang: 'nl',
    },
    ...{
      url: `https://net/${id}`,
      publishedAt: at(minute),
      heardAt: at(minute),
      editedAt: null,
      deletedAt: null,
      media: [],
    },
    ...{ likes: null, reposts: null, replies: null, rating: null, topics: [], assessment: null, correction: null },
    correctedBy: null,
    corrections: [],
    ...change,
  }
}
function reply(id: string, minute: number, change: Partial<ReplyView> = {}): ReplyView {
  return {
    ...{ id, mentionId: 'm', account: null, text: id, by, state: 'sent', thenDo: 'done', dueAt: null, url: null },
    ...{ isHeardBack: false, problem: null, settledAt: null, createdAt: at(minute), effect: null, override: null },
    ...{ scheduledFor: null, visibility: 'public' },
    ...change,
  }
}
const note = (id: string, minute: number) => ({ id, by, text: id, at: at(minute) })
const happening = (id: number, minute: number, action = 'conversation.claim') => ({
  id,
  at: at(minute),
  by,
  action,
  details: {},
})

function check(conversation: Partial<Conversation>, expected: string): void {
  const thread = buildThread({ messages: [], replies: [], notes: [], happenings: [], ...conversation })
  const before = thread.before.map((one) => `(${one.id})`)
  const after = thread.after.map((item) =>
    item.kind === 'happenings' ? `h${item.happenings.length}` : `${item.kind[0]}:${item.key}`,
  )
  assert.equal([...before, thread.lead ? `[${thread.lead.id}]` : '-', ...after].join(' '), expected)
}

test('nothing yet', () => check({}, '-'))
test('everything in the order it happened', () =>
  check(
    {
      messages: [message('b', 4), message('a', 1)],
      notes: [note('x', 3)],
      replies: [reply('r', 5)],
      happenings: [happening(1, 2)],
    },
    '[a] h1 n:x m:b r:r',
  ))
test('their words lead, also under a post of ours', () =>
  check({ messages: [message('ours', 1, { isOwn: true }), message('theirs', 2)] }, '(ours) [theirs]'))
test('our answer that was heard back is shown once', () =>
  check(
    {
      messages: [
        message('a', 1),
        message('back', 6, { isOwn: true }),
        message('other', 7, { isOwn: true, text: 'Sorry' }),
      ],
      replies: [reply('r', 5, { url: 'https://net/back' }), reply('s', 5, { text: 'Sorry', isHeardBack: true })],
    },
    '[a] r:r r:s',
  ))
test('an answer taken back is a draft again, not part of the thread', () =>
  check({ messages: [message('a', 1)], replies: [reply('r', 2, { state: 'undone' })] }, '[a]'))
test('grey lines next to each other are one block; what shows elsewhere is not told', () =>
  check(
    { messages: [message('a', 1)], happenings: [happening(1, 2), happening(2, 3, 'note.write'), happening(3, 4)] },
    '[a] h2',
  ))

test('an answer goes under the newest words that still stand', () => {
  const gone = { deletedAt: at(9) }
  assert.equal(messageToAnswer([message('a', 1), message('b', 2), message('c', 3, { isOwn: true })])?.id, 'b')
  assert.equal(messageToAnswer([message('a', 1), message('b', 2, gone)])?.id, 'a')
  assert.equal(messageToAnswer([message('a', 1, gone)])?.id, 'a')
  assert.equal(messageToAnswer([]), undefined)
})

test('what rules did stands where it happened', () =>
  check(
    {
      messages: [message('a', 1), message('b', 5)],
      routings: [
        {
          ...{ id: 'first', at: at(2), how: 'heard', department: null, owner: null, urgency: 0 },
          isByTurn: false,
          firings: [],
        },
      ],
    },
    '[a] r:first m:b',
  ))

test('an answer that somebody sent back stays, with what they said; one taken back by its writer goes', () => {
  const asking = {
    ...{
      id: 'ask',
      why: { kind: 'all' as const },
      askedAt: new Date(0).toISOString(),
      lack: null,
      isLate: false,
      approvers: [],
    },
    ...{ mayDecide: false, by: null, settledAt: null, note: 'Shorter', previousText: null, pileCount: 1 },
  }
  const sentBack = (outcome: 'changes' | 'rejected' | 'withdrawn') =>
    reply('r', 2, { state: 'undone', approval: { ...asking, outcome } })
  for (const outcome of ['changes', 'rejected'] as const)
    check({ messages: [message('a', 1)], replies: [sentBack(outcome)] }, '[a] r:r')
  check({ messages: [message('a', 1)], replies: [sentBack('withdrawn')] }, '[a]')
})
