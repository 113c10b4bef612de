## An answer that is none

declined_too_long = C’est trop long pour une question. Posez-la en une ou deux phrases.
declined_no_word = Je n’y trouve aucun mot à chercher. Posez une question complète, par exemple : Qui l’a dit ? Quand cela a-t-il commencé ?
declined_none_mentions_it = Les documents n’y répondent pas : aucun n’en parle.
declined_none_mentions = Les documents n’y répondent pas : aucun ne mentionne { $words }.
declined = Je ne trouve pas de réponse à cela dans les documents.
declined_missing = Je ne trouve pas de réponse à cela dans les documents. Aucun document ne mentionne { $words }.
declined_apart = Je ne trouve pas de réponse à cela dans les documents. Aucun passage ne mentionne { $words } en même temps que { $beside }.
ask_me = Posez-moi une question sur les documents, et je vous réponds avec leurs propres mots.
closest = Voici ce qui s’en approche le plus :
instead = Vous pouvez demander, par exemple :

## An answer

unsure = Je n’en suis pas sûr ; c’est peut-être ceci :
doubt_missing = Cette citation ne mentionne pas « { $asked } ».
doubt_about = Cette citation porte sur « { $stated } », et non sur « { $asked } ».
doubt_says = Cette citation dit { $stated }, et non { $asked }.
differ = Les documents ne concordent pas : { $sides }.
side_and_more = { $more ->
    [one] { $source }, et { $more } autre
   *[other] { $source }, et { $more } autres
}
list_next = { ", " }
list_and = { " et " }
list_or = { " ou " }
quoted = « { $word } »
before = avant : { $sentence }
after = après : { $sentence }
more_items = { $number ->
    [one] … et { $number } autre
   *[other] … et { $number } autres
}
also_in = aussi dans { $source }
more_places = { $number ->
    [one] et à { $number } autre endroit
   *[other] et à { $number } autres endroits
}
searched_for = (recherche : « { $question } »)
corrected = (recherche : « { $taken } » au lieu de « { $typed } »)

## More of an answer

command_more = plus
command_context = contexte
command_source = source
no_more = Les documents n’en disent pas plus à ce sujet.
no_quotes = Il n’y a pas de citation { $number } : je n’ai encore rien cité.
no_such_quote = { $of ->
    [one] Il n’y a pas de citation { $number } : seulement { $of } citation jusqu’ici.
   *[other] Il n’y a pas de citation { $number } : seulement { $of } citations jusqu’ici.
}
nothing_before = Il n’y a pas encore de réponse à partir de laquelle continuer. Posez une question.
taken_back = D’accord, j’oublie cette question. Posez-la autrement. La prochaine fois, vous pouvez d’abord écrire « { command_more } » pour voir ce qu’il y a d’autre.
unclear = Je ne sais pas qui « { $word } » désigne. Reposez la question avec le nom.
context_of = La citation { $number } dans son contexte :
passage_of = La citation { $number } dans son passage entier :
evidence = « { $question } » : voici sur quoi je m’appuie ; je suis sûr à { $percent } % de la première citation.
looked_again = « { $question } » : j’ai cherché de nouveau.

## What Quoth says about itself

abilities = Je réponds aux questions sur les documents avec leurs propres mots, et j’indique où se trouve chaque citation.
    Posez vos questions simplement : Qui l’a dit ? Quand cela a-t-il commencé ? Poursuivez comme dans une conversation : Et en hiver ? Pourquoi ?
    « { command_more } » montre d’autres citations, « { command_context } 2 » ce qui entoure la citation 2, « { command_source } 2 » son passage entier, et « sources » les documents.
there_are = Il y a { $overview }.
maker = Je suis Quoth, un programme qui cite des documents. Rien de ce que je dis n’est de moi : demandez-moi ce que disent les documents.
summary = Je n’écris ni textes ni résumés : je ne fais que citer. Demandez une chose à la fois (Qu’est-ce que c’est ? Qui ? Quand ? Combien ?), et « { command_source } » montre le passage entier d’une réponse.
opinion = Je n’ai pas d’opinion : je ne fais que citer les documents. Demandez ce qu’ils en disent, ou qui a dit quoi.
goodbye = Au revoir. Votre prochaine question reprendra là où nous en étions.

## The documents

overview = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}
overview_skipped = { $overview } ; { $files ->
    [one] { $files } fichier ignoré
   *[other] { $files } fichiers ignorés
}
overview_and_size = { $overview } ; l’index occupe { $size }
source = { $title } ({ $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
})
read_again = Je les relis dès qu’ils changent.
skipped = ignorés :
skipped_more = { $number ->
    [one] et { $number } autre (quoth sources --json les liste tous)
   *[other] et { $number } autres (quoth sources --json les liste tous)
}
unreadable = { $files ->
    [one] { $files } fichier ignoré :
   *[other] { $files } fichiers ignorés :
}
unreadable_none = { $files ->
    [one] { $files } fichier ignoré : quoth sources dit pourquoi
   *[other] { $files } fichiers ignorés : quoth sources dit pourquoi
}
unreadable_more = { $number ->
    [one] et { $number } autre : quoth sources dit pourquoi
   *[other] et { $number } autres : quoth sources dit pourquoi
}

## The terminal

welcome = Quoth : { $overview }. Posez une question ; :help pour l’aide, :quit pour quitter.
usage = Posez une question ; je réponds avec les mots des documents, source à l’appui.
    Poursuivez comme dans une conversation : Et en hiver ? Pourquoi ? Combien ?
usage_more = d’autres citations
usage_context = ce qui entoure la citation 2
usage_source = le passage entier d’où vient la citation 2
usage_sources = les documents, et ce qui a été ignoré et pourquoi
usage_help = cette aide
usage_quit = quitter (ou Ctrl-D)
no_such_command = { $command } n’est pas une commande ici.
settings_read = réglages lus dans { $path }
reading = lecture { $bar } { $bytes } sur { $all }, { $speed }, encore { $left }
up_to_date = L’index est à jour : { $overview }.

## Telegram: the menu of commands, each with what it does

menu_ask = Poser une question aux documents
menu_sources = Les documents sur lesquels je m’appuie
menu_help = Comment demander, et à quoi s’attendre
menu_privacy = Ce que devient ce que vous écrivez
menu_language = La langue dans laquelle je vous parle

## Telegram: buttons

button_more = Plus
button_context = Contexte
button_source = Source
button_answer = Réponse
button_file = Fichier
button_file_number = Fichier { $number }
button_share = Partager
button_right = Juste
button_wrong = Faux
button_undo = Annuler

## Telegram: /start

start_documents = { $documents ->
    [one] Je réponds aux questions sur { $documents } document avec ses propres mots, et j’indique où se trouve chaque citation.
   *[other] Je réponds aux questions sur { $documents } documents avec leurs propres mots, et j’indique où se trouve chaque citation.
}
start_examples = Posez une question complète, comme l’une de celles ci-dessous. Pour en savoir plus : /help
start_plain = Posez une question complète. Pour en savoir plus : /help
start_broken = Ce lien est endommagé : il ne contient pas de question que je puisse lire.

## Telegram: /help

help_here = Ici, écrivez simplement une question : Qui l’a dit ? Quand cela a-t-il commencé ? Combien étaient-ils ?
help_group = Dans un groupe, écrivez /ask suivi de la question, commencez-la par { $name }, ou répondez à l’un de mes messages. Si vous répondez au message de quelqu’un par /ask ou { $name } seul, c’est ce message que je prends comme question.
help_going_on = Poursuivez comme dans une conversation : Et en hiver ? Pourquoi ? Répondez à une réponse plus ancienne pour repartir de là. Les boutons sous une réponse montrent d’autres citations, ce qui entoure une citation, et sa source ; « { button_file } » envoie le document lui-même, et « { button_share } » un lien qui me pose la même question.
help_sources = /sources liste les documents, et /sources suivi d’un mot ceux qui l’ont dans leur nom ou leur titre.
help_inline = Dans n’importe quelle discussion, écrivez { $name } et une question, puis choisissez une citation à envoyer.
help_quotes = Je cite les documents mot pour mot, et chaque citation indique son document et sa ligne. Quand je ne suis pas sûr, je le dis. Quand les documents ne répondent pas, je le dis aussi et je montre ce qui s’en approche le plus.
help_language = Quand je le peux, je parle la langue de votre Telegram ; /language permet d’en changer.
help_group_privacy = Si les mentions d’un groupe ne m’arrivent pas : quand Group Privacy est activé, Telegram ne me transmet que les commandes et les réponses. Désactivez ce réglage auprès de @BotFather (/setprivacy), puis retirez-moi du groupe et ajoutez-moi de nouveau.
help_admin = Si vous êtes admin, envoyez-moi un fichier ici et je répondrai aussi à partir de lui ; dans un groupe, écrivez /add sous le fichier ou en réponse à celui-ci. /forget liste les documents et retire celui que vous choisissez ; /forget suivi d’un nom retire celui-là.

## Telegram: /privacy

privacy_search = Je cherche dans les documents sur la machine où je tourne, et je n’envoie ce que vous écrivez à aucun autre service.
privacy_engine = Pour chercher dans les documents, j’envoie les mots de votre question au moteur de recherche que gère mon opérateur, peut-être sur une autre machine, et à aucun autre service.
privacy_memory = Je retiens pendant une heure les dernières questions de chaque discussion, en mémoire seulement, pour comprendre celles qui suivent. Une question à laquelle je n’ai pas pu répondre avant un arrêt est gardée sur le disque jusqu’à ce que je redémarre et que j’y réponde.
privacy_verdicts = Si vous appuyez sur « { button_right } » ou « { button_wrong } », la question et sa réponse sont gardées pour mon opérateur, sans votre nom ni votre numéro.
privacy_language = Si vous choisissez une langue avec /language, je la garde avec votre numéro.
privacy_logged = Mon opérateur m’a demandé d’inscrire les questions dans un journal, avec le numéro de la discussion.
privacy_not_logged = Mon journal contient des numéros de discussions et de messages, et des heures : jamais ce que quelqu’un écrit.

## Telegram: /language

language_now = Je vous parle en { $language }. Choisissez une autre langue :
language_as_telegram = Comme Telegram
language_chosen = Désormais, je vous parle en { $language }.
language_unknown = Je ne parle pas cette langue. Choisissez l’une de celles-ci :

## Telegram: /status

up_for = en marche depuis { $time }
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
days = { $days } j { $hours } h { $minutes } min
answered_declined = avec réponse : { $answered }, sans réponse : { $declined }
times = de l’arrivée à la réponse : la moitié en { $half } ms au plus, 95 % en { $most } ms au plus

## Telegram: what keeps a question from an answer

too_many = C’était une question de trop : j’en traite { $most } par minute au plus. Elle reste sans réponse ; attendez un peu, puis reposez-la.
crowded = Pendant que Telegram retenait mes messages, on a posé ici plus de questions que je ne pouvais traiter. Les questions venues après celle-ci sont perdues : posez-les de nouveau.
stranger = Je ne réponds qu’aux personnes admises par mon opérateur. Votre identifiant est { $id } : envoyez-le-lui pour demander l’accès.
no_question = Quelle est la question ? Écrivez-la après la commande, par exemple : /ask Quand cela a-t-il commencé ?
above_no_text = Ce message ne contient pas de texte que je puisse prendre pour une question. Écrivez la question après la commande.
above_too_long = Ce message est trop long pour une question. Sélectionnez la partie qui pose la question et répondez-y, ou écrivez la question après la commande.
unknown_command = Je ne connais pas cette commande. Écrivez une question, ou /help.
no_text = Je ne lis que du texte. Écrivez la question.
unreachable = Je n’arrive pas à joindre les documents pour le moment. Je garde votre question et j’y réponds dès que possible.
failed = Je n’ai pas pu chercher dans les documents : l’erreur vient de moi, et le journal de mon opérateur en garde la trace. Reposez la question, ou posez-la autrement.

## Telegram: to a person who pressed a button

expired = Cette réponse a expiré. Reposez la question.
press_failed = Quelque chose a échoué ; le journal de mon opérateur en garde la trace. Réessayez.
too_fast = C’était trop rapide. Attendez une minute.
not_let_in = Je ne réponds qu’aux personnes admises par mon opérateur.
not_an_admin = Seules les personnes nommées admin par mon opérateur peuvent faire cela.
example_gone = Les documents ont changé depuis. Envoyez /start pour d’autres questions.
noted = C’est noté, merci.
not_yours = Cette liste est à quelqu’un d’autre. Envoyez /sources pour avoir la vôtre.
list_too_old = Cette liste est trop ancienne. Renvoyez la commande.
document_gone = Ce document n’est plus là.
below = C’est déjà affiché plus bas.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Écrivez une question, ou posez-la-moi en privé
no_cards = Absent des documents. En privé, je montre ce qui s’en approche
not_sure = Pas sûr : { $quote }

## Telegram: lists of documents

none_holds = Aucun document n’a « { $words } » dans son nom ou son titre.
did_you_mean = Vouliez-vous dire l’un de ceux-ci ?
holding = { $number ->
    [one] { $number } document a « { $words } » dans son nom ou son titre.
   *[other] { $number } documents ont « { $words } » dans leur nom ou leur titre.
}
press_number = Appuyez sur le numéro de celui que je dois oublier.
which_document = Quel document ? Appuyez sur son numéro, ou écrivez /forget suivi de son nom.
page = Page { $number } sur { $of }.
sources_hint = /sources suivi d’un mot montre ceux qui l’ont dans leur nom ou leur titre.

## Telegram: files

cannot_send = Je ne peux pas envoyer ce fichier : { $reason }.
file_failed = Je n’ai pas pu envoyer ce fichier ; le journal de mon opérateur dit pourquoi. Appuyez de nouveau.
added = { $name } ajouté : « { $title } », { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}.
there_already = { $name } est déjà là : « { $title } », { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}.
its_language = Langue : { $language }.
not_added = Je n’ai pas ajouté { $name } : { $reason }.
not_added_nameless = Je n’ai pas ajouté ce fichier : { $reason }.
too_large = Telegram ne donne aux bots que des fichiers de { $most } Mo au plus ; placez le fichier directement dans le dossier des documents
not_fetched = je n’ai pas pu récupérer le fichier auprès de Telegram ; le journal de mon opérateur dit pourquoi. Renvoyez-le
forgot = { $name } oublié. Le fichier est gardé dans le dossier forgotten de QUOTH_DATA.
not_forgotten = Je n’ai pas oublié { $name } : { $reason }.
no_file = Il n’y a pas de fichier à ajouter. Écrivez /add en réponse à un message qui contient un fichier, ou sous un fichier que vous envoyez ; une image ne compte que si elle est envoyée comme fichier.
took_out = J’ai retiré { $name }. Le fichier est gardé dans le dossier forgotten de QUOTH_DATA.
put_back = { $name } remis en place.
not_undone = Cela n’a pas été annulé : { $reason }.
cannot_undo_adding = Je ne sais plus comment annuler cela. Envoyez /forget { $name }
cannot_undo_adding_nameless = Je ne sais plus comment annuler cela. Envoyez /forget suivi du nom.
cannot_undo_forgetting = Je ne sais plus comment annuler cela. Le fichier est gardé dans le dossier forgotten de QUOTH_DATA ; renvoyez-le.

## Why something is not done with a file

why_kind = Quoth lit { $endings }
why_no_folder = il n’y a pas de dossier où le mettre : QUOTH_CORPUS ne nomme que des fichiers
why_left_out = un .gitignore ou un .ignore parmi les documents exclut les fichiers de ce nom
why_unwritable = impossible d’écrire dans le dossier des documents : { $problem }
why_unknown = aucun document ne porte ce nom
why_several = plusieurs documents portent ce nom : { $names }
why_no_file = ce n’est pas un fichier ordinaire
why_root = QUOTH_CORPUS nomme précisément ce fichier
why_last = c’est le seul document, et sans document Quoth ne démarre pas
why_no_data = il n’y a pas de dossier où le garder : définissez QUOTH_DATA
why_taken = un autre fichier porte désormais ce nom
why_immovable = impossible de le déplacer : { $problem }
why_elsewhere = les documents sont gérés par quoth index, là où il tourne : modifiez-les là-bas
why_gone = il ne fait plus partie des documents
why_files_elsewhere = les fichiers sont là où tourne quoth index, et non ici
why_larger = il dépasse { $most } Mo, le maximum que Telegram accepte d’un bot
why_empty = il est vide à présent
why_unreadable = il n’a pas pu être lu : { $problem }
