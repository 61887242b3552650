//! Places in a JSON document, named by the way that leads to them.

/// One step into a JSON document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// The field of an object.
    Key(String),
    /// The element of a list, counted from 0.
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Step {
        Step::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Step {
        Step::Index(index)
    }
}

/// The way from the root of a JSON document to a value in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pointer(Vec<Step>);

impl Pointer {
    /// The pointer that goes one step further.
    pub(super) fn then(&self, step: impl Into<Step>) -> Pointer {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Pointer(steps)
    }

    /// The pointer to another field of the same object.
    pub(super) fn sibling(&self, key: &str) -> Pointer {
        let mut steps = self.0.clone();
        steps.pop();
        steps.push(key.into());
        Pointer(steps)
    }

    /// The steps from the root on.
    pub(super) fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl FromIterator<Step> for Pointer {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Pointer {
        Pointer(steps.into_iter().collect())
    }
}

/// Which part of a field is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The value.
    Value,
    /// The name of the last step.
    Key,
    /// The sign that opens the value, such as `{`: for what is missing inside it.
    Opening,
}

/// Writes a [`Pointer`]: `pointer!["members", 3]`.
macro_rules! pointer {
    ($($step:expr),* $(,)?) => {
        <$crate::content::pointer::Pointer as std::iter::FromIterator<_>>::from_iter([
            $($crate::content::pointer::Step::from($step)),*
        ])
    };
}
pub(crate) use pointer;
