import { compile, type HtmlToTextOptions } from 'html-to-text'
import { Parser } from 'htmlparser2'

export type HtmlText = {
  text: string
  /** Absolute http(s) addresses, each once, in order. */
  links: string[]
  images: { url: string; alt: string }[]
}

const htmlCharsMax = 1_000_000
const depthMax = 100
const childrenMax = 5_000
const linksMax = 100
const imagesMax = 20

const plain = (selector: string): { selector: string; options: object } => ({ selector, options: { uppercase: false } })
const options: HtmlToTextOptions = {
  wordwrap: false,
  limits: { maxInputLength: htmlCharsMax, maxDepth: depthMax, maxChildNodes: childrenMax },
  baseElements: { selectors: [], returnDomByDefault: true },
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(plain),
    { selector: 'ul', options: { itemPrefix: '• ' } },
    { selector: 'p', options: { leadingLineBreaks: 2, trailingLineBreaks: 2 } },
    ...['img', 'script', 'style', 'noscript', 'template', 'head', 'title', 'svg', 'iframe', 'object'].map(
      (selector) => ({ selector, format: 'skip' }),
    ),
    { selector: 'table', format: 'block' },
    { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
    { selector: 'td', format: 'inlineSurround', options: { suffix: ' ' } },
    { selector: 'hr', format: 'lineBreak' },
  ],
}
const convert = compile(options)

/** HTML as plain text. Nothing of it is ever shown as HTML again, so what is left out here cannot do harm later. */
export function htmlText(html: string, baseUrl: string | undefined): HtmlText {
  const input = html.slice(0, htmlCharsMax)
  if (!/[<&]/.test(input)) return { text: tidy(input), links: [], images: [] }
  return { text: tidy(convert(input)), ...collect(input, baseUrl) }
}

/** Only the text, for short things such as titles: markup goes, a lone `<` stays. */
export function htmlTitle(html: string): string {
  const hasTags =
    /<\/?(?:a|abbr|b|br|cite|code|div|em|font|i|img|p|q|s|small|span|strong|sub|sup|u|tt)(?:\s[^<>]*)?\/?>/i.test(html)
  const { text } = htmlText(hasTags ? html : html.replaceAll('<', '&lt;'), undefined)
  return text.replace(/\s+/g, ' ')
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function collect(html: string, baseUrl: string | undefined): Pick<HtmlText, 'links' | 'images'> {
  const links = new Set<string>()
  const images = new Map<string, string>()
  const parser = new Parser({
    onopentag(name, attributes) {
      const link = name === 'a' ? webUrl(attributes.href, baseUrl) : undefined
      if (link && links.size < linksMax) links.add(link)
      const image = name === 'img' && !isPixel(attributes) ? webUrl(attributes.src, baseUrl) : undefined
      if (image && images.size < imagesMax) images.set(image, attributes.alt ?? '')
    },
  })
  parser.end(html)
  return { links: [...links], images: [...images].map(([url, alt]) => ({ url, alt })) }
}

/** Pictures nobody sees count readers; they are nobody's business. */
function isPixel({ width, height }: Record<string, string>): boolean {
  return width === '1' || height === '1' || width === '0' || height === '0'
}

const urlCharsMax = 2_048

/** An absolute http(s) address without credentials, or undefined. */
export function webUrl(text: string | null | undefined, baseUrl: string | undefined): string | undefined {
  const trimmed = text?.trim()
  if (!trimmed || !URL.canParse(trimmed, baseUrl)) return undefined
  const url = new URL(trimmed, baseUrl)
  const isFine = (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password
  return isFine && url.href.length <= urlCharsMax ? url.href : undefined
}
