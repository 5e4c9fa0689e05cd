//! Where dots and intervals lie: points of the scale in, per cent of the drawing out.

use smallteams::Interval;

/// Room at either end of the scale, in per cent of the width.
const EDGE: f64 = 4.0;
/// The same for the two axes of tough care, where words stand to the left and under.
const LEFT: f64 = 12.0;
const FOOT: f64 = 84.0;
const HEAD: f64 = 9.0;
/// The marks of the questions that tough care is made of.
const SIDES: f64 = 5.0;

/// A figure and where it probably lies.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub(super) value: f64,
    pub(super) interval: Option<Interval>,
}

/// What is drawn in a row: a dot with where it probably lies, or only what it lies between.
#[derive(Debug, Clone, Copy)]
pub(super) enum Drawn {
    At(Point),
    Between(Interval),
}

/// Figures under each other on one scale.
#[derive(Debug)]
pub(super) struct Dots {
    /// The whole in one sentence.
    pub(super) label: String,
    pub(super) ticks: Vec<Tick>,
    pub(super) rows: Vec<Row>,
}

#[derive(Debug, Clone)]
pub(super) struct Tick {
    pub(super) name: String,
    pub(super) at: f64,
}

#[derive(Debug)]
pub(super) struct Row {
    pub(super) name: String,
    /// `said`, `level` or `between`.
    pub(super) kind: &'static str,
    /// Where its name and its line lie, in per cent of the height.
    pub(super) name_y: f64,
    pub(super) y: f64,
    /// The same in the narrow strip of a list, where there are no names.
    pub(super) strip_y: f64,
    /// The dot, where there is one.
    pub(super) here: Option<f64>,
    /// Left and right end of the interval.
    pub(super) span: Option<(f64, f64)>,
}

/// Tough care: a point with its uncertainty both ways.
#[derive(Debug)]
pub(super) struct Care {
    pub(super) label: String,
    pub(super) across: Vec<Tick>,
    pub(super) up: Vec<Tick>,
    pub(super) left: f64,
    pub(super) foot: f64,
    pub(super) head: f64,
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) x_span: Option<(f64, f64)>,
    pub(super) y_span: Option<(f64, f64)>,
    pub(super) challenge: String,
    pub(super) care: String,
}

/// Rows under each other, each a name, a kind and a point, over the names of the scale's marks.
pub(super) fn dots(label: String, rows: Vec<(String, &'static str, Drawn)>, marks: Vec<String>) -> Dots {
    let top = marks.len().max(2) as f64;
    let across = |value: f64| across(value, top);
    let count = rows.len().max(1) as f64;
    let step = 84.0 / count;
    let row = |(at, (name, kind, drawn)): (usize, (String, &'static str, Drawn))| {
        let top = step * at as f64;
        let (dot, interval) = match drawn {
            Drawn::At(point) => (Some(point.value), point.interval),
            Drawn::Between(interval) => (None, Some(interval)),
        };
        Row {
            name,
            kind,
            name_y: round(top + step * 0.36),
            y: round(top + step * 0.72),
            strip_y: round(100.0 * (at as f64 + 0.5) / count),
            here: dot.map(across),
            span: interval.map(|interval| (across(interval.low), across(interval.high))),
        }
    };
    let tick = |(mark, name): (u32, String)| Tick { name, at: across(f64::from(mark)) };
    Dots {
        label,
        ticks: (1..).zip(marks).map(tick).collect(),
        rows: rows.into_iter().enumerate().map(row).collect(),
    }
}

/// Challenge across, care upward.
pub(super) fn care(label: String, names: [String; 2], challenge: Point, care: Point) -> Care {
    let span = |interval: Interval, place: fn(f64) -> f64| (place(interval.low), place(interval.high));
    let [challenge_name, care_name] = names;
    Care {
        label,
        across: ticks(right),
        up: ticks(upward),
        left: LEFT,
        foot: FOOT,
        head: HEAD,
        x: right(challenge.value),
        y: upward(care.value),
        x_span: challenge.interval.map(|interval| span(interval, right)),
        y_span: care.interval.map(|interval| span(interval, upward)),
        challenge: challenge_name,
        care: care_name,
    }
}

fn ticks(place: fn(f64) -> f64) -> Vec<Tick> {
    (1..=5).map(|mark| Tick { name: mark.to_string(), at: place(f64::from(mark)) }).collect()
}

fn across(value: f64, top: f64) -> f64 {
    round(EDGE + share(value, top) * (100.0 - 2.0 * EDGE))
}

fn right(value: f64) -> f64 {
    round(LEFT + share(value, SIDES) * (100.0 - LEFT - EDGE))
}

fn upward(value: f64) -> f64 {
    round(FOOT - share(value, SIDES) * (FOOT - HEAD))
}

/// How far along the scale from 1 to `top`, 0 to 1.
fn share(value: f64, top: f64) -> f64 {
    ((value - 1.0) / (top - 1.0)).clamp(0.0, 1.0)
}

fn round(x: f64) -> f64 {
    (x * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(value: f64, low: f64, high: f64) -> Point {
        Point { value, interval: Some(Interval { low, high }) }
    }

    #[test]
    fn every_dot_lies_on_its_line_and_in_the_picture() {
        let drawn = dots(
            String::new(),
            vec![
                (String::new(), "said", Drawn::At(point(1.0, 1.0, 5.0))),
                (String::new(), "level", Drawn::At(point(3.0, 2.0, 4.0))),
            ],
            (1..=5).map(|mark| mark.to_string()).collect(),
        );
        assert_eq!(drawn.rows[0].here, Some(EDGE));
        assert_eq!(drawn.rows[0].span, Some((EDGE, 100.0 - EDGE)));
        assert_eq!(drawn.rows[1].here, Some(50.0));
        assert!(drawn.rows[0].y < drawn.rows[1].name_y && drawn.rows[1].y < 84.0);
        assert_eq!(drawn.ticks.len(), 5);
    }

    #[test]
    fn a_scale_of_three_marks_ends_at_three() {
        let names = ["worse", "the same", "better"].map(String::from).to_vec();
        let drawn =
            dots(String::new(), vec![(String::new(), "said", Drawn::At(point(2.0, 1.9, 3.4)))], names);
        assert_eq!((drawn.rows[0].here, drawn.ticks[1].at), (Some(50.0), 50.0));
        assert_eq!(drawn.rows[0].span.map(|(_, right)| right), Some(drawn.ticks[2].at));
    }

    #[test]
    fn what_lies_between_two_ends_has_a_line_and_no_dot() {
        let between = Drawn::Between(Interval { low: 2.0, high: 4.0 });
        let marks = (1..=5).map(|mark| mark.to_string()).collect();
        let drawn = dots(String::new(), vec![(String::new(), "between", between)], marks);
        assert_eq!(drawn.rows[0].here, None);
        assert_eq!(drawn.rows[0].span, Some((drawn.ticks[1].at, drawn.ticks[3].at)));
    }

    #[test]
    fn more_care_is_higher_and_more_challenge_further_right() {
        let names = || [String::new(), String::new()];
        let some = care(String::new(), names(), point(2.0, 1.5, 2.5), point(4.0, 3.5, 4.5));
        let more = care(String::new(), names(), point(3.0, 1.5, 2.5), point(5.0, 3.5, 4.5));
        assert!(more.x > some.x && more.y < some.y && more.y == HEAD);
        let (bottom, top) = some.y_span.expect("an interval");
        assert!(top < some.y && some.y < bottom);
    }
}
