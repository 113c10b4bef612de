//! Settings as somebody wrote them into `.env`.

use super::environment::{Environment, settings_in};

/// They are settings, or refused with a reason.
pub(crate) fn settings(data: &[u8]) {
    let Ok(settings) = settings_in(&String::from_utf8_lossy(data)) else {
        return;
    };
    if let Ok(environment) = Environment::new(settings, std::iter::empty()) {
        let _ = (environment.corpus(), environment.data());
        let _ = (
            environment.memory(),
            environment.reader(),
            environment.log(),
        );
        let _ = environment.telegram();
    }
}
