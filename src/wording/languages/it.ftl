## An answer that is none

declined_too_long = È troppo lungo per una domanda. Chiedi in una o due frasi.
declined_no_word = Non c’è nessuna parola da cercare. Fai una domanda completa, per esempio: Chi l’ha detto? Quando è cominciato?
declined_none_mentions_it = I documenti non rispondono a questo: nessuno ne parla.
declined_none_mentions = I documenti non rispondono a questo: nessuno menziona { $words }.
declined = Non trovo una risposta nei documenti.
declined_missing = Non trovo una risposta nei documenti. Nessun documento menziona { $words }.
declined_apart = Non trovo una risposta nei documenti. Nessun brano menziona { $words } insieme a { $beside }.
ask_me = Fammi una domanda sui documenti e ti rispondo con le loro parole.
closest = Ecco ciò che ci si avvicina di più:
instead = Puoi chiedere, per esempio:

## An answer

unsure = Non ne sono sicuro; forse è questo:
doubt_missing = La citazione non menziona «{ $asked }».
doubt_about = La citazione parla di «{ $stated }», non di «{ $asked }».
doubt_says = La citazione dice { $stated }, non { $asked }.
differ = I documenti non concordano: { $sides }.
side_and_more = { $more ->
    [one] { $source } e { $more } altro
   *[other] { $source } e altri { $more }
}
list_next = { ", " }
list_and = { " e " }
list_or = { " o " }
quoted = «{ $word }»
before = prima: { $sentence }
after = dopo: { $sentence }
more_items = { $number ->
    [one] … e { $number } altro
   *[other] … e altri { $number }
}
also_in = anche in { $source }
more_places = { $number ->
    [one] e in { $number } altro punto
   *[other] e in altri { $number } punti
}
searched_for = (ho cercato «{ $question }»)
corrected = (ho cercato «{ $taken }» invece di «{ $typed }»)

## More of an answer

command_more = altro
command_context = contesto
command_source = fonte
no_more = Nei documenti non c’è altro in proposito.
no_quotes = Non c’è nessuna citazione { $number }: finora non ho citato nulla.
no_such_quote = { $of ->
    [one] Non c’è nessuna citazione { $number }: finora solo { $of } citazione.
   *[other] Non c’è nessuna citazione { $number }: finora solo { $of } citazioni.
}
nothing_before = Non c’è ancora una risposta da cui proseguire. Fai una domanda.
taken_back = Va bene, dimentico quella domanda. Falla di nuovo con altre parole. La prossima volta puoi prima scrivere «{ command_more }», per vedere che cos’altro c’è.
unclear = Non capisco a chi si riferisce «{ $word }». Chiedi di nuovo usando il nome.
context_of = La citazione { $number } nel suo contesto:
passage_of = La citazione { $number } nel suo brano intero:
evidence = «{ $question }»: ecco su che cosa si basa la mia risposta; sono sicuro al { $percent }% della prima citazione.
looked_again = «{ $question }»: ho cercato di nuovo.

## What Quoth says about itself

abilities = Rispondo alle domande sui documenti con le loro parole e dico dove si trova ogni citazione.
    Chiedi in modo semplice: Chi l’ha detto? Quando è cominciato? Prosegui come in una conversazione: E d’inverno? Perché?
    «{ command_more }» mostra altre citazioni, «{ command_context } 2» che cosa sta intorno alla citazione 2, «{ command_source } 2» il suo brano intero e «sources» i documenti.
there_are = Al momento ho { $overview }.
maker = Sono Quoth, un programma che cita documenti. Nulla di ciò che dico è mio: chiedimi che cosa dicono i documenti.
summary = Non scrivo testi miei né riassunti: cito soltanto. Chiedi una cosa alla volta (Che cos’è? Chi? Quando? Quanto?), e «{ command_source }» mostra il brano intero di una risposta.
opinion = Non ho opinioni: cito soltanto i documenti. Chiedi che cosa ne dicono, o chi ha detto che cosa.
goodbye = A presto. Con la prossima domanda riprendiamo da dove eravamo rimasti.

## The documents

overview = { $documents ->
    [one] { $documents } documento
   *[other] { $documents } documenti
}, { $passages ->
    [one] { $passages } brano
   *[other] { $passages } brani
}
overview_skipped = { $overview }; { $files ->
    [one] { $files } file saltato
   *[other] { $files } file saltati
}
overview_and_size = { $overview }; l’indice occupa { $size }
source = { $title } ({ $passages ->
    [one] { $passages } brano
   *[other] { $passages } brani
})
read_again = Li rileggo ogni volta che cambiano.
skipped = saltati:
skipped_more = { $number ->
    [one] e { $number } altro (quoth sources --json li elenca tutti)
   *[other] e altri { $number } (quoth sources --json li elenca tutti)
}
unreadable = { $files ->
    [one] { $files } file saltato:
   *[other] { $files } file saltati:
}
unreadable_none = { $files ->
    [one] { $files } file saltato: quoth sources dice perché
   *[other] { $files } file saltati: quoth sources dice perché
}
unreadable_more = { $number ->
    [one] e { $number } altro: quoth sources dice perché
   *[other] e altri { $number }: quoth sources dice perché
}

## The terminal

welcome = Quoth: { $overview }. Fai una domanda; :help per l’aiuto, :quit per uscire.
usage = Chiedi in modo semplice; rispondo con le parole dei documenti e cito la fonte.
    Prosegui come in una conversazione: E d’inverno? Perché? Quanto costa?
usage_more = altre citazioni
usage_context = che cosa sta intorno alla citazione 2
usage_source = il brano intero da cui viene la citazione 2
usage_sources = i documenti, e che cosa è stato saltato e perché
usage_help = questo aiuto
usage_quit = esci (o Ctrl-D)
no_such_command = { $command } qui non è un comando.
settings_read = impostazioni lette da { $path }
reading = lettura { $bar } { $bytes } di { $all }, { $speed }, ancora { $left }
up_to_date = L’indice è aggiornato: { $overview }.

## Telegram: the menu of commands, each with what it does

menu_ask = Fai una domanda ai documenti
menu_sources = Da quali documenti rispondo
menu_help = Come chiedere e che cosa aspettarsi
menu_privacy = Che fine fa ciò che scrivi
menu_language = La lingua in cui ti parlo

## Telegram: buttons

button_more = Altro
button_context = Contesto
button_source = Fonte
button_answer = Risposta
button_file = File
button_file_number = File { $number }
button_share = Condividi
button_right = Giusto
button_wrong = Sbagliato
button_undo = Annulla

## Telegram: /start

start_documents = { $documents ->
    [one] Rispondo alle domande su { $documents } documento con le sue parole e dico dove si trova ogni citazione.
   *[other] Rispondo alle domande su { $documents } documenti con le loro parole e dico dove si trova ogni citazione.
}
start_examples = Fai una domanda completa, come una di quelle qui sotto. Per saperne di più: /help
start_plain = Fai una domanda completa. Per saperne di più: /help
start_broken = Questo link è danneggiato: non contiene una domanda che io possa leggere.

## Telegram: /help

help_here = Qui scrivi semplicemente una domanda: Chi l’ha detto? Quando è cominciato? Quanti erano?
help_group = In un gruppo scrivi /ask e la domanda, iniziala con { $name } oppure rispondi a un mio messaggio. Se rispondi al messaggio di qualcuno solo con /ask o { $name }, prendo quel messaggio come domanda.
help_going_on = Prosegui come in una conversazione: E d’inverno? Perché? Rispondi a una risposta precedente per ripartire da lì. I pulsanti sotto una risposta mostrano altre citazioni, che cosa sta intorno a una citazione e la sua fonte; «{ button_file }» invia il documento stesso e «{ button_share }» un link che mi fa la stessa domanda.
help_sources = /sources elenca i documenti; /sources seguito da una parola, quelli che la contengono nel nome o nel titolo.
help_inline = In qualsiasi chat scrivi { $name } e una domanda, e scegli una citazione da inviare.
help_quotes = Cito i documenti parola per parola, e ogni citazione indica documento e riga. Quando non sono sicuro, lo dico. Quando i documenti non rispondono, dico anche questo e mostro ciò che ci si avvicina di più.
help_language = Quando posso, parlo la lingua del tuo Telegram; con /language la cambi.
help_group_privacy = Se le menzioni in un gruppo non mi arrivano: con Group Privacy attiva, Telegram mi passa solo comandi e risposte. Disattivala da @BotFather (/setprivacy), poi rimuovimi dal gruppo e aggiungimi di nuovo.
help_admin = Se sei admin, inviami qui un file e risponderò anche in base a quello; in un gruppo scrivi /add sotto il file o in risposta al file. /forget elenca i documenti e toglie quello che scegli; /forget seguito da un nome toglie quello.

## Telegram: /privacy

privacy_search = Cerco nei documenti sulla macchina su cui giro e non invio ciò che scrivi a nessun altro servizio.
privacy_engine = Per cercare nei documenti invio le parole della tua domanda al motore di ricerca gestito dal mio operatore, forse su un’altra macchina, e a nessun altro servizio.
privacy_memory = Ricordo per un’ora le ultime domande di ogni chat, solo in memoria, per capire quelle che seguono. Se vengo fermato prima di poter rispondere a una domanda, la tengo su disco finché non riparto e rispondo.
privacy_verdicts = Se premi «{ button_right }» o «{ button_wrong }», la domanda e la sua risposta vengono conservate per il mio operatore, senza il tuo nome né il tuo numero.
privacy_language = Se scegli una lingua con /language, la conservo insieme al tuo numero.
privacy_logged = Il mio operatore mi ha chiesto di registrare le domande, con il numero della chat.
privacy_not_logged = Il mio registro contiene numeri di chat e messaggi, e orari: mai ciò che qualcuno scrive.

## Telegram: /language

language_now = Con te parlo { $language }. Scegli un’altra lingua:
language_as_telegram = Come in Telegram
language_chosen = D’ora in poi con te parlo { $language }.
language_unknown = Questa lingua non la parlo. Scegli una di queste:

## Telegram: /status

up_for = attivo da { $time }
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
days = { $days } g { $hours } h { $minutes } min
answered_declined = con risposta: { $answered }, senza risposta: { $declined }
times = dall’arrivo alla risposta: metà entro { $half } ms, 95% entro { $most } ms

## Telegram: what keeps a question from an answer

too_many = Questa domanda era di troppo: rispondo al massimo a { $most } al minuto. Resta senza risposta; aspetta un po’ e chiedi di nuovo.
crowded = Mentre Telegram tratteneva i miei messaggi, qui sono arrivate più domande di quante potessi gestire. Quelle arrivate dopo questa sono andate perse: falle di nuovo.
stranger = Rispondo solo a chi è stato ammesso dal mio operatore. Il tuo ID è { $id }: mandaglielo per chiedere l’accesso.
no_question = Qual è la domanda? Scrivila dopo il comando, per esempio: /ask Quando è cominciato?
above_no_text = Quel messaggio non ha un testo che io possa prendere come domanda. Scrivi la domanda dopo il comando.
above_too_long = Quel messaggio è troppo lungo per una domanda. Seleziona la parte che contiene la domanda e rispondi a quella, oppure scrivi la domanda dopo il comando.
unknown_command = Non conosco questo comando. Scrivi una domanda, oppure /help.
no_text = Leggo solo testo. Scrivi la domanda.
unreachable = In questo momento non riesco a raggiungere i documenti. Tengo la tua domanda e rispondo appena posso.
failed = Non sono riuscito a cercare nei documenti: l’errore è mio, ed è nel registro del mio operatore. Chiedi di nuovo, o con altre parole.

## Telegram: to a person who pressed a button

expired = Questa risposta è scaduta. Chiedi di nuovo.
press_failed = Qualcosa è andato storto, ed è nel registro del mio operatore. Riprova.
too_fast = Troppo in fretta. Aspetta un minuto.
not_let_in = Rispondo solo a chi è stato ammesso dal mio operatore.
not_an_admin = Può farlo solo chi è stato nominato admin dal mio operatore.
example_gone = Nel frattempo i documenti sono cambiati. Invia /start per altre domande.
noted = Ne prendo nota, grazie.
not_yours = Questo elenco è di qualcun altro. Invia /sources per averne uno tuo.
list_too_old = Questo elenco è troppo vecchio. Invia di nuovo il comando.
document_gone = Questo documento non c’è più.
below = È già qui sotto.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Scrivi una domanda, o chiedimi in privato
no_cards = Non è nei documenti. In privato mostro ciò che ci si avvicina
not_sure = Non sicuro: { $quote }

## Telegram: lists of documents

none_holds = Nessun documento contiene «{ $words }» nel nome o nel titolo.
did_you_mean = Intendevi uno di questi?
holding = { $number ->
    [one] { $number } documento contiene «{ $words }» nel nome o nel titolo.
   *[other] { $number } documenti contengono «{ $words }» nel nome o nel titolo.
}
press_number = Premi il numero di quello da dimenticare.
which_document = Quale documento? Premi il suo numero, oppure scrivi /forget e il suo nome.
page = Pagina { $number } di { $of }.
sources_hint = /sources seguito da una parola mostra quelli che la contengono nel nome o nel titolo.

## Telegram: files

cannot_send = Non posso inviare questo file: { $reason }.
file_failed = Non sono riuscito a inviare questo file; il registro del mio operatore dice perché. Premi di nuovo.
added = Ho aggiunto { $name }: «{ $title }», { $passages ->
    [one] { $passages } brano
   *[other] { $passages } brani
}.
there_already = { $name } c’è già: «{ $title }», { $passages ->
    [one] { $passages } brano
   *[other] { $passages } brani
}.
its_language = Lingua: { $language }.
not_added = Non ho aggiunto { $name }: { $reason }.
not_added_nameless = Non ho aggiunto il file: { $reason }.
too_large = Telegram dà ai bot solo file fino a { $most } MB; metti il file direttamente nella cartella dei documenti
not_fetched = non sono riuscito a scaricarlo da Telegram; il registro del mio operatore dice perché. Invialo di nuovo
forgot = Ho dimenticato { $name }. Il file è conservato nella cartella forgotten di QUOTH_DATA.
not_forgotten = Non ho dimenticato { $name }: { $reason }.
no_file = Non c’è nessun file da aggiungere. Scrivi /add in risposta a un messaggio con un file, o sotto un file che invii; un’immagine vale solo se inviata come file.
took_out = Ho tolto { $name }. Il file è conservato nella cartella forgotten di QUOTH_DATA.
put_back = Ho rimesso { $name } al suo posto.
not_undone = Non ho potuto annullare: { $reason }.
cannot_undo_adding = Non so più come annullarlo. Invia /forget { $name }
cannot_undo_adding_nameless = Non so più come annullarlo. Invia /forget e il nome.
cannot_undo_forgetting = Non so più come annullarlo. Il file è conservato nella cartella forgotten di QUOTH_DATA; invialo di nuovo.

## Why something is not done with a file

why_kind = Quoth legge { $endings }
why_no_folder = non c’è una cartella in cui metterlo: QUOTH_CORPUS indica solo file
why_left_out = un .gitignore o .ignore tra i documenti esclude i file con questo nome
why_unwritable = non si può scrivere nella cartella dei documenti: { $problem }
why_unknown = nessun documento ha questo nome
why_several = più documenti hanno questo nome: { $names }
why_no_file = non è un file normale
why_root = QUOTH_CORPUS indica proprio questo file
why_last = è l’unico documento, e senza documenti Quoth non si avvia
why_no_data = non c’è una cartella in cui conservarlo: imposta QUOTH_DATA
why_taken = nel frattempo un altro file ha preso il suo nome
why_immovable = non si può spostare: { $problem }
why_elsewhere = i documenti li gestisce quoth index, ovunque sia in esecuzione: modificali lì
why_gone = non è più tra i documenti
why_files_elsewhere = i file sono dove è in esecuzione quoth index, e non qui
why_larger = supera { $most } MB, il massimo che Telegram accetta da un bot
why_empty = ormai è vuoto
why_unreadable = la lettura non è riuscita: { $problem }
