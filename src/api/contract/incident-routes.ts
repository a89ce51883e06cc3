import { z } from 'zod'
import { entryKinds, incidentParts, lanes, incidentLimits as most } from '#domain/incident.ts'
import { playbookKeys } from '#domain/playbook.ts'
import { stopReasonMax } from '#domain/stop.ts'
import { byId, email, nothing } from './common-shapes.ts'
import * as incident from './incident-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

const { id } = shape
/** Reading takes its key (INC-3) as well. */
const byKey = z.object({ id: z.string().min(1).max(60) })
const text = (max: number) => z.string().trim().min(1).max(max)
const ids = (max: number) => z.array(id).max(max)

/** The crisis room. What one may not enter is not there: it answers 404 as what never was. */
export const incidentRoutes = {
  'GET /api/incidents': {
    who: 'member',
    says: 'The incidents one may see, open ones first.',
    answer: z.array(incident.incidentLineShape),
  },
  'POST /api/incidents': {
    who: 'member',
    says: 'Open an incident, by hand or from an alert; an alert that has a room answers that one. Whoever opens it is in it.',
    body: z.object({
      title: text(most.title),
      happening: z.string().trim().max(most.happening).default(''),
      isPrivate: z.boolean().default(true),
      leadId: id.nullable().default(null),
      commsId: id.nullable().default(null),
      memberIds: ids(most.people).default([]),
      topicIds: ids(most.topics).default([]),
      conversationIds: ids(most.conversations).default([]),
      alertId: id.nullable().default(null),
      beganAt: z.iso.datetime({ offset: true }).nullable().default(null),
      playbook: z.enum(playbookKeys).nullable().default(null),
      lang: incident.langAsked,
    }),
    answer: z.object({ id, key: z.string() }),
    isOnce: true,
  },
  'GET /api/incidents/{id}': {
    who: 'member',
    says: 'The room as it stands, by id or key.',
    params: byKey,
    answer: incident.incidentShape,
  },
  'PATCH /api/incidents/{id}': {
    who: 'member',
    says: 'Change what holds for the room: given only what changes. Refused (409) when somebody else changed it since `basedOn`.',
    params: byId,
    body: z.object({
      basedOn: z.int().positive(),
      title: text(most.title).optional(),
      happening: z.string().trim().max(most.happening).optional(),
      isPrivate: z.boolean().optional(),
      leadId: id.nullable().optional(),
      commsId: id.nullable().optional(),
      topicIds: ids(most.topics).optional(),
      notToSay: incident.wordsAsked.optional(),
      voices: z.array(incident.voiceShape).max(most.voices).optional(),
      updateMinutes: z.int().min(1).max(most.updateMinutes).nullable().optional(),
      mailTo: z.array(email).max(most.mailTo).optional(),
      mailsUpdates: z.boolean().optional(),
    }),
    answer: z.object({ version: z.int() }),
  },
  'PUT /api/incidents/{id}/people/{memberId}': {
    who: 'member',
    says: 'Let somebody in, to work or to observe, or out (null).',
    params: z.object({ id, memberId: id }),
    body: z.object({ part: z.enum(incidentParts).nullable() }),
    answer: nothing,
  },
  'POST /api/incidents/{id}/lines': {
    who: 'member',
    says: 'Propose a version of the line. Refused (409) when there is a newer one than `basedOn` (0: none).',
    params: byId,
    body: z.object({ text: text(most.line), basedOn: z.int().min(0) }),
    answer: z.object({ number: z.int() }),
    isOnce: true,
  },
  'POST /api/incidents/{id}/lines/{number}': {
    who: 'member',
    says: 'Approve a version of the line, or send it back. Nobody approves their own.',
    params: z.object({ id, number: z.coerce.number().int().positive() }),
    body: z.object({
      what: z.enum(['approve', 'send_back']),
      note: z.string().trim().max(most.note).default(''),
    }),
    answer: nothing,
  },
  'POST /api/incidents/{id}/tasks': {
    who: 'member',
    says: 'One more thing to do.',
    params: byId,
    body: z.object({ title: text(most.task), assigneeId: id.nullable().default(null) }),
    answer: z.object({ id }),
    isOnce: true,
  },
  'PATCH /api/incident-tasks/{id}': {
    who: 'member',
    says: 'Done, or not after all; or somebody else’s.',
    params: byId,
    body: z.object({ isDone: z.boolean().optional(), assigneeId: id.nullable().optional() }),
    answer: nothing,
  },
  'DELETE /api/incident-tasks/{id}': {
    who: 'member',
    says: 'Take a task off the list.',
    params: byId,
    answer: nothing,
  },
  'GET /api/incidents/{id}/messages': {
    who: 'member',
    says: 'Its conversations, each in its lane.',
    params: byKey,
    answer: incident.lanesShape,
  },
  'PUT /api/incidents/{id}/messages/{conversationId}': {
    who: 'member',
    says: 'Put a conversation in, into a lane (`auto`: the rule says which), or take it out.',
    params: z.object({ id, conversationId: id }),
    body: z.object({ lane: z.enum([...lanes, 'auto', 'out']) }),
    answer: nothing,
  },
  'GET /api/incidents/{id}/timeline': {
    who: 'member',
    says: 'What happened, the newest first, at most 300: it writes itself from the audit.',
    params: byKey,
    answer: z.array(incident.happeningShape),
  },
  'PUT /api/incidents/{id}/timeline/{happeningId}': {
    who: 'member',
    says: 'Mark a line of the timeline as one that mattered. Decisions are marked by themselves.',
    params: z.object({ id, happeningId: z.coerce.number().int().positive() }),
    body: z.object({ isStarred: z.boolean() }),
    answer: nothing,
  },
  'POST /api/incidents/{id}/entries': {
    who: 'member',
    says: 'Write down a decision, or an update: that sets the clock anew, and goes out by e-mail where the room says so.',
    params: byId,
    body: z.object({ kind: z.enum(entryKinds), text: text(most.entry), lang: incident.langAsked }),
    answer: z.object({ id }),
    isOnce: true,
  },
  'POST /api/incidents/{id}/hold': {
    who: 'member',
    says: 'One act: every answer of the workspace needs approval, and nothing goes out (`stopReason`, which everybody reads). Either can be left out.',
    params: byId,
    body: z.object({
      needsApproval: z.boolean().optional(),
      stopReason: z.string().trim().min(1).max(stopReasonMax).optional(),
    }),
    answer: nothing,
  },
  'POST /api/incidents/{id}/mail': {
    who: 'member',
    says: 'Send the status as it stands to those who get it by e-mail.',
    params: byId,
    body: z.object({ lang: incident.langAsked }),
    answer: z.object({ count: z.int() }),
    isOnce: true,
  },
  'POST /api/incidents/{id}/close': {
    who: 'member',
    says: 'It is over, with the review: what we heard, what we did and why, what we change.',
    params: byId,
    body: z.object({ review: incident.reviewShape }),
    answer: nothing,
  },
  'POST /api/incidents/{id}/reopen': { who: 'member', says: 'It goes on.', params: byId, answer: nothing },
  'GET /api/incidents/{id}/export': {
    who: 'member',
    says: 'All of it: the room, its conversations, and every line of the audit about it.',
    params: byKey,
    answer: incident.exportedIncidentShape,
  },
  'GET /api/conversations/{id}/incidents': {
    who: 'member',
    says: 'The open incidents a conversation is part of: the line, and what is not said. Whoever answers may know that, also of a private room.',
    params: byId,
    answer: z.array(incident.incidentOverShape),
  },
  'GET /api/playbooks': {
    who: 'member',
    says: 'What is done in a crisis of each kind: our own copy, else the starter.',
    query: z.object({ lang: incident.langAsked }),
    answer: z.array(incident.playbookShape),
  },
  'PUT /api/playbooks/{key}': {
    who: 'member',
    says: 'Our own copy from now on.',
    params: z.object({ key: z.enum(playbookKeys) }),
    body: z.object({
      lang: incident.langAsked,
      name: text(most.title),
      steps: incident.stepsAsked,
      notToSay: incident.wordsAsked,
    }),
    answer: nothing,
  },
  'DELETE /api/playbooks/{key}': {
    who: 'member',
    says: 'The starter holds again.',
    params: z.object({ key: z.enum(playbookKeys) }),
    query: z.object({ lang: incident.langAsked }),
    answer: nothing,
  },
} as const satisfies Record<string, Route>
