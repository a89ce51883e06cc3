import type { APIRequestContext } from 'playwright-core'
import type { Answer, Ask, RouteName } from '#api/contract/contract.ts'
import type { Visitor } from './browser.ts'
import type { Lang } from './words.ts'

export const password = 'een heel lang wachtwoord'
export const owner = { name: 'Noor de Wit', email: 'noor@zilvermeeuw.example', workspaceName: 'Zilvermeeuw' }

/** Asks the server as the visitor, by its contract; a refusal is an error. In the workspace of the session, or the one that is named. */
export async function call<N extends RouteName>(
  visitor: Visitor,
  name: N,
  given: Ask<N>,
  workspace?: string,
): Promise<Answer<N>> {
  const headers: Record<string, string> = workspace === undefined ? {} : { 'wederhoor-workspace': workspace }
  return await callAs(visitor.context.request, name, { ...(given as Given), headers })
}

type Given = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: unknown
  headers?: Record<string, string>
}

async function callAs<N extends RouteName>(request: APIRequestContext, name: N, given: Given): Promise<Answer<N>> {
  const { params = {}, query, body, headers } = given
  const [method = 'GET', path = ''] = name.split(' ')
  const url = path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(params[key] ?? ''))
  const answer = await request.fetch(url, {
    method,
    params: query,
    headers: { ...headers, ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) },
    ...(method === 'GET' ? {} : { data: body ?? {} }),
  })
  if (!answer.ok()) throw new Error(`${name} was answered with ${answer.status()}: ${await answer.text()}`)
  return (await answer.json()) as Answer<N>
}

/** Makes the owner's account without its screens, which have tests of their own. */
export async function signUp(visitor: Visitor, lang: Lang = visitor.lang): Promise<void> {
  await call(visitor, 'POST /api/first-run', { body: { ...owner, password, lang } })
}

/** A colleague who was invited and accepted, signed in in a browser of their own. */
export async function invite(
  host: Visitor,
  guest: Visitor,
  who: { name: string; email: string; role: 'member' | 'observer' | 'lead' | 'admin' },
): Promise<void> {
  const { name, email, role } = who
  const { link = '' } = await call(host, 'POST /api/invitations', { body: { email, role } })
  const token = new URL(link).pathname.split('/').at(-1) ?? ''
  await call(guest, 'POST /api/invitations/{token}', { params: { token }, body: { name, password, lang: guest.lang } })
}
