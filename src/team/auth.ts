import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { betterAuth } from 'better-auth'
import type { Pool } from 'pg'
import { AppError } from '#base/errors.ts'

/**
 * Who somebody is, behind one port of our own. The library keeps users, passwords and sessions; what they may do is
 * decided elsewhere (`can`). Nobody signs up by themselves: an account comes from the first run or an invitation.
 */
export type Auth = {
  /** `null` when e-mail address or password do not fit. The answer does not say which. */
  signIn(input: { email: string; password: string; headers: Headers }): Promise<SignedIn | null>
  signOut(headers: Headers): Promise<string[]>
  session(headers: Headers): Promise<KnownSession | null>
  createUser(input: { name: string; email: string; password: string; lang: string }): Promise<string>
  checkPassword(userId: string, password: string): Promise<boolean>
  setPassword(userId: string, password: string): Promise<void>
}
export type SignedIn = { userId: string; cookies: string[] }
export type KnownSession = { sessionId: string; userId: string; workspaceId: string | null }

const sessionDays = 30
const daySeconds = 86_400

export function openAuth(input: { pool: Pool; secret: string; publicUrl: string }): Auth {
  const auth = library(input)
  return {
    async signIn({ email, password, headers }) {
      try {
        const answer = await auth.api.signInEmail({ body: { email, password }, headers, returnHeaders: true })
        return { userId: answer.response.user.id, cookies: answer.headers.getSetCookie() }
      } catch (error) {
        if (isRefusal(error)) return null
        throw error
      }
    },
    async signOut(headers) {
      const answer = await auth.api.signOut({ headers, returnHeaders: true })
      return answer.headers.getSetCookie()
    },
    async session(headers) {
      if (!headers.get('cookie')) return null
      const known = await auth.api.getSession({ headers })
      if (!known) return null
      const { id, userId, workspaceId } = known.session as { id: string; userId: string; workspaceId?: string | null }
      return { sessionId: id, userId, workspaceId: workspaceId ?? null }
    },
    async createUser({ name, email, password, lang }) {
      const { internalAdapter } = await auth.$context
      const known = await internalAdapter.findUserByEmail(email)
      if (known) throw new AppError('taken', 'There is an account with this e-mail address already. Sign in with it.')
      const user = await internalAdapter.createUser({ name, email: email.toLowerCase(), emailVerified: false, lang }, {
        method: 'email-password',
      } as never)
      const hash = await hashPassword(password)
      await internalAdapter.linkAccount({
        userId: user.id,
        providerId: 'credential',
        accountId: user.id,
        password: hash,
      })
      return user.id
    },
    async checkPassword(userId, password) {
      const { internalAdapter } = await auth.$context
      const own = (await internalAdapter.findAccounts(userId)).find((one) => one.providerId === 'credential')
      return own?.password ? verifyPassword({ hash: own.password, password }) : false
    },
    async setPassword(userId, password) {
      const { internalAdapter } = await auth.$context
      await internalAdapter.updatePassword(userId, await hashPassword(password))
    },
  }
}

function library({ pool, secret, publicUrl }: { pool: Pool; secret: string; publicUrl: string }) {
  const isSecure = publicUrl.startsWith('https:')
  return betterAuth({
    database: pool,
    secret,
    baseURL: publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 256,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    account: {
      modelName: 'sign_ins',
      accountLinking: { enabled: false },
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'users',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { lang: { type: 'string', required: false, input: false } },
    },
    session: {
      modelName: 'sessions',
      expiresIn: sessionDays * daySeconds,
      updateAge: daySeconds,
      cookieCache: { enabled: false },
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: {
        workspaceId: { type: 'string', required: false, input: false, fieldName: 'workspace_id' },
      },
    },
    verification: {
      modelName: 'verifications',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      useSecureCookies: isSecure,
      cookies: { session_token: { name: isSecure ? '__Host-wederhoor' : 'wederhoor' } },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true, path: '/', secure: isSecure },
    },
  })
}

/** Parameters of the OWASP password storage cheat sheet for argon2id: 19 MiB, 2 passes, 1 lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 }
const derive = promisify(argon2)

async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...cost })
  return ['argon2id', cost.memory, cost.passes, nonce.toString('base64url'), tag.toString('base64url')].join('$')
}

async function verifyPassword({ hash, password }: { hash: string; password: string }): Promise<boolean> {
  const [kind, memory, passes, nonce, expected] = hash.split('$')
  if (kind !== 'argon2id' || !nonce || !expected) return false
  const tag = await derive('argon2id', {
    message: password.normalize('NFKC'),
    nonce: Buffer.from(nonce, 'base64url'),
    ...cost,
    memory: Number(memory),
    passes: Number(passes),
  })
  const wanted = Buffer.from(expected, 'base64url')
  return tag.length === wanted.length && timingSafeEqual(tag, wanted)
}

/** The library throws its refusals as errors with a status; anything else is a fault of ours or of the database. */
function isRefusal(error: unknown): boolean {
  const status = (error as { statusCode?: number }).statusCode
  return status === 401 || status === 400 || status === 403
}
