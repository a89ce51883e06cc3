import assert from 'node:assert/strict'
import { test } from 'node:test'
import { postSchema } from '#domain/post.ts'
import { testPost } from '#testing/script-connector.ts'
import { assess } from './assess.ts'
import { saysThanks } from './find-thanks.ts'

const thanks = [
  'Bedankt voor de snelle hulp!',
  'Top, dank je wel, het is opgelost',
  'Zilvermeeuw heeft het geregeld, dank je wel, super geholpen!',
  'Heel erg bedankt, mijn koffer is er',
  'Thanks, it works now',
  'Thank you so much for the quick help',
  'Cheers, all sorted',
]
const none = [
  'Ik wacht nog steeds op mijn koffer',
  'Bedankt voor niets, nog steeds geen koffer',
  'Kunnen jullie mij bellen? Alvast bedankt',
  'Ondanks jullie bericht is er niets gebeurd',
  'Thanks for nothing, still no refund',
  'Could you look into this? Thanks in advance',
  'Fijne service hoor, weer drie uur gewacht',
]
const says = (text: string) =>
  saysThanks(text, assess(postSchema.parse(testPost({ text })), { brands: ['zilvermeeuw'] }))

for (const text of thanks) test(`thanks: ${text}`, () => assert.equal(says(text), true))
for (const text of none) test(`no thanks: ${text}`, () => assert.equal(says(text), false))
