import { timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { App } from '#app.ts'
import type { DayRange } from '#report/report-period.ts'

/**
 * What opens a report without signing in: the name of a row that says until when it does; or, for the program's own browser while it makes a PDF, the report,
 * its days and the moment after which it opens nothing. Both are signed under the key of the house: nothing in a copy of the database opens anything.
 */
export type ShareToken =
  | { kind: 'share'; shareId: string }
  | ({ kind: 'paper'; reportId: string; until: number } & DayRange)

const shape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), shareId: z.uuid() }),
  z.object({
    kind: z.literal('paper'),
    ...{ reportId: z.uuid(), until: z.number(), from: z.iso.date(), to: z.iso.date() },
  }),
])

export function tokenOf(app: Pick<App, 'secrets'>, token: ShareToken): string {
  const said = token.kind === 'share' ? token.shareId : [token.reportId, token.from, token.to, token.until].join('_')
  // No dot: an address with one is that of a file.
  return `${said}~${app.secrets.sign(said, 'share')}`
}

/** Undefined for what was not made here. Whether it still opens anything says its row, or its moment. */
export function readToken(app: Pick<App, 'secrets'>, token: string): ShareToken | undefined {
  const [said = '', proof = ''] = token.split('~')
  const right = Buffer.from(app.secrets.sign(said, 'share'))
  const given = Buffer.from(proof)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const [id, from, to, until] = said.split('_')
  const read = shape.safeParse(
    until === undefined
      ? { kind: 'share', shareId: id }
      : { kind: 'paper', reportId: id, from, to, until: Number(until) },
  )
  return read.data
}

/** Where somebody with this link looks. It names no workspace: who has the link need not know of any. */
export function sharePath(token: string): string {
  return `/shared/report/${token}`
}
