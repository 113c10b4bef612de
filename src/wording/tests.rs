//! That every language says everything, and what is said of skipped files.

use std::collections::BTreeSet;

use fluent_bundle::FluentResource;

use super::messages::ALL;
use super::*;
use crate::chat::conversation::Command;
use crate::corpus::Skipped;

/// The variables in the lines of a message.
fn variables(written: &str) -> BTreeSet<&str> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let after = written.split('$').skip(1);
    after
        .map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default())
        .collect()
}

/// Each message of a file with its lines.
fn written(wording: Wording) -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for line in wording.0.written.lines() {
        let is_start = line.starts_with(|c: char| c.is_ascii_lowercase());
        match line.split_once(" = ").filter(|_| is_start) {
            Some((name, said)) => messages.push((name.to_owned(), said.to_owned())),
            None if line.starts_with('#') => {}
            None => {
                if let Some((_, said)) = messages.last_mut() {
                    said.push_str(line);
                }
            }
        }
    }
    messages
}

#[test]
fn every_language_says_everything_with_the_same_variables() {
    for wording in Wording::all() {
        let code = wording.code();
        let read = FluentResource::try_new(wording.0.written.to_owned());
        assert!(read.is_ok(), "{code}: {:?}", read.err());
        let written = written(wording);
        let names: Vec<&str> = written.iter().map(|(name, _)| &**name).collect();
        let wanted: Vec<&str> = ALL.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, wanted, "{code}");
        for ((name, said), (_, wanted)) in written.iter().zip(ALL) {
            let wanted: BTreeSet<&str> = wanted.iter().copied().collect();
            assert_eq!(variables(said), wanted, "{code}: {name}");
        }
    }
}

#[test]
fn every_message_of_every_language_can_be_said_of_any_number() {
    for wording in Wording::all() {
        for (name, variables) in ALL {
            for number in [0, 1, 2, 3, 5, 11, 21, 100] {
                let bundle = wording.0.read.get_or_init(|| wording.0.bundle());
                let mut filled = FluentArgs::new();
                for variable in *variables {
                    filled.set(*variable, number);
                }
                let pattern = bundle.get_message(name).unwrap().value().unwrap();
                let mut errors = Vec::new();
                let said = bundle.format_pattern(pattern, Some(&filled), &mut errors);
                assert!(errors.is_empty(), "{}, {name}: {errors:?}", wording.code());
                let shown = said.matches(&number.to_string()).count();
                assert!(shown >= variables.len() || number < 3, "{name}: {said}");
            }
        }
    }
}

#[test]
fn what_people_are_told_to_type_for_more_is_understood() {
    use crate::answer::Extent::{Context, Passage};
    for wording in Wording::all() {
        let commands = [
            wording.command_more(),
            wording.command_context() + " 2",
            wording.command_source() + " 2",
        ];
        let read = commands.map(|command| Command::of(&command, &[wording.language()]));
        let around = |extent| Some(Command::Around(extent, 2));
        let wanted = [Some(Command::More), around(Context), around(Passage)];
        assert_eq!(read, wanted, "{wording:?}");
    }
}

#[test]
fn what_telegram_limits_is_short_enough_in_every_language() {
    for wording in Wording::all() {
        let within = |most: usize, said: String| {
            assert!(said.chars().count() <= most, "{wording:?}: {said}");
        };
        for said in [
            wording.menu_ask(),
            wording.menu_sources(),
            wording.menu_help(),
            wording.menu_privacy(),
            wording.menu_language(),
        ] {
            // Bot API, BotCommand: 256; a phone shows fewer.
            within(70, said);
        }
        // Bot API, InlineQueryResultsButton.
        within(64, wording.ask_in_private());
        within(64, wording.no_cards());
        // Bot API, answerCallbackQuery.
        for said in [
            wording.expired(),
            wording.press_failed(),
            wording.too_fast(),
            wording.not_let_in(),
            wording.not_an_admin(),
            wording.example_gone(),
            wording.noted(),
            wording.not_yours(),
            wording.list_too_old(),
            wording.document_gone(),
            wording.below(),
            wording.language_chosen(own_name(wording.language())),
            wording.cannot_undo_adding_nameless(),
            wording.cannot_undo_forgetting(),
        ] {
            within(200, said);
        }
        for said in [
            wording.button_more(),
            wording.button_context(),
            wording.button_source(),
            wording.button_answer(),
            wording.button_file(),
            wording.button_share(),
            wording.button_right(),
            wording.button_wrong(),
            wording.button_undo(),
        ] {
            within(16, said);
        }
    }
}

#[test]
fn a_language_is_known_by_its_tag() {
    let code = |tag: &str| Wording::of(tag).map(Wording::code);
    assert_eq!(code("de"), Some("de"));
    assert_eq!(code("pt-br"), Some("pt"));
    assert_eq!(code("ru_RU.UTF-8"), Some("ru"));
    assert_eq!(code("ZH-Hans-CN"), Some("zh"));
    for unknown in ["", "C", "C.UTF-8", "POSIX", "deu", "nl"] {
        assert_eq!(code(unknown), None, "{unknown}");
    }
    assert_eq!(Wording::ENGLISH.code(), "en");
}

#[test]
fn what_runs_from_the_right_sets_apart_what_does_not() {
    let said = |code: &str| Wording::of(code).unwrap().also_in("a.md:3");
    assert!(said("ar").contains("\u{2068}a.md:3\u{2069}"));
    assert!(said("fa").contains("\u{2068}a.md:3\u{2069}"));
    assert_eq!(said("en"), "also in a.md:3");
    // What is set apart stays so among other words; what is not closed is not.
    let listed = Wording::of("ar")
        .unwrap()
        .declined_none_mentions("\u{2068}a\u{2069}");
    assert!(
        listed.contains("\u{2068}\u{2068}a\u{2069}\u{2069}"),
        "{listed}"
    );
    assert_eq!(
        Wording::ENGLISH.also_in("\u{2068}\u{2069}\u{2069}a"),
        "also in a"
    );
}

#[test]
fn no_value_disturbs_the_sentence_around_it() {
    let said = |word: &str| Wording::ENGLISH.unclear(word);
    let wanted = "I cannot tell whom “a b\u{fffd}[1mc” means. Ask again with the name.";
    assert_eq!(said("a\nb\u{1b}[1m\u{202e}\u{2068}c\u{fdd0}"), wanted);
}

#[test]
fn only_what_should_have_been_read_is_named_unasked() {
    let skipped = |name: String, reason: &str| Skipped {
        name,
        reason: reason.to_owned(),
        is_unreadable: reason == "it is empty",
    };
    let unreadable = |files: &[Skipped]| Wording::ENGLISH.unreadable_files(files);
    let kind = "not of a kind that Quoth reads";
    let mut files: Vec<_> = (0..30).map(|n| skipped(format!("{n}.png"), kind)).collect();
    assert_eq!(unreadable(&[]), "");
    assert_eq!(
        unreadable(&files),
        "30 files skipped: quoth sources says why\n"
    );
    files.push(skipped("bus\u{1b}.txt".to_owned(), "it is empty"));
    assert_eq!(
        unreadable(&files),
        "31 files skipped:\n  bus\u{fffd}.txt: it is empty\n  and 30 more: quoth sources says why\n"
    );
    let files: Vec<_> = (0..12)
        .map(|n| skipped(format!("{n}.txt"), "it is empty"))
        .collect();
    let told = unreadable(&files);
    assert_eq!(told.matches(": it is empty\n").count(), 10);
    assert!(told.ends_with("\n  and 2 more: quoth sources says why\n"));
    assert!(!unreadable(&files[..10]).contains("more"));
}
