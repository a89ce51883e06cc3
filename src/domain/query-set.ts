/** A named list of a workspace, asked for as `set:brand`. How many there may be, and how large one is. */
export const querySetLimits = { sets: 200, entries: 1_000, entryUnits: 200, nameUnits: 40 } as const

const setName = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u

/** A name is written in a query without quotes. */
export function isSetName(name: string): boolean {
  return setName.test(name.trim()) && name.trim().length <= querySetLimits.nameUnits
}

/** Brand, BRAND and brand are one set. */
export function setKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** The lines of a text as the entries of a set: empty lines and repetitions are nothing. */
export function entriesOfLines(text: string): string[] {
  const byKey = new Map<string, string>()
  for (const line of text.split('\n').map((one) => one.trim().replace(/\s+/gu, ' '))) {
    const key = line.toLowerCase()
    // Of =ING and =ing both count.
    if (line !== '') byKey.set(line.startsWith('=') ? line : key, byKey.get(key) ?? line)
  }
  return [...byKey.values()]
}
