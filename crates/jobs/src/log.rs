use actions::Desk;

use crate::clockwork::{LOOK_EVERY, Stop, TROUBLE, is_stopped, rest};

/// Puts what was done and looked at into the log, a moment after it happened; and once more when everything ends.
pub(crate) async fn run(desk: Desk, stop: Stop) {
    loop {
        let ends = is_stopped(&stop);
        let settled = actions::audit::settle(&desk).await;
        if let Err(fault) = &settled {
            tracing::warn!(%fault, "the log cannot be written right now");
        }
        if ends {
            return;
        }
        rest(&stop, if settled.is_ok() { LOOK_EVERY } else { TROUBLE }).await;
    }
}
