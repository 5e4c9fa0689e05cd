//! Forms: what was typed, and what was wrong with it, by the field.

/// One of several to choose from.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    /// A sentence under the label; may be empty.
    pub(crate) hint: String,
    pub(crate) current: bool,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>, current: bool) -> Choice {
        Choice { value: value.into(), label: label.into(), hint: String::new(), current }
    }

    pub(crate) fn with_hint(self, hint: impl Into<String>) -> Choice {
        Choice { hint: hint.into(), ..self }
    }
}

/// One question in a form, with what was typed and what was wrong with it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Field {
    /// The form's name for it, and the element's id.
    pub(crate) name: &'static str,
    pub(crate) label: String,
    /// May be empty.
    pub(crate) hint: String,
    pub(crate) value: String,
    /// Empty when nothing is wrong.
    pub(crate) error: String,
}

impl Field {
    pub(crate) fn new(name: &'static str, label: impl Into<String>, value: impl Into<String>) -> Field {
        Field { name, label: label.into(), value: value.into(), ..Field::default() }
    }

    pub(crate) fn with_hint(self, hint: impl Into<String>) -> Field {
        Field { hint: hint.into(), ..self }
    }

    pub(crate) fn with_error(self, error: Option<String>) -> Field {
        Field { error: error.unwrap_or_default(), ..self }
    }
}

/// Those of `fields` that something is wrong with, for the summary at the top.
pub(crate) fn errors<'f>(fields: impl IntoIterator<Item = &'f Field>) -> Vec<Field> {
    fields.into_iter().filter(|field| !field.error.is_empty()).cloned().collect()
}
