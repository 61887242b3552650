//! Synthetic corpus: the same documents in every run, made of words of the industry and random
//! words, with the word frequencies of a natural language.

/// A document.
pub(crate) struct Article {
    /// Title.
    pub(crate) title: String,
    /// Paragraphs.
    pub(crate) paragraphs: Vec<String>,
    /// Year.
    pub(crate) year: u32,
}

/// Number of characters in a document.
const LENGTH: usize = 1500;
/// Number of random words in addition to those of the list, because a language has thousands.
const RARE_WORDS: usize = 9000;

/// Pseudorandom number generator (SplitMix64).
pub(crate) struct Random(u64);

impl Random {
    /// Creates a generator with a seed.
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ mixed >> 31
    }

    /// Returns a number below a limit.
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }
}

/// Words in order of frequency, and their cumulative frequencies.
struct Language {
    words: Vec<String>,
    sums: Vec<f64>,
}

impl Language {
    fn new(random: &mut Random) -> Self {
        let mut words: Vec<String> = include_str!("words.txt")
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        let letters: Vec<char> = include_str!("letters.txt").trim().chars().collect();
        for _ in 0..RARE_WORDS {
            let length = [1, 2, 2, 2, 2, 2, 3, 3, 4][random.below(9)];
            // The square of a uniform number: some characters occur in many words.
            let letter = |random: &mut Random| {
                letters[(random.unit().powi(2) * letters.len() as f64) as usize]
            };
            words.push((0..length).map(|_| letter(random)).collect());
        }
        let mut sum = 0.0;
        let sums = (0..words.len())
            .map(|rank| {
                // Zipf–Mandelbrot law.
                sum += 1.0 / (rank as f64 + 8.0);
                sum
            })
            .collect();
        Self { words, sums }
    }

    fn word(&self, random: &mut Random) -> &str {
        let total = self.sums.last().copied().unwrap_or_default();
        let point = random.unit() * total;
        let rank = self.sums.partition_point(|sum| *sum < point);
        &self.words[rank.min(self.words.len() - 1)]
    }

    fn sentence(&self, random: &mut Random, words: usize, text: &mut String) {
        for _ in 0..words {
            text.push_str(self.word(random));
        }
    }
}

/// Returns this many documents, the oldest first.
pub(crate) fn articles(count: usize) -> Vec<Article> {
    let mut random = Random::new(2024);
    let language = Language::new(&mut random);
    (0..count)
        .map(|number| {
            let mut title = String::new();
            let words = 5 + random.below(6);
            language.sentence(&mut random, words, &mut title);
            let mut paragraphs = Vec::new();
            let mut letters = 0;
            let length = LENGTH / 2 + random.below(LENGTH);
            while letters < length {
                let mut paragraph = String::new();
                for _ in 0..2 + random.below(4) {
                    for clause in 0..1 + random.below(4) {
                        if clause > 0 {
                            paragraph.push('，');
                        }
                        let words = 3 + random.below(7);
                        language.sentence(&mut random, words, &mut paragraph);
                        if random.below(12) == 0 {
                            paragraph.push_str(&random.below(3000).to_string());
                        }
                    }
                    paragraph.push('。');
                }
                letters += paragraph.chars().count();
                paragraphs.push(paragraph);
            }
            let year = 2000 + (number * 25 / count) as u32;
            Article {
                title,
                paragraphs,
                year,
            }
        })
        .collect()
}
