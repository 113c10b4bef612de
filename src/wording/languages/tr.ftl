## An answer that is none

declined_too_long = Bu, bir soru için fazla uzun. Bir iki cümleyle sorun.
declined_no_word = İçinde arayabileceğim bir sözcük yok. Tam bir soru sorun, örneğin: Bunu kim söyledi? Ne zaman başladı?
declined_none_mentions_it = Belgelerde bunun yanıtı yok: hiçbirinde bundan söz edilmiyor.
declined_none_mentions = Belgelerde bunun yanıtı yok: hiçbirinde { $words } geçmiyor.
declined = Belgelerde bunun yanıtını bulamadım.
declined_missing = Belgelerde bunun yanıtını bulamadım. Hiçbir belgede { $words } geçmiyor.
declined_apart = Belgelerde bunun yanıtını bulamadım. Hiçbir pasajda { $words } ile { $beside } bir arada geçmiyor.
ask_me = Bana belgelerle ilgili bir soru sorun, belgelerin kendi sözleriyle yanıtlayayım.
closest = Belgelerde buna en yakın olanlar:
instead = Örneğin şunları sorabilirsiniz:

## An answer

unsure = Emin değilim ama yanıt bu olabilir:
doubt_missing = Alıntıda { $asked } geçmiyor.
doubt_about = Alıntının konusu { $asked } değil, { $stated }.
doubt_says = Alıntıda { $asked } değil, { $stated } yazıyor.
differ = Belgelerde farklı bilgiler var: { $sides }.
side_and_more = { $source } ve { $more } belge daha
list_next = { ", " }
list_and = { " ve " }
list_or = { " veya " }
quoted = “{ $word }”
before = önceki cümle: { $sentence }
after = sonraki cümle: { $sentence }
more_items = … ve { $number } tane daha
also_in = ayrıca şurada: { $source }
more_places = { $number ->
    [one] ve { $number } yerde daha
   *[other] ve { $number } yerde daha
}
searched_for = (aranan: “{ $question }”)
corrected = (“{ $typed }” yerine “{ $taken }” arandı)

## More of an answer

command_more = daha fazla
command_context = bağlam
command_source = kaynak
no_more = Belgelerde bununla ilgili başka bir şey yok.
no_quotes = { $number }. alıntı yok: henüz hiç alıntı yapmadım.
no_such_quote = { $of ->
    [one] { $number }. alıntı yok: şu ana kadar { $of } alıntı var.
   *[other] { $number }. alıntı yok: şu ana kadar { $of } alıntı var.
}
nothing_before = Henüz devam edilecek bir yanıt yok. Bir soru sorun.
taken_back = Tamam, o soruyu unutuyorum. Başka sözcüklerle yeniden sorun. Bir dahaki sefere vazgeçmeden önce “{ command_more }” yazarsanız başka neler olduğunu görürsünüz.
unclear = “{ $word }” ile kimi kastettiğinizi anlayamadım. Adını yazarak yeniden sorun.
context_of = { $number }. alıntının bağlamı:
passage_of = { $number }. alıntının geçtiği pasajın tamamı:
evidence = “{ $question }”: yanıtımın dayanağı aşağıda; ilk alıntıdan %{ $percent } eminim.
looked_again = “{ $question }”: yeniden baktım.

## What Quoth says about itself

abilities = Belgelerle ilgili soruları belgelerin kendi sözleriyle yanıtlar, her alıntının nerede geçtiğini belirtirim.
    Günlük dille sorun: Bunu kim söyledi? Ne zaman başladı? Sohbet eder gibi devam edin: Peki kışın? Neden?
    “{ command_more }” başka alıntıları, “{ command_context } 2” 2. alıntının öncesini ve sonrasını, “{ command_source } 2” o alıntının geçtiği pasajın tamamını, “sources” ise belgeleri gösterir.
there_are = Şu anda { $overview } var.
maker = Ben Quoth, belgelerden alıntı yapan bir programım. Söylediklerimin hiçbiri bana ait değil: bana belgelerin ne dediğini sorun.
summary = Kendim metin ya da özet yazmam, yalnızca alıntı yaparım. Her seferinde tek bir şey sorun (Bu nedir? Kim? Ne zaman? Ne kadar?); “{ command_source }” yanıtın geçtiği pasajın tamamını gösterir.
opinion = Benim görüşüm yoktur: yalnızca belgelerden alıntı yaparım. Bu konuda belgelerin ne dediğini ya da kimin ne söylediğini sorun.
goodbye = Hoşça kalın. Sonraki sorunuzda kaldığımız yerden devam ederiz.

## The documents

overview = { $documents ->
    [one] { $documents } belge
   *[other] { $documents } belge
}, { $passages ->
    [one] { $passages } pasaj
   *[other] { $passages } pasaj
}
overview_skipped = { $overview }; { $files ->
    [one] { $files } dosya atlandı
   *[other] { $files } dosya atlandı
}
overview_and_size = { $overview }; arama dizini { $size } yer kaplıyor
source = { $title } ({ $passages ->
    [one] { $passages } pasaj
   *[other] { $passages } pasaj
})
read_again = Belgeler değiştikçe yeniden okunur.
skipped = atlananlar:
skipped_more = ve { $number } tane daha (tümü için: quoth sources --json)
unreadable = { $files ->
    [one] { $files } dosya atlandı:
   *[other] { $files } dosya atlandı:
}
unreadable_none = { $files ->
    [one] { $files } dosya atlandı; nedeni için: quoth sources
   *[other] { $files } dosya atlandı; nedenleri için: quoth sources
}
unreadable_more = ve { $number } tane daha; nedenleri için: quoth sources

## The terminal

welcome = Quoth: { $overview }. Bir soru sorun; yardım için :help, çıkmak için :quit.
usage = Günlük dille sorun; yanıt, belgelerin kendi sözleriyle ve kaynağıyla gelir.
    Sohbet eder gibi devam edin: Peki kışın? Neden? Fiyatı ne kadar?
usage_more = başka alıntılar
usage_context = 2. alıntının öncesi ve sonrası
usage_source = 2. alıntının geçtiği pasajın tamamı
usage_sources = belgeler, atlananlar ve atlanma nedenleri
usage_help = bu yardım
usage_quit = çıkış (veya Ctrl-D)
no_such_command = { $command } burada geçerli bir komut değil.
settings_read = ayarların okunduğu yer: { $path }
reading = okunuyor { $bar } { $bytes } / { $all }, { $speed }, kalan süre: { $left }
up_to_date = Arama dizini güncel: { $overview }.

## Telegram: the menu of commands, each with what it does

menu_ask = Belgelere bir soru sorun
menu_sources = Hangi belgelerden yanıt verdiğim
menu_help = Nasıl sorulur, ne beklenir
menu_privacy = Yazdıklarınıza ne olduğu
menu_language = Sizinle konuştuğum dil

## Telegram: buttons

button_more = Daha fazla
button_context = Bağlam
button_source = Kaynak
button_answer = Yanıt
button_file = Dosya
button_file_number = Dosya { $number }
button_share = Paylaş
button_right = Doğru
button_wrong = Yanlış
button_undo = Geri al

## Telegram: /start

start_documents = { $documents ->
    [one] { $documents } belgeyle ilgili soruları belgenin kendi sözleriyle yanıtlar, her alıntının nerede geçtiğini belirtirim.
   *[other] { $documents } belgeyle ilgili soruları belgelerin kendi sözleriyle yanıtlar, her alıntının nerede geçtiğini belirtirim.
}
start_examples = Tam bir soru sorun, örneğin aşağıdakilerden birini. Daha fazla bilgi için: /help
start_plain = Tam bir soru sorun. Daha fazla bilgi için: /help
start_broken = Bu bağlantı bozuk: içinde okuyabildiğim bir soru yok.

## Telegram: /help

help_here = Buraya bir soru yazın: Bunu kim söyledi? Ne zaman başladı? Kaç tane vardı?
help_group = Grupta /ask ve ardından soruyu yazın, soruya { $name } ile başlayın ya da mesajlarımdan birini yanıtlayın. Birinin mesajını yalnızca /ask veya { $name } yazarak yanıtlarsanız o mesajı bana sormuş olursunuz.
help_going_on = Sohbet eder gibi devam edin: Peki kışın? Neden? Daha eski bir yanıttan devam etmek için o mesajı yanıtlayın. Yanıtın altındaki düğmeler başka alıntıları, bir alıntının öncesini ve sonrasını ve kaynağını gösterir; “{ button_file }” belgenin kendisini, “{ button_share }” ise bana aynı soruyu soran bir bağlantı gönderir.
help_sources = /sources belgeleri listeler; ardından bir sözcük yazarsanız adında veya başlığında o sözcük geçenleri gösterir.
help_inline = Herhangi bir sohbette { $name } ve bir soru yazın, göndereceğiniz alıntıyı seçin.
help_quotes = Belgelerden sözcüğü sözcüğüne alıntı yaparım; her alıntının yanında belgesi ve satırı yazar. Emin değilsem bunu söylerim. Belgelerde yanıt yoksa onu da söyler, en yakın olanı gösteririm.
help_language = Mümkünse Telegram’ınızın dilini konuşurum; /language ile değiştirebilirsiniz.
help_group_privacy = Gruptaki bahsetmeler bana ulaşmıyorsa: Group Privacy (grup gizliliği) açıkken Telegram bana yalnızca komutları ve yanıtları iletir. Bu ayarı @BotFather üzerinden kapatın (/setprivacy), sonra beni gruptan çıkarıp yeniden ekleyin.
help_admin = Yöneticiyseniz bana buradan bir dosya gönderin, ondan da yanıt veririm; grupta dosyanın altına ya da dosyaya yanıt olarak /add yazın. /forget belgeleri listeler ve seçtiğinizi çıkarır; ardından bir ad yazarsanız o belgeyi çıkarır.

## Telegram: /privacy

privacy_search = Belgeleri, üzerinde çalıştığım makinede ararım; yazdıklarınızı başka hiçbir hizmete göndermem.
privacy_engine = Belgelerde arama yapmak için sorunuzdaki sözcükleri, beni çalıştıran kişinin belki başka bir makinede işlettiği arama motoruna gönderirim; başka hiçbir hizmete göndermem.
privacy_memory = Devamında sorulanları anlayabilmek için her sohbetin son sorularını bir saat boyunca, yalnızca bellekte tutarım. Durdurulmadan önce yanıtlayamadığım bir soru, yeniden başlatılıp onu yanıtlayana kadar diskte kalır.
privacy_verdicts = “{ button_right }” veya “{ button_wrong }” düğmesine basarsanız soru ve yanıtı, adınız ve kimlik numaranız olmadan, beni çalıştıran kişi için saklanır.
privacy_language = /language ile bir dil seçerseniz bunu kimlik numaranızla birlikte saklarım.
privacy_logged = Beni çalıştıran kişi, soruları sohbetin kimlik numarasıyla birlikte günlüğe kaydetmemi istedi.
privacy_not_logged = Günlüğümde yalnızca sohbet ve mesaj numaraları ile saatler bulunur; kimsenin ne yazdığı asla yer almaz.

## Telegram: /language

language_now = Sizinle { $language } konuşuyorum. Başka bir dil seçin:
language_as_telegram = Telegram’daki gibi
language_chosen = Bundan sonra sizinle { $language } konuşacağım.
language_unknown = O dili konuşmuyorum. Şunlardan birini seçin:

## Telegram: /status

up_for = çalışma süresi: { $time }
minutes = { $minutes } dk
hours = { $hours } sa { $minutes } dk
days = { $days } gün { $hours } sa { $minutes } dk
answered_declined = yanıtlanan: { $answered }, yanıtsız kalan: { $declined }
times = sorunun gelişinden yanıta: yarısında en çok { $half } ms, %95’inde en çok { $most } ms

## Telegram: what keeps a question from an answer

too_many = Dakikada { $most } soru yanıtlıyorum, bu bir fazlaydı ve yanıtsız kalıyor. Biraz bekleyip yeniden sorun.
crowded = Telegram mesajlarımı bekletirken burada yanıtlayabileceğimden fazla soru soruldu. Bu sorudan sonra gelenler kayboldu: onları yeniden sorun.
stranger = Yalnızca beni çalıştıran kişinin izin verdiklerine yanıt veriyorum. Kimlik numaranız { $id }: erişim istemek için bu numarayı ona gönderin.
no_question = Soru nedir? Komutun ardından yazın, örneğin: /ask Ne zaman başladı?
above_no_text = O mesajda soru sayabileceğim bir metin yok. Soruyu komutun ardından yazın.
above_too_long = O mesaj bir soru için fazla uzun. Soruyu içeren kısmını seçip onu yanıtlayın ya da soruyu komutun ardından yazın.
unknown_command = Bu komutu bilmiyorum. Bir soru ya da /help yazın.
no_text = Yalnızca metin okuyabiliyorum. Soruyu yazın.
unreachable = Şu anda belgelere ulaşamıyorum. Sorunuzu saklıyorum, ulaşır ulaşmaz yanıtlayacağım.
failed = Belgelerde arama yapamadım: hata bende, ayrıntısı da beni çalıştıran kişinin günlüğünde. Yeniden ya da başka sözcüklerle sorun.

## Telegram: to a person who pressed a button

expired = Bu yanıtın süresi doldu. Yeniden sorun.
press_failed = Bir şeyler ters gitti; ayrıntısı beni çalıştıran kişinin günlüğünde. Yeniden deneyin.
too_fast = Biraz hızlı oldu. Bir dakika bekleyin.
not_let_in = Yalnızca beni çalıştıran kişinin izin verdiklerine yanıt veriyorum.
not_an_admin = Bunu yalnızca beni çalıştıran kişinin yönetici yaptıkları yapabilir.
example_gone = Belgeler bu arada değişti. Başka sorular için /start gönderin.
noted = Not aldım, teşekkürler.
not_yours = Bu liste başkasının. Kendi listeniz için /sources gönderin.
list_too_old = Bu liste çok eski. Komutu yeniden gönderin.
document_gone = O belge artık yok.
below = Zaten aşağıda var.

## Telegram: a question typed in any chat after the bot's name

ask_in_private = Bir soru yazın ya da bana özelden sorun
no_cards = Belgelerde yok. Yakın olanları görmek için özelden sorun
not_sure = Emin değilim: { $quote }

## Telegram: lists of documents

none_holds = Adında veya başlığında “{ $words }” geçen belge yok.
did_you_mean = Şunlardan birini mi demek istediniz?
holding = { $number ->
    [one] { $number } belgenin adında veya başlığında “{ $words }” geçiyor.
   *[other] { $number } belgenin adında veya başlığında “{ $words }” geçiyor.
}
press_number = Çıkarmak istediğiniz belgenin numarasına basın.
which_document = Hangi belge? Numarasına basın ya da /forget ve belgenin adını yazın.
page = Sayfa { $number } / { $of }.
sources_hint = /sources ve ardından bir sözcük yazarsanız adında veya başlığında o sözcük geçenleri gösteririm.

## Telegram: files

cannot_send = Bu dosyayı gönderemiyorum: { $reason }.
file_failed = Bu dosyayı gönderemedim; nedeni beni çalıştıran kişinin günlüğünde. Düğmeye yeniden basın.
added = { $name } eklendi: “{ $title }”, { $passages ->
    [one] { $passages } pasaj
   *[other] { $passages } pasaj
}.
there_already = { $name } zaten var: “{ $title }”, { $passages ->
    [one] { $passages } pasaj
   *[other] { $passages } pasaj
}.
its_language = Dili: { $language }.
not_added = { $name } eklenmedi: { $reason }.
not_added_nameless = Dosya eklenmedi: { $reason }.
too_large = Telegram botlara en fazla { $most } MB boyutunda dosya veriyor; dosyayı belge klasörüne kendiniz koyun
not_fetched = dosyayı Telegram’dan alamadım, nedeni beni çalıştıran kişinin günlüğünde; yeniden gönderin
forgot = { $name } çıkarıldı. Dosya, QUOTH_DATA içindeki forgotten klasöründe saklanıyor.
not_forgotten = { $name } çıkarılmadı: { $reason }.
no_file = Eklenecek bir dosya yok. Dosyalı bir mesaja yanıt olarak ya da gönderdiğiniz dosyanın altına /add yazın; resimler yalnızca dosya olarak gönderilirse eklenir.
took_out = { $name } dosyasının eklenmesi geri alındı. Dosya, QUOTH_DATA içindeki forgotten klasöründe saklanıyor.
put_back = { $name } yeniden eklendi.
not_undone = Geri alamadım: { $reason }.
cannot_undo_adding = Bunu artık geri alamıyorum. Şunu gönderin: /forget { $name }
cannot_undo_adding_nameless = Bunu artık geri alamıyorum. /forget ve dosyanın adını gönderin.
cannot_undo_forgetting = Bunu artık geri alamıyorum. Dosya, QUOTH_DATA içindeki forgotten klasöründe; yeniden gönderin.

## Why something is not done with a file

why_kind = Quoth yalnızca { $endings } dosyalarını okur
why_no_folder = dosyanın konacağı bir klasör yok: QUOTH_CORPUS yalnızca tek tek dosyaları gösteriyor
why_left_out = belgelerin arasındaki bir .gitignore veya .ignore bu addaki dosyaları dışarıda bırakıyor
why_unwritable = belge klasörüne yazılamıyor: { $problem }
why_unknown = bu adda bir belge yok
why_several = bu adda birden çok belge var: { $names }
why_no_file = sıradan bir dosya değil
why_root = QUOTH_CORPUS doğrudan bu dosyayı gösteriyor
why_last = bu, tek belge ve Quoth belge olmadan başlamaz
why_no_data = dosyanın saklanacağı bir klasör yok: QUOTH_DATA ayarını belirleyin
why_taken = bu adı artık başka bir dosya taşıyor
why_immovable = dosya taşınamıyor: { $problem }
why_elsewhere = belgeler, quoth index nerede çalışıyorsa orada tutuluyor: değişikliği orada yapın
why_gone = artık belgeler arasında değil
why_files_elsewhere = dosyalar burada değil, quoth index nerede çalışıyorsa orada
why_larger = boyutu, Telegram’ın bir bottan kabul ettiği { $most } MB sınırını aşıyor
why_empty = dosya artık boş
why_unreadable = dosya okunamadı: { $problem }
