//! The seal on everything that may be shown.

/// A value that only this crate can make out of answers. Whoever holds one may show it to anyone who may see
/// the round.
///
/// New values come from sealed ones alone: [`map`](Released::map) takes a function pointer, which can carry
/// no data along, so that nothing unsealed can be mixed in on the way.
///
/// ```compile_fail,E0423
/// let forged = disclosure::Released(4.5);
/// ```
///
/// ```compile_fail,E0308
/// fn mixed(shown: &disclosure::Released<f64>, secret: f64) -> disclosure::Released<f64> {
///     shown.map(|mean| mean - secret)
/// }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Released<T>(T);

impl<T> Released<T> {
    pub(crate) fn seal(value: T) -> Released<T> {
        Released(value)
    }

    /// The value, to show.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// What follows from the value alone.
    pub fn map<U>(&self, from: fn(&T) -> U) -> Released<U> {
        Released(from(&self.0))
    }

    /// Two released values together.
    pub fn zip<U>(self, other: Released<U>) -> Released<(T, U)> {
        Released((self.0, other.0))
    }

    /// Many released values together.
    pub fn all(values: impl IntoIterator<Item = Released<T>>) -> Released<Vec<T>> {
        Released(values.into_iter().map(|value| value.0).collect())
    }
}
