import { useLingui } from '@lingui/react/macro'
import { Sparkles } from 'lucide-react'
import { useRef } from 'react'
import { createPortal } from 'react-dom'
import type { Conversation, Session } from '#api/contract/shapes.ts'
import { type AssistTask, assistTasks, endsInDraft, rewrites } from '#domain/assist/assist-task.ts'
import { ask } from '#web/api.ts'
import { useCommands } from '#web/commands.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { Menu, MenuItem, MenuLine } from '#web/parts/menu.tsx'
import type { Composer } from '#web/screens/inbox/use-composer.ts'
import { AssistPanel } from './assist-panel.tsx'
import { LeavesDialog } from './leaves-dialog.tsx'
import { useTaskWords } from './task-words.ts'
import { useSuggestion } from './use-suggestion.ts'

type Props = {
  conversation: Conversation
  composer: Composer
  assist: NonNullable<Session['assist']>
  /** Above the field. */
  place: HTMLElement | null
}

/** A model that helps: a button and its menu, and what it says above the field. Nothing of it enters the answer by itself. */
export function AssistHelp({ conversation, composer, assist, place }: Props) {
  const { t, i18n } = useLingui()
  const words = useTaskWords()
  const button = useRef<HTMLButtonElement>(null)
  const hasText = composer.text.trim() !== ''
  const suggestion = useSuggestion(conversation.id, (task) => ({
    task,
    text: composer.text,
    mentionId: composer.answers?.id ?? null,
    accountId: composer.account?.id ?? null,
    lang: i18n.locale === 'nl' ? 'nl' : 'en',
  }))
  const { now } = suggestion
  const isBusy = now?.at === 'looking' || now?.at === 'telling'
  useCommands([
    { id: 'assist', run: () => button.current?.click() },
    ...(now && now.at !== 'shown' ? [{ id: 'back' as const, run: isBusy ? suggestion.stop : () => close() }] : []),
  ])
  const close = (): void => {
    suggestion.close()
    composer.field.current?.focus()
  }
  const offered = assistTasks.filter((task) => assist.tasks.includes(task))
  const item = (task: AssistTask) => (
    <MenuItem key={task} disabled={rewrites(task) && !hasText} onSelect={() => suggestion.begin(task)}>
      {words[task]}
    </MenuItem>
  )
  const [forDraft, forReader] = [offered.filter(endsInDraft), offered.filter((task) => !endsInDraft(task))]
  const take = (how: 'replace' | 'below'): void => {
    if (now?.at !== 'done') return
    void ask('POST /api/assist-uses/{id}/accept', { params: { id: now.id }, body: {} }).catch(() => undefined)
    putInto(composer, now.text, how)
    suggestion.close()
  }
  return (
    <>
      <Menu
        side="top"
        trigger={
          <IconBtn ref={button} label={t`Help by a model`} command="assist" className="-ml-1.5 shrink-0">
            <Sparkles size={16} />
          </IconBtn>
        }
      >
        {forDraft.map(item)}
        {forDraft.length > 0 && forReader.length > 0 && <MenuLine />}
        {forReader.map(item)}
      </Menu>
      {now?.at === 'shown' && (
        <LeavesDialog
          preview={now.preview}
          showsEach={assist.shows === 'each'}
          onAsk={() => suggestion.go(now.preview)}
          onClose={suggestion.close}
        />
      )}
      {now &&
        now.at !== 'shown' &&
        place &&
        createPortal(
          <AssistPanel
            now={now}
            hasText={hasText}
            onStop={suggestion.stop}
            onAgain={() => suggestion.begin(now.task)}
            onClose={close}
            onTake={take}
          />,
          place,
        )}
    </>
  )
}

/** As if it were typed, so that the browser's own undo takes it back. */
function putInto(composer: Composer, text: string, how: 'replace' | 'below'): void {
  const field = composer.field.current
  const isBelow = how === 'below' && composer.text.trim() !== ''
  const added = isBelow ? `\n\n${text}` : text
  const whole = isBelow ? composer.text + added : text
  field?.focus()
  field?.setSelectionRange(isBelow ? composer.text.length : 0, composer.text.length)
  if (!field || !document.execCommand('insertText', false, added)) composer.change(whole)
}
