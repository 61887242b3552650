//! What was measured, and its medians.

use crate::sites::{MAKERS, Maker};

/// A figure of one site, measured once in each round.
#[derive(Debug)]
pub(crate) struct Figure {
    /// Page or way, which heads a table.
    pub(crate) topic: String,
    pub(crate) maker: Maker,
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    values: Vec<f64>,
}

impl Figure {
    /// Returns the middle one of the values.
    pub(crate) fn median(&self) -> f64 {
        self.sorted()[self.values.len() / 2]
    }

    /// Returns the smallest and the largest value.
    pub(crate) fn range(&self) -> (f64, f64) {
        let sorted = self.sorted();
        (sorted[0], sorted[sorted.len() - 1])
    }

    fn sorted(&self) -> Vec<f64> {
        let mut values = self.values.clone();
        values.sort_by(f64::total_cmp);
        values
    }
}

/// All figures, in the order in which they were first recorded.
#[derive(Debug, Default)]
pub(crate) struct Figures(Vec<Figure>);

impl Figures {
    /// Adds a value to a figure.
    pub(crate) fn record(
        &mut self,
        topic: &str,
        maker: Maker,
        name: &str,
        unit: &'static str,
        value: f64,
    ) {
        let known = self
            .0
            .iter_mut()
            .find(|figure| figure.is(topic, maker, name));
        match known {
            Some(figure) => figure.values.push(value),
            None => self.0.push(Figure {
                topic: topic.to_owned(),
                maker,
                name: name.to_owned(),
                unit,
                values: vec![value],
            }),
        }
    }

    /// Returns the median of a figure, if it was recorded.
    pub(crate) fn median(&self, topic: &str, maker: Maker, name: &str) -> Option<f64> {
        let mut figures = self.0.iter();
        figures
            .find(|figure| figure.is(topic, maker, name))
            .map(Figure::median)
    }

    /// Returns all figures.
    pub(crate) fn all(&self) -> &[Figure] {
        &self.0
    }

    /// Prints a table for each topic, with a column for each site.
    pub(crate) fn print(&self) {
        let mut topics: Vec<&str> = Vec::new();
        for figure in &self.0 {
            if !topics.contains(&figure.topic.as_str()) {
                topics.push(&figure.topic);
            }
        }
        for topic in topics {
            self.print_topic(topic);
        }
    }

    fn print_topic(&self, topic: &str) {
        let of_topic = || self.0.iter().filter(|figure| figure.topic == topic);
        let mut makers = MAKERS.to_vec();
        makers.retain(|maker| of_topic().any(|figure| figure.maker == *maker));
        let mut names: Vec<(&str, &str)> = Vec::new();
        for figure in of_topic() {
            if !names.contains(&(&figure.name, figure.unit)) {
                names.push((&figure.name, figure.unit));
            }
        }
        let width = names.iter().map(|(name, _)| name.len()).max();
        let width = width.unwrap_or_default().max(topic.len());
        let heads: String = makers
            .iter()
            .map(|maker| format!("{:>11}", maker.name()))
            .collect();
        println!("{topic:<width$}  {heads}");
        for (name, unit) in names {
            let cells: String = makers
                .iter()
                .map(|maker| match self.median(topic, *maker, name) {
                    Some(value) => format!("{value:>11.0}"),
                    None => format!("{:>11}", "-"),
                })
                .collect();
            println!("  {name:<width$}{cells} {unit}");
        }
    }
}

impl Figure {
    fn is(&self, topic: &str, maker: Maker, name: &str) -> bool {
        self.topic == topic && self.maker == maker && self.name == name
    }
}
