const minuteMs = 60_000

/** Minutes from now, back when negative, as the wire writes moments. */
export function inMinutes(minutes: number): string {
  return new Date(Date.now() + minutes * minuteMs).toISOString()
}
export const hour = 60
export const day = 24 * hour
