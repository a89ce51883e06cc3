import { resolve } from 'node:path'
import { z } from 'zod'
import { addressRules } from './address-rules.ts'
import { AppError, messageOf } from './errors.ts'
import { nearestWord } from './nearest-word.ts'

/** One setting: its name outside, what it means to a person, and how its text is read. */
export type Setting = {
  name: string
  meaning: string
  /** What holds when it is not set; undefined: nothing does. */
  default?: string
  example: string
  schema: z.ZodType<unknown, string | undefined>
}

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
const portMax = 65_535

/** Every setting there is. The page docs/settings.md is written from this table. */
export const settingTable = {
  dataFolder: {
    name: 'WEDERHOOR_DATA',
    meaning:
      'The folder in which everything is kept: the database, the key, exports. Back it up; give each Wederhoor its own.',
    default: './data',
    example: '/var/lib/wederhoor',
    schema: z.string().transform((path) => resolve(path)),
  },
  databaseUrl: {
    name: 'DATABASE_URL',
    meaning:
      'Your own PostgreSQL, version 15 or newer. Without it Wederhoor runs the PostgreSQL that comes with it, inside the data folder. The user must own the database and may make roles.',
    example: 'postgres://user:password@localhost:5432/wederhoor',
    schema: z
      .url({ protocol: /^postgres(ql)?$/, error: 'it must be an address that begins with postgres://' })
      .optional(),
  },
  host: {
    name: 'WEDERHOOR_HOST',
    meaning:
      'The network address to listen on. The default is reached from this machine only; 0.0.0.0 from everywhere, which wants HTTPS in front.',
    default: '127.0.0.1',
    example: '0.0.0.0',
    schema: z.string().regex(/^[\w.:-]+$/, 'it must be a host name or an address'),
  },
  port: {
    name: 'WEDERHOOR_PORT',
    meaning:
      'The port to listen on. When it is taken, the next free one is used and printed; a port given with --port is kept to, or refused.',
    default: '4180',
    example: '8080',
    schema: wholeNumber(0, portMax),
  },
  publicUrl: {
    name: 'WEDERHOOR_URL',
    meaning:
      'The address at which people reach Wederhoor, used in links and for networks that call back: feeds with a hub (WebSub) then tell of news at once, and are asked less often. Without it, the address it listens on, and no hub is asked.',
    example: 'https://wederhoor.example.com',
    schema: z
      .url({ protocol: /^https?$/, abort: true, error: 'it must be an address that begins with http:// or https://' })
      .refine(
        (url) => new URL(url).pathname === '/',
        'it must end after the host: Wederhoor does not live below a path',
      )
      .transform((url) => new URL(url).origin)
      .optional(),
  },
  logLevel: {
    name: 'WEDERHOOR_LOG',
    meaning: `How much is said on standard error: ${logLevels.join(', ')}. Neither secrets nor the text of posts are ever in it.`,
    default: 'info',
    example: 'debug',
    schema: z.enum(logLevels, `it must be one of ${logLevels.join(', ')}`),
  },
  secretFile: {
    name: 'WEDERHOOR_SECRET_FILE',
    meaning:
      'The file with the key that seals passwords and tokens in the database, made at the first start. Without it, a file in the data folder; keep it elsewhere to keep it out of backups of that folder. Several Wederhoors on one database need the same one.',
    example: '/etc/wederhoor/secret-key',
    schema: z
      .string()
      .transform((path) => resolve(path))
      .optional(),
  },
  allowInside: {
    name: 'WEDERHOOR_ALLOW_INSIDE',
    meaning:
      'Hosts, addresses and ranges inside your own network that may be reached, separated by commas: sources, webhooks, a mail server. Everything inside is refused otherwise.',
    default: '',
    example: 'forum.lan, 10.1.2.0/24',
    schema: z.string().transform((text, context) => insideList(text, context)),
  },
  chromium: {
    name: 'WEDERHOOR_CHROMIUM',
    meaning:
      'The Chromium or Chrome that makes a PDF of a report. Without it the one that is found on this machine; where there is none, reports leave without a PDF and are printed by the browser of whoever reads them.',
    example: '/usr/bin/chromium',
    schema: z.string().optional(),
  },
  isDemoWanted: {
    name: 'WEDERHOOR_DEMO',
    meaning:
      'With yes whoever signs in is led to a demo company, which is set up when there is none: two firms that do not exist, with eight weeks of messages. It stands in workspaces of its own, nothing of it leaves this machine, and one button removes it. The same as --demo.',
    default: 'no',
    example: 'yes',
    schema: z.enum(['yes', 'no'], 'it must be yes or no').transform((word) => word === 'yes'),
  },
  isOffline: {
    name: 'WEDERHOOR_OFFLINE',
    meaning: 'With yes nothing leaves this machine: no source is read and nothing is sent.',
    default: 'no',
    example: 'yes',
    schema: z.enum(['yes', 'no'], 'it must be yes or no').transform((word) => word === 'yes'),
  },
} satisfies Record<string, Setting>

export type Settings = { [Key in keyof typeof settingTable]: z.output<(typeof settingTable)[Key]['schema']> }

/** Names that begin like ours and are for those who develop; each is described in CONTRIBUTING.md. */
export const developerNames = [
  'WEDERHOOR_TEST_CLUSTER',
  'WEDERHOOR_TEST_REQUIRE',
  'WEDERHOOR_TEST_WORLDS',
  'WEDERHOOR_TEST_STOPS',
  'WEDERHOOR_TEST_SEED',
  'WEDERHOOR_TEST_SHOTS',
  'WEDERHOOR_TEST_STATES',
  'WEDERHOOR_DEV_SERVER',
]

export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The settings of an environment. Wrong ones are refused all at once, each with its name and an example; a name that
 * is not known gives a warning with the nearest one that is.
 */
export function readSettings(env: Environment): { settings: Settings; warnings: string[] } {
  const problems: string[] = []
  const values = Object.entries<Setting>(settingTable).map(([key, setting]) => {
    const given = env[setting.name]?.trim() || undefined
    const parsed = setting.schema.safeParse(given ?? setting.default)
    if (parsed.success) return [key, parsed.data]
    problems.push(problemOf(setting, given ?? '', parsed.error))
    return [key, undefined]
  })
  if (problems.length > 0) throw new AppError('bad_input', problems.join('\n'))
  // The one place where the table's keys and schemas become the type that is derived from them.
  return { settings: Object.fromEntries(values) as Settings, warnings: strangers(env) }
}

function problemOf({ name, example }: Setting, given: string, error: z.ZodError): string {
  // An address may hold a password, which must not end in a log.
  const said = given.includes('@') ? '' : ` is “${given}”`
  return `${name}${said}: ${error.issues[0]?.message ?? 'it cannot be read'}. Example: ${name}=${example}`
}

function strangers(env: Environment): string[] {
  const names = Object.values(settingTable).map((setting) => setting.name)
  const known = new Set([...names, ...developerNames])
  const unknown = Object.keys(env).filter((name) => name.startsWith('WEDERHOOR_') && !known.has(name))
  return unknown.map((name) => {
    const nearest = nearestWord(name, names)
    return `There is no setting ${name}${nearest ? `; was ${nearest} meant?` : '.'} All of them are in docs/settings.md.`
  })
}

function wholeNumber(min: number, max: number): z.ZodType<number, string | undefined> {
  const words = `it must be a whole number from ${min} to ${max}`
  return z.string().regex(/^\d+$/, words).transform(Number).pipe(z.number().min(min, words).max(max, words))
}

function insideList(text: string, context: z.RefinementCtx): string[] {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== '')
  try {
    addressRules(entries)
  } catch (error) {
    context.addIssue(messageOf(error))
  }
  return entries
}
