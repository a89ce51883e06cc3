import type { Command } from './command.ts'

/** Loaded when asked for: the two filters start in a moment, since they bring no database along. */
export const commands: Record<string, { says: string; load: () => Promise<Command> }> = {
  start: {
    says: 'run Wederhoor: listen, keep, and show the screens',
    load: async () => (await import('./start.ts')).start,
  },
  match: { says: 'which topics does each post match? (filter)', load: async () => (await import('./match.ts')).match },
  triage: {
    says: 'what does each post say, and why? (filter)',
    load: async () => (await import('./triage.ts')).triage,
  },
  import: { says: 'take in posts from a file', load: async () => (await import('./import-posts.ts')).importPosts },
  export: {
    says: 'write out conversations, mentions, corrections, or what was learned',
    load: async () => (await import('./export-rows.ts')).exportRows,
  },
  user: { says: 'list, add and mend the accounts of people', load: async () => (await import('./user.ts')).user },
  stop: { says: 'nothing goes out any more, until it is resumed', load: async () => (await import('./stop.ts')).stop },
  resume: {
    says: 'end a stop, and say what becomes of what waited',
    load: async () => (await import('./resume.ts')).resume,
  },
  'rebuild-figures': {
    says: 'count the figures of the reports anew',
    load: async () => (await import('./rebuild-figures.ts')).rebuildFiguresCommand,
  },
  migrate: {
    says: 'bring the database up to this version',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
}
