// Read back by a decoder that others wrote.

import assert from "node:assert/strict";
import test from "node:test";
import jsqr from "jsqr";
import { LONGEST, path, qr } from "./qr.js";

const SCALE = 4;

// A picture of the code as a camera would have it: four bytes a dot, a quiet edge.
function picture(rows) {
  const across = (rows.length + 8) * SCALE;
  const dots = new Uint8ClampedArray(across * across * 4).fill(255);
  rows.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (!dark) return;
      for (let i = 0; i < SCALE * SCALE; i++) {
        const at = ((y + 4) * SCALE + Math.floor(i / SCALE)) * across + (x + 4) * SCALE + (i % SCALE);
        dots.fill(0, at * 4, at * 4 + 3);
      }
    }),
  );
  return [dots, across, across];
}

const read = (text) => jsqr(...picture(qr(text)))?.data;

test("what is written can be read, up to the longest", () => {
  for (const length of [0, 1, 2, 100, 167, LONGEST - 1, LONGEST]) {
    const text = Array.from({ length }, (_, i) => String.fromCharCode(33 + ((i * 31 + length) % 90))).join("");
    assert.equal(read(text), text, `${length} bytes`);
  }
  assert.equal(read("https://pejling.sjöbo.example/b/7#å"), "https://pejling.sjöbo.example/b/7#å");
});

test("what does not fit is not drawn", () => {
  assert.equal(qr("x".repeat(LONGEST + 1)), undefined);
  assert.equal(qr("å".repeat(LONGEST / 2 + 1)), undefined);
});

test("every dark square is in the path, once", () => {
  const rows = qr("pejling");
  assert.equal(path(rows).match(/M/g).length, rows.flat().filter(Boolean).length);
});
