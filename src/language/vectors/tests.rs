use super::*;

/// How near two words are.
fn near(a: &str, b: &str) -> f32 {
    let vectors = Vectors::shipped();
    cosine(&vectors.of(a).unwrap(), &vectors.of(b).unwrap())
}

#[test]
fn the_shipped_file_parses_and_has_the_promised_size() {
    let vectors = Vectors::parse(FILE).unwrap();
    assert!(FILE.len() <= 4_000_000, "{}", FILE.len());
    assert_eq!(
        vectors.starts.len() + vectors.continuations.len(),
        vectors.rows.len()
    );
    assert!(vectors.rows.len() > 25_000, "{}", vectors.rows.len());
    assert!(
        vectors
            .rows
            .iter()
            .all(|row| row.contains(&127) || row.contains(&129)),
        "a row does not use the range of a byte"
    );
    let mut scales = vectors
        .scales
        .iter()
        .map(|scale| f32::from_le_bytes(*scale));
    assert!(scales.all(|scale| scale > 0.0 && scale < 1.0));
}

#[test]
fn a_file_that_is_cut_or_too_long_is_refused() {
    assert!(Vectors::parse(&FILE[..FILE.len() - 1]).is_none());
    assert!(Vectors::parse(&FILE[..20_000]).is_none());
    assert!(Vectors::parse(&[]).is_none());
    assert_eq!(Vectors::check(), Ok(()));
    assert!(Vectors::parse(FILE.to_vec().leak()).is_some());
    assert!(Vectors::parse([FILE, &[0]].concat().leak()).is_none());
}

#[test]
fn synonyms_are_nearer_than_unrelated_words() {
    for (a, b) in [
        ("buy", "purchase"),
        ("minister", "secretary"),
        ("car", "automobile"),
        ("sign", "signature"),
        ("money", "cost"),
        ("river", "stream"),
    ] {
        let (related, unrelated) = (near(a, b), near(a, "banana").max(near(b, "banana")));
        assert!(
            related > unrelated + 0.15,
            "{a} {b} {related}, banana {unrelated}"
        );
    }
}

#[test]
fn a_word_that_is_no_piece_is_put_together_from_pieces() {
    let vectors = Vectors::shipped();
    for word in ["ferryboat", "lighthousekeeper", "museumgoers"] {
        assert!(
            !vectors.starts.contains_key(word),
            "{word} is a piece of its own"
        );
    }
    assert!(near("ferryboat", "ferry") > 0.5);
    assert!(near("museumgoers", "museum") > near("museumgoers", "banana") + 0.3);
    assert!(near("lighthousekeeper", "lighthouse") > 0.5);
}

#[test]
fn punctuation_inside_a_word_only_separates() {
    assert!(near("house-boat", "boat") > near("house-boat", "banana") + 0.3);
    assert_eq!(
        Vectors::shipped().of("'boat."),
        Vectors::shipped().of("boat")
    );
}

#[test]
fn numbers_other_scripts_and_nothing_have_no_vector() {
    for word in ["", "-", "1987", "4th", "f16", "река", "河"] {
        assert!(Vectors::shipped().of(word).is_none(), "{word}");
    }
    assert!(Vectors::shipped().of("straße").is_some());
}

#[test]
fn every_vector_is_one_long() {
    for word in ["boat", "ferryboat", "x", "qqqqqq"] {
        assert!((near(word, word) - 1.0).abs() < 1e-5, "{word}");
    }
}

/// The sum over the words of a text.
pub(super) fn text(words: &str) -> [f32; DIMENSIONS] {
    let mut all = [0.0; DIMENSIONS];
    add(&mut all, words.split(' '), Language::ENGLISH);
    all
}

#[test]
fn a_word_that_says_more_has_a_longer_vector() {
    for (much, little) in [("lighthouse", "the"), ("ferry", "of"), ("museum", "is")] {
        let [long, short] = [text(much), text(little)].map(|sum| dot(&sum, &sum).sqrt());
        assert!(long > 2.0 * short, "{much} {long}, {little} {short}");
    }
}

#[test]
fn the_sum_of_a_word_is_that_of_its_pieces() {
    let sum = |word| Vectors::shipped().sum(word);
    assert_eq!(sum("house-boat"), Some(text("house boat")));
    assert!(sum("f16").is_none() && sum("-").is_none());
}

#[test]
fn what_words_mean_is_the_same_once_it_is_kept() {
    let meaning = |words: &str, language| {
        let mut sum = [0.0; DIMENSIONS];
        add_meaning(&mut sum, words.split(' '), language);
        Some(sum)
    };
    let words = "the boat 1987 ferryboat boat";
    let german = Language::of_code("de").unwrap();
    for _ in 0..2 {
        assert_eq!(meaning(words, Language::ENGLISH), Some(text(words)));
        // In German it is a word for a child.
        let [english, german] = [Language::ENGLISH, german].map(|it| meaning("kind", it));
        assert_ne!(english, german);
    }
}

#[test]
fn a_question_is_nearer_to_its_answer_than_to_another_sentence() {
    let question = unit(&text("how much does it cost to take the ferry")).unwrap();
    let near = |words| cosine(&question, &unit(&text(words)).unwrap());
    let (right, wrong) = (
        near("a boat ticket for one adult is five dollars"),
        near("the museum of modern art is closed on mondays"),
    );
    assert!(right > wrong + 0.2, "{right} {wrong}");
}

#[test]
fn the_cosine_of_opposites_is_minus_one_and_of_right_angles_zero() {
    let axis = |number: usize| std::array::from_fn(|other| f32::from(u8::from(other == number)));
    let (first, last) = (axis(0), axis(DIMENSIONS - 1));
    assert_eq!(
        (
            cosine(&first, &last),
            cosine(&first, &first),
            cosine(&first, &first.map(|number| -number))
        ),
        (0.0, 1.0, -1.0)
    );
}
