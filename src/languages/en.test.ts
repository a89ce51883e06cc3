import { testLanguage } from '#testing/language.ts'
import english from './en.ts'

testLanguage(english)
