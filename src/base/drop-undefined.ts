/** What is not known is absent, not `undefined`: such a record is the same after JSON. */
export function dropUndefined<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T
}
