import { tablesOf } from './draft-words.ts'

/** What to look at in an English answer. */
export const draftEn = tablesOf({
  lang: 'en',
  known:
    'the a an and of i you not that it is are in to we with for this there but on our us your my as at by from then have has had can could what hi hello dear so about please will would no how where when be been do does did thanks thank sorry today tomorrow if was were',
  blame: String.raw`
    you should(?:n['’]t| not| really| simply| just)? have
    you could have (?:read|called|checked|known|asked)
    (?:had|if) you (?:just |simply |only )?(?:had )?(?:\p{L}+ ){0,4}(?:read|called|checked|followed|waited|asked|listened)
    you (?:would|'d|’d) (?:have )?(?:know|known)
    your own (?:fault|responsibility|choice|mistake|doing)
    you (?:\p{L}+ )?(?:failed|neglected|forgot|omitted|refused) to
    you (?:did not|didn['’]t) (?:read|follow|check|listen|fill|pay attention|bother) ?\p{L}*
    you (?:chose|picked|entered|filled in|made) (?:the wrong|a mistake|it wrong)
    as (?:i|we|already|previously|stated|mentioned) … (?:said|explained|stated|mentioned|told|indicated|pointed out)
    as (?:stated|mentioned|explained) (?:before|above|earlier|previously)
    (?:we|i)(?: have|['’]ve)? already (?:\p{L}+ )?(?:explained|told|said|informed|mentioned|answered|asked)
    (?:clearly|plainly|obviously) (?:stated|written|says?|mentioned|shown|indicated)
    (?:problem|fault|mistake|error|issue) (?:is|lies|was) (?:probably |clearly )?(?:on your (?:end|side)|with you|yours)
    on your (?:end|side)
    you (?:clearly|obviously|simply) (?:\p{L}+ )?(?:misread|misunderstood|did|do)
    you (?:misread|misunderstood)
    next time,? (?:\p{L}+ ){0,2}(?:read|check|call|listen)
    works fine for (?:everyone|everybody|all other|other)`,
  defensive: String.raw`
    (?:sorry|unfortunately|apologies),? but
    nothing (?:more )?(?:we|i) can do
    (?:beyond|outside|out of) our (?:control|power|influence|hands|responsibility)
    (?:these|those|that) (?:are|is) (?:just|simply|merely) (?:\p{L}+ )?(?:the|our|how)
    (?:just|simply) (?:how|the way) … works?
    (?:do not|don['’]t) recogni[sz]e (?:ourselves|this|that|the)
    (?:is not|isn['’]t|not) our (?:fault|responsibility|problem|mistake|doing|job)
    (?:we|i) (?:are|am) not to blame
    (?:acted|worked|handled \p{L}+) (?:according to|in line with|in accordance with|by) (?:the|our) (?:rules|procedures?|protocol|book|policy)
    other (?:customers|people|travellers|guests|users) … (?:never|do not|don['’]t|have no) (?:complain|problem|problems|mind|complaints) ?\p{L}*
    (?:that|this) is (?:simply |just |absolutely )?(?:not true|untrue|nonsense|unfair|exaggerated)
    we have no (?:influence|say|control) (?:on|over|in)
    we (?:have )?(?:done|did) nothing wrong
    everybody makes mistakes
    rules are rules`,
  hollow: String.raw`
    (?:apologi\p{L}+|sorry|regret) for (?:the |any |all |this |your |whatever )?(?:possible |potential )?(?:inconvenience|trouble|nuisance|bother|discomfort|hassle)
    (?:sorry|regret|apologi\p{L}+) (?:that |how )?you (?:\p{L}+ )?(?:feel|felt|experienced|perceive\p{L}*|think|see|took|found)
    (?:sorry|regret|apologi\p{L}+) if
    if (?:this|it|we|you|that|anything) … (?:came across|offended|upset|inconvenienced|hurt|rude|bothered) … (?:regret|sorry|apologi\p{L}+)
    (?:regret|sorry)(?: to hear)? that (?:you (?:are|were) (?:not satisfied|dissatisfied|disappointed|unhappy|upset|angry)|your experience)
    (?:did not|didn['’]t|does not|failed to) (?:meet|match|live up to) (?:your|the) expectations
    if you (?:were|have been|are) (?:inconvenienced|offended|bothered|upset)
    we (?:take|value) (?:\p{L}+ )?(?:feedback|complaints?) (?:very )?(?:seriously|highly)`,
  jargon: String.raw`
    ticket (?:is|has|was) => question
    (?:first|second|third|1st|2nd|3rd)[- ]line(?: support)? => a specialist
    tier[- ]?(?:one|two|three|\d) => specialist
    back[- ]?office => colleagues
    front[- ]?office => desk
    back[- ]?end => system
    front[- ]?end => website
    (?:known )?issues? => fault
    (?:hot)?fix (?:is|was|has|will) => solution
    pipeline => planning
    stakeholders? => people involved
    (?:re|un)?align(?:ed|ment|ing)? => agree
    deliverables? => what we make
    (?:de-?)?escalat(?:e|ed|ing|ion) => pass on to my manager
    (?:service|incident|change|problem) management => my manager
    slas? => agreement
    rca => search for the cause
    kpis? => goal
    customer journey => way
    pain points? => trouble
    response times? => time until an answer
    lead time => waiting time
    turnaround(?: time)? => time it takes
    impact(?:ing|ed|s) => affect
    implement(?:ing|ed|ation)? => bring in
    roadmap => planning
    onboarding => start
    churn => leaving
    touch ?points? => contact
    workaround => another way
    downtime => outage
    leverag(?:e|ing|ed) => use
    utili[sz](?:e|ing|ed) => use
    facilitat(?:e|ing|ed) => help
    bandwidth => time
    synerg\p{L}+ => working together
    end[- ]?users? => people who use it
    troubleshoot\p{L}* => find the fault
    omni-?channel => everywhere
    self-?service => do it yourself
    root cause => cause
    going forward => from now on
    reach out => write
    touch base => talk
    action(?:ed|ing) => do
    legacy => old
    onsite => with you
    best[- ]practices? => way
    provision(?:ed|ing) => set up`,
  stiff: `
    please be (?:advised|informed|noted)
    (?:you are|you're) (?:hereby |kindly )?(?:requested|required|advised) to => please
    hereby => 
    herewith => here
    in order to => to
    with (?:regard|respect|reference) to => about
    in (?:respect|regard) (?:of|to) => about
    regarding your => about your
    pertaining to => about
    pursuant to => by
    in accordance with => by
    prior to => before
    subsequent to => after
    by means of => with
    in the event (?:of|that) => if
    at your earliest convenience => soon
    kindly => please
    enclose(?:d)? => send along
    attached (?:please find|hereto)
    please find attached => here is
    commence => start
    terminate => end
    endeavou?r => try
    ascertain => find out
    (?:has|have) lapsed => is over
    issuance => giving out
    aforementioned => this
    notwithstanding => despite
    whilst => while
    upon receipt of => when we have
    should you (?:wish|require|have) => if you want
    we refer to => see
    we wish to inform => we tell
    (?:we|to) inform you => tell you
    take (?:this|it) into consideration => think about it
    taken into consideration => looked at
    be in receipt of => have
    duly noted => noted
    as per => by
    henceforth => from now on
    therein => in it
    remit => pay
    forthwith => now
    in lieu of => instead of
    at this (?:point|moment) in time => now
    due to the fact that => because`,
  passive: String.raw`
    (?:is|are|was|were) (?:currently |still |now )?being (?:\p{L}+ly )?\p{L}{2,}(?:ed|en|ght|lt|ne|wn|de)
    (?:has|have|had) (?:not |now |already |since )?been (?:\p{L}+ly )?\p{L}{2,}(?:ed|en|ght|lt|wn)
    (?:will|can|must|should|may|cannot) (?:not |now |only )?be (?:\p{L}+ly )?\p{L}{3,}(?:ed|en|ght|lt|wn) by
    (?:is|are|was|were) (?:\p{L}+ly )?\p{L}{3,}(?:ed|en|ght|lt|wn) by (?:us|our|the|me)`,
  promise: String.raw`
    guarante\p{L}+
    (?:i|we) (?:hereby |can |do )?(?:promise|swear|vow)
    (?:promise|assure) you
    rest assured
    never (?:ever )?happen(?:s)? again
    (?:will|'ll|’ll) never (?:again )?
    (?:you['’]?ll|you will|we will|we['’]ll|it will|it['’]ll|will) (?:definitely|certainly|surely|absolutely|always|most certainly)
    definitely (?:get|receive|be|arrive)
    100 ?% (?:sure|certain|refund|refunded|guaranteed|back)
    hundred (?:percent|per cent) (?:sure|certain)
    (?:no matter what|whatever happens|without a doubt|without doubt|no doubt about it|for sure)
    you have (?:my|our) word
    count on it
    (?:will|['’]ll) (?:\p{L}+ )?(?:fully|completely) (?:refund|compensate|reimburse|pay|cover)\p{L}*
    (?:will|['’]ll) (?:\p{L}+ )?(?:refund|compensate|reimburse|pay|cover) (?:\p{L}+ )?(?:all|everything|every|in full|fully)
    (?:solved|fixed|resolved|repaired|refunded|restored) within (?:the|an|a|one|two|\d+) (?:hour|hours|minutes|day|days|week)
    within (?:the|an|a|one|two|\d+) (?:hour|hours|minutes|day|days|week) … (?:solved|fixed|resolved|repaired|refunded|restored)`,
  incident: String.raw`
    no (?:reason|cause|need) (?:to|for) (?:\p{L}+ ){0,2}(?:panic|worry|alarm|concern\p{L}*)
    (?:do not|don['’]t) (?:you )?(?:worry|panic)
    no worries
    nothing (?:is )?(?:wrong|the matter|going on|to worry about)
    not (?:that|so|as) bad
    under control
    (?:just|only|merely) (?:a |an )?(?:\p{L}+ )?(?:incident|accident|mishap|hiccup)
    (?:small|minor|little|limited|trivial) (?:\p{L}+ )?(?:incident|accident|mishap|hiccup|issue|problem)
    (?:probably|presumably|apparently|supposedly|most likely|likely)
    we (?:think|guess|suspect|believe|assume)
    (?:seems|appears) to (?:have|be)
    human error
    (?:liable|liability)
    (?:is|are|was|were) … (?:responsible|to blame|guilty|at fault)(?: for)?
    not us
    the culprit
    (?:only|just|merely) (?:one|two|three|four|five|a few|\d+) (?:\p{L}+ )?(?:injured|wounded|dead|hurt|casualt\p{L}+|victims?|deaths?|injuries)
    (?:luckily|fortunately|thankfully) … (?:only|just)
    exaggerat\p{L}+
    blown out of proportion
    (?:fake news|rumours?|rumors?|smear)
    no comment
    (?:perfectly|completely|totally|absolutely) safe
    no (?:danger|risk)
    nobody could have (?:foreseen|known)`,
  source: String.raw`
    (?!100 ?%)\d+(?:[.,]\d+)? ?(?:%|per ?cent)(?! (?:off|discount|vat|cheaper))
    (?:one|two|three|four|five|six|seven|eight|nine|\d+) (?:out of|in) (?:every )?(?:\d+|two|three|four|five|ten|hundred)
    (?:research|studies|surveys?|a study|the data|statistics) (?:shows?|proves?|suggests?|says?|confirms?|tells?)
    (?:scientifically |clinically )?proven
    (?:experts?|scientists|doctors|specialists) (?:agree|say|think|confirm|recommend|believe)
    we are (?:by far )?the (?:\p{L}+est|best|most \p{L}+|number one|leading)
    (?:the )?(?:\p{L}+est|most \p{L}+) (?:\p{L}+ )?(?:in|of) (?:the (?:country|world|market)|europe|britain|the netherlands)
    it is (?:common knowledge|well known|widely known)
    everybody knows`,
  sourced: String.raw`
    source
    according to
    https?://\S+
    (?:www\.)?[a-z0-9-]+\.(?:nl|com|org|eu|uk|example)(?:/\S*)?`,
  praise: String.raw`
    (?:myself|personally) (?:[^\s.!?]+ ){0,9}(?:fantastic|great|amazing|super|delighted|happy|the best|best|brilliant|perfect|wonderful|love)
    (?:happy|delighted|thrilled|pleased) with (?:\p{L}+ ){0,3}myself
    my (?:husband|wife|mother|neighbour|friend) (?:[^\s.!?]+ ){0,5}(?:fantastic|great|amazing|delighted|loves|the best)`,
  prize: String.raw`
    chance (?:to win|of winning)
    (?:and|to) win (?:a|an|one|two|\d+|your)
    giveaway
    prize draw
    we(?:['’]re| are) giving away`,
  offer: String.raw`
    (?:discount|promo|voucher|coupon) code \p{L}*
    with code \p{L}+
    order now
    today only … off`,
  partner: `
    (?:recommend|try|suggest) … (?:of|from|by) (?:our|a) (?:partners?|sponsors?)
    (?:our|a) (?:partner|sponsor) … (?:recommend|try)
    in partnership with`,
  disclosed: `
    (?:i|we) work (?:at|for|here|with)
    #?ad
    #?advert(?:isement)?
    #?spon(?:sored)?
    paid (?:partnership|for)
    (?:get|receive|are|am) … (?:paid|commission|fee)
    not neutral
    biased
    terms(?: and conditions)?
    rules`,
  impersonal: String.raw`
    dear (?:\p{L}+ )?(?:customer|client|guest|passenger|traveller|resident|user|subscriber|sir|madam|ma['’]am|consumer|reader|sir or madam)
    to whom it may concern
    would (?:sir|madam)`,
  misspelled: String.raw`
    recieve(?:d|s)? => receive
    definately => definitely
    seperate(?:ly)? => separate
    occured => occurred
    occurence => occurrence
    untill => until
    wich => which
    thier => their
    teh => the
    accomodat\p{L}+ => accommodate
    neccessary => necessary
    adress => address
    refered => referred
    succesful(?:ly)? => successful
    greatful => grateful
    apologys => apologies
    your welcome => you’re welcome
    (?:could|should|would) of => could have
    alot => a lot
    tommorow => tomorrow
    truely => truly
    wierd => weird
    beleive => believe
    acheive => achieve
    calender => calendar
    concious => conscious
    embarass\p{L}* => embarrass
    goverment => government
    immediatly => immediately
    its (?:a|the|not|our|been) => it’s
    maintainance => maintenance
    posession => possession
    publically => publicly
    suprise(?:d)? => surprise
    tranfer(?:red)? => transfer`,
  homes: String.raw`
    \d+[a-zA-Z]? \p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:Street|Road|Lane|Avenue|Drive|Close|Square|Way|Court|Gardens|Terrace|Crescent|Hill|Row|Place|St|Rd|Ave)
    [A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}
    \p{Lu}[\p{L}'’-]*(?:straat|weg|laan|plein|gracht|kade|dijk|singel) \d+ ?[a-z]?
    (?!(?:199\d|20[0-3]\d) )[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}
    \d+ ?[a-zA-Z]?, [1-9]\d{3} ?[A-Z]{2}`,
  ourPlaces: String.raw`
    our (?:\p{L}+ )?(?:shop|store|office|desk|branch|station|head ?quarters|museum|depot|address)
    po box`,
  negation: `
    not
    cannot
    no
    (?:can|do|does|did|wo|could|would)n['’]t`,
  persons: `
    i
    we
    you
    your
    us
    our
    me
    my
    i['’]m
    we['’]re`,
})
