/** What stands in braces in a wording, and becomes a name, a network or whatever the writer fills in. */

/** What the program knows by itself; each is understood in every language of ours. */
const knownSlots = {
  firstName: { en: 'first name', nl: 'voornaam' },
  name: { en: 'name', nl: 'naam' },
  network: { en: 'network', nl: 'netwerk' },
  ourName: { en: 'our name', nl: 'onze naam' },
  case: { en: 'case', nl: 'gesprek' },
} as const
export type SlotId = keyof typeof knownSlots
// The keys of an object literal are what its type says.
export const slotIds = Object.keys(knownSlots) as readonly SlotId[]

/** A brace with a space behind it is no slot: that is how one writes braces for people. */
const slot = /\{(\p{L}[\p{L}\p{N} '’.-]{0,39})\}/gu

export type Slot = { id: SlotId | undefined; name: string; span: readonly [start: number, end: number] }

export function slotText(id: SlotId, lang: 'en' | 'nl'): string {
  return `{${knownSlots[id][lang]}}`
}

function idOf(name: string): SlotId | undefined {
  const plain = name.trim().toLowerCase()
  return slotIds.find((id) => knownSlots[id].en === plain || knownSlots[id].nl === plain)
}

/** All that is still to be filled in, in the order of the text. */
export function slotsIn(text: string): Slot[] {
  return [...text.matchAll(slot)].map(({ 0: whole, 1: name = '', index }) => ({
    ...{ id: idOf(name), name, span: [index, index + whole.length] as const },
  }))
}

type WhichSlot = { isBack?: boolean; isOpen?: (slot: Slot) => boolean }

/**
 * The first one behind the caret; `isBack`: the last one before it; `isOpen`: of those alone, where others fill themselves. There is none at the end, so
 * that nobody is caught in a field.
 */
export function nextSlot(
  text: string,
  caret: number,
  { isBack = false, isOpen = () => true }: WhichSlot = {},
): Slot | undefined {
  const all = slotsIn(text).filter(isOpen)
  return isBack ? all.findLast(({ span }) => span[1] <= caret) : all.find(({ span }) => span[0] >= caret)
}

/** What is known; absent stays to be filled in, and a name that is empty leaves no hole. */
export type SlotValues = Partial<Record<SlotId, string>>

/** The words for one of them. A name nobody knows leaves no hole: "Dear , " is "Dear ". */
export function fillSlots(wording: string, values: SlotValues): string {
  const unknown = (id: SlotId | undefined) => (id === 'firstName' || id === 'name') && values[id] === ''
  const whole = slotsIn(wording).some(({ id }) => unknown(id)) ? withoutHoles(wording, unknown) : wording
  // In one go, by a function: what somebody is called is never read as a slot or as a pattern.
  return whole
    .replaceAll(slot, (found, name: string) => {
      const id = idOf(name)
      return (id && values[id]) ?? found
    })
    .trim()
}

function withoutHoles(wording: string, isUnknown: (id: SlotId | undefined) => boolean): string {
  return wording
    .replaceAll(new RegExp(`[ \\t]*${slot.source}`, 'gu'), (found, name: string) =>
      isUnknown(idOf(name)) ? '' : found,
    )
    .replace(/^\s*[,!:;]\s*/u, '')
}
