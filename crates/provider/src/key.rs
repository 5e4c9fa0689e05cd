//! Public keys as providers publish them (RFC 7517), and signatures by them (RFC 7518, section 3).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256,
    RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, RSA_PSS_2048_8192_SHA256,
    RSA_PSS_2048_8192_SHA384, RSA_PSS_2048_8192_SHA512, RsaParameters, RsaPublicKeyComponents,
    UnparsedPublicKey, VerificationAlgorithm,
};
use serde::Deserialize;

/// How a token is signed. What has no private half (`none`, and the HMACs) is not among them.
#[derive(Clone, Copy)]
pub(crate) enum Signing {
    Rsa(&'static RsaParameters),
    /// The curve, and how its signatures are checked.
    Curve(&'static str, &'static dyn VerificationAlgorithm),
}

impl Signing {
    pub(crate) fn named(alg: &str) -> Option<Signing> {
        Some(match alg {
            "RS256" => Signing::Rsa(&RSA_PKCS1_2048_8192_SHA256),
            "RS384" => Signing::Rsa(&RSA_PKCS1_2048_8192_SHA384),
            "RS512" => Signing::Rsa(&RSA_PKCS1_2048_8192_SHA512),
            "PS256" => Signing::Rsa(&RSA_PSS_2048_8192_SHA256),
            "PS384" => Signing::Rsa(&RSA_PSS_2048_8192_SHA384),
            "PS512" => Signing::Rsa(&RSA_PSS_2048_8192_SHA512),
            "ES256" => Signing::Curve("P-256", &ECDSA_P256_SHA256_FIXED),
            "ES384" => Signing::Curve("P-384", &ECDSA_P384_SHA384_FIXED),
            "EdDSA" => Signing::Curve("Ed25519", &ED25519),
            _ => return None,
        })
    }
}

/// One public key.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Key {
    kty: String,
    pub(crate) kid: Option<String>,
    alg: Option<String>,
    #[serde(rename = "use")]
    usage: Option<String>,
    n: Option<String>,
    e: Option<String>,
    crv: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

impl Key {
    /// Reads a set of keys. One of a sort we do not know is left out.
    pub(crate) fn set(json: &[u8]) -> Option<Vec<Key>> {
        #[derive(Deserialize)]
        struct Set {
            keys: Vec<serde_json::Value>,
        }
        let set: Set = serde_json::from_slice(json).ok()?;
        Some(set.keys.into_iter().filter_map(|key| serde_json::from_value(key).ok()).collect())
    }

    /// Whether it is one that such signatures are made with.
    pub(crate) fn signs(&self, alg: &str, signing: Signing) -> bool {
        let sort = match signing {
            Signing::Rsa(_) => self.kty == "RSA",
            Signing::Curve(curve, _) => self.crv.as_deref() == Some(curve),
        };
        sort && self.alg.as_deref().is_none_or(|own| own == alg)
            && self.usage.as_deref().is_none_or(|usage| usage == "sig")
    }

    /// Whether `signature` is this key's, of `message`.
    pub(crate) fn signed(&self, signing: Signing, message: &[u8], signature: &[u8]) -> bool {
        self.verify(signing, message, signature).is_some()
    }

    fn verify(&self, signing: Signing, message: &[u8], signature: &[u8]) -> Option<()> {
        let part = |part: &Option<String>| URL_SAFE_NO_PAD.decode(part.as_deref()?).ok();
        match signing {
            Signing::Rsa(parameters) => {
                let key = RsaPublicKeyComponents { n: part(&self.n)?, e: part(&self.e)? };
                key.verify(parameters, message, signature).ok()
            }
            Signing::Curve("Ed25519", algorithm) => {
                UnparsedPublicKey::new(algorithm, part(&self.x)?).verify(message, signature).ok()
            }
            Signing::Curve(_, algorithm) => {
                // SEC 1: an uncompressed point.
                let point = [vec![4], part(&self.x)?, part(&self.y)?].concat();
                UnparsedPublicKey::new(algorithm, point).verify(message, signature).ok()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 7515, appendix A.2 and A.3: the same message, signed with RSA and on a curve.
    const EXAMPLES: [(&str, &str, &str, &str); 2] = [
        (
            "RS256",
            r#"{"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}"#,
            "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
            "cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw",
        ),
        (
            "ES256",
            r#"{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}"#,
            "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ",
            "DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q",
        ),
    ];

    #[test]
    fn the_standards_own_examples_are_signed_and_a_changed_one_is_not() {
        for (alg, key, message, signature) in EXAMPLES {
            let (key, signing): (Key, _) = (serde_json::from_str(key).unwrap(), Signing::named(alg).unwrap());
            let signature = URL_SAFE_NO_PAD.decode(signature).unwrap();
            assert!(key.signs(alg, signing) && key.signed(signing, message.as_bytes(), &signature), "{alg}");
            assert!(!key.signed(signing, &message.as_bytes()[1..], &signature), "{alg}");
            for at in [0, signature.len() / 2, signature.len() - 1] {
                let mut other = signature.clone();
                other[at] ^= 1;
                assert!(!key.signed(signing, message.as_bytes(), &other), "{alg}");
            }
            assert!(!key.signed(signing, message.as_bytes(), &[]), "{alg}");
        }
    }

    #[test]
    fn what_has_no_private_half_is_no_way_to_sign() {
        for alg in ["none", "None", "NONE", "", "HS256", "HS384", "HS512", "ES256K"] {
            assert!(Signing::named(alg).is_none(), "{alg}");
        }
    }

    #[test]
    fn a_key_signs_only_what_it_is_for() {
        let key = |more: &str| -> Key {
            serde_json::from_str(&format!(r#"{{"kty":"RSA","n":"AQ","e":"AQAB"{more}}}"#)).unwrap()
        };
        let rs256 = Signing::named("RS256").unwrap();
        assert!(key("").signs("RS256", rs256) && key(r#","use":"sig","alg":"RS256""#).signs("RS256", rs256));
        assert!(
            !key(r#","use":"enc""#).signs("RS256", rs256) && !key(r#","alg":"PS256""#).signs("RS256", rs256)
        );
        assert!(!key("").signs("ES256", Signing::named("ES256").unwrap()), "no key of RSA on a curve");
        // Short ones are refused by `ring`: fewer than 2048 bits.
        assert!(!key("").signed(rs256, b"x", &[0; 256]));
    }
}
