//! What is written for programs that make pages is not read, and every place stays what it is.

use super::{check, parse};

/// Asserts that of each source is read what stands behind its arrow.
#[track_caller]
fn check_readings(cases: &[&str]) {
    for case in cases {
        let (source, wanted) = case.split_once(" => ").unwrap_or_default();
        assert_eq!(parse(source).readings().join(" | "), wanted, "{source:?}");
    }
}

#[test]
fn tags_are_not_read_but_for_the_words_in_them() {
    check(&[
        "Ask in {% channel \"harbour office\" %} for a [berth]({% page \"/plan\" %}) early.\n \
         => Ask in {% channel \"harbour office\" %} for a [berth]({% page \"/plan\" %}) early. \
         => Ask in harbour office for a berth early.",
    ]);
    check_readings(&[
        "Each {{< tooltip text=\"pontoon\" term_id=\"pon\" >}} is new.\n => Each pontoon is new.",
        "{{< note >}}\nThe crane is new.\n{{< /note >}}\n => The crane is new.",
        "{{% alert %}}The crane is new.{{% /alert %}}\n => The crane is new.",
        "{% include a.html src=\"a.png\" %}\nThe crane is new.\n => The crane is new.",
        "{% if a %}\n\nThe crane is new.\n\n{% endif %}\n => The crane is new.",
        "<div>\nThe crane {% icon %} is new.\n</div>\n => The crane is new.",
        // What does not end, is code, or no tag, is text.
        "It is %% new, {% so\n => It is %% new, {% so",
        "The `{% if %}` is new.\n => The {% if %} is new.",
        "The {{ crane }} is 5 {% new.\n => The {{ crane }} is 5 {% new.",
    ]);
}

#[test]
fn names_of_styles_are_not_read() {
    check_readings(&[
        "## Fees {#fees}\n\nNine.\n => Fees | Nine.",
        "{: .lead }\nIt is open.\n => It is open.",
        "It is [open](a){:target=\"_blank\"} now.{: .wide}\n => It is open now.",
        // A set is none.
        "The set {a, b} and {:} are new.\n => The set {a, b} and {:} are new.",
    ]);
}

#[test]
fn boxes_are_read_as_callouts() {
    check_readings(&[
        ":::tip Winter storage\nIt costs forty.\n:::\n => Winter storage | It costs forty.",
        ":::tip[Winter storage]\n\nIt costs forty.\n\n:::\n => Winter storage | It costs forty.",
        "::: {.note}\nWinter storage\n\nIt costs forty.\n:::\n => Winter storage | It costs forty.",
        "!!! tip Winter storage\n    It costs forty.\n => Winter storage | It costs forty.",
        "??? tip \"Winter storage\"\n\n    It costs forty.\n => \"Winter storage\" | It costs forty.",
        // In code they are code.
        "```\n:::tip\n```\n => :::tip",
    ]);
    // A box in a box, code in one, and what comes after it.
    check(&[
        "!!! note\n    One.\n\n    ??? tip\n        Two.\n\n    ```\n    a::b\n    ```\n\nThree.\n\n[TOC]\n \
         => One. || Two. || a::b || Three.",
    ]);
}
