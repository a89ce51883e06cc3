import { useEffect, useMemo, useRef, useState } from 'react'
import type { AccountView, Conversation, Message } from '#api/contract/shapes.ts'
import type { Visibility } from '#domain/reply.ts'
import { ask, useAsk } from '#web/api.ts'
import { presetAccount, rememberAccount, usableAccounts } from './account-choice.ts'
import type { ComposerMode, ComposerTab } from './composer-tabs.tsx'
import { type Count, countText } from './counter.ts'
import { createDraftSaver, type DraftState } from './draft-saver.ts'
import { useInbox } from './inbox-context.ts'
import { forgetText, type KeptText, keptText, type SendWay } from './kept-texts.ts'
import { useLocalDrafts } from './local-drafts.ts'
import { patchDraft } from './patch-answers.ts'
import { presenceTeller } from './presence.ts'
import { messageToAnswer } from './thread.ts'
import { rowOf } from './use-conversation.ts'
import { type SendMore, type SendProblem, useSend } from './use-send.ts'
import { takeWish } from './wish.ts'

export type Composer = {
  tab: ComposerTab
  choose: (mode: ComposerMode) => void
  /** Who will read the answer. */
  visibility: Visibility
  /** It can be said to one person alone here, as who speaks. */
  canDirect: boolean
  /** They wrote in private: in public there is nothing to answer. */
  isOnlyDirect: boolean
  text: string
  change: (text: string) => void
  /** With what a colleague began, for whom they began it. */
  goOnWith: (draft: { text: string; visibility?: Visibility }) => void
  field: React.RefObject<HTMLTextAreaElement | null>
  draftState: DraftState
  /** The message the answer goes under. */
  answers: Message | undefined
  account: AccountView | undefined
  accounts: readonly AccountView[]
  chooseAccount: (account: AccountView) => void
  /** No account or no interface: a person posts it by hand. */
  isAssisted: boolean
  count: Count | undefined
  problem: SendProblem | undefined
  kept: KeptText | undefined
  /** Read and understood: the words stay in the field. */
  dropKept: () => void
  /** What came too late as an answer is still worth telling colleagues. */
  keepAsNote: () => void
  /** It became mine by the first key, a moment ago. */
  isClaimed: boolean
  send: (thenDo: 'done' | 'stay' | 'wait', more?: SendMore) => void
  /** How it was sent last, when that was refused: it goes in the same way all the same. */
  way: SendWay
  saveNote: () => void
  isSending: boolean
}

/** Colleagues see that one answers, not what; an emptied field is no answer. */
function tellTyping(text: string): void {
  if (text.trim() === '') presenceTeller.stopped()
  else presenceTeller.typed()
}

const kinds = ['reply', 'note'] as const
const catalogueStaleMs = 3_600_000

export function useComposer(conversation: Conversation): Composer {
  const { me, composer: handle, decide, currentRow } = useInbox()
  const [tab, setTab] = useState<ComposerTab>('reply')
  const [kept, setKept] = useState(() => keptText(conversation.id))
  const [account, setAccount] = useState(() => presetAccount(conversation.accounts))
  const [isClaimed, setClaimed] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const accounts = usableAccounts(conversation.accounts)
  const isAssisted = accounts.length === 0 || !conversation.can.reply
  const answers = useMemo(() => messageToAnswer(conversation.messages), [conversation.messages])
  const canDirect = !isAssisted && conversation.can.direct
  const isOnlyDirect = canDirect && answers?.kind === 'message'
  const drafts = useDrafts(conversation, kept)
  const visibility = isOnlyDirect ? 'direct' : drafts.visibility
  const text = drafts.texts[tab]
  const speaker = accounts.find((one) => one.id === account?.id)
  const count = useCount(drafts.texts.reply, conversation.network, speaker)
  const hasAsked = useRef(false)
  const sending = useSend({
    conversation,
    drafts,
    visibility,
    canDirect,
    answers,
    account: speaker,
    isAssisted,
    count,
    mustChoose: accounts.length > 1,
    wayBefore: kept?.way,
  })

  const change = (next: string): void => {
    drafts.change(tab, next)
    sending.clearProblem()
    if (tab === 'reply') tellTyping(next)
    if (tab !== 'reply' || next === '' || hasAsked.current || conversation.owner) return
    setClaimed(true)
    // Somebody else may have been faster; then the owner shows in the header, and the words stay here.
    hasAsked.current = true
    void decide.claim([currentRow ?? rowOf(conversation)], { isSilent: true })
  }
  const choose = (mode: ComposerMode): void => {
    setTab(mode === 'note' ? 'note' : 'reply')
    if (mode !== 'note') drafts.sayTo(mode === 'direct' && canDirect ? 'direct' : 'public')
    sending.clearProblem()
    requestAnimationFrame(() => field.current?.focus())
  }
  // A key that leads here makes nothing public that was written for one person.
  const focus = (mode: ComposerMode): void =>
    choose(mode === 'reply' && visibility === 'direct' && drafts.texts.reply.trim() !== '' ? 'direct' : mode)
  const dropKept = (): void => {
    forgetText(conversation.id)
    setKept(undefined)
    sending.clearProblem()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the composer comes to stand.
  useEffect(() => {
    const wish = takeWish(['reply', 'direct', 'note'])
    if (wish === 'reply' || wish === 'direct' || wish === 'note') focus(wish)
  }, [])
  // On every draw: the newest functions are handed over.
  useEffect(() => {
    const setText = (next: string, to: Visibility): void => {
      drafts.sayTo(to)
      drafts.change('reply', next)
    }
    const mine = { of: conversation, focus, setText, read: () => drafts.texts.reply }
    handle.current = mine
    return () => {
      if (handle.current === mine) handle.current = null
    }
  })
  return {
    ...{
      tab,
      choose,
      visibility,
      canDirect,
      isOnlyDirect,
      text,
      change,
      field,
      draftState: drafts.states[tab],
      answers,
      account: speaker,
      accounts,
    },
    chooseAccount: (next) => {
      rememberAccount(next)
      setAccount(next)
      sending.clearProblem()
    },
    goOnWith: (begun) => {
      drafts.sayTo(begun.visibility ?? 'public')
      change(begun.text)
    },
    ...{ isAssisted, count, kept, isClaimed: isClaimed && conversation.owner?.id === me.member?.id },
    dropKept,
    keepAsNote: () => {
      drafts.change('note', drafts.texts.reply)
      drafts.clear('reply')
      dropKept()
      choose('note')
    },
    ...sending,
  }
}

/** Counted as the network counts: the account's own limits, else what its connector says. */
function useCount(text: string, network: string, account: AccountView | undefined): Count | undefined {
  const connectors = useAsk('GET /api/connectors', undefined, { staleTime: catalogueStaleMs }).data
  const limits = account?.limits ?? connectors?.find((connector) => connector.id === network)?.limits
  return useMemo(() => (limits ? countText(text, limits) : undefined), [text, limits])
}

export type Drafts = {
  texts: Record<ComposerTab, string>
  states: Record<ComposerTab, DraftState>
  /** Who the answer is for, kept with its words. */
  visibility: Visibility
  sayTo: (visibility: Visibility) => void
  change: (kind: ComposerTab, text: string) => void
  /** It went out; nothing of it is saved any more. */
  clear: (kind: ComposerTab) => void
}

/** The words being written: kept here at once and on the server a moment later, so that nothing is lost by closing. */
function useDrafts(conversation: Conversation, kept: KeptText | undefined): Drafts {
  const { me } = useInbox()
  const { id } = conversation
  const [initial] = useState(() => {
    const mine = (kind: ComposerTab) =>
      conversation.drafts.find((draft) => draft.kind === kind && draft.by.id === me.member?.id)
    const reply = mine('reply')
    return { reply: reply?.text ?? '', note: mine('note')?.text ?? '', visibility: reply?.visibility ?? 'public' }
  })
  const local = useLocalDrafts(id, me.member?.id)
  const [texts, setTexts] = useState({
    reply: kept?.text ?? local.of('reply')?.text ?? initial.reply,
    note: local.of('note')?.text ?? initial.note,
  })
  const [visibility, setVisibility] = useState<Visibility>(
    () => (kept ?? local.of('reply') ?? initial).visibility ?? 'public',
  )
  // What is saved in a moment goes with what is so then.
  const to = useRef(visibility)
  const [states, setStates] = useState<Record<ComposerTab, DraftState>>({
    reply: initial.reply ? 'saved' : 'empty',
    note: initial.note ? 'saved' : 'empty',
  })
  const [savers] = useState(() => {
    const saver = (kind: ComposerTab) =>
      createDraftSaver({
        saved: initial[kind],
        save: (text) => {
          const visibility = kind === 'reply' ? to.current : 'public'
          const body = { kind, text, visibility }
          return ask('PUT /api/conversations/{id}/draft', { params: { id }, body }).then(() => {
            if (me.member) patchDraft(id, { ...body, by: me.member })
            local.keep(kind, { text, isSaved: true, visibility })
          })
        },
        onState: (state) => setStates((before) => ({ ...before, [kind]: state })),
      })
    return { reply: saver('reply'), note: saver('note') }
  })
  // Words that were typed without a connection, before this page: the server hears of them now.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the composer comes to stand.
  useEffect(() => {
    for (const kind of kinds) savers[kind].change(texts[kind])
  }, [])
  useEffect(() => {
    const flush = () => {
      for (const kind of kinds) savers[kind].flush()
    }
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [savers])
  const keepLocal = (kind: ComposerTab, text: string): void =>
    local.keep(kind, { text, isSaved: false, visibility: kind === 'reply' ? to.current : 'public' })
  return {
    texts,
    states,
    visibility,
    sayTo: (next) => {
      if (next === to.current) return
      to.current = next
      setVisibility(next)
      savers.reply.again()
      if (texts.reply !== '') keepLocal('reply', texts.reply)
    },
    change: (kind, text) => {
      setTexts((before) => ({ ...before, [kind]: text }))
      savers[kind].change(text)
      keepLocal(kind, text)
      if (kind === 'reply') forgetText(id)
    },
    clear: (kind) => {
      setTexts((before) => ({ ...before, [kind]: '' }))
      savers[kind].forget()
      local.drop(kind)
      if (kind === 'reply') forgetText(id)
    },
  }
}
