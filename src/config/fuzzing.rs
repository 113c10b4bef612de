//! Settings as somebody wrote them into `.env`.

use super::dot_env::DotEnv;
use super::environment::Environment;

/// They are settings, or refused with a reason.
pub(crate) fn settings(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let Ok(file) = DotEnv::of(std::path::Path::new(".env"), &text) else {
        return;
    };
    if let Ok(environment) = Environment::new(Some(file), std::iter::empty()) {
        let _ = (environment.corpus(), environment.data());
        let _ = (
            environment.memory(),
            environment.reader(),
            environment.log(),
        );
        let _ = environment.telegram();
    }
}
