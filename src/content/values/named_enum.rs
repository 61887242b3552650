//! Enums whose values have names.

/// Defines an enum, each value with its name; `ALL` are all values, and a method returns the name
/// of one.
macro_rules! named_enum {
    (
        $(#[$of_enum:meta])*
        pub enum $enum:ident { $($(#[$of_value:meta])* $value:ident = $name:literal,)* }

        $(#[$of_method:meta])*
        pub fn $method:ident(self);
    ) => {
        $(#[$of_enum])*
        pub enum $enum { $($(#[$of_value])* $value,)* }

        impl $enum {
            /// All values.
            pub const ALL: [$enum; [$($name),*].len()] = [$($enum::$value),*];

            $(#[$of_method])*
            pub fn $method(self) -> &'static str {
                match self {
                    $($enum::$value => $name,)*
                }
            }
        }
    };
}
pub(crate) use named_enum;
