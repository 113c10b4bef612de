# What Quoth says, in English. Every language has a file like this one, with the same messages and the
# same variables; src/wording/messages.rs lists them. Syntax: https://projectfluent.org

## An answer that is none

declined_too_long = That is too long for a question. Ask in a sentence or two.
declined_no_word = There is no word in that to search for. Ask in a full question, such as: Who said it? When did it begin?
declined_none_mentions_it = The documents do not answer that: none of them mentions it.
# $words are words of the question in quotation marks: “a”, “b” or “c”.
declined_none_mentions = The documents do not answer that: none of them mentions { $words }.
declined = I find no answer to that in the documents.
declined_missing = I find no answer to that in the documents. No document mentions { $words }.
declined_apart = I find no answer to that in the documents. No passage mentions { $words } together with { $beside }.
ask_me = Ask me a question about the documents, and I answer in their own words.
# Stands above the passages that are closest to a question that is not answered.
closest = The closest that they have:
# Stands above questions that the documents do answer.
instead = You can ask, for example:

## An answer

# Stands above quotes that may be wrong.
unsure = I am not sure; this may be it:
# What speaks against a quote. $asked and $stated are names or words: Spain, Norway.
doubt_missing = It does not mention { $asked }.
doubt_about = It is about { $stated }, not { $asked }.
# The same of figures and dates: It says 2023, not 2024.
doubt_says = It says { $stated }, not { $asked }.
# $sides is a list: 164 (report.md, 2024-05-01) and 160 (other.md).
differ = The documents differ: { $sides }.
# $source is a document with its date, and $more how many other documents say the same.
side_and_more = { $source }, and { $more } more
# Between the parts of a list: "a, b and c", "a, b or c".
list_next = { ", " }
list_and = { " and " }
list_or = { " or " }
# A word in quotation marks.
quoted = “{ $word }”
# The sentence that stands before or after a quote.
before = before it: { $sentence }
after = after it: { $sentence }
# Items of a list that are not shown.
more_items = … and { $number } more
# Where else the same is said.
also_in = also in { $source }
more_places = { $number ->
    [one] and in { $number } more place
   *[other] and in { $number } more places
}
# What a message was taken for, and a word that was taken for a slip of typing.
searched_for = (searched for “{ $question }”)
corrected = (searched for “{ $taken }” for “{ $typed }”)

## More of an answer

# What a person types for more of an answer. Must be words that src/language/languages has for this.
command_more = more
command_context = context
command_source = source
no_more = There is no more in the documents that has to do with it.
no_quotes = There is no quote { $number }: nothing was quoted.
no_such_quote = { $of ->
    [one] There is no quote { $number }: { $of } quote so far.
   *[other] There is no quote { $number }: { $of } quotes so far.
}
nothing_before = There is no answer to go on from. Ask a question.
taken_back = All right, I forget that question. Ask it again in other words. Next time, write “{ command_more }” first to see what else there is.
# $word is a pronoun, such as she.
unclear = I cannot tell whom “{ $word }” means. Ask again with the name.
context_of = Quote { $number } in its context:
passage_of = Quote { $number } in its whole passage:
# To somebody who doubts an answer: how sure Quoth is of it, in percent.
evidence = “{ $question }”: this is what my answer rests on, and I am { $percent }% sure of the first quote.
looked_again = “{ $question }”: I looked again.

## What Quoth says about itself

abilities = I answer questions about the documents in their own words, and say where each quote stands.
    Ask in plain words: Who said it? When did it begin? Go on as in a conversation: And in winter? Why?
    “{ command_more }” shows further quotes, “{ command_context } 2” what stands around quote 2, “{ command_source } 2” its whole passage, and “sources” the documents.
# $overview is the message of that name.
there_are = There are { $overview }.
maker = I am Quoth, a program that quotes documents. Nothing I say is my own: ask me what the documents say.
summary = I write no texts of my own and no summaries: I only quote. Ask for one thing at a time (What is it? Who? When? How much?), and “{ command_source }” shows the whole passage of an answer.
opinion = I have no opinions: I only quote the documents. Ask what they say about it, or who said what.
goodbye = Goodbye. What you ask next begins where you left off.

## The documents

overview = { $documents ->
    [one] { $documents } document
   *[other] { $documents } documents
}, { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}
overview_skipped = { $overview }; { $files ->
    [one] { $files } file skipped
   *[other] { $files } files skipped
}
# $size is such as 1.2 MB.
overview_and_size = { $overview }; the index takes { $size }
# A document's title with how much there is in it.
source = { $title } ({ $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
})
read_again = They are read again whenever they change.
# Stands above files that were skipped, each with the reason.
skipped = skipped:
# quoth sources and quoth sources --json are commands: leave them as they are.
skipped_more = and { $number } more (quoth sources --json lists all)
unreadable = { $files ->
    [one] { $files } file skipped:
   *[other] { $files } files skipped:
}
unreadable_none = { $files ->
    [one] { $files } file skipped: quoth sources says why
   *[other] { $files } files skipped: quoth sources says why
}
unreadable_more = and { $number } more: quoth sources says why

## The terminal

# :help and :quit are commands: leave them as they are.
welcome = Quoth: { $overview }. Ask a question; :help for more, :quit to leave.
usage = Ask in plain words; the answer is in the documents' own words, with its source.
    Go on as in a conversation: And in winter? Why? How much does it cost?
# Each stands beside its command.
usage_more = further quotes
usage_context = what stands around quote 2
usage_source = the whole passage that quote 2 is of
usage_sources = the documents, and what was skipped and why
usage_help = this
usage_quit = leave (or Ctrl-D)
no_such_command = { $command } is no command here.
settings_read = settings are read from { $path }
# $bar is a bar that grows, $left how long it will take.
reading = reading { $bar } { $bytes } of { $all }, { $speed }, { $left } left
up_to_date = The index is up to date: { $overview }.

## Telegram: the menu of commands, each with what it does

menu_ask = Ask the documents a question
menu_sources = Which documents I answer from
menu_help = How to ask, and what to expect
menu_privacy = What becomes of what you write
menu_language = The language that I speak with you

## Telegram: buttons. Keep them short: three stand side by side on a phone

button_more = More
button_context = Context
button_source = Source
button_answer = Answer
button_file = File
button_file_number = File { $number }
button_share = Share
button_right = Right
button_wrong = Wrong
button_undo = Undo

## Telegram: /start

start_documents = { $documents ->
    [one] I answer questions about { $documents } document, in its own words, and say where each quote stands.
   *[other] I answer questions about { $documents } documents, in their own words, and say where each quote stands.
}
start_examples = Ask in a full question, such as one of those below. /help says more.
start_plain = Ask in a full question. /help says more.
start_broken = That link is broken: it carries no question that I can read.

## Telegram: /help. Leave commands such as /ask and /setprivacy as they are; $name is the bot: @quoth_bot

help_here = Here, write a question: Who said it? When did it begin? How many were there?
help_group = In a group, write /ask and the question, begin it with { $name }, or reply to one of my messages. /ask or { $name } alone, in reply to somebody's message, asks me that message.
help_going_on = Go on as in a conversation: And in winter? Why? Reply to an older answer to go on from there. The buttons under an answer show more quotes, what stands around a quote, and its source; “{ button_file }” sends the document itself, and “{ button_share }” a link that asks me the same.
help_sources = /sources lists the documents, and /sources and a word those that have it in their name or title.
help_inline = In any chat, write { $name } and a question, and pick a quote to send.
help_quotes = I quote the documents word for word, and every quote names its document and line. Where I am not sure, I say so. Where they do not answer, I say that too and show what stands closest.
help_language = I speak the language of your Telegram where I can; /language changes it.
# Group Privacy is the name of a setting of Telegram's @BotFather, which is in English only.
help_group_privacy = If a group's mentions do not reach me: with Group Privacy on, Telegram gives me only commands and replies. Turn it off at @BotFather (/setprivacy), then remove me from the group and add me again.
help_admin = As an admin, send me a file here and I answer from it too; in a group, write /add below the file or in reply to it. /forget lists the documents and takes the one out that you pick; /forget and a name takes that one.

## Telegram: /privacy

privacy_search = I search the documents on the machine that I run on, and send what you write to no other service.
# In the place of that where the documents are searched by another program.
privacy_engine = To search the documents, I send the words of your question to the search engine that my operator runs, perhaps on another machine, and to no other service.
privacy_memory = I remember the last questions of each chat for an hour, in memory only, to understand what follows on them. A question that I could not answer before a stop is kept on disk until I am started again and answer it.
privacy_verdicts = If you press “{ button_right }” or “{ button_wrong }”, the question and its answer are kept for my operator, without your name or number.
privacy_language = If you choose a language with /language, I keep it with your number.
privacy_logged = My operator has asked me to log questions, with the number of the chat.
privacy_not_logged = My log holds the numbers of chats and messages, and times: never what anyone writes.

## Telegram: /language

# $language is the name of this language.
language_now = I speak { $language } with you. Pick another:
# On the button that gives up the choice.
language_as_telegram = As in Telegram
# At most 200 characters.
language_chosen = From now on I speak { $language } with you.
language_unknown = I do not speak that. Pick one of these:

## Telegram: /status, for whoever runs the bot

up_for = up for { $time }
minutes = { $minutes } min
hours = { $hours } h { $minutes } min
days = { $days } d { $hours } h { $minutes } min
answered_declined = { $answered } answered, { $declined } declined
times = from arrival to answer: half within { $half } ms, 95 % within { $most } ms

## Telegram: what keeps a question from an answer

too_many = I answer { $most } questions a minute, and that was one more: it stays unanswered. Wait a little, and ask again.
crowded = More was asked here than I could answer while Telegram held back my messages. What came after this question is lost: ask it again.
# $id is the number of a person.
stranger = I answer only people whom my operator has let in. Your id is { $id }: send it to them to ask for access.
no_question = What is the question? Write it after the command, such as: /ask When did it begin?
above_no_text = That message has no text that I could take for a question. Write the question after the command.
above_too_long = That message is too long for a question. Pick the part of it that asks and reply to that, or write the question after the command.
unknown_command = I do not know that command. Write a question, or /help.
no_text = I read text only. Write the question.
unreachable = I cannot reach the documents just now. I keep your question, and answer it as soon as I can.
failed = I could not search the documents: the fault is mine, and my operator's log has it. Ask again, or in other words.

## Telegram: to a person who pressed a button. At most 200 characters each

expired = This answer has expired. Ask again.
press_failed = That went wrong, and my operator's log has it. Try again.
too_fast = That was fast. Wait a minute.
not_let_in = I answer only people whom my operator has let in.
not_an_admin = Only those whom my operator has made admins can do that.
example_gone = The documents have changed since. Send /start for other questions.
noted = Noted, thank you.
not_yours = That list is somebody else's. Send /sources for one of your own.
list_too_old = That list is too old. Send the command again.
document_gone = That document is not there any more.
below = It stands below already.

## Telegram: a question typed in any chat after the bot's name

# At most 64 characters each.
ask_in_private = Type a question, or ask me in private
no_cards = Not in the documents. Ask me in private to see what is close
# Before the title of a quote that may be wrong.
not_sure = Not sure: { $quote }

## Telegram: lists of documents

none_holds = No document has “{ $words }” in its name or title.
did_you_mean = Did you mean one of these?
holding = { $number ->
    [one] { $number } document has “{ $words }” in the name or title.
   *[other] { $number } documents have “{ $words }” in the name or title.
}
press_number = Press the number of the one to forget.
which_document = Which document? Press its number, or write /forget and its name.
page = Page { $number } of { $of }.
sources_hint = /sources and a word shows those that have it in their name or title.

## Telegram: files. $name is a file, $reason a sentence without its full stop

cannot_send = I cannot send that file: { $reason }.
file_failed = I could not send that file, and my operator's log says why. Press again.
added = Added { $name }: “{ $title }”, { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}.
there_already = { $name } is there already: “{ $title }”, { $passages ->
    [one] { $passages } passage
   *[other] { $passages } passages
}.
# Follows either; $language is a language by its own name.
its_language = Its language: { $language }.
not_added = I did not add { $name }: { $reason }.
not_added_nameless = I did not add it: { $reason }.
too_large = Telegram gives bots files of up to { $most } MB; put it into the folder of documents itself
not_fetched = I could not fetch it from Telegram, and my operator's log says why. Send it again
# forgotten is the name of a folder and QUOTH_DATA that of a setting: leave them as they are.
forgot = Forgot { $name }. The file is kept in the folder forgotten of QUOTH_DATA.
not_forgotten = I did not forget { $name }: { $reason }.
no_file = There is no file to add. Write /add in reply to a message with a file, or below a file that you send; a picture is none unless it is sent as a file.
took_out = Took { $name } out again. The file is kept in the folder forgotten of QUOTH_DATA.
put_back = Put { $name } back.
# At most 150 characters each.
not_undone = That is not undone: { $reason }.
cannot_undo_adding = I no longer know how to undo that. Send /forget { $name }
cannot_undo_adding_nameless = I no longer know how to undo that. Send /forget and the name.
cannot_undo_forgetting = I no longer know how to undo that. The file is kept in the folder forgotten of QUOTH_DATA; send it again.

## Why something is not done with a file: each ends a sentence, after a colon, without a full stop.
## QUOTH_CORPUS, QUOTH_DATA and quoth index are names: leave them as they are

# $endings is a list: .txt, .md, ...
why_kind = Quoth reads { $endings }
why_no_folder = there is no folder to put it into: QUOTH_CORPUS names files only
why_left_out = a .gitignore or .ignore among the documents leaves out files of its name
why_unwritable = the folder of documents cannot be written to: { $problem }
why_unknown = no document has that name
why_several = several documents have that name: { $names }
why_no_file = it is no regular file
why_root = QUOTH_CORPUS names that very file
why_last = it is the only document, and without any Quoth does not start
why_no_data = there is no folder to keep it in: set QUOTH_DATA
why_taken = another file has its name by now
why_immovable = it cannot be moved: { $problem }
why_elsewhere = the documents are kept by quoth index, wherever that runs: change them there
why_gone = it is no longer among the documents
why_files_elsewhere = the files are where quoth index runs, and not here
why_larger = it is larger than { $most } MB, the most that Telegram takes from a bot
why_empty = it is empty by now
why_unreadable = reading it failed: { $problem }
