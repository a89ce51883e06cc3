import { phrasesOf } from '#domain/language-text.ts'

/** Whoever says one of these does not tell it: they say that it is not so. */
export const denials = phrasesOf(
  `niet waar, is niet zo, klopt niet, klopt helemaal niet, klopt niks van, klopt geen, klopt er niets, klopt niets van, onzin, onzinverhaal, flauwekul, lariekoek, kletskoek, kolder, larie, broodje aap, hoax, fake, nepnieuws, nep, verzonnen, verzinsel, verzinsels, fabel, fabeltje, fabeltjes, indianenverhaal, bangmakerij, stemmingmakerij, uit de duim, uit je duim, gelogen, leugen, leugens, niks van waar, niets van waar, niks van aan, niets van aan, geen sprake van, ontkracht, ontkend, ontkent, weerlegd, gewoon niet waar, geen barst van waar, geen bewijs, niks aan de hand, niets aan de hand, trap er niet in, hou op met, geloof dat niet, geloof er niks van, geloof er niets van, geen snars van, gefactcheckt, in de wereld geholpen`,
)

/** Directly before what is told, these turn it around. */
export const nots = phrasesOf(`geen, niet, nooit, nergens`)
