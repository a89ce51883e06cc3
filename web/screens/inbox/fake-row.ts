import type { Row } from '#api/contract/shapes.ts'

/** A row for the tests of this folder; nothing else imports it. */
export function fakeRow(id: string, change: Partial<Row> = {}): Row {
  return {
    id,
    key: `WH-${id}`,
    title: `Title ${id}`,
    state: 'open',
    version: 1,
    network: 'bluesky',
    dueAt: null,
    promisedMinutes: null,
    waitUntil: null,
    waitsFor: null,
    latestAt: '2026-03-02T09:42:00.000Z',
    messageCount: 1,
    isUnread: true,
    urgency: 1,
    sentiment: 'neutral',
    intent: 'question',
    lang: 'nl',
    owner: null,
    department: null,
    author: null,
    excerpt: { text: 'Waar blijft mijn koffer?', spans: [], isDeleted: false },
    hasMedia: false,
    needsDecision: false,
    rating: null,
    topics: [],
    reply: null,
    approval: null,
    draftBy: null,
    risk: { sum: 0, level: 0, parts: [] },
    story: null,
    noise: null,
    ...change,
  }
}
