import type { sources } from '#db/tables/listen.ts'

export type SourceRow = typeof sources.$inferSelect
