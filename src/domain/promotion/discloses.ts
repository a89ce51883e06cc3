import { quoted } from '#domain/house-style.ts'
import { placesOf } from './phrases.ts'
import type { Voice } from './promotion-settings.ts'
import { disclosures, praise } from './promotion-words.ts'

/** Does the answer itself say who speaks? In words, or by ending with the name of a brand: "– Noor, Zilvermeeuw". */
export function discloses(text: string, brands: readonly string[]): boolean {
  if (placesOf(text, disclosures).length > 0) return true
  const names = brands.map((brand) => brand.trim()).filter((brand) => brand.length > 1)
  if (names.length === 0) return false
  const any = names.map((brand) => quoted(brand).replace(/\s+/gu, '\\s+')).join('|')
  const ending = new RegExp(
    `(?:[-–—^~(]|\\n)\\s*(?:[^\\n.!?–—]{0,40}(?:,|van|of|from|at|bij|@)\\s*)?@?(?:${any})\\)?\\s*$`,
    'iu',
  )
  const spoken = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:(?:wij|we) (?:van|bij|at|from)|namens|on behalf of|(?:ik ben|i am|i['’]m|we are|wij zijn) (?:van|with|from|bij|at|de webcare van)|(?:i am|i['’]m) on the|ik zit bij)\\s+(?:the |de |het )?(?:${any})|(?:^|[.!?] )(?:webcare (?:van )?)?(?:${any}) (?:webcare|support|klantenservice)? ?(?:hier|here)`,
    'iu',
  )
  return ending.test(text.trimEnd()) || spoken.test(text)
}

/** Does it speak well of us, or by name? */
export function speaksOfUs(text: string, brands: readonly string[]): boolean {
  if (placesOf(text, praise).length > 0) return true
  const said = foldName(text)
  return brands.map(foldName).some((brand) => brand.length > 2 && said.includes(brand))
}

/** As whom an account speaks where nobody said so: it carries the name of the organisation or of a brand, or it is somebody's own. */
export function guessVoice(account: { handle: string; name: string }, names: readonly string[]): Voice {
  const known = names.map(foldName).filter((name) => name.length > 2)
  if (known.length === 0) return 'organisation'
  const said = [account.handle, account.name].map(foldName)
  return known.some((name) => said.some((one) => one.includes(name))) ? 'organisation' : 'person'
}

export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase()
}
