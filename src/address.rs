//! Whose an address is.

use url::{Host, Url};

/// Whether a server is addressed by a name or number that every machine has for itself.
pub(crate) fn is_of_this_machine(server: &Url) -> bool {
    match server.host() {
        Some(Host::Domain(name)) => matches!(name, "localhost" | "localhost."),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}
