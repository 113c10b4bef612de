## An answer that is none

declined_too_long = Es demasiado largo para una pregunta. Pregunte en una o dos frases.
declined_no_word = Ahí no hay ninguna palabra que buscar. Haga una pregunta completa, por ejemplo: ¿Quién lo dijo? ¿Cuándo empezó?
declined_none_mentions_it = Los documentos no responden a eso: ninguno lo menciona.
declined_none_mentions = Los documentos no responden a eso: ninguno menciona { $words }.
declined = No encuentro respuesta a eso en los documentos.
declined_missing = No encuentro respuesta a eso en los documentos. Ningún documento menciona { $words }.
declined_apart = No encuentro respuesta a eso en los documentos. Ningún pasaje menciona { $words } junto con { $beside }.
ask_me = Hágame una pregunta sobre los documentos y le responderé con las palabras de los propios documentos.
closest = Esto es lo más cercano que contienen:
instead = Puede preguntar, por ejemplo:

## An answer

unsure = No estoy seguro; puede que sea esto:
doubt_missing = Esta cita no menciona «{ $asked }».
doubt_about = Esta cita trata de «{ $stated }», no de «{ $asked }».
doubt_says = Esta cita dice { $stated }, no { $asked }.
differ = Los documentos no coinciden: { $sides }.
side_and_more = { $source } y { $more } más
list_next = { ", " }
list_and = { " y " }
list_or = { " o " }
quoted = «{ $word }»
before = antes: { $sentence }
after = después: { $sentence }
more_items = … y { $number } más
also_in = también en { $source }
more_places = { $number ->
    [one] y en { $number } lugar más
   *[other] y en { $number } lugares más
}
searched_for = (busqué «{ $question }»)
corrected = (busqué «{ $taken }» en lugar de «{ $typed }»)

## More of an answer

command_more = más
command_context = contexto
command_source = fuente
no_more = Los documentos no contienen nada más al respecto.
no_quotes = No hay ninguna cita { $number }: todavía no he citado nada.
no_such_quote = { $of ->
    [one] No hay ninguna cita { $number }: hasta ahora solo hay { $of } cita.
   *[other] No hay ninguna cita { $number }: hasta ahora solo hay { $of } citas.
}
nothing_before = Todavía no hay una respuesta desde la que seguir. Haga una pregunta.
taken_back = De acuerdo, olvido esa pregunta. Hágala de nuevo con otras palabras. La próxima vez, antes de retirarla, puede escribir «{ command_more }» para ver qué más hay.
unclear = No sé a quién se refiere «{ $word }». Pregunte de nuevo con el nombre.
context_of = Cita { $number } en su contexto:
passage_of = Cita { $number } en su pasaje completo:
evidence = «{ $question }»: baso mi respuesta en lo siguiente; mi certeza sobre la primera cita es del { $percent } %.
looked_again = «{ $question }»: lo he buscado otra vez.

## What Quoth says about itself

abilities = Respondo preguntas sobre los documentos citándolos palabra por palabra e indico dónde está cada cita.
    Pregunte con naturalidad: ¿Quién lo dijo? ¿Cuándo empezó? Y siga como en una conversación: ¿Y en invierno? ¿Por qué?
    «{ command_more }» muestra otras citas; «{ command_context } 2», lo que rodea la cita 2; «{ command_source } 2», su pasaje completo; y «sources», los documentos.
there_are = Hay { $overview }.
maker = Soy Quoth, un programa que cita documentos. Nada de lo que digo es mío: pregúnteme qué dicen los documentos.
summary = No escribo textos propios ni resúmenes: solo cito. Pregunte una cosa cada vez (¿Qué es? ¿Quién? ¿Cuándo? ¿Cuánto?); «{ command_source }» muestra el pasaje completo de una respuesta.
opinion = No tengo opiniones: solo cito los documentos. Pregunte qué dicen sobre el tema o quién dijo qué.
goodbye = Hasta luego. Su próxima pregunta continuará donde lo dejamos.

## The documents

overview = { $documents ->
    [one] { $documents } documento
   *[other] { $documents } documentos
}, { $passages ->
    [one] { $passages } pasaje
   *[other] { $passages } pasajes
}
overview_skipped = { $overview }; { $files ->
    [one] { $files } archivo omitido
   *[other] { $files } archivos omitidos
}
overview_and_size = { $overview }; el índice ocupa { $size }
source = { $title } ({ $passages ->
    [one] { $passages } pasaje
   *[other] { $passages } pasajes
})
read_again = Se vuelven a leer cada vez que cambian.
skipped = omitidos:
skipped_more = y { $number } más (quoth sources --json los muestra todos)
unreadable = { $files ->
    [one] { $files } archivo omitido:
   *[other] { $files } archivos omitidos:
}
unreadable_none = { $files ->
    [one] { $files } archivo omitido: quoth sources dice por qué
   *[other] { $files } archivos omitidos: quoth sources dice por qué
}
unreadable_more = y { $number } más: quoth sources dice por qué

## The terminal

welcome = Quoth: { $overview }. Haga una pregunta; :help para más información, :quit para salir.
usage = Pregunte con naturalidad; respondo con las palabras de los documentos e indico la fuente.
    Siga como en una conversación: ¿Y en invierno? ¿Por qué? ¿Cuánto cuesta?
usage_more = otras citas
usage_context = lo que rodea la cita 2
usage_source = el pasaje completo de la cita 2
usage_sources = los documentos, y qué se omitió y por qué
usage_help = esta ayuda
usage_quit = salir (o Ctrl-D)
no_such_command = Aquí no existe el comando { $command }.
settings_read = la configuración se lee de { $path }
reading = leyendo { $bar } { $bytes } de { $all }, { $speed }, faltan { $left }
up_to_date = El índice está al día: { $overview }.

## Telegram: the menu of commands

menu_ask = Hacer una pregunta a los documentos
menu_sources = Con qué documentos respondo
menu_help = Cómo preguntar y qué esperar
menu_privacy = Qué pasa con lo que usted escribe
menu_language = En qué idioma hablo con usted

## Telegram: buttons

button_more = Más
button_context = Contexto
button_source = Fuente
button_answer = Respuesta
button_file = Archivo
button_file_number = Archivo { $number }
button_share = Compartir
button_right = Correcto
button_wrong = Incorrecto
button_undo = Deshacer

## Telegram: /start

start_documents = { $documents ->
    [one] Respondo preguntas sobre { $documents } documento citándolo palabra por palabra e indico dónde está cada cita.
   *[other] Respondo preguntas sobre { $documents } documentos citándolos palabra por palabra e indico dónde está cada cita.
}
start_examples = Haga una pregunta completa, como una de las de abajo. En /help encontrará más.
start_plain = Haga una pregunta completa. En /help encontrará más.
start_broken = Ese enlace está dañado: no contiene ninguna pregunta que pueda leer.

## Telegram: /help

help_here = Aquí, escriba una pregunta: ¿Quién lo dijo? ¿Cuándo empezó? ¿Cuántos había?
help_group = En un grupo, escriba /ask y la pregunta, empiécela con { $name } o responda a uno de mis mensajes. Si responde al mensaje de alguien solo con /ask o { $name }, tomo ese mensaje como pregunta.
help_going_on = Siga como en una conversación: ¿Y en invierno? ¿Por qué? Responda a una respuesta anterior para continuar desde ella. Los botones bajo cada respuesta muestran más citas, lo que rodea una cita y su fuente; «{ button_file }» envía el documento mismo, y «{ button_share }», un enlace que me hace la misma pregunta.
help_sources = /sources muestra los documentos; /sources y una palabra, los que la tienen en el nombre o en el título.
help_inline = En cualquier chat, escriba { $name } y una pregunta, y elija la cita que quiera enviar.
help_quotes = Cito los documentos palabra por palabra, y cada cita indica su documento y su línea. Cuando no estoy seguro, lo digo. Cuando los documentos no responden, también lo digo y muestro lo más cercano.
help_language = Hablo el idioma de su Telegram si puedo; /language lo cambia.
help_group_privacy = Si las menciones de un grupo no me llegan: con Group Privacy (la privacidad de grupo) activada, Telegram solo me pasa comandos y respuestas. Desactívela en @BotFather (/setprivacy), quíteme del grupo y vuelva a añadirme.
help_admin = Si es administrador, envíeme aquí un archivo y responderé también con él; en un grupo, escriba /add al pie del archivo o en respuesta a él. /forget muestra los documentos y quita el que usted elija; /forget y un nombre quita ese.

## Telegram: /privacy

privacy_search = Busco en los documentos en el equipo donde funciono, y no envío lo que usted escribe a ningún otro servicio.
privacy_engine = Para buscar en los documentos envío las palabras de su pregunta al motor de búsqueda que gestiona mi operador, quizá en otro equipo, y a ningún otro servicio.
privacy_memory = Recuerdo durante una hora las últimas preguntas de cada chat, solo en la memoria, para entender las que siguen. Si me detienen antes de que pueda responder una pregunta, se guarda en disco hasta que me inicien de nuevo y la responda.
privacy_verdicts = Si pulsa «{ button_right }» o «{ button_wrong }», la pregunta y su respuesta se guardan para mi operador, sin su nombre ni su número de usuario.
privacy_language = Si elige un idioma con /language, lo guardo junto con su número de usuario.
privacy_logged = Mi operador me ha pedido que registre las preguntas, con el número del chat.
privacy_not_logged = Mi registro contiene números de chats y de mensajes, y horas: nunca lo que alguien escribe.

## Telegram: /language

language_now = Hablo con usted en { $language }. Elija otro idioma:
language_as_telegram = Como en Telegram
language_chosen = A partir de ahora hablo con usted en { $language }.
language_unknown = No hablo ese idioma. Elija uno de estos:

## Telegram: /status

up_for = en marcha desde hace { $time }
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
days = { $days } d { $hours } h { $minutes } min
answered_declined = { $answered } con respuesta, { $declined } sin respuesta
times = de la llegada a la respuesta: la mitad en { $half } ms o menos, el 95 % en { $most } ms o menos

## Telegram: what keeps a question from an answer

too_many = El límite es de { $most } preguntas por minuto, y esta lo supera: se queda sin respuesta. Espere un poco y pregunte de nuevo.
crowded = Aquí llegaron más preguntas de las que pude responder mientras Telegram retenía mis mensajes. Lo que vino después de esta pregunta se ha perdido: pregúntelo de nuevo.
stranger = Solo respondo a las personas autorizadas por mi operador. Su id es { $id }: envíeselo para pedir acceso.
no_question = ¿Cuál es la pregunta? Escríbala después del comando, por ejemplo: /ask ¿Cuándo empezó?
above_no_text = Ese mensaje no tiene texto que pueda tomar como pregunta. Escriba la pregunta después del comando.
above_too_long = Ese mensaje es demasiado largo para una pregunta. Seleccione la parte que pregunta y responda a ella, o escriba la pregunta después del comando.
unknown_command = No conozco ese comando. Escriba una pregunta o /help.
no_text = Solo leo texto. Escriba la pregunta.
unreachable = Ahora mismo no puedo acceder a los documentos. Guardo su pregunta y la responderé en cuanto pueda.
failed = No pude buscar en los documentos: el fallo es mío y quedó anotado en el registro de mi operador. Pregunte de nuevo o con otras palabras.

## Telegram: to a person who pressed a button

expired = Esta respuesta ha caducado. Pregunte de nuevo.
press_failed = Algo salió mal y quedó anotado en el registro de mi operador. Inténtelo de nuevo.
too_fast = Eso fue muy rápido. Espere un minuto.
not_let_in = Solo respondo a las personas autorizadas por mi operador.
not_an_admin = Solo pueden hacerlo los administradores que designa mi operador.
example_gone = Los documentos han cambiado desde entonces. Envíe /start para ver otras preguntas.
noted = Anotado, gracias.
not_yours = Esa lista es de otra persona. Envíe /sources para tener la suya.
list_too_old = Esa lista es demasiado antigua. Envíe el comando de nuevo.
document_gone = Ese documento ya no está.
below = Ya está más abajo.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Escriba una pregunta o pregúnteme en privado
no_cards = No está en los documentos. En privado le muestro lo más cercano
not_sure = Dudoso: { $quote }

## Telegram: lists of documents

none_holds = Ningún documento tiene «{ $words }» en el nombre ni en el título.
did_you_mean = ¿Quería decir uno de estos?
holding = { $number ->
    [one] { $number } documento tiene «{ $words }» en el nombre o en el título.
   *[other] { $number } documentos tienen «{ $words }» en el nombre o en el título.
}
press_number = Pulse el número del documento que debo olvidar.
which_document = ¿Qué documento? Pulse su número o escriba /forget y su nombre.
page = Página { $number } de { $of }.
sources_hint = /sources y una palabra muestra los que la tienen en el nombre o en el título.

## Telegram: files

cannot_send = No puedo enviar ese archivo: { $reason }.
file_failed = No pude enviar ese archivo; el registro de mi operador dice por qué. Pulse de nuevo.
added = He añadido { $name }: «{ $title }», { $passages ->
    [one] { $passages } pasaje
   *[other] { $passages } pasajes
}.
there_already = { $name } ya está: «{ $title }», { $passages ->
    [one] { $passages } pasaje
   *[other] { $passages } pasajes
}.
its_language = Idioma: { $language }.
not_added = No he añadido { $name }: { $reason }.
not_added_nameless = No he añadido el archivo: { $reason }.
too_large = Telegram da a los bots archivos de hasta { $most } MB; póngalo directamente en la carpeta de los documentos
not_fetched = no pude descargarlo de Telegram, y el registro de mi operador dice por qué. Envíelo de nuevo
forgot = He olvidado { $name }. El archivo se conserva en la carpeta forgotten de QUOTH_DATA.
not_forgotten = No he olvidado { $name }: { $reason }.
no_file = No hay ningún archivo que añadir. Escriba /add en respuesta a un mensaje con un archivo o al pie de un archivo que envíe; una imagen solo cuenta si se envía como archivo.
took_out = He quitado { $name }. El archivo se conserva en la carpeta forgotten de QUOTH_DATA.
put_back = He devuelto { $name } a su lugar.
not_undone = No lo he deshecho: { $reason }.
cannot_undo_adding = Ya no sé cómo deshacerlo. Envíe /forget { $name }
cannot_undo_adding_nameless = Ya no sé cómo deshacerlo. Envíe /forget y el nombre.
cannot_undo_forgetting = Ya no sé cómo deshacerlo. El archivo se conserva en la carpeta forgotten de QUOTH_DATA; envíelo de nuevo.

## Why something is not done with a file

why_kind = Quoth lee { $endings }
why_no_folder = no hay ninguna carpeta donde ponerlo: QUOTH_CORPUS solo indica archivos
why_left_out = un .gitignore o .ignore entre los documentos excluye los archivos con ese nombre
why_unwritable = no se puede escribir en la carpeta de los documentos: { $problem }
why_unknown = ningún documento tiene ese nombre
why_several = varios documentos tienen ese nombre: { $names }
why_no_file = no es un archivo normal
why_root = QUOTH_CORPUS indica precisamente ese archivo
why_last = es el único documento, y sin ninguno Quoth no arranca
why_no_data = no hay ninguna carpeta donde guardarlo: defina QUOTH_DATA
why_taken = mientras tanto, otro archivo ha tomado su nombre
why_immovable = no se puede mover: { $problem }
why_elsewhere = de los documentos se encarga quoth index, dondequiera que se ejecute: cámbielos allí
why_gone = ya no está entre los documentos
why_files_elsewhere = los archivos están donde se ejecuta quoth index, y no aquí
why_larger = pesa más de { $most } MB, el máximo que Telegram acepta de un bot
why_empty = ahora está vacío
why_unreadable = no se pudo leer: { $problem }
