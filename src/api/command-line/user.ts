import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { eq } from 'drizzle-orm'
import { email as emailShape } from '#api/contract/common-shapes.ts'
import type { OpenedApp } from '#app.ts'
import { AppError } from '#base/errors.ts'
import { members, users, workspaces } from '#db/tables/team.ts'
import { type Role, roles } from '#domain/member.ts'
import { addMember } from '#team/add-member.ts'
import { type Auth, openAuth } from '#team/auth.ts'
import type { Command } from './command.ts'
import { withApp, workspaceNamed } from './with-app.ts'

const help = `wederhoor user <list | add | password> [options]

  list                                     everybody, with workspace and role
  add --email <address> --name <name>      a new account; its password is printed once
      [--role ${roles.join('|')}] [--workspace <name>]
  password --email <address>               a new password, printed once; for who is locked out

  --data <folder>    where everything is kept (WEDERHOOR_DATA)

Examples
  wederhoor user list
  wederhoor user add --email sanne@example.org --name "Sanne Dijkstra" --role lead
  wederhoor user password --email noor@example.org
`

type Values = { email?: string; name?: string; role?: string; workspace?: string; data?: string }

export const user: Command = {
  help,
  async run(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        email: { type: 'string' },
        name: { type: 'string' },
        role: { type: 'string' },
        workspace: { type: 'string' },
        data: { type: 'string' },
      },
    })
    const verb = verbs[positionals[0] ?? '']
    if (!verb) throw new AppError('bad_input', `Say what to do: list, add or password.\n\n${help}`)
    return withApp(values.data, async (app) => {
      const secret = app.secrets.keyFor('session').toString('base64url')
      await verb(app, openAuth({ pool: app.db.pool, secret, publicUrl: app.publicUrl }), values)
      return 0
    })
  },
}

const verbs: Record<string, (app: OpenedApp, auth: Auth, values: Values) => Promise<void>> = {
  async list(app) {
    const rows = await app.db.asSystem((tx) =>
      tx
        .select({
          email: users.email,
          name: users.name,
          role: members.role,
          workspace: workspaces.name,
          leftAt: members.leftAt,
        })
        .from(users)
        .leftJoin(members, eq(members.userId, users.id))
        .leftJoin(workspaces, eq(workspaces.id, members.workspaceId))
        .orderBy(users.email),
    )
    for (const row of rows) {
      const place = row.leftAt ? 'left' : `${row.role ?? 'no workspace'}${row.workspace ? ` in ${row.workspace}` : ''}`
      process.stdout.write(`${row.email}\t${row.name}\t${place}\n`)
    }
  },

  async add(app, auth, values) {
    const given = emailShape.safeParse(needed(values.email, '--email'))
    if (!given.success)
      throw new AppError('bad_input', '--email is not an e-mail address. Example: --email sanne@example.org')
    const email = given.data
    const name = needed(values.name, '--name')
    const role = (values.role ?? 'member') as Role
    if (!roles.includes(role)) throw new AppError('bad_input', `--role must be one of ${roles.join(', ')}.`)
    const workspaceId = await workspaceNamed(app, values.workspace)
    const password = newPassword()
    const userId = await auth.createUser({ name, email, password, lang: 'en' })
    await addMember({ app, workspaceId, actor: { kind: 'system', part: 'command-line' } }, { userId, name, role })
    process.stdout.write(`${email} can sign in with the password\n\n  ${password}\n\nIt is not shown again.\n`)
  },

  async password(app, auth, values) {
    const email = needed(values.email, '--email').toLowerCase()
    const [row] = await app.db.asSystem((tx) => tx.select({ id: users.id }).from(users).where(eq(users.email, email)))
    if (!row) throw new AppError('not_found', `Nobody has an account with ${email}. wederhoor user list shows who has.`)
    const password = newPassword()
    await auth.setPassword(row.id, password)
    process.stdout.write(`The new password of ${email} is\n\n  ${password}\n\nIt is not shown again.\n`)
  },
}

function needed(value: string | undefined, option: string): string {
  if (value) return value
  throw new AppError('bad_input', `${option} is missing.\n\n${help}`)
}

function newPassword(): string {
  return randomBytes(12).toString('base64url')
}
