import { useLingui } from '@lingui/react/macro'
import { Undo2 } from 'lucide-react'
import type { Conversation, Message } from '#api/contract/shapes.ts'
import type { Label } from '#domain/assessment.ts'
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import { changeOf, choicesOf, isOpenLabel } from './label-choices.ts'
import { useLabelName, useLabelWord } from './label-words.ts'
import { lastSaid, struckOf } from './last-said.ts'
import { type Ground, groundsOf } from './reasons.ts'
import { useCorrectLabel } from './use-correct-label.ts'
import { useGround } from './use-ground.ts'

type Given = { conversation: Conversation; message: Message; label: Label }

/** Beside a label: it is not so. Opens what it may be instead, and its reasons, each of which may be struck by itself. */
export function NotSo({ conversation, message, label }: Given) {
  const { t } = useLingui()
  const wordOf = useLabelWord()
  const name = useLabelName()(label)
  const correct = useCorrectLabel({ conversation, message })
  const said = lastSaid(message, label)
  const say = (word: string): void => {
    const what = `${name}: ${wordOf(label, word).toLocaleLowerCase()}`
    correct({ change: changeOf(label, word), did: what, says: t`Corrected. ${what}` })
  }
  const takeBack = (): void => {
    correct({ change: changeOf(label, null), did: name, says: t`Taken back: ${name}` })
  }
  return (
    <Menu
      align="end"
      trigger={
        <button
          type="button"
          data-not-so={label}
          className="-my-1 inline-flex min-h-6 items-center rounded-sm px-1 text-meta whitespace-nowrap text-ink-3 hover:text-ink hover:underline touch:min-h-11"
        >
          {said ? t`change` : t`not so`}
          <span className="sr-only">: {name}</span>
        </button>
      }
    >
      <MenuGroup label={t`It is rather…`}>
        <MenuChoice
          value={said?.value ?? ''}
          onChoose={say}
          choices={choicesOf(label).map((word) => ({ value: word, label: wordOf(label, word) }))}
        />
      </MenuGroup>
      {isOpenLabel(label) && (
        <MenuItem
          onSelect={() => correct({ change: { notSo: label }, did: name, says: t`${name}: not so, and open` })}
        >{t`Not so, but I cannot tell either`}</MenuItem>
      )}
      <Reasons {...{ conversation, message, label }} />
      {said && (
        <>
          <MenuLine />
          <MenuItem icon={Undo2} onSelect={takeBack}>{t`Take the correction back`}</MenuItem>
        </>
      )}
    </Menu>
  )
}

function Reasons({ conversation, message, label }: Given) {
  const { t } = useLingui()
  const sayOf = useGround()
  const correct = useCorrectLabel({ conversation, message })
  const grounds = groundsOf(message, label)
  const struck = struckOf(message, label).flatMap(({ reason }) => (reason ? [reason] : []))
  if (grounds.length + struck.length === 0) return null
  const strike = (ground: Ground): void => {
    const words = sayOf(ground)
    correct({
      change: { notBecause: ground.reason },
      did: t`No reason: ${words}`,
      says: t`No reason any more: ${words}`,
    })
  }
  return (
    <>
      <MenuLine />
      <MenuGroup label={t`This is no reason for it`}>
        {grounds.map((ground) => (
          <MenuItem key={JSON.stringify(ground.reason)} onSelect={() => strike(ground)}>
            {sayOf(ground)}
          </MenuItem>
        ))}
        {struck.map((reason) => {
          const words = reason.value ?? reason.code
          const restore = { change: { because: reason }, did: words, says: t`A reason again: ${words}` }
          return (
            <MenuItem key={JSON.stringify(reason)} icon={Undo2} onSelect={() => correct(restore)}>
              {t`a reason after all: ${words}`}
            </MenuItem>
          )
        })}
      </MenuGroup>
    </>
  )
}
