import { clsx } from 'clsx'
import { inPlace } from '#web/place.ts'
import { usePicture } from './broken-pictures.ts'
import { usePictureTurn } from './picture-turns.ts'

/** Drawn stand-ins for people without a picture of themselves. The same person always gets the same one. */
const skins = ['#f2c9a5', '#d9a176', '#b97f56', '#8a5a3b', '#f6d7bd', '#5f3d29']
const hairs = ['#2b211c', '#5a3a24', '#a8743b', '#d9b36a', '#7d2f22', '#9aa0a3', '#15181a']
const backs = ['#c8dcd8', '#e6d7b8', '#d8cfe3', '#cfdbe8', '#e7cfc7', '#d5e0c0', '#bcd4e0']
const clothes = ['#1f4e53', '#8a3b2f', '#3c4a78', '#5c6b2f', '#6b3f63', '#2f2f35', '#b07a1e']
const hairStyles = 5

type Looks = { style: number; hair: string; skin: string; back: string; cloth: string; scarf: string }

type FaceProps = {
  /** What stays the same about somebody: the author's id, or the handle. */
  id: string
  /** A picture through our own media proxy. */
  src?: string | null
  size?: number
  className?: string
}

/** What a face is drawn from: the handle, which is the same in a sample, in the inbox and tomorrow; the id where there is none. */
export function faceOf(author: { id: string; handle: string }): string {
  return author.handle || author.id
}

/** A member of the public: their picture, or a drawn stand-in. Never initials, which are for colleagues. */
export function Face({ id, src: given, size = 36, className }: FaceProps) {
  const src = given ? inPlace(given) : undefined
  const picture = usePicture(src)
  const turn = usePictureTurn(picture.isShown ? src : undefined)
  if (!src || !picture.isShown) return <DrawnFace id={id} size={size} className={className} />
  return (
    <img
      ref={turn.ref}
      src={turn.src}
      alt=""
      width={size}
      height={size}
      decoding="async"
      onLoad={turn.onDone}
      onError={() => {
        turn.onDone()
        picture.onError()
      }}
      className={clsx('shrink-0 rounded-full bg-sunken object-cover', className)}
      style={{ width: size, height: size }}
    />
  )
}

function DrawnFace({ id, size, className }: { id: string; size: number; className?: string }) {
  const looks = looksOf(id)
  const { skin, cloth, back } = looks
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 40 40"
      className={clsx('shrink-0 overflow-hidden rounded-full', className)}
      aria-hidden="true"
    >
      <rect width="40" height="40" fill={back} />
      <HairBehind {...looks} />
      <path d="M5 42c0-9 6.5-13 15-13s15 4 15 13z" fill={cloth} />
      <path d="M16 25h8v5.5c0 2.3-1.8 3.7-4 3.7s-4-1.4-4-3.7z" fill={skin} />
      <path
        d="M16 27.2c1.2 1.2 2.5 1.7 4 1.7s2.8-.5 4-1.7v1.3c-1 1.6-2.4 2.3-4 2.3s-3-.7-4-2.3z"
        fill="#000"
        fillOpacity=".12"
      />
      <ellipse cx="20" cy="19" rx="7.4" ry="8.7" fill={skin} />
      <g fill="#1a1512" fillOpacity=".72">
        <circle cx="17.2" cy="19.3" r=".85" />
        <circle cx="22.8" cy="19.3" r=".85" />
      </g>
      <path
        d="M17.8 23.3c.7.7 1.4 1 2.2 1s1.5-.3 2.2-1"
        fill="none"
        stroke="#1a1512"
        strokeOpacity=".55"
        strokeWidth=".9"
        strokeLinecap="round"
      />
      <HairBefore {...looks} />
    </svg>
  )
}

function HairBehind({ style, hair, scarf }: Looks) {
  switch (style) {
    case 0:
      return <path d="M9 17c0-8 5-12 11-12s11 4 11 12v14c0 3-4 3-4 0V18H13v13c0 3-4 3-4 0z" fill={hair} />
    case 3:
      return <ellipse cx="20" cy="16.5" rx="12.4" ry="12" fill={hair} />
    case 4:
      return <path d="M8.5 40V19C8.5 9.5 13.5 5 20 5s11.5 4.5 11.5 14v21z" fill={scarf} />
    default:
      return null
  }
}

function HairBefore({ style, hair, scarf }: Looks) {
  switch (style) {
    case 0:
      return (
        <path
          d="M12.4 18c.5-6 3.5-8.5 7.6-8.5s7.1 2.5 7.6 8.5c-3-.7-5.2-2.3-6.4-4.6-1.9 2.7-4.8 4.2-8.8 4.6z"
          fill={hair}
        />
      )
    case 1:
      return (
        <path
          d="M12.3 18.5C11.5 11.5 14.5 8 20.2 8s8.8 3.6 7.5 10.5c-.6-2.6-1.7-4.3-3.2-5.2-3.6 1-7.2.9-9.7-.2-1.4 1-2.2 2.8-2.5 5.4z"
          fill={hair}
        />
      )
    case 2:
      return (
        <>
          <path d="M12.5 16.5C13 11.5 15.8 9.2 20 9.2s7 2.3 7.5 7.3c-4.6-2.4-10.4-2.4-15 0z" fill={hair} />
          <path
            d="M12.7 20c.3 5.5 3.3 8.6 7.3 8.6s7-3.1 7.3-8.6c-.9 2.4-2.2 3.4-3.6 3.4h-7.4c-1.4 0-2.7-1-3.6-3.4z"
            fill={hair}
            opacity=".9"
          />
        </>
      )
    case 3:
      return <path d="M12.6 18c1-5 4-6.5 7.4-6.5s6.4 1.5 7.4 6.5c.8-6.5-2.6-9.5-7.4-9.5s-8.2 3-7.4 9.5z" fill={hair} />
    case 4:
      return (
        <path d="M12.2 20c-.8-7.5 2.4-10.8 7.8-10.8s8.6 3.3 7.8 10.8c-.5-4.5-3-7-7.8-7s-7.3 2.5-7.8 7z" fill={scarf} />
      )
    default:
      return null
  }
}

function looksOf(id: string): Looks {
  const h = hash(id)
  return {
    style: (h >>> 3) % hairStyles,
    hair: pick(hairs, h >>> 7),
    skin: pick(skins, h >>> 11),
    back: pick(backs, h >>> 15),
    cloth: pick(clothes, h >>> 19),
    scarf: pick(clothes, (h >>> 19) + 3),
  }
}

function pick(from: readonly string[], n: number): string {
  return from[n % from.length] ?? '#888'
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 2_166_136_261
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return h
}

const hues = [208, 178, 305, 62, 28, 140]

/** Colleagues carry initials; the public carries faces. One look says who is who. */
export function Initials(props: { name: string; size?: number; ring?: string; className?: string }) {
  const { name, size = 24, ring, className } = props
  const hue = hues[hash(name) % hues.length]
  return (
    <span
      data-badge
      title={name}
      className={clsx('inline-grid shrink-0 place-items-center rounded-full font-semibold', className)}
      style={{
        width: size,
        height: size,
        fontSize: Math.max(size < 20 ? 8.5 : 9.5, size * 0.4),
        color: `oklch(0.99 0.01 ${hue})`,
        background: `oklch(0.45 0.085 ${hue})`,
        boxShadow: ring ? `0 0 0 2px ${ring}` : undefined,
        letterSpacing: '.01em',
      }}
    >
      <span aria-hidden="true">{initialsOf(name)}</span>
      <span className="sr-only">{name}</span>
    </span>
  )
}

/** The first signs of the first and last word; a name of only emoji gives its first emoji. */
function initialsOf(name: string): string {
  const known = initials.get(name)
  if (known !== undefined) return known
  const words = name.trim().split(/\s+/u)
  const first = firstSign(words[0] ?? '')
  const last = words.length > 1 ? firstSign(words.at(-1) ?? '') : ''
  const found = `${first}${last}`.toUpperCase() || '·'
  initials.set(name, found)
  return found
}
/** Of colleagues, of whom there are so many. */
const initials = new Map<string, string>()

const signs = new Intl.Segmenter('en', { granularity: 'grapheme' })
function firstSign(word: string): string {
  return signs.segment(word)[Symbol.iterator]().next().value?.segment ?? ''
}
