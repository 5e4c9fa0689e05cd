//! Rhythms and reasons as the short texts they are stored as.

use ::week::{Rhythm, Why};

pub(super) fn rhythm(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Once => "once".into(),
        Rhythm::Daily => "daily".into(),
        Rhythm::TimesAWeek(times) => format!("times:{times}"),
        Rhythm::Weekly => "weekly".into(),
        Rhythm::EveryWeeks(weeks) => format!("every:{weeks}"),
        Rhythm::Monthly => "monthly".into(),
        Rhythm::Irregular => "irregular".into(),
    }
}

pub(super) fn read_rhythm(text: &str) -> Option<Rhythm> {
    let (name, number) = text.split_once(':').unwrap_or((text, ""));
    Some(match name {
        "once" => Rhythm::Once,
        "daily" => Rhythm::Daily,
        "times" => Rhythm::TimesAWeek(number.parse().ok()?),
        "weekly" => Rhythm::Weekly,
        "every" => Rhythm::EveryWeeks(number.parse().ok()?),
        "monthly" => Rhythm::Monthly,
        "irregular" => Rhythm::Irregular,
        _ => return None,
    })
}

pub(super) fn reasons(reasons: &[Why]) -> String {
    let reason = |why: &Why| match why {
        Why::Big { people } => format!("big:{people}"),
        Why::DoubleBooked { share } => format!("double:{share}"),
        Why::NoAgenda => "no-agenda".into(),
        Why::OutsideHours { share } => format!("outside:{share}"),
        Why::DeclinedByOthers { share } => format!("declined:{share}"),
        Why::Long { minutes } => format!("long:{minutes}"),
        Why::Administration => "administration".into(),
    };
    reasons.iter().map(reason).collect::<Vec<_>>().join(" ")
}

pub(super) fn read_reasons(text: &str) -> Option<Vec<Why>> {
    text.split(' ')
        .map(|reason| {
            let (name, number) = reason.split_once(':').unwrap_or((reason, ""));
            Some(match name {
                "big" => Why::Big { people: number.parse().ok()? },
                "double" => Why::DoubleBooked { share: number.parse().ok()? },
                "no-agenda" => Why::NoAgenda,
                "outside" => Why::OutsideHours { share: number.parse().ok()? },
                "declined" => Why::DeclinedByOthers { share: number.parse().ok()? },
                "long" => Why::Long { minutes: number.parse().ok()? },
                "administration" => Why::Administration,
                _ => return None,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reads_back_as_it_was_written() {
        for given in [
            Rhythm::Once,
            Rhythm::Daily,
            Rhythm::TimesAWeek(3),
            Rhythm::Weekly,
            Rhythm::EveryWeeks(2),
            Rhythm::Monthly,
            Rhythm::Irregular,
        ] {
            assert_eq!(read_rhythm(&rhythm(given)), Some(given));
        }
        let given = vec![
            Why::Big { people: 9 },
            Why::DoubleBooked { share: 40 },
            Why::NoAgenda,
            Why::OutsideHours { share: 25 },
            Why::DeclinedByOthers { share: 30 },
            Why::Long { minutes: 120 },
            Why::Administration,
        ];
        assert_eq!(read_reasons(&reasons(&given)), Some(given));
    }
}
