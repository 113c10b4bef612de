## An answer that is none

declined_too_long = Das ist zu lang für eine Frage. Fragen Sie in ein oder zwei Sätzen.
declined_no_word = Darin ist kein Wort, nach dem ich suchen könnte. Stellen Sie eine ganze Frage, zum Beispiel: Wer hat das gesagt? Wann fing es an?
declined_none_mentions_it = Das beantworten die Dokumente nicht: Keines erwähnt es.
declined_none_mentions = Das beantworten die Dokumente nicht: Keines erwähnt { $words }.
declined = Darauf finde ich in den Dokumenten keine Antwort.
declined_missing = Darauf finde ich in den Dokumenten keine Antwort. Kein Dokument erwähnt { $words }.
declined_apart = Darauf finde ich in den Dokumenten keine Antwort. Kein Abschnitt erwähnt { $words } zusammen mit { $beside }.
ask_me = Stellen Sie mir eine Frage zu den Dokumenten, und ich antworte mit deren eigenen Worten.
closest = Das kommt Ihrer Frage am nächsten:
instead = Sie können zum Beispiel fragen:

## An answer

unsure = Ich bin nicht sicher; vielleicht ist es das:
doubt_missing = Hier nicht erwähnt: „{ $asked }“.
doubt_about = Es geht darin um „{ $stated }“, nicht um „{ $asked }“.
doubt_says = Dort steht { $stated }, nicht { $asked }.
differ = Die Dokumente sagen Unterschiedliches: { $sides }.
side_and_more = { $more ->
    [one] { $source } und { $more } weiteres
   *[other] { $source } und { $more } weitere
}
list_next = { ", " }
list_and = { " und " }
list_or = { " oder " }
quoted = „{ $word }“
before = davor: { $sentence }
after = danach: { $sentence }
more_items = … und noch { $number }
also_in = auch in { $source }
more_places = { $number ->
    [one] und an { $number } weiteren Stelle
   *[other] und an { $number } weiteren Stellen
}
searched_for = (gesucht nach „{ $question }“)
corrected = (gesucht nach „{ $taken }“ statt „{ $typed }“)

## More of an answer

command_more = mehr
command_context = kontext
command_source = quelle
no_more = Mehr steht dazu nicht in den Dokumenten.
no_quotes = Es gibt kein Zitat { $number }: Bisher habe ich nichts zitiert.
no_such_quote = { $of ->
    [one] Es gibt kein Zitat { $number }: bisher nur { $of } Zitat.
   *[other] Es gibt kein Zitat { $number }: bisher nur { $of } Zitate.
}
nothing_before = Es gibt noch keine Antwort, an die Sie anknüpfen könnten. Stellen Sie eine Frage.
taken_back = Gut, ich vergesse diese Frage. Stellen Sie sie noch einmal mit anderen Worten. Oder schreiben Sie beim nächsten Mal zuerst „{ command_more }“: Dann sehen Sie, was es sonst noch gibt.
unclear = Ich weiß nicht, wer mit „{ $word }“ gemeint ist. Fragen Sie noch einmal mit dem Namen.
context_of = Zitat { $number } im Zusammenhang:
passage_of = Der ganze Abschnitt zu Zitat { $number }:
evidence = „{ $question }“: Unten steht, worauf sich meine Antwort stützt; beim ersten Zitat bin ich mir zu { $percent } % sicher.
looked_again = „{ $question }“: Ich habe noch einmal nachgesehen.

## What Quoth says about itself

abilities = Ich beantworte Fragen zu den Dokumenten mit deren eigenen Worten und sage, wo jedes Zitat steht.
    Fragen Sie einfach: Wer hat das gesagt? Wann fing es an? Fragen Sie weiter wie in einem Gespräch: Und im Winter? Warum?
    „{ command_more }“ zeigt weitere Zitate, „{ command_context } 2“, was um Zitat 2 herum steht, „{ command_source } 2“ dessen ganzen Abschnitt und „sources“ die Dokumente.
there_are = Zurzeit gibt es { $overview }.
maker = Ich bin Quoth, ein Programm, das aus Dokumenten zitiert. Nichts, was ich sage, ist von mir: Fragen Sie mich, was in den Dokumenten steht.
summary = Ich schreibe keine eigenen Texte und keine Zusammenfassungen: Ich zitiere nur. Fragen Sie immer nach einer Sache (Was ist das? Wer? Wann? Wie viel?); „{ command_source }“ zeigt den ganzen Abschnitt zu einer Antwort.
opinion = Ich habe keine Meinung: Ich zitiere nur die Dokumente. Fragen Sie, was sie dazu sagen oder wer was gesagt hat.
goodbye = Auf Wiedersehen. Mit Ihrer nächsten Frage geht es dort weiter, wo Sie aufgehört haben.

## The documents

overview = { $documents ->
    [one] { $documents } Dokument
   *[other] { $documents } Dokumente
}, { $passages ->
    [one] { $passages } Abschnitt
   *[other] { $passages } Abschnitte
}
overview_skipped = { $overview }; { $files ->
    [one] { $files } Datei übersprungen
   *[other] { $files } Dateien übersprungen
}
overview_and_size = { $overview }; der Index belegt { $size }
source = { $title } ({ $passages ->
    [one] { $passages } Abschnitt
   *[other] { $passages } Abschnitte
})
read_again = Wenn sie sich ändern, lese ich sie neu ein.
skipped = übersprungen:
skipped_more = und { $number } weitere (alle mit quoth sources --json)
unreadable = { $files ->
    [one] { $files } Datei übersprungen:
   *[other] { $files } Dateien übersprungen:
}
unreadable_none = { $files ->
    [one] { $files } Datei übersprungen: quoth sources sagt, warum
   *[other] { $files } Dateien übersprungen: quoth sources sagt, warum
}
unreadable_more = und { $number } weitere: quoth sources sagt, warum

## The terminal

welcome = Quoth: { $overview }. Stellen Sie eine Frage; :help für Hilfe, :quit zum Beenden.
usage = Fragen Sie einfach; ich antworte mit den Worten der Dokumente, samt Quelle.
    Fragen Sie weiter wie im Gespräch: Und im Winter? Warum? Was kostet es?
usage_more = weitere Zitate
usage_context = was um Zitat 2 herum steht
usage_source = der ganze Abschnitt zu Zitat 2
usage_sources = die Dokumente, und was übersprungen wurde und warum
usage_help = diese Hilfe
usage_quit = beenden (oder Strg-D)
no_such_command = { $command } ist hier kein Befehl.
settings_read = Einstellungen aus { $path }
reading = Einlesen { $bar } { $bytes } von { $all }, { $speed }, noch { $left }
up_to_date = Der Index ist aktuell: { $overview }.

## Telegram: the menu of commands, each with what it does

menu_ask = Den Dokumenten eine Frage stellen
menu_sources = Aus welchen Dokumenten ich antworte
menu_help = Wie man fragt und was man erwarten kann
menu_privacy = Was mit dem geschieht, was Sie schreiben
menu_language = In welcher Sprache ich mit Ihnen spreche

## Telegram: buttons

button_more = Mehr
button_context = Kontext
button_source = Quelle
button_answer = Antwort
button_file = Datei
button_file_number = Datei { $number }
button_share = Teilen
button_right = Richtig
button_wrong = Falsch
button_undo = Rückgängig

## Telegram: /start

start_documents = { $documents ->
    [one] Ich beantworte Fragen zu { $documents } Dokument mit dessen eigenen Worten und sage, wo jedes Zitat steht.
   *[other] Ich beantworte Fragen zu { $documents } Dokumenten mit deren eigenen Worten und sage, wo jedes Zitat steht.
}
start_examples = Stellen Sie eine ganze Frage, zum Beispiel eine von diesen hier unten. Mehr dazu: /help
start_plain = Stellen Sie eine ganze Frage. Mehr dazu: /help
start_broken = Dieser Link ist beschädigt: Er enthält keine Frage, die ich lesen kann.

## Telegram: /help

help_here = Schreiben Sie hier einfach eine Frage: Wer hat das gesagt? Wann fing es an? Wie viele waren es?
help_group = In einer Gruppe schreiben Sie /ask und die Frage, beginnen die Frage mit { $name } oder antworten auf eine meiner Nachrichten. Wenn Sie auf die Nachricht von jemandem nur mit /ask oder { $name } antworten, nehme ich diese Nachricht als Frage.
help_going_on = Fragen Sie weiter wie in einem Gespräch: Und im Winter? Warum? Antworten Sie auf eine ältere Antwort, um dort anzuknüpfen. Die Schaltflächen unter einer Antwort zeigen weitere Zitate, was um ein Zitat herum steht, und die Quelle; „{ button_file }“ sendet das Dokument selbst und „{ button_share }“ einen Link, der mir dieselbe Frage stellt.
help_sources = /sources listet die Dokumente auf; mit einem Wort dahinter nur die, die es im Namen oder Titel haben.
help_inline = In jedem Chat können Sie { $name } und eine Frage schreiben und ein Zitat zum Senden auswählen.
help_quotes = Ich zitiere die Dokumente Wort für Wort, und bei jedem Zitat stehen Dokument und Zeile. Wenn ich nicht sicher bin, sage ich es. Wenn die Dokumente eine Frage nicht beantworten, sage ich das auch und zeige, was der Frage am nächsten kommt.
help_language = Wenn ich kann, spreche ich die Sprache, die in Ihrem Telegram eingestellt ist; mit /language wählen Sie eine andere.
help_group_privacy = Falls Erwähnungen in einer Gruppe mich nicht erreichen: Ist Group Privacy eingeschaltet, gibt Telegram mir nur Befehle und Antworten weiter. Schalten Sie es bei @BotFather aus (/setprivacy), entfernen Sie mich dann aus der Gruppe und fügen Sie mich wieder hinzu.
help_admin = Als Admin können Sie mir hier eine Datei senden, und ich antworte auch aus ihr; in einer Gruppe schreiben Sie /add unter die Datei oder als Antwort darauf. /forget listet die Dokumente auf und entfernt das, das Sie auswählen; mit einem Namen dahinter entfernt /forget dieses.

## Telegram: /privacy

privacy_search = Ich durchsuche die Dokumente auf dem Rechner, auf dem ich laufe, und gebe an keinen anderen Dienst weiter, was Sie schreiben.
privacy_engine = Um die Dokumente zu durchsuchen, schicke ich die Wörter Ihrer Frage an die Suchmaschine, die mein Betreiber selbst betreibt, vielleicht auf einem anderen Rechner, und an keinen anderen Dienst.
privacy_memory = Die letzten Fragen jedes Chats merke ich mir eine Stunde lang, nur im Arbeitsspeicher, um Nachfragen zu verstehen. Eine Frage, die ich nicht mehr beantworten konnte, bevor ich angehalten wurde, bleibt auf der Festplatte, bis ich wieder laufe und sie beantworte.
privacy_verdicts = Wenn Sie auf „{ button_right }“ oder „{ button_wrong }“ drücken, werden die Frage und ihre Antwort für meinen Betreiber aufbewahrt, ohne Ihren Namen oder Ihre Nummer.
privacy_language = Wenn Sie mit /language eine Sprache wählen, speichere ich sie mit Ihrer Nummer.
privacy_logged = Mein Betreiber lässt mich Fragen protokollieren, mit der Nummer des Chats.
privacy_not_logged = In meinem Protokoll stehen Nummern von Chats und Nachrichten und Uhrzeiten: nie, was jemand schreibt.

## Telegram: /language

language_now = Ich spreche { $language } mit Ihnen. Wählen Sie eine andere Sprache:
language_as_telegram = Wie in Telegram
language_chosen = Ab jetzt spreche ich { $language } mit Ihnen.
language_unknown = Diese Sprache spreche ich nicht. Wählen Sie eine von diesen:

## Telegram: /status

up_for = läuft seit { $time }
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
days = { $days } d { $hours } h { $minutes } min
answered_declined = beantwortet: { $answered }, ohne Antwort: { $declined }
times = vom Eingang bis zur Antwort: die Hälfte in höchstens { $half } ms, 95 % in höchstens { $most } ms

## Telegram: what keeps a question from an answer

too_many = Das war eine Frage zu viel: Ich beantworte höchstens { $most } pro Minute. Sie bleibt ohne Antwort; warten Sie ein wenig und fragen Sie noch einmal.
crowded = Während Telegram meine Nachrichten zurückhielt, wurde hier mehr gefragt, als ich beantworten konnte. Alles nach dieser Frage ist verloren: Stellen Sie diese Fragen bitte noch einmal.
stranger = Ich antworte nur Personen, die mein Betreiber zugelassen hat. Ihre ID ist { $id }: Schicken Sie sie ihm, wenn Sie Zugang möchten.
no_question = Wie lautet die Frage? Schreiben Sie sie hinter den Befehl, zum Beispiel: /ask Wann fing es an?
above_no_text = Diese Nachricht hat keinen Text, den ich als Frage verstehen könnte. Schreiben Sie die Frage hinter den Befehl.
above_too_long = Diese Nachricht ist zu lang für eine Frage. Markieren Sie den Teil, der die Frage enthält, und antworten Sie darauf, oder schreiben Sie die Frage hinter den Befehl.
unknown_command = Diesen Befehl kenne ich nicht. Schreiben Sie eine Frage oder /help.
no_text = Ich lese nur Text. Schreiben Sie die Frage.
unreachable = Ich erreiche die Dokumente gerade nicht. Ich behalte Ihre Frage und beantworte sie, sobald ich kann.
failed = Ich konnte die Dokumente nicht durchsuchen: Der Fehler liegt bei mir und steht im Protokoll meines Betreibers. Fragen Sie noch einmal oder mit anderen Worten.

## Telegram: to a person who pressed a button

expired = Diese Antwort ist abgelaufen. Fragen Sie noch einmal.
press_failed = Das ging schief; im Protokoll meines Betreibers steht, warum. Versuchen Sie es noch einmal.
too_fast = Das ging zu schnell. Warten Sie eine Minute.
not_let_in = Ich antworte nur Personen, die mein Betreiber zugelassen hat.
not_an_admin = Das können nur die, die mein Betreiber zu Admins gemacht hat.
example_gone = Die Dokumente haben sich inzwischen geändert. Senden Sie /start für andere Fragen.
noted = Notiert, danke.
not_yours = Diese Liste gehört jemand anderem. Senden Sie /sources für eine eigene.
list_too_old = Diese Liste ist zu alt. Senden Sie den Befehl noch einmal.
document_gone = Dieses Dokument gibt es nicht mehr.
below = Es steht schon weiter unten.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Schreiben Sie eine Frage, oder fragen Sie mich privat
no_cards = Nicht in den Dokumenten. Ähnliches zeige ich im privaten Chat
not_sure = Nicht sicher: { $quote }

## Telegram: lists of documents

none_holds = Kein Dokument hat „{ $words }“ im Namen oder Titel.
did_you_mean = Meinten Sie eines von diesen?
holding = { $number ->
    [one] { $number } Dokument hat „{ $words }“ im Namen oder Titel.
   *[other] { $number } Dokumente haben „{ $words }“ im Namen oder Titel.
}
press_number = Drücken Sie auf die Nummer des Dokuments, das ich vergessen soll.
which_document = Welches Dokument? Drücken Sie auf seine Nummer, oder schreiben Sie /forget und seinen Namen.
page = Seite { $number } von { $of }.
sources_hint = /sources mit einem Wort dahinter zeigt die, die es im Namen oder Titel haben.

## Telegram: files

cannot_send = Ich kann diese Datei nicht senden: { $reason }.
file_failed = Ich konnte diese Datei nicht senden; im Protokoll meines Betreibers steht, warum. Drücken Sie noch einmal.
added = { $name } hinzugefügt: „{ $title }“, { $passages ->
    [one] { $passages } Abschnitt
   *[other] { $passages } Abschnitte
}.
there_already = { $name } ist schon da: „{ $title }“, { $passages ->
    [one] { $passages } Abschnitt
   *[other] { $passages } Abschnitte
}.
its_language = Sprache: { $language }.
not_added = Ich habe { $name } nicht hinzugefügt: { $reason }.
not_added_nameless = Ich habe die Datei nicht hinzugefügt: { $reason }.
too_large = Telegram gibt Bots nur Dateien bis { $most } MB; legen Sie die Datei direkt in den Ordner mit den Dokumenten
not_fetched = ich konnte die Datei nicht von Telegram abrufen; im Protokoll meines Betreibers steht, warum. Senden Sie sie noch einmal
forgot = { $name } vergessen. Die Datei bleibt im Ordner forgotten in QUOTH_DATA erhalten.
not_forgotten = Ich habe { $name } nicht vergessen: { $reason }.
no_file = Da ist keine Datei, die ich hinzufügen könnte. Schreiben Sie /add als Antwort auf eine Nachricht mit einer Datei oder unter eine Datei, die Sie senden; ein Bild zählt nur, wenn es als Datei gesendet wird.
took_out = { $name } wieder entfernt. Die Datei bleibt im Ordner forgotten in QUOTH_DATA erhalten.
put_back = { $name } ist wieder da.
not_undone = Das konnte ich nicht rückgängig machen: { $reason }.
cannot_undo_adding = Das kann ich nicht mehr rückgängig machen. Senden Sie /forget { $name }
cannot_undo_adding_nameless = Das kann ich nicht mehr rückgängig machen. Senden Sie /forget und den Namen.
cannot_undo_forgetting = Das kann ich nicht mehr rückgängig machen. Die Datei liegt im Ordner forgotten in QUOTH_DATA; senden Sie sie noch einmal.

## Why something is not done with a file

why_kind = Quoth liest { $endings }
why_no_folder = es gibt keinen Ordner dafür: QUOTH_CORPUS nennt nur Dateien
why_left_out = eine .gitignore oder .ignore bei den Dokumenten schließt Dateien mit diesem Namen aus
why_unwritable = in den Ordner mit den Dokumenten kann nicht geschrieben werden: { $problem }
why_unknown = kein Dokument hat diesen Namen
why_several = mehrere Dokumente haben diesen Namen: { $names }
why_no_file = es ist keine gewöhnliche Datei
why_root = QUOTH_CORPUS nennt genau diese Datei
why_last = es ist das einzige Dokument, und ohne Dokument startet Quoth nicht
why_no_data = es gibt keinen Ordner, um die Datei aufzubewahren: setzen Sie QUOTH_DATA
why_taken = inzwischen hat eine andere Datei diesen Namen
why_immovable = die Datei lässt sich nicht verschieben: { $problem }
why_elsewhere = die Dokumente verwaltet quoth index, wo immer das läuft: ändern Sie sie dort
why_gone = die Datei gehört nicht mehr zu den Dokumenten
why_files_elsewhere = die Dateien sind dort, wo quoth index läuft, und nicht hier
why_larger = die Datei ist größer als { $most } MB, und mehr nimmt Telegram von einem Bot nicht an
why_empty = die Datei ist inzwischen leer
why_unreadable = die Datei ließ sich nicht lesen: { $problem }
