/**
 * What the program refuses, in Dutch: the English sentence of an AppError on the left. Sentences with a name or a number
 * in them bring both languages themselves. A test keeps this list whole.
 */
export const refusalsInDutch: Readonly<Record<string, string>> = {
  'This report is not here any more.': 'Dit rapport is er niet meer.',
  'There are 200 reports. Remove one first.': 'Er zijn al 200 rapporten. Verwijder er eerst een.',
  'A colleague changed this report meanwhile. Look at it before you save yours.':
    'Een collega heeft dit rapport intussen veranderd. Bekijk het voordat je het jouwe bewaart.',
  'This department is not here any more. Choose another.': 'Deze afdeling is er niet meer. Kies een andere.',
  'Who made this report removes it, or somebody who leads.':
    'Wie dit rapport maakte kan het verwijderen, of iemand die leiding geeft.',
  'This is the demo company: nothing of it leaves this machine.':
    'Dit is het demobedrijf: er gaat niets van deze machine af.',
  'There are 50 links to this report. End one first.': 'Er zijn al 50 links naar dit rapport. Beëindig er eerst een.',
  'This link is not here any more.': 'Deze link is er niet meer.',
  'This link shows nothing any more. Ask whoever gave it to you for a new one.':
    'Deze link toont niets meer. Vraag een nieuwe aan wie hem je gaf.',
  'No Chromium was found on this machine, so no PDF can be made here. Print the report with your own browser.':
    'Op deze machine staat geen Chromium, dus hier kan geen PDF worden gemaakt. Print het rapport met je eigen browser.',
  'Two PDFs are being made at this moment. Try again when one is done.':
    'Er worden al twee PDF’s gemaakt. Probeer het opnieuw als er een klaar is.',
  'The PDF could not be made. Try again, or print the report with your own browser.':
    'De PDF maken lukte niet. Probeer het opnieuw, of print het rapport met je eigen browser.',
  'This pile is not here.': 'Deze stapel is er niet.',
  'There is no such topic.': 'Zo’n onderwerp is er niet.',
  'That is more than five million rows. Choose a shorter period.':
    'Dat zijn meer dan vijf miljoen regels. Kies een kortere periode.',
  'Three exports are running in this workspace. Wait until one is done.':
    'Er lopen al drie exports in deze werkruimte. Wacht tot er een klaar is.',
  'This incident does not exist, or it is not yours to see.': 'Dit incident bestaat niet, of het is niet voor jou.',
  'This task is not here any more.': 'Deze taak is er niet meer.',
  'This is no line of this timeline.': 'Dit is geen regel van deze tijdlijn.',
  'There is no answer to approve yet.': 'Er is nog geen antwoord om akkoord op te geven.',
  'This rumour is not here any more.': 'Dit gerucht is er niet meer.',
  'A wording is for a network that is not known here.': 'Een tekst is voor een netwerk dat hier niet bekend is.',
  'A colleague changed this snippet meanwhile. Look at it before you save yours.':
    'Een collega heeft deze bouwsteen intussen veranderd. Bekijk hem voordat je de jouwe bewaart.',
  'This version does not exist.': 'Deze versie bestaat niet.',
  'Answers were written with this snippet. Retire it: then it is not offered any more.':
    'Met deze bouwsteen zijn antwoorden geschreven. Haal hem uit gebruik: dan wordt hij niet meer aangeboden.',
  'This snippet is not here any more.': 'Deze bouwsteen is er niet meer.',
  'These are not the words of this version of the snippet.':
    'Dit zijn niet de woorden van deze versie van de bouwsteen.',
  'There are 1,000 facts. Remove one first.': 'Er zijn al 1.000 feiten. Verwijder er eerst een.',
  'A colleague changed this fact meanwhile. Look at it before you save yours.':
    'Een collega heeft dit feit intussen veranderd. Bekijk het voordat je het jouwe bewaart.',
  'A fact is written once in each language.': 'Een feit staat er in elke taal één keer.',
  'This fact is not here any more.': 'Dit feit is er niet meer.',
  'Somebody published another policy meanwhile. Look at it before you publish yours.':
    'Iemand heeft intussen een ander beleid gepubliceerd. Bekijk dat voordat je het jouwe publiceert.',
  'This version of the policy does not exist.': 'Deze versie van het beleid bestaat niet.',
  'A colleague is writing on this policy too. Look at theirs before you go on.':
    'Een collega schrijft ook aan dit beleid. Bekijk wat er staat voordat je verdergaat.',
  'The policy does not ask this any more. Look at the advice once more.':
    'Het beleid vraagt dit niet meer. Bekijk het advies nog eens.',
  'Choose the moment until which it should wait.': 'Kies het moment tot wanneer het moet wachten.',
  'A conversation cannot be merged with itself.': 'Een gesprek kan niet met zichzelf worden samengevoegd.',
  'You have more devices than can be pushed to. Remove one first.':
    'Je hebt meer apparaten dan er meldingen kunnen krijgen. Verwijder er eerst een.',
  'This device is not here any more.': 'Dit apparaat is er niet meer.',
  'This webhook is not here any more.': 'Deze webhook is er niet meer.',
  'Paste the address of the webhook.': 'Plak het adres van de webhook.',
  'There are as many webhooks as anybody can oversee. Remove one first.':
    'Er zijn al zoveel webhooks als iemand kan overzien. Verwijder er eerst een.',
  'This conversation is not merged.': 'Dit gesprek is niet samengevoegd.',
  'Nothing would be left of this conversation.': 'Er zou niets van dit gesprek overblijven.',
  'An answer is on its way here. Do this when it has left, or take it back first.':
    'Hier is een antwoord onderweg. Doe dit als het weg is, of neem het eerst terug.',
  'These two are on different networks, where each is answered in its own way. Join them as one story instead.':
    'Deze twee staan op verschillende netwerken, waar elk op eigen wijze wordt beantwoord. Maak er één verhaal van.',
  'lines: one conversation stands here twice. Nobody is answered twice.':
    'lines: één gesprek staat hier twee keer. Niemand krijgt twee keer antwoord.',
  'This is one of your own accounts. Disconnect it in the settings instead.':
    'Dit is een van je eigen accounts. Ontkoppel het bij de instellingen.',
  'An answer to them is on its way. Erase them when it has left, or take it back first.':
    'Er is een antwoord aan deze persoon onderweg. Wis als het weg is, of neem het eerst terug.',
  'This view is not here any more.': 'Deze weergave is er niet meer.',
  'There are as many saved views as anybody can oversee. Remove one first.':
    'Er zijn al zoveel bewaarde weergaven als iemand kan overzien. Verwijder er eerst een.',
  'Choose one colleague or one department.': 'Kies één collega of één afdeling.',
  'This was taken back already.': 'Dit is al teruggenomen.',
  'This was taken back meanwhile.': 'Dit is intussen teruggenomen.',
  'A post of this network cannot be liked with this account.':
    'Met dit account kun je een bericht van dit netwerk niet leuk vinden.',
  'A workspace needs an owner. Make somebody else the owner first.':
    'Een werkruimte heeft een eigenaar nodig. Maak eerst iemand anders eigenaar.',
  'An assisted answer is posted by hand. Paste its link when it stands.':
    'Dit antwoord plaats je zelf. Plak de link zodra het er staat.',
  'Answers on this network cannot be removed from here.': 'Antwoorden op dit netwerk kun je hier niet verwijderen.',
  'Choose a colleague or a department to hand it over to.':
    'Kies een collega of een afdeling om het aan over te dragen.',
  'Choose a day that is still to come.': 'Kies een dag die nog komt.',
  'This conversation was erased after its time: only figures are left.':
    'Dit gesprek is na zijn tijd gewist: alleen cijfers zijn er nog.',
  'What was answered is kept at least as long as what was not.':
    'Wat is beantwoord, blijft minstens zo lang bewaard als wat niet is beantwoord.',
  'This erases conversations at once. Give the name of the workspace to confirm it.':
    'Dit wist meteen gesprekken. Geef de naam van de werkruimte om het te bevestigen.',
  'This workspace is not here any more.': 'Deze werkruimte is er niet meer.',
  'Choose a moment that is still to come.': 'Kies een moment dat nog komt.',
  'E-mail address and password do not fit together. Check both and try again.':
    'E-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na en probeer het opnieuw.',
  'The rules have changed meanwhile. Look at them once more, then order them.':
    'De regels zijn intussen veranderd. Bekijk ze nog eens en zet ze dan op volgorde.',
  'Somebody changed this rule meanwhile. Look at it once more before you save.':
    'Iemand heeft deze regel intussen veranderd. Bekijk hem nog eens voordat je bewaart.',
  'There is nothing here to put back.': 'Hier valt niets terug te zetten.',
  'This rule does not exist any more.': 'Deze regel bestaat niet meer.',
  'This search does not exist any more. Choose another.': 'Deze zoekvraag bestaat niet meer. Kies een andere.',
  'This source does not exist any more. Choose another.': 'Deze bron bestaat niet meer. Kies een andere.',
  'This stop does not exist.': 'Deze stop bestaat niet.',
  'A conversation cannot be joined with itself.': 'Een gesprek kun je niet met zichzelf samenvoegen.',
  'These words are too short or too common to tell anything apart. Choose others.':
    'Deze woorden zijn te kort of te gewoon om iets aan te herkennen. Kies andere.',
  'This is not here any more.': 'Dit is er niet meer.',
  'This topic is not here any more.': 'Dit onderwerp is er niet meer.',
  'This conversation is in no story.': 'Dit gesprek hoort bij geen verhaal.',
  'This is forgotten already.': 'Dit is al vergeten.',
  'Nobody here knows the holidays of this place. Choose another.':
    'De feestdagen van deze plaats kent hier niemand. Kies een andere.',
  'Only a person can do this.': 'Dit kan alleen een mens doen.',
  'Only an answer that stands on the network can be removed.':
    'Alleen een antwoord dat op het netwerk staat, kun je verwijderen.',
  'Others are trying names right now. Wait a minute.': 'Anderen proberen nu namen uit. Wacht een minuut.',
  'Sign in first.': 'Log eerst in.',
  'Somebody set up this Wederhoor already. Ask them for an invitation, or sign in.':
    'Iemand heeft deze Wederhoor al ingericht. Vraag een uitnodiging, of log in.',
  'Something new happened in this conversation. Look at it once more before you decide.':
    'Er gebeurde iets nieuws in dit gesprek. Kijk nog eens voordat je beslist.',
  'That is not your present password.': 'Dat is niet je huidige wachtwoord.',
  'The invitation was not kept. Try it again.': 'De uitnodiging is niet bewaard. Probeer het opnieuw.',
  'The membership was not kept. Try it again.': 'Het lidmaatschap is niet bewaard. Probeer het opnieuw.',
  'The message was deleted on the network. There is nothing to answer.':
    'Het bericht is op het netwerk verwijderd. Er valt niets te beantwoorden.',
  'The message was deleted on the network.': 'Het bericht is op het netwerk verwijderd.',
  'The message you answer is not in this conversation.': 'Het bericht waarop je antwoordt, staat niet in dit gesprek.',
  'The network does not show this picture any more.': 'Het netwerk toont deze afbeelding niet meer.',
  'There is an account with this e-mail address already. Sign in with it.':
    'Er is al een account met dit e-mailadres. Log daarmee in.',
  'There is nothing at this address. /api/openapi.json tells what there is.':
    'Op dit adres is niets. In /api/openapi.json staat wat er is.',
  'These are more keys of your own than can be kept. Reset some first.':
    'Dit zijn meer eigen toetsen dan er bewaard kunnen worden. Zet er eerst een paar terug.',
  'This account belongs to another network. Choose another.':
    'Dit account hoort bij een ander netwerk. Kies een ander.',
  'This account is not connected here. Choose another.': 'Dit account is hier niet gekoppeld. Kies een ander.',
  'This account is not connected here.': 'Dit account is hier niet gekoppeld.',
  'This answer does not exist.': 'Dit antwoord bestaat niet.',
  'This answer does not wait for a person any more.': 'Dit antwoord wacht niet meer op iemand.',
  'This answer has left already.': 'Dit antwoord is al weg.',
  'This answer was posted by hand. Remove it on the network itself.':
    'Dit antwoord is met de hand geplaatst. Verwijder het op het netwerk zelf.',
  'This answer was taken back already.': 'Dit antwoord is al teruggenomen.',
  'This colleague is not here any more. Choose another.': 'Deze collega is er niet meer. Kies een ander.',
  'This conversation does not exist, or not in this workspace.':
    'Dit gesprek bestaat niet, of niet in deze werkruimte.',
  'This conversation is not here any more.': 'Dit gesprek is er niet meer.',
  'This department does not exist any more. Choose another.': 'Deze afdeling bestaat niet meer. Kies een andere.',
  'This department does not exist any more.': 'Deze afdeling bestaat niet meer.',
  'This invitation was just used.': 'Deze uitnodiging is zojuist gebruikt.',
  'This invitation was used, withdrawn or is too old. Ask your colleague for a new one.':
    'Deze uitnodiging is gebruikt, ingetrokken of te oud. Vraag je collega om een nieuwe.',
  'This is more than a hub can send at once.': 'Dit is meer dan een hub in één keer kan sturen.',
  'This is more than can be sent at once.': 'Dit is meer dan in één keer verstuurd kan worden.',
  'This member is not here any more.': 'Dit lid is er niet meer.',
  'This message is not here any more.': 'Dit bericht is er niet meer.',
  'This message is not here.': 'Dit bericht is hier niet.',
  'This network cannot be answered from here. Post it by hand (an assisted answer).':
    'Op dit netwerk kun je van hieruit niet antwoorden. Plaats het antwoord zelf.',
  'This page does not exist. Start from the first one.': 'Deze bladzijde bestaat niet. Begin bij de eerste.',
  'This picture is not known here.': 'Deze afbeelding is hier niet bekend.',
  'This picture is too large to show.': 'Deze afbeelding is te groot om te tonen.',
  'This source does not exist any more.': 'Deze bron bestaat niet meer.',
  'This set does not exist any more.': 'Deze set bestaat niet meer.',
  'This search does not exist any more.': 'Deze zoekvraag bestaat niet meer.',
  'This workspace does not exist any more.': 'Deze werkruimte bestaat niet meer.',
  'This was not understood.': 'Dit is niet begrepen.',
  'You are not a member of a workspace any more.': 'Je bent geen lid meer van een werkruimte.',
  'You are not in this workspace, or there is none.': 'Je zit niet in deze werkruimte, of hij bestaat niet.',
  'This address is in use. Choose another one.': 'Dit adres is al in gebruik. Kies een ander.',
  'You are not a member of that workspace.': 'Je bent geen lid van die werkruimte.',
  'You cannot change somebody who has more rights than you, or give more than yours.':
    'Je kunt niemand wijzigen die meer rechten heeft dan jij, of meer rechten geven dan je hebt.',
  'You cannot give somebody more rights than you have yourself.':
    'Je kunt niemand meer rechten geven dan je zelf hebt.',
  'You cannot remove somebody who has more rights than you.':
    'Je kunt niemand verwijderen die meer rechten heeft dan jij.',
  'You have an account here already, with another password. Use that one.':
    'Je hebt hier al een account, met een ander wachtwoord. Gebruik dat.',
  'Your role does not allow this. Ask an administrator of the workspace.':
    'Je rol laat dit niet toe. Vraag een beheerder van de werkruimte.',
  'url: paste the address of your answer, such as https://example.org/answer.':
    'url: plak het adres van je antwoord, zoals https://example.org/antwoord.',
  'waitUntil: choose a moment that is still to come.': 'waitUntil: kies een moment dat nog komt.',
  'This note is not here any more.': 'Deze notitie is er niet meer.',
  'There are 20 open pledges in this conversation. Settle one first.':
    'Er staan 20 open toezeggingen in dit gesprek. Rond er eerst een af.',
  'There are rules for 500 communities. Remove one first.':
    'Er zijn regels voor 500 gemeenschappen. Haal er eerst een weg.',
  'This pledge is not here any more.': 'Deze toezegging is er niet meer.',
  'Choose a moment within two years.': 'Kies een moment binnen twee jaar.',
  'There are 30 notes on this person. Remove one that is no longer needed first.':
    'Er staan al 30 notities bij deze persoon. Verwijder er eerst een die niet meer nodig is.',
  'This is the same account already.': 'Dit is al hetzelfde account.',
  'One person can be known as at most 20 accounts. Unlink one first.':
    'Een persoon kan bij ons hooguit 20 accounts hebben. Ontkoppel er eerst een.',
  'This is one of your own accounts. It is not linked to a person.':
    'Dit is een van je eigen accounts. Dat wordt niet aan een persoon gekoppeld.',
  'These are not linked to each other any more.': 'Deze zijn niet meer aan elkaar gekoppeld.',
  'Leave at least one account of this person.': 'Laat minstens één account van deze persoon staan.',
  'This person is not here any more.': 'Deze persoon is er niet meer.',
  'There are 5,000 words of your own already. Remove some first.':
    'Er staan al 5.000 eigen woorden. Verwijder er eerst een paar.',
  'This word is not one of yours any more.': 'Dit is geen eigen woord van jullie meer.',
  'A report covers at most a year.': 'Een rapport gaat over hoogstens een jaar.',
  'This page does not follow any other.': 'Deze pagina volgt niet op een andere.',
  'The period must end after it begins.': 'De periode moet eindigen nadat zij begint.',
  'This is more than can be told at once. Ask for a shorter time or longer periods.':
    'Dit is meer dan in één keer verteld kan worden. Vraag een kortere tijd of langere perioden.',
  'Say what it may cost at most in a month, in money or in tokens.':
    'Zeg wat het per maand hooguit mag kosten, in geld of in tokens.',
  'Without a price nothing is counted in money. Give the prices, or a most in tokens.':
    'Zonder prijs wordt er niets in geld geteld. Vul de prijzen in, of een maximum in tokens.',
  'Choose at least one thing that the model may help with.': 'Kies minstens één ding waarmee het model mag helpen.',
  'Help by a model is off here, or not for you.': 'Hulp van een model staat hier uit, of is niet voor jou.',
  'An administrator has not allowed a model for this.': 'Een beheerder heeft hiervoor geen model toegestaan.',
  'Write something first: the model works on your words.': 'Schrijf eerst iets: het model werkt met jouw woorden.',
  'There is no message here to work on.': 'Er is hier geen bericht om mee te werken.',
  'Something new was said here. Look at what would leave once more.':
    'Hier is iets nieuws gezegd. Kijk nog eens naar wat er zou worden verstuurd.',
  'This suggestion is not here any more.': 'Deze suggestie is er niet meer.',
  'Somebody changed this meanwhile. Look at it before you change it.':
    'Iemand heeft dit intussen veranderd. Bekijk het voordat je het verandert.',
  'Say who may approve: a role, a colleague or a department.':
    'Zeg wie akkoord mag geven: een rol, een collega of een afdeling.',
  'Somebody or something in these rules is not here any more. Choose again.':
    'Iemand of iets in deze regels is er niet meer. Kies opnieuw.',
  'It is too late to take this approval back.': 'Het is te laat om dit akkoord in te trekken.',
  'Something changed since you looked: read it once more before you decide.':
    'Er is iets veranderd sinds je keek: lees het nog eens voordat je beslist.',
  'Nobody approves their own answer. Ask a colleague.':
    'Niemand geeft akkoord op een eigen antwoord. Vraag een collega.',
  'Somebody else is asked to approve this answer.': 'Iemand anders is gevraagd om akkoord op dit antwoord.',
  'This alert is not here any more.': 'Deze melding is er niet meer.',
  'A colleague said already that this is no alarm.': 'Een collega zei al dat dit loos alarm is.',
  'This peak is not here any more.': 'Deze piek is er niet meer.',
  'There are 200 peaks still to come. Remove one first.': 'Er staan al 200 pieken gepland. Verwijder er eerst een.',
  'This note of what happened is not here any more.': 'Deze aantekening van wat er gebeurde is er niet meer.',
  'A colleague noted this. They can change it, or somebody who leads.':
    'Een collega heeft dit genoteerd. Die kan het veranderen, of iemand die leiding geeft.',
  'The last day must not come before the first.': 'De laatste dag mag niet voor de eerste liggen.',
  'There are 2,000 notes of what happened. Remove some that nobody needs first.':
    'Er staan al 2.000 aantekeningen van wat er gebeurde. Verwijder er eerst een paar die niemand nodig heeft.',
  'The peak must end after it begins.': 'De piek moet eindigen nadat hij begint.',
  'A peak lasts at most 31 days.': 'Een piek duurt hooguit 31 dagen.',
}
