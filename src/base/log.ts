import { type Logger, pino } from 'pino'

/** Structured lines on standard error. Never a secret, never the text of a post. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

export function openLog(level: string): Log {
  return pino(
    { level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ fd: 2, sync: true }),
  )
}

export const silentLog: Log = pino({ level: 'silent' })
