import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import type { GateFinding } from '#domain/promotion/judge-answer.ts'
import type { GateRuleId } from '#domain/promotion/promotion-settings.ts'

export type GateWords = { why: string; fix: string }

/** What each rule is called. */
export function useGateRuleName(): (rule: GateRuleId) => string {
  const { t } = useLingui()
  return (rule) => {
    switch (rule) {
      case 'undisclosed':
        return t`Nobody says who speaks`
      case 'house_rule':
        return t`A rule of the community`
      case 'first_link':
        return t`A link at first contact`
      case 'same_text':
        return t`The same text in several conversations`
      case 'share':
        return t`Too much promotion in one community`
      case 'unasked':
        return t`Unasked, again and again`
      case 'link_price':
        return t`A link that costs money`
    }
  }
}

/** Why an answer would be stopped, and what to do about it. */
export function useGateWords(): (finding: GateFinding, community: string) => GateWords {
  const { t, i18n } = useLingui()
  return (finding, community) => {
    switch (finding.rule) {
      case 'undisclosed':
        return { why: disclosure(finding.code), fix: t`Say so in your own words: “I work at …”.` }
      case 'house_rule':
        return houseRule(finding, community)
      case 'first_link':
        return {
          why: t`They never heard from us, did not ask, and would get a link at once.`,
          fix: t`Answer without the link first, and offer it.`,
        }
      case 'same_text': {
        const { threads } = finding
        return {
          why: t`Nearly the same text would stand in ${threads} conversations.`,
          fix: t`Write it for this one person.`,
        }
      }
      case 'share': {
        const { promotions, answers, oneIn } = finding
        if (oneIn === 0) return { why: t`On ${community} we do not promote.`, fix: t`Help, without an offer.` }
        return {
          why: t`It would be promotion ${promotions} of ${plural(answers, { one: '# answer', other: '# answers' })} on ${community}; the bound is 1 in ${oneIn}.`,
          fix: t`Help some people there first.`,
        }
      }
      case 'unasked': {
        const { contacts, days } = finding
        return {
          why: t`They heard from us unasked in ${plural(contacts, { one: '# conversation', other: '# conversations' })} in ${days} days, and did not answer.`,
          fix: t`Wait until they turn to us.`,
        }
      }
      case 'link_price': {
        const { currency } = finding
        const price = new Intl.NumberFormat(i18n.locale, { style: 'currency', currency }).format(finding.cents / 100)
        return { why: t`A link on ${community} costs ${price}.`, fix: t`Leave it out, or have somebody allow it.` }
      }
    }
  }

  function disclosure(code: 'employee' | 'by_hand' | 'community'): string {
    switch (code) {
      case 'employee':
        return t`You work here, and the answer does not say so.`
      case 'by_hand':
        return t`It promotes, and nobody can see from the account who speaks.`
      case 'community':
        return t`Here every answer says who speaks.`
    }
  }

  function houseRule({ code, value }: Extract<GateFinding, { rule: 'house_rule' }>, community: string): GateWords {
    switch (code) {
      case 'links':
        return { why: t`${community} wants no links.`, fix: t`Take it out.` }
      case 'unasked':
        return { why: t`On ${community} we answer only who asks us.`, fix: t`Leave it, or wait until they do.` }
      case 'per_day':
        return {
          why: t`On ${community} we give at most ${plural(value, { one: '# answer', other: '# answers' })} a day.`,
          fix: t`Go on tomorrow.`,
        }
    }
  }
}
