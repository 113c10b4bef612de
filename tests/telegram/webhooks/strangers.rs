//! Strangers at the webhook: none of them keeps Telegram out.

use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use super::Hooked;
use crate::messages::{begins, says};
use crate::server::{PATIENCE, SECRET};

/// A connection to the webhook on which this was written.
async fn connected(hooked: &Hooked, request: &str) -> TcpStream {
    let mut stream = TcpStream::connect(hooked.webhook.listen).await.unwrap();
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

/// What the webhook writes until it closes the connection, or is done with one response.
async fn response(stream: &mut TcpStream) -> String {
    let mut read = vec![0; 4096];
    let length = tokio::time::timeout(PATIENCE, stream.read(&mut read)).await;
    // A connection that is reset is closed as well.
    let length = length.expect("the webhook says nothing").unwrap_or(0);
    String::from_utf8_lossy(&read[..length]).into_owned()
}

#[tokio::test]
async fn nothing_of_a_call_is_read_before_its_secret() {
    let hooked = Hooked::at("/quoth").await;
    let head = "POST /quoth HTTP/1.1\r\nHost: quoth\r\nContent-Length: 1000000\r\n";
    // The body never comes.
    let mut stranger = connected(&hooked, &format!("{head}\r\n")).await;
    assert!(response(&mut stranger).await.starts_with("HTTP/1.1 401"));
    hooked.bot.stop().await;
}

#[tokio::test]
async fn headers_without_end_are_refused() {
    let hooked = Hooked::at("/quoth").await;
    for (name, count) in [
        ("A: b\r\n", 100),
        (&*format!("A: {}\r\n", "b".repeat(20_000)), 1),
    ] {
        let headers = name.repeat(count);
        let request = format!("POST /quoth HTTP/1.1\r\n{headers}\r\n");
        let mut stranger = connected(&hooked, &request).await;
        let answer = response(&mut stranger).await;
        begins(&answer, "HTTP/1.1 431");
    }
    hooked.bot.stop().await;
}

/// A call that brings an update of a kind that is not answered.
fn known(hooked: &Hooked) -> String {
    let body = json!({"update_id": 9, "poll": {}}).to_string();
    let (secret, length) = (&hooked.secret, body.len());
    let head = format!("POST /quoth HTTP/1.1\r\nHost: quoth\r\n{SECRET}: {secret}\r\n");
    format!("{head}Content-Length: {length}\r\n\r\n{body}")
}

#[tokio::test]
async fn strangers_are_many_and_slow_and_whoever_knows_the_secret_is_served() {
    let hooked = Hooked::at("/quoth").await;
    let known = known(&hooked);
    let mut first = connected(&hooked, &known).await;
    let served = response(&mut first).await;
    begins(&served, "HTTP/1.1 200");
    let mut idle = Vec::new();
    for _ in 0..300 {
        idle.push(connected(&hooked, "POST /quoth HTTP/1.1\r\nX-Slow: ").await);
    }
    // More than there may be: the first of them made way.
    assert_eq!(response(&mut idle[0]).await, "");
    let mut last = connected(&hooked, &known).await;
    // Nor did the one who showed the secret before.
    first.write_all(known.as_bytes()).await.unwrap();
    for stream in [&mut last, &mut first] {
        let served = response(stream).await;
        begins(&served, "HTTP/1.1 200");
    }
    hooked.bot.stop().await;
}

#[tokio::test]
async fn who_brings_no_update_is_hung_up_on() {
    let hooked = Hooked::at("/quoth").await;
    let known = format!("{SECRET}: {}\r\n", hooked.secret);
    for (call, secret, status) in [
        ("GET /", "", 401),
        ("POST /quoth", "", 401),
        ("POST /other", &*known, 404),
        ("GET /quoth", &*known, 405),
    ] {
        let call = format!("{call} HTTP/1.1\r\nHost: quoth\r\n{secret}\r\n");
        let mut stranger = connected(&hooked, &call).await;
        let mut answer = String::new();
        while let read = response(&mut stranger).await
            && !read.is_empty()
        {
            answer += &read;
        }
        begins(&answer, &format!("HTTP/1.1 {status}"));
        says(&answer, "connection: close");
    }
    hooked.bot.stop().await;
}

#[tokio::test]
async fn a_caller_that_is_too_slow_is_hung_up_on() {
    let hooked = Hooked::at("/quoth").await;
    let mut slow = connected(&hooked, "POST /quoth HTTP/1.1\r\nHost: ").await;
    let head = "POST /quoth HTTP/1.1\r\nHost: quoth\r\nContent-Length: 9\r\n";
    let known = format!("{head}{SECRET}: {}\r\n\r\n{{", hooked.secret);
    let mut half = connected(&hooked, &known).await;
    let half = response(&mut half).await;
    begins(&half, "HTTP/1.1 408");
    let told = response(&mut slow).await;
    assert!(
        told.is_empty() || told.starts_with("HTTP/1.1 408"),
        "{told}"
    );
    hooked.bot.stop().await;
}
