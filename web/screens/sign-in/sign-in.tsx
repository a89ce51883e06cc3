import { useSession } from '#web/session.ts'
import { FirstRun } from './first-run.tsx'
import { SignIn } from './sign-in-form.tsx'

/** One page: the first visitor makes the owner's account, everybody after signs in. */
export function SignInScreen() {
  const { isFirstRun } = useSession()
  return isFirstRun ? <FirstRun /> : <SignIn />
}
