//! What was wrong with the command line, in the person's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use people::Language;
use words::Words;

use super::paint;
use crate::environment::Environment;

/// The sentences for a command line that is not understood. `None` if it was not for `pejling week`, if it asks for help, or if
/// clap alone knows what is wrong.
pub(crate) fn complaint(error: &clap::Error, arguments: &[String]) -> Option<String> {
    if arguments.first().map(String::as_str) != Some("week") {
        return None;
    }
    let words = words::of(asked_for(arguments).unwrap_or_else(|| super::spoken(&Environment::of_process())));
    let sentences = sentences(error, words)?;
    Some(format!("{sentences} {}", words.terminal_asked_help()))
}

/// The language after `--lang`, if it is one.
fn asked_for(arguments: &[String]) -> Option<Language> {
    let mut codes =
        arguments.iter().enumerate().filter_map(|(at, argument)| match argument.strip_prefix("--lang") {
            Some("") => arguments.get(at + 1).map(String::as_str),
            Some(joined) => joined.strip_prefix('='),
            None => None,
        });
    codes.find_map(Language::from_code)
}

fn sentences(error: &clap::Error, words: &Words) -> Option<String> {
    // What somebody wrote goes back to their terminal: it cannot steer it.
    let said = |kind| error.get(kind).and_then(text).map(|text| paint::fit(text, 100));
    let argument = said(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::UnknownArgument => {
            let argument = argument?;
            if !argument.starts_with('-') {
                return Some(words.terminal_asked_extra(argument));
            }
            let meant = said(ContextKind::SuggestedArg).map(|flag| words.terminal_asked_meant(flag));
            Some(with(words.terminal_asked_unknown(argument), meant))
        }
        ErrorKind::MissingRequiredArgument => Some(words.terminal_asked_no_file()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let argument = argument?;
            let flag = name(&argument);
            match said(ContextKind::InvalidValue).filter(|value| !value.is_empty()) {
                None => Some(with(words.terminal_asked_no_value(flag), hint(flag, words))),
                Some(value) => Some(with(words.terminal_asked_value(value, flag), hint(flag, words))),
            }
        }
        ErrorKind::ArgumentConflict => {
            let (argument, prior) = (argument?, said(ContextKind::PriorArg)?);
            let (one, other) = (name(&argument), name(&prior));
            Some(if one == other {
                words.terminal_asked_twice(one)
            } else {
                words.terminal_asked_both(one, other)
            })
        }
        _ => None,
    }
}

/// What can be written after a flag.
fn hint(flag: &str, words: &Words) -> Option<String> {
    match flag {
        "--from" => Some(words.terminal_asked_date()),
        "--weeks" => Some(words.terminal_asked_weeks(i64::from(week::MAX_WEEKS))),
        "--tz" => Some(words.terminal_asked_zone()),
        "--lang" => Some(words.terminal_asked_choices("sv, da, en")),
        "--color" => Some(words.terminal_asked_choices("auto, always, never")),
        _ => None,
    }
}

/// The flag of `--from <DATE>`.
fn name(argument: &str) -> &str {
    argument.split([' ', '=']).next().unwrap_or(argument)
}

fn with(sentence: String, more: Option<String>) -> String {
    more.into_iter().fold(sentence, |sentence, more| format!("{sentence} {more}"))
}

fn text(value: &ContextValue) -> Option<&str> {
    match value {
        ContextValue::String(text) => Some(text),
        ContextValue::Strings(texts) => texts.first().map(String::as_str),
        _ => None,
    }
}
