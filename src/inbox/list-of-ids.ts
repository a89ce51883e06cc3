/** As PostgreSQL reads an array: for `= any(…::uuid[])`. */
export function listOfIds(ids: readonly string[]): string {
  return `{${ids.join(',')}}`
}
