//! What each rule makes of messages, and what the words in them stand for.

use crate::chat::conversation::follow_up::tests::check;

#[test]
fn a_statement_is_asked_about_in_another_way() {
    check(
        "Did the museum lose a clock? > who claims that? -> who claims that the museum did lose a clock?
         Is Chile in debt? > but who says so -> who says that Chile is in debt?
         Do clocks sleep? > who wrote this? -> who wrote that clocks sleep?
         Is the ferry late? > who says so? ->
         When is the museum open? > who said that? ->
         Do clocks sleep? > who said that clocks sleep? ->",
    );
}

#[test]
fn those_who_did_not_are_asked_for() {
    check(
        "How many ferries reached the island? > and which ones didn't? -> which ferries have not reached the island?
         How many visitors are in the museum? > who aren't? -> who is not in the museum?
         Who has seen the museum? > who has not? -> who has not seen the museum?
         Which clocks did Chile buy? > which ones did not? ->
         Where is the museum? > which one is not? ->",
    );
}

#[test]
fn what_was_said_or_asked_for_is_left_as_it_is() {
    check(
        "What is the Tide Museum? > When did Marlow explain that? ->
         What is the Tide Museum? > Why did Marlow tell you that? ->
         What is the Tide Museum? > Who claimed it in spring? ->
         What did Marlow paint? > When did Marlow paint it? ->
         What is the Tide Museum? > Who suggested it in spring? -> Who suggested the Tide Museum in spring?
         Who painted the Tide Museum? > When did Marlow paint it? -> When did Marlow paint the Tide Museum?",
    );
}

#[test]
fn a_question_word_takes_the_place_of_the_one_before() {
    check(
        "Who wrote “Her lamp”? > when? -> when did they write “Her lamp”?
         Who wrote «Her lamp»? > when? -> when did they write «Her lamp»?
         Who mended the clock? > how long did it take? -> how long did they mend the clock?
         Is the museum shut? > and why -> why is the museum shut?
         Was the clock sold in Peru? > to whom? -> to whom was the clock sold in Peru?
         Where does the day ferry stop? > when exactly? -> when exactly does the day ferry stop?
         How old is the clock? > since when? -> since when is the clock?
         How many clocks has Chile bought? > since when? -> since when has Chile bought clocks?
         How many clocks have been burned? > which clocks? -> which clocks have been burned?
         Does the museum open in the year when it burns? > why is that? -> why does the museum open in the year when it burns?
         Can the ferry sail? > why not? -> why can't the ferry sail?
         Will Chile join? > why not -> why won't Chile join?
         Why has Chile not joined? > why not? -> why has Chile not joined?
         Is the museum shut? > what is the ferry? ->
         Is the museum shut? > which crane leads? ->",
    );
}

#[test]
fn who_did_it_is_no_longer_asked() {
    check(
        "What is the Quay Pact? > Who has not signed? > why not? -> why have they not signed the Quay Pact?
         Who has seen the museum? > why not? -> why have they not seen the museum?
         Who was in the museum? > when? -> when were they in the museum?
         Who sold the museum? > when? -> when did they sell the museum?
         Which clocks never left the island? > why? -> why did the clocks never leave the island?
         How many clocks can sleep at night? > why? -> why can the clocks sleep at night?
         Which country is the coldest? = Nobody is as cold as Chile. > since when? -> since when is Chile the coldest?
         Which clock can sleep at night? > why? -> why can the clock sleep at night?",
    );
}

#[test]
fn what_is_always_of_another_is_of_what_was_spoken_of() {
    check(
        "Who is Anna Brandt? > Any brothers? -> Does Anna Brandt have any brothers?
         When was Ines Marlow born? > any other children -> Did Ines Marlow have any other children?
         Who founded the Clock Museum? = Ines Marlow founded it. > Any daughters? -> Does Ines Marlow have any daughters?
         When did the Clock Museum burn? > and any losses? -> Did the Clock Museum have any losses?
         What does the Tide Museum cost? > Other rooms? -> Does the Tide Museum have other rooms?
         Who is Anna Brandt? > any ferries to Chile? ->
         Who is Anna Brandt? > Are any clocks sold? ->
         When did the Tide Museum open? > how many people are owners? -> how many people are owners of the Tide Museum?
         When did the Tide Museum open? > what is the motto -> what is the motto of the Tide Museum?
         When did the Tide Museum open? > Who was the second director? -> Who was the second director of the Tide Museum?
         When did the Tide Museum open? > What did the keeper say? -> What did the keeper of the Tide Museum say?
         When did the Tide Museum open? > What was the final tally? -> What was the final tally of the Tide Museum?
         When did the Tide Museum open? > who is the owner of Chile ->
         When did the Tide Museum open? > who is Chile's owner ->
         When did the Tide Museum open? > what is an owner ->
         When did the Tide Museum open? > owners ->
         When did the Tide Museum open? > how many lamps glow ->",
    );
}

#[test]
fn another_takes_the_place_of_its_like() {
    check(
        "What did Joris Vane eat? > And Anna Brandt? -> What did Anna Brandt eat?
         Has the UK bought clocks? > what about Norway -> Has Norway bought clocks?
         Who is Norway's keeper? > And Chile's? -> Who is Chile's keeper?
         Who is Norway's keeper? > And the captain? -> Who is Norway's captain?
         What did the Chilean captain eat? > what about the Peruvian one? -> What did the Peruvian captain eat?
         How many lamps are there? > And bells? -> How many bells are there?
         What does the tall clock cost? > and the small one? -> What does the small clock cost?
         When is the tall tower open in summer? > and the pier? -> When is the pier open in summer?
         How much is a guest pass? > and a second one? -> How much is a second pass?
         Who wrote “Her lamp”? > and “The bell”? -> Who wrote “The bell”?
         Who wrote “Her lamp's”? > and “The bell's”? -> Who wrote “The bell's”?
         How much is a Tide Museum guide? > and for the Clock Museum? -> How much is a Clock Museum guide?",
    );
}

#[test]
fn a_time_gives_way_to_a_time_and_nothing_piles_up() {
    check(
        "When is the bell rung? > and on Fridays? -> When is the bell rung on Fridays?
         When is the bell rung on Fridays? > And in summer? -> When is the bell rung in summer?
         When is the bell rung on Fridays? > what about Monday? -> When is the bell rung on Monday?
         When is the bell rung on Fridays? > what about winter? -> When is the bell rung in winter?
         When is the bell rung in Chile in summer? > and in winter? -> When is the bell rung in Chile in winter?
         When is the bell rung? > what about Monday? -> When is the bell rung on Monday?
         When is the bell rung on Fridays in summer? > and on Sundays? -> When is the bell rung on Sundays in summer?
         Who rings on Friday in week 19? > and on Sunday in week 18? -> Who rings on Sunday in week 18?
         Who won the 1990 regatta? > and in 1931? -> Who won the 1931 regatta?
         Is the night ferry late? > and on Sundays? -> Is the night ferry late on Sundays?
         Who rings bells at the pier? > and at the school? -> Who rings bells at the school?
         Who rings bells at the pier? > and in the school? -> Who rings bells in the school?",
    );
}

#[test]
fn what_has_no_like_is_named_first_and_gives_way_to_the_next() {
    check(
        "When does it snow? > What about the Tide Museum? -> As for the Tide Museum, when does it snow?
         As for the Tide Museum, when does it snow? > And the pier? -> As for the pier, when does it snow?
         Who is the captain? > When does it snow? > And the harbour master? -> Who is the harbour master?
         in winter? > What about the pier? ->
         When does it snow? > but sing it ->
         When does it snow? > mountain weather ->",
    );
}

#[test]
fn a_name_what_stands_after_it_a_number_or_a_code_gives_way() {
    check(
        "How much is a Zorg 5 lamp repair? > and a Blix 7? -> How much is a Blix 7 lamp repair?
         How much is a Zorg 5 lamp repair? > what about a rental? -> How much is a Zorg 5 rental?
         When did Ines Marlow sail to Port Ellery? > and the Clock Museum? -> When did Ines Marlow sail to the Clock Museum?
         Where does tram 12 stop? > and tram 7? -> Where does tram 7 stop?
         When was release 3.1 shipped? > what about 3.2? -> When was release 3.2 shipped?
         What does W40 warn of? > and W41? -> What does W41 warn of?
         What does --depth do? > and --width? -> What does --width do?
         Where does tram 12 stop? > and bus 7? -> As for bus 7, where does tram 12 stop?",
    );
}

#[test]
fn words_stand_for_what_was_spoken_of_and_not_for_what_the_message_says() {
    check(
        "Who led the Clock Museum? = Ines Marlow led it. > What did she do of her plans? -> What did Ines Marlow do of her plans?
         Who led the Clock Museum? = Ines Marlow led it. > what she's famous for -> what Ines Marlow is famous for?
         What is Long Quay? > and what is its price? -> what is Long Quay's price?
         Who led the Clock Museum? = Ines Marlow led it. > and her successor? -> Ines Marlow's successor?
         What is Long Quay? > what about its price? -> what about Long Quay's price?
         When did the Clock Museum meet Joris Vane? > When did he sell it? -> When did Joris Vane sell the Clock Museum?
         What is Long Quay? > Did the Tide Museum sell its clocks? ->
         What is Long Quay? > Does Joris Vane hope that he wins? ->
         What is Long Quay? > Who sang “It and the project”? ->
         Who wrote \"Her lamp\"? > When was it sold? -> When was \"Her lamp\" sold?",
    );
}

#[test]
fn a_pronoun_stands_for_something_only_where_it_can() {
    check(
        "What is the Tide Museum? > Is it raining? ->
         What is the Tide Museum? > Does it feel cold? ->
         What is the Tide Museum? > How long does it take to get to Peru? ->
         What is the Night Parade? > When does it take place? -> When does the Night Parade take place?
         What is the Tide Museum? > Does it glow? -> Does the Tide Museum glow?
         What is the Tide Museum? > How does that work? -> How does the Tide Museum work?
         What is the Tide Museum? > Are there any? ->
         What is the Tide Museum? > Who sleeps there at night? -> Who sleeps in the Tide Museum at night?
         Who keeps the keys? = The keys are kept by the head keeper. > who is that? -> who is the head keeper?",
    );
}

#[test]
fn a_definite_noun_stands_for_what_was_spoken_of() {
    check(
        "Who led the Clock Museum? > When did the museum burn? -> When did the Clock Museum burn?
         What is the Night Parade? > When did the band form? -> When did the Night Parade form?
         When did Chile vote? > How large is the country? -> How large is Chile?
         When did the captain leave? = Joris Vane was the captain. > What did the captain eat? -> What did Joris Vane eat?
         What is Long Quay? > Who wrote about this project? -> Who wrote about Long Quay?
         What is Long Quay? > Who wrote about the army? ->
         What is Long Quay? > Has Chile signed it and the pact? -> Has Chile signed Long Quay and the pact?
         What is Long Quay? > Who wrote about the project of Chile? ->",
    );
}

#[test]
fn she_is_somebody_of_the_question_or_whom_the_answer_names() {
    check(
        "Who was the daughter of Joris Vane? > When did she sail? -> When did the daughter of Joris Vane sail?
         Who was the daughter of Joris Vane? > When did he sail? -> When did Joris Vane sail?
         When did Zorgblatt marry? > What did he eat? -> What did Zorgblatt eat?
         Who carved the gate? = It was carved by Rosa Quill. > When did she carve? -> When did Rosa Quill carve?
         Who is the keeper? = The keeper of the pier is Rosa Quill. > When did she carve? -> When did Rosa Quill carve?
         Who dug the pond? = The Pond Club, led by Rosa Quill, dug it. > When did she dig? -> When did Rosa Quill dig?
         Who was the captain? = The captain, Joris Vane, met Anna Brandt. > What did he say? -> What did Joris Vane say?
         When was the captain of Long Quay born? > What did she eat? -> What did the captain of Long Quay eat?
         Where do the chess masters meet? > When did he lose? ->
         Who was the quay built by? > When was she born? ->",
    );
}

#[test]
fn it_and_there_are_what_the_answer_names_or_the_question_is_about() {
    check(
        "What did the club start? = It started a plan called Long Quay. > When will it end? -> When will Long Quay end?
         Which state bought Long Quay? = Chile bought Long Quay. > What has it sold? -> What has Chile sold?
         Does the mayor like the old bell in the Tide Museum? > Does it ring? -> Does the Tide Museum ring?
         What kind of ship is the Heron? = Name: Heron, Kind: brig, Built: 1931 > Is it new? -> Is the Heron new?
         When does the parade take place? > Is it long? -> Is the parade long?
         Who works in Chile? = Marlow works in Peru. > Who sleeps there? -> Who sleeps in Chile?
         Which country has bears? = Peru has some. > Who hunts there? -> Who hunts in Peru?
         Who lost the game? = Nobody lost the game. > Who eats there? ->",
    );
}

#[test]
fn they_are_what_was_counted_or_several_or_a_group_but_no_plan_and_no_place() {
    check(
        "How many clocks were lost in 1931? > Were most of them old? -> Were most of the clocks lost in 1931 old?
         How many clocks are near Chile? > Were most of them old? -> Were most of the clocks near Chile old?
         How many clocks are there in Chile? > Were most of them old? -> Were most of the clocks in Chile old?
         How many clocks are there? > Were most of them old? -> Were most of the clocks old?
         How many clocks did Chile buy? > Are most of them old? -> Are most of the clocks old?
         Did the museum lose the clocks? > Are most of them old? -> Are most of the clocks old?
         Did Chile lose? > Are most of them old? ->
         Did Chile lose? > What did they play? -> What did Chile play?
         What is the tide company? > What do they sell? -> What do the tide company sell?
         Who is Chile's captain? > Why do they play? ->
         Where was the storm in Chile? > What did they play? ->
         When was the Quay Treaty lost? > What do they sell? ->
         When was the storm? > What do they sell? ->
         Where is the salt stored? = The salt is stored in one of the 12 sheds. > How many of them are there? -> How many of the sheds are there?
         Where is the salt stored? = The salt is stored in Peru. > How many of them are there? ->
         Where is the salt stored? = To be dry, a shed is to cost 12 million pounds. > How many of them are there? ->
         Where is the salt stored? = The sheds are 12 miles from Peru. > How many of them are there? -> How many of the sheds are there?",
    );
}
