use super::*;

#[track_caller]
fn adoc(cases: &[&str]) {
    check(Format::AsciiDoc, cases);
}

#[test]
fn the_head_of_a_document_says_who_wrote_it_and_when() {
    let source = "// a comment\n= The ferry\n:about: boats \\\n  and fares\nAnn Lee <ann@a.org>\nv1.2, 2024-05-01: the third\n:toc: left\n:boat: Heron\n\nThe {boat} sails. {unknown}\n\n== Fares\n\nLow.\n";
    let document = parse(source, Format::AsciiDoc);
    assert_eq!(document.title, "The ferry");
    assert_eq!(document.date, Date::parse("2024-05-01"));
    adoc(&[&format!(
        "{source} \
         => # The ferry\nAuthor: Ann Lee <ann@a.org>\nRevision: v1.2, 2024-05-01: the third\nThe Heron sails.\n{{unknown}}\n# Fares\nLow."
    )]);
}

#[test]
fn marks_within_lines_are_not_read() {
    adoc(&[
        "Use `quoth ask` *now*, _please_, un**bold**ed `+a*b*+`. \
         => Use quoth ask now, please, unbolded a*b*.",
        "See <<fares,the fares>>, <<hours>>, xref:a.adoc[the boats] or https://a.org[the *site*^]. \
         => See the fares, hours, the boats or the site.",
        "Read https://a.org/b and link:b.html[]. Write to mailto:a@b.org[Ann]. \
         => Read https://a.org/b and b.html.\nWrite to Ann.",
        "It costs [.line-through]#12# [.new]#9# EUR and weighs 10^6^ kg, H~2~O. \
         => It costs 9 EUR and weighs 10^6 kg, H2O.",
        "Press kbd:[Ctrl+C] or menu:File[Save] image:a.png[A] now.footnote:[Or *later*.] \
         => Press Ctrl+C or File > Save now.\n(Or later.)",
        "It rains.footnote:late[] => It rains.",
        "One line +\nand two [[here]]((boats)) (((a,b)))\\*x*. \
         => One line and two boats *x*.",
        "2 * 3 * 4 and a_b_c and {cpp}. \
         => 2 * 3 * 4 and a_b_c and C++.",
    ]);
}

#[test]
fn items_and_terms() {
    adoc(&[
        "* One boat\nsails.\n** Two *stay*.\n. Three\n- [x] Four\n1. Five\n<1> Six\n \
         => One boat sails.\nTwo stay.\nThree\nFour\nFive\nSix",
        "Aft:: Towards the\nstern.\nBow::\n  The front.\n\nPort:::\n\nThe left.\n \
         => Aft: Towards the stern.\nBow: The front.\nPort: The left.",
        "Aft::\nAstern:: Behind.\n => Aft, Astern: Behind.",
        "*-q, --quiet*::\n  Say nothing.\n+\nNothing at all.\n \
         => -q, --quiet: Say nothing.\nNothing at all.",
        "std::string is a C++ type. => std::string is a C++ type.",
    ]);
}

#[test]
fn blocks_are_read_as_what_they_are() {
    adoc(&[
        "NOTE: It is *closed*.\n\n[WARNING]\n====\nIce.\n====\n\n[TIP]\nBring oars.\n \
         => NOTE: It is closed.\nIce.\nBring oars.",
        "Run this:\n\n[source,sh]\n----\ninclude::a.sh[]\nferry go\nferry *stop*\n----\n\nDone.\n \
         => Run this:\nferry go\nferry *stop*\nDone.",
        ".The start\n....\nferry go\n....\n\n ferry stop\n\n```sh\nferry wait\n```\n \
         => The start\nferry go\nferry stop\nferry wait",
        "////\nHidden.\n////\n// Hidden.\n++++\n<b>x</b>\n++++\nimage::a.png[A ship]\ninclude::b.adoc[]\n:name: value \\\n  goes on\n\nShown.\n \
         => Shown.",
        "[quote,Ann]\n____\nIt sails.\n____\n\n'''\n\n--\nOpen.\n--\n----\nNever closed.\n \
         => It sails.\nOpen.\nNever closed.",
        "The ferry\n---------\n\nIt sails.\n\n=== Fares\n# Hours\n\n== Boats ==\n\n== C =\n \
         => # The ferry\nIt sails.\n# Fares\n# Hours\n# Boats\n# C =",
    ]);
}

#[test]
fn a_row_is_read_with_the_names_of_its_columns() {
    let wanted = "Boat: Heron; Fare: 2 EUR\nBoat: Gull; Fare: 4 EUR, or 5";
    adoc(&[
        &format!(
            "|===\n|Boat |Fare\n\n|Heron |2 EUR\n|Gull\n|4 EUR,\nor 5\n|===\n \
         => {wanted}"
        ),
        &format!(
            "[%header,cols=\"1,2a\"]\n|===\n|Boat\n|Fare\n|Heron\n|2 EUR\n|Gull\na|4 EUR,\n* or 5\n|===\n \
         => {wanted}"
        ),
        &format!(
            "[options=\"header\",format=csv]\n|===\nBoat,Fare\nHeron,2 EUR\nGull,\"4 EUR, or 5\"\n|===\n \
         => {wanted}"
        ),
        // A fence says what stands between values; of two quotation marks in one, one is read.
        &format!(",===\nBoat,Fare\n\nHeron,2 EUR\nGull,\"4 EUR, or 5\"\n,===\n => {wanted}"),
        &format!(":===\nBoat:Fare\n\nHeron:2 EUR\nGull:\"4 EUR, or 5\"\n:===\n => {wanted}"),
        "[format=\"csv\"]\n|===\nHeron, \"an \"\"old\"\" boat\"\n5\" gun,\"\"\"new\"\"\"\n|===\n \
         => Heron: an \"old\" boat\n5\" gun: \"new\"",
        // A value between quotation marks may go on over lines; a mark that nothing closes is read.
        &format!(
            "[format=csv,options=header]\n|===\nBoat,Fare\nHeron,2 EUR\n\"Gull\",\"4 EUR,\n\nor 5\"\n|===\n \
         => {wanted}"
        ),
        "[format=csv]\n|===\n\"\nThe \"\"old\"\"\n\"\"Heron\"\"\n\",2 EUR\nGull,\"4 EUR\nTern,5 EUR\n|===\n \
         => The \"old\" \"Heron\": 2 EUR\nGull: \"4 EUR\nTern: 5 EUR",
        // What shows a cell stands apart from the one before.
        "|===\n|Heron|s|m|l\n|Gull a|m .2+|l|s\n|===\n \
         => Heron: s; m; l\nGull: m; l; s",
        "|===\n|Boat |Fare |Deck\n\n.2+|Heron |2 EUR |upper\n|3 EUR |lower\n2+|All |open\n|===\n \
         => Boat: Heron; Fare: 2 EUR; Deck: upper\nFare: 3 EUR; Deck: lower\nBoat: All; Deck: open",
        "|===\n|Boat |Low |High\n\n|Heron 2*|2 EUR,\nor 3\n3*^s|none\n|===\n \
         => Boat: Heron; Low: 2 EUR, or 3; High: 2 EUR, or 3\nBoat: none; Low: none; High: none",
        "|===\n|Heron |2 EUR\n|Gull |4 EUR\n|===\n \
         => Heron: 2 EUR\nGull: 4 EUR",
    ]);
}
