import assert from 'node:assert/strict'
import { test } from 'node:test'
import { eq } from 'drizzle-orm'
import { minute, second } from '#base/clock.ts'
import { AppError } from '#base/errors.ts'
import { incidentLetters, incidents } from '#db/tables/crisis.ts'
import { conversations } from '#db/tables/inbox.ts'
import { notices } from '#db/tables/notify.ts'
import { audit } from '#db/tables/team.ts'
import { readStops } from '#reply/read-stops.ts'
import { resumeSending } from '#reply/resume-sending.ts'
import { writeReply } from '#reply/write-reply.ts'
import { changeWorkspace } from '#team/change-workspace.ts'
import { approvalHouse } from '#testing/approval-house.ts'
import { incidentAsked } from '#testing/asked-examples.ts'
import { deliveryApp } from '#testing/delivery-house.ts'
import { addTask } from './add-task.ts'
import { changeIncident } from './change-incident.ts'
import { changeTask, removeTask } from './change-task.ts'
import { closeIncident, reopenIncident } from './close-incident.ts'
import { exportIncident } from './export-incident.ts'
import { holdEverything } from './hold-everything.ts'
import { mailStatus } from './mail-status.ts'
import { type NewIncident, openIncident } from './open-incident.ts'
import { placeInLane } from './place-in-lane.ts'
import { proposeLine } from './propose-line.ts'
import { putInRoom } from './put-in-room.ts'
import { readIncident, readIncidents } from './read-incident.ts'
import { readIncidentsOver } from './read-incidents-over.ts'
import { readLanes } from './read-lanes.ts'
import { readPlaybooks } from './read-playbooks.ts'
import { readTimeline } from './read-timeline.ts'
import { tellUpdatesDue } from './run-incidents.ts'
import { resetPlaybook, savePlaybook } from './save-playbook.ts'
import { settleLine } from './settle-line.ts'
import { starHappening } from './star-happening.ts'
import { writeEntry } from './write-entry.ts'

const app = await deliveryApp()
const isRefused = (code: string) => (error: unknown) => error instanceof AppError && error.code === code
const review = { heard: 'Mensen stonden stil.', did: 'Bussen gestuurd.', learned: 'Eerder zeggen.' }

/** Noor owns the house, Lot leads, Sem and Tess answer. */
async function room(given: Partial<NewIncident> = {}) {
  const house = await approvalHouse(app, { rules: [] })
  const row = await openIncident(house.as('lot'), { ...incidentAsked, title: 'Storing', isPrivate: true, ...given })
  const answer = async (conversationId: string, mentionId: string, text: string) => {
    const { version } = await house.readConversation(conversationId)
    const accountId = house.accountId
    return writeReply(house.as('sem'), { conversationId, mentionId, accountId, text, thenDo: 'done', version })
  }
  return { ...house, id: row.id, row, answer }
}

test('a private room is there for those in it, for administrators and the coordinator; for the others it does not exist', async () => {
  const house = await room()
  const { id, as, member } = house
  const seen = async (name: string) => (await readIncidents(as(name))).length
  assert.deepEqual([await seen('lot'), await seen('noor'), await seen('sem')], [1, 1, 0])
  for (const ask of [readIncident, readLanes, readTimeline, exportIncident])
    await assert.rejects(ask(as('sem'), id), isRefused('not_found'))
  await assert.rejects(addTask(as('sem'), { id, title: 'Bel', assigneeId: null }), isRefused('not_found'))
  await putInRoom(as('lot'), { id, memberId: member('sem').id, part: 'observer' })
  assert.equal((await readIncident(as('sem'), 'INC-1')).can.work, false)
  await assert.rejects(addTask(as('sem'), { id, title: 'Bel', assigneeId: null }), isRefused('not_allowed'))
  await putInRoom(as('lot'), { id, memberId: member('sem').id, part: 'member' })
  await addTask(as('sem'), { id, title: 'Bel', assigneeId: null })
  await putInRoom(as('lot'), { id, memberId: member('sem').id, part: null })
  assert.equal(await seen('sem'), 0)
  await changeWorkspace(as('noor'), { coordinatorId: member('sem').id })
  assert.equal(await seen('sem'), 1)
  const told = await app.db.asSystem((tx) =>
    tx
      .select()
      .from(notices)
      .where(eq(notices.memberId, member('sem').id)),
  )
  assert.deepEqual(
    told.map(({ kind, level, details }) => [kind, level, details.name]),
    [['incident_joined', 'page', 'INC-1']],
  )
})

test('whoever leads has the role for it, and an alert has one room', async () => {
  const house = await room()
  const { as, member } = house
  const asked = { ...incidentAsked, alertId: '01938000-0000-7000-8000-00000000000a' }
  const both = await Promise.all([openIncident(as('lot'), asked), openIncident(as('noor'), asked)])
  assert.equal(both[0].id, both[1].id)
  assert.equal((await readIncidents(as('noor'))).length, 2)
  await assert.rejects(openIncident(as('sem'), { ...incidentAsked, leadId: member('sem').id }), isRefused('bad_input'))
})

test('nobody approves a line they wrote; of two who write one is told; the newest approved is the line', async () => {
  const { id, as, member } = await room()
  await putInRoom(as('lot'), { id, memberId: member('sem').id, part: 'member' })
  await proposeLine(as('lot'), { id, text: 'We zoeken het uit.', basedOn: 0 })
  await assert.rejects(settleLine(as('lot'), { id, number: 1, what: 'approve', note: '' }), isRefused('not_allowed'))
  await settleLine(as('noor'), { id, number: 1, what: 'approve', note: '' })
  const race = [
    proposeLine(as('sem'), { id, text: 'Er rijden bussen.', basedOn: 1 }),
    proposeLine(as('noor'), { id, text: 'Neem de bus.', basedOn: 1 }),
  ]
  const ended = await Promise.allSettled(race)
  assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const states = async () => (await readIncident(as('lot'), id)).lines.map(({ number, state }) => [number, state])
  assert.deepEqual(await states(), [
    [2, 'proposed'],
    [1, 'approved'],
  ])
  await settleLine(as('lot'), { id, number: 2, what: 'approve', note: '' })
  assert.deepEqual(await states(), [
    [2, 'approved'],
    [1, 'replaced'],
  ])
  await assert.rejects(settleLine(as('lot'), { id, number: 2, what: 'send_back', note: '' }), isRefused('taken'))
})

test('what is not said in an incident stops an answer in its conversations, and nowhere else, and says who set it', async () => {
  const house = await room()
  const { id, as } = house
  const inIt = await house.addConversation()
  const elsewhere = await house.addConversation()
  await placeInLane(as('lot'), { id, conversationId: inIt.conversationId, lane: 'auto' })
  await changeIncident(as('lot'), { id, basedOn: 1, notToSay: ['kleine verstoring'] })
  const text = 'Dag Fleur, het was een kleine verstoring.'
  const refused = house.answer(inIt.conversationId, inIt.mentionId, text)
  await assert.rejects(refused, (error) => {
    assert.ok(error instanceof AppError)
    assert.match(error.message, /“kleine verstoring” is not said in incident INC-1\. lot set this\./u)
    return error.code === 'bad_input' && error.details.rule === 'incident'
  })
  await house.answer(elsewhere.conversationId, elsewhere.mentionId, text)
  const [over] = await readIncidentsOver(as('sem'), inIt.conversationId)
  assert.deepEqual([over?.key, over?.title, over?.notToSay], ['INC-1', null, ['kleine verstoring']])
  assert.equal((await readIncidentsOver(as('lot'), inIt.conversationId))[0]?.title, 'Storing')
  await placeInLane(as('lot'), { id, conversationId: inIt.conversationId, lane: 'out' })
  await house.answer(inIt.conversationId, inIt.mentionId, text)
})

test('a conversation belongs to it by its topic since it began, by its story, or by hand; the rule says its lane and a person wins', async () => {
  const { addConversation, within, as } = await room()
  const topicId = '01938000-0000-7000-8000-0000000000aa'
  const began = app.clock.now()
  const before = await addConversation({ topicIds: [topicId], latestAt: new Date(began.getTime() - minute) })
  const since = await addConversation({ topicIds: [topicId], intent: 'question', latestAt: began })
  const grave = await addConversation({ topicIds: [topicId], intent: 'legal_threat' })
  const byHand = await addConversation()
  const { id } = await openIncident(as('noor'), { ...incidentAsked, conversationIds: [byHand.conversationId] })
  await within((tx) =>
    tx
      .update(incidents)
      .set({ topicIds: [topicId] })
      .where(eq(incidents.id, id)),
  )
  const lanes = async () => {
    const { lines } = await readLanes(as('noor'), id)
    return Object.fromEntries(lines.map((line) => [line.id, `${line.lane} ${line.why}`]))
  }
  assert.deepEqual(await lanes(), {
    [since.conversationId]: 'use_line asks',
    [grave.conversationId]: 'must_answer flag',
    [byHand.conversationId]: 'watch rest',
  })
  await placeInLane(as('sem'), { id, conversationId: before.conversationId, lane: 'watch' })
  await placeInLane(as('sem'), { id, conversationId: grave.conversationId, lane: 'out' })
  await placeInLane(as('sem'), { id, conversationId: since.conversationId, lane: 'must_answer' })
  assert.deepEqual(await lanes(), {
    [before.conversationId]: 'watch hand',
    [since.conversationId]: 'must_answer hand',
    [byHand.conversationId]: 'watch rest',
  })
  // What was merged is answered where it went.
  await within((tx) =>
    tx
      .update(conversations)
      .set({ state: 'merged', mergedInto: grave.conversationId })
      .where(eq(conversations.id, byHand.conversationId)),
  )
  assert.equal((await lanes())[byHand.conversationId], undefined)
})

test('one act holds every answer for approval and stops sending; the approval ends with the incident', async () => {
  const house = await room()
  const { id, as } = house
  const { reply } = await house.write()
  await holdEverything(as('lot'), { id, needsApproval: true, stopReason: 'Storing INC-1' })
  assert.deepEqual(
    (await readStops(as('lot'))).map(({ stop }) => stop.reason),
    ['Storing INC-1'],
  )
  await house.driveAfter(minute)
  assert.equal(house.posts().length, 0)
  const [stop] = await readStops(as('lot'))
  await resumeSending(as('lot'), { id: stop?.stop.id ?? '', thenDo: 'send', spreadMinutes: 0, freshMinutes: 60 })
  await house.driveAfter(minute)
  assert.deepEqual([(await house.readReply(reply.id)).state, house.posts().length], ['awaits_approval', 0])
  await closeIncident(as('lot'), { id, review })
  const another = await house.write()
  assert.equal(another.reply.state, 'ready')
  const lines = await app.db.asSystem((tx) =>
    tx.select({ action: audit.action }).from(audit).where(eq(audit.workspaceId, house.workspaceId)),
  )
  const acts = lines.map(({ action }) => action)
  assert.ok(acts.includes('incident.hold') && acts.includes('sending.stop'))
})

test('the next update rings once for both leads, shows as late until somebody writes it, and starts anew with it', async () => {
  const { id, as, member } = await room()
  await changeIncident(as('noor'), { id, basedOn: 1, leadId: member('lot').id, updateMinutes: 30 })
  const before = (await readIncident(as('lot'), id)).row.nextUpdateAt
  assert.equal(before?.getTime(), app.clock.now().getTime() + 30 * minute)
  assert.equal(await tellUpdatesDue(app), 0)
  app.clock.advance(30 * minute)
  assert.equal(await tellUpdatesDue(app), 1)
  assert.equal(await tellUpdatesDue(app), 0)
  const due = await app.db.asSystem((tx) =>
    tx
      .select()
      .from(notices)
      .where(eq(notices.memberId, member('lot').id)),
  )
  assert.equal(due.filter(({ kind }) => kind === 'incident_due').length, 1)
  await writeEntry(as('lot'), { id, kind: 'update', text: 'Er rijden bussen.', lang: 'nl' })
  const { row, updates } = await readIncident(as('lot'), id)
  assert.equal(row.nextUpdateAt?.getTime(), app.clock.now().getTime() + 30 * minute)
  assert.deepEqual(
    updates.map(({ text }) => text),
    ['Er rijden bussen.'],
  )
})

test('an update goes to management where the room says so, with the words as they were; by hand only where somebody gets it', async () => {
  const { id, as, within } = await room()
  await assert.rejects(mailStatus(as('lot'), { id, lang: 'nl' }), isRefused('bad_input'))
  const mailTo = ['directie@example.org', 'raad@example.org']
  await changeIncident(as('lot'), { id, basedOn: 1, mailTo, mailsUpdates: true, happening: 'Geen stroom in Oost.' })
  await writeEntry(as('lot'), { id, kind: 'update', text: 'Om tien uur hersteld.', lang: 'nl' })
  const letters = await within((tx) => tx.select().from(incidentLetters).where(eq(incidentLetters.incidentId, id)))
  assert.deepEqual(letters.map(({ address }) => address).toSorted(), mailTo)
  for (const { subject, text } of letters) {
    assert.equal(subject, 'INC-1 · Storing')
    for (const words of [
      'Geen stroom in Oost.',
      'Om tien uur hersteld.',
      'nog geen lijn met akkoord',
      '/crisis/INC-1/status',
    ])
      assert.ok(text.includes(words), words)
  }
})

test('closing asks for the whole review; a closed room changes nothing until it is open again', async () => {
  const { id, as } = await room()
  await assert.rejects(closeIncident(as('lot'), { id, review: { ...review, learned: ' ' } }), isRefused('bad_input'))
  await closeIncident(as('lot'), { id, review })
  const late: (() => Promise<unknown>)[] = [
    () => addTask(as('lot'), { id, title: 'Nog iets', assigneeId: null }),
    () => proposeLine(as('lot'), { id, text: 'Nog iets', basedOn: 0 }),
    () => writeEntry(as('lot'), { id, kind: 'decision', text: 'Nog iets', lang: 'nl' }),
    () => holdEverything(as('lot'), { id, needsApproval: true }),
  ]
  for (const act of late) await assert.rejects(act(), isRefused('taken'))
  assert.deepEqual((await readIncident(as('lot'), id)).can, { work: false, lead: false })
  await reopenIncident(as('lot'), id)
  await addTask(as('lot'), { id, title: 'Nog iets', assigneeId: null })
  assert.deepEqual((await readIncident(as('lot'), id)).row.review, review)
})

test('the playbook becomes tasks and words; our own copy holds until the starter is taken back', async () => {
  const { as } = await room()
  const named = async () => (await readPlaybooks(as('sem'), 'nl')).find(({ key }) => key === 'outage')
  const starter = await named()
  await savePlaybook(as('lot'), {
    key: 'outage',
    lang: 'nl',
    name: 'Stroom weg',
    steps: [
      { title: 'Kijk', who: '', minutes: null },
      { title: 'Bel', who: 'Voorlichting', minutes: 20 },
    ],
    notToSay: ['even'],
  })
  const { id } = await openIncident(as('lot'), { ...incidentAsked, playbook: 'outage' })
  const { tasks, row } = await readIncident(as('lot'), id)
  assert.deepEqual(
    [tasks.map(({ title, who }) => [title, who]), row.notToSay],
    [
      [
        ['Kijk', ''],
        ['Bel', 'Voorlichting'],
      ],
      ['even'],
    ],
  )
  assert.deepEqual(
    tasks.map(({ dueAt }) => dueAt?.getTime()),
    [undefined, row.openedAt.getTime() + 20 * minute],
  )
  await resetPlaybook(as('lot'), { key: 'outage', lang: 'nl' })
  assert.deepEqual(await named(), starter)
  assert.equal(tasks.length, 2)
})

test('the export is the audit: every line of it about the incident, in order, none of another', async () => {
  const house = await room({ playbook: 'rumour' })
  const { id, as, member } = house
  const other = await openIncident(as('noor'), { ...incidentAsked, title: 'Iets anders' })
  await addTask(as('noor'), { id: other.id, title: 'Van de ander', assigneeId: null })
  const { conversationId, mentionId } = await house.addConversation()
  await placeInLane(as('lot'), { id, conversationId, lane: 'must_answer' })
  await putInRoom(as('lot'), { id, memberId: member('sem').id, part: 'member' })
  await proposeLine(as('sem'), { id, text: 'Het klopt niet.', basedOn: 0 })
  await settleLine(as('lot'), { id, number: 1, what: 'approve', note: '' })
  const taskId = await addTask(as('lot'), { id, title: 'Bel de krant', assigneeId: member('sem').id })
  await changeTask(as('sem'), { id: taskId, isDone: true })
  await changeTask(as('sem'), { id: taskId, isDone: true })
  await removeTask(as('sem'), taskId)
  await writeEntry(as('lot'), { id, kind: 'decision', text: 'We reageren.', lang: 'nl' })
  await house.answer(conversationId, mentionId, 'Dag Fleur, dit klopt niet.')
  await holdEverything(as('lot'), { id, needsApproval: true, stopReason: 'Even niets' })
  app.clock.advance(second)
  await closeIncident(as('lot'), { id, review })
  const { timeline, incident, messages } = await exportIncident(as('lot'), id)
  const { rows } = await app.db.pool.query<{ id: string; action: string }>(
    `select id, action from audit where workspace_id = $1 and ((subject_kind = 'incident' and subject_id = $2)
       or (conversation_id = $3 and action = 'reply.write') or action = 'sending.stop') order by id`,
    [house.workspaceId, id, conversationId],
  )
  assert.deepEqual(
    timeline.map((line) => `${line.id} ${line.action}`),
    rows.map((line) => `${line.id} ${line.action}`),
  )
  assert.equal(timeline.length, 13)
  const texts = timeline.flatMap(({ text }) => text ?? [])
  for (const words of ['Het klopt niet.', 'Bel de krant', 'We reageren.', 'Even niets'])
    assert.ok(texts.includes(words), words)
  assert.ok(!texts.includes('Van de ander'))
  assert.deepEqual(
    messages.lines.map((line) => line.id),
    [conversationId],
  )
  assert.deepEqual(incident.row.review, review)
  const starred = timeline.filter(({ isStarred }) => isStarred).map(({ action }) => action)
  assert.deepEqual(starred, [
    'incident.approve_line',
    'incident.decide',
    'sending.stop',
    'incident.hold',
    'incident.close',
  ])
})

test('a star stands on a line of this timeline only', async () => {
  const { id, as } = await room()
  const other = await openIncident(as('noor'), { ...incidentAsked, title: 'Iets anders' })
  const [mine] = await readTimeline(as('lot'), id)
  const [theirs] = await readTimeline(as('noor'), other.id)
  await starHappening(as('lot'), { id, happeningId: mine?.id ?? 0, isStarred: true })
  assert.equal((await readTimeline(as('lot'), id)).find((one) => one.id === mine?.id)?.isStarred, true)
  await assert.rejects(
    starHappening(as('lot'), { id, happeningId: theirs?.id ?? 0, isStarred: true }),
    isRefused('not_found'),
  )
})

test('of two who change the room at once one is told', async () => {
  const { id, as } = await room()
  const changes = [
    changeIncident(as('lot'), { id, basedOn: 1, title: 'Storing Oost' }),
    changeIncident(as('noor'), { id, basedOn: 1, title: 'Storing West' }),
  ]
  const ended = await Promise.allSettled(changes)
  assert.deepEqual(ended.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  assert.equal((await readIncident(as('lot'), id)).row.version, 2)
})
