//! A DER and BER reader that keeps the original octets (ITU-T X.690).
