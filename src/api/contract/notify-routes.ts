import { z } from 'zod'
import { interfaceLanguages } from '#domain/member.ts'
import { hookKinds, mailLevels, mailSecurities, noticeKinds, noticeLevels } from '#domain/notice.ts'
import { isTimeZone } from '#domain/opening-hours.ts'
import { at, id, words } from './basic-shapes.ts'
import { byId, email, name, nothing } from './common-shapes.ts'
import type { Route } from './route.ts'

const levels = z.record(z.enum(noticeKinds), z.enum(noticeLevels))
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u)
const timeZone = z.string().max(64).refine(isTimeZone)
const trouble = words.extend({ at }).nullable()
const webAddress = z.url({ protocol: /^https?$/u }).max(2_048)
const key = z.string().regex(/^[\w-]{16,200}$/u)

export const noticeSettingsShape = z.object({
  levels,
  /** Times of the clock in `timeZone`; null is no quiet hours. */
  quiet: z.object({ from: clockTime, to: clockTime }).nullable(),
  timeZone,
  isPageHeard: z.boolean(),
  mailFrom: z.enum(mailLevels),
  showsText: z.boolean(),
  hasDigest: z.boolean(),
})

export const deviceShape = z.object({ id, name: z.string(), at, sentAt: at.nullable(), trouble })

export const mailServerShape = z.object({
  host: z.string(),
  port: z.int(),
  security: z.enum(mailSecurities),
  username: z.string(),
  hasPassword: z.boolean(),
  sender: z.string(),
  trouble,
  sentAt: at.nullable(),
})

export const hookShape = z.object({
  id,
  name: z.string(),
  kind: z.enum(hookKinds),
  /** Of its address, which is a secret, only where it leads. */
  host: z.string(),
  kinds: z.array(z.enum(noticeKinds)),
  departmentId: id.nullable(),
  lang: z.enum(interfaceLanguages),
  trouble,
  stoppedAt: at.nullable(),
  sentAt: at.nullable(),
})

const hookInput = z.object({
  name,
  kind: z.enum(hookKinds),
  url: webAddress.optional(),
  kinds: z.array(z.enum(noticeKinds)).min(1).max(noticeKinds.length),
  departmentId: id.nullable().default(null),
  lang: z.enum(interfaceLanguages).default('en'),
})
/** What became of a trial: sent, or why not. */
const tried = z.object({ isSent: z.boolean(), why: words.nullable() })

/** How I want to be told, and on which ways it leaves the house. */
export const notifyRoutes = {
  'GET /api/notices/settings': {
    who: 'member',
    says: 'How I want to be told: how loudly of what, my quiet hours, e-mail.',
    answer: noticeSettingsShape,
  },
  'PATCH /api/notices/settings': {
    who: 'member',
    says: 'Changes how I want to be told. Of the levels, only those named change.',
    body: noticeSettingsShape
      .partial()
      .extend({ levels: z.partialRecord(z.enum(noticeKinds), z.enum(noticeLevels)).optional() }),
    answer: noticeSettingsShape,
  },
  'GET /api/devices': {
    who: 'member',
    says: 'My browsers that may be pushed to, and the public key with which a browser subscribes.',
    answer: z.object({ publicKey: z.string(), devices: z.array(deviceShape) }),
  },
  'POST /api/devices': {
    who: 'member',
    says: 'This browser may be pushed to: its subscription, as it gave it.',
    body: z.object({
      name,
      subscription: z.object({ endpoint: webAddress, keys: z.object({ p256dh: key, auth: key }) }),
    }),
    answer: deviceShape,
  },
  'DELETE /api/devices/{id}': {
    who: 'member',
    says: 'One of my browsers is not pushed to any more.',
    params: byId,
    answer: nothing,
  },
  'POST /api/devices/{id}/try': {
    who: 'member',
    says: 'Pushes a trial to one of my browsers.',
    params: byId,
    body: nothing,
    answer: tried,
  },
  'GET /api/mail': {
    who: 'member',
    says: 'Over which server e-mail leaves, and when the letter of the day does.',
    answer: z.object({
      server: mailServerShape.nullable(),
      digest: z.object({ hour: clockTime, timeZone: z.string() }),
    }),
  },
  'PUT /api/mail': {
    who: 'member',
    says: 'The server for e-mail. Without a password the one that is kept stays, for the same host and user.',
    body: z.object({
      host: z.string().trim().min(1).max(253),
      port: z.int().min(1).max(65_535),
      security: z.enum(mailSecurities),
      username: z.string().trim().max(254).default(''),
      password: z.string().max(1_000).optional(),
      sender: email,
    }),
    answer: nothing,
  },
  'DELETE /api/mail': { who: 'member', says: 'No e-mail leaves any more.', answer: nothing },
  'POST /api/mail/try': { who: 'member', says: 'Sends a trial letter to me.', body: nothing, answer: tried },
  'PUT /api/mail/digest': {
    who: 'member',
    says: 'When the letter of the day leaves. With opening hours, their time zone holds.',
    body: z.object({ hour: clockTime, timeZone }),
    answer: nothing,
  },
  'GET /api/hooks': { who: 'member', says: 'The webhooks, without their addresses.', answer: z.array(hookShape) },
  'POST /api/hooks': { who: 'member', says: 'A new webhook.', body: hookInput, answer: hookShape },
  'PUT /api/hooks/{id}': {
    who: 'member',
    says: 'Changes a webhook, and turns it on again. Without an address the one that is kept stays.',
    params: byId,
    body: hookInput,
    answer: hookShape,
  },
  'DELETE /api/hooks/{id}': { who: 'member', says: 'Removes a webhook.', params: byId, answer: nothing },
  'POST /api/hooks/{id}/try': {
    who: 'member',
    says: 'Sends a trial to a webhook.',
    params: byId,
    body: nothing,
    answer: tried,
  },
  'PUT /api/conversations/{id}/mute': {
    who: 'member',
    says: 'I want to hear nothing of this conversation until then; without an end, for good.',
    params: byId,
    body: z.object({ until: z.iso.datetime({ offset: true }).nullable().default(null) }),
    answer: nothing,
  },
  'DELETE /api/conversations/{id}/mute': {
    who: 'member',
    says: 'I want to hear of it again.',
    params: byId,
    answer: nothing,
  },
} as const satisfies Record<string, Route>
