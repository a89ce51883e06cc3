import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Face, Initials } from '#web/parts/avatar.tsx'
import { Hits } from '#web/parts/hits.tsx'
import { LangChoice } from '#web/parts/lang-choice.tsx'
import { Mark } from '#web/parts/logo.tsx'

/** The way in: what to fill in at one side, what it is for at the other. */
export function Door({ title, says, children }: { title: ReactNode; says?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-pane md:grid-cols-[minmax(400px,5fr)_6fr]">
      <div className="flex flex-col px-6 py-6 md:px-12 md:py-8">
        <header className="flex items-center gap-2.5">
          <Mark size={30} />
          <span className="display text-[17px]">Wederhoor</span>
        </header>
        <main className="my-auto w-full max-w-[400px] py-10">
          <h1 className="display text-hero text-balance">{title}</h1>
          {says && <p className="mt-2 text-body text-pretty text-ink-2">{says}</p>}
          <div className="mt-7">{children}</div>
        </main>
        <LangChoice />
      </div>
      <Story />
    </div>
  )
}

/** Hoor and wederhoor in one picture: what was said, what was answered. */
function Story() {
  const { t } = useLingui()
  const said = t`Been at belt 14 for two and a half hours, no suitcase. What now, @zilvermeeuw?`
  const at = said.indexOf('@zilvermeeuw')
  return (
    <aside
      aria-label={t`What Wederhoor is for`}
      className="flex flex-col justify-center bg-rail px-12 text-rail-ink max-md:hidden lg:px-20"
    >
      <figure className="max-w-[520px]">
        <figcaption className="text-ui font-semibold text-rail-ink-3">{t`What was said`}</figcaption>
        <div className="mt-4 flex gap-4">
          <Face id="Marieke van der Ploeg 3" size={44} />
          <blockquote className="display text-[26px] leading-[36px] [--marker-soft:var(--marker)] [&_mark]:text-on-marker!">
            <Hits text={said} spans={at < 0 ? [] : [[at, at + '@zilvermeeuw'.length]]} />
          </blockquote>
        </div>
      </figure>
      <figure className="mt-10 max-w-[520px] border-l-[3px] border-marker pl-6">
        <figcaption className="text-ui font-semibold text-rail-ink-3">{t`What we answer`}</figcaption>
        <div className="mt-3 flex gap-3">
          <Initials name="Noor El Amrani" size={28} />
          <p className="text-read text-rail-ink-2">
            {t`Sorry, what a start. The belt is out of order; your suitcases are in hall 3, belt 21, from 10:45. A colleague in a yellow vest helps you. Noor`}
          </p>
        </div>
      </figure>
    </aside>
  )
}
