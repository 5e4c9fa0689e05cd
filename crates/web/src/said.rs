use words::Words;

/// What is said once, on the page after something was done. Only its code travels, in a cookie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Said {
    SignedOut,
    Saved,
    PasswordSet,
    PasswordGone,
    SessionEnded,
    PasskeyMade,
    PasskeyGone,
    LetterSent,
    StepChosen,
    StepPaused,
    StepResumed,
    StepFinished,
    CheckedIn,
    DropChosen,
    FeedEnded,
    Subscribed,
    Unsubscribed,
    Erased,
    NothingToCorrect,
    Corrected,
    CorrectedLikes,
    RoundPlanned,
    RoundCalledOff,
    Agreed,
    StaffListDone,
    StaffListUndone,
    StaffListCalledOff,
    StaffListColumns,
    RoleGiven,
    RoleTaken,
    DeputyNamed,
    DeputyEnded,
    TokenEnded,
}

impl Said {
    const ALL: [(Said, &'static str); 33] = [
        (Said::SignedOut, "signed-out"),
        (Said::Saved, "saved"),
        (Said::PasswordSet, "password-set"),
        (Said::PasswordGone, "password-gone"),
        (Said::SessionEnded, "session-ended"),
        (Said::PasskeyMade, "passkey-made"),
        (Said::PasskeyGone, "passkey-gone"),
        (Said::LetterSent, "letter-sent"),
        (Said::StepChosen, "step-chosen"),
        (Said::StepPaused, "step-paused"),
        (Said::StepResumed, "step-resumed"),
        (Said::StepFinished, "step-finished"),
        (Said::CheckedIn, "checked-in"),
        (Said::DropChosen, "drop-chosen"),
        (Said::FeedEnded, "feed-ended"),
        (Said::Subscribed, "subscribed"),
        (Said::Unsubscribed, "unsubscribed"),
        (Said::Erased, "erased"),
        (Said::NothingToCorrect, "nothing-to-correct"),
        (Said::Corrected, "corrected"),
        (Said::CorrectedLikes, "corrected-likes"),
        (Said::RoundPlanned, "round-planned"),
        (Said::RoundCalledOff, "round-called-off"),
        (Said::Agreed, "agreed"),
        (Said::StaffListDone, "staff-list-done"),
        (Said::StaffListUndone, "staff-list-undone"),
        (Said::StaffListCalledOff, "staff-list-called-off"),
        (Said::StaffListColumns, "staff-list-columns"),
        (Said::RoleGiven, "role-given"),
        (Said::RoleTaken, "role-taken"),
        (Said::DeputyNamed, "deputy-named"),
        (Said::DeputyEnded, "deputy-ended"),
        (Said::TokenEnded, "token-ended"),
    ];

    pub(crate) fn code(self) -> &'static str {
        Said::ALL.iter().find(|(said, _)| *said == self).map_or("", |(_, code)| code)
    }

    pub(crate) fn from_code(code: &str) -> Option<Said> {
        Said::ALL.iter().find(|(_, known)| *known == code).map(|(said, _)| *said)
    }

    pub(crate) fn words(self, words: &Words) -> String {
        match self {
            Said::SignedOut => words.said_signed_out(),
            Said::Saved => words.said_saved(),
            Said::PasswordSet => words.said_password_set(),
            Said::PasswordGone => words.said_password_gone(),
            Said::SessionEnded => words.said_session_ended(),
            Said::PasskeyMade => words.said_passkey_made(),
            Said::PasskeyGone => words.said_passkey_gone(),
            Said::LetterSent => words.said_letter_sent(),
            Said::StepChosen => words.said_step_chosen(),
            Said::StepPaused => words.said_step_paused(),
            Said::StepResumed => words.said_step_resumed(),
            Said::StepFinished => words.said_step_finished(),
            Said::CheckedIn => words.said_checked_in(),
            Said::DropChosen => words.said_drop_chosen(),
            Said::FeedEnded => words.said_feed_ended(),
            Said::Subscribed => words.said_subscribed(),
            Said::Unsubscribed => words.said_unsubscribed(),
            Said::Erased => words.said_erased(),
            Said::NothingToCorrect => words.said_nothing_to_correct(),
            Said::Corrected => words.said_corrected(),
            Said::CorrectedLikes => words.said_corrected_likes(),
            Said::RoundPlanned => words.said_round_planned(),
            Said::RoundCalledOff => words.said_round_called_off(),
            Said::Agreed => words.said_agreed(),
            Said::StaffListDone => words.said_staff_done(),
            Said::StaffListUndone => words.said_staff_undone(),
            Said::StaffListCalledOff => words.said_staff_called_off(),
            Said::StaffListColumns => words.said_staff_columns(),
            Said::RoleGiven => words.said_role_given(),
            Said::RoleTaken => words.said_role_taken(),
            Said::DeputyNamed => words.said_deputy_named(),
            Said::DeputyEnded => words.said_deputy_ended(),
            Said::TokenEnded => words.said_token_ended(),
        }
    }
}
