use crate::code::coded;

coded! {
    /// The two sides of tough care. Neither is better; the balance over time is what is shown.
    pub enum Side {
        /// The hard side: to ask for, to follow up, to say what is difficult.
        Challenge = "challenge",
        /// The soft side: to see, to listen, to support.
        Care = "care",
    }
}
