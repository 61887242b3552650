//! Functions of a WebAssembly module, with their names and sizes.
//!
//! The format: <https://webassembly.github.io/spec/core/binary/modules.html>.

use std::collections::HashMap;

const HEADER: usize = 8;
const CUSTOM: u8 = 0;
const IMPORTS: u8 = 2;
const CODE: u8 = 10;
const DATA: u8 = 11;
/// Part of the section with names that has those of functions.
const FUNCTION_NAMES: u8 = 1;

/// What a module consists of.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Name and size of each function; the name is empty if the module does not tell it.
    pub(crate) functions: Vec<(String, usize)>,
    /// Size of the data that memory begins with.
    pub(crate) data: usize,
}

/// Reads a module; returns nothing if it is damaged.
pub(crate) fn read(bytes: &[u8]) -> Option<Module> {
    let mut reader = Reader(bytes.get(HEADER..)?);
    let (mut module, mut imported) = (Module::default(), 0);
    let (mut sizes, mut names) = (Vec::new(), HashMap::new());
    while !reader.0.is_empty() {
        let kind = reader.byte()?;
        let mut section = reader.part()?;
        match kind {
            IMPORTS => imported = section.imported_functions()?,
            CODE => sizes = section.sizes()?,
            DATA => module.data = section.0.len(),
            CUSTOM if section.part()?.0 == b"name" => names = section.function_names()?,
            _ => {}
        }
    }
    let name = |number: usize| names.remove(&(imported + number)).unwrap_or_default();
    module.functions = (0..sizes.len()).map(name).zip(sizes).collect();
    Some(module)
}

/// The bytes that are yet to be read.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// Reads an unsigned number in the encoding LEB128.
    fn number(&mut self) -> Option<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
            if byte < 0x80 {
                return Some(number);
            }
        }
    }

    /// Reads a part that begins with its length.
    fn part(&mut self) -> Option<Reader<'a>> {
        let length = self.number()?;
        let (part, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(Reader(part))
    }

    /// Reads the section of imports, and counts the functions in it.
    fn imported_functions(&mut self) -> Option<usize> {
        let mut functions = 0;
        for _ in 0..self.number()? {
            let (_, _) = (self.part()?, self.part()?);
            match self.byte()? {
                0 => {
                    self.number()?;
                    functions += 1;
                }
                // A table has a type and limits, a memory has limits.
                1 => {
                    self.byte()?;
                    self.limits()?;
                }
                2 => self.limits()?,
                // A global has a type and a mutability, a tag an attribute and a type.
                _ => {
                    self.byte()?;
                    self.number()?;
                }
            }
        }
        Some(functions)
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }

    /// Reads the section of code; returns the size of each function.
    fn sizes(&mut self) -> Option<Vec<usize>> {
        let count = self.number()?;
        (0..count).map(|_| Some(self.part()?.0.len())).collect()
    }

    /// Reads the section of names; returns those of functions by their numbers.
    fn function_names(&mut self) -> Option<HashMap<usize, String>> {
        let mut names = HashMap::new();
        while !self.0.is_empty() {
            let kind = self.byte()?;
            let mut part = self.part()?;
            if kind != FUNCTION_NAMES {
                continue;
            }
            for _ in 0..part.number()? {
                let number = part.number()?;
                let name = String::from_utf8_lossy(part.part()?.0).into_owned();
                names.insert(number, name);
            }
        }
        Some(names)
    }
}
