## An answer that is none

declined_too_long = Isso é longo demais para uma pergunta. Pergunte em uma ou duas frases.
declined_no_word = Não há aí nenhuma palavra para procurar. Faça uma pergunta completa, por exemplo: Quem disse isso? Quando começou?
declined_none_mentions_it = Os documentos não respondem a isso: nenhum deles o menciona.
declined_none_mentions = Os documentos não respondem a isso: nenhum deles menciona { $words }.
declined = Não encontro resposta para isso nos documentos.
declined_missing = Não encontro resposta para isso nos documentos. Nenhum documento menciona { $words }.
declined_apart = Não encontro resposta para isso nos documentos. Nenhum trecho menciona { $words } junto com { $beside }.
ask_me = Faça uma pergunta sobre os documentos, e eu respondo com as palavras deles.
closest = Isto é o que há de mais próximo neles:
instead = Você pode perguntar, por exemplo:

## An answer

unsure = Não tenho certeza; pode ser isto:
doubt_missing = Esta citação não menciona “{ $asked }”.
doubt_about = Esta citação trata de “{ $stated }”, não de “{ $asked }”.
doubt_says = Esta citação diz { $stated }, não { $asked }.
differ = Os documentos divergem: { $sides }.
side_and_more = { $source } e mais { $more }
list_next = { ", " }
list_and = { " e " }
list_or = { " ou " }
quoted = “{ $word }”
before = antes: { $sentence }
after = depois: { $sentence }
more_items = … e mais { $number }
also_in = também em { $source }
more_places = { $number ->
    [one] e em mais { $number } lugar
   *[other] e em mais { $number } lugares
}
searched_for = (procurei “{ $question }”)
corrected = (procurei “{ $taken }” em vez de “{ $typed }”)

## More of an answer

command_more = mais
command_context = contexto
command_source = fonte
no_more = Não há mais nada nos documentos sobre isso.
no_quotes = Não há citação { $number }: ainda não citei nada.
no_such_quote = { $of ->
    [one] Não há citação { $number }: até agora, só { $of } citação.
   *[other] Não há citação { $number }: até agora, só { $of } citações.
}
nothing_before = Ainda não há uma resposta a partir da qual continuar. Faça uma pergunta.
taken_back = Certo, esqueço essa pergunta. Faça-a de novo com outras palavras. Da próxima vez, antes de retirá-la, você pode escrever “{ command_more }” para ver o que mais existe.
unclear = Não sei a quem “{ $word }” se refere. Pergunte de novo com o nome.
context_of = Citação { $number } em seu contexto:
passage_of = Citação { $number } em seu trecho completo:
evidence = “{ $question }”: baseio minha resposta no que vem a seguir; minha certeza sobre a primeira citação é de { $percent }%.
looked_again = “{ $question }”: procurei de novo.

## What Quoth says about itself

abilities = Respondo a perguntas sobre os documentos com as palavras deles e digo onde está cada citação.
    Pergunte com naturalidade: Quem disse isso? Quando começou? E continue como em uma conversa: E no inverno? Por quê?
    “{ command_more }” mostra outras citações; “{ command_context } 2”, o que está ao redor da citação 2; “{ command_source } 2”, o trecho completo dela; e “sources”, os documentos.
there_are = Há { $overview }.
maker = Sou o Quoth, um programa que cita documentos. Nada do que digo é meu: pergunte o que os documentos dizem.
summary = Não escrevo textos próprios nem resumos: só cito. Pergunte uma coisa de cada vez (O que é? Quem? Quando? Quanto?); “{ command_source }” mostra o trecho completo de uma resposta.
opinion = Não tenho opiniões: só cito os documentos. Pergunte o que eles dizem sobre o assunto ou quem disse o quê.
goodbye = Até logo. Sua próxima pergunta continua de onde paramos.

## The documents

overview = { $documents ->
    [one] { $documents } documento
   *[other] { $documents } documentos
}, { $passages ->
    [one] { $passages } trecho
   *[other] { $passages } trechos
}
overview_skipped = { $overview }; { $files ->
    [one] { $files } arquivo ignorado
   *[other] { $files } arquivos ignorados
}
overview_and_size = { $overview }; o índice ocupa { $size }
source = { $title } ({ $passages ->
    [one] { $passages } trecho
   *[other] { $passages } trechos
})
read_again = Eles são lidos de novo sempre que mudam.
skipped = ignorados:
skipped_more = e mais { $number } (quoth sources --json lista todos)
unreadable = { $files ->
    [one] { $files } arquivo ignorado:
   *[other] { $files } arquivos ignorados:
}
unreadable_none = { $files ->
    [one] { $files } arquivo ignorado: quoth sources diz por quê
   *[other] { $files } arquivos ignorados: quoth sources diz por quê
}
unreadable_more = e mais { $number }: quoth sources diz por quê

## The terminal

welcome = Quoth: { $overview }. Faça uma pergunta; :help para saber mais, :quit para sair.
usage = Pergunte com naturalidade; respondo com as palavras dos documentos e indico a fonte.
    Continue como em uma conversa: E no inverno? Por quê? Quanto custa?
usage_more = outras citações
usage_context = o que está ao redor da citação 2
usage_source = o trecho completo da citação 2
usage_sources = os documentos, e o que foi ignorado e por quê
usage_help = esta ajuda
usage_quit = sair (ou Ctrl-D)
no_such_command = Não existe aqui o comando { $command }.
settings_read = as configurações são lidas de { $path }
reading = lendo { $bar } { $bytes } de { $all }, { $speed }, faltam { $left }
up_to_date = O índice está atualizado: { $overview }.

## Telegram: the menu of commands

menu_ask = Fazer uma pergunta aos documentos
menu_sources = Com quais documentos eu respondo
menu_help = Como perguntar e o que esperar
menu_privacy = O que acontece com o que você escreve
menu_language = Em que idioma falo com você

## Telegram: buttons

button_more = Mais
button_context = Contexto
button_source = Fonte
button_answer = Resposta
button_file = Arquivo
button_file_number = Arquivo { $number }
button_share = Compartilhar
button_right = Certo
button_wrong = Errado
button_undo = Desfazer

## Telegram: /start

start_documents = { $documents ->
    [one] Respondo a perguntas sobre { $documents } documento com as palavras dele e digo onde está cada citação.
   *[other] Respondo a perguntas sobre { $documents } documentos com as palavras deles e digo onde está cada citação.
}
start_examples = Faça uma pergunta completa, como uma das que estão abaixo. Em /help há mais informações.
start_plain = Faça uma pergunta completa. Em /help há mais informações.
start_broken = Esse link está com defeito: não traz nenhuma pergunta que eu consiga ler.

## Telegram: /help

help_here = Aqui, escreva uma pergunta: Quem disse isso? Quando começou? Quantos eram?
help_group = Em um grupo, escreva /ask e a pergunta, comece-a com { $name } ou responda a uma das minhas mensagens. Se você responder à mensagem de alguém só com /ask ou { $name }, essa mensagem será a pergunta.
help_going_on = Continue como em uma conversa: E no inverno? Por quê? Responda a uma resposta anterior para continuar a partir dela. Os botões abaixo de uma resposta mostram mais citações, o que está ao redor de uma citação e a fonte dela; “{ button_file }” envia o próprio documento, e “{ button_share }”, um link que me faz a mesma pergunta.
help_sources = /sources lista os documentos; /sources e uma palavra, os que a têm no nome ou no título.
help_inline = Em qualquer conversa, escreva { $name } e uma pergunta, e escolha a citação que quer enviar.
help_quotes = Cito os documentos palavra por palavra, e cada citação indica o documento e a linha. Quando não tenho certeza, aviso. Quando os documentos não respondem, também aviso e mostro o que há de mais próximo.
help_language = Falo o idioma do seu Telegram quando posso; /language muda o idioma.
help_group_privacy = Se as menções de um grupo não chegam até mim: com Group Privacy (privacidade de grupo) ativado, o Telegram só me passa comandos e respostas. Desative-o no @BotFather (/setprivacy), depois me remova do grupo e me adicione de novo.
help_admin = Se você é administrador, envie um arquivo aqui, e passo a responder também com ele; em um grupo, escreva /add na legenda do arquivo ou em resposta a ele. /forget lista os documentos e retira o que você escolher; /forget e um nome retira esse documento.

## Telegram: /privacy

privacy_search = Procuro nos documentos na máquina em que funciono e não envio o que você escreve a nenhum outro serviço.
privacy_engine = Para procurar nos documentos, envio as palavras da sua pergunta ao mecanismo de busca que o meu operador mantém, talvez em outra máquina, e a nenhum outro serviço.
privacy_memory = Guardo as últimas perguntas de cada conversa por uma hora, só na memória, para entender as que vêm depois. Se eu for interrompido antes de poder responder a uma pergunta, ela fica guardada em disco até eu ser iniciado de novo e responder.
privacy_verdicts = Se você tocar em “{ button_right }” ou “{ button_wrong }”, a pergunta e a resposta são guardadas para o meu operador, sem o seu nome nem o seu número de usuário.
privacy_language = Se você escolher um idioma com /language, eu o guardo junto com o seu número de usuário.
privacy_logged = Meu operador pediu que eu registrasse as perguntas, com o número da conversa.
privacy_not_logged = Meu registro contém números de conversas e mensagens, e horários: nunca o que alguém escreve.

## Telegram: /language

language_now = Falo { $language } com você. Escolha outro idioma:
language_as_telegram = Como no Telegram
language_chosen = A partir de agora, falo { $language } com você.
language_unknown = Não falo esse idioma. Escolha um destes:

## Telegram: /status

up_for = em funcionamento há { $time }
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
days = { $days } d { $hours } h { $minutes } min
answered_declined = { $answered } com resposta, { $declined } sem resposta
times = da chegada à resposta: metade em até { $half } ms, 95% em até { $most } ms

## Telegram: what keeps a question from an answer

too_many = O limite é de { $most } perguntas por minuto, e esta passou dele: fica sem resposta. Espere um pouco e pergunte de novo.
crowded = Perguntaram aqui mais do que pude responder enquanto o Telegram retinha minhas mensagens. O que veio depois desta pergunta se perdeu: pergunte de novo.
stranger = Só respondo a pessoas autorizadas pelo meu operador. Seu id é { $id }: envie-o ao operador para pedir acesso.
no_question = Qual é a pergunta? Escreva-a depois do comando, por exemplo: /ask Quando começou?
above_no_text = Essa mensagem não tem texto que eu possa tomar como pergunta. Escreva a pergunta depois do comando.
above_too_long = Essa mensagem é longa demais para uma pergunta. Selecione a parte que pergunta e responda a ela, ou escreva a pergunta depois do comando.
unknown_command = Não conheço esse comando. Escreva uma pergunta ou /help.
no_text = Só leio texto. Escreva a pergunta.
unreachable = No momento não consigo acessar os documentos. Guardo a sua pergunta e respondo assim que puder.
failed = Não consegui procurar nos documentos: a falha é minha e ficou anotada no registro do meu operador. Pergunte de novo ou com outras palavras.

## Telegram: to a person who pressed a button

expired = Esta resposta expirou. Pergunte de novo.
press_failed = Algo deu errado e ficou anotado no registro do meu operador. Tente de novo.
too_fast = Foi rápido demais. Espere um minuto.
not_let_in = Só respondo a pessoas autorizadas pelo meu operador.
not_an_admin = Só os administradores definidos pelo meu operador podem fazer isso.
example_gone = Os documentos mudaram desde então. Envie /start para ver outras perguntas.
noted = Anotado, obrigado.
not_yours = Essa lista é de outra pessoa. Envie /sources para ter a sua.
list_too_old = Essa lista é antiga demais. Envie o comando de novo.
document_gone = Esse documento não está mais aqui.
below = Já está logo abaixo.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Escreva uma pergunta ou pergunte em particular
no_cards = Não está nos documentos. Em particular, mostro o mais próximo
not_sure = Incerto: { $quote }

## Telegram: lists of documents

none_holds = Nenhum documento tem “{ $words }” no nome ou no título.
did_you_mean = Você quis dizer um destes?
holding = { $number ->
    [one] { $number } documento tem “{ $words }” no nome ou no título.
   *[other] { $number } documentos têm “{ $words }” no nome ou no título.
}
press_number = Toque no número do documento que devo esquecer.
which_document = Qual documento? Toque no número dele ou escreva /forget e o nome.
page = Página { $number } de { $of }.
sources_hint = /sources e uma palavra mostra os que a têm no nome ou no título.

## Telegram: files

cannot_send = Não posso enviar esse arquivo: { $reason }.
file_failed = Não consegui enviar esse arquivo; o registro do meu operador diz por quê. Toque de novo.
added = Adicionei { $name }: “{ $title }”, { $passages ->
    [one] { $passages } trecho
   *[other] { $passages } trechos
}.
there_already = { $name } já está aqui: “{ $title }”, { $passages ->
    [one] { $passages } trecho
   *[other] { $passages } trechos
}.
its_language = Idioma: { $language }.
not_added = Não adicionei { $name }: { $reason }.
not_added_nameless = Não adicionei o arquivo: { $reason }.
too_large = o Telegram dá aos bots arquivos de até { $most } MB; coloque-o diretamente na pasta dos documentos
not_fetched = não consegui baixá-lo do Telegram, e o registro do meu operador diz por quê. Envie-o de novo
forgot = Esqueci { $name }. O arquivo está guardado na pasta forgotten de QUOTH_DATA.
not_forgotten = Não esqueci { $name }: { $reason }.
no_file = Não há arquivo para adicionar. Escreva /add em resposta a uma mensagem com um arquivo ou na legenda de um arquivo que você enviar; uma imagem só vale se for enviada como arquivo.
took_out = Retirei { $name }. O arquivo está guardado na pasta forgotten de QUOTH_DATA.
put_back = Coloquei { $name } de volta.
not_undone = Não foi desfeito: { $reason }.
cannot_undo_adding = Não sei mais como desfazer isso. Envie /forget { $name }
cannot_undo_adding_nameless = Não sei mais como desfazer isso. Envie /forget e o nome.
cannot_undo_forgetting = Não sei mais como desfazer isso. O arquivo está guardado na pasta forgotten de QUOTH_DATA; envie-o de novo.

## Why something is not done with a file

why_kind = o Quoth lê { $endings }
why_no_folder = não há pasta onde colocá-lo: QUOTH_CORPUS só indica arquivos
why_left_out = um .gitignore ou .ignore entre os documentos exclui arquivos com esse nome
why_unwritable = não é possível gravar na pasta dos documentos: { $problem }
why_unknown = nenhum documento tem esse nome
why_several = vários documentos têm esse nome: { $names }
why_no_file = não é um arquivo comum
why_root = QUOTH_CORPUS indica exatamente esse arquivo
why_last = é o único documento, e sem nenhum o Quoth não inicia
why_no_data = não há pasta onde guardá-lo: defina QUOTH_DATA
why_taken = enquanto isso, outro arquivo ficou com o nome dele
why_immovable = não é possível movê-lo: { $problem }
why_elsewhere = quem cuida dos documentos é o quoth index, onde quer que ele rode: altere-os lá
why_gone = não está mais entre os documentos
why_files_elsewhere = os arquivos estão onde o quoth index roda, e não aqui
why_larger = tem mais de { $most } MB, o máximo que o Telegram aceita de um bot
why_empty = agora está vazio
why_unreadable = a leitura falhou: { $problem }
