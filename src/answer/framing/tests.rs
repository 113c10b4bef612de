use super::*;

#[test]
fn the_lists_can_be_read() {
    assert!(!FRAMES.telling.is_empty());
}

#[test]
fn what_frames_a_question_is_taken_off() {
    for case in [
        "Hi! Where is the ferry? Thanks => Where is the ferry?",
        "hi where is the ferry => where is the ferry",
        "Could you please tell me where the ferry is? thx => where is the ferry?",
        "I'd like to know when the ferry was sold. => when was the ferry sold.",
        "according to the articles, who sold the ferry? => who sold the ferry?",
        "what do the documents say about ferries? => ferries?",
        "Does anybody know who sold the ferry? => who sold the ferry?",
        "quick question: who sold the ferry? => who sold the ferry?",
        "ok but who sold the ferry => who sold the ferry",
        "I need info about the ferry => the ferry",
        "what's the latest on the ferry? => the ferry?",
        "Who owns the ferry now? => Who owns the ferry?",
        "Good morning! Who owns the ferry? Thank you => Who owns the ferry?",
        "Sorry if this is a silly question, but who owns the ferry? => who owns the ferry?",
        "Who owns the ferry? I'd appreciate your help. => Who owns the ferry?",
        "Who owns the ferry please? => Who owns the ferry?",
        "Do you know if the ferry sails? => the ferry sails?",
        "tell me about the “Meridian” => the “Meridian”",
        "PLEASE TELL ME WHO OWNS THE FERRY => WHO OWNS THE FERRY",
        "Guten Tag! Wann fährt die Fähre? Danke => Wann fährt die Fähre?",
        "Подскажите, пожалуйста, когда закрывается музей? => когда закрывается музей?",
        "Hola, ¿cuándo abre el museo? => ¿cuándo abre el museo?",
        "s'il vous plaît, où est le musée ? => où est le musée ?",
        "请问博物馆什么时候开门？ => 博物馆什么时候开门？",
        "Merhaba, müze ne zaman açılıyor? => müze ne zaman açılıyor?",
        // Capitals whose small letters take more bytes, or fewer.
        "İYİ GÜNLER, GROẞE STRAẞE? => GROẞE STRAẞE?",
    ] {
        let (message, wanted) = case.split_once(" => ").unwrap_or((case, ""));
        assert_eq!(bare(message), wanted, "{message}");
    }
}

#[test]
fn nothing_is_left_of_what_asks_nothing() {
    for message in [
        "Hi!",
        "Good morning! Thanks!",
        "thanks a lot",
        "Please",
        "Привет!",
        "hello there",
    ] {
        assert_eq!(bare(message), "", "{message}");
    }
}

#[test]
fn what_only_looks_like_a_frame_is_left() {
    for message in [
        "Who says hello to the king?",
        "What does 'thank you' mean?",
        "When was the Please Touch Museum opened?",
        "Please Touch Museum opening hours?",
        "hello kitty",
        "Thanks to whom was the bridge saved?",
        "Thank you for the music: who sang it?",
        "Who sang Thank You?",
        "Who wrote the word please?",
        "What is the question of the referendum?",
        "Did he know when to help?",
        "Can I have a dog?",
        "Is there a file about the topic?",
        "When you are looking for help, whom do you call?",
        "who is kim",
        "Hey Jude who wrote it",
        "Tell Me Lies release date",
        "Is now a good time?",
        "And Finland?",
        "",
        "?",
    ] {
        assert_eq!(bare(message), message, "{message}");
    }
}

#[test]
fn what_is_bare_stays_so() {
    for message in [
        "Hi! Could you tell me where the ferry is? Thanks",
        "Wann fährt die Fähre?",
        "ok but why",
    ] {
        let once = bare(message);
        assert_eq!(bare(&once), once, "{message}");
    }
}
