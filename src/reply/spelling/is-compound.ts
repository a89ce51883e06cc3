/** What no compound is made of, though it is a word: small words that are run together by mistake. */
const looseWords = new Set(
  `aan als bij dan dat de deze die dit door dus een eens en er ga gaat geen haar had heb hebt heeft hem het hier hij hoe hun iets ik in is jij jou jouw jullie kan kunt maar mag me meer
  met mij mijn moet na naar niet niks nog nou nu of om onze ons op over te ten ter toch tot uit uw van veel via voor waar want was wat we wel wij wil wilt worden wordt ze zei zich zij
  zijn zo zou zult zonder heel erg ook al alle wie den des der gij men wou`.split(/\s+/u),
)
/** What ends a word far oftener than it is one: "vriendlijk" is no corpse of a friend. */
const endings = new Set(
  'lijk lijks lijke ring ringen ging gingen ding dingen ting ling lingen ning lings heid ende ende achtig loos baar dende tjes'.split(
    ' ',
  ),
)
const firstLeast = 3
const lastLeast = 4
const partsMax = 3
/** Between two parts. */
const joints = ['', 's', 'en', 'n', '-', 'e']

/**
 * Is this a compound as Dutch makes them every day: words of at least three letters after each other, with s or en between? The dictionary knows few of
 * them, and the endings of all.
 */
export function isCompound(word: string, knows: (word: string) => boolean, parts = partsMax): boolean {
  for (let at = firstLeast; at <= word.length - lastLeast; at++) {
    const first = word.slice(0, at)
    if (looseWords.has(first) || !knows(first)) continue
    for (const joint of joints) {
      if (!word.startsWith(joint, at)) continue
      const rest = word.slice(at + joint.length)
      if (rest.length < lastLeast || looseWords.has(rest) || endings.has(rest)) continue
      if (knows(rest) || (parts > 2 && isCompound(rest, knows, parts - 1))) return true
    }
  }
  return false
}
