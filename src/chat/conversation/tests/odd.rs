//! Messages that nobody should send.

use super::*;

#[test]
fn no_message_is_any_trouble_after_any_other() {
    let odd = [
        "",
        "?",
        "and",
        "and the",
        "the of",
        "it",
        "its",
        "'s",
        "it's",
        "Peru's",
        "the the museum?",
        "what about",
        "which",
        "how many",
        "Why why?",
        "and it's",
        "of of of",
        "ferry-ferry's",
        "5% of $7",
        "и Перу?",
        "那么秘鲁呢？",
        "🚢?",
        "e\u{301}",
        "\u{0}",
        "and\u{a0}Peru\u{a0}?",
        "THE MUSEUM",
        "İstanbul'S it's",
        "since when then there",
        "source 99999999999999999999",
        "context 0",
        "«Peru» — and its?",
    ];
    let (chats, now) = (Conversations::default(), Instant::now());
    for first in odd {
        for second in odd {
            for message in [first, second] {
                say(&QUOTH, &chats, first, message, now);
            }
        }
    }
}
