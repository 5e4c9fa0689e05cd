//! A file that a form brings, read into memory up to a limit.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;

/// What is still received of a file that is too large, so that the browser hears the answer instead of a broken line.
const DRAINED_BYTES: usize = 300_000_000;
/// So much is read of what was typed beside the file, in bytes.
const TYPED_BYTES: usize = 200;
/// So many fields are kept beside the file; no form of ours has more.
const FIELDS: usize = 10;

/// What came.
#[derive(Default)]
pub(crate) struct Upload {
    /// What the file was called where it came from.
    pub(crate) file_name: String,
    /// Empty when there was none, or when it was too large.
    pub(crate) content: Vec<u8>,
    pub(crate) too_large: bool,
    /// What was typed beside it, by field.
    typed: Vec<(String, String)>,
}

impl Upload {
    /// What was typed into a field beside the file.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, text)| text)
    }
}

/// Receives the file in the form's field `name`, at most `most` bytes of it.
///
/// # Errors
/// When the line breaks, or what comes is no form.
pub(crate) async fn receive(mut form: Multipart, name: &str, most: usize) -> Result<Upload, MultipartError> {
    let mut upload = Upload::default();
    let mut seen = 0;
    while let Some(mut field) = form.next_field().await? {
        let wanted = field.name() == Some(name);
        let (typed_into, mut typed) = (field.name().unwrap_or_default().to_owned(), Vec::new());
        if wanted {
            upload.file_name = field.file_name().unwrap_or_default().to_owned();
        }
        while let Some(part) = field.chunk().await? {
            seen += part.len();
            if seen > DRAINED_BYTES {
                upload.too_large = true;
                return Ok(upload);
            }
            if !wanted {
                let room = TYPED_BYTES.saturating_sub(typed.len());
                typed.extend(part.iter().take(room));
            } else if upload.too_large {
                // The rest is only heard to its end.
            } else if upload.content.len() + part.len() > most {
                upload.too_large = true;
                upload.content = Vec::new();
            } else {
                upload.content.extend_from_slice(&part);
            }
        }
        if !wanted && upload.typed.len() < FIELDS {
            upload.typed.push((typed_into, String::from_utf8_lossy(&typed).into_owned()));
        }
    }
    Ok(upload)
}
