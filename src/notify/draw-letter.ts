import type { InterfaceLanguage } from '#domain/member.ts'

/** Plain text for programs that show no other, simply drawn; an address in it can be followed. */
export function drawLetter(text: string, { lang, url }: { lang: InterfaceLanguage; url?: string }): string {
  const link = url === undefined ? '' : escaped(url)
  const body = url === undefined ? escaped(text) : escaped(text).replace(link, `<a href="${link}">${link}</a>`)
  return `<!doctype html><html lang="${lang}"><body style="font-family:sans-serif;line-height:1.5;white-space:pre-line">${body}</body></html>`
}

export function escaped(text: string): string {
  return text.replace(/[&<>"']/gu, (sign) => `&#${sign.codePointAt(0)};`)
}
