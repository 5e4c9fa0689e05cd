//! What stands around every page, as finished words and addresses.

/// Everything `base/layout.html` needs.
#[derive(Debug, Clone)]
pub struct Frame {
    /// BCP 47: `sv`, `da` or `en`.
    pub lang: &'static str,
    /// `light`, `dark` or `auto` (as the device says).
    pub scheme: &'static str,
    /// The page's own title; the product's name is added.
    pub title: String,
    /// Where `pejling.css`, `js/`, `fonts/` and `img/` are served, without a slash at the end.
    pub assets: String,
    /// Where the brand leads.
    pub home: String,
    /// The banner of demo mode; empty outside it.
    pub demo: String,
    /// The answer to what was just done.
    pub flash: Option<Flash>,
    /// The main menu; the first four stand in the bar of a phone. Empty before sign-in: then there is no menu.
    pub nav: Vec<NavItem>,
    /// More of the menu, under headings.
    pub groups: Vec<NavGroup>,
    /// Where the choice of language is posted.
    pub language_url: String,
    /// The languages to choose from.
    pub languages: Vec<Choice>,
    /// Where the choice of light or dark is posted.
    pub scheme_url: String,
    /// Light, dark, as the device.
    pub schemes: Vec<Choice>,
    /// The address to come back to after either choice.
    pub back: String,
    /// The frame's own sentences.
    pub words: FrameWords,
    /// Addresses in the foot of every page.
    pub foot: Vec<NavItem>,
}

/// The frame's own sentences.
#[derive(Debug, Clone)]
pub struct FrameWords {
    /// "Skip to the content".
    pub skip: String,
    /// The menu's name for screen readers.
    pub menu: String,
    /// "More", under the fifth sign in the bar of a phone.
    pub more: String,
    /// Name of the group of languages.
    pub language: String,
    /// Name of the group light, dark, automatic.
    pub look: String,
}

/// One place in the menu.
#[derive(Debug, Clone)]
pub struct NavItem {
    /// What the place is called.
    pub label: String,
    /// One word for the bar of a phone, at most ten letters.
    pub short: String,
    /// Where it leads.
    pub url: String,
    /// A name in `base/icon.html`.
    pub icon: &'static str,
    /// Whether this page is that place.
    pub current: bool,
}

/// Places in the menu under a heading: a unit, or a role.
#[derive(Debug, Clone)]
pub struct NavGroup {
    /// The heading.
    pub name: String,
    /// The places under it.
    pub items: Vec<NavItem>,
}

/// What is said once, after something was done.
#[derive(Debug, Clone)]
pub struct Flash {
    /// `done` or `trouble`.
    pub kind: &'static str,
    /// One or two sentences.
    pub text: String,
}

/// One of several to choose from, in forms and in the foot.
#[derive(Debug, Clone, Default)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What is chosen, in words.
    pub label: String,
    /// A sentence under the label; may be empty.
    pub hint: String,
    /// Whether it is chosen now.
    pub current: bool,
}

/// One question in a form, with what was typed and what was wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Field {
    /// The form's name for it, and the element's id.
    pub name: &'static str,
    /// The question.
    pub label: String,
    /// May be empty.
    pub hint: String,
    /// What was typed, or what is suggested.
    pub value: String,
    /// Empty when nothing is wrong.
    pub error: String,
}

/// A name and its value.
#[derive(Debug, Clone)]
pub struct Fact {
    /// What it is.
    pub name: String,
    /// How it is, with its unit.
    pub value: String,
}
