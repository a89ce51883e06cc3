import { bucketCount, type TurningWords } from './features.ts'
import { columnCount, type Head, type RecallFirst } from './heads.ts'
import { signalCount } from './signals.ts'

/** What was learned for one language. A weight is `hashed[…] × scales[column]`; those of signals and the bias are not rounded. */
export type Model = {
  lang: string
  /** Names what it was learned from: an assessment says which model made it. */
  version: string
  hashed: Int8Array
  scales: Float32Array
  signals: Float32Array
  bias: Float32Array
  /** Divides the logits of a head before they become shares, so that a share is how often it is right (C. Guo et al., ICML 2017). */
  temperature: Readonly<Record<Head, number>>
  /** From which share on an intent is said that must not be missed, whatever else is likelier. */
  line: Readonly<Record<RecallFirst, number>>
  /** By sentiment and intent: how much more often the two go together than by chance, as a logarithm (pointwise mutual information). */
  company: readonly (readonly number[])[]
  /** Those it learned with: it reads a post as it read its seeds, whatever becomes of the file of the language. */
  turning: TurningWords
}

type Header = Pick<Model, 'lang' | 'version' | 'temperature' | 'line' | 'company'> & {
  turning: { negators: readonly string[]; contrasts: readonly string[] }
  columns: number
  buckets: number
  signals: number
}

/** A line of JSON, padded to four bytes, then the numbers, little-endian as every machine is that runs this. */
export function packModel(model: Model): Uint8Array {
  const { lang, version, temperature, line, company, turning } = model
  const header: Header = {
    lang,
    version,
    temperature,
    line,
    company,
    turning: { negators: [...turning.negators], contrasts: [...turning.contrasts] },
    columns: columnCount,
    buckets: bucketCount,
    signals: signalCount,
  }
  const text = JSON.stringify(header)
  const first = new TextEncoder().encode(`${text}${' '.repeat(3 - (new TextEncoder().encode(text).length % 4))}\n`)
  const parts = [first, bytesOf(model.scales), bytesOf(model.signals), bytesOf(model.bias), bytesOf(model.hashed)]
  const packed = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    packed.set(part, at)
    at += part.length
  }
  return packed
}

/** @throws where the file is of another version of the program: its columns mean something else. */
export function readModel(packed: Uint8Array): Model {
  const lineEnd = packed.indexOf(10)
  const header = JSON.parse(new TextDecoder().decode(packed.subarray(0, lineEnd))) as Header
  const isOurs = header.columns === columnCount && header.buckets === bucketCount && header.signals === signalCount
  if (!isOurs)
    throw new Error(`The weights of “${header.lang}” were made for another version; run npm run triage:train.`)
  const whole = new Uint8Array(packed.subarray(lineEnd + 1)).buffer
  const [scales, signals, bias] = [columnCount, signalCount * columnCount, columnCount]
  return {
    lang: header.lang,
    version: header.version,
    temperature: header.temperature,
    line: header.line,
    company: header.company,
    turning: { negators: new Set(header.turning.negators), contrasts: new Set(header.turning.contrasts) },
    scales: new Float32Array(whole, 0, scales),
    signals: new Float32Array(whole, 4 * scales, signals),
    bias: new Float32Array(whole, 4 * (scales + signals), bias),
    hashed: new Int8Array(whole, 4 * (scales + signals + bias)),
  }
}

function bytesOf(numbers: Float32Array | Int8Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}
