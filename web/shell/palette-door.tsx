import { useLingui } from '@lingui/react/macro'
import { Search } from 'lucide-react'
import { Suspense, useState } from 'react'
import { lazyPart } from '#web/lazy-part.ts'
import { Keys } from '#web/parts/keys.tsx'
import { withWords } from '#web/prefs.tsx'

const Palette = lazyPart(async () => (await withWords(import('#web/screens/palette/palette.tsx'))).Palette)

export const palettePopup =
  'fixed top-[16vh] left-1/2 z-50 w-[min(600px,calc(100vw-24px))] -translate-x-1/2 overflow-hidden rounded-xl bg-raised text-ink shadow-3 outline-none max-md:top-3'
export const paletteHead = 'flex items-center gap-2.5 border-b border-line px-4'
export const paletteField =
  'h-13 min-w-0 flex-1 bg-transparent text-[16px] outline-none placeholder:text-ink-3 focus-visible:shadow-none focus-visible:outline-none'

type Typing = { typed: string; onType: (typed: string) => void; onClose: () => void }

/**
 * The palette, and until it has come the field of it: it takes the focus with the very key that asked for it, so that what one types
 * at once is searched for, and is not a row of commands.
 */
export function PaletteDoor({ onClose }: { onClose: () => void }) {
  const [before] = useState(() => document.activeElement)
  const [typed, setTyped] = useState('')
  const typing: Typing = { typed, onType: setTyped, onClose }
  const focusAfter = () => (before instanceof HTMLElement && before.isConnected ? before : null)
  return (
    <Suspense fallback={<OnItsWay {...typing} />}>
      <Palette {...typing} focusAfter={focusAfter} />
    </Suspense>
  )
}

function OnItsWay({ typed, onType, onClose }: Typing) {
  const { t } = useLingui()
  return (
    <div role="dialog" aria-label={t`Find or do`} aria-busy="true" className={palettePopup}>
      <div className={paletteHead}>
        <Search size={17} className="text-ink-3" />
        <input
          // biome-ignore lint/a11y/noAutofocus: it was asked for, to type in.
          autoFocus
          aria-label={t`Find or do`}
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
          className={paletteField}
        />
        <Keys of="back" />
      </div>
    </div>
  )
}
