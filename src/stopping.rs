//! When the process is told to stop.

use anyhow::Context as _;

/// Done once the process is told to stop. From this call on, not from the
/// first wait: a signal in between is not lost.
pub(crate) fn stop_signal() -> anyhow::Result<impl Future<Output = ()>> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut interrupt =
            signal(SignalKind::interrupt()).context("SIGINT cannot be waited for")?;
        let mut terminate =
            signal(SignalKind::terminate()).context("SIGTERM cannot be waited for")?;
        Ok(async move {
            tokio::select! {
                _ = interrupt.recv() => {}
                _ = terminate.recv() => {}
            }
        })
    }
    #[cfg(not(unix))]
    Ok(async {
        // Without signals there is only the hard way to end.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// Waits until the process is told to stop.
///
/// # Errors
///
/// Where the system tells of no signals.
pub fn wait() -> anyhow::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .context("signals cannot be waited for")?;
    runtime.block_on(async {
        stop_signal()?.await;
        Ok(())
    })
}
