use super::*;

#[track_caller]
fn org(cases: &[&str]) {
    check(Format::Org, cases);
}

#[test]
fn headings_have_their_text_alone() {
    let source = "#+TITLE: The ferry\n#+DATE: <2024-05-01 Wed>\n#+AUTHOR: Ann Lee\n#+TODO: WAIT | GONE\n#+OPTIONS: toc:nil\n\n* TODO [#A] Boats [1/2] :sea:land:\n:PROPERTIES:\n:ID: 7\n:END:\nSCHEDULED: <2024-05-02 Thu>\nThey sail.\n** WAIT Fares\nLow.\n** COMMENT Secret\nHidden.\n*** Also hidden\nHidden.\n* Hours\nAt ten.\n";
    let document = parse(source, Format::Org);
    assert_eq!(document.title, "The ferry");
    assert_eq!(document.date, Date::parse("2024-05-01"));
    org(&[&format!(
        "{source} \
         => Author: Ann Lee\n# Boats\nThey sail.\n# Fares\nLow.\n# Hours\nAt ten."
    )]);
}

#[test]
fn marks_within_lines_are_not_read() {
    org(&[
        "Use ~quoth ask~ *now*, /please/, =a*b*= _here_. \
         => Use quoth ask now, please, a*b* here.",
        "See [[https://a.org][the *site*]], [[file:a.org]] and <https://b.org>. [[file:a.png]] \
         => See the site, a.org and https://b.org.",
        "It costs +12+ 9 EUR and weighs 10^6 or 10^{6} kg[fn:1] at <2024-05-01 Wed 10:00>. \
         => It costs 9 EUR and weighs 10^6 or 10^6 kg at 2024-05-01 Wed 10:00.",
        "It is late.[fn:2: Or *not*.] <<here>>Come @@html:<b>@@in. \\\\\nRun src_sh{ferry go}\n\n[fn:1] Low. \
         => It is late.\n(Or not.)\nCome in.\nRun ferry go\nLow.",
        "2 * 3 * 4 and a/b/c and a_b_c and C++ and 5 + 6. \
         => 2 * 3 * 4 and a/b/c and a_b_c and C++ and 5 + 6.",
    ]);
}

#[test]
fn items_and_terms() {
    org(&[
        "- One boat\n  sails.\n  - [X] Two stay.\n  * Three\n1. [@4] Four\n2) Five\n\n  Deeper.\n \
         => One boat sails.\nTwo stay.\nThree\nFour\nFive\nDeeper.",
        "- Aft :: Towards the\n  stern.\n- =-q= :: Say nothing.\n \
         => Aft: Towards the stern.\n-q: Say nothing.",
    ]);
}

#[test]
fn blocks_are_read_as_what_they_are() {
    org(&[
        "Run this:\n#+begin_src sh :results none\nferry go\n,* stop\n#+end_src\nDone.\n \
         => Run this:\nferry go\n,* stop\nDone.",
        "Run:\n: ferry go\n: ferry stop\n\n#+BEGIN_EXAMPLE\nferry wait\n#+END_EXAMPLE\n \
         => Run:\nferry go\nferry stop\nferry wait",
        "# Hidden.\n#+begin_comment\nHidden.\n#+end_comment\n#+begin_export html\n<b>x</b>\n#+end_export\n:LOGBOOK:\nHidden.\n:END:\nCLOCK: [2024-05-01 Wed 10:00]\n-----\nShown.\n \
         => Shown.",
        "#+begin_quote\nIt sails.\n#+end_quote\n#+caption: The old quay\n[[file:a.png]]\n \
         => It sails.\nThe old quay",
        "#+begin_comment\nText.\n#+begin_src sh\nferry go\n#+begin_comment\nMore.\n \
         => Text.\nferry go\nMore.",
        ":NOT A DRAWER:\nText.\n => :NOT A DRAWER: Text.",
        ":OPEN:\nText.\n => Text.",
    ]);
}

#[test]
fn a_row_is_read_with_the_names_of_its_columns() {
    org(&[
        "| Boat | Fare |\n|------+------|\n| <l> | |\n| Heron | 2 EUR |\n|------+------|\n| *Gull* | |\n#+TBLFM: $2=1\n \
         => Boat: Heron; Fare: 2 EUR\nBoat: Gull",
        "| Heron | 2 EUR |\n| Gull | 4 EUR |\n \
         => Heron: 2 EUR\nGull: 4 EUR",
    ]);
}
