import { phrases } from './phrases.ts'

const ourShops = `(?:nieuwe )?(?:web)?(?:winkel|shop|zaak|site|website|app|assortiment|collectie|aanbod|producten|actie|aanbieding(?:en)?)`
/** At the beginning of a clause these words ask for something; elsewhere they tell of something ("ik vraag nu na", "your order left today"). */
const asking = String.raw`(?<=(?:^|[.!?:,;–(]|[-] |en |dan |dus |and |so |then |just |or )\s*)`

const theirShops = `(?:new )?(?:web ?)?(?:shop|store|site|website|app|range|collection|products|offers?|deals?)`

/**
 * What offers something: a price below the usual, something for nothing, a code.
 * "10% korting", "gratis proefpakket", "use code SUMMER10", "half price".
 */
export const offers = phrases(
  String.raw`
    (?:met |nu |krijg(?:t|en)? |tot |en |voor |nu tijdelijk )?\d+ ?(?:%|procent|euro) (?:extra )?korting
    met korting voor wie
    korting op (?:je|uw|jouw|alle|de|alles)
    (?:kortings|actie|voucher|welkomst)code(?: krijg \p{L}+)?(?: [\p{L}\p{N}]+)?
    (?:met|gebruik|via) (?:de )?code [\p{L}\p{N}]+
    (?:twee|drie|2|3) voor de prijs van (?:één|een|twee|1|2)
    (?:2e|tweede) (?:voor de )?(?:halve prijs|helft)
    voor de halve prijs
    \d\+\d gratis
    (?:eerste|1e) (?:\p{L}+ )?(?:maand|maanden|rit|week|les|koffie|bestelling) (?:is |zijn )?(?:gratis|van het huis|voor de helft)
    (?:krijg|krijgt|ontvang|ontvangt) … (?:cadeau|gratis|tegoedbon|kortingsbon|waardebon|tas)
    (?:een )?gratis (?:proef\p{L}*|cadeau\p{L}*|workshops?|e-?book|verzending bij|bezorging bij|maand|les)
    tijdelijk gratis(?: \p{L}+)?
    (?:een|één) (?:maand|week) gratis(?: proberen)?
    (?:bespaar|bespaart) … (?:euro|procent|€|%|per)
    \d+ ?euro (?:goedkoper|voordeliger)
    bij ons is (?:hij|het|dat|die) … (?:goedkoper|voordeliger)
    voor (?:maar|slechts) (?:€ ?)?\d+(?:[.,]\d+)?
    alleen (?:vandaag|dit weekend|deze week)
    de uitverkoop (?:begint|start|loopt)
    scherpe prijs
    maak kans op
    (?:like|deel|tag) en (?:like|deel|tag|win)`,
  String.raw`
    \d+ ?(?:%|percent|euros?|dollars?|pounds?) (?:off|discount|cheaper)
    (?:ten|twenty|thirty|fifty) percent off
    with a discount for
    (?:a |our )?discount on (?:your|all|everything)
    (?:promo|discount|voucher|coupon) code(?: [\p{L}\p{N}]+)?
    (?:use|with) (?:the )?code [\p{L}\p{N}]+
    buy one,? get one(?: free)?
    (?:two|three|2|3) for the price of (?:one|two|1|2)
    (?:at |are |for )?half[- ]price
    (?:first|1st) (?:\p{L}+ )?(?:month|months|ride|week|lesson|coffee|order) (?:is |are )?(?:free|on the house|at half price)
    (?<!we )(?:get|get your|receive|claim) … (?:free|gift|voucher|discount|bag)
    (?:a |your )?free (?:trial|gift|workshops?|e-?book|month|lesson|sample)
    free (?:shipping|delivery) (?:on|over|from)
    (?:month|week) for free
    save (?:\p{L}+ ){0,3}(?:euros?|dollars?|pounds?|percent)
    for (?:just|only) (?:[€$£] ?)?\d+(?:[.,]\d+)?
    (?:today|this weekend|this week) only
    for a limited time
    the sale (?:starts|begins|is on)
    win (?:a|an|one) (?:\p{L}+ ){1,3}(?:away|voucher|trip|prize)
    (?:like|share|tag) and (?:like|share|tag|win)
    (?:euro|dollar|pound)s? voucher from us`,
)

/** What asks people to come, buy, sign up or look: "bestel vandaag nog", "check out our store", "sign up now". */
export const calls = phrases(
  String.raw`
    ${asking}(?:bestel|boek|koop|shop|reserveer|probeer|word|download|schrijf je|meld je|abonneer je|profiteer)(?: … | )(?:nu|vandaag nog|snel|direct)(?: (?:lid|klant|vriend|in|aan))?
    ${asking}(?:bestel|shop)(?: \p{L}+)? (?:op|in|via|bij|voor) \S+
    (?:nu )?met (?:dertig|veertien|\d+) dagen (?:bedenktijd|proefperiode)
    probeer (?:onze|ons|het|hem|eens|de)
    (?:kom|neem|bekijk|bezoek|ontdek|download|volg) … (?:onze|ons) ${ourShops}
    (?:kom|bezoek|bekijk|ontdek|download|volg) (?:onze|ons) \p{L}+
    kom (?:eens|gezellig|snel) langs
    (?:meld|schrijf) je (?:nu |snel )?(?:aan|in) (?:voor|via|op)
    (?:gekeken|gedacht) naar onze \p{L}+
    kijk (?:maar |eens |even )?op (?:de|onze) site
    (?:naar|moet je) onze \p{L}+ … (?:proberen|gekeken)
    moet je onze \p{L}+
    stap over (?:naar|op) (?:ons|onze)
    vraag … (?:offerte|proefpakket|brochure) aan
    neem (?:nu )?een (?:abonnement|lidmaatschap)
    mis (?:het|dit|deze) niet
    (?:onze|ons) nieuwe \p{L}+ (?:\p{L}+ ){0,4}(?:is|zijn) (?:er|open|uit)
    wist je dat je bij ons
    te proeven op de markt
    met onze app
    met \p{L}+ van ons`,
  String.raw`
    ${asking}(?:order|book|buy|shop|reserve|try|become|download|sign up|register|subscribe|claim)(?: (?:[^\s.!?]+ ){0,7}| )(?:now|today)
    ${asking}(?:order|shop)(?: (?:it|them|yours))? (?:on|in|at|via|before) \S+
    now with (?:thirty|fourteen|\d+) days
    try (?:our|us|it today)
    (?:come|visit|see|discover|download|follow|check out|look) … our ${theirShops}
    (?:visit|see|discover|download|follow|check out) our \p{L}+
    come (?:and|to) (?:visit|see|our)
    (?:sign up|register) (?:for our|now|on|via)
    looked at our \p{L}+
    look on (?:the|our) site
    (?:should|have to) try our \p{L}+
    switch (?:to us|over to)
    ask for a (?:quote|brochure)
    take (?:out )?a (?:subscription|membership)
    (?:don[’']t|do not) miss(?: out)?
    our new \p{L}+ (?:\p{L}+ ){0,4}(?:is|are) (?:here|open|out)
    did you know that with us
    (?:taste|try) our \p{L}+
    with our app
    with (?:\p{L}+ ){1,2}from us
    cheaper with us`,
)

/** What says that somebody asks for it: a price, a shop, a link, a discount. Then an answer is an answer. */
export const asksForIt = phrases(
  String.raw`
    korting(?:scode|en|s)?
    aanbieding(?:en)?
    (?:wat|hoeveel) (?:kost|kosten|moet|is)(?: \p{L}+)*? (?:kosten|prijs)?
    wat kost
    prijs
    prijzen
    offerte
    (?:waar|hoe|kan ik|kun je|kunnen we) … (?:kopen|koop|bestel|bestellen|boeken|reserveren|vinden|te koop|krijgen|aanmelden|inschrijven)
    (?:heb|hebben|heeft|weet) (?:je|jullie|iemand|u) … (?:link|linkje|site|adres|tip|tips|aanrader|code)
    verkopen jullie
    op voorraad
    iemand (?:een )?tip`,
  `
    discounts?(?: codes?)?
    (?:promo|coupon|voucher) codes?
    (?:how much|what) (?:is|are|does|do) … (?:price|cost|costs?)
    how much
    prices?
    quote
    (?:where|how) (?:can|do|could|to) … (?:buy|order|book|find|get|sign up|register)
    (?:do|does|have|has) (?:you|anyone|somebody) … (?:link|site|address|tip|tips|code|recommend|recommendation|recommendations)
    do you sell
    in stock
    any (?:tips|recommendations|suggestions)`,
)

/**
 * What says who speaks, or what they get for it: "ik werk bij", "namens", "our shop", "#ad". "Ik werk niet bij" says the contrary and is no part of it.
 */
export const disclosures = phrases(
  String.raw`
    (?:ik|wij|we) werk(?:en)? (?:zelf )?(?:bij|voor|er|hier|aan)
    (?:ik|wij|we) werk(?:en)? (?:er|hier) zelf
    werkzaam bij
    (?:ik ben|wij zijn|we zijn) (?:zelf )?(?:van|de maker|de makers|de eigenaar|eigenaar|medewerker|de oprichter|oprichter|de ontwikkelaar|ontwikkelaar|de uitgever|betrokken bij)
    (?:wij|we) van \p{L}+
    namens (?:ons|de|het|\p{Lu}\p{L}+)
    als (?:medewerker|eigenaar|maker|oprichter|leverancier|verkoper|fabrikant|ontwikkelaar) (?:van|bij)
    mijn eigen (?:winkel|zaak|bedrijf|webshop|product|app|boek)
    bij ons (?:in|op|ligt|kun|kan)
    onze? (?:eigen )?(?:web)?(?:winkel|shop|zaak|site|website|bedrijf|klanten|klantenservice|collega’s|monteurs?|app)
    ik zit in het team van
    (?:wij|we) (?:maken|verkopen|bouwen|ontwikkelen) (?:deze|dit|hem|ze|het)
    (?:webcare|klantenservice|team|support) (?:van )?\p{L}+ hier
    #?advertentie
    #?reclame
    #ad
    #spon(?:sored)?
    gesponsord\p{L}*
    betaalde? (?:samenwerking|partnerschap)
    (?:ik|wij|we) verdien(?:en)? er (?:zelf )?(?:iets |geld )?aan
    (?:niet neutraal|bevooroordeeld)`,
  String.raw`
    (?:i|we) work (?:at|for|here|there|with|on)
    (?:i am|i[’']m|we are|we[’']re) (?:with|from|the makers? of|the owners? of|an employee of|the founders? of|the developers? of|on the|part of|involved with)
    we at \p{L}+
    on behalf of (?:us|our|\p{Lu}\p{L}+)
    as (?:an? )?(?:employee|owner|maker|founder|supplier|seller|developer) (?:of|at)
    my own (?:shop|store|company|business|web shop|product|app|book)
    in our (?:shop|store|web shop)
    our (?:own )?(?:web ?)?(?:shop|store|site|website|company|customers|support|colleagues|engineers|app)
    we (?:make|sell|build|develop) (?:these|this|it|them)
    (?:support|team|customer service|care) here
    #ad
    #spon(?:sored)?
    sponsored(?: by)?
    advertisement
    paid partnership
    (?:i|we) earn (?:\p{L}+ )?from (?:this|it)
    (?:full disclosure|biased|not neutral)`,
)

/** What reads as a recommendation by somebody who only uses it: of people who work there it must say so. */
export const praise = phrases(
  `
    aanrader
    (?:kan|zou) (?:ik|ze|hem|het) … (?:aanraden|aanbevelen)
    (?:is|zijn) (?:echt |veruit |gewoon )?(?:de|het) beste
    (?:heel|zo|super|erg) (?:blij|tevreden) (?:met|over)`,
  `
    (?:highly )?recommend(?:ed)?
    (?:is|are) (?:really |by far |simply )?the best
    (?:very|so|super|really) (?:happy|pleased) with
    love (?:their|it|this)`,
)
