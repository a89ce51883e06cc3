import { useEffect, useRef } from 'react'
import type { Composer } from '#web/screens/inbox/use-composer.ts'

/** The keys of the field, before anybody else hears them. `press` answers whether the key was for it. */
export function useFieldKeys({ field }: Pick<Composer, 'field'>, press: (event: KeyboardEvent) => boolean): void {
  const latest = useRef(press)
  latest.current = press
  useEffect(() => {
    const box = field.current
    const hear = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || !latest.current(event)) return
      event.preventDefault()
      event.stopPropagation()
    }
    box?.addEventListener('keydown', hear)
    return () => box?.removeEventListener('keydown', hear)
  }, [field])
}
