"""The voter's half of a blind ballot (RFC 9474, RSABSSA-SHA384-PSS-Randomized), as a telephone does it: blinds, unblinds, packs."""

import base64
import hashlib
import json
import secrets

MARK = b"PEJLING1"
# Ballots are as long as each other on the wire.
PADDED = 4096


def to_base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def from_base64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def sha384(data):
    return hashlib.sha384(data).digest()


def encode(data, bits, salt):
    """EMSA-PSS-ENCODE of RFC 8017, 9.1.1, with SHA-384 and MGF1."""
    length = (bits - 1 + 7) // 8
    hash_ = sha384(bytes(8) + sha384(data) + salt)
    block = bytes(length - 48 - 2 - len(salt)) + b"\1" + salt
    mask = b"".join(sha384(hash_ + number.to_bytes(4, "big")) for number in range(len(block) // 48 + 1))[: len(block)]
    masked = bytearray(a ^ b for a, b in zip(block, mask))
    masked[0] &= 0xFF >> (8 * length - (bits - 1))
    return bytes(masked) + hash_ + b"\xbc"


class Ballot:
    """A ballot of its own for a group: `blinded` is what is sent to be signed."""

    def __init__(self, key, round_, group):
        self.n, self.e, self.group = key[0], key[1], group
        self.size = (self.n.bit_length() + 7) // 8
        self.nonce, self.prefix = secrets.token_bytes(32), secrets.token_bytes(32)
        message = MARK + round_.to_bytes(16, "big") + group.to_bytes(16, "big") + self.nonce
        encoded = int.from_bytes(encode(self.prefix + message, self.n.bit_length(), secrets.token_bytes(48)), "big")
        r = secrets.randbelow(self.n - 1) + 1
        self.inverse = pow(r, -1, self.n)
        self.encoded = encoded
        self.blinded = to_base64url((encoded * pow(r, self.e, self.n) % self.n).to_bytes(self.size, "big"))

    def finish(self, signature):
        """The body to cast, from what the server signed; nothing but a right signature is taken."""
        number = int.from_bytes(from_base64url(signature), "big") * self.inverse % self.n
        if pow(number, self.e, self.n) != self.encoded:
            raise SystemExit("this is no signature on the ballot")
        self.signature = to_base64url(number.to_bytes(self.size, "big"))

    def body(self, answers, words=None):
        told = {"prefix": to_base64url(self.prefix), "signature": self.signature, "answers": answers}
        if words is not None:
            told["words"] = words
        text = json.dumps(told).encode()
        return text + b" " * (PADDED - len(text))

    def path(self, round_):
        return f"/b/{round_}/{self.group}/{to_base64url(self.nonce)}"


def key_of(line):
    """The public key in a group's line of the manifest."""
    said = json.loads(line)
    return tuple(int.from_bytes(from_base64url(said[name]), "big") for name in "ne")
