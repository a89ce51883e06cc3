import { useLingui } from '@lingui/react/macro'
import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { IconBtn } from './bits.tsx'
import { Input } from './field.tsx'

/** A password that can be looked at. `autoComplete` tells password managers which one it is. */
export function Password(props: ComponentProps<'input'> & { autoComplete: 'current-password' | 'new-password' }) {
  const { t } = useLingui()
  const [isShown, setShown] = useState(false)
  return (
    <span className="relative block">
      <Input
        {...props}
        type={isShown ? 'text' : 'password'}
        autoCapitalize="none"
        spellCheck={false}
        className="pr-10"
      />
      <IconBtn
        label={isShown ? t`Hide the password` : t`Show the password`}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="absolute top-1/2 right-0.5 -translate-y-1/2"
      >
        {isShown ? <EyeOff size={15} /> : <Eye size={15} />}
      </IconBtn>
    </span>
  )
}
