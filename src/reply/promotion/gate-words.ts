import type { Words } from '#domain/connector.ts'
import type { GateFinding } from '#domain/promotion/judge-answer.ts'

/** Why an answer is stopped, and what to do about it: for programs, and for pages that have no words of their own for it. */
export function gateWords(finding: GateFinding, community: string): Words {
  switch (finding.rule) {
    case 'undisclosed':
      return undisclosedWords(finding.code)
    case 'house_rule':
      return houseWords(finding, community)
    case 'first_link':
      return {
        en: 'It has a link, and these people never heard from us and did not ask. Answer without it first.',
        nl: 'Er staat een link in, en deze mensen hoorden nooit iets van ons en vroegen er niet om. Antwoord eerst zonder.',
      }
    case 'same_text': {
      const { threads } = finding
      return {
        en: `Nearly the same text would stand in ${threads} conversations. Write it for this one person.`,
        nl: `Bijna dezelfde tekst zou in ${threads} gesprekken staan. Schrijf hem voor deze ene persoon.`,
      }
    }
    case 'share': {
      const { promotions, answers, oneIn } = finding
      if (oneIn === 0) return { en: `Nobody promotes on ${community}.`, nl: `Op ${community} maken we geen reclame.` }
      return {
        en: `It would be promotion ${promotions} of ${answers} answers on ${community}; the bound is 1 in ${oneIn}. Answer some people there who gain from it first.`,
        nl: `Het zou reclame ${promotions} op ${answers} antwoorden op ${community} zijn; de grens is 1 op ${oneIn}. Help daar eerst een paar mensen.`,
      }
    }
    case 'unasked': {
      const { contacts, days } = finding
      return {
        en: `They heard from us unasked ${contacts} times in ${days} days and did not answer. Wait until they turn to us.`,
        nl: `Ze hoorden in ${days} dagen al ${contacts} keer ongevraagd van ons en antwoordden niet. Wacht tot ze zich tot ons richten.`,
      }
    }
    case 'link_price': {
      const price = `${(finding.cents / 100).toFixed(2)} ${finding.currency}`
      return {
        en: `A link costs ${price} on ${community}. Send it without, or have somebody allow it.`,
        nl: `Een link kost ${price} op ${community}. Verstuur het zonder, of laat iemand het toestaan.`,
      }
    }
  }
}

function undisclosedWords(code: 'employee' | 'by_hand' | 'community'): Words {
  const { en, nl } = {
    employee: { en: 'It does not say that you work here.', nl: 'Er staat niet bij dat je hier werkt.' },
    by_hand: {
      en: 'It promotes, and nobody can see from the account who speaks.',
      nl: 'Het is reclame, en aan het account is niet te zien wie er spreekt.',
    },
    community: {
      en: 'Here every answer says who speaks.',
      nl: 'Hier staat bij elk antwoord wie er spreekt.',
    },
  }[code]
  return { en: `${en} Say so: “I work at …”.`, nl: `${nl} Zeg het erbij: “Ik werk bij …”.` }
}

type HouseFinding = Extract<GateFinding, { rule: 'house_rule' }>

function houseWords({ code, value }: HouseFinding, community: string): Words {
  switch (code) {
    case 'links':
      return { en: `${community} wants no links. Take it out.`, nl: `${community} wil geen links. Haal hem eruit.` }
    case 'unasked':
      return {
        en: `On ${community} we answer only who asks us.`,
        nl: `Op ${community} antwoorden we alleen wie ons iets vraagt.`,
      }
    case 'per_day':
      return {
        en: `We answer at most ${value} times a day on ${community}. Go on tomorrow.`,
        nl: `Op ${community} antwoorden we hooguit ${value} keer per dag. Ga morgen verder.`,
      }
  }
}
