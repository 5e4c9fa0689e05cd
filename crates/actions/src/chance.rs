use blindballot::rand_core::{Infallible, TryCryptoRng, TryRng};

/// The operating system's chance, as engines take it.
pub(crate) struct Chance;

impl TryRng for Chance {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(u32::from_le_bytes(crate::desk::random()))
    }

    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        Ok(u64::from_le_bytes(crate::desk::random()))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for chunk in bytes.chunks_mut(64) {
            chunk.copy_from_slice(&crate::desk::random::<64>()[..chunk.len()]);
        }
        Ok(())
    }
}

impl TryCryptoRng for Chance {}
