import { z } from 'zod'
import { densities } from '#domain/density.ts'
import { layouts } from '#domain/inbox-layout.ts'
import { interfaceLanguages } from '#domain/member.ts'
import { email, name, nothing, password } from './common-shapes.ts'
import type { Route } from './route.ts'
import * as shape from './shapes.ts'

/** Who am I: signing in and out, the first run, an invitation. */
export const sessionRoutes = {
  'GET /api/health': {
    who: 'anyone',
    says: 'Is the program well?',
    answer: z.object({
      status: z.literal('ok'),
      version: z.string(),
      /** Since when the deadlines of promises are not looked at; null when all is well. */
      promisesStandSince: shape.at.nullable(),
    }),
  },
  'GET /api/session': { who: 'anyone', says: 'Who am I, and where?', answer: shape.sessionShape },
  'POST /api/first-run': {
    who: 'anyone',
    says: 'The first visitor becomes the owner. Refused (409) once anybody has an account.',
    body: z.object({ name, email, password, workspaceName: name, lang: z.enum(interfaceLanguages) }),
    answer: shape.sessionShape,
  },
  'POST /api/sign-in': {
    who: 'anyone',
    says: 'Sign in with e-mail address and password.',
    body: z.object({ email, password: z.string().max(256) }),
    answer: shape.sessionShape,
  },
  'POST /api/sign-out': { who: 'user', says: 'End this session.', body: nothing, answer: nothing },
  'PATCH /api/me': {
    who: 'user',
    says: 'My name, password, language, look, columns in this workspace and keys (of those only what is named changes; `null` is as it comes); and that I practised.',
    body: z.object({
      name: name.optional(),
      lang: z.enum(interfaceLanguages).optional(),
      theme: z.enum(['system', 'light', 'dark']).optional(),
      practice: z.literal('done').optional(),
      keys: shape.keyChangesShape.optional(),
      areLettersOn: z.boolean().optional(),
      density: z.enum(densities).optional(),
      opensNext: z.boolean().optional(),
      layout: z.enum(layouts).optional(),
      columns: shape.columnsShape.optional(),
      password: z.object({ current: z.string(), next: password }).optional(),
    }),
    answer: shape.sessionShape,
  },
  'POST /api/me/workspace': {
    who: 'user',
    says: 'Go to another workspace of mine.',
    body: z.object({ workspaceId: shape.id }),
    answer: shape.sessionShape,
  },
  'GET /api/invitations/{token}': {
    who: 'anyone',
    says: 'What an invitation offers.',
    params: z.object({ token: z.string().max(128) }),
    answer: z.object({ workspaceName: z.string(), email: z.string(), isKnown: z.boolean() }),
  },
  'POST /api/invitations/{token}': {
    who: 'anyone',
    says: 'Accept an invitation: a new account, or one that exists (its password is asked).',
    params: z.object({ token: z.string().max(128) }),
    body: z.object({ name, password, lang: z.enum(interfaceLanguages) }),
    answer: shape.sessionShape,
  },
} as const satisfies Record<string, Route>
