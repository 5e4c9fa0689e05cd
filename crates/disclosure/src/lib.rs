//! Which figures may be shown: over a tree of groups, over time, and beside another way of grouping the same
//! people.
//!
//! The engine promises that nobody can compute anything about fewer than K respondents from what is
//! published, even if every manager shares every figure and some respondents know their own answers. What
//! exactly is promised, what is not, and why the rules are exact, stands in `README.md`.
//!
//! The way through, at the close of a round:
//!
//! 1. [`Tree`]: the groups and how many answered in each;
//! 2. [`Rules`]: K, the insiders reckoned with, the smallest coverage;
//! 3. [`Closing::new`]: decides what is shown ([`publish`]), cuts the rest into the smallest groups possible ([`pools`]), and has
//!    it all checked by an [`audit`] that shares no code with the decision;
//! 4. [`Closing::release`]: one histogram per leaf in, one [`Released`] figure per pool out;
//! 5. [`Closing::estimate`]: figures for every node, computed from released figures and nothing else.
//!
//! Pure: no clock, no chance, no input or output. Decisions depend on counts alone, never on answers.

mod audit;
mod beside;
mod cells;
mod closing;
mod correlation;
mod derivable;
mod elimination;
mod estimate;
mod guard;
mod histogram;
mod history;
mod mincut;
mod overlap;
mod pools;
mod publish;
mod release;
mod released;
mod rules;
mod search;
mod split;
mod strict;
mod tree;

pub use audit::{AuditError, Finding, audit};
pub use beside::{BesideError, Layer, Placed, close_beside, publish_beside};
pub use cells::{Grouping, cells};
pub use closing::{CloseError, Closing, ReleaseError};
pub use correlation::{Correlation, MIN_TOGETHER};
pub use derivable::{DerivableError, Derived, Family, FamilyError, MAX_MEMBERSHIPS, Reduced};
pub use estimate::{Bounds, Distribution, Estimate};
pub use guard::{Band, Since};
pub use histogram::{Answer, Histogram};
pub use history::union_of_groups;
pub use overlap::{CellOf, Cut, Overlap};
pub use pools::pools;
pub use publish::{MAX_TABLE, Publication, PublishError, Status, publish, publish_among};
pub use release::{Figure, FigureError, Near, Side, release};
pub use released::Released;
pub use rules::{MAX_K, Rules, RulesError};
pub use split::{MIN_SPLIT, Split, SplitError, split};
pub use strict::{Past, Strict, StrictError};
pub use tree::{LeafCount, MAX_NODES, Tree, TreeError};
