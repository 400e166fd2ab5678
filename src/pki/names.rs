//! Object identifiers and reasons that several rooms look for.

/// id-kp-serverAuth (RFC 5280, 4.2.1.12).
pub const SERVER_AUTH: &str = "1.3.6.1.5.5.7.3.1";
/// id-kp-timeStamping (RFC 3161, 2.3).
pub const TIME_STAMPING: &str = "1.3.6.1.5.5.7.3.8";
/// id-kp-OCSPSigning (RFC 6960, 4.2.2.2).
pub const OCSP_SIGNING: &str = "1.3.6.1.5.5.7.3.9";

/// id-etsi-qct-esign (ETSI EN 319 412-5, 4.2.3).
pub const QC_TYPE_ESIGN: &str = "0.4.0.1862.1.6.1";
/// id-etsi-qct-eseal.
pub const QC_TYPE_ESEAL: &str = "0.4.0.1862.1.6.2";
/// id-etsi-qct-web.
pub const QC_TYPE_WEB: &str = "0.4.0.1862.1.6.3";

/// certificateHold (RFC 5280, 5.3.1): the only revocation that can be taken back.
pub const CERTIFICATE_HOLD: u8 = 6;
