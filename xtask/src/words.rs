//! The sentences: the same in every language, none empty, none unused.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};

use crate::files::Files;
use crate::trouble::Trouble;

/// The first is the one that types the variables.
const LANGUAGES: [&str; 3] = ["sv", "da", "en"];

/// The messages of one file: each with its variables.
type Messages = BTreeMap<String, BTreeSet<String>>;

pub(crate) fn check(_: &Path, files: &Files) -> anyhow::Result<Vec<Trouble>> {
    let mut troubles = Vec::new();
    let mut by_language: [BTreeMap<String, Messages>; 3] = Default::default();
    for (language, nouns) in LANGUAGES.iter().zip(&mut by_language) {
        let folder = format!("words/{language}/");
        for (path, text) in
            files.texts().filter(|(path, _)| path.starts_with(&folder) && path.ends_with(".ftl"))
        {
            nouns.insert(path[folder.len()..].to_owned(), read(path, text, &mut troubles));
        }
    }
    let [sv, others @ ..] = &by_language;
    for (language, nouns) in LANGUAGES[1..].iter().zip(others) {
        troubles.extend(differences(sv, nouns, language));
    }
    troubles.extend(unused(sv, &called(files)));
    Ok(troubles)
}

fn read(path: &str, text: &str, troubles: &mut Vec<Trouble>) -> Messages {
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, errors)| {
        troubles.extend(errors.iter().map(|error| Trouble::at(path, error.to_string())));
        resource
    });
    let mut messages = Messages::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let (id, mut variables, mut says) = (message.id.name.to_owned(), BTreeSet::new(), false);
        if let Some(pattern) = &message.value {
            says = walk(pattern, &mut variables);
        }
        if !says {
            troubles.push(Trouble::at(path, format!("`{id}` says nothing")));
        }
        if messages.insert(id.clone(), variables).is_some() {
            troubles.push(Trouble::at(path, format!("`{id}` stands twice")));
        }
    }
    messages
}

/// Collects the variables of a sentence; whether it says anything, in every variant.
fn walk(pattern: &Pattern<&str>, variables: &mut BTreeSet<String>) -> bool {
    let mut says = false;
    for element in &pattern.elements {
        says |= match element {
            PatternElement::TextElement { value } => !value.trim().is_empty(),
            PatternElement::Placeable { expression } => match expression {
                Expression::Inline(InlineExpression::StringLiteral { value }) => !value.trim().is_empty(),
                Expression::Inline(inline) => {
                    note(inline, variables);
                    true
                }
                Expression::Select { selector, variants } => {
                    note(selector, variables);
                    // Every variant is walked, also after one that says nothing.
                    variants.iter().filter(|variant| !walk(&variant.value, variables)).count() == 0
                }
            },
        };
    }
    says
}

fn note(inline: &InlineExpression<&str>, variables: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            variables.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| note(argument, variables));
        }
        InlineExpression::Placeable { expression } => match &**expression {
            Expression::Inline(inline) => note(inline, variables),
            Expression::Select { selector, variants } => {
                note(selector, variables);
                for variant in variants {
                    walk(&variant.value, variables);
                }
            }
        },
        _ => {}
    }
}

fn differences(
    sv: &BTreeMap<String, Messages>,
    other: &BTreeMap<String, Messages>,
    language: &str,
) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    let none = Messages::new();
    let nouns: BTreeSet<&String> = sv.keys().chain(other.keys()).collect();
    for noun in nouns {
        let (ours, theirs) = (sv.get(noun).unwrap_or(&none), other.get(noun).unwrap_or(&none));
        let ids: BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
        for id in ids {
            let what = match (ours.get(id), theirs.get(id)) {
                (Some(a), Some(b)) if a == b => continue,
                (Some(a), Some(b)) => format!("`{id}` has other variables than in Swedish: {b:?}, not {a:?}"),
                (Some(_), None) => format!("`{id}` is missing"),
                (None, _) => format!("`{id}` is not in Swedish"),
            };
            troubles.push(Trouble::at(format!("words/{language}/{noun}"), what));
        }
    }
    troubles
}

/// Every name that stands after a dot or `::` in our code and templates: what may be a call of a sentence.
fn called(files: &Files) -> HashSet<&str> {
    let code = |path: &str| path.starts_with("crates/") && path.contains("/src/") && path.ends_with(".rs");
    let page = |path: &str| path.starts_with("templates/") && path.ends_with(".html");
    let texts = files.texts().filter(|(path, _)| code(path) || page(path));
    texts.flat_map(|(_, text)| names_after_dots(text)).collect()
}

fn names_after_dots(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['.', ':']).filter_map(move |(index, _)| {
        let rest = &text[index + 1..];
        let end =
            rest.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_').unwrap_or(rest.len());
        (end > 0).then(|| &rest[..end])
    })
}

fn unused(sv: &BTreeMap<String, Messages>, called: &HashSet<&str>) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    for (noun, messages) in sv {
        for id in messages.keys().filter(|id| !called.contains(id.replace('-', "_").as_str())) {
            troubles.push(Trouble::at(format!("words/sv/{noun}"), format!("nothing says `{id}`")));
        }
    }
    troubles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn troubles(sv: &str, da: &str, en: &str, code: &str) -> Vec<String> {
        let files = Files::of(&[
            ("words/sv/a.ftl", sv),
            ("words/da/a.ftl", da),
            ("words/en/a.ftl", en),
            ("crates/a/src/lib.rs", code),
        ]);
        check(Path::new(""), &files).unwrap().iter().map(Trouble::to_string).collect()
    }

    const NONE: [String; 0] = [];

    #[test]
    fn three_languages_that_agree() {
        let code = "words\n    .hours_led(3); let f = Words::hello;";
        let text = "hello = Hej\nhours-led = { $n ->\n    [one] en timme\n   *[other] { $n } timmar\n }\n";
        assert_eq!(troubles(text, text, text, code), NONE);
    }

    #[test]
    fn missing_and_superfluous() {
        let said = troubles("a = A\nb = B\n", "a = A\n", "a = A\nb = B\nc = C\n", "w.a(); w.b()");
        assert_eq!(said, ["words/da/a.ftl: `b` is missing", "words/en/a.ftl: `c` is not in Swedish"]);
    }

    #[test]
    fn other_variables() {
        let said = troubles("a = { $n } h\n", "a = { $m } h\n", "a = { $n } h\n", "w.a(1)");
        assert_eq!(said.len(), 1);
        assert!(said[0].starts_with("words/da/a.ftl: `a` has other variables"), "{said:?}");
        let nested = "a = { $n ->\n    [one] { $who }\n   *[other] x\n }\n";
        assert_eq!(troubles(nested, nested, "a = { $n }", "w.a(1)").len(), 1);
    }

    #[test]
    fn empty_sentences_and_garbage() {
        let empty = "a = { $n ->\n    [one] { \"\" }\n   *[other] x\n }\n";
        assert_eq!(troubles(empty, empty, empty, "w.a(1)").len(), 3);
        let attribute = "a =\n    .title = T\n";
        assert_eq!(troubles(attribute, attribute, attribute, "w.a()").len(), 3);
        assert!(!troubles("a = A\n= garbage\n", "a = A\n", "a = A\n", "w.a()").is_empty());
        assert_eq!(
            troubles("a = A\na = B\n", "a = A\n", "a = A\n", "w.a()"),
            ["words/sv/a.ftl: `a` stands twice"]
        );
    }

    #[test]
    fn sentences_that_nothing_says() {
        let text = "hello-you = Hej\n";
        let said = troubles(text, text, text, "fn hello_you() {} // hello_you");
        assert_eq!(said, ["words/sv/a.ftl: nothing says `hello-you`"]);
    }
}
