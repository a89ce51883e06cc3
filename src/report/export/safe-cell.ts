/**
 * What a spreadsheet would take for a formula begins so, also written full-width and after spaces. People write what they like; nobody who opens a file shall
 * run it.
 */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u

export function looksLikeFormula(text: string): boolean {
  return formula.test(text)
}
