//! Paths to values in a JSON document.

/// One step of a path.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    /// Field of an object.
    Key(String),
    /// Element of an array, counted from 0.
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

/// Path from the root of a JSON document to a value in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pointer(Vec<Step>);

impl Pointer {
    /// Returns the pointer extended by one step.
    pub(crate) fn then(&self, step: impl Into<Step>) -> Pointer {
        let mut steps = self.0.clone();
        steps.push(step.into());
        Pointer(steps)
    }

    /// Returns the pointer to another field of the same object.
    pub(crate) fn sibling(&self, key: &str) -> Pointer {
        let mut steps = self.0.clone();
        steps.pop();
        steps.push(key.into());
        Pointer(steps)
    }

    /// Returns the steps from the root.
    pub(crate) fn steps(&self) -> &[Step] {
        &self.0
    }
}

impl FromIterator<Step> for Pointer {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Pointer {
        Pointer(steps.into_iter().collect())
    }
}

/// Part of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    /// Value.
    Value,
    /// Name of the last step.
    Key,
    /// Opening character of the value, such as `{`, for problems of missing fields.
    Opening,
}

/// Creates a [`Pointer`]: `pointer!["members", 3]`.
macro_rules! pointer {
    ($($step:expr),* $(,)?) => {
        <$crate::content::diagnostics::pointer::Pointer as std::iter::FromIterator<_>>::from_iter([
            $($crate::content::diagnostics::pointer::Step::from($step)),*
        ])
    };
}
pub(crate) use pointer;
