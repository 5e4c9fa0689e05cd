//! A manager's calendar before it is written down: series with their exceptions, and single entries week by week.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

use crate::chance::Chance;
use crate::company::Company;
use crate::holidays::{is_holiday, is_vacation};
use crate::municipality::{Municipality, PersonIndex};
use crate::occupied::Occupied;
use crate::said::said;
use crate::series::{Cut, Kind, Rhythm, Series, Single, Who, Window, Work, work};

/// The weeks before this one in which a chosen drop began to show.
pub(crate) const WEEKS_SINCE_DROP: i64 = 6;
/// By how many hundredths the leading share rises after a drop.
const RISE: i64 = 3;
/// The weeks before this one in which no manager is on leave.
const WEEKS_SHOWN: i64 = 3;
/// The most people written into one invitation.
const LARGEST_INVITATION: usize = 25;
/// How often an entry is drawn for a week before it is given up to reach the wanted hours.
const DRAWS: usize = 150;
/// How often a sort of single entry comes in a week, at most, and never twice a day.
const MOST_ALIKE: usize = 3;

/// Which weeks a calendar covers, around the week of [`crate::Request::today`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weeks {
    /// Whole weeks before the current one; at most [`Weeks::MOST_BACK`].
    pub back: u8,
    /// Weeks after the current one; at most [`Weeks::MOST_AHEAD`].
    pub ahead: u8,
}

impl Weeks {
    /// The most weeks back.
    pub const MOST_BACK: u8 = 52;
    /// The most weeks ahead.
    pub const MOST_AHEAD: u8 = 26;

    fn numbers(self) -> std::ops::RangeInclusive<i64> {
        -i64::from(self.back.min(Self::MOST_BACK))..=i64::from(self.ahead.min(Self::MOST_AHEAD))
    }
}

impl Default for Weeks {
    /// Twelve back, this one, two ahead.
    fn default() -> Weeks {
        Weeks { back: 12, ahead: 2 }
    }
}

/// What a week holds, as the generator meant it: to hold a classifier against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookedWeek {
    /// The Monday.
    pub monday: Date,
    /// Days that are no holiday, 0 to 5.
    pub days: u8,
    /// Minutes booked, double bookings once, all-day entries not counted.
    pub booked: u32,
    /// Minutes of entries that lead; double bookings among them count twice, which is rare.
    pub leading: u32,
}

/// An answer to an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    Accepted,
    Tentative,
    Declined,
    None,
}

/// How an entry shows in the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Show {
    Busy,
    Tentative,
    Free,
    Away,
}

/// One occurrence of a series that differs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Change {
    pub(crate) original: DateTime,
    pub(crate) start: DateTime,
    pub(crate) declined: bool,
}

/// How an entry comes back.
#[derive(Clone, Debug)]
pub(crate) struct Repeat {
    pub(crate) rhythm: Rhythm,
    pub(crate) last: Option<DateTime>,
    pub(crate) skipped: Vec<DateTime>,
    pub(crate) changes: Vec<Change>,
}

/// One entry or one series.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) uid: String,
    pub(crate) title: String,
    pub(crate) kind: Kind,
    pub(crate) start: DateTime,
    pub(crate) minutes: i64,
    /// Whole days instead of hours, when above 0.
    pub(crate) days: i64,
    pub(crate) repeat: Option<Repeat>,
    pub(crate) organizer: Option<PersonIndex>,
    pub(crate) guests: Vec<(PersonIndex, Answer)>,
    pub(crate) location: Option<String>,
    pub(crate) private: bool,
    pub(crate) cancelled: bool,
    pub(crate) show: Show,
}

/// What was chosen away.
#[derive(Clone, Debug)]
pub(crate) struct Dropped {
    pub(crate) uid: String,
    pub(crate) title: String,
    pub(crate) from: Date,
    pub(crate) cut: Cut,
    pub(crate) freed: i64,
}

/// The whole calendar of one manager.
pub(crate) struct Diary {
    pub(crate) entries: Vec<Entry>,
    pub(crate) weeks: Vec<BookedWeek>,
    pub(crate) dropped: Option<Dropped>,
}

/// The Monday of a day's week.
pub(crate) fn monday_of(day: Date) -> Date {
    day.saturating_sub(i64::from(day.weekday().to_monday_zero_offset()).days())
}

/// Fills the calendar of who leads something; `None` for everybody else.
pub(crate) fn fill(
    demo: &Municipality,
    manager: PersonIndex,
    weeks: Weeks,
    with_drop: bool,
) -> Option<Diary> {
    let company = Company::of(demo, manager)?;
    let work = work(company.sector, company.first_line);
    let diary = Diary { entries: Vec::new(), weeks: Vec::new(), dropped: None };
    let this_monday = monday_of(demo.today);
    let mut filling = Filling { demo, company, work, this_monday, range: weeks.numbers(), with_drop, diary };
    for (number, series) in work.series.iter().enumerate() {
        filling.series(series, number as u64);
    }
    let numbers = filling.range.clone();
    for week in numbers {
        filling.week(week);
    }
    Some(filling.diary)
}

/// A week while it is filled.
struct Open {
    monday: Date,
    /// The days that are worked; 0 is Monday.
    days: Vec<i64>,
    occupied: Occupied,
    /// Titles already there, with their day.
    come: Vec<(&'static str, i64)>,
    /// Those already met in an entry of their own.
    met: Vec<PersonIndex>,
}

struct Filling<'a> {
    demo: &'a Municipality,
    company: Company<'a>,
    work: &'static Work,
    this_monday: Date,
    range: std::ops::RangeInclusive<i64>,
    with_drop: bool,
    diary: Diary,
}

impl Filling<'_> {
    fn chance(&self, purpose: &str, number: u64) -> Chance {
        Chance::for_purpose(self.demo.seed, purpose, (u64::from(self.company.manager.0) << 32) ^ number)
    }

    fn monday(&self, week: i64) -> Date {
        self.this_monday.saturating_add((7 * week).days())
    }

    fn entry(title: String, kind: Kind, start: DateTime, minutes: i64, chance: &mut Chance) -> Entry {
        Entry {
            uid: uid(chance),
            kind,
            title,
            start,
            minutes,
            days: 0,
            repeat: None,
            organizer: None,
            guests: Vec::new(),
            location: None,
            private: false,
            cancelled: false,
            show: Show::Busy,
        }
    }

    /// A series begins over a year back, so that its exceptions do not hang on the weeks asked for.
    fn series(&mut self, series: &Series, number: u64) {
        let mut chance = self.chance("series", number);
        let first_week = -chance.between(54, 80);
        let end = self.monday(self.range.end() + 1);
        let days = dates(series.rhythm, self.monday(first_week), end);
        let title = self.company.title(series.title, None, &mut chance);
        let drop_day = self.monday(-WEEKS_SINCE_DROP);
        let (before, after): (Vec<Date>, Vec<Date>) = match series.cut {
            Some(_) if self.with_drop => days.into_iter().partition(|day| *day < drop_day),
            _ => (days, Vec::new()),
        };
        let ends = series.cut.is_some() && self.with_drop;
        let uid = self.run(series, &title, &before, series.minutes, ends, &mut chance);
        let Some(cut) = series.cut.filter(|_| self.with_drop) else { return };
        let freed = match cut {
            Cut::Gone => series.minutes,
            Cut::Shorter(minutes) => {
                self.run(series, &title, &after, minutes, false, &mut chance);
                series.minutes - minutes
            }
        };
        self.diary.dropped = Some(Dropped { uid, title, from: drop_day, cut, freed });
    }

    /// One run of a series over given days; the identifier it got.
    fn run(
        &mut self,
        series: &Series,
        title: &str,
        days: &[Date],
        minutes: i64,
        ends: bool,
        chance: &mut Chance,
    ) -> String {
        let Some((&first, &last)) = days.first().zip(days.last()) else { return String::new() };
        let mut entry =
            Self::entry(title.to_owned(), series.kind, moment(first, series.start), minutes, chance);
        self.invite(&mut entry, series.who, series.cut.is_some(), chance);
        let foreign = entry.organizer.is_some_and(|organizer| organizer != self.company.manager);
        let mut repeat = Repeat {
            rhythm: series.rhythm,
            last: ends.then(|| moment(last, series.start)),
            skipped: Vec::new(),
            changes: Vec::new(),
        };
        let window = self.monday(*self.range.start());
        for &day in days {
            let original = moment(day, series.start);
            let drawn = chance.below(100);
            if self.is_off(day) || drawn < 3 {
                repeat.skipped.push(original);
            } else if day >= window && drawn < 7 {
                let start = original.saturating_add((if series.start < 12 * 60 { 2 } else { 1 }).hours());
                repeat.changes.push(Change { original, start, declined: false });
            } else if day >= window && drawn < 10 && foreign {
                repeat.changes.push(Change { original, start: original, declined: true });
            }
        }
        entry.repeat = Some(repeat);
        let uid = entry.uid.clone();
        self.diary.entries.push(entry);
        uid
    }

    fn is_off(&self, day: Date) -> bool {
        // A demo begun in July must have something to show: its last weeks are worked.
        let shown = self.monday(-WEEKS_SHOWN)..=self.this_monday;
        let monday = monday_of(day);
        is_holiday(day, self.demo.language) || (is_vacation(monday) && !shown.contains(&monday))
    }

    fn invite(&self, entry: &mut Entry, who: Who, unloved: bool, chance: &mut Chance) {
        let company = &self.company;
        let (mut guests, organizer) = match who {
            Who::Alone => return,
            Who::One => (Vec::new(), None),
            Who::Some(number) => (company.some_colleagues(number, chance), None),
            Who::Staff => (company.staff.clone(), None),
            Who::Peers => (company.peers.clone(), company.boss),
            Who::Boss => (Vec::new(), company.boss),
            Who::Support(sector) => (Vec::new(), company.support(sector)),
        };
        guests.truncate(LARGEST_INVITATION);
        let declines = if unloved { 30 } else { 7 };
        entry.organizer = Some(organizer.unwrap_or(company.manager));
        if organizer.is_some() {
            guests.insert(0, company.manager);
        }
        entry.guests = guests
            .into_iter()
            .map(|guest| (guest, answer(guest == company.manager, declines, chance)))
            .collect();
    }

    /// Single entries until the week has the hours, and the share of leading, it should have.
    fn week(&mut self, week: i64) {
        let monday = self.monday(week);
        let mut chance = self.chance("week", week_number(monday));
        let days: Vec<i64> = (0..5).filter(|&day| !self.is_off(monday.saturating_add(day.days()))).collect();
        let mut open =
            Open { monday, days, occupied: Occupied::default(), come: Vec::new(), met: Vec::new() };
        let mut leading = self.take_series(&mut open);
        if open.days.is_empty() {
            self.whole_days(said("Semester", "Ferie", "Annual leave"), monday, 5, Show::Away, &mut chance);
        } else {
            let wanted = self.wanted(week, open.days.len() as i64, &mut chance);
            let share = self.leading_share(week, &mut chance);
            leading += self.add_leading(&mut open, wanted * share / 100 - leading, &mut chance);
            for _ in 0..DRAWS {
                if open.occupied.minutes() >= wanted {
                    break;
                }
                self.add_single(self.work.rest, &mut open, &mut chance);
            }
            self.marginal(monday, &open.days, &mut chance);
        }
        let (booked, leading) = (open.occupied.minutes() as u32, leading as u32);
        self.diary.weeks.push(BookedWeek { monday, days: open.days.len() as u8, booked, leading });
    }

    /// Takes the time of all series in a week; the minutes that lead.
    fn take_series(&self, open: &mut Open) -> i64 {
        let mut leading = 0;
        for entry in &self.diary.entries {
            for start in entry.held_in(open.monday) {
                open.occupied.add(minute_of(open.monday, start), entry.minutes);
                leading += if entry.kind == Kind::Leading { entry.minutes } else { 0 };
            }
        }
        leading
    }

    /// Booked minutes to reach: the usual week with its noise; less when days are off, or the week is still to come.
    fn wanted(&self, week: i64, days: i64, chance: &mut Chance) -> i64 {
        let contract = if self.demo.language == people::Language::Da { 37 } else { 40 };
        let usual = self.work.booked * contract / 40 + chance.between(-240, 180);
        let known = match week {
            ..=0 => 100,
            1 => 80,
            _ => 60,
        };
        usual * days * known / 500
    }

    fn leading_share(&self, week: i64, chance: &mut Chance) -> i64 {
        let (low, high) = self.work.leading_share;
        let rise = if self.with_drop && week >= -WEEKS_SINCE_DROP { RISE } else { 0 };
        // Two draws: weeks near the middle are more common than the extremes.
        (chance.between(low, high) + chance.between(low, high)) / 2 + rise
    }

    /// Single entries that lead until `wanted` minutes more; how many came.
    fn add_leading(&mut self, open: &mut Open, wanted: i64, chance: &mut Chance) -> i64 {
        let mut come = 0;
        for _ in 0..DRAWS {
            if come + 15 >= wanted {
                break;
            }
            come += self.add_single(self.work.leading, open, chance);
        }
        come
    }

    /// One single entry where there is room, seldom on top of another; its minutes, 0 when it found no place.
    fn add_single(&mut self, table: &'static [Single], open: &mut Open, chance: &mut Chance) -> i64 {
        let single = &table[chance.weighted(table.iter().map(|single| single.weight))];
        let minutes = 15 * chance.between(single.quarters.0, single.quarters.1);
        let day = *chance.pick(&open.days);
        let who = if single.who == Who::One { self.company.one(chance) } else { None };
        if who.map_or_else(|| open.has_enough(single, day), |person| open.met.contains(&person)) {
            return 0;
        }
        let Some(start) = self.room(single.window, day, minutes, &open.occupied, chance) else { return 0 };
        open.occupied.add(start, minutes);
        open.come.push((single.title.in_language(self.demo.language), day));
        open.met.extend(who);
        let title = self.company.title(single.title, who, chance);
        let moment = moment(open.monday, 0).saturating_add(start.minutes());
        let mut entry = Self::entry(title, single.kind, moment, minutes, chance);
        self.invite(&mut entry, single.who, false, chance);
        entry.guests.extend(who.map(|guest| (guest, answer(false, 4, chance))));
        entry.private = single.private;
        entry.location = self.company.location(entry.guests.len(), chance);
        if chance.percent(6) {
            entry.show = Show::Tentative;
        }
        self.diary.entries.push(entry);
        minutes
    }

    /// A start, in minutes after Monday midnight.
    fn room(
        &self,
        window: Window,
        day: i64,
        minutes: i64,
        occupied: &Occupied,
        chance: &mut Chance,
    ) -> Option<i64> {
        let (from, to) = match window {
            Window::Noon => (11 * 60 + 30, 12 * 60 + 30),
            Window::Outside if chance.percent(30) => (6 * 60, 6 * 60 + 45),
            Window::Outside => (17 * 60 + 30, 20 * 60),
            Window::Day => (self.company.day.0, self.company.day.1 - minutes),
        };
        let may_overlap = chance.percent(4);
        for _ in 0..12 {
            let start = day * 24 * 60 + from + 15 * chance.between(0, (to - from) / 15);
            if may_overlap || occupied.is_free(start, minutes) {
                return Some(start);
            }
        }
        None
    }

    /// What lies at the edge of a calendar: days noted, meetings called off, invitations declined.
    fn marginal(&mut self, monday: Date, days: &[i64], chance: &mut Chance) {
        let noted = said("Löneperiod stänger", "Lønkørsel lukker", "Payroll closes");
        if (18..=24).contains(&monday.day()) {
            self.whole_days(noted, monday.saturating_add(days[0].days()), 1, Show::Free, chance);
        }
        if chance.percent(20) {
            let title = said("Semesterlista ska vara klar", "Ferieplan skal være klar", "Holiday list due");
            self.whole_days(title, monday.saturating_add(chance.pick(days).days()), 1, Show::Free, chance);
        }
        let (cancelled, declined) = (chance.percent(30), chance.percent(45));
        if cancelled {
            let title = said(
                "Inställt: Informationsmöte",
                "Aflyst: Informationsmøde",
                "Canceled: Information meeting",
            );
            self.lapsed(title, monday, days, true, chance);
        }
        if declined {
            let title = said(
                "Lunchseminarium digitalisering",
                "Frokostoplæg digitalisering",
                "Lunch seminar digitalisation",
            );
            self.lapsed(title, monday, days, false, chance);
        }
    }

    /// A meeting called by somebody else that the manager does not go to.
    fn lapsed(
        &mut self,
        title: crate::said::Said,
        monday: Date,
        days: &[i64],
        cancelled: bool,
        chance: &mut Chance,
    ) {
        let day = monday.saturating_add(chance.pick(days).days());
        let title = self.company.title(title, None, chance);
        let mut entry = Self::entry(title, Kind::Other, moment(day, 12 * 60), 60, chance);
        self.invite(&mut entry, Who::Peers, true, chance);
        for (guest, answer) in &mut entry.guests {
            if *guest == self.company.manager && !cancelled {
                *answer = Answer::Declined;
            }
        }
        entry.cancelled = cancelled || entry.organizer == Some(self.company.manager);
        entry.show = Show::Free;
        self.diary.entries.push(entry);
    }

    fn whole_days(
        &mut self,
        title: crate::said::Said,
        first: Date,
        days: i64,
        show: Show,
        chance: &mut Chance,
    ) {
        let title = title.in_language(self.demo.language).to_owned();
        let mut entry = Self::entry(title, Kind::Other, moment(first, 0), 0, chance);
        (entry.days, entry.show) = (days, show);
        self.diary.entries.push(entry);
    }
}

impl Open {
    /// Whether a sort of entry, other than with one person, is there often enough.
    fn has_enough(&self, single: &Single, day: i64) -> bool {
        let alike = |come: &&(&'static str, i64)| single.title.is(come.0);
        self.come.iter().filter(alike).count() >= MOST_ALIKE
            || self.come.iter().filter(alike).any(|come| come.1 == day)
    }
}

impl Entry {
    /// When it is held in the week of a Monday: not on whole days, and not what is called off or declined.
    fn held_in(&self, monday: Date) -> Vec<DateTime> {
        let Some(repeat) = &self.repeat else { return Vec::new() };
        let next = monday.saturating_add(7.days());
        let last = repeat.last.map_or(next, |last| last.date().saturating_add(1.days()).min(next));
        // From the series' own first week, so that every other week keeps its step.
        let plain = dates(repeat.rhythm, monday_of(self.start.date()), last)
            .into_iter()
            .filter(|day| *day >= monday && *day >= self.start.date())
            .map(|day| day.to_datetime(self.start.time()))
            .filter(|start| {
                !repeat.skipped.contains(start)
                    && !repeat.changes.iter().any(|change| change.original == *start)
            });
        let moved = repeat
            .changes
            .iter()
            .filter(|change| !change.declined && (monday..next).contains(&change.start.date()));
        plain.chain(moved.map(|change| change.start)).collect()
    }
}

/// The days of a rhythm from a Monday until before `end`.
fn dates(rhythm: Rhythm, monday: Date, end: Date) -> Vec<Date> {
    match rhythm {
        Rhythm::Weeks(days, every) => {
            let weeks = (0i64..).step_by(every as usize).map(|week| monday.saturating_add((7 * week).days()));
            weeks
                .take_while(|first| *first < end)
                .flat_map(|first| days.iter().map(move |&day| first.saturating_add(i64::from(day).days())))
                .take_while(|day| *day < end)
                .collect()
        }
        Rhythm::Month(nth, weekday) => {
            let months = (0i64..).map(|month| monday.first_of_month().saturating_add(month.months()));
            months
                .take_while(|first| *first < end)
                .filter_map(|first| first.nth_weekday_of_month(nth, weekday_from_monday(weekday)).ok())
                .filter(|day| (monday..end).contains(day))
                .collect()
        }
    }
}

/// 0 is Monday.
pub(crate) fn weekday_from_monday(day: i8) -> jiff::civil::Weekday {
    jiff::civil::Weekday::from_monday_zero_offset(day).unwrap_or(jiff::civil::Weekday::Monday)
}

/// A day and minutes after its midnight.
fn moment(day: Date, minutes: i64) -> DateTime {
    day.to_datetime(Time::midnight()).saturating_add(minutes.minutes())
}

/// Minutes after the midnight before Monday, by the clock on the wall.
fn minute_of(monday: Date, at: DateTime) -> i64 {
    let days = at.date().since(monday).map_or(0, |span| i64::from(span.get_days()));
    days * 24 * 60 + i64::from(at.hour()) * 60 + i64::from(at.minute())
}

/// A number for a week that does not hang on the weeks asked for.
fn week_number(monday: Date) -> u64 {
    let week = monday.iso_week_date();
    week.year() as u64 * 100 + week.week() as u64
}

fn answer(own: bool, declines: usize, chance: &mut Chance) -> Answer {
    let drawn = chance.below(100);
    match drawn {
        _ if own => Answer::Accepted,
        _ if drawn < declines => Answer::Declined,
        _ if drawn < declines + 8 => Answer::Tentative,
        _ if drawn < declines + 25 => Answer::None,
        _ => Answer::Accepted,
    }
}

/// The form of Outlook's identifiers: a fixed head, eight bytes of time, a fixed middle, sixteen bytes of chance.
fn uid(chance: &mut Chance) -> String {
    let (first, second, time) = (chance.next(), chance.next(), chance.next() >> 8);
    format!(
        "040000008200E00074C5B7101A82E00800000000{time:016X}000000000000000010000000{first:016X}{second:016X}"
    )
}
