//! The picture of a week, or of several, in a terminal.

use jiff::ToSpan;
use people::Language;
use week::{Fingerprint, Kind, Minutes, Review, Suggestion, Tally, UNDISTURBED_MINUTES, Week};
use words::Words;

use super::look::Look;
use super::paint::{self, Paint, columns, divide, mark};
use super::said;

/// So many series are listed; the others are counted.
const SERIES_SHOWN: usize = 30;
/// So many suggestions.
const SUGGESTIONS_SHOWN: usize = 8;
/// So many troubles.
const TROUBLES_SHOWN: usize = 10;
/// Weeks of a trend before it is said how much they differ.
const NOISE_FROM_WEEKS: usize = 4;
/// Weeks from which a rhythm can be told.
const SURE_FROM_WEEKS: u32 = 4;
/// A day's bar is full at this, or at the longest day.
const FULL_DAY_MINUTES: u32 = 8 * 60;

/// Draws it, at most `width` columns wide.
pub(super) fn draw(look: &Look<'_>, language: Language, paint: Paint, width: usize, titles: bool) -> String {
    let words = words::of(language);
    let total = look.analysis.weeks.iter().fold(Minutes::default(), |sum, week| sum.plus(&week.minutes()));
    let mut picture =
        Picture { look, language, words, paint, width: width - 2, titles, total, text: String::new() };
    picture.head();
    picture.kinds();
    if let [week] = look.analysis.weeks.as_slice() {
        picture.days(week);
    }
    picture.how();
    picture.trend();
    picture.choose_away();
    picture.series();
    picture.aside();
    picture.troubles();
    picture.text
}

struct Picture<'p, 'a> {
    look: &'p Look<'a>,
    language: Language,
    words: &'static Words,
    paint: Paint,
    /// Inside the margin.
    width: usize,
    titles: bool,
    total: Minutes,
    text: String,
}

impl Picture<'_, '_> {
    fn line(&mut self, line: &str) {
        if !line.is_empty() {
            self.text.push_str("  ");
        }
        self.text.push_str(line.trim_end());
        self.text.push('\n');
    }

    fn section(&mut self, heading: &str) {
        self.line("");
        for line in wrap(heading, self.width) {
            let line = self.paint.bold(&line);
            self.line(&line);
        }
    }

    /// A text over as many lines as it needs.
    fn flow(&mut self, text: &str, indent: usize) {
        for line in wrap(text, self.width.saturating_sub(indent)) {
            let line = " ".repeat(indent) + &self.paint.faint(&line);
            self.line(&line);
        }
    }

    fn hours(&self, minutes: u32) -> String {
        self.words.terminal_hours(self.number(f64::from(minutes)))
    }

    fn number(&self, minutes: f64) -> String {
        said::hours(minutes, self.language)
    }

    fn head(&mut self) {
        let window = self.look.window;
        let (from, to) = (window.monday().to_string(), window.end().saturating_sub(1.day()).to_string());
        let heading = match window.weeks() {
            1 => self.words.terminal_week(i64::from(window.monday().iso_week_date().week()), from, to),
            weeks => self.words.terminal_weeks(i64::from(weeks), from, to),
        };
        self.line("");
        let heading = self.paint.faint(&heading);
        self.line(&heading);
        self.line("");
        let sentence =
            said::sentence(self.total.of(Kind::Lead), self.total.booked(), self.language, self.words);
        for line in wrap(&sentence, self.width) {
            let line = self.paint.bold(&line);
            self.line(&line);
        }
        if self.look.trend.weeks.len() > 1 {
            let mean = self.words.terminal_sentence_mean(self.number(self.look.trend.mean));
            self.line(&mean);
        }
    }

    fn bar(&self, minutes: &Minutes, width: usize, whole: u32) -> String {
        let parts = Kind::ALL.map(|kind| minutes.of(kind));
        let shares = divide(width, &parts, whole);
        let strip = |(kind, share): (Kind, usize)| self.paint.kind(kind, &mark(kind).repeat(share));
        Kind::ALL.into_iter().zip(shares).map(strip).collect()
    }

    fn kinds(&mut self) {
        let booked = self.total.booked();
        let bar = self.bar(&self.total.clone(), self.width, booked);
        self.line("");
        self.line(&bar);
        self.line("");
        let names = Kind::ALL.map(|kind| said::kind(kind, self.words));
        let widest = names.iter().map(|name| columns(name)).max().unwrap_or(0);
        let shares = divide(100, &Kind::ALL.map(|kind| self.total.of(kind)), booked);
        for ((kind, name), share) in Kind::ALL.into_iter().zip(names).zip(shares) {
            let minutes = self.total.of(kind);
            if minutes == 0 {
                continue;
            }
            let line = format!(
                "{} {} {} {}",
                self.paint.kind(kind, mark(kind)),
                paint::left(&name, widest + 1),
                paint::right(&self.hours(minutes), 9),
                paint::right(&format!("{share} %"), 6)
            );
            self.line(&line);
        }
    }

    fn days(&mut self, week: &Week) {
        self.section(&self.words.terminal_days());
        let longest = week.days.iter().map(Minutes::booked).max().unwrap_or(0).max(FULL_DAY_MINUTES);
        let width = self.width.saturating_sub(4 + 9);
        for (day, minutes) in week.days.iter().enumerate() {
            let (booked, away) = (minutes.booked(), week.facts.away[day]);
            if day > 4 && booked == 0 {
                continue;
            }
            let bar = self.bar(minutes, width, longest);
            let blank = width.saturating_sub(divide(width, &[booked], longest)[0]);
            let hours = if away && booked == 0 { self.words.terminal_away() } else { self.hours(booked) };
            let line = format!(
                "{}{bar}{}{}",
                paint::left(&said::weekday(day, self.words), 4),
                " ".repeat(blank),
                paint::right(&hours, 9)
            );
            self.line(&line);
        }
    }

    fn how(&mut self) {
        self.section(&self.words.terminal_how());
        let words = self.words;
        let facts = || self.look.analysis.weeks.iter().map(|week| &week.facts);
        let tally = |tallies: &mut dyn Iterator<Item = Tally>| {
            tallies.fold(Tally::default(), |sum, one| Tally {
                times: sum.times + one.times,
                minutes: sum.minutes + one.minutes,
            })
        };
        let undisturbed = tally(&mut facts().flat_map(|facts| facts.undisturbed));
        let talks = tally(&mut facts().map(|facts| facts.one_to_ones));
        let own_manager = tally(&mut facts().map(|facts| facts.with_own_manager));
        let outside: u32 = facts().map(|facts| facts.outside_hours).sum();
        let double: u32 = facts().map(|facts| facts.double_booked).sum();
        let recurring: u32 = facts().map(|facts| facts.recurring).sum();
        let rows = [
            (
                words.terminal_undisturbed(i64::from(UNDISTURBED_MINUTES)),
                undisturbed.minutes,
                Some(undisturbed),
            ),
            (words.terminal_outside(), outside, None),
            (words.terminal_double(), double, None),
            (words.terminal_one_to_ones(), talks.minutes, Some(talks)),
            (words.terminal_own_manager(), own_manager.minutes, Some(own_manager)),
            (words.terminal_recurring(), recurring, None),
        ];
        let widest = rows.iter().map(|(label, ..)| columns(label)).max().unwrap_or(0);
        let label_width = widest.min(self.width.saturating_sub(10));
        for (label, minutes, tally) in rows {
            let hours = paint::right(&self.hours(minutes), 9);
            let mut line = format!("{} {hours}", paint::left(&label, label_width));
            let times = tally.map(|tally| words.terminal_times(i64::from(tally.times))).unwrap_or_default();
            if tally.is_some_and(|tally| tally.times > 0) && label_width + 12 + columns(&times) <= self.width
            {
                line = format!("{line}  {}", self.paint.faint(&times));
            }
            self.line(&line);
        }
    }

    fn trend(&mut self) {
        let trend = &self.look.trend;
        if trend.weeks.len() < 2 {
            return;
        }
        self.section(&self.words.terminal_trend());
        let most = trend.weeks.iter().map(|(_, minutes)| *minutes).max().unwrap_or(0).max(1);
        let width = self.width.saturating_sub(7 + 9);
        for (monday, minutes) in &trend.weeks {
            let share = divide(width, &[*minutes], most)[0];
            let week = self.words.terminal_week_short(i64::from(monday.iso_week_date().week()));
            let line = format!(
                "{}{}{}{}",
                paint::left(&week, 7),
                self.paint.kind(Kind::Lead, &mark(Kind::Lead).repeat(share)),
                " ".repeat(width - share),
                paint::right(&self.hours(*minutes), 9)
            );
            self.line(&line);
        }
        if let Some(noise) = trend.noise.filter(|_| trend.weeks.len() >= NOISE_FROM_WEEKS) {
            let said = self.words.terminal_noise(self.number(trend.mean), self.number(noise));
            self.flow(&said, 0);
        }
    }

    /// What a series is called: its title, or its number in the list.
    fn name_of(&self, series: Fingerprint) -> String {
        let number = self.look.number_of(series).unwrap_or(0);
        let review = self.look.analysis.reviews.get(number.wrapping_sub(1));
        match review.filter(|_| self.titles).map(|review| review.title.trim()) {
            Some(title) if !title.is_empty() => title.to_owned(),
            _ => self.words.terminal_series_number(number as i64),
        }
    }

    fn choose_away(&mut self) {
        let suggestions = &self.look.analysis.suggestions;
        if suggestions.is_empty() {
            return;
        }
        self.section(&self.words.terminal_choose_away());
        for suggestion in suggestions.iter().take(SUGGESTIONS_SHOWN) {
            let hours = self.words.terminal_hours_a_year(self.number(suggestion.hours_a_year.round() * 60.0));
            let room = self.width.saturating_sub(columns(&hours) + 2);
            let name = paint::left(&self.name_of(suggestion.fingerprint), room);
            self.line(&format!("{name}  {hours}"));
            self.flow(&self.because(suggestion), 4);
        }
        let weeks = self.look.window.weeks();
        if weeks < SURE_FROM_WEEKS {
            self.flow(&self.words.terminal_few_weeks(i64::from(weeks)), 0);
        }
    }

    fn because(&self, suggestion: &Suggestion) -> String {
        let rhythm = said::rhythm(suggestion.rhythm, self.words);
        let length = self.words.terminal_minutes(i64::from(suggestion.minutes_each));
        let reasons = suggestion.reasons.iter().map(|why| said::why(*why, self.words));
        [rhythm, length].into_iter().chain(reasons).collect::<Vec<_>>().join(" · ")
    }

    fn series(&mut self) {
        let reviews: Vec<&Review<'_>> =
            self.look.analysis.reviews.iter().filter(|review| review.minutes > 0).collect();
        self.section(&self.words.terminal_series());
        // number, hours, mark and the blanks between them
        let room = self.width.saturating_sub(4 + 9 + 3);
        let name_width = room * 11 / 20;
        for (place, review) in reviews.iter().take(SERIES_SHOWN).enumerate() {
            let kind = review.placed.place.kind();
            let name = match review.title.trim() {
                title if self.titles && !title.is_empty() => title.to_owned(),
                _ => said::kind(kind, self.words),
            };
            let reason = said::reason(review.placed.why, self.words);
            let line = format!(
                "{}{} {} {} {}",
                paint::right(&(place + 1).to_string(), 3),
                paint::right(&self.hours(review.minutes), 9),
                self.paint.kind(kind, mark(kind)),
                paint::left(&name, name_width),
                self.paint.faint(&paint::fit(&reason, room.saturating_sub(name_width + 1)))
            );
            self.line(&line);
        }
        if reviews.len() > SERIES_SHOWN {
            let more = self.words.terminal_more((reviews.len() - SERIES_SHOWN) as i64);
            self.flow(&more, 4);
        }
    }

    fn aside(&mut self) {
        let (aside, words) = (self.look.analysis.aside, self.words);
        let copies = u32::try_from(self.look.copies).unwrap_or(u32::MAX);
        let counted: Vec<String> = [
            (aside.cancelled, words.terminal_aside_cancelled()),
            (aside.declined, words.terminal_aside_declined()),
            (aside.all_day, words.terminal_aside_all_day(aside.all_day)),
            (aside.free, words.terminal_aside_free()),
            (aside.empty, words.terminal_aside_empty()),
            (copies, words.terminal_aside_copies(copies)),
        ]
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(number, what)| format!("{number} {what}"))
        .collect();
        if !counted.is_empty() {
            self.line("");
            self.flow(&format!("{}: {}.", words.terminal_aside(), counted.join(", ")), 0);
        }
    }

    fn troubles(&mut self) {
        let number = self.look.troubles();
        if number == 0 {
            return;
        }
        self.section(&self.words.terminal_troubles(number as i64));
        for trouble in self.look.troubles.iter().take(TROUBLES_SHOWN) {
            let reason = said::trouble(trouble.reason, self.words);
            self.flow(&self.words.terminal_trouble(i64::from(trouble.line), reason), 0);
        }
        if number > TROUBLES_SHOWN {
            let more = self.words.terminal_more((number - TROUBLES_SHOWN) as i64);
            self.flow(&more, 0);
        }
    }
}

/// Breaks a text between words. A word longer than a line stands alone on one, cut.
fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let word = paint::fit(word, width);
        let line = lines.last_mut().map_or(0, |line| columns(line));
        if line > 0 && line + 1 + columns(&word) > width {
            lines.push(word);
        } else if let Some(last) = lines.last_mut() {
            if line > 0 {
                last.push(' ');
            }
            last.push_str(&word);
        }
    }
    lines
}
