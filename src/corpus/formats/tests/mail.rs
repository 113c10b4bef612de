//! Messages of e-mail: eml and mbox.

use super::*;

const MESSAGE: &str = "From: =?utf-8?B?S8OkdGUgTMOzcmVueg==?= <kate@lorne.example>\r\n\
    To: Bo Dahl <bo@lorne.example>, crew@lorne.example\r\nSubject: The winter\r\n timetable\r\nDate: Wed, 1 May 2024 23:30:00 -0700\r\n\
    MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n\
    --a\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
    Dear Bo,\r\n\r\nthe ferry to Ellery sails at ten, and the caf=E9 on board opens=\r\n an hour before.\r\n\r\n> Does it sail\r\n> on Sundays?\r\n\
    --a\r\nContent-Type: text/html\r\n\r\n<p>Another form of it.</p>\r\n--a--\r\n\
    --m\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nAttached words.\r\n--m--\r\n";

#[test]
fn a_message_is_its_people_and_its_plain_text() {
    assert_eq!(
        shown("a.eml", MESSAGE),
        "From: Käte Lórenz; To: Bo Dahl, crew@lorne.example; Date: 2024-05-01\n\
         Dear Bo,\n\
         the ferry to Ellery sails at ten, and the café on board opens an hour before.\n\n\
         Earlier message\n\
         Does it sail on Sundays?\n"
    );
    let document = document("a.eml", MESSAGE).unwrap();
    assert_eq!(document.title, "The winter timetable");
    assert_eq!(document.date.unwrap().to_string(), "2024-05-01");
}

#[test]
fn of_many_people_some_are_named() {
    let message = "From: Ann\nTo: a@l.example, b@l.example, c@l.example, d@l.example, e@l.example, \
        f@l.example\nSubject: Boote\n\nSie fahren.\n";
    let shown = shown("a.eml", message);
    let named = "From: Ann; To: a@l.example, b@l.example, c@l.example, d@l.example, e@l.example, …";
    assert!(shown.starts_with(named), "{shown}");
}

#[test]
fn a_message_that_is_a_page_is_read_as_one() {
    let message = "From: Bo\r\nSubject: Fares\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n\
        PGgxPkZhcmVzPC9oMT48cD5UaGUgSGVyb24gY29zdHMgMiDigqwuPC9wPg==\r\n";
    let shown = shown("a.eml", message);
    assert!(shown.ends_with("Fares\nThe Heron costs 2 €.\n"), "{shown}");
    assert_eq!(refused("a.eml", "It is late."), FormatError::NoMessage);
}

#[test]
fn empty_lines_of_a_page_part_paragraphs_and_items_but_no_heading() {
    let page = "Tern<br>\n <br/>Heron<br>sails<b><br></b><!-- --><br><br>Gull\
        <ul><li>One boat<br><br>Two boats<br><br></ul><h1>The<br><br>Quay</h1>";
    let found = shown(
        "a.eml",
        format!("From: Bo\nContent-Type: text/html\n\n{page}\n"),
    );
    let wanted = "Tern\nHeron sails\nGull\nOne boat\nTwo boats\n\nThe Quay\n";
    assert!(found.ends_with(wanted), "{found}");
}

#[test]
fn the_messages_of_a_mailbox_stand_below_their_subjects() {
    let mailbox = "From ann@lorne.example Wed May  1 10:00:00 2024\n\
        From: Ann <ann@lorne.example>\nSubject: Winter timetable\nDate: Wed, 1 May 2024 10:00:00 +0000\n\n\
        The ferry sails at ten.\n\nFrom now on it sails daily.\n\n>From Ellery it sails at nine.\n\n\
        From MAILER-DAEMON Thu May  2 09:30:00 2024\r\nX-Other: nothing to read\r\n\r\nNobody.\r\n\r\n\
        From bo@lorne.example Thu May  2 09:30:00 2024 +0200\nFrom: Bo\nSubject: =?utf-8?q?Caf=C3=A9?=\nContent-Type: text/html\n\n<p>It <b>opens</b> at noon.</p>\n";
    assert_eq!(
        shown("a.mbox", mailbox),
        "message 1 | Winter timetable\nmessage 1 | From: Ann; Date: 2024-05-01\n\
         message 1 | The ferry sails at ten.\nmessage 1 | From now on it sails daily.\n\
         message 1 | From Ellery it sails at nine.\n\n\
         message 3 | Café\nmessage 3 | From: Bo\nmessage 3 | It opens at noon.\n"
    );
    let document = document("a.mbox", mailbox).unwrap();
    assert_eq!(document.title, "a");
    assert_eq!(document.passages[1].headings, ["Café"]);
}

#[test]
fn a_long_meaning_may_open_with_a_label() {
    let long = "The fare is two crowns a day. ".repeat(20);
    let page = format!("<dl><dt>Heron<dd><p><b>Fare</b></p><p>{long}</p></dl>");
    let found = shown(
        "a.eml",
        format!("From: Bo\nContent-Type: text/html\n\n{page}\n"),
    );
    assert!(found.contains("Heron: Fare: The fare is"), "{found}");
}

#[test]
fn a_message_that_is_nested_too_deeply_hides_no_other() {
    let deep = "<div>".repeat(600);
    let mailbox = format!(
        "From ann Wed May  1 10:00:00 2024\nFrom: Ann\nContent-Type: text/html\n\n{deep}\n\n\
         From bo Thu May  2 09:30:00 2024\nFrom: Bo\n\nThe ferry sails at ten.\n"
    );
    let found = shown("a.mbox", mailbox);
    assert!(
        found.contains("message 2 | The ferry sails at ten.\n"),
        "{found}"
    );
}

#[test]
fn a_mailbox_without_a_message_is_told() {
    for mailbox in [
        "",
        "The ferry sails at ten.",
        "From ann Wed May  1 10:00:00 2024\n\nHello.\n",
    ] {
        let refused = refused("a.mbox", mailbox);
        assert_eq!(refused, FormatError::NoMessage, "{mailbox}");
    }
}
