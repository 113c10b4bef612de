use super::*;

#[track_caller]
fn rst(cases: &[&str]) {
    check(Format::Rst, cases);
}

#[test]
fn titles_are_as_deep_as_their_adornments_come() {
    let source = "=====\nBoats\n=====\n\nFares\n-----\nThey are low.\n\nWinter\n~~~~~~\n\nNo boats.\n\nHours\n-----\n\nAt ten.\n";
    rst(&[&format!(
        "{source} \
         => # Boats\n# Fares\nThey are low.\n# Winter\nNo boats.\n# Hours\nAt ten."
    )]);
    let document = parse(source, Format::Rst);
    let paths = document.passages.iter().map(|it| it.headings.join(" > "));
    assert!(paths.eq(["Fares", "Fares > Winter", "Hours"]));
    assert_eq!(document.title, "Boats");
}

#[test]
fn marks_within_lines_are_not_read() {
    rst(&[
        "Use ``quoth *ask*`` *now*, **please**. \
         => Use quoth *ask* now, please.",
        "See :ref:`the fares <fares>` and :class:`~ferry.Boat`. \
         => See the fares and Boat.",
        "The `timetable\n<https://a.org/b>`_ is new [1]_ [Lee24]_. \
         => The timetable is new.",
        "Ask harbour_ for *args and my_name. \
         => Ask harbour for *args and my_name.",
        "It weighs 10\\ :sup:`6` kg in ``~/.boats`` or :file:`~/.boats`. \
         => It weighs 10^6 kg in ~/.boats or ~/.boats.",
        "A \\*star\\* of |name| |other|.\n\n.. |name| replace:: *Heron* \
         => A *star* of Heron other.",
        "2 * 3 * 4 is 24. => 2 * 3 * 4 is 24.",
        "It is :data:`.g`, :file:`.env` or :pep:`8` and :rfc:`a <9>`. \
         => It is g, .env or PEP 8 and a.",
    ]);
}

#[test]
fn items_have_their_text_and_no_mark() {
    rst(&[
        "- One boat\n  sails.\n- Two stay.\n\n  - A third\n \
         => One boat sails.\nTwo stay.\nA third",
        "#. First\n#. Second\n\n1. Third\n\n(a) Fourth\n\nb) Fifth \
         => First\nSecond\nThird\n(a) Fourth\nb) Fifth",
    ]);
}

#[test]
fn a_term_stays_with_its_meaning() {
    rst(&[
        "Aft\n   Towards the stern.\n\n   It is wet.\n\nBow\n   The front.\n \
         => Aft: Towards the stern.\nIt is wet.\nBow: The front.",
        ".. glossary::\n   :sorted:\n\n   aft\n   astern\n      Towards the stern.\n \
         => aft, astern: Towards the stern.",
        ":Boat: Heron\n:Fare: 2 EUR,\n   or 3\n \
         => Boat: Heron\nFare: 2 EUR, or 3",
        "-v, --verbose  Say more.\n-o FILE        Write to\n               a file.\n \
         => -v, --verbose: Say more.\n-o FILE: Write to a file.",
        ".. option:: -q, --quiet\n\n   Say nothing.\n\n   Nothing at all.\n \
         => -q, --quiet: Say nothing.\nNothing at all.",
        ".. py:function:: sail(*args, **kw)\n   :module: a\n\n   Sails a boat.\n \
         => sail(*args, **kw): Sails a boat.",
        ".. versionadded:: 3.2\n   The *oar*.\n\n.. deprecated:: 4.0 Sails.\n \
         => Added in version 3.2: The oar.\nDeprecated since version 4.0: Sails.",
    ]);
}

#[test]
fn code_stands_after_what_announces_it() {
    rst(&[
        "Run this::\n\n   pip install ferry\n   ferry go\n\nDone.\n \
         => Run this:\npip install ferry\nferry go\nDone.",
        "Run this: ::\n\n   ferry go\n => Run this:\nferry go",
        "- Run::\n\n    ferry go\n\n  Then wait.\n \
         => Run:\nferry go\nThen wait.",
        ".. code-block:: console\n   :linenos:\n\n   $ ferry go\n \
         => $ ferry go",
        ">>> sail()\n4\n\nDone. => >>> sail()\n4\nDone.",
    ]);
}

#[test]
fn directives_are_read_as_what_they_are() {
    rst(&[
        ".. note:: It is\n   *closed*.\n\n   At night.\n \
         => It is closed.\nAt night.",
        ".. warning::\n\n   Ice.\n => Ice.",
        ".. admonition:: Dogs\n   :class: x\n\n   They stay out.\n \
         => Dogs\nThey stay out.",
        ".. toctree::\n   :maxdepth: 2\n\n   a\n   b\n\n.. image:: ship.png\n   :alt: A ship\n\n.. figure:: a.png\n   :alt: b\n\n   The old quay.\n \
         => The old quay.",
        ".. A comment\n   over lines.\n\n   And more.\n\nText.\n\n..\n\n   A quotation.\n \
         => Text.\nA quotation.",
        ".. _fares: https://a.org\n.. [1] It is low.\n__ https://b.org\n \
         => It is low.",
        "| A line\n| of verse\n => A line\nof verse",
    ]);
}

#[test]
fn a_row_is_read_with_the_names_of_its_columns() {
    let wanted = "Boat: Heron; Fare: 2 EUR, or 3\nBoat: Gull; Fare: 4 EUR";
    rst(&[
        &format!(
            "+-------+--------+\n| Boat  | Fare   |\n+=======+========+\n| Heron | 2 EUR, |\n|       | or 3   |\n+-------+--------+\n| Gull  | 4 EUR  |\n+-------+--------+\n \
         => {wanted}"
        ),
        &format!(
            "=====  ======\nBoat   Fare\n=====  ======\nHeron  2 EUR,\n       or 3\nGull   4 EUR\n=====  ======\n \
         => {wanted}"
        ),
        &format!(
            ".. csv-table:: Fares\n   :header: \"Boat\", \"Fare\"\n\n   Heron, \"2 EUR, or 3\"\n   Gull, 4 EUR\n \
         => Fares\n{wanted}"
        ),
        &format!(
            ".. csv-table::\n   :header: \"Boat\"; Fare\n   :delim: ;\n\n   Heron; \"2 EUR, or 3\"\n   Gull; 4 EUR\n \
         => {wanted}"
        ),
        &format!(
            ".. csv-table::\n   :header: Boat, Fare\n\n   Heron, \"2 EUR,\n   or 3\"\n   Gull, 4 EUR\n \
         => {wanted}"
        ),
        ".. csv-table::\n\n   Heron, \"an \"\"old\"\" boat\"\n   5\" gun, new\n \
         => Heron: an \"old\" boat\n5\" gun: new",
        &format!(
            ".. list-table::\n   :header-rows: 1\n\n   * - Boat\n     - Fare\n   * - Heron\n     - 2 EUR,\n       or 3\n   * - Gull\n     - 4 EUR\n \
         => {wanted}"
        ),
        "=====  =====\nHeron  2 EUR\nGull   4 EUR\n=====  =====\n \
         => Heron: 2 EUR\nGull: 4 EUR",
    ]);
    let source = "+-------+--------+\n| Heron | 2 EUR, |\n| (old) | or 3   |\n+-------+--------+\n";
    let quotes = verbatim(source, Format::Rst);
    assert_eq!(quotes, ["Heron | 2 EUR, |\n| (old) | or 3"]);
}

#[test]
fn fields_at_the_top_date_a_document() {
    let source = "Boats\n=====\n\n:Author: Ann Lee\n:Date: 2024-05-01\n:orphan:\n\nThey sail.\n";
    assert_eq!(parse(source, Format::Rst).date, Date::parse("2024-05-01"));
    rst(&[&format!(
        "{source} \
         => # Boats\nAuthor: Ann Lee\nDate: 2024-05-01\nThey sail."
    )]);
}
