import type { Ask } from '#api/contract/contract.ts'

type Messages = NonNullable<Ask<'GET /api/reports/messages'>['query']>
type Waits = NonNullable<Ask<'GET /api/reports/waits'>['query']>
type Answers = NonNullable<Ask<'GET /api/reports/answers'>['query']>
type Named = { name?: string }
type Filters = 'from' | 'to' | 'network' | 'departmentId' | 'after'

/** What a figure leads to: the messages that it counts, whoever waited, or what we answered. It stands in the address, so that it can be sent to a colleague. */
export type ShownMessages = Named & { kind: 'messages' } & Partial<Omit<Messages, 'departmentId' | 'after'>>
export type ShownWaits = Named & { kind: 'waits' } & Omit<Waits, Filters>
export type ShownAnswers = Named & { kind: 'answers'; network?: string } & Omit<Answers, Filters>
export type Shown = ShownMessages | ShownWaits | ShownAnswers

/** How a figure shows what it counts; absent where it is only read. */
export type OnShow = ((shown: Shown) => void) | undefined
