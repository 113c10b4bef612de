//! Invented documents, several hundred, and questions about them.

use std::fmt::Write as _;

const BEGINNINGS: [&str; 20] = [
    "Ald", "Brack", "Corn", "Dun", "Eld", "Farr", "Gorse", "Hal", "Ivel", "Jarr", "Kest", "Lorn",
    "Marr", "Nether", "Osk", "Penn", "Quill", "Raven", "Sand", "Thorn",
];
const ENDS: [&str; 15] = [
    "bury", "combe", "dale", "fleet", "gate", "holm", "ley", "mere", "ness", "port", "stow",
    "thorpe", "wick", "worth", "haven",
];
const FIRST_NAMES: [&str; 11] = [
    "Marta", "Tomas", "Hester", "Edwin", "Ottilie", "Ruben", "Sybil", "Anselm", "Greta", "Ivo",
    "Linnea",
];
const LAST_NAMES: [&str; 13] = [
    "Quill", "Reyle", "Brandt", "Marlow", "Tennick", "Oswin", "Farley", "Dresner", "Hollis",
    "Vantry", "Ekmark", "Pascoe", "Wendt",
];
const THINGS: [&str; 7] = [
    "clock", "kite", "lantern", "bell", "puppet", "compass", "teapot",
];

/// Facts of one town, other ones in each edition.
pub struct Town {
    number: usize,
    edition: usize,
    pub name: String,
    person: String,
    year: usize,
    amount: usize,
    thing: &'static str,
}

impl Town {
    pub fn new(number: usize, edition: usize) -> Self {
        let of = |list: &[&'static str], step: usize| list[(number / step) % list.len()];
        let (seed, last) = (number * 7 + edition * 31, LAST_NAMES.len());
        let first_name = FIRST_NAMES[seed % FIRST_NAMES.len()];
        let last_name = LAST_NAMES[(seed / 3) % last];
        Self {
            number,
            edition,
            name: of(&BEGINNINGS, 1).to_owned() + of(&ENDS, BEGINNINGS.len()),
            person: format!("{first_name} {last_name}"),
            year: 1801 + (seed * 13) % 200,
            amount: 20 + (seed * 37) % 900,
            thing: THINGS[(seed / 2) % THINGS.len()],
        }
    }

    fn acronym(&self) -> String {
        let initial = &self.name[..1];
        format!("{initial}H{}B", ["S", "R", "W"][self.number % 3])
    }

    fn board(&self) -> String {
        let middle = ["Safety", "Rescue", "Warden"][self.number % 3];
        format!("{} Harbour {middle} Board", self.name)
    }

    /// The name of its file, which tells what the document is about.
    pub fn file(&self) -> String {
        let ending = if self.number % 6 == 1 { "md" } else { "txt" };
        format!("{}/{}.{ending}", self.number % 10, self.name.to_lowercase())
    }

    pub fn document(&self) -> String {
        let Self {
            name,
            person,
            year,
            amount,
            thing,
            ..
        } = self;
        let hour = 5 + amount % 17;
        let opening = match self.number % 6 {
            0 => format!(
                "The Ferry of {name}\n\nThe ferry of {name} sails at {hour} o'clock every evening. It carries {amount} passengers and {} cars. Captain {person} has commanded the ferry of {name} since {year}.\n\nThe crossing takes {} minutes in calm weather. Tickets cost {} euros at the harbour office.\n",
                amount / 7,
                30 + amount % 90,
                3 + amount % 40
            ),
            1 => format!(
                "---\ntitle: \"The {thing} museum of {name}\"\n---\n\n# Visiting\n\nThe {thing} museum of {name} was founded by *{person}* in **{year}**. It shows {amount} {thing}s in eleven rooms.\n\n## Opening hours\n\nThe {thing} museum is closed on Mondays. Admission costs {} euros.\n",
                4 + amount % 12
            ),
            2 => format!(
                "Trams of {name}\n\nTram line {} of {name} runs from the station to the {thing} market every {} minutes. The depot was built by {person} in {year}. Nobody may carry a bicycle on the tram.\n\nThe tram of {name} has {amount} seats because the old carriages were joined together.\n",
                1 + amount % 30,
                4 + amount % 20
            ),
            3 => format!(
                "The {} ({})\n\nThe {} inspects {amount} boats a year. {person} became its chair in {year}.\n\nThe {} publishes its report on the first day of May. Its office stands behind the {thing} works.\n",
                self.board(),
                self.acronym(),
                self.acronym(),
                self.acronym()
            ),
            4 => format!(
                "{name} Rovers\n\n{name} Rovers won the county cup in {year}. The stadium of {name} Rovers holds {amount} spectators. The manager of {name} Rovers is {person}, who once kept goal for the {thing} makers.\n\nThe club was founded by dock workers. Its colours are green and white.\n"
            ),
            _ => format!(
                "The library of {name} lends {amount} books about {thing}s. It was opened by {person} in {year}.\n\n- It is open until {hour} o'clock.\n- Dogs are not admitted to the library of {name}.\n- The reading room has {} lamps.\n",
                10 + amount % 60
            ),
        };
        match self.number {
            17 => opening + &self.chronicle(),
            58 => opening + &self.german(),
            number if number % 97 == 4 => opening + &self.chronicle(),
            _ => opening,
        }
    }

    /// A text of some 70 passages.
    pub fn chronicle(&self) -> String {
        let mut text = String::new();
        for hall in 0..70 {
            let of = Self::new(self.number + 3 * hall, self.edition + 1);
            let _ = write!(
                text,
                "\nHall {hall} of {} keeps {} {}s that {} brought from {} in {}. The keeper of hall {hall} opens the shutters when the bell of {} has rung {} times, and closes them again before the evening tram leaves for the harbour.\n",
                self.name,
                of.amount,
                of.thing,
                of.person,
                of.name,
                of.year,
                of.name,
                2 + hall % 11
            );
        }
        text
    }

    fn german(&self) -> String {
        format!(
            "\nDie Fähre nach {0} fährt jeden Abend um neun Uhr ab. Sie befördert {1} Fahrgäste und {2} Fahrräder. Der Kapitän der Fähre heißt {3}, und er steht seit {4} auf der Brücke.\n\nDas Uhrenmuseum in {0} wurde im Jahr {4} von {3} gegründet. Der Eintritt kostet zwölf Euro. Am Montag bleibt das Museum geschlossen, weil die Uhren dann aufgezogen werden.\n",
            self.name,
            self.amount,
            self.amount / 9,
            self.person,
            self.year
        )
    }

    /// Questions of a kind: a name, a number, an acronym, a slip, a paraphrase, what nobody knows.
    pub fn question(&self, kind: usize) -> String {
        let Self { name, thing, .. } = self;
        let slip = || format!("{}{}", &name[..2], &name[3..]);
        match (self.number % 6, kind % 5) {
            (0, 0) => format!("Who commands the ferry of {name}?"),
            (0, 1) => format!("How many passengers does the ferry of {name} carry?"),
            (0, 2) => format!("When does the fery of {} sail?", slip()),
            (0, 3) => format!("At what time does the boat from {name} leave?"),
            (1, 0) => format!("Who founded the {thing} museum of {name}?"),
            (1, 1) => format!("How many {thing}s does the museum of {name} show?"),
            (1, 2) => format!("Who foundd the {thing} musem of {}?", slip()),
            (1, 3) => format!("What does it cost to visit the museum in {name}?"),
            (2, 0) => format!("Who built the tram depot of {name}?"),
            (2, 1) => format!("How many seats does the tram of {name} have?"),
            (2, 2) => format!("Where does the trm line of {} run?", slip()),
            (2, 3) => format!("Why does the tram of {name} have so many seats?"),
            (3, 0) => format!("What does {} stand for?", self.acronym()),
            (3, 1) => format!("How many boats does the {} inspect?", self.acronym()),
            (3, 2) => format!("Who chairs the {} Harbuor Board?", slip()),
            (3, 3) => format!("When is the report of the {} published?", self.board()),
            (4, 0) => format!("Who is the manager of {name} Rovers?"),
            (4, 1) => format!("How many spectators does the stadium of {name} Rovers hold?"),
            (4, 2) => format!("Which cup did {} Rovres win?", slip()),
            (4, 3) => format!("In what year were {name} Rovers champions of the county?"),
            (5, 0) => format!("Who opened the library of {name}?"),
            (5, 1) => format!("How many books does the library of {name} lend?"),
            (5, 2) => format!("What does the libary of {} lend?", slip()),
            (5, 3) => format!("May I bring my dog to the library in {name}?"),
            _ => format!("Which zeppelin exploded over {name} in {}?", self.year),
        }
    }
}

/// Questions that no template gives.
pub const OTHERS: [&str; 24] = [
    "Why did Poland leave the Ottawa Convention?",
    "Which countries want to quit the mine ban?",
    "Who is the defence minister of Lithuania?",
    "What is the Suwalki Gap?",
    "How many states have signed the treaty?",
    "When did the Baltic states announce it?",
    "What is NATO?",
    "Wann fährt die Fähre ab?",
    "Wer hat das Uhrenmuseum gegründet?",
    "Wie viel kostet der Eintritt ins Museum?",
    "Warum ist das Museum am Montag geschlossen?",
    "Wie heißt der Kapitän der Fähre?",
    "Wo steht der Leuchtturm?",
    "What does hall 12 keep?",
    "When does the keeper of hall 33 open the shutters?",
    "Which halls keep kites?",
    "Who brought bells from Quillmere?",
    "How many museums are there?",
    "Who founded a museum in the nineteenth century?",
    "What is closed on Mondays?",
    "the of and",
    "Hello",
    "Where can I buy a ticket for the ferry?",
    "What did dock workers found?",
];

/// So many questions about `count` towns, of all kinds.
pub fn questions(wanted: usize, count: usize) -> Vec<String> {
    let own = OTHERS.iter().map(|&question| question.to_owned());
    let of_towns = (0..).map(|turn| Town::new((turn * 7) % count, 0).question(turn));
    own.chain(of_towns).take(wanted).collect()
}
