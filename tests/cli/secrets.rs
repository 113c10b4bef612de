//! Where the token goes: to the address that its owner gave, and to no other.

use std::io::Read as _;
use std::net::TcpListener;
use std::sync::mpsc::{self, Sender};
use std::thread;

use crate::place::{Call, Place};

const TOKEN: &str = "123456:s3cr3t-t0k3n";

/// To whom Quoth speaks first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Contact {
    /// Who listens at the address that a file gives.
    Listener,
    /// Telegram's own server, by way of a proxy that is nobody's.
    Telegram,
    /// Nobody: it ended.
    Nobody,
}

/// Somebody who waits to be sent a token.
struct Listener(TcpListener);

impl Listener {
    fn new() -> Self {
        Self(TcpListener::bind("127.0.0.1:0").unwrap())
    }

    fn address(&self) -> String {
        format!("http://{}", self.0.local_addr().unwrap())
    }

    fn tell(self, contact: Contact, told: Sender<Contact>) {
        thread::spawn(move || {
            self.0.accept().unwrap();
            // The test has heard of another contact before.
            let _ = told.send(contact);
        });
    }
}

/// A file of settings that has the token sent to `listener`, with more lines.
fn file(listener: &Listener, more: &str) -> String {
    format!("TELOXIDE_API_URL={}\n{more}", listener.address())
}

/// The first contact of a call, which is then ended.
fn first_contact(call: Call<'_>, listener: Listener) -> Contact {
    let (told, contacts) = mpsc::channel();
    let proxy = Listener::new();
    let mut child = call.env("HTTPS_PROXY", proxy.address()).start();
    listener.tell(Contact::Listener, told.clone());
    proxy.tell(Contact::Telegram, told.clone());
    let mut output = child.stdout.take().unwrap();
    let reader = thread::spawn(move || {
        output.read_to_end(&mut Vec::new()).unwrap();
        let _ = told.send(Contact::Nobody);
    });
    let first = contacts.recv().unwrap();
    child.kill().unwrap();
    child.wait().unwrap();
    reader.join().unwrap();
    first
}

#[test]
fn a_file_of_a_folder_above_does_not_say_where_the_token_goes() {
    let (place, listener) = (Place::new(), Listener::new());
    place.put(".env", file(&listener, ""));
    place.put("below/corpus/mill.txt", "The mill stands by the brook.\n");
    let mut call = place.quoth(["telegram"]).env("TELOXIDE_TOKEN", TOKEN);
    call.command.current_dir(place.path("below"));
    assert_eq!(first_contact(call, listener), Contact::Telegram);
}

#[test]
fn a_file_without_the_token_does_not_say_where_it_goes() {
    for arguments in [&["telegram"][..], &[], &["--env-file", ".env"]] {
        let (place, listener) = (Place::new(), Listener::new());
        place.put(".env", file(&listener, ""));
        let call = || {
            let call = place.quoth(arguments.iter().copied());
            call.env("TELOXIDE_TOKEN", TOKEN)
        };
        assert_eq!(first_contact(call(), listener), Contact::Nobody);
        call().done().refused(&[
            "error: TELOXIDE_API_URL: ",
            ".env, which the token is not from",
            "\nhint: set it where TELOXIDE_TOKEN is set",
        ]);
    }
}

#[test]
fn a_file_with_the_token_says_where_it_goes() {
    let (place, listener) = (Place::new(), Listener::new());
    place.put(
        ".env",
        file(&listener, &format!("TELOXIDE_TOKEN={TOKEN}\n")),
    );
    let call = place.quoth(["telegram"]);
    assert_eq!(first_contact(call, listener), Contact::Listener);
}

#[test]
fn without_telegram_there_is_no_token_to_send() {
    let place = Place::new();
    place.put(".env", file(&Listener::new(), ""));
    let ask = || place.quoth(["ask", "When does the night ferry sail?"]);
    ask().done().exits(0);
    ask().env("TELOXIDE_TOKEN", TOKEN).done().exits(0);
    // Without a token, and with one that is put off, there is a chat.
    place.quoth([]).done().exits(0);
    place.quoth([]).env("TELOXIDE_TOKEN", "").done().exits(0);
}
