import { useLingui } from '@lingui/react/macro'
import { clsx } from 'clsx'
import { ChevronDown, Hand, Lock } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { Menu, MenuChoice } from '#web/parts/menu.tsx'
import { Net } from '#web/parts/network.tsx'
import type { Composer } from './use-composer.ts'

/** "Public, as @account": always there to read. With several accounts nobody is chosen until a person chooses. */
export function AsWhom({ conversation, composer }: { conversation: Conversation; composer: Composer }) {
  const { t } = useLingui()
  const { accounts, account } = composer
  if (composer.isAssisted)
    return (
      <span className="inline-flex h-7 min-w-0 items-center gap-1.5 px-2 text-meta text-ink-2">
        <Hand size={12} className="shrink-0" />
        <span className="truncate">{t`Public, posted by hand`}</span>
      </span>
    )
  const isDirect = composer.visibility === 'direct'
  const words = (
    <>
      {isDirect && <Lock size={12} className="shrink-0 text-sea md:hidden" aria-label={t`Private, as`} />}
      <span className="max-md:hidden">{isDirect ? t`Private, as` : t`Public, as`}</span>
      <Net id={conversation.network} size={12} className="text-ink-2" />
      {account ? (
        <b className="truncate font-semibold text-ink">@{account.handle}</b>
      ) : (
        <b className="truncate font-semibold text-warn-t">{t`choose as whom`}</b>
      )}
    </>
  )
  const look = 'inline-flex h-7 min-w-0 items-center gap-1.5 rounded-md px-2 text-meta text-ink-3 touch:h-11'
  if (accounts.length === 1) return <span className={look}>{words}</span>
  return (
    <Menu
      align="end"
      side="top"
      trigger={
        <button
          type="button"
          data-as-whom
          aria-label={
            !account
              ? t`Choose as whom you answer`
              : isDirect
                ? t`Private, as @${account.handle}. Choose another account`
                : t`Public, as @${account.handle}. Choose another account`
          }
          className={clsx(look, 'hover:bg-sunken', composer.problem?.kind === 'choose' && 'bg-warn-s')}
        >
          {words}
          <ChevronDown size={13} className="shrink-0" />
        </button>
      }
    >
      <MenuChoice
        value={account?.id ?? ''}
        onChoose={(id) => {
          const chosen = accounts.find((one) => one.id === id)
          if (chosen) composer.chooseAccount(chosen)
        }}
        choices={accounts.map((one) => ({
          value: one.id,
          label: (
            <span className="flex flex-col py-0.5">
              <b className="font-semibold">@{one.handle}</b>
              <span className="text-meta text-ink-3">
                {one.name} · {one.networkName}
              </span>
            </span>
          ),
        }))}
      />
    </Menu>
  )
}
