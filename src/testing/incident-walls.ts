type Ids = Readonly<Record<string, string>>

const on = (least: 'observer' | 'member' | 'lead', body?: unknown) =>
  ({
    least,
    places: { id: 'incident' },
    ask: ({ id = '' }: Ids) => ({ params: { id }, ...(body === undefined ? {} : { body }) }),
  }) as const

const opening = { title: 'Storing in binnen', lang: 'nl' } as const

/** The walls of the crisis room. The rooms here are open ones: who may enter a private one is tested where that stands. */
export const incidentWalls = {
  'GET /api/incidents': { least: 'observer' },
  'POST /api/incidents': {
    least: 'member',
    places: { memberId: 'member', topicId: 'topic', conversationId: 'conversation' },
    ask: ({ memberId, topicId, conversationId }: Ids) => ({
      body: { ...opening, memberIds: [memberId], topicIds: [topicId], conversationIds: [conversationId] },
    }),
  },
  'GET /api/incidents/{id}': on('observer'),
  'PATCH /api/incidents/{id}': {
    least: 'lead',
    places: { id: 'incident', topicId: 'topic' },
    ask: ({ id = '', topicId }: Ids) => ({ params: { id }, body: { basedOn: 1, topicIds: [topicId] } }),
  },
  'PUT /api/incidents/{id}/people/{memberId}': {
    least: 'lead',
    places: { id: 'incident', memberId: 'newMember' },
    ask: ({ id = '', memberId = '' }: Ids) => ({ params: { id, memberId }, body: { part: 'observer' } }),
  },
  'POST /api/incidents/{id}/lines': on('member', { text: 'We zoeken het uit.', basedOn: 1 }),
  'POST /api/incidents/{id}/lines/{number}': {
    least: 'lead',
    places: { id: 'incident' },
    ask: ({ id = '' }: Ids) => ({ params: { id, number: '1' }, body: { what: 'approve' } }),
  },
  'POST /api/incidents/{id}/tasks': {
    least: 'member',
    places: { id: 'incident', assigneeId: 'member' },
    ask: ({ id = '', assigneeId }: Ids) => ({ params: { id }, body: { title: 'Bel de pers', assigneeId } }),
  },
  'PATCH /api/incident-tasks/{id}': {
    least: 'member',
    places: { id: 'incidentTask', assigneeId: 'member' },
    ask: ({ id = '', assigneeId }: Ids) => ({ params: { id }, body: { isDone: true, assigneeId } }),
  },
  'DELETE /api/incident-tasks/{id}': {
    least: 'member',
    places: { id: 'incidentTask' },
    ask: ({ id = '' }: Ids) => ({ params: { id } }),
  },
  'GET /api/incidents/{id}/messages': on('observer'),
  'PUT /api/incidents/{id}/messages/{conversationId}': {
    least: 'member',
    places: { id: 'incident', conversationId: 'conversation' },
    ask: ({ id = '', conversationId = '' }: Ids) => ({ params: { id, conversationId }, body: { lane: 'must_answer' } }),
  },
  'GET /api/incidents/{id}/timeline': on('observer'),
  'PUT /api/incidents/{id}/timeline/{happeningId}': {
    least: 'member',
    places: { id: 'incident' },
    ask: ({ id = '' }: Ids) => ({ params: { id, happeningId: '999999999' }, body: { isStarred: true } }),
    own: 404,
  },
  'POST /api/incidents/{id}/entries': on('member', { kind: 'decision', text: 'We gaan dicht.', lang: 'nl' }),
  'POST /api/incidents/{id}/hold': on('lead', { needsApproval: false }),
  'POST /api/incidents/{id}/mail': { ...on('lead', { lang: 'nl' }), own: 400 },
  'POST /api/incidents/{id}/close': on('lead', { review: { heard: 'a', did: 'b', learned: 'c' } }),
  'POST /api/incidents/{id}/reopen': on('lead', {}),
  'GET /api/incidents/{id}/export': on('observer'),
  'GET /api/conversations/{id}/incidents': {
    least: 'observer',
    places: { id: 'conversation' },
    ask: ({ id = '' }: Ids) => ({ params: { id } }),
  },
  'GET /api/playbooks': { least: 'observer', ask: () => ({ query: { lang: 'nl' } }) },
  'PUT /api/playbooks/{key}': {
    least: 'lead',
    ask: () => ({
      params: { key: 'outage' },
      body: { lang: 'nl', name: 'Storing', steps: [{ title: 'Kijk eerst', who: '', minutes: null }], notToSay: [] },
    }),
  },
  'DELETE /api/playbooks/{key}': {
    least: 'lead',
    ask: () => ({ params: { key: 'outage' }, query: { lang: 'nl' } }),
  },
} as const
