//! What is written for programs that make pages is not read, and every place stays what it is.

use super::{check, sentences};

/// What is read of a source.
fn readings(source: &str) -> Vec<String> {
    sentences(source)
        .into_iter()
        .map(|(_, read)| read)
        .collect()
}

#[test]
fn tags_are_not_read_but_for_the_words_in_them() {
    check(
        "Ask in {% channel \"harbour office\" %} for a [berth]({% page \"/plan\" %}) early.\n",
        &[
            "Ask in {% channel \"harbour office\" %} for a [berth]({% page \"/plan\" %}) early. \
             => Ask in harbour office for a berth early.",
        ],
    );
    for (source, wanted) in [
        (
            "Each {{< tooltip text=\"pontoon\" term_id=\"pon\" >}} is new.\n",
            "Each pontoon is new.",
        ),
        (
            "{{< note >}}\nThe crane is new.\n{{< /note >}}\n",
            "The crane is new.",
        ),
        (
            "{{% alert %}}The crane is new.{{% /alert %}}\n",
            "The crane is new.",
        ),
        (
            "{% include a.html src=\"a.png\" %}\nThe crane is new.\n",
            "The crane is new.",
        ),
        (
            "{% if a %}\n\nThe crane is new.\n\n{% endif %}\n",
            "The crane is new.",
        ),
        (
            "<div>\nThe crane {% icon %} is new.\n</div>\n",
            "The crane is new.",
        ),
        // What does not end, is code, or no tag, is text.
        ("It is %% new, {% so\n", "It is %% new, {% so"),
        ("The `{% if %}` is new.\n", "The {% if %} is new."),
        (
            "The {{ crane }} is 5 {% new.\n",
            "The {{ crane }} is 5 {% new.",
        ),
    ] {
        assert_eq!(readings(source), [wanted], "{source:?}");
    }
}

#[test]
fn names_of_styles_are_not_read() {
    for (source, wanted) in [
        ("## Fees {#fees}\n\nNine.\n", vec!["Fees", "Nine."]),
        ("{: .lead }\nIt is open.\n", vec!["It is open."]),
        (
            "It is [open](a){:target=\"_blank\"} now.{: .wide}\n",
            vec!["It is open now."],
        ),
        // A set is none.
        (
            "The set {a, b} and {:} are new.\n",
            vec!["The set {a, b} and {:} are new."],
        ),
    ] {
        assert_eq!(readings(source), wanted, "{source:?}");
    }
}

#[test]
fn boxes_are_read_as_callouts() {
    let wanted = ["Winter storage", "It costs forty."];
    for source in [
        ":::tip Winter storage\nIt costs forty.\n:::\n",
        ":::tip[Winter storage]\n\nIt costs forty.\n\n:::\n",
        "::: {.note}\nWinter storage\n\nIt costs forty.\n:::\n",
        "!!! tip Winter storage\n    It costs forty.\n",
        "??? tip \"Winter storage\"\n\n    It costs forty.\n",
    ] {
        let found = readings(source);
        let found: Vec<&str> = found.iter().map(|read| read.trim_matches('"')).collect();
        assert_eq!(found, wanted, "{source:?}");
    }
    // A box in a box, code in one, and what comes after it.
    check(
        "!!! note\n    One.\n\n    ??? tip\n        Two.\n\n    ```\n    a::b\n    ```\n\nThree.\n\n[TOC]\n",
        &["One.", "Two.", "a::b", "Three."],
    );
    // In code they are code.
    assert_eq!(readings("```\n:::tip\n```\n"), [":::tip"]);
}

#[test]
fn front_matter_may_be_toml() {
    let source = "+++\ntitle = \"The quay\"\ndate = 2024-05-01\n+++\nIt is open.\n";
    let document = super::parse(source);
    assert_eq!(document.title, "The quay");
    assert_eq!(document.date, super::Date::parse("2024-05-01"));
    assert_eq!(readings(source), ["It is open."]);
}
