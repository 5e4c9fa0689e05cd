//! Makes a typed function of every sentence in `words/`: one that is missing in a language, or called with the wrong
//! argument, does not compile.
//!
//! A sentence is Fluent: text, variables, and a choice by `[one]` and `*[other]`. It is written as Rust that puts its
//! pieces together, so that saying it looks nothing up.

use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

use fluent_syntax::ast::{
    Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};

type Made<T> = Result<T, Box<dyn Error>>;
type Messages<'t> = BTreeMap<&'t str, Message<&'t str>>;

/// The first is the one whose comments type the variables, and whose order of them the functions take.
const LANGUAGES: [(&str, &str); 3] = [("sv", "Sv"), ("da", "Da"), ("en", "En")];

#[expect(clippy::disallowed_methods, reason = "cargo speaks to build scripts by the environment")]
fn main() -> Made<()> {
    let words = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../words"));
    println!("cargo::rerun-if-changed={}", words.display());
    let out = PathBuf::from(env::var("OUT_DIR")?).join("sentences.rs");
    let [sv, da, en] = LANGUAGES.map(|(folder, _)| read(&words.join(folder)));
    let texts = [sv?, da?, en?];
    let [sv, da, en] = texts.each_ref().map(|text| messages(text));
    let languages = [sv?, da?, en?];
    let mut code = String::from("impl Words {\n");
    for message in languages[0].values() {
        code += &function(message, &languages)?;
    }
    code += "}\n";
    for (messages, (language, _)) in languages.iter().zip(LANGUAGES) {
        if let Some(id) = messages.keys().find(|id| !languages[0].contains_key(*id)) {
            return Err(format!("`{id}` is in {language} and not in Swedish").into());
        }
    }
    Ok(fs::write(out, code)?)
}

/// All files of a language, as one text.
fn read(folder: &Path) -> std::io::Result<String> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|file| file.map(|file| file.path())).collect::<Result<_, _>>()?;
    files.sort();
    files.iter().map(|file| Ok(fs::read_to_string(file)? + "\n")).collect()
}

fn messages(text: &str) -> Made<Messages<'_>> {
    let read = fluent_syntax::parser::parse(text).map_err(|(_, errors)| format!("{errors:?}"))?;
    let message = |entry| match entry {
        Entry::Message(message) => Some((message.id.name, message)),
        _ => None,
    };
    let mut messages = Messages::new();
    for (id, message) in read.body.into_iter().filter_map(message) {
        if messages.insert(id, message).is_some() {
            return Err(format!("`{id}` stands twice in one language").into());
        }
    }
    Ok(messages)
}

/// The function of one sentence, as Rust.
fn function(message: &Message<&str>, languages: &[Messages<'_>; 3]) -> Made<String> {
    let id = message.id.name;
    let comment: &[&str] = message.comment.as_ref().map_or(&[], |comment| &comment.content);
    let mut names = Vec::new();
    variables(message.value.as_ref().ok_or(format!("`{id}` says nothing"))?, &mut names);
    let (mut docs, mut takes, mut begin) = (String::new(), String::new(), String::new());
    for line in comment {
        writeln!(docs, "    /// {line}")?;
    }
    for name in names {
        let typed = |kind: &str| comment.iter().any(|line| line.starts_with(&format!("${name} ({kind})")));
        let argument = name.replace('-', "_");
        let (of, read) = match (typed("String"), typed("Number")) {
            (true, false) => ("AsRef<str>", "as_ref"),
            (false, true) => ("Into<Number>", "into"),
            _ => return Err(format!("`{id}` has no comment `${name} (String)` or `${name} (Number)`").into()),
        };
        write!(takes, ", {argument}: impl {of}")?;
        writeln!(begin, "        let {argument} = {argument}.{read}();")?;
    }
    let mut arms = String::new();
    for (messages, (language, variant)) in languages.iter().zip(LANGUAGES) {
        let said = messages.get(id).and_then(|message| message.value.as_ref());
        let said = said.ok_or(format!("`{id}` is missing in {language}"))?;
        writeln!(arms, "            Language::{variant} => {},", sentence(id, said)?)?;
    }
    let name = id.replace('-', "_");
    Ok(format!(
        "{docs}    pub fn {name}(&self{takes}) -> String {{\n{begin}        match self.0 {{\n{arms}        }}\n    }}\n"
    ))
}

/// Variables in the order in which they stand.
fn variables<'t>(pattern: &Pattern<&'t str>, names: &mut Vec<&'t str>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        let (Expression::Inline(inline) | Expression::Select { selector: inline, .. }) = expression;
        if let InlineExpression::VariableReference { id } = inline
            && !names.contains(&id.name)
        {
            names.push(id.name);
        }
        if let Expression::Select { variants, .. } = expression {
            variants.iter().for_each(|variant| variables(&variant.value, names));
        }
    }
}

/// A sentence as an expression that makes a `String`: of one piece, a copy of it.
fn sentence(id: &str, pattern: &Pattern<&str>) -> Made<String> {
    match &pattern.elements[..] {
        [PatternElement::TextElement { value }] => Ok(format!("{value:?}.to_owned()")),
        _ => pieces(id, pattern),
    }
}

/// Pieces of a sentence, put together.
fn pieces(id: &str, pattern: &Pattern<&str>) -> Made<String> {
    let mut list = Vec::new();
    for element in &pattern.elements {
        list.push(match element {
            PatternElement::TextElement { value } => format!("{value:?}"),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => {
                format!("&*{}", variable(id, inline)?)
            }
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                format!("&{}", choice(id, selector, variants)?)
            }
        });
    }
    Ok(format!("put_together([{}])", list.join(", ")))
}

fn choice(id: &str, by: &InlineExpression<&str>, variants: &[Variant<&str>]) -> Made<String> {
    match variants {
        [
            Variant { key: VariantKey::Identifier { name: "one" }, value: one, default: false },
            Variant { key: VariantKey::Identifier { name: "other" }, value: other, default: true },
        ] => Ok(format!(
            "(if {}.is_one() {{ {} }} else {{ {} }})[..]",
            variable(id, by)?,
            sentence(id, one)?,
            sentence(id, other)?
        )),
        _ => Err(format!("`{id}`: a choice is between [one] and *[other]").into()),
    }
}

fn variable(id: &str, inline: &InlineExpression<&str>) -> Made<String> {
    match inline {
        InlineExpression::VariableReference { id } => Ok(id.name.replace('-', "_")),
        _ => Err(format!("`{id}`: only variables stand in braces").into()),
    }
}
