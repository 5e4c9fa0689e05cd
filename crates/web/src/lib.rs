//! The pages: routes, page structs and forms, one file per noun. The only crate that knows HTML.

mod access;
mod area;
mod assets;
mod ballots;
mod booth;
mod check_in;
mod conditions;
mod cookie;
mod ctx;
mod dates;
mod demo;
mod drops;
mod feed;
mod form;
mod frame;
mod guard;
mod hours;
mod installation;
mod pages;
mod people;
mod picture;
mod records;
mod results;
mod rounds;
mod routes;
mod said;
mod site;
mod staff_lists;
mod steps;
mod today;
mod trouble;
mod upload;
mod week;

pub use routes::router;
pub use site::{Site, WebSettings};
pub use trouble::Trouble;
