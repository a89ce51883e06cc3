import { hour, minute, second } from '#base/clock.ts'

/** How long one attempt belongs to one process. After it anybody may ask the network what became of it. */
export const leaseMs = 45 * second
/** One call to a network is cut off after this long: well within the lease, also when it starts late. */
export const callMsMax = 30 * second
/** How old the look at the stop switch may be when the socket opens. An older one is repeated. */
export const lookMsMax = second
export const looksMax = 3
/** Clocks of two machines that work on one outbox may differ by this much. */
export const clockSkewMsMax = 5 * second

/** Tries to send one reply before a person is asked; a person who says "send again" starts a new count. */
export const attemptsMax = 6
export const backOffFirstMs = 4 * second
export const backOffMost = 10 * minute
/** How long we go on asking what became of an attempt before a person is asked. */
export const readBackMsMax = hour

/** The token bucket of an account: so many calls at once, then one each `paceRefillMs`. */
export const paceBurst = 5
export const paceRefillMs = 2 * second

/** Accounts that one process serves at the same time. One that hangs takes one place. */
export const lanesMax = 24
/** Without a wake-up the due list is read this often. */
export const idleMsMax = 15 * second
export const dueMax = 500

/** Writing down what a network answered is tried again, since only this process knows it. */
export const finishTriesMax = 5
export const finishAgainMs = 400

/** An intent that is older than this and not settled is shown and logged. */
export const overdueMs = 5 * minute
export const watchEveryMs = minute
