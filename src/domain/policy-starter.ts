import type { Policy, PolicyExample, PolicyNode } from './policy.ts'
import { publicSituations, serviceSituations, shopSituations } from './policy-situations.ts'
import type { PolicyStarter } from './policy-starter-names.ts'
import type { BothNode, BothPolicy } from './policy-starter-parts.ts'
import { publicTree } from './policy-starter-public.ts'
import { serviceTree } from './policy-starter-service.ts'
import { shopTree } from './policy-starter-shop.ts'
import type { PolicyLang } from './policy-words.ts'

const trees: Record<PolicyStarter, () => BothPolicy> = { service: serviceTree, public: publicTree, shop: shopTree }
const situations: Record<PolicyStarter, PolicyExample[]> = {
  service: serviceSituations,
  public: publicSituations,
  shop: shopSituations,
}

/** A policy to begin with: defaults with the literature they rest on, and no laws. Its examples come with it. */
export function starterPolicy(which: PolicyStarter, lang: PolicyLang): { policy: Policy; examples: PolicyExample[] } {
  const { name, questions, root } = trees[which]()
  return {
    policy: {
      name: name[lang],
      questions: Object.entries(questions).map(([id, text]) => ({ id, text: text[lang] })),
      root: inLanguage(root, lang),
    },
    examples: situations[which],
  }
}

function inLanguage(node: BothNode, lang: PolicyLang): PolicyNode {
  switch (node.kind) {
    case 'leaf':
      return { ...node, name: node.name[lang], tone: node.tone[lang], why: node.why[lang] }
    case 'when':
      return { ...node, yes: inLanguage(node.yes, lang), no: inLanguage(node.no, lang) }
    case 'ask': {
      const { yes, no, unknown } = node
      return { ...node, yes: inLanguage(yes, lang), no: inLanguage(no, lang), unknown: inLanguage(unknown, lang) }
    }
  }
}
