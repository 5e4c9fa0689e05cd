//! What is hard to use, told by anybody: a letter to those who run the installation. Nothing of it is kept here once it is sent.

use ::access::{Allowance, Role};
use people::Organisation;

use crate::access::{SignInRefused, Visitor, count};
use crate::roles::holders;
use crate::{Desk, Fault};

/// The longest that is taken, in characters.
pub const FEEDBACK_LONGEST: usize = 2_000;

/// Why it is not sent.
#[derive(Debug, thiserror::Error)]
pub enum FeedbackRefused {
    /// Much has come from there, or from everywhere, in a short while.
    #[error("too many")]
    TooMany,
    /// Nobody who runs the installation has a mail address.
    #[error("nobody to send it to")]
    Nobody,
    /// The machinery.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<SignInRefused> for FeedbackRefused {
    fn from(refused: SignInRefused) -> FeedbackRefused {
        match refused {
            SignInRefused::Fault(fault) => FeedbackRefused::Fault(fault),
            SignInRefused::TooMany | SignInRefused::NotValid => FeedbackRefused::TooMany,
        }
    }
}

/// Sends what was said to everybody who runs the installation; `reply` is an address to answer to, or empty. Who said it is not
/// known, even when somebody is signed in.
///
/// # Errors
/// [`FeedbackRefused`].
pub async fn tell(
    desk: &Desk,
    visitor: &Visitor,
    organisation: &Organisation,
    text: &str,
    reply: &str,
) -> Result<(), FeedbackRefused> {
    let counters = [
        (desk.keys.counter("feedback-from", &[&visitor.network]), Allowance::FEEDBACK_FROM_NETWORK),
        (desk.keys.counter("feedback", &[]), Allowance::FEEDBACK),
    ];
    let (send_at, address, today) =
        (desk.send_at(), desk.address().to_owned(), desk.today(&organisation.zone));
    let (organisation, fallback) = (organisation.id, organisation.language);
    let (text, reply) = (text.to_owned(), reply.to_owned());
    desk.write(move |tx| {
        for (counter, allowance) in &counters {
            count(tx, counter, *allowance)?;
        }
        let mut sent = false;
        for person in holders(tx, organisation, Role::It, today)? {
            let Some(mail) = person.mail else { continue };
            let words = words::of(person.language.unwrap_or(fallback));
            let answer = if reply.is_empty() {
                words.letter_feedback_no_reply()
            } else {
                words.letter_feedback_reply(&reply)
            };
            let body = words.letter_feedback_body(&address, &text, answer);
            store::letters::add(tx, organisation, &mail, &words.letter_feedback_subject(), &body, send_at)?;
            sent = true;
        }
        if sent { Ok(()) } else { Err(FeedbackRefused::Nobody) }
    })
    .await
}
