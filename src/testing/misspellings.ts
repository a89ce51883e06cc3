/** Common misspellings and what is meant. The rules for compounds and suggestions were made with these in sight: what they show is a floor that must hold, not how it does on words nobody has seen. */
export const misspellings = {
  nl: `
    onmiddelijk onmiddellijk, verassing verrassing, interresant interessant, vervelent vervelend, enigzins enigszins,
    sowiso sowieso, teminste tenminste, eigelijk eigenlijk, natuurlijjk natuurlijk, helass helaas, excusses excuses,
    begrijpelik begrijpelijk, bestteling bestelling, leverring levering, pakkett pakket,
    klantenservise klantenservice, medewekers medewerkers, onvoldoede onvoldoende, vriendlijk vriendelijk,
    bedanktt bedankt, contakt contact, direkt direct, aktie actie, produkt product, kado cadeau, burau bureau,
    restourant restaurant, adress adres, gegeevens gegevens, rekenning rekening, factuurr factuur, betalling betaling,
    verzendiing verzending, vertragging vertraging, koffert koffer, bagagge bagage, viegtuig vliegtuig, vlught vlucht,
    reserverring reservering, anuleren annuleren, geannulleerd geannuleerd, teruggebelt teruggebeld,
    geprobeert geprobeerd, gestuurt gestuurd, ontvange ontvangen, hoeveelheit hoeveelheid, mogelijkheidt mogelijkheid,
    oplosing oplossing, problleem probleem, storrring storing, verbindng verbinding, instelingen instellingen,
    wachtwoordt wachtwoord, inlogen inloggen, acount account, aplicatie applicatie, telefoonumer telefoonnummer,
    nummmer nummer, volgendde volgende, morge morgen, vandaaag vandaag, zaterdach zaterdag, woensdach woensdag,
    zondach zondag, feberuari februari, septembar september, ochtent ochtend, avont avond, middach middag,
    kwartiier kwartier, minuuten minuten, maandd maand, jaarlijxs jaarlijks, informattie informatie,
    speciaall speciaal, belanrijk belangrijk, belangerijk belangrijk, verandwoordelijk verantwoordelijk,
    verantwoordelik verantwoordelijk, verwachtig verwachting, ervaaring ervaring, kwalitiet kwaliteit,
    garrantie garantie, reperatie reparatie, repareeren repareren, vervanggen vervangen, vergoedding vergoeding,
    schaade schade, verzekerring verzekering, kosteloo kosteloos, gratiss gratis, korttng korting,
    abbonement abonnement, abonement abonnement, opzegen opzeggen, verlengging verlenging, gedult geduld,
    gedulld geduld, moeilik moeilijk, makkelik makkelijk, gemakelijk gemakkelijk, duidlijk duidelijk,
    uitzoekken uitzoeken, nakijkken nakijken, doorgegevven doorgegeven, collegga collega, colegas collega's,
    afdelling afdeling, zulen zullen, kunen kunnen, wilen willen, wordden worden, jamer jammer, gelukig gelukkig,
    hopenlijk hopelijk, waarschijnelijk waarschijnlijk, mischien misschien, missschien misschien, altijt altijd,
    alleein alleen, tijdlijk tijdelijk, geintereseerd geïnteresseerd, vriendenlijk vriendelijk, behandlen behandelen,
    klagt klacht, reaktie reactie, berigt bericht, vraagg vraag, antwoort antwoord, antworden antwoorden,
    gestolpt gestopt, bezzorger bezorger, chaufeur chauffeur, trijn trein, perrron perron, statiion station
  `,
  en: `
    recieve receive, definately definitely, seperate separate, occured occurred, untill until, wich which,
    becuase because, beleive believe, acheive achieve, accomodate accommodate, adress address, apoligise apologise,
    appologies apologies, apolgies apologies, arguement argument, availible available, avaliable available,
    begining beginning, buisness business, calender calendar, cancellling cancelling, comming coming,
    commited committed, concious conscious, convienient convenient, custumer customer, decison decision,
    delievery delivery, delivary delivery, diffrent different, dissapointed disappointed, disapointed disappointed,
    embarass embarrass, enviroment environment, exellent excellent, existance existence, experiance experience,
    explaination explanation, familar familiar, finaly finally, foward forward, freind friend, furthur further,
    garantee guarantee, goverment government, greatful grateful, happend happened, harrass harass,
    immediatly immediately, imediately immediately, inconvience inconvenience, inconvinience inconvenience,
    independant independent, intrest interest, knowlege knowledge, lenght length, liason liaison, lisence license,
    luggaage luggage, maintainance maintenance, managment management, mesage message, millenium millennium,
    neccessary necessary, necesary necessary, noticable noticeable, ocasion occasion, oportunity opportunity,
    orignal original, paymant payment, peice piece, personel personnel, posession possession, possable possible,
    prefered preferred, priviledge privilege, probaly probably, proccess process, promiss promise,
    publically publicly, questionaire questionnaire, realy really, reccomend recommend, recomend recommend,
    recieved received, refered referred, refundd refund, regrad regard, relevent relevant, reponse response,
    responsable responsible, resturant restaurant, rythm rhythm, sceduled scheduled, shedule schedule,
    shiping shipping, sincerly sincerely, sory sorry, succesful successful, sucess success, suprise surprise,
    tommorow tomorrow, tomorow tomorrow, tounge tongue, truely truly, unfortunatly unfortunately,
    unfortunatelly unfortunately, usefull useful, usualy usually, vehical vehicle, waitting waiting, wierd weird,
    writting writing, yesturday yesterday, accross across, agian again, allready already, althought although,
    assitance assistance, atached attached, baggege baggage, bussiness business, complant complaint, confrim confirm,
    contac contact, curently currently, detials details, emial email, folow follow, infomation information,
    instuctions instructions, probelm problem, quickley quickly, reciept receipt, replacment replacement,
    resloved resolved, solutoin solution, suport support, thier their, togehter together, transfered transferred,
    trainn train, widraw withdraw
  `,
} as const

/** `[as written, as meant]` */
export function misspelledPairs(lang: keyof typeof misspellings): [string, string][] {
  return misspellings[lang].split(',').map((pair): [string, string] => {
    const [written = '', meant = ''] = pair.trim().split(' ')
    return [written, meant]
  })
}
