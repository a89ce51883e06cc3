import { useEffect } from 'react'
import { Mark } from '#web/parts/logo.tsx'
import { ToastStack } from '#web/parts/toast.tsx'
import { usePrefs } from '#web/prefs.tsx'
import { Frame } from './frame.tsx'
import { SheetCharts } from './sheet-charts.tsx'
import { SheetForms } from './sheet-forms.tsx'
import { SheetOver } from './sheet-over.tsx'
import { SheetParts } from './sheet-parts.tsx'
import { SheetStates } from './sheet-states.tsx'
import { specimens } from './specimens.ts'

/**
 * All parts side by side, and the way to each state of each screen. Names of parts and states are names in the code: they
 * are English in every language, and say so to who looks for a forgotten translation.
 */
export function StatesSheet() {
  const { lang } = usePrefs()
  useEffect(() => {
    document.title = 'States · Wederhoor'
    document.documentElement.dataset.drawn = 'sheet'
  }, [])
  return (
    <main className="min-h-dvh bg-canvas pb-32">
      <div className="mx-auto max-w-[1280px] px-4 pt-4 md:px-6">
        <header className="mb-4 flex items-center gap-3">
          <Mark size={30} />
          <h1 className="display text-title" lang="en" data-code>
            States
          </h1>
        </header>
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-12">
          <SheetParts />
          <SheetStates />
          <SheetForms />
          <SheetOver />
          <SheetCharts />
          <Frame name="every state of every screen" span="lg:col-span-12">
            <ul className="columns-1 gap-x-6 sm:columns-2 lg:columns-4" lang="en" data-code>
              {specimens.map(({ name }) => (
                <li key={name}>
                  {/* Not a link of the router: each state begins with a page of its own. */}
                  <a
                    href={`/dev/states/${name}?lang=${lang}`}
                    className="inline-flex min-h-6 min-w-6 items-center text-ui text-sea hover:underline touch:min-h-11"
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </Frame>
        </div>
      </div>
      <ToastStack />
    </main>
  )
}
