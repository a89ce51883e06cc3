import { tablesOf } from './draft-words.ts'

/** What to look at in a Dutch answer. */
export const draftNl = tablesOf({
  lang: 'nl',
  known:
    'de het een en van ik je niet dat is in op te we wij met voor dit die aan er maar om hem ons onze u uw jouw jij ook als bij nog naar dan heb hebben hebt heeft kan kunnen wat hoi beste dag zo over graag wel geen door uit al worden wordt zijn was hoe waar deze bent kun wil dank sorry vandaag morgen',
  blame: String.raw`
    (?:je|u|jij) had … (?:moeten|kunnen|dienen|mogen) ?\p{L}*
    had (?:je|u|jij) (?:maar|ons|gewoon|beter|zelf|eerst)
    als (?:je|u|jij) … (?:had|hadden) ?(?:gelezen|gebeld|gekeken|gevolgd|opgelet|gewacht|gevraagd)?
    (?:dan )?had (?:je|u) (?:het )?geweten
    eigen (?:schuld|verantwoordelijkheid|keuze|fout|nalatigheid)
    (?:je|u|jij) (?:bent|hebt|heeft|was) (?:het |dit |dat )?(?:zelf (?:vergeten|verantwoordelijk|gekozen|akkoord)|nagelaten|verzuimd|vergeten|te laat)
    (?:heb|hebt|heeft|bent) (?:je|u) (?:het |dit |dat )?(?:nagelaten|verzuimd|zelf … (?:gekozen|vergeten|gedaan))
    zoals (?:ik|we|wij|gezegd|al|eerder|reeds|hierboven) … (?:zei|zeiden|aangaf|aangaven|gezegd|aangegeven|vermeld|uitgelegd|gemeld|meldden|schreven|vertelden)
    zoals (?:gezegd|eerder vermeld|al gezegd|reeds vermeld)
    (?:hebben|heb) (?:we|wij|ik) … (?:al|reeds|meermaals) … (?:uitgelegd|gezegd|aangegeven|verteld|gemeld|laten weten|geschreven)
    (?:staat|stond) (?:\p{L}+ )?(?:duidelijk|gewoon) (?:\p{L}+ ){0,2}(?:in|op|vermeld|aangegeven)
    ligt (?:echt |dus |toch )?aan (?:jou|u|jezelf|uzelf|je eigen|uw eigen)
    (?:je|u) (?:had|hebt|heeft) … (?:niet (?:goed )?gelezen|verkeerd (?:ingevuld|gelezen|begrepen|gedaan)|fout ingevuld)
    (?:je|u) (?:begrijpt|snapt|leest) (?:het )?(?:niet goed|verkeerd|gewoon niet)
    (?:lees|kijk|let) (?:de volgende keer|voortaan|eerst) (?:\p{L}+ ){0,3}(?:beter|goed)
    de volgende keer (?:\p{L}+ ){0,3}(?:beter|eerder) (?:opletten|lezen|kijken|bellen)`,
  defensive: String.raw`
    (?:sorry|helaas|excuses|excuus|spijt (?:ons|me|mij)),? maar
    (?:hier|daar|er) kunnen (?:we|wij) … (?:niets|niks|weinig) (?:aan|voor|mee) ?\p{L}*
    kunnen (?:we|wij) … (?:niets|niks) (?:aan|voor) (?:doen|betekenen)
    nu eenmaal
    buiten (?:onze|ons) (?:invloed|macht|schuld|verantwoordelijkheid|controle|bereik)
    (?:herkennen|herken) (?:ons|mij|me) (?:\p{L}+ )?niet
    niets te verwijten
    (?:treft|treffen) … geen (?:blaam|schuld)
    niet (?:onze|de) (?:schuld|fout|verantwoordelijkheid|verantwoording|taak) ?(?:van ons)?
    volgens (?:de|onze|het|ons|alle) (?:regels|procedures?|protocol|voorschriften|beleid|afspraken) (?:gehandeld|gewerkt|gedaan)
    andere (?:klanten|reizigers|mensen|bewoners|gasten) … (?:klagen|klaagt|nooit|wel tevreden|geen (?:last|klachten|probleem|problemen))
    (?:dat|dit) (?:klopt|is) (?:echt |gewoon |absoluut )?(?:onzin|niet eerlijk|overdreven|onterecht|niet waar)
    hebben (?:wij|we) geen (?:invloed|zeggenschap|controle) op
    wij hebben (?:niets|niks) (?:fout|verkeerd) gedaan
    (?:ieder|elk)een maakt (?:weleens )?fouten`,
  hollow: String.raw`
    (?:excuses|excuus|sorry|verontschuldiging\p{L}*|pardon) voor (?:het |de |dit |dat |al het |enig |mogelijke? )?(?:eventuele?|veroorzaakte|mogelijke?|ondervonden|kleine?)? ?(?:ongemak\p{L}*|overlast|hinder|ongerief|last)
    (?:sorry|spijt|excuses|vervelend|jammer|betreuren|betreurt|rot|naar|erg) … (?:dat|als|hoe|indien) (?:je|u|jij|jullie) … (?:ervaart|ervaren|ervaring|voelt|beleeft|beleefd|vindt|opvat|opgevat|zo ziet)
    (?:sorry|spijt|excuses) (?:ons |me |mij |het |aan )?(?:als|indien|mocht\p{L}*|voor zover)
    mocht\p{L}* … (?:hinder|overlast|ongemak|last|overgekomen|teleurgesteld|gekwetst|ontevreden)
    (?:we|wij|ik) betreur\p{L}* (?:het )?(?:zeer |ten zeerste )?dat (?:je|u) … (?:tevreden|ontevreden|teleurgesteld|vindt)
    (?:sorry|spijt|jammer|vervelend) … dat (?:je|u) (?:niet tevreden|teleurgesteld|ontevreden|boos|gefrustreerd)
    niet aan (?:je|uw|de) verwachting\p{L}* (?:voldeed|voldeden|heeft voldaan|voldoet|voldoen)`,
  jargon: String.raw`
    ticket (?:is|staat|wordt|loopt) => vraag
    ticketnummer => nummer van je vraag
    (?:tweede|2e|derde|eerste) ?lijn(?:s|saf?deling|sondersteuning)? => specialist
    tweedelijns\p{L}* => specialist
    back[- ]?office => collega’s
    front[- ]?office => balie
    back[- ]?end => systeem
    front[- ]?end => website
    (?:known )?issues? => fout
    bugfix => oplossing
    (?:hot)?fix => oplossing
    pipeline => planning
    stakeholders? => betrokkenen
    (?:ge)?align(?:ed|en|d|ment) => eens
    traject => aanpak
    case => vraag
    (?:ge)?[eë]scal(?:eer\p{L}*|atie) => aan een leidinggevende gegeven
    service ?management => leidinggevende
    incident ?management => collega’s
    sla => afspraak
    rca => onderzoek
    kpi(?:’s|'s|s)? => doel
    customer journey => weg
    klantreis => weg
    pijnpunt(?:en)? => lastig punt
    responstijd(?:en)? => tijd tot een antwoord
    doorlooptijd(?:en)? => tijd die het duurt
    impact(?:en|eert|te)? => gevolg
    implement(?:eren|atie|eert) => invoeren
    roadmap => planning
    onboarding => begin
    churn => opzeggingen
    touchpoints? => contact
    workaround => andere manier
    downtime => storing
    faciliteren => helpen
    acteren => doen
    uitrollen => invoeren
    service ?level\p{L}* => afspraak
    troubleshoot\p{L}* => zoeken wat er mis is
    self ?service\p{L}* => zelf regelen
    omnichannel => overal
    proces ?matig => volgens de afspraken
    feature => mogelijkheid
    end[- ]?user => gebruiker
    leads? time => wachttijd
    legacy => oud
    assets? => spullen
    resources => mensen
    performance => snelheid`,
  stiff: String.raw`
    middels => met
    dient (?:u|je|men|jij) => moet u
    (?:dient|dienen) => moet
    alvorens => voordat
    teneinde => om
    conform => volgens
    inzake => over
    betreffende => over
    betreft uw => over uw
    met betrekking tot => over
    ten aanzien van => over
    aangaande => over
    hiermede
    hiermee (?:delen|bevestigen|informeren|verzoeken) (?:wij|we)
    hierbij (?:delen|bevestigen|informeren|verzoeken|deel) (?:wij|we|ik)
    (?:delen|deel) (?:wij|we|ik) (?:u|je|jou) mede
    (?:u|je|jou) mede(?:delen| te delen)
    reeds => al
    thans => nu
    desalniettemin => toch
    derhalve => daarom
    d\.d\. => van
    in goede orde
    uw schrijven => uw brief
    geachte => beste
    (?:verzoeken|verzoek) (?:wij|we|ik) (?:u|je)
    (?:wij|we|ik) (?:verzoeken|verzoek) (?:u|je)
    vriendelijk doch dringend
    verstrekken => geven
    retourneren => terugsturen
    completeren => compleet maken
    in behandeling (?:genomen|nemen|is)
    verwijzen (?:wij|we) (?:u |je )?naar
    legitimeren => uw identiteit laten zien
    (?:voornoemde?|bovengenoemde?|voormelde?|desbetreffende?) => deze
    te allen tijde => altijd
    ingevolge => volgens
    krachtens => volgens
    ten behoeve van => voor
    dienaangaande => daarover
    gaarne => graag
    vernemen => horen
    tevens => ook
    zulks => dat
    per ommegaande => meteen
    wederom => weer
    ondergetekende => ik
    geruime tijd => lang
    op korte termijn => snel
    op de hoogte (?:stellen|gesteld) => vertellen
    heden => vandaag
    woonachtig => woont
    zorg ?dragen voor => zorgen voor
    verschuldigd => te betalen
    niettegenstaande => ondanks
    mits => als
    indien => als`,
  passive: String.raw`
    (?:wordt|worden|werd|werden) (?:[^\s.!?,]+ ){1,6}(?:af|aan|op|uit|in|door|mee|terug|over|na|voor|bij|toe|weg)?(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en)
    (?:kan|kunnen|moet|moeten|zal|zullen|mag|mogen) (?:[^\s.!?,]+ ){0,4}worden (?:af|aan|op|uit|in|door|mee|terug|over|na|voor|bij|toe|weg)?(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en)
    (?:kan|kunnen|moet|moeten|zal|zullen) (?:[^\s.!?,]+ ){0,4}(?:af|aan|op|uit|in|door|mee|terug|over|na|voor|bij|toe|weg)?(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en) worden
    (?:is|zijn|was|waren) (?:[^\s.!?,]+ ){0,3}door (?:ons|mij|onze|de) (?:[^\s.!?,]+ ){0,3}(?:af|aan|op|uit|in|door|mee|terug|over|na|voor|bij|toe|weg)?(?:ge|be|ver|ont|her)\p{L}{2,}(?:d|t|en)`,
  promise: String.raw`
    garande\p{L}+
    gegarandeerde?
    garantie dat
    (?:ik|we|wij) belo(?:of|ven)
    belo(?:of|ven) (?:ik|we|wij|je|u|jullie)
    beloofd is beloofd
    nooit (?:meer|weer|nog eens) (?:gebeur\p{L}*|voorkom\p{L}*|voor ?\p{L}*)
    (?:zal|gaat|kan) (?:je|u|dit|dat|het|hier)? ?nooit (?:meer|weer)
    sowieso
    hoe dan ook
    100 ?% (?:zeker|terug|vergoed|geregeld)
    honderd procent (?:zeker|terug|vergoed)
    dat staat (?:\p{L}+ )?vast
    staat vast dat
    zeker weten
    zonder twijfel
    erop rekenen
    reken er maar op
    geven (?:wij|we) je (?:ons|mijn) woord
    op mijn erewoord
    (?:vergoeden|betalen|compenseren|betaal|vergoed) (?:wij|we|ik) (?:[^\s.!?]+ ){0,3}(?:volledig|alles|alle (?:kosten|schade))
    (?:wij|we|ik) (?:vergoeden|betalen|compenseren|betaal|vergoed) (?:[^\s.!?]+ ){0,3}(?:volledig|alles|alle (?:kosten|schade))
    (?:krijg|krijgt|ontvangt|ontvang) (?:je|u)? ?(?:je geld |het geld |alles )?(?:altijd|zeker|in elk geval|in ieder geval|absoluut)
    binnen (?:een|één|\d+|twee|drie|enkele) (?:uur|uren|minuten|dag|dagen|week|weken) … (?:opgelost|geregeld|verholpen|teruggestort|gerepareerd)`,
  incident: String.raw`
    geen (?:enkele )?(?:reden|aanleiding) (?:tot|voor|om) … (?:paniek|zorg|zorgen|ongerustheid|onrust|maken)
    (?:maak|maakt) (?:je|u) (?:vooral |zich )?geen zorgen
    geen zorgen
    (?:niets|niks) aan de hand
    (?:valt|viel) … mee
    onder controle
    incidentje
    (?:klein|beperkte?|kleine|onbelangrijke?) (?:incident|voorval|ongelukje|probleempje)
    voorvalletje
    vermoedelijk\p{L}*
    (?:hoogst)?waarschijnlijk\p{L}*
    naar alle waarschijnlijkheid
    denken (?:we|wij)
    lijkt erop
    menselijke fout
    aansprakelijk\p{L}*
    (?:is|zijn|was) … (?:verantwoordelijk|schuldig) ?(?:voor|aan)?
    niet wij
    de schuldige
    eigen schuld
    (?:maar|slechts) (?:een|één|twee|drie|vier|vijf|enkele|\d+) (?:\p{L}+ )?(?:gewonden?|doden?|slachtoffers?|zieken?)
    gelukkig … maar
    overdreven
    opgeblazen
    (?:fake ?news|nepnieuws|geruchten|hetze)
    geen commentaar
    volkomen veilig
    geen (?:enkel )?(?:gevaar|risico)
    had(?:den)? niemand kunnen (?:voorzien|weten)
    in (?:de )?doofpot`,
  source: String.raw`
    (?!100 ?%)\d+(?:[.,]\d+)? ?(?:%|procent)(?! (?:korting|btw|rente|minder betalen))
    (?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|\d+) (?:van|op) de (?:\d+|twee|drie|vier|vijf|tien|honderd)
    (?:uit|ander|eigen|recent)? ?onderzoek(?:en)? (?:blijkt|blijken|wijst uit|toont aan|laat zien|bewijst)
    uit (?:\p{L}+ )?onderzoek(?:en)?
    (?:wetenschappelijk )?(?:is )?(?:wetenschappelijk )?bewezen
    (?:experts?|deskundigen|wetenschappers|artsen|specialisten) (?:zijn|zeggen|vinden|bevestigen|adviseren)
    (?:we|wij) zijn (?:al jaren )?de \p{L}+ste(?! keer)
    (?:de )?\p{L}+ste van (?:nederland|europa|de wereld|het land|alle)
    het is algemeen bekend
    iedereen weet`,
  sourced: String.raw`
    bron
    volgens (?:het|de) (?:cbs|rivm|acm|jaarverslag|rapport|onderzoek|\p{Lu}\p{L}+)
    https?://\S+
    (?:www\.)?[a-z0-9-]+\.(?:nl|com|org|eu|be|example)(?:/\S*)?`,
  praise: String.raw`
    zelf (?:[^\s.!?]+ ){0,8}(?:fantastisch|geweldig|super|superblij|heel blij|erg blij|tevreden|de beste|top|aanrader|ideaal|perfect|heerlijk)
    persoonlijk (?:[^\s.!?]+ ){0,6}(?:fantastisch|geweldig|super|superblij|tevreden|de beste|top|aanrader|ideaal|perfect)
    mijn (?:man|vrouw|moeder|buurman|vriend|vriendin) (?:[^\s.!?]+ ){0,5}(?:fantastisch|geweldig|superblij|tevreden|de beste)`,
  prize: String.raw`
    maak kans op
    te winnen
    winactie
    (?:en|om te|tag|deel|like) … win(?:nen)? (?:een|twee|drie|\d+|jouw|je)
    prijsvraag
    we geven \p{L}+ weg`,
  offer: String.raw`
    (?:kortings|actie|voucher)code \p{L}*
    met code [a-z]{3,}\d*
    nu met … korting
    alleen vandaag … korting
    bestel nu`,
  partner: `
    (?:onze|een) (?:partner|sponsor|adverteerder) … (?:aanraden|aanbevelen|aanrader|proberen)
    in samenwerking met`,
  disclosed: String.raw`
    (?:ik|wij|we) werk(?:en)? (?:bij|voor|hier)
    werkzaam bij
    #?advertentie
    #?reclame
    #?ad
    #?spon(?:sored)?
    gesponsord\p{L}*
    betaalde? (?:samenwerking|partnerschap)
    (?:krijgen|krijg|ontvangen|ontvang) … (?:vergoeding|commissie|betaald)
    niet neutraal
    bevooroordeeld
    (?:actie|spel)?voorwaarden
    spelregels`,
  impersonal: String.raw`
    (?:geachte|beste) (?:klant|reiziger|cliënt|relatie|bewoner|gebruiker|abonnee|gast|heer,? ?(?:of |/ ?)?mevrouw|heer\/mevrouw|lezer|consument)
    l\.s\.`,
  misspelled: `
    mogenlijk => mogelijk
    (?:gebeurt is) => gebeurd is
    (?:is|was|zijn|waren) gebeurt => is gebeurd
    me (?:bestelling|pakket|vraag|collega|naam|excuses) => mijn
    jou (?:bestelling|pakket|vraag|bericht|naam|klacht|reactie|koffer|ticket|mail) => jouw
    als of => alsof
    te minste => tenminste
    zowiezo => sowieso
    onmiddelijk => onmiddellijk
    interresant => interessant
    (?:ten )?alle tijden => te allen tijde
    eigelijk => eigenlijk
    natuurlik => natuurlijk
    intresse => interesse
    contacteerd => gecontacteerd
    hun (?:zijn|hebben|gaan|komen|willen|moeten) => zij
    gister en => gisteren
    volgensmij => volgens mij
    terug sturen => terugsturen
    op sturen => opsturen
    door sturen => doorsturen
    na vragen => navragen
    uit zoeken => uitzoeken
    beantwoordden => beantwoorden
    (?:hij|zij|ze) vind => vindt
    (?<!(?:ik|als ik|dan|en) )word(?! (?:je|jij|ik|lid|vrijwilliger|abonnee|donateur|vriend|klant|collega)) => wordt`,
  homes: String.raw`
    \p{Lu}[\p{L}'’-]*(?:straat|weg|laan|plein|gracht|kade|dijk|singel|hof|steeg|pad|dreef|plantsoen|park|markt|burg|baan|ring) \d+ ?[a-z]?
    (?!(?:199\d|20[0-3]\d) )[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}
    \d+ ?[a-zA-Z]?, [1-9]\d{3} ?[A-Z]{2}`,
  ourPlaces: `
    (?:onze|ons|de|het) (?:winkel|kantoor|balie|filiaal|vestiging|station|loket|servicepunt|hoofdkantoor|museum|postadres|bezoekadres|antwoordnummer)
    antwoordnummer
    postbus
    bezoekadres
    postadres`,
  negation: `
    niet
    geen
    zonder
    nooit te`,
  persons: `
    ik
    we
    wij
    je
    jij
    jou
    jouw
    u
    uw
    ons
    onze
    mij
    me
    mijn`,
})
