import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Face, Initials } from '#web/parts/avatar.tsx'
import { Hits } from '#web/parts/hits.tsx'
import { LangChoice } from '#web/parts/lang-choice.tsx'
import { Mark } from '#web/parts/logo.tsx'

/** The way in: what to fill in at one side, what it is for at the other. On a phone the one stands above the other. */
export function Door({ title, says, children }: { title: ReactNode; says?: ReactNode; children: ReactNode }) {
  const { t } = useLingui()
  return (
    <div className="flex min-h-dvh flex-col bg-pane md:grid md:grid-cols-[minmax(400px,5fr)_6fr]">
      <header className="bg-rail px-6 pt-5 pb-6 text-rail-ink md:hidden">
        <div className="flex items-center gap-2.5">
          <Mark size={28} />
          <span className="display flex-1 text-[17px]">Wederhoor</span>
          <LangChoice onDark />
        </div>
        <p className="display mt-5 text-[22px] leading-[28px] text-balance">{t`Hear what is said, then let yourself be heard.`}</p>
      </header>
      <div className="flex flex-1 flex-col px-6 pt-7 pb-8 md:px-12 md:py-8 lg:px-16">
        <header className="flex items-center gap-2.5 max-md:hidden">
          <Mark size={30} />
          <span className="display flex-1 text-[17px]">Wederhoor</span>
          <LangChoice />
        </header>
        <main className="w-full max-w-[400px] md:my-auto md:py-10">
          <h1 className="display text-[26px] leading-[32px] text-balance md:text-hero">{title}</h1>
          {says && <p className="mt-2 text-body text-pretty text-ink-2">{says}</p>}
          <div className="mt-6 md:mt-7">{children}</div>
        </main>
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
      className="flex flex-col bg-rail px-12 py-8 text-rail-ink max-md:hidden lg:px-20"
    >
      <div className="my-auto py-10">
        <figure className="max-w-[600px]">
          <figcaption className="text-ui font-semibold text-rail-ink-3">{t`What was said`}</figcaption>
          <div className="mt-4 flex gap-5">
            <Face id="Marieke van der Ploeg 3" size={52} className="mt-1" />
            <blockquote className="display text-[26px] leading-[36px] text-pretty lg:text-[32px] lg:leading-[42px] [--marker-soft:var(--marker)] [&_mark]:text-on-marker!">
              <Hits text={said} spans={at < 0 ? [] : [[at, at + '@zilvermeeuw'.length]]} />
            </blockquote>
          </div>
        </figure>
        <figure className="mt-12 max-w-[600px] border-l-[3px] border-marker pl-6">
          <figcaption className="text-ui font-semibold text-rail-ink-3">{t`What we answer`}</figcaption>
          <div className="mt-3 flex gap-3.5">
            <Initials name="Noor El Amrani" size={32} />
            <p className="text-read text-pretty text-rail-ink-2">
              {t`Sorry, what a start. The belt is out of order; your suitcases are in hall 3, belt 21, from 10:45. A colleague in a yellow vest helps you. Noor`}
            </p>
          </div>
        </figure>
      </div>
      <p className="display text-[17px] leading-6 text-rail-ink-2">{t`Hear what is said, then let yourself be heard.`}</p>
    </aside>
  )
}
