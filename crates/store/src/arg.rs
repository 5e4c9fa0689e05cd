use postgres::types::{IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use rusqlite::types::{ToSqlOutput, ValueRef};

/// A value on its way into a statement: one of the five storage types that both databases share.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// No value.
    Null,
    /// BIGINT, and BOOLEAN as 0 or 1.
    Int(i64),
    /// DOUBLE PRECISION.
    Real(f64),
    /// TEXT.
    Text(&'a str),
    /// BYTEA.
    Blob(&'a [u8]),
}

macro_rules! into_arg {
    ($($from:ty => $value:ident $to:expr),* $(,)?) => { $(
        impl<'a> From<$from> for Arg<'a> {
            fn from($value: $from) -> Self { $to }
        }
    )* };
}

into_arg! {
    i64 => value Arg::Int(value),
    u32 => value Arg::Int(value.into()),
    bool => value Arg::Int(value.into()),
    f64 => value Arg::Real(value),
    &'a str => value Arg::Text(value),
    &'a String => value Arg::Text(value),
    &'a [u8] => value Arg::Blob(value),
    &'a Vec<u8> => value Arg::Blob(value),
    jiff::Timestamp => value Arg::Int(value.as_millisecond()),
}

impl<'a, const N: usize> From<&'a [u8; N]> for Arg<'a> {
    fn from(value: &'a [u8; N]) -> Self {
        Arg::Blob(value)
    }
}

impl<'a, T: Into<Arg<'a>>> From<Option<T>> for Arg<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Arg::Null, Into::into)
    }
}

/// The arguments of a statement, in the order of `$1`, `$2` …
#[macro_export]
macro_rules! args {
    ($($value:expr),* $(,)?) => { &[$($crate::Arg::from($value)),*] };
}

impl rusqlite::ToSql for Arg<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match *self {
            Arg::Null => ValueRef::Null,
            Arg::Int(value) => ValueRef::Integer(value),
            Arg::Real(value) => ValueRef::Real(value),
            Arg::Text(value) => ValueRef::Text(value.as_bytes()),
            Arg::Blob(value) => ValueRef::Blob(value),
        }))
    }
}

impl ToSql for Arg<'_> {
    fn to_sql(
        &self,
        ty: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        // The wire carries bytes without a type: a value of the wrong kind must be refused here, as STRICT does.
        match *self {
            Arg::Null => Ok(IsNull::Yes),
            Arg::Int(value) if *ty == Type::BOOL => (value != 0).to_sql(ty, out),
            Arg::Int(value) if *ty == Type::INT4 => i32::try_from(value)?.to_sql(ty, out),
            Arg::Int(value) if *ty == Type::INT8 => value.to_sql(ty, out),
            Arg::Real(value) if *ty == Type::FLOAT8 => value.to_sql(ty, out),
            Arg::Text(value) if *ty == Type::TEXT => value.to_sql(ty, out),
            Arg::Blob(value) if *ty == Type::BYTEA => value.to_sql(ty, out),
            other => Err(format!("{other:?} does not fit a parameter of type {ty}").into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
