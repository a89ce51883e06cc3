import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useSession } from '#web/session.ts'
import type { ColumnsHere } from './inbox-context.ts'
import { columnsFit, useMedia } from './use-media.ts'

/** Whether this person wants columns and there is room for them. What one practises on stands in the list. */
export function useIsInColumns(): boolean {
  const { user } = useSession()
  const isWide = useMedia(columnsFit)
  return isWide && user?.layout === 'columns' && user.practice !== 'offered'
}

/** Steps of one's own move the current card; an address that leads to a conversation from elsewhere opens it. */
export function useColumnsHere({ current, isStepping, isInColumns }: Given) {
  const [isShown, setShown] = useState(current !== undefined)
  const steppedTo = useRef<string>(undefined)
  useEffect(() => {
    if (!isStepping && current !== undefined && current !== steppedTo.current) setShown(true)
  }, [isStepping, current])
  const isOpen = isShown && current !== undefined
  const columns = useMemo<ColumnsHere | undefined>(
    () => (isInColumns ? { isOpen, show: () => setShown(true), close: () => setShown(false) } : undefined),
    [isInColumns, isOpen],
  )
  const stepTo = useCallback((key: string | undefined) => {
    steppedTo.current = key
  }, [])
  return [columns, stepTo] as const
}
type Given = { current: string | undefined; isStepping: boolean; isInColumns: boolean }
