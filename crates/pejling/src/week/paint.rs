//! Colours and columns of a terminal.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};
use week::Kind;

use crate::environment::Environment;

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Colour {
    /// On a terminal that does not ask for none.
    Auto,
    /// Also into a file or a pipe.
    Always,
    /// Not.
    Never,
}

/// Whether there are colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Paint(bool);

impl Paint {
    /// As asked for; <https://no-color.org> for the rest.
    pub(crate) fn new(colour: Colour, terminal: bool, environment: &Environment) -> Paint {
        let plain = environment.get("NO_COLOR").is_some() || environment.get("TERM") == Some("dumb");
        Paint(match colour {
            Colour::Always => true,
            Colour::Never => false,
            Colour::Auto => terminal && !plain,
        })
    }

    fn with(self, code: &str, text: &str) -> String {
        if self.0 && !text.is_empty() { format!("\x1b[{code}m{text}\x1b[0m") } else { text.to_owned() }
    }

    /// What matters most.
    pub(crate) fn bold(self, text: &str) -> String {
        self.with("1", text)
    }

    /// What matters least.
    pub(crate) fn faint(self, text: &str) -> String {
        self.with("2", text)
    }

    /// In the colour of a kind of time.
    pub(crate) fn kind(self, kind: Kind, text: &str) -> String {
        // The terminal's own colours, so that its owner's choice of light or dark holds.
        let code = match kind {
            Kind::Lead => "32",
            Kind::Coordination => "34",
            Kind::Administration => "33",
            Kind::Firefighting => "31",
            Kind::Recovery => "36",
            Kind::Other => "90",
        };
        self.with(code, text)
    }
}

/// The mark of a kind: told apart without colour too.
pub(crate) const fn mark(kind: Kind) -> &'static str {
    match kind {
        Kind::Lead => "█",
        Kind::Coordination => "▓",
        Kind::Administration => "▒",
        Kind::Firefighting => "▚",
        Kind::Recovery => "░",
        Kind::Other => "·",
    }
}

/// Columns that a text takes.
pub(crate) fn columns(text: &str) -> usize {
    text.width()
}

/// The text on one line of a terminal, cut to so many columns: what would move the cursor or change the colours, or
/// turns the direction of writing, is left out.
pub(crate) fn fit(text: &str, most: usize) -> String {
    let clean = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| shows(*c));
    let mut fitted = String::new();
    let mut used = 0;
    for c in clean {
        let wide = c.width().unwrap_or(0);
        if used + wide > most {
            while columns(&fitted) + 1 > most && fitted.pop().is_some() {}
            fitted.push('…');
            break;
        }
        used += wide;
        fitted.push(c);
    }
    fitted
}

fn shows(c: char) -> bool {
    let turns =
        matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    !c.is_control() && !turns
}

/// Filled up with blanks on the right.
pub(crate) fn left(text: &str, most: usize) -> String {
    let fitted = fit(text, most);
    let blanks = most.saturating_sub(columns(&fitted));
    fitted + &" ".repeat(blanks)
}

/// Filled up with blanks on the left.
pub(crate) fn right(text: &str, most: usize) -> String {
    let fitted = fit(text, most);
    " ".repeat(most.saturating_sub(columns(&fitted))) + &fitted
}

/// Divides so many columns by parts so that they add up: the largest remainders get what is left over, and what has
/// any minutes has a column where there is room.
pub(crate) fn divide(width: usize, parts: &[u32], whole: u32) -> Vec<usize> {
    let whole = u64::from(whole.max(1));
    let total = parts.iter().map(|part| u64::from(*part)).sum::<u64>() * width as u64 / whole;
    let mut shares: Vec<usize> =
        parts.iter().map(|part| (u64::from(*part) * width as u64 / whole) as usize).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by_key(|i| {
        let seen = shares[*i] > 0 || parts[*i] == 0;
        (seen, std::cmp::Reverse(u64::from(parts[*i]) * width as u64 % whole))
    });
    let mut spare = (total as usize).saturating_sub(shares.iter().sum());
    for i in order {
        if spare == 0 {
            break;
        }
        shares[i] += 1;
        spare -= 1;
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_steer_a_terminal_is_left_out() {
        assert_eq!(fit("a\x1b[31mred\x07\u{202e}b", 40), "a[31mredb");
        assert_eq!(fit("one\ntwo\tthree", 40), "one two three");
        assert_eq!(fit("möte", 4), "möte");
        assert_eq!(fit("mötena", 4), "möt…");
        assert_eq!(columns(&fit("会議会議", 5)), 5);
        assert_eq!(columns(&left("会議", 7)), 7);
        assert_eq!(right("4,5", 6), "   4,5");
    }

    #[test]
    fn a_bar_adds_up_and_shows_what_there_is() {
        assert_eq!(divide(10, &[1, 1, 1], 3).iter().sum::<usize>(), 10);
        assert_eq!(divide(10, &[600, 5, 0], 605), [9, 1, 0]);
        assert_eq!(divide(10, &[30, 30], 120).iter().sum::<usize>(), 5);
        assert_eq!(divide(10, &[0, 0], 0), [0, 0]);
    }

    #[test]
    fn no_color_is_heeded_unless_colours_are_asked_for() {
        let plain = Environment::from([("NO_COLOR", "1")]);
        let nothing = Environment::default();
        assert_eq!(Paint::new(Colour::Auto, true, &plain), Paint(false));
        assert_eq!(Paint::new(Colour::Auto, true, &nothing), Paint(true));
        assert_eq!(Paint::new(Colour::Auto, false, &nothing), Paint(false));
        assert_eq!(Paint::new(Colour::Always, false, &plain), Paint(true));
        assert_eq!(Paint::new(Colour::Never, true, &nothing), Paint(false));
    }
}
