## An answer that is none

declined_too_long = Itu terlalu panjang untuk sebuah pertanyaan. Tanyakan dalam satu atau dua kalimat.
declined_no_word = Tidak ada kata yang bisa saya cari di situ. Ajukan pertanyaan lengkap, misalnya: Siapa yang mengatakannya? Kapan itu dimulai?
declined_none_mentions_it = Pertanyaan itu tidak terjawab di dalam dokumen: tidak satu pun menyebutnya.
declined_none_mentions = Pertanyaan itu tidak terjawab di dalam dokumen: tidak satu pun menyebut { $words }.
declined = Saya tidak menemukan jawabannya di dalam dokumen.
declined_missing = Saya tidak menemukan jawabannya di dalam dokumen. Tidak ada dokumen yang menyebut { $words }.
declined_apart = Saya tidak menemukan jawabannya di dalam dokumen. Tidak ada bagian yang menyebut { $words } bersama { $beside }.
ask_me = Ajukan pertanyaan tentang isi dokumen, dan saya menjawab dengan kata-kata dari dokumen itu sendiri.
closest = Yang paling mendekati di dalam dokumen:
instead = Anda bisa bertanya, misalnya:

## An answer

unsure = Saya tidak yakin; mungkin ini:
doubt_missing = Kutipan ini tidak menyebut { $asked }.
doubt_about = Kutipan ini tentang { $stated }, bukan { $asked }.
doubt_says = Di sini tertulis { $stated }, bukan { $asked }.
differ = Isi dokumen berbeda-beda: { $sides }.
side_and_more = { $source } dan { $more } lainnya
list_next = { ", " }
list_and = { " dan " }
list_or = { " atau " }
quoted = “{ $word }”
before = sebelumnya: { $sentence }
after = sesudahnya: { $sentence }
more_items = … dan { $number } lagi
also_in = juga di { $source }
more_places = dan di { $number } tempat lain
searched_for = (yang dicari: “{ $question }”)
corrected = (yang dicari: “{ $taken }”, bukan “{ $typed }”)

## More of an answer

command_more = lagi
command_context = konteks
command_source = sumber
no_more = Tidak ada lagi yang berkaitan dengan itu di dalam dokumen.
no_quotes = Tidak ada kutipan { $number }: belum ada yang dikutip.
no_such_quote = Tidak ada kutipan { $number }: sejauh ini baru ada { $of } kutipan.
nothing_before = Belum ada jawaban yang bisa dilanjutkan. Ajukan pertanyaan.
taken_back = Baik, saya lupakan pertanyaan itu. Tanyakan lagi dengan kata-kata lain. Lain kali, sebelum membatalkannya, Anda bisa menulis “{ command_more }” untuk melihat apa lagi yang ada.
unclear = Saya tidak tahu siapa yang dimaksud dengan “{ $word }”. Tanyakan lagi dengan namanya.
context_of = Kutipan { $number } dalam konteksnya:
passage_of = Kutipan { $number } dalam bagian lengkapnya:
evidence = “{ $question }”: dasar jawaban saya ada di bawah, dan saya { $percent }% yakin akan kutipan pertama.
looked_again = “{ $question }”: sudah saya cari lagi.

## What Quoth says about itself

abilities = Saya menjawab pertanyaan tentang isi dokumen dengan kata-kata dari dokumen itu sendiri, dan menunjukkan letak setiap kutipan.
    Bertanyalah dengan bahasa sehari-hari: Siapa yang mengatakannya? Kapan itu dimulai? Lanjutkan seperti dalam percakapan: Kalau musim hujan? Mengapa?
    “{ command_more }” menampilkan kutipan berikutnya, “{ command_context } 2” kalimat di sekitar kutipan 2, “{ command_source } 2” bagian lengkapnya, dan “sources” daftar dokumen.
there_are = Ada { $overview }.
maker = Saya Quoth, program yang mengutip dokumen. Yang saya sampaikan bukan kata-kata saya sendiri: tanyakan apa yang tertulis di dalam dokumen.
summary = Saya tidak menulis teks sendiri atau ringkasan: saya hanya mengutip. Tanyakan satu hal setiap kali (Apa itu? Siapa? Kapan? Berapa?), dan “{ command_source }” menampilkan bagian lengkap dari sebuah jawaban.
opinion = Saya tidak punya pendapat: saya hanya mengutip dokumen. Tanyakan apa yang tertulis tentang hal itu, atau siapa mengatakan apa.
goodbye = Sampai jumpa. Pertanyaan Anda berikutnya akan melanjutkan percakapan ini.

## The documents

overview = { $documents } dokumen, { $passages } bagian
overview_skipped = { $overview }; { $files } file dilewati
overview_and_size = { $overview }; ukuran indeks { $size }
source = { $title } ({ $passages } bagian)
read_again = Dokumen dibaca ulang setiap kali berubah.
skipped = dilewati:
skipped_more = dan { $number } lagi (semuanya ada di quoth sources --json)
unreadable = { $files } file dilewati:
unreadable_none = { $files } file dilewati: alasannya ada di quoth sources
unreadable_more = dan { $number } lagi: alasannya ada di quoth sources

## The terminal

welcome = Quoth: { $overview }. Ajukan pertanyaan; :help untuk bantuan, :quit untuk keluar.
usage = Bertanyalah dengan bahasa sehari-hari; jawabannya berupa kata-kata dari dokumen itu sendiri, beserta sumbernya.
    Lanjutkan seperti dalam percakapan: Kalau musim hujan? Mengapa? Berapa biayanya?
usage_more = kutipan berikutnya
usage_context = kalimat di sekitar kutipan 2
usage_source = bagian lengkap yang memuat kutipan 2
usage_sources = daftar dokumen, serta apa yang dilewati dan alasannya
usage_help = bantuan ini
usage_quit = keluar (atau Ctrl-D)
no_such_command = Tidak ada perintah { $command } di sini.
settings_read = pengaturan dibaca dari { $path }
reading = membaca { $bar } { $bytes } dari { $all }, { $speed }, sisa { $left }
up_to_date = Indeks sudah mutakhir: { $overview }.

## Telegram: the menu of commands

menu_ask = Ajukan pertanyaan tentang isi dokumen
menu_sources = Dokumen yang menjadi sumber jawaban saya
menu_help = Cara bertanya dan apa yang bisa diharapkan
menu_privacy = Apa yang terjadi dengan tulisan Anda
menu_language = Bahasa yang saya pakai saat berbicara dengan Anda

## Telegram: buttons

button_more = Lagi
button_context = Konteks
button_source = Sumber
button_answer = Jawaban
button_file = File
button_file_number = File { $number }
button_share = Bagikan
button_right = Benar
button_wrong = Salah
button_undo = Urungkan

## Telegram: /start

start_documents = Saya menjawab pertanyaan tentang { $documents } dokumen dengan kata-kata dari dokumen itu sendiri, dan menunjukkan letak setiap kutipan.
start_examples = Ajukan pertanyaan lengkap, misalnya salah satu di bawah ini. Selengkapnya di /help.
start_plain = Ajukan pertanyaan lengkap. Selengkapnya di /help.
start_broken = Tautan itu rusak: tidak ada pertanyaan di dalamnya yang bisa saya baca.

## Telegram: /help

help_here = Di sini, tulis pertanyaan Anda: Siapa yang mengatakannya? Kapan itu dimulai? Berapa jumlahnya?
help_group = Di grup, tulis /ask dan pertanyaannya, awali pertanyaan dengan { $name }, atau balas salah satu pesan saya. Jika Anda membalas pesan seseorang hanya dengan /ask atau { $name }, pesan itulah yang menjadi pertanyaannya.
help_going_on = Lanjutkan seperti dalam percakapan: Kalau musim hujan? Mengapa? Balas jawaban lama untuk melanjutkan dari sana. Tombol di bawah jawaban menampilkan kutipan lain, kalimat di sekitar kutipan, dan sumbernya; “{ button_file }” mengirim dokumennya, dan “{ button_share }” mengirim tautan dengan pertanyaan yang sama.
help_sources = /sources menampilkan daftar dokumen; /sources dan sebuah kata menampilkan dokumen yang nama atau judulnya memuat kata itu.
help_inline = Di obrolan mana pun, tulis { $name } dan pertanyaan, lalu pilih kutipan untuk dikirim.
help_quotes = Saya mengutip dokumen kata demi kata, dan setiap kutipan menyebutkan dokumen dan barisnya. Kalau tidak yakin, saya mengatakannya. Kalau dokumen tidak menjawab, saya juga mengatakannya dan menunjukkan yang paling mendekati.
help_language = Saya memakai bahasa Telegram Anda jika bisa; /language untuk menggantinya.
help_group_privacy = Jika sebutan di grup tidak sampai kepada saya: selama Group Privacy (privasi grup) aktif, Telegram hanya meneruskan perintah dan balasan kepada saya. Nonaktifkan di @BotFather (/setprivacy), lalu keluarkan saya dari grup dan tambahkan lagi.
help_admin = Sebagai admin, Anda bisa mengirim file ke sini, dan saya akan menjawab dari file itu juga; di grup, tulis /add sebagai keterangan file atau sebagai balasan. /forget menampilkan daftar dokumen dan mengeluarkan yang Anda pilih; /forget dan sebuah nama mengeluarkan dokumen itu.

## Telegram: /privacy

privacy_search = Saya mencari isi dokumen di komputer tempat saya dijalankan, dan tidak mengirim tulisan Anda ke layanan lain.
privacy_engine = Untuk mencari isi dokumen, saya mengirim kata-kata dari pertanyaan Anda ke mesin pencari yang dijalankan operator saya, mungkin di komputer lain, dan tidak ke layanan lain.
privacy_memory = Saya mengingat pertanyaan terakhir di setiap obrolan selama satu jam, hanya di memori, untuk memahami pertanyaan lanjutannya. Pertanyaan yang belum sempat saya jawab ketika dihentikan disimpan di disk sampai saya dijalankan lagi dan menjawabnya.
privacy_verdicts = Jika Anda menekan “{ button_right }” atau “{ button_wrong }”, pertanyaan dan jawabannya disimpan untuk operator saya, tanpa nama atau nomor pengguna Anda.
privacy_language = Jika Anda memilih bahasa dengan /language, pilihan itu saya simpan bersama nomor pengguna Anda.
privacy_logged = Operator saya meminta saya mencatat pertanyaan di log, beserta nomor obrolannya.
privacy_not_logged = Log saya berisi nomor obrolan dan pesan, serta waktu: tidak pernah isi tulisan siapa pun.

## Telegram: /language

language_now = Saya berbicara dengan Anda dalam { $language }. Pilih bahasa lain:
language_as_telegram = Seperti di Telegram
language_chosen = Mulai sekarang saya berbicara dengan Anda dalam { $language }.
language_unknown = Saya tidak bisa bahasa itu. Pilih salah satu:

## Telegram: /status

up_for = sudah berjalan { $time }
minutes = { $minutes } menit
hours = { $hours } jam { $minutes } menit
days = { $days } hari { $hours } jam { $minutes } menit
answered_declined = { $answered } terjawab, { $declined } tidak terjawab
times = dari masuk sampai dijawab: separuhnya dalam { $half } ms, 95% dalam { $most } ms

## Telegram: what keeps a question from an answer

too_many = Saya menjawab paling banyak { $most } pertanyaan per menit, dan yang ini melebihi batas: tidak saya jawab. Tunggu sebentar, lalu tanyakan lagi.
crowded = Pertanyaan di sini lebih banyak daripada yang bisa saya jawab selagi Telegram menahan pesan saya. Yang masuk setelah pertanyaan ini hilang: tanyakan lagi.
stranger = Saya hanya menjawab orang yang diizinkan oleh operator saya. Id Anda { $id }: kirimkan kepada operator untuk meminta akses.
no_question = Apa pertanyaannya? Tulis setelah perintah, misalnya: /ask Kapan itu dimulai?
above_no_text = Pesan itu tidak berisi teks yang bisa dijadikan pertanyaan. Tulis pertanyaannya setelah perintah.
above_too_long = Pesan itu terlalu panjang untuk sebuah pertanyaan. Pilih bagian yang berisi pertanyaan lalu balas bagian itu, atau tulis pertanyaannya setelah perintah.
unknown_command = Saya tidak mengenal perintah itu. Tulis pertanyaan, atau /help.
no_text = Saya hanya membaca teks. Tulis pertanyaannya.
unreachable = Saat ini dokumen tidak bisa saya akses. Pertanyaan Anda saya simpan dan saya jawab secepatnya.
failed = Pencarian di dokumen gagal: kesalahannya ada pada saya dan sudah tercatat di log operator saya. Tanyakan lagi, atau dengan kata-kata lain.

## Telegram: to a person who pressed a button

expired = Jawaban ini sudah kedaluwarsa. Tanyakan lagi.
press_failed = Terjadi kesalahan, dan sudah tercatat di log operator saya. Coba lagi.
too_fast = Terlalu cepat. Tunggu satu menit.
not_let_in = Saya hanya menjawab orang yang diizinkan oleh operator saya.
not_an_admin = Hanya admin yang ditunjuk oleh operator saya yang bisa melakukannya.
example_gone = Dokumen sudah berubah sejak itu. Kirim /start untuk pertanyaan lain.
noted = Sudah dicatat, terima kasih.
not_yours = Daftar itu milik orang lain. Kirim /sources untuk daftar Anda sendiri.
list_too_old = Daftar itu sudah terlalu lama. Kirim perintahnya lagi.
document_gone = Dokumen itu sudah tidak ada.
below = Sudah ada di bawah.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Ketik pertanyaan, atau tanyakan secara pribadi
no_cards = Tidak ada di dokumen. Tanya secara pribadi untuk yang mendekati
not_sure = Tidak yakin: { $quote }

## Telegram: lists of documents

none_holds = Tidak ada dokumen dengan “{ $words }” di nama atau judulnya.
did_you_mean = Apakah maksud Anda salah satu dari ini?
holding = Ada { $number } dokumen dengan “{ $words }” di nama atau judulnya.
press_number = Tekan nomor dokumen yang harus saya lupakan.
which_document = Dokumen yang mana? Tekan nomornya, atau tulis /forget dan namanya.
page = Halaman { $number } dari { $of }.
sources_hint = /sources dan sebuah kata menampilkan dokumen yang nama atau judulnya memuat kata itu.

## Telegram: files

cannot_send = File itu tidak bisa saya kirim: { $reason }.
file_failed = File itu gagal saya kirim, dan alasannya ada di log operator saya. Tekan lagi.
added = { $name } sudah saya tambahkan: “{ $title }”, { $passages } bagian.
there_already = { $name } sudah ada: “{ $title }”, { $passages } bagian.
its_language = Bahasanya: { $language }.
not_added = { $name } tidak saya tambahkan: { $reason }.
not_added_nameless = File itu tidak saya tambahkan: { $reason }.
too_large = Telegram hanya memberi bot file sampai { $most } MB; masukkan langsung ke folder dokumen
not_fetched = file tidak bisa saya ambil dari Telegram, dan alasannya ada di log operator saya. Kirim lagi
forgot = { $name } sudah saya lupakan. Filenya disimpan di folder forgotten dalam QUOTH_DATA.
not_forgotten = { $name } tidak saya lupakan: { $reason }.
no_file = Tidak ada file untuk ditambahkan. Tulis /add sebagai balasan pesan yang berisi file, atau sebagai keterangan file yang Anda kirim; gambar hanya berlaku jika dikirim sebagai file.
took_out = { $name } sudah saya keluarkan. Filenya disimpan di folder forgotten dalam QUOTH_DATA.
put_back = { $name } sudah saya kembalikan.
not_undone = Tidak bisa diurungkan: { $reason }.
cannot_undo_adding = Saya tidak tahu lagi cara mengurungkannya. Kirim /forget { $name }
cannot_undo_adding_nameless = Saya tidak tahu lagi cara mengurungkannya. Kirim /forget dan namanya.
cannot_undo_forgetting = Saya tidak tahu lagi cara mengurungkannya. Filenya disimpan di folder forgotten dalam QUOTH_DATA; kirim lagi.

## Why something is not done with a file

why_kind = Quoth membaca { $endings }
why_no_folder = tidak ada folder untuk menaruhnya: QUOTH_CORPUS hanya berisi nama file
why_left_out = .gitignore atau .ignore di antara dokumen mengecualikan file dengan nama itu
why_unwritable = folder dokumen tidak bisa ditulisi: { $problem }
why_unknown = tidak ada dokumen dengan nama itu
why_several = ada beberapa dokumen dengan nama itu: { $names }
why_no_file = itu bukan file biasa
why_root = QUOTH_CORPUS menunjuk langsung ke file itu
why_last = itu satu-satunya dokumen, dan tanpa dokumen Quoth tidak bisa dijalankan
why_no_data = tidak ada folder untuk menyimpannya: atur QUOTH_DATA
why_taken = namanya sekarang sudah dipakai file lain
why_immovable = file tidak bisa dipindahkan: { $problem }
why_elsewhere = dokumen dikelola oleh quoth index, di mana pun itu berjalan: ubah di sana
why_gone = file itu sudah tidak termasuk dokumen
why_files_elsewhere = file-filenya ada di tempat quoth index berjalan, bukan di sini
why_larger = ukurannya lebih dari { $most } MB, batas yang diterima Telegram dari bot
why_empty = file itu sekarang kosong
why_unreadable = file gagal dibaca: { $problem }
