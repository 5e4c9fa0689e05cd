//! `POST /.search`: users and groups at once, users first.

use actions::scim::{Among, Directory, StoredUser};
use axum::Extension;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::HeaderMap;

use crate::answer::{Answer, object};
use crate::list::{Asked, list_filtered};
use crate::matching::{Within, holds};
use crate::refusal::Refusal;
use crate::schema::{GROUP, USER};
use crate::{Server, groups, users};

enum Found {
    User(Box<StoredUser>),
    Group(groups::Found),
}

pub(crate) async fn search(
    State(server): State<Server>,
    Extension(by): Extension<Directory>,
    headers: HeaderMap,
    body: Bytes,
) -> Answer {
    let asked = Asked::in_body(object(&headers, &body)?)?;
    let reads = asked.clone();
    let found = server.desk().read(move |tx| {
        let users = actions::scim::users_among(tx, &by, &Among::All)?.into_iter();
        let users = users.map(|user| Found::User(Box::new(user)));
        let groups = groups::all_of(tx, &by, &reads)?.into_iter().map(Found::Group);
        Ok::<_, Refusal>(users.chain(groups).collect::<Vec<_>>())
    });
    let (found, address, filter) = (found.await?, server.address(), asked.filter.as_ref());
    list_filtered(
        &asked,
        &found,
        |one| match (one, filter) {
            (_, None) => Ok(true),
            (Found::User(user), Some(filter)) => {
                holds(filter, Within::Resource(&USER, &users::shaped("", user)))
            }
            (Found::Group(group), filter) => groups::is_asked_for(filter, group),
        },
        |one| match one {
            Found::User(user) => asked.wanted.of(&USER, users::shaped(&address, user)),
            Found::Group(group) => asked.wanted.of(&GROUP, groups::shaped(&address, group)),
        },
    )
}
