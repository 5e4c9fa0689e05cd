// A QR code (ISO/IEC 18004) in the one form that a link fits: version 9, error correction L, bytes, mask 0. Drawn here, in the
// browser, because what it holds may not be sent anywhere.

const SIZE = 53;
const DATA = 116; // codewords in each of the two blocks
const CHECK = 30; // and those that correct them
export const LONGEST = 230; // bytes

// GF(256) over x^8 + x^4 + x^3 + x^2 + 1.
const power = [];
const log = [];
for (let i = 0, x = 1; i < 255; i++, x = x & 128 ? (x << 1) ^ 285 : x << 1) (power[i] = x), (log[x] = i);
const times = (a, b) => (a && b ? power[(log[a] + log[b]) % 255] : 0);

// The product of (x - 2^i) for each check codeword, its leading 1 left out.
const divisor = [...new Array(CHECK - 1).fill(0), 1];
for (let i = 0; i < CHECK; i++) {
  for (let j = 0; j < CHECK; j++) divisor[j] = times(divisor[j], power[i]) ^ (divisor[j + 1] ?? 0);
}

function checked(block) {
  const rest = new Array(CHECK).fill(0);
  for (const byte of block) {
    const lead = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((factor, i) => (rest[i] ^= times(factor, lead)));
  }
  return rest;
}

// Mode 4 (bytes), the length, the bytes, an end, and filling; then both blocks, interleaved.
function codewords(bytes) {
  const half = [4, bytes.length >> 4, bytes.length & 15, ...[...bytes].flatMap((byte) => [byte >> 4, byte & 15]), 0];
  const data = Array.from({ length: half.length / 2 }, (_, i) => (half[2 * i] << 4) | half[2 * i + 1]);
  for (let fill = 236; data.length < 2 * DATA; fill ^= 253) data.push(fill);
  const blocks = [data.slice(0, DATA), data.slice(DATA)];
  const interleaved = (parts) => parts[0].flatMap((byte, i) => [byte, parts[1][i]]);
  return [...interleaved(blocks), ...interleaved(blocks.map(checked))];
}

// The rows of the code, true for dark; nothing when the text is too long for it.
export function qr(text) {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > LONGEST) return undefined;
  const rows = Array.from({ length: SIZE }, () => new Array(SIZE));
  const ring = (y, x, reach, dark) => {
    for (let dy = -reach; dy <= reach; dy++) {
      for (let dx = -reach; dx <= reach; dx++) {
        if (rows[y + dy] && x + dx >= 0 && x + dx < SIZE) rows[y + dy][x + dx] = dark(Math.max(Math.abs(dy), Math.abs(dx)));
      }
    }
  };
  for (let i = 0; i < SIZE; i++) rows[6][i] = rows[i][6] = i % 2 === 0;
  for (const [y, x] of [[3, 3], [3, SIZE - 4], [SIZE - 4, 3]]) ring(y, x, 4, (away) => away !== 2 && away !== 4);
  for (const [y, x] of [[6, 26], [26, 6], [26, 26], [26, 46], [46, 26], [46, 46]]) ring(y, x, 2, (away) => away !== 1);
  for (let i = 0; i < 18; i++) {
    const bit = ((0x09a99 >> i) & 1) === 1; // version 9 and its check bits
    rows[Math.floor(i / 3)][SIZE - 11 + (i % 3)] = rows[SIZE - 11 + (i % 3)][Math.floor(i / 3)] = bit;
  }
  for (let i = 0; i < 15; i++) {
    const bit = ((0x77c4 >> i) & 1) === 1; // correction L, mask 0, and their check bits
    rows[i < 6 ? i : i < 8 ? i + 1 : SIZE - 15 + i][8] = bit;
    rows[8][i < 8 ? SIZE - 1 - i : i < 9 ? 7 : 14 - i] = bit;
  }
  rows[SIZE - 8][8] = true;

  const words = codewords(bytes);
  let at = 0;
  for (let right = SIZE - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let i = 0; i < SIZE; i++) {
      const y = up ? SIZE - 1 - i : i;
      for (const x of [right, right - 1]) {
        if (rows[y][x] !== undefined) continue;
        const bit = ((words[at >> 3] >> (7 - (at & 7))) & 1) === 1;
        rows[y][x] = bit !== ((y + x) % 2 === 0);
        at++;
      }
    }
  }
  return rows;
}

// The dark squares as the path of an SVG, four units of quiet around them.
export function path(rows) {
  return rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + 4} ${y + 4}h1v1h-1z`] : []))).join("");
}

export const ACROSS = SIZE + 8;
