import { useLingui } from '@lingui/react/macro'
import type { CoachFinding } from '#domain/coach.ts'
import type { PrivateKind } from '#domain/private-data.ts'

/** One or two words for the line, the reason, and what would mend it. */
export type CoachWords = { label: string; why: string; fix?: string }

/** What each finding is called. A new kind of finding without words here is a compile error. */
export function useCoachWords(): (finding: CoachFinding) => CoachWords {
  const { t } = useLingui()
  const kindName = usePrivateName()
  return (finding) => {
    switch (finding.code) {
      case 'nothing_private':
        return {
          label: t`Nothing private`,
          why: t`No telephone, account, order or citizen number, and no e-mail address of a person.`,
        }
      case 'private':
        return {
          label: kindName(finding.kind),
          why: t`Everybody can read this answer, and search engines keep it.`,
          fix: t`Leave it out, and ask for it where only the two of you read along.`,
        }
      case 'new_words':
        return { label: t`New words`, why: t`It says something else than our earlier answers here.` }
      case 'same_words':
        return {
          label: t`Said before`,
          why: t`We gave this very answer here already. A copy reads as if nobody listens.`,
          fix: t`Say what has changed since, or what happens next.`,
        }
      case 'nearly_same':
        return {
          label: t`Nearly a copy`,
          why: t`It is almost word for word an earlier answer of ours here.`,
          fix: t`Begin with what this person says, in your own words.`,
        }
      case 'full_link':
        return { label: t`Link in full`, why: t`One can see where it leads before pressing it.` }
      case 'short_link': {
        const { host } = finding
        return {
          label: t`Shortened link`,
          why: t`${host} hides where the link leads; careful people do not press it.`,
          fix: t`Use the whole address. The network shortens it by itself.`,
        }
      }
      case 'no_link': {
        const { word } = finding
        return {
          label: t`Link missing`,
          why: t`You write “${word}”, but there is no link in the answer.`,
          fix: t`Paste the address behind it.`,
        }
      }
      case 'named':
        return { label: t`By name`, why: t`The answer calls this person by name.` }
      case 'greeted':
        return { label: t`Greeting`, why: t`The answer begins with a greeting, as people do.` }
      case 'not_named': {
        const { name } = finding
        return {
          label: t`Name missing`,
          why: t`It neither greets nor names anybody, and so reads like an announcement.`,
          fix: t`Write ${name} somewhere, or begin with a greeting.`,
        }
      }
      case 'not_greeted':
        return {
          label: t`Greeting missing`,
          why: t`It begins as an announcement does.`,
          fix: t`Begin with a greeting.`,
        }
    }
  }
}

export function usePrivateName(): (kind: PrivateKind) => string {
  const { t } = useLingui()
  return (kind) => {
    switch (kind) {
      case 'iban':
        return t`Account number`
      case 'card':
        return t`Card number`
      case 'bsn':
        return t`Citizen number`
      case 'email':
        return t`E-mail address`
      case 'phone':
        return t`Telephone number`
      case 'order':
        return t`Order number`
      case 'home':
        return t`Address of a home`
    }
  }
}
