use std::time::Duration;

use actions::letters::{self, Letter};
use actions::{Desk, Fault, clockwork};
use mail::{Channel, NotSent};

use crate::clockwork::{LOOK_EVERY, Stop, TROUBLE, is_stopped, rest};

/// Sends what waits, one after the other. When the mail server does not answer, the rest wait with it.
pub(crate) async fn run(desk: Desk, post: impl Channel, stop: Stop) {
    while !is_stopped(&stop) {
        let pause = next(&desk, &post).await.unwrap_or_else(|fault| {
            tracing::warn!(%fault, "the clockwork cannot reach its letters");
            TROUBLE
        });
        rest(&stop, pause).await;
    }
}

/// Sends the next letter; how long to rest after it.
async fn next(desk: &Desk, post: &impl Channel) -> Result<Duration, Fault> {
    let Some(letter) = letters::take(desk).await? else { return Ok(LOOK_EVERY) };
    match post.carry(&for_mail(&letter)).await {
        Ok(()) => letters::sent(desk, letter).await?,
        Err(NotSent::NoSuchAddress) => clockwork::give_up_letter(desk, letter).await?,
        Err(reason) => {
            tracing::warn!(letter = letter.id, tries = letter.tries, %reason, "a letter was not sent");
            letters::failed(desk, letter).await?;
            // A server that says no to everything is not to be asked a hundred times a second.
            return Ok(if reason == NotSent::Unreachable { TROUBLE } else { LOOK_EVERY });
        }
    }
    Ok(Duration::ZERO)
}

fn for_mail(letter: &Letter) -> mail::Letter {
    mail::Letter {
        id: letter.id,
        written_at: letter.created_at,
        recipient: letter.recipient.clone(),
        subject: letter.subject.clone(),
        body: letter.body.clone(),
    }
}
