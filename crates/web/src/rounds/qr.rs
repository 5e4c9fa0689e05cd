use qrcodegen::{QrCode, QrCodeEcc};

/// A QR code as a drawing: the side of its square in modules, the quiet border of four counted in, and the path of what is dark.
pub(super) struct Qr {
    pub(super) side: i32,
    pub(super) path: String,
}

const BORDER: i32 = 4;

/// The code for an address. Medium correction: a fold or a coffee cup's rim may cross it.
pub(super) fn qr(text: &str) -> Qr {
    // An address longer than a code can hold is none of ours.
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else {
        return Qr { side: 1, path: String::new() };
    };
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{},{}h{run}v1h-{run}z", x + BORDER, y + BORDER));
            }
            x += run + 1;
        }
    }
    Qr { side: code.size() + 2 * BORDER, path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drawing_is_dark_where_the_code_is() {
        let text = "https://pejling.example/b/1234567890123456#s0123456789ABCDEF0123456789012345678901234567890123456789012";
        let (drawn, code) = (qr(text), QrCode::encode_text(text, QrCodeEcc::Medium).unwrap());
        assert_eq!(drawn.side, code.size() + 8);
        let mut dark = vec![vec![false; drawn.side as usize]; drawn.side as usize];
        for run in drawn.path.split('M').skip(1) {
            let (at, rest) = run.split_once('h').unwrap();
            let (x, y) = at.split_once(',').unwrap();
            let (x, y): (usize, usize) = (x.parse().unwrap(), y.parse().unwrap());
            let length: usize = rest.split('v').next().unwrap().parse().unwrap();
            dark[y][x..x + length].fill(true);
        }
        for (y, row) in dark.iter().enumerate() {
            for (x, dark) in row.iter().enumerate() {
                assert_eq!(*dark, code.get_module(x as i32 - 4, y as i32 - 4), "{x} {y}");
            }
        }
    }
}
