## An answer that is none

declined_too_long = 这个问题太长了。请用一两句话来问。
declined_no_word = 这里面没有可以搜索的词。请提一个完整的问题，例如：这话是谁说的？什么时候开始的？
declined_none_mentions_it = 文档里没有答案：没有一个文档提到这件事。
declined_none_mentions = 文档里没有答案：没有一个文档提到{ $words }。
declined = 我在文档里找不到答案。
declined_missing = 我在文档里找不到答案。没有文档提到{ $words }。
declined_apart = 我在文档里找不到答案。没有哪个段落同时提到{ $words }和{ $beside }。
ask_me = 请提一个有关文档的问题，我会用文档的原话回答。
closest = 文档里最接近的内容：
instead = 例如，你可以问：

## An answer

unsure = 我不太确定，可能是这个：
doubt_missing = 引文没有提到“{ $asked }”。
doubt_about = 引文说的是“{ $stated }”，不是“{ $asked }”。
doubt_says = 引文写的是 { $stated }，不是 { $asked }。
differ = 各文档的说法不一致：{ $sides }。
side_and_more = { $source }，另有 { $more } 个文档
list_next = { "、" }
list_and = { " 和 " }
list_or = { "或" }
quoted = “{ $word }”
before = 前一句：{ $sentence }
after = 后一句：{ $sentence }
more_items = ……还有 { $number } 项
also_in = 另见 { $source }
more_places = 以及另外 { $number } 处
searched_for = （搜索的是“{ $question }”）
corrected = （已将“{ $typed }”当作“{ $taken }”搜索）

## More of an answer

command_more = 更多
command_context = 上下文
command_source = 来源
no_more = 文档里没有更多相关内容了。
no_quotes = 没有第 { $number } 条引文：还没有引用过任何内容。
no_such_quote = 没有第 { $number } 条引文：目前只有 { $of } 条。
nothing_before = 前面还没有可以接着问的回答。请先提一个问题。
taken_back = 好的，这个问题我就忘掉了。请换个说法再问一次。下次撤回之前，可以先发“{ command_more }”，看看还有什么别的内容。
unclear = 我不清楚“{ $word }”指的是谁。请写出名字再问一次。
context_of = 第 { $number } 条引文的上下文：
passage_of = 第 { $number } 条引文所在的整个段落：
evidence = “{ $question }”：我的依据如下，第一条引文我有 { $percent }% 的把握。
looked_again = “{ $question }”：我又查了一遍。

## What Quoth says about itself

abilities = 我用文档的原话回答有关文档的问题，并注明每条引文的位置。
    像平常说话那样问就行：这话是谁说的？什么时候开始的？也可以像聊天一样接着问：那冬天呢？为什么？
    “{ command_more }”显示更多引文，“{ command_context } 2”显示第 2 条引文的前后内容，“{ command_source } 2”显示它所在的整个段落，“sources”列出所有文档。
there_are = 目前共有 { $overview }。
maker = 我是 Quoth，一个引用文档的程序。我说的话没有一句是我自己的：想知道文档里怎么说，就问我吧。
summary = 我不写文章，也不做总结，只引用原文。请一次只问一件事（是什么？谁？什么时候？多少？），“{ command_source }”会显示答案所在的整个段落。
opinion = 我没有自己的看法，只引用文档。你可以问文档里是怎么说的，或者谁说了什么。
goodbye = 再见。下次提问，我们接着这里继续。

## The documents

overview = { $documents } 个文档、{ $passages } 个段落
overview_skipped = { $overview }；跳过 { $files } 个文件
overview_and_size = { $overview }；索引占用 { $size }
source = { $title }（{ $passages } 个段落）
read_again = 文档有变动时，我会重新读取。
skipped = 已跳过：
skipped_more = 还有 { $number } 个（用 quoth sources --json 查看全部）
unreadable = 跳过 { $files } 个文件：
unreadable_none = 跳过 { $files } 个文件：用 quoth sources 查看原因
unreadable_more = 还有 { $number } 个：用 quoth sources 查看原因

## The terminal

welcome = Quoth：{ $overview }。请提问；输入 :help 查看帮助，:quit 退出。
usage = 像平常说话那样问就行；回答用的是文档的原话，并附上来源。
    也可以像聊天一样接着问：那冬天呢？为什么？要多少钱？
usage_more = 更多引文
usage_context = 第 2 条引文的前后内容
usage_source = 第 2 条引文所在的整个段落
usage_sources = 有哪些文档，跳过了哪些以及原因
usage_help = 显示本帮助
usage_quit = 退出（或按 Ctrl-D）
no_such_command = 这里没有 { $command } 这个命令。
settings_read = 设置读取自 { $path }
reading = 正在读取 { $bar } { $bytes } / { $all }，{ $speed }，还需 { $left }
up_to_date = 索引已是最新：{ $overview }。

## Telegram: the menu of commands, each with what it does

menu_ask = 向文档提问
menu_sources = 我根据哪些文档回答
menu_help = 怎么提问，能得到什么
menu_privacy = 你写的内容会怎样处理
menu_language = 我和你交流用的语言

## Telegram: buttons

button_more = 更多
button_context = 上下文
button_source = 来源
button_answer = 回答
button_file = 文件
button_file_number = 文件 { $number }
button_share = 分享
button_right = 正确
button_wrong = 错误
button_undo = 撤销

## Telegram: /start

start_documents = 我用文档的原话回答有关 { $documents } 个文档的问题，并注明每条引文的位置。
start_examples = 请提一个完整的问题，比如下面这些。发送 /help 了解更多。
start_plain = 请提一个完整的问题。发送 /help 了解更多。
start_broken = 这个链接已损坏：里面没有我能读出的问题。

## Telegram: /help

help_here = 在这里直接写问题就行：这话是谁说的？什么时候开始的？一共有多少？
help_group = 在群组里，可以写 /ask 加问题，用 { $name } 开头提问，或者回复我的消息。如果回复别人的消息时只写 /ask 或 { $name }，我就把那条消息当作问题。
help_going_on = 可以像聊天一样接着问：那冬天呢？为什么？想从之前的某个回答接着问，就回复那条回答。回答下面的按钮可以显示更多引文、引文的前后内容和来源；“{ button_file }”会发送文档本身，“{ button_share }”会给出一个链接，点开就能问我同样的问题。
help_sources = /sources 列出所有文档；后面加一个词，就只列出名称或标题里有这个词的文档。
help_inline = 在任何聊天里写 { $name } 加问题，就能选一条引文发出去。
help_quotes = 我逐字引用文档，每条引文都注明文档和行号。不确定时，我会说明。文档里没有答案时，我也会说明，并给出最接近的内容。
help_language = 我会尽量使用你的 Telegram 语言；可以用 /language 更改。
help_group_privacy = 如果我收不到群组里的提及：Group Privacy（群组隐私）开启时，Telegram 只会把命令和回复转给我。请在 @BotFather 那里关闭它（/setprivacy），然后把我移出群组，再重新添加。
help_admin = 如果你是管理员，在这里发给我一个文件，我也会根据它来回答；在群组里，请在文件的说明中写 /add，或者用 /add 回复文件。/forget 会列出文档，并移除你选中的那个；/forget 加名称则直接移除该文档。

## Telegram: /privacy

privacy_search = 我只在自己运行的机器上搜索文档，不会把你写的内容发给任何其他服务。
privacy_engine = 为了搜索文档，我会把你问题中的词语发给我的运营者管理的搜索引擎（可能在另一台机器上），不会发给任何其他服务。
privacy_memory = 为了听懂接下来的追问，我会把每个聊天最近的问题记住一小时，只放在内存里。停止运行前没来得及回答的问题会保存在磁盘上，直到我重新启动并回答它。
privacy_verdicts = 如果你按下“{ button_right }”或“{ button_wrong }”，问题和回答会留给我的运营者查看，不含你的姓名和 ID。
privacy_language = 如果你用 /language 选择了语言，我会把它和你的 ID 一起保存。
privacy_logged = 我的运营者让我在日志中记录问题，以及聊天的 ID。
privacy_not_logged = 我的日志只记录聊天和消息的编号以及时间，从不记录任何人写的内容。

## Telegram: /language

language_now = 我现在用{ $language }和你交流。要换一种语言，请选择：
language_as_telegram = 跟随 Telegram
language_chosen = 从现在起，我用{ $language }和你交流。
language_unknown = 我不会这种语言。请从下面选一种：

## Telegram: /status

up_for = 已运行 { $time }
minutes = { $minutes } 分钟
hours = { $hours } 小时 { $minutes } 分钟
days = { $days } 天 { $hours } 小时 { $minutes } 分钟
answered_declined = 已回答 { $answered } 个，未能回答 { $declined } 个
times = 从收到到回答：一半在 { $half } 毫秒内，95% 在 { $most } 毫秒内

## Telegram: what keeps a question from an answer

too_many = 我每分钟最多回答 { $most } 个问题，这个超出了，没有回答。请稍等一会儿再问。
crowded = Telegram 暂缓发送我的消息时，这里的提问太多，我来不及回答。这个问题之后的提问都丢失了，请重新问一次。
stranger = 只有获得运营者许可的人，我才会回答。你的 ID 是 { $id }：请把它发给运营者申请使用。
no_question = 你想问什么？请把问题写在命令后面，例如：/ask 什么时候开始的？
above_no_text = 那条消息里没有可以当作问题的文字。请把问题写在命令后面。
above_too_long = 那条消息太长，没法当作问题。请选中其中提问的部分来回复，或者把问题写在命令后面。
unknown_command = 我不认识这个命令。请写一个问题，或发送 /help。
no_text = 我只能读文字。请把问题写出来。
unreachable = 我现在连不上文档。你的问题我先留着，一能回答就马上回答。
failed = 我没能搜索文档：问题出在我这边，已记入运营者的日志。请再问一次，或者换个说法。

## Telegram: to a person who pressed a button

expired = 这个回答已过期。请再问一次。
press_failed = 出错了，已记入运营者的日志。请再试一次。
too_fast = 太快了，请等一分钟。
not_let_in = 只有获得运营者许可的人，我才会回答。
not_an_admin = 只有运营者指定的管理员才能这样做。
example_gone = 文档已经有了变动。发送 /start 看看别的问题。
noted = 已记下，谢谢。
not_yours = 这个列表是别人的。发送 /sources 获取你自己的列表。
list_too_old = 这个列表太旧了。请重新发送命令。
document_gone = 这个文档已经不在了。
below = 已经在下面了。

## Telegram: a question typed in any chat after the bot's name

ask_in_private = 输入问题，或私聊问我
no_cards = 文档里没有。私聊问我，看看最接近的内容
not_sure = 不确定：{ $quote }

## Telegram: lists of documents

none_holds = 没有文档的名称或标题包含“{ $words }”。
did_you_mean = 你要找的是下面的哪一个吗？
holding = 有 { $number } 个文档的名称或标题包含“{ $words }”。
press_number = 要移除哪个文档，请按它的编号。
which_document = 哪个文档？请按它的编号，或者写 /forget 加文档名称。
page = 第 { $number } 页，共 { $of } 页。
sources_hint = 在 /sources 后面加一个词，就能看到名称或标题里有这个词的文档。

## Telegram: files

cannot_send = 我无法发送这个文件：{ $reason }。
file_failed = 我没能发送这个文件，原因在运营者的日志里。请再按一次。
added = 已添加 { $name }：“{ $title }”，{ $passages } 个段落。
there_already = { $name } 已经在了：“{ $title }”，{ $passages } 个段落。
its_language = 语言：{ $language }。
not_added = 没有添加 { $name }：{ $reason }。
not_added_nameless = 没有添加这个文件：{ $reason }。
too_large = Telegram 只让机器人接收 { $most } MB 以内的文件，请直接把它放进文档文件夹
not_fetched = 我没能从 Telegram 取得它，原因在运营者的日志里，请重新发送
forgot = 已移除 { $name }。文件保留在 QUOTH_DATA 的 forgotten 文件夹里。
not_forgotten = 没有移除 { $name }：{ $reason }。
no_file = 没有可以添加的文件。请用 /add 回复带文件的消息，或者在发送文件时把 /add 写在说明里；图片要以文件形式发送才算。
took_out = 已撤销添加 { $name }。文件保留在 QUOTH_DATA 的 forgotten 文件夹里。
put_back = 已恢复 { $name }。
not_undone = 没能撤销：{ $reason }。
cannot_undo_adding = 这个操作已经无法撤销了。请发送 /forget { $name }
cannot_undo_adding_nameless = 这个操作已经无法撤销了。请发送 /forget 加文件名。
cannot_undo_forgetting = 这个操作已经无法撤销了。文件保留在 QUOTH_DATA 的 forgotten 文件夹里，请重新发送它。

## Why something is not done with a file

why_kind = Quoth 只读取 { $endings } 文件
why_no_folder = 没有可以存放它的文件夹，QUOTH_CORPUS 里只有单个文件
why_left_out = 文档中的 .gitignore 或 .ignore 排除了这个名称的文件
why_unwritable = 无法写入文档文件夹：{ $problem }
why_unknown = 没有这个名称的文档
why_several = 有多个文档叫这个名称：{ $names }
why_no_file = 它不是普通文件
why_root = QUOTH_CORPUS 直接指定了这个文件
why_last = 它是唯一的文档，没有文档 Quoth 就无法启动
why_no_data = 没有可以保留它的文件夹，请设置 QUOTH_DATA
why_taken = 现在已有另一个文件用了它的名称
why_immovable = 无法移动它：{ $problem }
why_elsewhere = 文档由 quoth index 管理，请在它运行的地方修改
why_gone = 它已经不在文档当中了
why_files_elsewhere = 文件在 quoth index 运行的地方，不在这里
why_larger = 它超过了 { $most } MB，这是 Telegram 允许机器人发送的上限
why_empty = 它现在是空的
why_unreadable = 读取失败：{ $problem }
