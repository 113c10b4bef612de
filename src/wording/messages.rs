//! All messages by name, each with its variables: `languages/en.ftl` says in which order and what for.

use fluent_bundle::FluentValue;

use super::Wording;

macro_rules! messages {
    ($($message:ident($($variable:ident),*);)*) => {
        #[allow(
            clippy::extra_unused_lifetimes,
            reason = "a message without variables is declared as all others"
        )]
        impl Wording {
            $(pub(crate) fn $message<'v>(self, $($variable: impl Into<FluentValue<'v>>),*) -> String {
                self.say(stringify!($message), [$((stringify!($variable), $variable.into())),*])
            })*
        }

        /// The messages with their variables.
        #[cfg(test)]
        pub(super) const ALL: &[(&str, &[&str])] = &[$((stringify!($message), &[$(stringify!($variable)),*])),*];
    };
}

messages! {
    declined_too_long();
    declined_no_word();
    declined_none_mentions_it();
    declined_none_mentions(words);
    declined();
    declined_missing(words);
    declined_apart(words, beside);
    ask_me();
    closest();
    instead();

    unsure();
    doubt_missing(asked);
    doubt_about(stated, asked);
    doubt_says(stated, asked);
    differ(sides);
    side_and_more(source, more);
    list_next();
    list_and();
    list_or();
    quoted(word);
    before(sentence);
    after(sentence);
    more_items(number);
    also_in(source);
    more_places(number);
    searched_for(question);
    corrected(taken, typed);

    command_more();
    command_context();
    command_source();
    no_more();
    no_quotes(number);
    no_such_quote(of, number);
    nothing_before();
    taken_back();
    unclear(word);
    context_of(number);
    passage_of(number);
    evidence(question, percent);
    looked_again(question);

    abilities();
    there_are(overview);
    maker();
    summary();
    opinion();
    goodbye();

    overview(documents, passages);
    overview_skipped(overview, files);
    overview_and_size(overview, size);
    source(title, passages);
    read_again();
    skipped();
    skipped_more(number);
    unreadable(files);
    unreadable_none(files);
    unreadable_more(number);

    welcome(overview);
    usage();
    usage_more();
    usage_context();
    usage_source();
    usage_sources();
    usage_help();
    usage_quit();
    no_such_command(command);
    settings_read(path);
    reading(bar, bytes, all, speed, left);
    up_to_date(overview);

    menu_ask();
    menu_sources();
    menu_help();
    menu_privacy();
    menu_language();

    button_more();
    button_context();
    button_source();
    button_answer();
    button_file();
    button_file_number(number);
    button_share();
    button_right();
    button_wrong();
    button_undo();

    start_documents(documents);
    start_examples();
    start_plain();
    start_broken();

    help_here();
    help_group(name);
    help_going_on();
    help_sources();
    help_inline(name);
    help_quotes();
    help_language();
    help_group_privacy();
    help_admin();

    privacy_search();
    privacy_engine();
    privacy_memory();
    privacy_verdicts();
    privacy_language();
    privacy_logged();
    privacy_not_logged();

    language_now(language);
    language_as_telegram();
    language_chosen(language);
    language_unknown();

    up_for(time);
    minutes(minutes);
    hours(hours, minutes);
    days(days, hours, minutes);
    answered_declined(answered, declined);
    times(half, most);

    too_many(most);
    crowded();
    stranger(id);
    no_question();
    above_no_text();
    above_too_long();
    unknown_command();
    no_text();
    unreachable();
    failed();

    expired();
    press_failed();
    too_fast();
    not_let_in();
    not_an_admin();
    example_gone();
    noted();
    not_yours();
    list_too_old();
    document_gone();
    below();

    ask_in_private();
    no_cards();
    not_sure(quote);

    none_holds(words);
    did_you_mean();
    holding(number, words);
    press_number();
    which_document();
    page(number, of);
    sources_hint();

    cannot_send(reason);
    file_failed();
    added(name, title, passages);
    there_already(name, title, passages);
    its_language(language);
    not_added(name, reason);
    not_added_nameless(reason);
    too_large(most);
    not_fetched();
    forgot(name);
    not_forgotten(name, reason);
    no_file();
    took_out(name);
    put_back(name);
    not_undone(reason);
    cannot_undo_adding(name);
    cannot_undo_adding_nameless();
    cannot_undo_forgetting();

    why_kind(endings);
    why_no_folder();
    why_left_out();
    why_unwritable(problem);
    why_unknown();
    why_several(names);
    why_no_file();
    why_root();
    why_last();
    why_no_data();
    why_taken();
    why_immovable(problem);
    why_elsewhere();
    why_gone();
    why_files_elsewhere();
    why_larger(most);
    why_empty();
    why_unreadable(problem);
}
