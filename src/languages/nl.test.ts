import { testLanguage } from '#testing/language.ts'
import dutch from './nl.ts'

testLanguage(dutch)
