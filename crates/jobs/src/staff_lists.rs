use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use actions::staff_lists::{self, Nightly, StaffListRefused};
use actions::{Desk, Fault};
use jiff::{SignedDuration, Timestamp};

use crate::NotDone;

/// A file that was written to so lately may not be whole yet.
const SETTLED: SignedDuration = SignedDuration::from_mins(1);
/// Larger files are no lists.
const MOST_BYTES: u64 = 20_000_000;
/// What lists are called; everything else in the folder is left alone.
const ENDINGS: [&str; 3] = ["csv", "txt", "xlsx"];
/// Where in the folder those go that are not taken.
const NOT_TAKEN: &str = "not-taken";

/// Takes the newest staff list out of a folder, and does it when nobody needs to look at it. What is taken, and lists older than it, are deleted from the
/// folder: they are full of names. One that is no list goes into `not-taken` beside it.
///
/// # Errors
/// [`NotDone`] when the folder or the database is away: worth another try.
pub async fn take_staff_list(desk: &Desk, folder: &Path) -> Result<(), NotDone> {
    let settled = desk.now() - SETTLED;
    let lists = in_thread(folder, move |folder| newest_first(folder, settled)).await?;
    let Some(newest) = lists.first().cloned() else { return Ok(()) };
    let content = in_thread(&newest, |path| {
        if fs::metadata(path)?.len() > MOST_BYTES { Ok(Vec::new()) } else { fs::read(path) }
    })
    .await?;
    let name = newest.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let taken = match staff_lists::take_nightly(desk, &name, content).await {
        Ok(Nightly::Done(counts)) => {
            tracing::info!(new = counts.people_new, left = counts.people_left, "a staff list was done");
            true
        }
        Ok(Nightly::Waits) => {
            tracing::warn!("a staff list waits for somebody to look at it");
            true
        }
        Err(StaffListRefused::Fault(fault)) => return Err(fault.into()),
        Err(refused) => {
            // The reason holds numbers of rows and columns, no text of the file.
            tracing::warn!(%refused, "a file in the folder for staff lists was not taken");
            false
        }
    };
    let folder = folder.to_owned();
    in_thread(&folder, move |folder| {
        for list in &lists {
            if taken || *list != newest {
                fs::remove_file(list)?;
            } else if let Some(name) = list.file_name() {
                fs::create_dir_all(folder.join(NOT_TAKEN))?;
                fs::rename(list, folder.join(NOT_TAKEN).join(name))?;
            }
        }
        Ok(())
    })
    .await
}

/// Lists in the folder that were last written to before `settled`, the newest first.
fn newest_first(folder: &Path, settled: Timestamp) -> io::Result<Vec<PathBuf>> {
    let mut lists: Vec<(Timestamp, PathBuf)> = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let (path, about) = (entry.path(), entry.metadata()?);
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        let is_list = ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()));
        let written = Timestamp::try_from(about.modified()?).map_err(io::Error::other)?;
        if about.is_file() && is_list && written < settled {
            lists.push((written, path));
        }
    }
    lists.sort();
    Ok(lists.into_iter().rev().map(|(_, path)| path).collect())
}

/// Disks wait: not where pages are served.
async fn in_thread<T: Send + 'static>(
    path: &Path,
    work: impl FnOnce(&Path) -> io::Result<T> + Send + 'static,
) -> Result<T, NotDone> {
    let path = path.to_owned();
    let done = tokio::task::spawn_blocking(move || work(&path)).await.map_err(|_| Fault::Closed)?;
    done.map_err(|_| NotDone::Later("the folder for staff lists cannot be read and written"))
}
