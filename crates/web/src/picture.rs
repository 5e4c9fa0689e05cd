//! Where things lie in a picture: minutes in, per cent of the drawing out.
//!
//! The pictures have no fixed size: every place is a share of width or height, so that one drawing serves a phone, a wide
//! screen and paper, and no style attribute is needed (the Content-Security-Policy allows none).

use std::borrow::Cow;
use std::fmt;

use askama::filters::HtmlSafe;
use askama::{FastWritable, Values};

/// Parts narrower than this, in per cent, get no figure inside: on the narrowest phone it would not fit.
const ROOMY: f64 = 12.0;
/// Where a drawing's floor lies, leaving room for words under it.
const FLOOR: f64 = 86.0;
/// Where a drawing's highest value lies, leaving room for words above it.
const CEILING: f64 = 14.0;
/// So high above its column a figure reaches.
const FIGURE: f64 = 10.0;
/// How much of a day's share of the width its column takes.
const COLUMN: f64 = 0.64;
/// Room at the left of a trend for the hours, in per cent.
const LEFT: f64 = 9.0;

/// A place or a size, in hundredths of a per cent of the drawing: two decimals are a twentieth of a pixel on the widest
/// screen. Written as "12.34", by whole numbers: a page has a hundred of them, and floats are slow to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Percent(u32);

impl Percent {
    fn of(percent: f64) -> Percent {
        // Nothing lies outside a drawing: the cast never cuts.
        Percent((percent * 100.0).round() as u32)
    }
}

impl fmt::Display for Percent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write_into(f, askama::NO_VALUES).map_err(|_| fmt::Error)
    }
}

impl FastWritable for Percent {
    fn write_into(&self, to: &mut dyn fmt::Write, values: &dyn Values) -> askama::Result<()> {
        let (whole, part) = (self.0 / 100, self.0 % 100);
        whole.write_into(to, values)?;
        if part > 0 {
            to.write_str(if part < 10 { ".0" } else { "." })?;
            (if part % 10 == 0 { part / 10 } else { part }).write_into(to, values)?;
        }
        Ok(())
    }
}

impl HtmlSafe for Percent {}

/// An amount of one kind of time.
#[derive(Debug, Clone)]
pub(crate) struct Share {
    /// `leadership`, `coordination`, `administration`, `firefighting`, `recovery` or `other`.
    pub(crate) kind: &'static str,
    /// The kind's name.
    pub(crate) label: String,
    /// The amount in words, "11 h".
    pub(crate) amount: String,
    /// The amount; what the drawing is made from.
    pub(crate) minutes: u32,
}

/// The figures behind a picture.
#[derive(Debug, Clone)]
pub(crate) struct Figures {
    /// What opens the table, "Show the figures".
    pub(crate) open: String,
    /// What the table shows.
    pub(crate) caption: String,
    /// The columns' names, that of the rows' names first.
    pub(crate) head: Vec<String>,
    /// One for each thing drawn.
    pub(crate) rows: Vec<Row>,
}

/// One row of figures.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    /// The row's header.
    pub(crate) name: String,
    /// The other columns, in words.
    pub(crate) cells: Vec<Cow<'static, str>>,
}

/// One bar in parts.
#[derive(Debug, Clone)]
pub(crate) struct Bar {
    /// The whole in one sentence.
    pub(crate) label: String,
    /// From left to right.
    pub(crate) parts: Vec<BarPart>,
}

/// A part of a bar; all in per cent of the width.
#[derive(Debug, Clone)]
pub(crate) struct BarPart {
    /// See [`Share::kind`].
    pub(crate) kind: &'static str,
    /// The kind's name.
    pub(crate) label: String,
    /// The amount in words.
    pub(crate) amount: String,
    /// Left edge.
    pub(crate) x: Percent,
    /// Width.
    pub(crate) width: Percent,
    /// Where its figure stands.
    pub(crate) middle: Percent,
    /// Whether a figure fits inside.
    pub(crate) roomy: bool,
}

/// Lays the shares after each other; kinds without time are left out. `label` says the whole in one sentence.
pub(crate) fn bar(label: String, shares: &[Share]) -> Bar {
    let total: u32 = shares.iter().map(|s| s.minutes).sum();
    let mut before = 0;
    let parts = shares.iter().filter(|s| s.minutes > 0).map(|s| {
        let (x, width) = (percent(before, total), percent(s.minutes, total));
        before += s.minutes;
        BarPart {
            kind: s.kind,
            label: s.label.clone(),
            amount: s.amount.clone(),
            x: Percent::of(x),
            width: Percent::of(width),
            middle: Percent::of(x + width / 2.0),
            roomy: width >= ROOMY,
        }
    });
    Bar { label, parts: parts.collect() }
}

/// One day as given.
#[derive(Debug, Clone)]
pub(crate) struct DayShares {
    /// "mån".
    pub(crate) name: String,
    /// The day's sum in words.
    pub(crate) amount: String,
    /// Kinds as in [`Share::kind`] and their minutes, lowest in the column first.
    pub(crate) shares: Vec<(&'static str, u32)>,
}

/// A column for each day.
#[derive(Debug, Clone)]
pub(crate) struct Days {
    /// The whole in one sentence.
    pub(crate) label: String,
    /// Width of every column.
    pub(crate) width: Percent,
    /// Where the columns stand.
    pub(crate) floor: Percent,
    /// From left to right.
    pub(crate) days: Vec<DayColumn>,
    /// A line across, such as the contract's hours a day.
    pub(crate) bound: Option<Line>,
    /// The figures.
    pub(crate) table: Figures,
}

/// One column; `words` is where its figure stands.
#[derive(Debug, Clone)]
pub(crate) struct DayColumn {
    /// The day's name.
    pub(crate) name: String,
    /// The day's sum in words.
    pub(crate) amount: String,
    /// Left edge.
    pub(crate) x: Percent,
    /// Where its words stand.
    pub(crate) middle: Percent,
    /// Where its figure stands: on the column, or above the line across when it would be struck through.
    pub(crate) words: Percent,
    /// From the floor up.
    pub(crate) parts: Vec<DayPart>,
}

/// A part of a column, in per cent of the height.
#[derive(Debug, Clone)]
pub(crate) struct DayPart {
    /// See [`Share::kind`].
    pub(crate) kind: &'static str,
    /// Upper edge.
    pub(crate) y: Percent,
    /// Height.
    pub(crate) height: Percent,
}

/// A line across a picture, with its name.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// What the line means.
    pub(crate) name: String,
    /// How far down it lies.
    pub(crate) y: Percent,
}

/// Stacks each day's shares from the floor up, the first share lowest. `bound` is minutes and a name.
pub(crate) fn days(label: String, given: &[DayShares], bound: Option<(u32, String)>, table: Figures) -> Days {
    let sums = given.iter().map(|d| d.shares.iter().map(|(_, minutes)| minutes).sum::<u32>());
    let highest = sums.chain(bound.as_ref().map(|b| b.0)).max().unwrap_or(0).max(1);
    let slot = 100.0 / given.len().max(1) as f64;
    let width = slot * COLUMN;
    let across = bound.as_ref().map(|(minutes, _)| height_of(*minutes, highest));
    let days = given.iter().enumerate().map(|(n, day)| {
        let mut below = 0;
        let parts = day.shares.iter().filter(|(_, minutes)| *minutes > 0).map(|&(kind, minutes)| {
            below += minutes;
            let (y, height) = (height_of(below, highest), rise(minutes, highest));
            DayPart { kind, y: Percent::of(y), height: Percent::of(height) }
        });
        let parts: Vec<_> = parts.collect();
        DayColumn {
            name: day.name.clone(),
            amount: day.amount.clone(),
            x: Percent::of(slot * n as f64 + (slot - width) / 2.0),
            middle: Percent::of(slot * (n as f64 + 0.5)),
            words: Percent::of(clear_of(across, height_of(below, highest))),
            parts,
        }
    });
    Days {
        label,
        width: Percent::of(width),
        floor: Percent::of(FLOOR),
        days: days.collect(),
        bound: bound.map(|(minutes, name)| Line { name, y: Percent::of(height_of(minutes, highest)) }),
        table,
    }
}

/// Where a figure over a column that ends at `top` stands so that a line at `across` does not go through it.
fn clear_of(across: Option<f64>, top: f64) -> f64 {
    across.filter(|line| (top - FIGURE..top).contains(line)).unwrap_or(top)
}

/// Weeks as dots over the band in which weeks usually fall.
#[derive(Debug, Clone)]
pub(crate) struct Trend {
    /// The whole in one sentence.
    pub(crate) label: String,
    /// Where the drawing begins, right of the hours.
    pub(crate) left: Percent,
    /// Width of the drawing.
    pub(crate) across: Percent,
    /// Where nought lies.
    pub(crate) floor: Percent,
    /// Lines at whole hours.
    pub(crate) hours: Vec<Line>,
    /// The weeks that have a figure.
    pub(crate) dots: Vec<Dot>,
    /// Where weeks usually fall.
    pub(crate) band: Option<Band>,
    /// What began when.
    pub(crate) marks: Vec<Mark>,
    /// The first and the last week's names.
    pub(crate) ends: Vec<Mark>,
    /// The figures.
    pub(crate) table: Figures,
}

/// One week; `now` is the one the page is about.
#[derive(Debug, Clone)]
pub(crate) struct Dot {
    /// How far right.
    pub(crate) x: Percent,
    /// How far down.
    pub(crate) y: Percent,
    /// Whether the page is about this week.
    pub(crate) now: bool,
}

/// Where weeks usually fall, and their mean.
#[derive(Debug, Clone)]
pub(crate) struct Band {
    /// Upper edge.
    pub(crate) y: Percent,
    /// Height.
    pub(crate) height: Percent,
    /// How far down the mean lies.
    pub(crate) mean: Percent,
}

/// Something that began in a week, or a week's name under the floor.
#[derive(Debug, Clone)]
pub(crate) struct Mark {
    /// In a word or two.
    pub(crate) name: String,
    /// How far right.
    pub(crate) x: Percent,
    /// `start`, `middle` or `end`: so that words near an edge stay inside.
    pub(crate) anchor: &'static str,
}

/// Minutes that weeks usually have: the lower edge, the mean, the upper edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Usual {
    /// Lower edge.
    pub(crate) low: u32,
    /// Mean.
    pub(crate) mean: u32,
    /// Upper edge.
    pub(crate) high: u32,
}

/// What a trend is drawn from.
#[derive(Debug, Clone)]
pub(crate) struct Weeks {
    /// The whole in one sentence.
    pub(crate) label: String,
    /// Minutes a week, oldest first; `None` where no calendar was given. The last is the one the page is about.
    pub(crate) minutes: Vec<Option<u32>>,
    /// Where weeks usually fall; none while there are too few to say.
    pub(crate) usual: Option<Usual>,
    /// The first and the last week's names.
    pub(crate) ends: [String; 2],
    /// Number of the week, from 0, in which something began, and what.
    pub(crate) marks: Vec<(usize, String)>,
    /// The figures.
    pub(crate) table: Figures,
}

/// Places the weeks; `hours` says a whole number of hours in the page's language.
pub(crate) fn trend(weeks: Weeks, hours: impl Fn(u32) -> String) -> Trend {
    let highest =
        weeks.minutes.iter().flatten().copied().chain(weeks.usual.map(|u| u.high)).max().unwrap_or(0);
    let step = hour_step(highest.div_ceil(60));
    let top = highest.div_ceil(60 * step).max(1) * step;
    let across = 100.0 - LEFT;
    let count = weeks.minutes.len().max(1) as f64;
    let at = |n: usize| LEFT + across * (n as f64 + 0.5) / count;
    let last = weeks.minutes.len().saturating_sub(1);
    let y = |minutes: u32| height_of(minutes, top * 60);
    let dots = weeks.minutes.iter().enumerate();
    let dots = dots
        .filter_map(|(n, m)| m.map(|m| Dot { x: Percent::of(at(n)), y: Percent::of(y(m)), now: n == last }))
        .collect();
    let [first, final_one] = weeks.ends;
    Trend {
        label: weeks.label,
        left: Percent::of(LEFT),
        across: Percent::of(across),
        floor: Percent::of(FLOOR),
        hours: (0..=top)
            .step_by(step as usize)
            .map(|h| Line { name: hours(h), y: Percent::of(y(h * 60)) })
            .collect(),
        dots,
        band: weeks.usual.map(|u| Band {
            y: Percent::of(y(u.high)),
            height: Percent::of(y(u.low) - y(u.high)),
            mean: Percent::of(y(u.mean)),
        }),
        marks: weeks
            .marks
            .into_iter()
            .map(|(n, name)| Mark { name, x: Percent::of(at(n)), anchor: anchor(at(n)) })
            .collect(),
        ends: vec![
            Mark { name: first, x: Percent::of(LEFT), anchor: "start" },
            Mark { name: final_one, x: Percent::of(100.0), anchor: "end" },
        ],
        table: weeks.table,
    }
}

/// One's own figure beside a published range.
#[derive(Debug, Clone)]
pub(crate) struct Range {
    /// The whole in one sentence.
    pub(crate) label: String,
    /// One's own figure in words.
    pub(crate) name: String,
    /// Who published it, when, about whom.
    pub(crate) source: String,
    /// The published range in words, "45–55 %".
    pub(crate) published: String,
    /// Left edge of the published range.
    pub(crate) x: Percent,
    /// Its width.
    pub(crate) width: Percent,
    /// Where its words stand.
    pub(crate) middle: Percent,
    /// See [`Mark::anchor`]: the published range's words.
    pub(crate) published_anchor: &'static str,
    /// Where one's own figure lies.
    pub(crate) here: Percent,
    /// See [`Mark::anchor`].
    pub(crate) anchor: &'static str,
}

/// What a range is drawn from; figures in any one unit.
#[derive(Debug, Clone)]
pub(crate) struct Beside {
    /// The whole in one sentence.
    pub(crate) label: String,
    /// One's own figure in words.
    pub(crate) name: String,
    /// The published range in words.
    pub(crate) published: String,
    /// Who published it, when, about whom.
    pub(crate) source: String,
    /// One's own figure.
    pub(crate) here: u32,
    /// Lower end of the published range.
    pub(crate) low: u32,
    /// Upper end of the published range.
    pub(crate) high: u32,
    /// The right end of the line.
    pub(crate) most: u32,
}

/// Places one's own figure and the published range on a line from nothing to `most`.
pub(crate) fn range(given: Beside) -> Range {
    let Beside { label, name, published, source, here, low, high, most } = given;
    let place = |share: u32| percent(share.min(most), most);
    let middle = (place(low) + place(high)) / 2.0;
    Range {
        label,
        name,
        source,
        published,
        middle: Percent::of(middle),
        published_anchor: anchor(middle),
        x: Percent::of(place(low)),
        // One figure alone is a range too, and must be seen.
        width: Percent::of((place(high) - place(low)).max(0.8)),
        here: Percent::of(place(here)),
        anchor: anchor(place(here)),
    }
}

fn anchor(x: f64) -> &'static str {
    match x {
        x if x < 30.0 => "start",
        x if x > 70.0 => "end",
        _ => "middle",
    }
}

/// Hours between the lines: few enough to read, round enough to say.
fn hour_step(hours: u32) -> u32 {
    [1, 2, 5, 10, 20].into_iter().find(|step| hours <= step * 4).unwrap_or(50)
}

fn percent(part: u32, whole: u32) -> f64 {
    if whole == 0 { 0.0 } else { f64::from(part) * 100.0 / f64::from(whole) }
}

/// How far `minutes` rises above the floor.
fn rise(minutes: u32, highest: u32) -> f64 {
    percent(minutes, highest) * (FLOOR - CEILING) / 100.0
}

fn height_of(minutes: u32, highest: u32) -> f64 {
    FLOOR - rise(minutes, highest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(minutes: u32) -> Share {
        Share { kind: "other", label: String::new(), amount: String::new(), minutes }
    }

    fn figures() -> Figures {
        Figures { open: String::new(), caption: String::new(), head: vec![], rows: vec![] }
    }

    #[test]
    fn a_place_is_written_with_as_many_decimals_as_it_needs() {
        for hundredths in 0..=10_000 {
            assert_eq!(Percent(hundredths).to_string(), (f64::from(hundredths) / 100.0).to_string());
        }
    }

    #[test]
    fn parts_of_a_bar_meet_and_fill_it() {
        let shares: Vec<_> = [11, 14, 9, 0, 6, 2].map(|h| share(h * 60)).into();
        let parts = bar(String::new(), &shares).parts;
        assert_eq!(parts.len(), 5);
        for pair in parts.windows(2) {
            assert!((pair[0].x.0 + pair[0].width.0).abs_diff(pair[1].x.0) < 2, "{pair:?}");
        }
        let last = &parts[4];
        assert!((last.x.0 + last.width.0).abs_diff(10_000) < 2);
        assert!(!last.roomy && parts[0].roomy);
    }

    #[test]
    fn an_empty_week_draws_nothing_and_divides_by_nothing() {
        assert!(bar(String::new(), &[share(0)]).parts.is_empty());
        let day = DayShares { name: String::new(), amount: String::new(), shares: vec![("other", 0)] };
        let drawn = days(String::new(), &[day], None, figures());
        assert_eq!((drawn.days[0].words, drawn.days[0].parts.len()), (Percent::of(FLOOR), 0));
    }

    #[test]
    fn the_fullest_day_reaches_the_ceiling_and_parts_stand_on_each_other() {
        let shares = |a, b| vec![("leadership", a), ("other", b)];
        let day = |a, b| DayShares { name: String::new(), amount: String::new(), shares: shares(a, b) };
        let drawn =
            days(String::new(), &[day(60, 120), day(300, 180)], Some((240, String::new())), figures());
        assert_eq!(drawn.days[1].words, Percent::of(CEILING));
        assert_eq!(drawn.bound.map(|b| b.y), Some(Percent::of((FLOOR + CEILING) / 2.0)));
        for column in &drawn.days {
            let [low, high] = &column.parts[..] else { panic!("two parts") };
            assert!((low.y.0 + low.height.0).abs_diff(Percent::of(FLOOR).0) < 2);
            assert!((high.y.0 + high.height.0).abs_diff(low.y.0) < 2);
        }
    }

    #[test]
    fn no_figure_is_struck_through_by_the_line_across() {
        let day = |minutes| DayShares {
            name: String::new(),
            amount: String::new(),
            shares: vec![("other", minutes)],
        };
        let drawn = days(
            String::new(),
            &[day(440), day(480), day(100), day(600)],
            Some((480, String::new())),
            figures(),
        );
        let line = drawn.bound.expect("a line was given").y;
        let words: Vec<_> = drawn.days.iter().map(|day| day.words).collect();
        // A little under it, or just at it: above it. Far below, or above it already: on the column.
        assert_eq!((words[0], words[1]), (line, line));
        assert_eq!(words[2], drawn.days[2].parts[0].y);
        assert_eq!(words[3], Percent::of(CEILING));
    }

    #[test]
    fn a_trend_keeps_every_dot_inside_and_leaves_gaps_open() {
        let minutes: Vec<_> = (0..12).map(|n| (n != 4).then_some(n * 97)).collect();
        let weeks = Weeks {
            label: String::new(),
            minutes,
            usual: Some(Usual { low: 300, mean: 500, high: 700 }),
            ends: Default::default(),
            marks: vec![(0, String::new()), (11, String::new())],
            table: figures(),
        };
        let drawn = trend(weeks, |h| h.to_string());
        assert_eq!(drawn.dots.len(), 11);
        let [ceiling, floor, left, right] = [CEILING, FLOOR, LEFT, 100.0].map(Percent::of);
        assert!(drawn.dots.iter().all(|d| (ceiling..=floor).contains(&d.y) && (left..right).contains(&d.x)));
        assert_eq!(drawn.dots.iter().filter(|d| d.now).count(), 1);
        assert!((2..=6).contains(&drawn.hours.len()), "{:?}", drawn.hours);
        assert_eq!(drawn.marks.iter().map(|m| m.anchor).collect::<Vec<_>>(), ["start", "end"]);
        let band = drawn.band.expect("a band was given");
        assert!(band.y < band.mean && band.mean.0 < band.y.0 + band.height.0);
    }
}
