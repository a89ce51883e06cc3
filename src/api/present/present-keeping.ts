import type { z } from 'zod'
import type { keepingShape } from '#api/contract/retention-shapes.ts'
import type { Keeping } from '#inbox/read-keeping.ts'

export function presentKeeping({ erasesAt, erasedAt, hold }: Keeping): z.output<typeof keepingShape> {
  return {
    erasesAt: momentOf(erasesAt),
    erasedAt: momentOf(erasedAt),
    hold: hold && { ...hold, untilAt: momentOf(hold.untilAt), at: new Date(hold.at) },
  }
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
