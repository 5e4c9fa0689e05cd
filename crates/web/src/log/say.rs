//! Lines of the log in words.

use access::{Door, Part, Role};
use actions::audit::{Act, Kind, Told};
use jiff::Timestamp;
use words::Words;

use crate::ctx::Ctx;
use crate::dates::writes;
use crate::people::by_door;

pub(super) fn kind(words: &Words, kind: Kind) -> String {
    match kind {
        Kind::Looks => words.log_kind_looks(),
        Kind::People => words.log_kind_people(),
        Kind::Rounds => words.log_kind_rounds(),
        Kind::Roles => words.log_kind_roles(),
        Kind::Doors => words.log_kind_doors(),
        Kind::Own => words.log_kind_own(),
        Kind::Log => words.log_kind_log(),
    }
}

/// Who did it, as what, and in whose place.
pub(crate) fn who(ctx: &Ctx, told: &Told) -> String {
    let (words, line) = (ctx.words(), &told.it.line);
    if line.actor.is_none() {
        return words.log_itself();
    }
    let name = told.actor.clone().unwrap_or_else(|| words.log_somebody());
    let roles: Vec<_> = line.in_roles().map(|role| actions::roles::name(words, role)).collect();
    let named = match roles.is_empty() {
        true => name,
        false => words.log_in_role(name, roles.join(", ")),
    };
    match line.behalf {
        Some(_) => words.log_instead(named, told.behalf.clone().unwrap_or_else(|| words.log_somebody())),
        None => named,
    }
}

/// What was done, to whom and what.
pub(crate) fn what(ctx: &Ctx, told: &Told) -> String {
    let (words, line) = (ctx.words(), &told.it.line);
    let somebody = || words.log_somebody();
    let mut parts = vec![act(words, line.act)];
    parts.extend(line.detail.as_ref().map(|detail| said(words, detail.code())));
    if line.person.is_some() && line.person != line.actor {
        parts.push(told.person.clone().unwrap_or_else(somebody));
    }
    parts.extend(told.unit.clone());
    parts.extend(told.round.clone());
    parts.extend(told.place.clone());
    parts.extend(line.until.map(|day| words.roles_until(writes(ctx.language()).date(day))));
    parts.join(" · ")
}

pub(super) fn when(ctx: &Ctx, at: Timestamp) -> String {
    writes(ctx.language()).moment(at, &ctx.time_zone())
}

/// A code in words: a door, a role, a part, what was erased; a file is called as it is.
fn said(words: &Words, code: &str) -> String {
    if let Some(door) = Door::from_code(code) {
        return by_door(words, door);
    }
    match (Role::from_code(code), Part::from_code(code)) {
        (Some(role), _) => actions::roles::name(words, role),
        (_, Some(Part::Rounds)) => words.log_part_rounds(),
        (_, Some(Part::Results)) => words.log_part_results(),
        (_, Some(Part::People)) => words.log_part_people(),
        _ => match code {
            "weeks" => words.erase_weeks(),
            "steps" => words.erase_steps(),
            "all" => words.erase_all(),
            file => file.replace('_', "."),
        },
    }
}

fn act(words: &Words, act: Act) -> String {
    match act {
        Act::SawGroup => words.act_saw_group(),
        Act::SawGroups => words.act_saw_groups(),
        Act::SawTalk => words.act_saw_talk(),
        Act::SawComputable => words.act_saw_computable(),
        Act::TookFigures => words.act_took_figures(),
        Act::ReleasedToCentre => words.act_released_to_centre(),
        Act::StaffListDone => words.act_staff_list_done(),
        Act::StaffListUndone => words.act_staff_list_undone(),
        Act::ColumnsSaid => words.act_columns_said(),
        Act::TookEveryone => words.act_took_everyone(),
        Act::PersonAdded => words.act_person_added(),
        Act::PersonRenamed => words.act_person_renamed(),
        Act::Employed => words.act_employed(),
        Act::EmploymentMoved => words.act_employment_moved(),
        Act::EmploymentEnded => words.act_employment_ended(),
        Act::LeaveNoted => words.act_leave_noted(),
        Act::LeadGiven => words.act_lead_given(),
        Act::LeadTaken => words.act_lead_taken(),
        Act::UnitOpened => words.act_unit_opened(),
        Act::UnitRenamed => words.act_unit_renamed(),
        Act::UnitMoved => words.act_unit_moved(),
        Act::UnitMerged => words.act_unit_merged(),
        Act::UnitClosed => words.act_unit_closed(),
        Act::AuthorityMarked => words.act_authority_marked(),
        Act::AuthorityUnmarked => words.act_authority_unmarked(),
        Act::RoundPlanned => words.act_round_planned(),
        Act::ConsultationNoted => words.act_consultation_noted(),
        Act::RoundCalledOff => words.act_round_called_off(),
        Act::RoundOpened => words.act_round_opened(),
        Act::RoundClosed => words.act_round_closed(),
        Act::BallotsErased => words.act_ballots_erased(),
        Act::SlipsMade => words.act_slips_made(),
        Act::StrictBegun => words.act_strict_begun(),
        Act::StrictEnded => words.act_strict_ended(),
        Act::RoleGiven => words.act_role_given(),
        Act::RoleTaken => words.act_role_taken(),
        Act::GroupRoleSaid => words.act_group_role_said(),
        Act::DeputyNamed => words.act_deputy_named(),
        Act::DeputyEnded => words.act_deputy_ended(),
        Act::PasswordSet => words.act_password_set(),
        Act::PasswordDropped => words.act_password_dropped(),
        Act::SignedIn => words.act_signed_in(),
        Act::PasskeyMade => words.act_passkey_made(),
        Act::PasskeyRemoved => words.act_passkey_removed(),
        Act::AccountForgotten => words.act_account_forgotten(),
        Act::TokenMade => words.act_token_made(),
        Act::TokenEnded => words.act_token_ended(),
        Act::LockedOut => words.act_locked_out(),
        Act::LetIn => words.act_let_in(),
        Act::OwnErased => words.act_own_erased(),
        Act::OwnTaken => words.act_own_taken(),
        Act::LeaverForgotten => words.act_leaver_forgotten(),
        Act::LogRead => words.act_log_read(),
        Act::LogTaken => words.act_log_taken(),
        Act::LogCut => words.act_log_cut(),
    }
}
