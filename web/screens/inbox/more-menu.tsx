import { useLingui } from '@lingui/react/macro'
import { Ellipsis } from 'lucide-react'
import type { Conversation } from '#api/contract/shapes.ts'
import { IconBtn } from '#web/parts/bits.tsx'
import { Menu } from '#web/parts/menu.tsx'
import { withWordsBeside } from '#web/prefs.tsx'

let items: typeof import('./more-items.tsx') | undefined
async function loadItems() {
  items ??= await withWordsBeside(import('./more-items.tsx'))
}

/** All that can be done with the conversation and its message; the same as a right click on them. */
export function MoreMenu({ conversation }: { conversation: Conversation }) {
  const { t } = useLingui()
  return (
    <Menu
      align="end"
      load={loadItems}
      trigger={
        <IconBtn label={t`More`}>
          <Ellipsis size={16} />
        </IconBtn>
      }
    >
      {() => items && <items.MoreItems conversation={conversation} />}
    </Menu>
  )
}
