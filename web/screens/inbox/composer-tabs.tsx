import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { Lock, Reply, StickyNote } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CommandId } from '#web/commands.ts'
import { Tip } from '#web/parts/tooltip.tsx'
import type { Composer } from './use-composer.ts'

export type ComposerTab = 'reply' | 'note'
/** To everybody, to one person, to colleagues. */
export type ComposerMode = 'reply' | 'direct' | 'note'

type Props = {
  composer: Pick<Composer, 'tab' | 'choose' | 'visibility' | 'canDirect' | 'isOnlyDirect'>
}

/** To the public, to one person where the network knows that, or to colleagues. */
export function ComposerTabs({ composer }: Props) {
  const { t } = useLingui()
  const { tab, choose, visibility, canDirect, isOnlyDirect } = composer
  const isDirect = visibility === 'direct'
  return (
    <>
      {!isOnlyDirect && (
        <Tab
          command="reply"
          isOn={tab === 'reply' && !isDirect}
          onPress={() => choose('reply')}
          icon={<Reply size={14} />}
        >
          {t`Reply`}
        </Tab>
      )}
      {(canDirect || isDirect) && (
        <Tab
          command="direct"
          isOn={tab === 'reply' && isDirect}
          onPress={() => choose('direct')}
          icon={<Lock size={13} />}
        >
          {t`Private`}
        </Tab>
      )}
      <Tab command="note" isOn={tab === 'note'} onPress={() => choose('note')} icon={<StickyNote size={13} />}>
        {t`Note`}
      </Tab>
    </>
  )
}

function Tab(props: { command: CommandId; isOn: boolean; onPress: () => void; icon: ReactNode; children: ReactNode }) {
  return (
    <Tip label={props.children} command={props.command} side="top">
      <button
        type="button"
        aria-pressed={props.isOn}
        onClick={props.onPress}
        className={clsx(
          'relative inline-flex h-10 items-center gap-1.5 px-2 text-ui touch:h-12',
          props.isOn ? 'font-bold text-ink' : 'font-medium text-ink-3 hover:text-ink',
        )}
      >
        {props.icon}
        {props.children}
        {props.isOn && <span className="absolute inset-x-1.5 -bottom-px h-0.5 rounded-full bg-ink" />}
      </button>
    </Tip>
  )
}
