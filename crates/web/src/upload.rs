//! A file that a form brings, read into memory up to a limit.

use axum::extract::Multipart;
use axum::extract::multipart::MultipartError;

/// What is still received of a file that is too large, so that the browser hears the answer instead of a broken line.
const DRAINED_BYTES: usize = 300_000_000;

/// What came.
#[derive(Default)]
pub(crate) struct Upload {
    /// What the file was called where it came from.
    pub(crate) file_name: String,
    /// Empty when there was none, or when it was too large.
    pub(crate) content: Vec<u8>,
    pub(crate) too_large: bool,
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
        if wanted {
            upload.file_name = field.file_name().unwrap_or_default().to_owned();
        }
        while let Some(part) = field.chunk().await? {
            seen += part.len();
            if seen > DRAINED_BYTES {
                upload.too_large = true;
                return Ok(upload);
            }
            if !wanted || upload.too_large {
                continue;
            }
            if upload.content.len() + part.len() > most {
                upload.too_large = true;
                upload.content = Vec::new();
            } else {
                upload.content.extend_from_slice(&part);
            }
        }
    }
    Ok(upload)
}
