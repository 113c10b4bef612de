//! Where the token goes: to the address that its owner gave, and to no other.

use std::io::{BufRead as _, BufReader, ErrorKind, Read as _, Write as _};
use std::net::TcpListener;
use std::process::{Child, Stdio};
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

/// Ends a process; nobody was spoken to by then.
fn end_unheard(mut child: Child, listener: &Listener) {
    let heard = listener.0.accept();
    child.kill().unwrap();
    child.wait().unwrap();
    assert_eq!(heard.unwrap_err().kind(), ErrorKind::WouldBlock);
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
    let token = format!("TELOXIDE_TOKEN={TOKEN}\n");
    place.put(".env", file(&listener, &token));
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
    place.run([]).exits(0);
    place.quoth([]).env("TELOXIDE_TOKEN", "").done().exits(0);
}

/// The first lines of what comes next, to which `reply` is the answer.
fn heard(listener: &Listener, reply: &str) -> String {
    let (mut stream, _) = listener.0.accept().unwrap();
    let mut request = Vec::new();
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        let mut some = [0; 1024];
        let count = stream.read(&mut some).unwrap();
        request.extend_from_slice(&some[..count]);
    }
    stream.write_all(reply.as_bytes()).unwrap();
    String::from_utf8_lossy(&request).into_owned()
}

#[test]
fn the_token_follows_nobody_elsewhere() {
    let (place, server, elsewhere) = (Place::new(), Listener::new(), Listener::new());
    let call = place
        .quoth(["telegram"])
        .env("TELOXIDE_TOKEN", TOKEN)
        .env("TELOXIDE_API_URL", server.address());
    let reply = format!(
        "HTTP/1.1 302 Found\r\nLocation: {}/elsewhere\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
        elsewhere.address()
    );
    elsewhere.0.set_nonblocking(true).unwrap();
    let child = call.start();
    for _ in 0..2 {
        // What is no answer is asked for again, of the same server.
        assert!(heard(&server, &reply).contains(TOKEN));
    }
    end_unheard(child, &elsewhere);
}

#[test]
fn the_password_of_a_cluster_on_this_machine_takes_no_way_out_of_it() {
    let (place, node, proxy) = (Place::new(), Listener::new(), Listener::new());
    let address = node.address().replace("http://", "http://reader@");
    let call = place
        .quoth(["ask", "When does the night ferry sail?"])
        .env("HTTP_PROXY", proxy.address())
        .env("QUOTH_ENGINE", address)
        .env("QUOTH_ENGINE_PASSWORD", "s3cr3t");
    proxy.0.set_nonblocking(true).unwrap();
    let child = call.start();
    let reply = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    assert!(heard(&node, reply).contains("authorization: Basic "));
    end_unheard(child, &proxy);
}

#[test]
fn no_proxy_reads_the_token_on_its_way_to_a_server_without_tls() {
    let (place, proxy) = (Place::new(), Listener::new());
    let mut call = place
        .quoth(["telegram"])
        .env("TELOXIDE_TOKEN", TOKEN)
        .env("TELOXIDE_API_URL", "http://bots.invalid")
        .env("HTTP_PROXY", proxy.address());
    proxy.0.set_nonblocking(true).unwrap();
    let mut child = call.command.stderr(Stdio::piped()).spawn().unwrap();
    let told = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut told = told.map_while(Result::ok);
    assert!(told.any(|line| line.contains("Telegram cannot be reached")));
    end_unheard(child, &proxy);
}
