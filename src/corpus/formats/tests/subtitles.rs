//! Subtitles: srt and vtt.

use super::*;

#[test]
fn cues_join_to_sentences_that_stand_where_they_start() {
    check(
        "talk.srt",
        &[
            "1\r\n00:00:01,000 --> 00:00:03,000\r\nThe night ferry sails\r\n\r\n2\r\n00:00:03,100 --> 00:01:04,000\r\nat ten. It is slow.\r\n\r\n\
         3\r\n00:01:05,000 --> 00:01:08,000\r\nThe <i>Heron</i> is\r\nfaster.\r\n \
             => 00:00:01 | The night ferry sails at ten.\n00:00:03 | It is slow.\n00:01:05 | The Heron is faster.\n",
        ],
    );
}

#[test]
fn cues_are_read_as_they_are_said() {
    check(
        "a.vtt",
        &[
            // Web vtt has notes styles speakers and settings that nobody says.
            "WEBVTT - A talk\n\nSTYLE\n::cue { color: red }\n\nNOTE Checked twice.\n\nopening\n00:01.000 --> 00:03.000 align:start\n\
             <v.loud Ada Birch>Salt &amp; pepper &lt;both&gt; cost <00:02.000><c>2 &#8364;.</c>\n\n\
             NOTE\nNot this either.\n\n1:00:00.000 --> 1:00:02.000\n- Who knows?\n- The cook.\n \
             => 00:00:01 | Ada Birch: Salt & pepper <both> cost 2 €.\n01:00:00 | Who knows?\n01:00:00 | The cook.\n",
            // Captions that roll say each line once.
            "WEBVTT\n\n00:01.000 --> 00:03.000\nThe ferry\n\n00:03.000 --> 00:05.000\nThe ferry\nsails at ten.\n\n\
             00:05.000 --> 00:07.000\nsails at ten.\nIt is slow.\n \
             => 00:00:01 | The ferry sails at ten.\n00:00:05 | It is slow.\n",
            // Line ends of two characters do not end a cue.
            "WEBVTT\r\n\r\n00:01.000 --> 00:03.000\r\nThe ferry\r\nsails at ten.\r\n \
             => 00:00:01 | The ferry sails at ten.\n",
            // Who speaks is told once until another does.
            "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ann Lee>The quay is open.</v>\n\n00:04.000 --> 00:05.000\n<v Ann Lee>It is long.</v>\n\n00:06.000 --> 00:07.000\n<v Bo>Who pays?</v>\n \
             => 00:00:01 | Ann Lee: The quay is open.\n00:00:04 | It is long.\n00:00:06 | Bo: Who pays?\n",
            // A cue that says nothing lends its time to no other.
            "WEBVTT\n\n00:01.000 --> 00:03.000\n♪♪\n\n00:04.000 --> 00:05.000\n<v Ann Lee>The quay is open.\n \
             => 00:00:04 | Ann Lee: The quay is open.\n",
        ],
    );
}

#[test]
fn a_number_that_is_said_is_kept() {
    let found = shown(
        "a.srt",
        "1\n00:00:01,000 --> 00:00:03,000\nHow many boats?\n\n2\n00:00:03,000 --> 00:00:04,000\n12\n\n3\n00:00:04,000 --> 00:00:05,000\nboats.\n",
    );
    assert!(found.contains("12 boats."), "{found}");
}

#[test]
fn a_file_without_times_is_refused_in_words() {
    let error = refused("a.srt", b"The ferry sails at ten.\n");
    assert!(error.to_string().contains("00:01:05,000 -->"));
    for odd in ["1\n99999999999:00 --> 1\nx\n", "-->", "::: --> :::\n"] {
        assert_eq!(refused("a.vtt", odd), FormatError::NoCue);
    }
}

#[test]
fn captions_without_full_stops_make_paragraphs_of_bounded_length() {
    let cue = |n: usize| {
        let time = format!("00:{:02}:{:02}.000", n / 60, n % 60);
        format!("{time} --> {time}\nand then the boat {n} went on\n\n")
    };
    let text: String = (0..1000).map(cue).collect();
    let document = document("a.vtt", format!("WEBVTT\n\n{text}")).unwrap();
    assert!(document.text.lines().all(|line| line.len() < 7000));
    assert!(document.text.lines().count() > 3);
}

#[test]
fn captions_without_marks_are_quoted_cue_by_cue() {
    let cue = |(at, text): (usize, &str)| {
        let to = at + 3;
        format!("{at}\n00:00:{at:02},000 --> 00:00:{to:02},900\n{text}\n\n")
    };
    let texts = [
        "the boats lie along the old quay of stone",
        "and the keeper of the lock is Benno",
        "who lives in the green house by the wall",
    ];
    let cues = (0..).step_by(4).zip(texts.repeat(5));
    let found = shown("a.srt", cues.map(cue).collect::<String>());
    let wanted = "\n00:00:04 | and the keeper of the lock is Benno";
    assert!(found.contains(wanted), "{found}");
}
