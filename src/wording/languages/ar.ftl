## An answer that is none

declined_too_long = هذا أطول من أن يكون سؤالًا. اسأل في جملة أو جملتين.
declined_no_word = لا أجد هنا كلمة أبحث عنها. اكتب سؤالًا كاملًا، مثل: من قال ذلك؟ متى بدأ؟
declined_none_mentions_it = لا تجيب المستندات عن ذلك: لا يذكره أيٌّ منها.
declined_none_mentions = لا تجيب المستندات عن ذلك: لا يذكر أيٌّ منها { $words }.
declined = لا أجد إجابة عن ذلك في المستندات.
declined_missing = لا أجد إجابة عن ذلك في المستندات. لا يذكر أيُّ مستند { $words }.
declined_apart = لا أجد إجابة عن ذلك في المستندات. لا يذكر أيُّ مقطع { $words } مع { $beside }.
ask_me = اطرح عليّ سؤالًا عن المستندات، وسأجيبك بنصّها الحرفي.
closest = أقرب ما ورد فيها:
instead = يمكنك أن تسأل مثلًا:

## An answer

unsure = لست متأكدًا، لكن قد تكون هذه هي الإجابة:
doubt_missing = لا يذكر هذا الاقتباس { $asked }.
doubt_about = يتحدث هذا الاقتباس عن { $stated }، وليس عن { $asked }.
doubt_says = المذكور فيه { $stated }، وليس { $asked }.
differ = تختلف المستندات: { $sides }.
side_and_more = { $source } و{ $more } غيره
list_next = { "، " }
list_and = { " و" }
list_or = { " أو " }
quoted = «{ $word }»
before = قبله: { $sentence }
after = بعده: { $sentence }
more_items = … و{ $number } غيرها
also_in = ورد أيضًا في { $source }
more_places = { $number ->
    [zero] وفي { $number } موضع آخر
    [one] وفي موضع آخر
    [two] وفي موضعين آخرين
    [few] وفي { $number } مواضع أخرى
    [many] وفي { $number } موضعًا آخر
   *[other] وفي { $number } موضع آخر
}
searched_for = (بحثتُ عن «{ $question }»)
corrected = (بحثتُ عن «{ $taken }» بدلًا من «{ $typed }»)

## More of an answer

command_more = المزيد
command_context = السياق
command_source = المصدر
no_more = لا يوجد في المستندات ما يتعلق بذلك غير ما عرضته.
no_quotes = لا يوجد اقتباس رقم { $number }: لم أقتبس شيئًا بعد.
no_such_quote = { $of ->
    [zero] لا يوجد اقتباس رقم { $number }: لم أقتبس شيئًا بعد.
    [one] لا يوجد اقتباس رقم { $number }: هناك اقتباس واحد حتى الآن.
    [two] لا يوجد اقتباس رقم { $number }: هناك اقتباسان حتى الآن.
    [few] لا يوجد اقتباس رقم { $number }: هناك { $of } اقتباسات حتى الآن.
    [many] لا يوجد اقتباس رقم { $number }: هناك { $of } اقتباسًا حتى الآن.
   *[other] لا يوجد اقتباس رقم { $number }: هناك { $of } اقتباس حتى الآن.
}
nothing_before = لا توجد إجابة سابقة نتابع منها. اطرح سؤالًا.
taken_back = حسنًا، سأنسى هذا السؤال. أعد طرحه بكلمات أخرى. وإن كتبت «{ command_more }» قبل التراجع عنه، عرضتُ لك ما يوجد غير ذلك.
unclear = لا أعرف من المقصود بكلمة «{ $word }». أعد السؤال مع ذكر الاسم.
context_of = الاقتباس { $number } في سياقه:
passage_of = الاقتباس { $number } في مقطعه الكامل:
evidence = «{ $question }»: تجد أدناه ما تستند إليه إجابتي، وأنا متأكد من الاقتباس الأول بنسبة { $percent }%.
looked_again = «{ $question }»: بحثتُ مرة أخرى.

## What Quoth says about itself

abilities = أجيب عن الأسئلة حول المستندات بنصّها الحرفي، وأبيّن موضع كل اقتباس.
    اسأل بلغة بسيطة: من قال ذلك؟ متى بدأ؟ وتابع كما في أي محادثة: وماذا عن الشتاء؟ لماذا؟
    «{ command_more }» يعرض اقتباسات أخرى، و«{ command_context } 2» ما يحيط بالاقتباس 2، و«{ command_source } 2» مقطعه الكامل، و«sources» قائمة المستندات.
there_are = لديّ { $overview }.
maker = أنا Quoth، برنامج يقتبس من المستندات. لا أقول شيئًا من عندي: اسألني عمّا تقوله المستندات.
summary = لا أكتب نصوصًا من عندي ولا ملخصات، بل أقتبس فقط. اسأل عن شيء واحد في كل مرة (ما هو؟ من؟ متى؟ كم؟)، واكتب «{ command_source }» لترى المقطع الكامل للإجابة.
opinion = ليست لي آراء: أنا أقتبس من المستندات فقط. اسأل عمّا تقوله في الموضوع، أو عمّن قال ماذا.
goodbye = إلى اللقاء. عند سؤالك القادم نتابع من حيث توقفت.

## The documents

overview = { $documents ->
    [zero] { $documents } مستند
    [one] مستند واحد
    [two] مستندان
    [few] { $documents } مستندات
    [many] { $documents } مستندًا
   *[other] { $documents } مستند
}، { $passages ->
    [zero] { $passages } مقطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $passages } مقاطع
    [many] { $passages } مقطعًا
   *[other] { $passages } مقطع
}
overview_skipped = { $overview }؛ { $files ->
    [zero] تم تخطي { $files } ملف
    [one] تم تخطي ملف واحد
    [two] تم تخطي ملفين
    [few] تم تخطي { $files } ملفات
    [many] تم تخطي { $files } ملفًا
   *[other] تم تخطي { $files } ملف
}
overview_and_size = { $overview }؛ حجم الفهرس { $size }
source = { $title } ({ $passages ->
    [zero] { $passages } مقطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $passages } مقاطع
    [many] { $passages } مقطعًا
   *[other] { $passages } مقطع
})
read_again = أقرؤها من جديد كلما تغيّرت.
skipped = ملفات تم تخطيها:
skipped_more = و{ $number } غيرها (لعرضها كلها نفّذ { "\u2068" }quoth sources --json{ "\u2069" })
unreadable = { $files ->
    [zero] تم تخطي { $files } ملف:
    [one] تم تخطي ملف واحد:
    [two] تم تخطي ملفين:
    [few] تم تخطي { $files } ملفات:
    [many] تم تخطي { $files } ملفًا:
   *[other] تم تخطي { $files } ملف:
}
unreadable_none = { $files ->
    [zero] تم تخطي { $files } ملف: لمعرفة السبب نفّذ { "\u2068" }quoth sources{ "\u2069" }
    [one] تم تخطي ملف واحد: لمعرفة السبب نفّذ { "\u2068" }quoth sources{ "\u2069" }
    [two] تم تخطي ملفين: لمعرفة السبب نفّذ { "\u2068" }quoth sources{ "\u2069" }
    [few] تم تخطي { $files } ملفات: لمعرفة السبب نفّذ { "\u2068" }quoth sources{ "\u2069" }
    [many] تم تخطي { $files } ملفًا: لمعرفة السبب نفّذ { "\u2068" }quoth sources{ "\u2069" }
   *[other] تم تخطي { $files } ملف: لمعرفة السبب نفّذ { "\u2068" }quoth sources{ "\u2069" }
}
unreadable_more = و{ $number } غيرها: لمعرفة السبب نفّذ { "\u2068" }quoth sources{ "\u2069" }

## The terminal

welcome = مرحبًا بك في Quoth: { $overview }. اطرح سؤالًا، أو اكتب { "\u2068" }:help{ "\u2069" } للمساعدة أو { "\u2068" }:quit{ "\u2069" } للخروج.
usage = اسأل بلغة بسيطة، وستأتيك الإجابة بنص المستندات الحرفي مع مصدرها.
    تابع كما في أي محادثة: وماذا عن الشتاء؟ لماذا؟ كم يكلّف؟
usage_more = اقتباسات أخرى
usage_context = ما يحيط بالاقتباس 2
usage_source = المقطع الكامل الذي أُخذ منه الاقتباس 2
usage_sources = المستندات، وما تم تخطيه وسبب ذلك
usage_help = هذه المساعدة
usage_quit = خروج (أو { "\u2068" }Ctrl-D{ "\u2069" })
no_such_command = لا يوجد هنا أمر باسم { $command }.
settings_read = تُقرأ الإعدادات من { $path }
reading = جارٍ القراءة { $bar } { $bytes } من { $all }، { $speed }، بقي { $left }
up_to_date = الفهرس محدَّث: { $overview }.

## Telegram: the menu of commands

menu_ask = اطرح سؤالًا عن المستندات
menu_sources = المستندات التي أجيب منها
menu_help = كيف تسأل وماذا تتوقع
menu_privacy = ماذا يحدث لما تكتبه
menu_language = اللغة التي أتحدث بها معك

## Telegram: buttons

button_more = المزيد
button_context = السياق
button_source = المصدر
button_answer = الإجابة
button_file = الملف
button_file_number = الملف { $number }
button_share = مشاركة
button_right = صحيح
button_wrong = خطأ
button_undo = تراجع

## Telegram: /start

start_documents = { $documents ->
    [zero] أجيب عن الأسئلة حول { $documents } مستند بالنص الحرفي، وأبيّن موضع كل اقتباس.
    [one] أجيب عن الأسئلة حول مستند واحد بنصّه الحرفي، وأبيّن موضع كل اقتباس.
    [two] أجيب عن الأسئلة حول مستندين بنصّهما الحرفي، وأبيّن موضع كل اقتباس.
    [few] أجيب عن الأسئلة حول { $documents } مستندات بنصّها الحرفي، وأبيّن موضع كل اقتباس.
    [many] أجيب عن الأسئلة حول { $documents } مستندًا بنصّها الحرفي، وأبيّن موضع كل اقتباس.
   *[other] أجيب عن الأسئلة حول { $documents } مستند بنصّها الحرفي، وأبيّن موضع كل اقتباس.
}
start_examples = اكتب سؤالًا كاملًا، مثل أحد الأسئلة أدناه. أرسل { "\u2068" }/help{ "\u2069" } لمعرفة المزيد.
start_plain = اكتب سؤالًا كاملًا. أرسل { "\u2068" }/help{ "\u2069" } لمعرفة المزيد.
start_broken = هذا الرابط معطوب: لا يحمل سؤالًا أستطيع قراءته.

## Telegram: /help

help_here = اكتب سؤالك هنا: من قال ذلك؟ متى بدأ؟ كم كان عددهم؟
help_group = في المجموعات، اكتب { "\u2068" }/ask{ "\u2069" } ثم السؤال، أو ابدأ السؤال باسمي { $name }، أو أرسله ردًّا على إحدى رسائلي. وإذا رددت على رسالة أحدهم بكتابة { "\u2068" }/ask{ "\u2069" } أو { $name } فقط، فسأعدّ تلك الرسالة هي السؤال.
help_going_on = تابع كما في أي محادثة: وماذا عن الشتاء؟ لماذا؟ ورُدّ على إجابة سابقة لنتابع منها. تعرض الأزرار أسفل الإجابة اقتباسات أخرى، وما يحيط بالاقتباس، ومصدره؛ ويرسل «{ button_file }» المستند نفسه، و«{ button_share }» رابطًا يطرح عليّ السؤال ذاته.
help_sources = يعرض { "\u2068" }/sources{ "\u2069" } قائمة المستندات؛ وإذا أضفت إليه كلمة، عرض المستندات التي ترد الكلمة في اسمها أو عنوانها.
help_inline = في أي محادثة، اكتب { $name } ثم سؤالك، واختر الاقتباس الذي تريد إرساله.
help_quotes = أقتبس من المستندات حرفيًا، ومع كل اقتباس اسم المستند ورقم السطر. وإن لم أكن متأكدًا قلت ذلك. وإن لم تكن الإجابة في المستندات قلت ذلك أيضًا، وعرضت أقرب ما ورد فيها.
help_language = أتحدث لغة تيليغرام لديك متى استطعت، ويمكنك تغييرها بالأمر { "\u2068" }/language{ "\u2069" }
help_group_privacy = إذا لم تصلني الإشارات إليّ في مجموعة، فالسبب أن تيليغرام لا يمرّر إليّ سوى الأوامر والردود ما دام الإعداد Group Privacy (خصوصية المجموعات) مفعّلًا. عطّله عند { "\u2068" }@BotFather{ "\u2069" } بالأمر { "\u2068" }/setprivacy{ "\u2069" } ثم أزلني من المجموعة وأضفني من جديد.
help_admin = إن كنت مشرفًا، فأرسل إليّ ملفًا هنا لأجيب منه أيضًا؛ وفي المجموعات، اكتب { "\u2068" }/add{ "\u2069" } أسفل الملف أو ردًّا عليه. أما { "\u2068" }/forget{ "\u2069" } فيعرض المستندات ويزيل ما تختاره منها، وإذا أضفت إليه اسمًا أزال ذلك المستند.

## Telegram: /privacy

privacy_search = أبحث في المستندات على الجهاز الذي أعمل عليه، ولا أرسل ما تكتبه إلى أي خدمة أخرى.
privacy_engine = لأبحث في المستندات أرسل كلمات سؤالك إلى محرك البحث الذي يديره مشغّل البوت، وقد يكون على جهاز آخر، ولا أرسلها إلى أي خدمة أخرى.
privacy_memory = أتذكر آخر أسئلة كل محادثة لمدة ساعة، في الذاكرة فقط، لأفهم ما يأتي بعدها. وإذا توقفتُ عن العمل قبل أن أجيب عن سؤال، حُفظ على القرص إلى أن أعمل من جديد وأجيب عنه.
privacy_verdicts = إذا ضغطت «{ button_right }» أو «{ button_wrong }»، يُحفظ السؤال وإجابته لمشغّل البوت، دون اسمك أو معرّفك.
privacy_language = إذا اخترت لغة بالأمر { "\u2068" }/language{ "\u2069" } فسأحفظها مع معرّفك.
privacy_logged = طلب مني مشغّل البوت تسجيل الأسئلة مع معرّف المحادثة.
privacy_not_logged = لا يحوي سجلّي سوى معرّفات المحادثات والرسائل والأوقات، ولا يحوي أبدًا ما يكتبه أي شخص.

## Telegram: /language

language_now = أتحدث معك باللغة { $language }. اختر لغة أخرى:
language_as_telegram = كما في تيليغرام
language_chosen = من الآن فصاعدًا أتحدث معك باللغة { $language }.
language_unknown = لا أتحدث هذه اللغة. اختر واحدة من هذه:

## Telegram: /status

up_for = أعمل منذ { $time }
minutes = { $minutes } د
hours = { $hours } س { $minutes } د
days = { $days } ي { $hours } س { $minutes } د
answered_declined = أُجيب عنها: { $answered }، بلا إجابة: { $declined }
times = من وصول السؤال إلى الإجابة: النصف خلال { $half } مللي ثانية، و95% خلال { $most } مللي ثانية

## Telegram: what keeps a question from an answer

too_many = أقصى عدد من الأسئلة أجيب عنه في الدقيقة هو { $most }، وقد تجاوزه سؤالك فبقي بلا إجابة. انتظر قليلًا ثم أعد السؤال.
crowded = طُرح هنا أكثر مما استطعت الإجابة عنه بينما كان تيليغرام يؤخّر رسائلي. ما جاء بعد هذا السؤال ضاع: أعد طرحه.
stranger = لا أجيب إلا من سمح لهم مشغّل البوت. معرّفك هو { $id }: أرسله إليه لطلب الإذن.
no_question = ما السؤال؟ اكتبه بعد الأمر، مثل: { "\u2068" }/ask{ "\u2069" } متى بدأ ذلك؟
above_no_text = ليس في تلك الرسالة نص يصلح سؤالًا. اكتب السؤال بعد الأمر.
above_too_long = تلك الرسالة أطول من أن تكون سؤالًا. حدّد الجزء الذي فيه السؤال ورُدّ عليه، أو اكتب السؤال بعد الأمر.
unknown_command = لا أعرف هذا الأمر. اكتب سؤالًا، أو أرسل { "\u2068" }/help{ "\u2069" }
no_text = لا أقرأ إلا النصوص. اكتب سؤالك.
unreachable = لا أستطيع الوصول إلى المستندات الآن. سأحتفظ بسؤالك وأجيب عنه حالما أستطيع.
failed = لم أستطع البحث في المستندات: الخطأ مني، وتفاصيله في سجل مشغّل البوت. أعد السؤال، أو اسأل بكلمات أخرى.

## Telegram: to a person who pressed a button

expired = انتهت صلاحية هذه الإجابة. أعد السؤال.
press_failed = حدث خطأ، وتفاصيله في سجل مشغّل البوت. حاول مرة أخرى.
too_fast = على مهلك! انتظر دقيقة.
not_let_in = لا أجيب إلا من سمح لهم مشغّل البوت.
not_an_admin = هذا متاح فقط لمن جعلهم مشغّل البوت مشرفين.
example_gone = تغيّرت المستندات منذ ذلك الحين. أرسل { "\u2068" }/start{ "\u2069" } لتحصل على أسئلة أخرى.
noted = تم تسجيل ذلك، شكرًا لك.
not_yours = هذه القائمة لشخص آخر. أرسل { "\u2068" }/sources{ "\u2069" } لتحصل على قائمتك.
list_too_old = هذه القائمة قديمة جدًا. أرسل الأمر من جديد.
document_gone = لم يعد هذا المستند موجودًا.
below = تجده في الأسفل بالفعل.

## Telegram: a question typed in any chat

ask_in_private = اكتب سؤالًا، أو اسألني في محادثة خاصة
no_cards = ليس في المستندات. اسألني في محادثة خاصة لترى الأقرب
not_sure = غير مؤكد: { $quote }

## Telegram: lists of documents

none_holds = لا يوجد مستند يحمل «{ $words }» في اسمه أو عنوانه.
did_you_mean = هل تقصد أحد هذه؟
holding = { $number ->
    [zero] لا مستندات تحمل «{ $words }» في الاسم أو العنوان.
    [one] مستند واحد يحمل «{ $words }» في الاسم أو العنوان.
    [two] مستندان يحملان «{ $words }» في الاسم أو العنوان.
    [few] { $number } مستندات تحمل «{ $words }» في الاسم أو العنوان.
    [many] { $number } مستندًا تحمل «{ $words }» في الاسم أو العنوان.
   *[other] { $number } مستند تحمل «{ $words }» في الاسم أو العنوان.
}
press_number = اضغط رقم المستند الذي تريد إزالته.
which_document = أيّ مستند؟ اضغط رقمه، أو اكتب { "\u2068" }/forget{ "\u2069" } ثم اسمه.
page = الصفحة { $number } من { $of }.
sources_hint = اكتب { "\u2068" }/sources{ "\u2069" } ثم كلمة لترى المستندات التي ترد الكلمة في اسمها أو عنوانها.

## Telegram: files

cannot_send = لا أستطيع إرسال هذا الملف: { $reason }.
file_failed = لم أستطع إرسال هذا الملف، والسبب في سجل مشغّل البوت. اضغط مرة أخرى.
added = أضفتُ { $name }: «{ $title }»، { $passages ->
    [zero] { $passages } مقطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $passages } مقاطع
    [many] { $passages } مقطعًا
   *[other] { $passages } مقطع
}.
there_already = الملف { $name } موجود من قبل: «{ $title }»، { $passages ->
    [zero] { $passages } مقطع
    [one] مقطع واحد
    [two] مقطعان
    [few] { $passages } مقاطع
    [many] { $passages } مقطعًا
   *[other] { $passages } مقطع
}.
its_language = لغته: { $language }.
not_added = لم أضف الملف { $name }: { $reason }.
not_added_nameless = لم أضف الملف: { $reason }.
too_large = لا يعطي تيليغرام البوتات ملفات أكبر من { $most } ميغابايت؛ ضعه بنفسك في مجلد المستندات
not_fetched = لم أستطع جلبه من تيليغرام، والسبب في سجل مشغّل البوت. أرسله من جديد
forgot = أزلتُ { $name }. الملف محفوظ في المجلد forgotten داخل QUOTH_DATA.
not_forgotten = لم تتم إزالة { $name }: { $reason }.
no_file = لا يوجد ملف لإضافته. اكتب { "\u2068" }/add{ "\u2069" } ردًّا على رسالة فيها ملف، أو أسفل ملف ترسله؛ والصورة لا تُعدّ ملفًا إلا إذا أُرسلت كملف.
took_out = ألغيتُ إضافة { $name }. الملف محفوظ في المجلد forgotten داخل QUOTH_DATA.
put_back = أعدتُ { $name } إلى مكانه.
not_undone = لم يتم التراجع: { $reason }.
cannot_undo_adding = لم أعد أعرف كيف أتراجع عن ذلك. أرسل { "\u2068" }/forget{ "\u2069" } { $name }
cannot_undo_adding_nameless = لم أعد أعرف كيف أتراجع عن ذلك. أرسل { "\u2068" }/forget{ "\u2069" } ثم الاسم.
cannot_undo_forgetting = لم أعد أعرف كيف أتراجع عن ذلك. الملف محفوظ في المجلد forgotten داخل QUOTH_DATA؛ أرسله من جديد.

## Why something is not done with a file

why_kind = لا يقرأ Quoth إلا الملفات من نوع { $endings }
why_no_folder = لا يوجد مجلد يوضع فيه: لا يحدّد QUOTH_CORPUS سوى ملفات
why_left_out = هناك ملف { "\u2068" }.gitignore{ "\u2069" } أو { "\u2068" }.ignore{ "\u2069" } بين المستندات يستبعد الملفات التي لها هذا الاسم
why_unwritable = لا يمكن الكتابة في مجلد المستندات: { $problem }
why_unknown = لا يوجد مستند بهذا الاسم
why_several = هناك أكثر من مستند بهذا الاسم: { $names }
why_no_file = ليس ملفًا عاديًا
why_root = هذا الملف نفسه محدَّد في QUOTH_CORPUS
why_last = هو المستند الوحيد، ولا يبدأ Quoth بلا مستندات
why_no_data = لا يوجد مجلد يُحفظ فيه: اضبط QUOTH_DATA
why_taken = هناك الآن ملف آخر بالاسم نفسه
why_immovable = لا يمكن نقله: { $problem }
why_elsewhere = المستندات يديرها { "\u2068" }quoth index{ "\u2069" } على الجهاز الذي يعمل عليه: غيّرها هناك
why_gone = لم يعد بين المستندات
why_files_elsewhere = الملفات موجودة حيث يعمل { "\u2068" }quoth index{ "\u2069" } وليست هنا
why_larger = حجمه أكبر من { $most } ميغابايت، وهو أقصى ما يقبله تيليغرام من البوتات
why_empty = صار فارغًا الآن
why_unreadable = تعذّرت قراءته: { $problem }
