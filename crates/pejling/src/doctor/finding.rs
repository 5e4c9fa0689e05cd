use std::fmt::Display;
use std::fmt::Write as _;
use std::process::ExitCode;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grade {
    Good,
    Remark,
    Wrong,
}

/// What was found, in the order it was looked at.
#[derive(Debug, Default)]
pub(super) struct Findings {
    said: String,
    wrong: usize,
}

impl Findings {
    /// As it should be.
    pub(super) fn good(&mut self, about: &str, what: impl Display) {
        self.add(Grade::Good, about, &what, "");
    }

    /// It works, and could be better.
    pub(super) fn remark(&mut self, about: &str, what: impl Display, to_do: &str) {
        self.add(Grade::Remark, about, &what, to_do);
    }

    /// It does not work, or will not for long.
    pub(super) fn wrong(&mut self, about: &str, what: impl Display, to_do: &str) {
        self.wrong += 1;
        self.add(Grade::Wrong, about, &what, to_do);
    }

    fn add(&mut self, grade: Grade, about: &str, what: &dyn Display, to_do: &str) {
        let grade = match grade {
            Grade::Good => "good",
            Grade::Remark => "remark",
            Grade::Wrong => "WRONG",
        };
        // Writing to a text does not fail.
        let _ = writeln!(self.said, "{grade:<7} {about:<9} {what}");
        if !to_do.is_empty() {
            let _ = writeln!(self.said, "{:17} to do: {to_do}", "");
        }
    }

    /// All of it, and a last line.
    pub(super) fn said(&self) -> String {
        match self.wrong {
            0 => format!("{}nothing is wrong\n", self.said),
            1 => format!("{}one thing is wrong\n", self.said),
            many => format!("{}{many} things are wrong\n", self.said),
        }
    }

    /// 0 while nothing is wrong.
    pub(super) fn exit_code(&self) -> ExitCode {
        if self.wrong == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
