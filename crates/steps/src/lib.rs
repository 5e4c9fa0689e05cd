//! What a manager chooses to practise and what is dropped to make room for it: the catalogue, the step with its
//! when-then plan, check-ins, the drop and what it freed, and what can honestly be said about whether it helped.
//!
//! Pure rules: today's date, the stored history and the time zone are parameters. All of it is the manager's own.

mod balance;
mod card;
mod catalogue;
mod check_in;
mod code;
mod drop;
mod feed;
mod freed;
mod help;
mod id;
mod line;
mod moment;
mod need;
mod noise;
mod plan;
mod practice;
mod room;
mod side;
mod step;
mod text;
mod weekdays;

pub use balance::{Balance, Month, Sides, StepDays, balance};
pub use card::{CARDS, Card};
pub use catalogue::PRACTICES;
pub use check_in::{CheckIn, CheckInError, CheckIns, DAYS_BACK, Done, Summary, WeekCount};
pub use drop::{Drop, DropError, DropState, How, Wanted, What, WhatKind};
pub use feed::{FeedError, FeedEvent, FeedInput, Holds, MOST_EVENTS, feed};
pub use freed::{
    Estimate, Freed, FreedBy, Growth, KindMinutes, SeriesWeek, measure, measure_estimates, took_its_place,
};
pub use help::{Because, Evidence, Help, Verdict, did_it_help};
pub use id::{DropId, StepId};
pub use line::{Line, TextError, Words};
pub use moment::{Moment, MomentError};
pub use need::{Need, Whose};
pub use noise::{Change, WEEKS_EACH_SIDE};
pub use plan::{Plan, WHEN_SUGGESTIONS};
pub use practice::{Practice, PracticeChoice, PracticeKind};
pub use room::{Room, RoomKind};
pub use side::Side;
pub use step::{
    ChooseStep, Finished, Natural, Outcome, PAUSE_DAYS, Paused, Resumed, State, StateKind, Step, StepError,
    Weeks,
};
pub use text::Text;
pub use week::Area;
pub use weekdays::Weekdays;
