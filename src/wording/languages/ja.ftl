## An answer that is none

declined_too_long = 質問としては長すぎます。1～2 文で質問してください。
declined_no_word = 検索できる言葉がありません。「誰が言いましたか？」「いつ始まりましたか？」のように、文の形で質問してください。
declined_none_mentions_it = 文書の中に答えはありません。それに触れている文書がありません。
declined_none_mentions = 文書の中に答えはありません。{ $words }に触れている文書がありません。
declined = 文書の中に答えが見つかりません。
declined_missing = 文書の中に答えが見つかりません。{ $words }に触れている文書はありません。
declined_apart = 文書の中に答えが見つかりません。{ $words }と{ $beside }の両方に触れている段落はありません。
ask_me = 文書について質問してください。文書の言葉をそのまま引用してお答えします。
closest = 最も近い内容はこちらです：
instead = たとえば、次のように質問できます：

## An answer

unsure = 確かではありませんが、これかもしれません：
doubt_missing = この引用は「{ $asked }」に触れていません。
doubt_about = この引用は「{ $asked }」ではなく、「{ $stated }」についてのものです。
doubt_says = この引用にあるのは { $asked } ではなく、{ $stated } です。
differ = 文書によって内容が異なります：{ $sides }。
side_and_more = { $source }、ほか { $more } 件
list_next = { "、" }
list_and = { " と " }
list_or = { "または" }
quoted = 「{ $word }」
before = 前の文：{ $sentence }
after = 次の文：{ $sentence }
more_items = …ほか { $number } 件
also_in = 同じ内容：{ $source }
more_places = ほか { $number } か所
searched_for = （「{ $question }」で検索しました）
corrected = （「{ $typed }」を「{ $taken }」として検索しました）

## More of an answer

command_more = もっと
command_context = 前後
command_source = 出典
no_more = 関連する内容は、文書の中にこれ以上ありません。
no_quotes = 引用 { $number } はありません。まだ何も引用していません。
no_such_quote = 引用 { $number } はありません。これまでの引用は { $of } 件です。
nothing_before = 続きを聞ける回答がまだありません。まず質問してください。
taken_back = わかりました。その質問は忘れます。別の言葉でもう一度質問してください。次に取り消すときは、その前に「{ command_more }」と入力すると、ほかの内容も見られます。
unclear = 「{ $word }」が誰のことかわかりません。名前を入れて、もう一度質問してください。
context_of = 引用 { $number } の前後：
passage_of = 引用 { $number } を含む段落の全文：
evidence = 「{ $question }」：回答の根拠は次のとおりです。最初の引用の確かさは { $percent }% です。
looked_again = 「{ $question }」：もう一度調べました。

## What Quoth says about itself

abilities = 文書についての質問に、文書の言葉をそのまま引用してお答えし、引用ごとにその場所を示します。
    普段の言葉で質問してください：誰が言いましたか？ いつ始まりましたか？ 会話のように続けることもできます：冬は？ なぜ？
    「{ command_more }」でほかの引用、「{ command_context } 2」で引用 2 の前後、「{ command_source } 2」で引用 2 を含む段落の全文、「sources」で文書の一覧を表示します。
there_are = 現在、{ $overview }があります。
maker = 私は Quoth、文書を引用するプログラムです。自分の考えで話すことはありません。文書に何が書かれているかを聞いてください。
summary = 自分で文章や要約を書くことはなく、引用だけをします。一度に一つのことを聞いてください（それは何？ 誰？ いつ？ いくつ？）。「{ command_source }」で、回答を含む段落の全文を表示します。
opinion = 私に意見はなく、文書を引用するだけです。文書にどう書かれているか、誰が何と言ったかを聞いてください。
goodbye = さようなら。次の質問は、今回の続きとしてお受けします。

## The documents

overview = 文書 { $documents } 件、段落 { $passages } 件
overview_skipped = { $overview }、スキップしたファイル { $files } 件
overview_and_size = { $overview }、索引のサイズ { $size }
source = { $title }（段落 { $passages } 件）
read_again = 文書が変更されると、読み込み直します。
skipped = スキップしたファイル：
skipped_more = ほか { $number } 件（すべて見るには quoth sources --json）
unreadable = { $files } 件のファイルをスキップしました：
unreadable_none = { $files } 件のファイルをスキップしました。理由は quoth sources で確認できます
unreadable_more = ほか { $number } 件。理由は quoth sources で確認できます

## The terminal

welcome = Quoth：{ $overview }。質問をどうぞ。:help でヘルプ、:quit で終了します。
usage = 普段の言葉で質問してください。文書の言葉をそのまま、出典とともにお答えします。
    会話のように続けることもできます：冬は？ なぜ？ いくらですか？
usage_more = ほかの引用
usage_context = 引用 2 の前後
usage_source = 引用 2 を含む段落の全文
usage_sources = 文書の一覧と、スキップしたファイルとその理由
usage_help = このヘルプ
usage_quit = 終了（または Ctrl-D）
no_such_command = { $command } というコマンドはありません。
settings_read = 設定の読み込み元：{ $path }
reading = 読み込み中 { $bar } { $bytes } / { $all }、{ $speed }、残り { $left }
up_to_date = 索引は最新です：{ $overview }。

## Telegram: the menu of commands, each with what it does

menu_ask = 文書について質問する
menu_sources = 回答に使う文書
menu_help = 質問のしかたと、できること
menu_privacy = 書いた内容の取り扱い
menu_language = 会話に使う言語

## Telegram: buttons

button_more = もっと
button_context = 前後
button_source = 出典
button_answer = 回答
button_file = ファイル
button_file_number = ファイル { $number }
button_share = 共有
button_right = 正しい
button_wrong = 間違い
button_undo = 元に戻す

## Telegram: /start

start_documents = { $documents } 件の文書についての質問に、文書の言葉をそのまま引用してお答えし、引用ごとにその場所を示します。
start_examples = 下の例のように、文の形で質問してください。詳しくは /help をどうぞ。
start_plain = 文の形で質問してください。詳しくは /help をどうぞ。
start_broken = このリンクは壊れています。読み取れる質問が含まれていません。

## Telegram: /help

help_here = ここに質問を書いてください：誰が言いましたか？ いつ始まりましたか？ いくつありましたか？
help_group = グループでは、/ask に続けて質問を書くか、{ $name } で質問を始めるか、私のメッセージに返信してください。誰かのメッセージに /ask または { $name } だけで返信すると、そのメッセージを質問として受け取ります。
help_going_on = 会話のように続けられます：冬は？ なぜ？ 以前の回答から続けるには、その回答に返信してください。回答の下のボタンで、ほかの引用、引用の前後、出典を表示します。「{ button_file }」は文書そのものを、「{ button_share }」は同じ質問ができるリンクを送ります。
help_sources = /sources は文書の一覧を表示します。続けて言葉を書くと、名前かタイトルにその言葉を含む文書を表示します。
help_inline = どのチャットでも、{ $name } に続けて質問を書くと、引用を選んで送れます。
help_quotes = 文書を一語一句そのまま引用し、すべての引用に文書名と行を示します。確信がないときは、そうお伝えします。文書に答えがないときもそうお伝えし、最も近い内容を示します。
help_language = できるだけ Telegram で設定されている言語でお話しします。/language で変更できます。
help_group_privacy = グループでのメンションが届かない場合：Group Privacy（グループのプライバシー設定）がオンだと、私に届くのはコマンドと返信だけです。@BotFather（/setprivacy）でオフにしてから、私をグループから削除し、もう一度追加してください。
help_admin = 管理者の方がここにファイルを送ると、その内容からもお答えします。グループでは、ファイルの説明欄に /add と書くか、ファイルに /add と返信してください。/forget は文書の一覧を表示し、選んだ文書を外します。/forget に続けて名前を書くと、その文書を外します。

## Telegram: /privacy

privacy_search = 文書の検索は私が動作しているマシンの中で行い、書かれた内容をほかのサービスに送ることはありません。
privacy_engine = 文書を検索するために、質問に含まれる言葉を運営者が管理する検索エンジン（別のマシンで動作していることもあります）に送ります。ほかのサービスに送ることはありません。
privacy_memory = 続きの質問を理解するために、各チャットの最近の質問を 1 時間だけ、メモリ上にのみ記憶します。停止する前に答えられなかった質問は、再び起動して回答するまでディスクに保存されます。
privacy_verdicts = 「{ button_right }」または「{ button_wrong }」を押すと、質問とその回答が運営者のために保存されます。お名前や ID は含まれません。
privacy_language = /language で言語を選ぶと、その設定をあなたの ID とともに保存します。
privacy_logged = 運営者の指示により、質問をチャットの ID とともにログに記録しています。
privacy_not_logged = ログに残るのはチャットとメッセージの番号と時刻だけで、書かれた内容が残ることはありません。

## Telegram: /language

language_now = 現在は{ $language }でお話ししています。ほかの言語を選べます：
language_as_telegram = Telegram に合わせる
language_chosen = これからは{ $language }でお話しします。
language_unknown = その言語は話せません。次の中から選んでください：

## Telegram: /status

up_for = 稼働時間：{ $time }
minutes = { $minutes } 分
hours = { $hours } 時間 { $minutes } 分
days = { $days } 日 { $hours } 時間 { $minutes } 分
answered_declined = 回答 { $answered } 件、回答なし { $declined } 件
times = 受信から回答まで：半数が { $half } ミリ秒以内、95% が { $most } ミリ秒以内

## Telegram: what keeps a question from an answer

too_many = お答えできるのは 1 分間に { $most } 件までです。この質問は上限を超えたため、お答えしていません。少し待ってから、もう一度質問してください。
crowded = Telegram が私のメッセージを止めている間に、答えきれないほどの質問がありました。この質問より後のものは失われましたので、もう一度質問してください。
stranger = 運営者が許可した方にだけお答えしています。あなたの ID は { $id } です。利用するには、この ID を運営者に送ってください。
no_question = 質問は何ですか？ コマンドの後に書いてください。例：/ask いつ始まりましたか？
above_no_text = そのメッセージには、質問として受け取れる文がありません。コマンドの後に質問を書いてください。
above_too_long = そのメッセージは質問としては長すぎます。質問の部分だけを選んで返信するか、コマンドの後に質問を書いてください。
unknown_command = そのコマンドはわかりません。質問か /help を送ってください。
no_text = 読めるのは文字だけです。質問を書いてください。
unreachable = 今は文書を参照できません。質問はお預かりし、できるようになりしだいお答えします。
failed = 文書を検索できませんでした。こちらの不具合で、運営者のログに記録されています。もう一度、または別の言葉で質問してください。

## Telegram: to a person who pressed a button

expired = この回答は期限切れです。もう一度質問してください。
press_failed = うまくいきませんでした。運営者のログに記録されています。もう一度お試しください。
too_fast = 操作が速すぎます。1 分ほどお待ちください。
not_let_in = 運営者が許可した方にだけお答えしています。
not_an_admin = これができるのは、運営者が管理者に指定した人だけです。
example_gone = その後、文書が変更されました。ほかの質問を見るには /start を送ってください。
noted = 記録しました。ありがとうございます。
not_yours = これはほかの方の一覧です。ご自分の一覧を見るには /sources を送ってください。
list_too_old = この一覧は古くなりました。もう一度コマンドを送ってください。
document_gone = その文書はもうありません。
below = すでに下に表示されています。

## Telegram: a question typed in any chat after the bot's name

ask_in_private = 質問を入力するか、個別チャットで聞いてください
no_cards = 文書にありません。近い内容は個別チャットで確認できます
not_sure = もしかすると：{ $quote }

## Telegram: lists of documents

none_holds = 名前かタイトルに「{ $words }」を含む文書はありません。
did_you_mean = もしかして、次のどれかですか？
holding = 名前かタイトルに「{ $words }」を含む文書が { $number } 件あります。
press_number = 外したい文書の番号を押してください。
which_document = どの文書ですか？ 番号を押すか、/forget に続けて名前を書いてください。
page = { $of } ページ中 { $number } ページ目。
sources_hint = /sources に続けて言葉を書くと、名前かタイトルにその言葉を含む文書を表示します。

## Telegram: files

cannot_send = このファイルは送れません：{ $reason }。
file_failed = ファイルを送れませんでした。理由は運営者のログにあります。もう一度押してください。
added = { $name } を追加しました：「{ $title }」、段落 { $passages } 件。
there_already = { $name } はすでにあります：「{ $title }」、段落 { $passages } 件。
its_language = 言語：{ $language }。
not_added = { $name } を追加しませんでした：{ $reason }。
not_added_nameless = ファイルを追加しませんでした：{ $reason }。
too_large = Telegram でボットが受け取れるファイルは { $most } MB までです。文書のフォルダーに直接入れてください
not_fetched = Telegram から取得できませんでした。理由は運営者のログにあります。もう一度送ってください
forgot = { $name } を外しました。ファイルは QUOTH_DATA の forgotten フォルダーに残っています。
not_forgotten = { $name } を外しませんでした：{ $reason }。
no_file = 追加するファイルがありません。ファイル付きのメッセージに /add と返信するか、送るファイルの説明欄に /add と書いてください。画像は、ファイルとして送った場合だけ追加できます。
took_out = { $name } の追加を取り消しました。ファイルは QUOTH_DATA の forgotten フォルダーに残っています。
put_back = { $name } を元に戻しました。
not_undone = 元に戻せませんでした：{ $reason }。
cannot_undo_adding = もう元に戻せません。次を送ってください：/forget { $name }
cannot_undo_adding_nameless = もう元に戻せません。/forget に続けて名前を送ってください。
cannot_undo_forgetting = もう元に戻せません。ファイルは QUOTH_DATA の forgotten フォルダーにあります。もう一度送ってください。

## Why something is not done with a file

why_kind = Quoth が読めるのは { $endings } です
why_no_folder = 入れるフォルダーがありません。QUOTH_CORPUS にはファイルだけが指定されています
why_left_out = 文書の中の .gitignore または .ignore により、この名前のファイルは除外されます
why_unwritable = 文書のフォルダーに書き込めません：{ $problem }
why_unknown = その名前の文書はありません
why_several = その名前の文書が複数あります：{ $names }
why_no_file = 通常のファイルではありません
why_root = QUOTH_CORPUS がこのファイルそのものを指定しています
why_last = これが唯一の文書で、文書が一つもないと Quoth は起動しません
why_no_data = 保管するフォルダーがありません。QUOTH_DATA を設定してください
why_taken = 同じ名前の別のファイルがすでにあります
why_immovable = 移動できません：{ $problem }
why_elsewhere = 文書は quoth index が管理しています。それが動いている場所で変更してください
why_gone = もう文書の中にありません
why_files_elsewhere = ファイルは quoth index が動いている場所にあり、ここにはありません
why_larger = Telegram でボットが送れる上限の { $most } MB を超えています
why_empty = ファイルが空になっています
why_unreadable = 読み込めませんでした：{ $problem }
