## An answer that is none

declined_too_long = To za długie jak na pytanie. Zapytaj w jednym lub dwóch zdaniach.
declined_no_word = Nie ma tu słowa, którego można szukać. Zadaj pełne pytanie, na przykład: Kto to powiedział? Kiedy to się zaczęło?
declined_none_mentions_it = Dokumenty na to nie odpowiadają: w żadnym nie ma o tym mowy.
declined_none_mentions = Dokumenty na to nie odpowiadają: w żadnym nie pojawia się { $words }.
declined = Nie znajduję na to odpowiedzi w dokumentach.
declined_missing = Nie znajduję na to odpowiedzi w dokumentach. W żadnym nie pojawia się { $words }.
declined_apart = Nie znajduję na to odpowiedzi w dokumentach. W żadnym fragmencie { $words } nie pojawia się razem z { $beside }.
ask_me = Zadaj mi pytanie o dokumenty, a odpowiem ich własnymi słowami.
closest = Najbliższe, co w nich jest:
instead = Możesz zapytać na przykład:

## An answer

unsure = Nie mam pewności, ale odpowiedź może być taka:
doubt_missing = „{ $asked }” się tu nie pojawia.
doubt_about = Tu chodzi o coś innego: „{ $stated }”, a nie „{ $asked }”.
doubt_says = Jest tu { $stated }, a nie { $asked }.
differ = Dokumenty się różnią: { $sides }.
side_and_more = { $source } i jeszcze { $more }
list_next = { ", " }
list_and = { " i " }
list_or = { " lub " }
quoted = „{ $word }”
before = przed nim: { $sentence }
after = po nim: { $sentence }
more_items = … i jeszcze { $number }
also_in = także: { $source }
more_places = { $number ->
    [one] i jeszcze w { $number } miejscu
    [few] i jeszcze w { $number } miejscach
    [many] i jeszcze w { $number } miejscach
   *[other] i jeszcze w { $number } miejsca
}
searched_for = (szukano: „{ $question }”)
corrected = (szukano: „{ $taken }” zamiast „{ $typed }”)

## More of an answer

command_more = więcej
command_context = kontekst
command_source = źródło
no_more = W dokumentach nie ma na ten temat nic więcej.
no_quotes = Nie ma cytatu { $number }: nic jeszcze nie zacytowano.
no_such_quote = { $of ->
    [one] Nie ma cytatu { $number }: na razie jest tylko { $of } cytat.
    [few] Nie ma cytatu { $number }: na razie są tylko { $of } cytaty.
    [many] Nie ma cytatu { $number }: na razie jest tylko { $of } cytatów.
   *[other] Nie ma cytatu { $number }: na razie jest tylko { $of } cytatu.
}
nothing_before = Nie ma jeszcze odpowiedzi, od której można pójść dalej. Zadaj pytanie.
taken_back = Dobrze, zapominam o tym pytaniu. Zapytaj innymi słowami. A „{ command_more }”, wpisane przed wycofaniem pytania, pokazuje, co jeszcze jest.
unclear = Nie wiadomo, o kogo chodzi: „{ $word }”. Zapytaj jeszcze raz i podaj imię lub nazwisko.
context_of = Cytat { $number } w kontekście:
passage_of = Cytat { $number } w całym fragmencie:
evidence = „{ $question }”: poniżej jest to, na czym opieram odpowiedź. Pewność pierwszego cytatu: { $percent }%.
looked_again = „{ $question }”: dokumenty sprawdzone jeszcze raz.

## What Quoth says about itself

abilities = Odpowiadam na pytania o dokumenty ich własnymi słowami i podaję, gdzie znajduje się każdy cytat.
    Pytaj zwykłymi słowami: Kto to powiedział? Kiedy to się zaczęło? Dopytuj jak w rozmowie: A zimą? Dlaczego?
    Słowo „{ command_more }” pokazuje dalsze cytaty, „{ command_context } 2” – to, co jest wokół cytatu 2, „{ command_source } 2” – cały jego fragment, a „sources” – dokumenty.
there_are = Razem: { $overview }.
maker = Jestem Quoth, program, który cytuje dokumenty. Od siebie nic nie mówię: zapytaj, co mówią dokumenty.
summary = Nie piszę własnych tekstów ani streszczeń: tylko cytuję. Pytaj o jedną rzecz naraz (Co to jest? Kto? Kiedy? Ile?), a „{ command_source }” pokaże cały fragment, z którego pochodzi odpowiedź.
opinion = Nie mam własnego zdania: tylko cytuję dokumenty. Zapytaj, co o tym mówią albo kto co powiedział.
goodbye = Do widzenia. Następnym pytaniem wrócisz do miejsca, w którym kończymy.

## The documents

overview = { $documents ->
    [one] { $documents } dokument
    [few] { $documents } dokumenty
    [many] { $documents } dokumentów
   *[other] { $documents } dokumentu
}, { $passages ->
    [one] { $passages } fragment
    [few] { $passages } fragmenty
    [many] { $passages } fragmentów
   *[other] { $passages } fragmentu
}
overview_skipped = { $overview }; { $files ->
    [one] pominięto { $files } plik
    [few] pominięto { $files } pliki
    [many] pominięto { $files } plików
   *[other] pominięto { $files } pliku
}
overview_and_size = { $overview }; indeks zajmuje { $size }
source = { $title } ({ $passages ->
    [one] { $passages } fragment
    [few] { $passages } fragmenty
    [many] { $passages } fragmentów
   *[other] { $passages } fragmentu
})
read_again = Gdy się zmieniają, czytam je od nowa.
skipped = pominięto:
skipped_more = i jeszcze { $number } (wszystkie pokaże quoth sources --json)
unreadable = { $files ->
    [one] pominięto { $files } plik:
    [few] pominięto { $files } pliki:
    [many] pominięto { $files } plików:
   *[other] pominięto { $files } pliku:
}
unreadable_none = { $files ->
    [one] pominięto { $files } plik: dlaczego, pokaże quoth sources
    [few] pominięto { $files } pliki: dlaczego, pokaże quoth sources
    [many] pominięto { $files } plików: dlaczego, pokaże quoth sources
   *[other] pominięto { $files } pliku: dlaczego, pokaże quoth sources
}
unreadable_more = i jeszcze { $number }: dlaczego, pokaże quoth sources

## The terminal

welcome = Quoth: { $overview }. Zadaj pytanie; :help – pomoc, :quit – wyjście.
usage = Pytaj zwykłymi słowami; odpowiadam słowami samych dokumentów i podaję źródło.
    Dopytuj jak w rozmowie: A zimą? Dlaczego? Ile to kosztuje?
usage_more = dalsze cytaty
usage_context = co jest wokół cytatu 2
usage_source = cały fragment, z którego pochodzi cytat 2
usage_sources = dokumenty oraz co pominięto i dlaczego
usage_help = ta pomoc
usage_quit = wyjście (albo Ctrl-D)
no_such_command = Nie ma tu polecenia { $command }.
settings_read = ustawienia wczytano z { $path }
reading = czytanie { $bar } { $bytes } z { $all }, { $speed }, pozostało { $left }
up_to_date = Indeks jest aktualny: { $overview }.

## Telegram: the menu of commands

menu_ask = Zadaj pytanie o dokumenty
menu_sources = Z jakich dokumentów odpowiadam
menu_help = Jak pytać i czego się spodziewać
menu_privacy = Co się dzieje z tym, co piszesz
menu_language = W jakim języku z tobą rozmawiam

## Telegram: buttons

button_more = Więcej
button_context = Kontekst
button_source = Źródło
button_answer = Odpowiedź
button_file = Plik
button_file_number = Plik { $number }
button_share = Udostępnij
button_right = Dobrze
button_wrong = Źle
button_undo = Cofnij

## Telegram: /start

start_documents = { $documents ->
    [one] Odpowiadam na pytania o { $documents } dokument dosłownymi cytatami i podaję, gdzie znajduje się każdy z nich.
    [few] Odpowiadam na pytania o { $documents } dokumenty dosłownymi cytatami i podaję, gdzie znajduje się każdy z nich.
    [many] Odpowiadam na pytania o { $documents } dokumentów dosłownymi cytatami i podaję, gdzie znajduje się każdy z nich.
   *[other] Odpowiadam na pytania o { $documents } dokumentu dosłownymi cytatami i podaję, gdzie znajduje się każdy z nich.
}
start_examples = Zadaj pełne pytanie, na przykład jedno z poniższych. Więcej: /help.
start_plain = Zadaj pełne pytanie. Więcej: /help.
start_broken = Ten link jest uszkodzony: nie da się z niego odczytać pytania.

## Telegram: /help

help_here = Tutaj po prostu napisz pytanie: Kto to powiedział? Kiedy to się zaczęło? Ile ich było?
help_group = W grupie napisz /ask i pytanie, zacznij je od { $name } albo odpowiedz na jedną z moich wiadomości. Samo /ask lub { $name } w odpowiedzi na czyjąś wiadomość zadaje mi tę wiadomość jako pytanie.
help_going_on = Dopytuj jak w rozmowie: A zimą? Dlaczego? Aby wrócić do wcześniejszej odpowiedzi, odpowiedz na nią. Przyciski pod odpowiedzią pokazują dalsze cytaty, to, co jest wokół cytatu, oraz jego źródło; „{ button_file }” wysyła sam dokument, a „{ button_share }” daje link, który zadaje mi to samo pytanie.
help_sources = /sources pokazuje listę dokumentów, a /sources ze słowem – te, które mają je w nazwie lub tytule.
help_inline = Na dowolnym czacie napisz { $name } i pytanie, a potem wybierz cytat do wysłania.
help_quotes = Cytuję dokumenty słowo w słowo, a przy każdym cytacie podaję dokument i wiersz. Gdy nie mam pewności, mówię o tym. Gdy w dokumentach nie ma odpowiedzi, też to mówię i pokazuję, co jest najbliższe.
help_language = W miarę możliwości mówię w języku twojego Telegrama; zmienia go /language.
help_group_privacy = Jeśli wzmianki w grupie do mnie nie docierają: przy włączonym trybie Group Privacy Telegram przekazuje mi tylko polecenia i odpowiedzi na moje wiadomości. Wyłącz go u @BotFather (/setprivacy), a potem usuń mnie z grupy i dodaj ponownie.
help_admin = Jeśli jesteś administratorem, przyślij mi tu plik, a będę odpowiadać także z niego; w grupie napisz /add w podpisie pliku albo w odpowiedzi na niego. /forget pokazuje listę dokumentów i usuwa ten, który wybierzesz; /forget z nazwą od razu usuwa dokument o tej nazwie.

## Telegram: /privacy

privacy_search = Przeszukuję dokumenty na komputerze, na którym działam, i nie wysyłam tego, co piszesz, do żadnej innej usługi.
privacy_engine = Aby przeszukać dokumenty, wysyłam słowa z twojego pytania do wyszukiwarki, którą prowadzi operator bota, być może na innym komputerze, i do żadnej innej usługi.
privacy_memory = Ostatnie pytania z każdego czatu pamiętam przez godzinę i tylko w pamięci operacyjnej, żeby rozumieć, co po nich następuje. Pytanie, które przez zatrzymanie zostało bez odpowiedzi, jest przechowywane na dysku, aż zacznę działać ponownie i na nie odpowiem.
privacy_verdicts = Jeśli naciśniesz „{ button_right }” lub „{ button_wrong }”, pytanie i odpowiedź są zachowywane dla operatora bota, bez twojego imienia i numeru.
privacy_language = Jeśli wybierzesz język poleceniem /language, zapamiętam go razem z twoim numerem.
privacy_logged = Na prośbę operatora bota zapisuję pytania w dzienniku, razem z numerem czatu.
privacy_not_logged = Mój dziennik zawiera numery czatów i wiadomości oraz czas, ale nigdy to, co ktoś pisze.

## Telegram: /language

language_now = Język naszej rozmowy: { $language }. Wybierz inny:
language_as_telegram = Jak w Telegramie
language_chosen = Od teraz język naszej rozmowy to: { $language }.
language_unknown = Tego języka nie znam. Wybierz jeden z tych:

## Telegram: /status

up_for = czas działania: { $time }
minutes = { $minutes } min
hours = { $hours } godz. { $minutes } min
days = { $days } d { $hours } godz. { $minutes } min
answered_declined = z odpowiedzią: { $answered }, bez odpowiedzi: { $declined }
times = od pytania do odpowiedzi: połowa do { $half } ms, 95% do { $most } ms

## Telegram: what keeps a question from an answer

too_many = { $most ->
    [one] Odpowiadam najwyżej na { $most } pytanie na minutę, a to już ponad limit i zostaje bez odpowiedzi. Odczekaj chwilę i zapytaj ponownie.
    [few] Odpowiadam najwyżej na { $most } pytania na minutę, a to już ponad limit i zostaje bez odpowiedzi. Odczekaj chwilę i zapytaj ponownie.
    [many] Odpowiadam najwyżej na { $most } pytań na minutę, a to już ponad limit i zostaje bez odpowiedzi. Odczekaj chwilę i zapytaj ponownie.
   *[other] Odpowiadam najwyżej na { $most } pytania na minutę, a to już ponad limit i zostaje bez odpowiedzi. Odczekaj chwilę i zapytaj ponownie.
}
crowded = Gdy Telegram wstrzymywał moje wiadomości, zebrało się tu zbyt wiele pytań. To, co przyszło po tym pytaniu, przepadło: zapytaj jeszcze raz.
stranger = Odpowiadam tylko osobom, którym operator bota dał dostęp. Twoje id: { $id }. Wyślij je operatorowi i poproś o dostęp.
no_question = Jakie jest pytanie? Napisz je po poleceniu, na przykład: /ask Kiedy to się zaczęło?
above_no_text = W tamtej wiadomości nie ma tekstu, który może być pytaniem. Napisz pytanie po poleceniu.
above_too_long = Tamta wiadomość jest za długa jak na pytanie. Zaznacz w niej samo pytanie i odpowiedz na tę część albo napisz pytanie po poleceniu.
unknown_command = Nie znam tego polecenia. Napisz pytanie albo /help.
no_text = Czytam tylko tekst. Napisz pytanie.
unreachable = W tej chwili nie mam dostępu do dokumentów. Zachowuję twoje pytanie i odpowiem, gdy tylko będzie to możliwe.
failed = Nie udało się przeszukać dokumentów: to mój błąd, zapisany w dzienniku operatora bota. Zapytaj jeszcze raz albo innymi słowami.

## Telegram: to a person who pressed a button

expired = Ta odpowiedź wygasła. Zapytaj jeszcze raz.
press_failed = Coś poszło nie tak, błąd jest zapisany w dzienniku operatora bota. Spróbuj ponownie.
too_fast = Za szybko. Odczekaj minutę.
not_let_in = Odpowiadam tylko osobom, którym operator bota dał dostęp.
not_an_admin = Mogą to robić tylko administratorzy wyznaczeni przez operatora bota.
example_gone = Dokumenty od tego czasu się zmieniły. Wyślij /start, aby zobaczyć inne pytania.
noted = Zapisano, dziękuję.
not_yours = To cudza lista. Wyślij /sources, aby dostać własną.
list_too_old = Ta lista jest za stara. Wyślij polecenie jeszcze raz.
document_gone = Tego dokumentu już nie ma.
below = To już jest poniżej.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Wpisz pytanie albo zapytaj mnie na czacie prywatnym
no_cards = Brak w dokumentach. Na czacie prywatnym pokażę najbliższe
not_sure = Bez pewności: { $quote }

## Telegram: lists of documents

none_holds = Żaden dokument nie ma „{ $words }” w nazwie ani tytule.
did_you_mean = Może jeden z tych?
holding = { $number ->
    [one] { $number } dokument ma „{ $words }” w nazwie lub tytule.
    [few] { $number } dokumenty mają „{ $words }” w nazwie lub tytule.
    [many] { $number } dokumentów ma „{ $words }” w nazwie lub tytule.
   *[other] { $number } dokumentu ma „{ $words }” w nazwie lub tytule.
}
press_number = Naciśnij numer dokumentu, który chcesz usunąć.
which_document = Który dokument? Naciśnij jego numer albo napisz /forget i jego nazwę.
page = Strona { $number } z { $of }.
sources_hint = /sources ze słowem pokazuje dokumenty, które mają je w nazwie lub tytule.

## Telegram: files

cannot_send = Nie mogę wysłać tego pliku: { $reason }.
file_failed = Nie udało się wysłać tego pliku, przyczyna jest w dzienniku operatora bota. Naciśnij jeszcze raz.
added = Dodano plik { $name }: „{ $title }”, { $passages ->
    [one] { $passages } fragment
    [few] { $passages } fragmenty
    [many] { $passages } fragmentów
   *[other] { $passages } fragmentu
}.
there_already = Plik { $name } już tu jest: „{ $title }”, { $passages ->
    [one] { $passages } fragment
    [few] { $passages } fragmenty
    [many] { $passages } fragmentów
   *[other] { $passages } fragmentu
}.
its_language = Jego język: { $language }.
not_added = Nie dodano pliku { $name }: { $reason }.
not_added_nameless = Nie dodano pliku: { $reason }.
too_large = Telegram przekazuje botom pliki do { $most } MB; umieść ten bezpośrednio w folderze dokumentów
not_fetched = nie udało się pobrać go z Telegrama, przyczyna jest w dzienniku operatora bota. Wyślij go jeszcze raz
forgot = Usunięto plik { $name } z dokumentów. Jest zachowany w folderze forgotten w QUOTH_DATA.
not_forgotten = Nie usunięto pliku { $name }: { $reason }.
no_file = Nie ma pliku do dodania. Napisz /add w odpowiedzi na wiadomość z plikiem albo w podpisie wysyłanego pliku; obraz liczy się tylko wtedy, gdy jest wysłany jako plik.
took_out = Cofnięto dodanie pliku { $name }. Plik jest zachowany w folderze forgotten w QUOTH_DATA.
put_back = Przywrócono plik { $name }.
not_undone = Nie udało się tego cofnąć: { $reason }.
cannot_undo_adding = Już nie wiem, jak to cofnąć. Wyślij /forget { $name }
cannot_undo_adding_nameless = Już nie wiem, jak to cofnąć. Wyślij /forget i nazwę pliku.
cannot_undo_forgetting = Już nie wiem, jak to cofnąć. Plik jest zachowany w folderze forgotten w QUOTH_DATA; wyślij go jeszcze raz.

## Why something is not done with a file

why_kind = Quoth czyta pliki { $endings }
why_no_folder = nie ma folderu, w którym można go umieścić: QUOTH_CORPUS wskazuje same pliki
why_left_out = pliki o tej nazwie wyklucza .gitignore lub .ignore wśród dokumentów
why_unwritable = nie można zapisywać w folderze dokumentów: { $problem }
why_unknown = nie ma dokumentu o tej nazwie
why_several = kilka dokumentów ma tę nazwę: { $names }
why_no_file = to nie jest zwykły plik
why_root = QUOTH_CORPUS wskazuje właśnie ten plik
why_last = to jedyny dokument, a bez dokumentów Quoth się nie uruchomi
why_no_data = nie ma folderu, w którym można go przechować: ustaw QUOTH_DATA
why_taken = tę nazwę ma już inny plik
why_immovable = nie można go przenieść: { $problem }
why_elsewhere = dokumentami zarządza quoth index: zmieniaj je tam, gdzie działa
why_gone = nie ma go już wśród dokumentów
why_files_elsewhere = pliki są tam, gdzie działa quoth index, a nie tutaj
why_larger = jest większy niż { $most } MB, a większych Telegram od bota nie przyjmuje
why_empty = jest teraz pusty
why_unreadable = nie udało się go odczytać: { $problem }
