/** Names that feeds use and V8 does not know, with their offsets. */
const zones: Record<string, string> = {
  UT: '+0000',
  UTC: '+0000',
  WET: '+0000',
  WEST: '+0100',
  BST: '+0100',
  CET: '+0100',
  MET: '+0100',
  CEST: '+0200',
  MEST: '+0200',
  EET: '+0200',
  EEST: '+0300',
  MSK: '+0300',
  IST: '+0530',
  JST: '+0900',
  AEST: '+1000',
  AEDT: '+1100',
  Z: '+0000',
}
const earliestMs = Date.UTC(1990, 0, 1)
const dateCharsMax = 80

/** A date as feeds write it (RFC 822, RFC 3339, and what people make of them), or undefined. Before the web is no date. */
export function parseDate(text: string | null | undefined): Date | undefined {
  const trimmed = text?.trim().slice(0, dateCharsMax)
  if (!trimmed) return undefined
  // The weekday says nothing new, and may be wrong or in another language.
  const plain = trimmed.replace(/^\p{L}+\.?,\s*/u, '')
  const spelled = plain.replace(/\s([A-Z]{1,4})$/, (whole, zone: string) => (zones[zone] ? ` ${zones[zone]}` : whole))
  for (const candidate of [spelled, trimmed, spelled.replace(/\s[A-Z]{2,5}$/, '')]) {
    const ms = Date.parse(/\d{1,2}:\d{2}/.test(candidate) && !hasZone(candidate) ? `${candidate}Z` : candidate)
    if (!Number.isNaN(ms)) return ms >= earliestMs ? new Date(ms) : undefined
  }
  return undefined
}

/** Without a zone a time would be read in the zone of this machine, and differ from one server to the next. */
function hasZone(text: string): boolean {
  return /(?:Z|[+-]\d{2}:?\d{2}|\s[A-Z]{2,5})$/i.test(text)
}
