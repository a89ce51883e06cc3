import { useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Lock, MessageSquareShare } from 'lucide-react'
import { Btn } from '#web/parts/bits.tsx'
import { composerOf, useInbox } from '#web/screens/inbox/inbox-context.ts'
import { useConversation } from '#web/screens/inbox/use-conversation.ts'
import { useMay, useSession } from '#web/session.ts'

/** The way to what the policy advises: in private where the network can, else by the sentence in which the house invites. */
export function GoPrivate({ conversationId }: { conversationId: string }) {
  const { t } = useLingui()
  const inbox = useInbox()
  const mayChange = useMay()('workspace.change')
  const conversation = useConversation(inbox.current).data
  const invitation = useSession().workspace?.houseStyle.privateInvitation
  if (!conversation || conversation.id !== conversationId || !inbox.me.canWrite) return null
  const composer = () => composerOf(inbox, conversation.id)
  const canDirect = conversation.can.direct && conversation.accounts.some(({ state }) => state === 'connected')
  if (canDirect)
    return (
      <Btn small className="mt-2" onClick={() => composer()?.focus('direct')}>
        <Lock size={13} />
        {t`Answer in private`}
      </Btn>
    )
  const sentence = invitation?.[conversation.lang?.startsWith('nl') ? 'nl' : 'en'] || invitation?.nl || invitation?.en
  if (!sentence)
    return mayChange ? (
      <Link
        to="/settings/house-style"
        className="mt-1.5 inline-flex min-h-6 items-center text-ui text-sea hover:underline touch:min-h-11"
      >
        {t`Write the sentence that invites to a private channel`}
      </Link>
    ) : null
  const invite = () => {
    const here = composer()
    if (!here) return
    const before = here.read().trimEnd()
    // Pressed twice it stands there once.
    if (!before.includes(sentence)) here.setText(before ? `${before} ${sentence}` : sentence, 'public')
    here.focus('reply')
  }
  return (
    <Btn small className="mt-2" onClick={invite}>
      <MessageSquareShare size={13} />
      {t`Invite to a private channel`}
    </Btn>
  )
}
